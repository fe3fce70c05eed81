/* lib/feed/text.h - texts and instants as every feed has them. */
#pragma once

#include "base/arena.h"

/* `text` without what no reader should show: control characters (but TAB and LF), noncharacters of Unicode, and U+FFFD,
 * which stands where a character was lost (Markdown makes one of `&#1;`). */
Str feed_text(Str text, Arena *arena);

Str feed_rfc3339(int64_t unix_s, Arena *arena); /* 2024-08-06T12:00:00Z */
