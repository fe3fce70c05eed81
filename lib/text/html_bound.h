/* lib/text/html_bound.h - HTML made fit for gumbo: without what it needs quadratic time for. Internal to
 * html_parse.c. */
#pragma once

#include "base/arena.h"

/* The text without start tags that nest deeper than `max_depth`, and without tags of monstrous size; the text itself
 * where there are none. Scripts and comments are counted as if they were tags: that is near enough. */
Str html_bound(Str html, int max_depth, Arena *arena);
