/* cmd/herald/git_parts.h - how git is asked. For the files git*.c. */
#pragma once

#include "base/process.h"
#include "git.h"

typedef struct GitCall {
    Str folder;               /* where it is asked */
    const char *const *words; /* behind `git -C FOLDER`; ends in NULL */
    Str input;
} GitCall;

/* As process_run. */
bool git_try(ProcessResult *out, const GitCall *call, Arena *arena, int *error_number);

/* Says that git could not be run (`error_number` is not 0), or what it failed with: EXIT_WORLD. */
int git_failed(const Env *env, const ProcessResult *result, int error_number);

/* What it writes, when it does well; else an exit status. */
int git_ask(Str *out, const Env *env, const GitCall *call, Arena *arena);
