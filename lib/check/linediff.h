/* lib/check/linediff.h - what changed between two texts, line by line. */
#pragma once

#include "base/buf.h"

/* Writes the changes in the unified format that patch and git read (POSIX diff -u): `path` on both sides, three lines
 * of context. Nothing when the texts are equal. */
void linediff_put(Buf *out, Str path, Str before, Str after, Arena *arena);
