/* lib/text/slug.h - the part of a URL that a title becomes. */
#pragma once

#include "base/arena.h"

/* Transliterated, lower case, runs of all but a-z 0-9 as one `-`, none at the ends; at most 80 bytes, cut between
 * words. Text without any letter or digit gives "". */
Str slug_from_title(Str title, Arena *arena);
