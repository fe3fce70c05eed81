/* lib/liquid/time.h - times out of text, as Ruby's Time.parse reads them. */
#pragma once

#include "liquid/value.h"
#include "text/zone.h"

/* Reads what real data holds: ISO dates and times, RFC 5322, "March 14, 2016", "14 Mar 2016 10:30 PM". What is missing
 * before the first part that is there comes from `now`, what is missing behind is the least; without a zone of its own
 * the time is one of `zone` (NULL: UTC). False when there is no date or time in it, or an impossible one. */
bool liquid_time_read(LiquidTime *out, Str text, int64_t now_unix_s, const Zone *zone);

int32_t liquid_zone_offset_s(const Zone *zone, int64_t unix_s); /* NULL is UTC */
