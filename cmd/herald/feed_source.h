/* cmd/herald/feed_source.h - gets a feed from where it is said to be. */
#pragma once

#include "command.h"

/* The bytes of a file, of standard input ("-"), or of an address of http or https, at most FEED_MAX_BYTES + 1 of them.
 * False: one DIAG_WORLD says why not. */
bool feed_source_get(Str *out, Str name, Arena *arena, Diags *diags);
Str feed_source_name(Str name); /* as people call it */
