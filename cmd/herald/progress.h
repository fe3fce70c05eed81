/* cmd/herald/progress.h - how far a long work is, on the terminal. */
#pragma once

#include <stdio.h>

#include "base/parallel.h"

typedef struct ProgressLine ProgressLine;

/* Starts a thread that, from the first second on, keeps one line on `stream` up to date, which is a terminal. NULL when
 * there can be no thread: then nothing is shown. */
ProgressLine *progress_start(const Progress *progress, FILE *stream);

/* Takes the line away for good, so that other text may be printed; may be called twice, and with NULL. */
void progress_hide(ProgressLine *line);

/* Hides the line, ends the thread and gives all back. NULL is fine. */
void progress_stop(ProgressLine *line);
