/* lib/check/baseline.h - a file of findings that are known and left alone, so that an old site sees new ones only. */
#pragma once

#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"

/* By fingerprint: what is found is named by its rule, its file and the text of its line, so that it stays known when
 * lines move. */
typedef Map Baseline;

/* False: the file cannot be read, or is no baseline; said in `diags`. */
bool baseline_read(Baseline *out, Str path, Arena *arena, Diags *diags);

/* Takes away what the baseline knows; returns how many. What stops a build and what the world did always stays. */
size_t baseline_apply(Diags *found, const Baseline *baseline);

/* The file for these findings: a line for each, sorted as they are, with fingerprint, rule and path. */
void baseline_put(Buf *out, const Diags *found);

/* How many that the baseline knows are not among these findings any more. */
size_t baseline_count_gone(const Baseline *baseline, const Diags *found);
