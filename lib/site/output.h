/* lib/site/output.h - the folder of all that is published: it changes as a whole, or not at all. */
#pragma once

#include "base/diag.h"

enum { OUTPUT_MAX_JOBS = 256 };

/* New bytes are staged inside the folder while the old output stays; outputs_commit then renames them into place and
 * takes away what an earlier build wrote and this one did not. A file whose bytes would not change is not touched. */
typedef struct Outputs Outputs;

/* Makes the folder. NULL: one DIAG_WORLD. */
Outputs *outputs_open(Str folder, Arena *arena, Diags *diags);

/* One output at `path` below the folder. Several threads may call it, each with a `worker` of its own below
 * OUTPUT_MAX_JOBS. False: one DIAG_WORLD in `diags`. */
bool outputs_put(Outputs *outputs, Str path, Str bytes, int worker, Diags *diags);

typedef struct OutputCounts {
    size_t written, unchanged, removed;
    uint64_t bytes; /* of all outputs */
} OutputCounts;

/* All outputs are in place afterwards. False: two outputs had one path (url-collision), or one DIAG_WORLD; what was in
 * place stays. */
bool outputs_commit(Outputs *outputs, OutputCounts *counts, int jobs, Diags *diags);

void outputs_abandon(Outputs *outputs); /* takes the staged files away; the old output stays */
