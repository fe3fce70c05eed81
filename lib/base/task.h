/* lib/base/task.h - one piece of work in a thread of its own. */
#pragma once

#include "base/arena.h"

typedef struct Task Task;

/* Runs `work(context)` in a new thread; where none can be had, at once. The task lives in `arena`. */
Task *task_start(void (*work)(void *context), void *context, Arena *arena);

void task_join(Task *task); /* returns when the work is done */
