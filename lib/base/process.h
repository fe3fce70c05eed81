/* lib/base/process.h - another program, run to its end. */
#pragma once

#include "base/arena.h"

typedef struct Process {
    const char *const *words; /* the program, found along PATH, and its arguments; ends in NULL. No shell sees them */
    const char *const *settings; /* "NAME=value" for its environment, beside our own; ends in NULL, or NULL for none */
    Str input;                   /* on its standard input */
} Process;

typedef struct ProcessResult {
    int status; /* its exit status; of one that a signal ended, 128 and the signal's number */
    Str out;
    Str err; /* the first 64 KiB */
} ProcessResult;

/* False: it could not be started, or not be listened to; `*error_number` says why (ENOENT: there is no such program).
 */
bool process_run(ProcessResult *out, const Process *process, Arena *arena, int *error_number);
