/* lib/feed/instant.h - dates as feeds have them: instants, exactly. */
#pragma once

#include "base/str.h"

/* RFC 3339 section 5.6, as Atom and JSON Feed want it, and RFC 822 with the year in four digits, as RSS wants it. NULL
 * when it is one; else what is wrong with it, to follow "the date". */
const char *instant_read_rfc3339(int64_t *unix_s, Str text);
const char *instant_read_rfc822(int64_t *unix_s, Str text);
