/* lib/base/task.c */
#include "base/task.h"

#include <pthread.h>

enum { STACK_BYTES = 16 << 20 };

struct Task {
    void (*work)(void *context);
    void *context;
    pthread_t thread;
    bool has_thread;
};

static void *run(void *argument)
{
    const Task *task = argument;
    task->work(task->context);
    return NULL;
}

Task *task_start(void (*work)(void *context), void *context, Arena *arena)
{
    Task *task = ARENA_NEW(arena, Task);
    pthread_attr_t attributes;

    *task = (Task){ .work = work, .context = context };
    if (pthread_attr_init(&attributes) == 0) {
        pthread_attr_setstacksize(&attributes, STACK_BYTES);
        task->has_thread = pthread_create(&task->thread, &attributes, run, task) == 0;
        pthread_attr_destroy(&attributes);
    }
    if (!task->has_thread)
        work(context);
    return task;
}

void task_join(Task *task)
{
    if (task->has_thread)
        pthread_join(task->thread, NULL);
    task->has_thread = false;
}
