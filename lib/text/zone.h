/* lib/text/zone.h - time zones by their IANA names (ICU), as immutable tables: safe for threads. */
#pragma once

#include "base/arena.h"

typedef struct Zone Zone;

/* NULL when IANA has no zone of that name. "UTC" and "" need no table, and not ICU. Tables reach from 1900 to 2100:
 * before and after them a zone keeps the offset it has there. */
const Zone *zone_open(Str name, Arena *arena);
Str zone_name(const Zone *zone);

int32_t zone_offset_s(const Zone *zone, int64_t unix_s); /* east of UTC, in seconds, at that instant */

/* The instant of a civil time there, given as seconds since 1970-01-01T00:00 of the civil calendar. Of a time that
 * happens twice the first, of one that is skipped the instant as far after the gap's start. */
int64_t zone_to_unix_s(const Zone *zone, int64_t civil_s);
