/* lib/feed/text.h - texts and instants as every feed has them. */
#pragma once

#include "base/arena.h"

/* `text` without what no reader can show: control characters (but TAB and LF) and noncharacters of Unicode. */
Str feed_text(Str text, Arena *arena);

Str feed_rfc3339(int64_t unix_s, Arena *arena); /* 2024-08-06T12:00:00Z */
