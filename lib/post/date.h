/* lib/post/date.h - when a post was published, as front matter and file names give it. */
#pragma once

#include "base/diag.h"
#include "text/zone.h"

typedef enum DatePrecision {
    DATE_DAY,    /* only a day was written: `unix_s` is its midnight in the site's zone */
    DATE_SECOND, /* a time of day was written */
} DatePrecision;

typedef struct Date {
    int64_t unix_s;
    int32_t nanoseconds;
    int32_t offset_s; /* of the zone at that instant: the one written, else the site's */
    DatePrecision precision;
    bool zone_written;
} Date;

/* Reads what authors write. Clear but not canonical spellings (`2024-08-6`, `2024-08-06 9:05 +0000`, ...) are taken as
 * meant, with one error date-noncanonical that carries the canonical spelling as a safe fix. Refused with a DIAG_STOP,
 * `*out` left alone: date-impossible (no such day, time, or no date at all), date-ambiguous (3/5/2024, two-digit
 * years), date-zone (no such offset or zone). Canonical are YYYY-MM-DD, and RFC 3339's date-time also with a space for
 * the T and without its zone; where `ruby` is wanted, also with a zone as Jekyll's documentation has it, ` +0200`. */
bool date_read(Date *out, Located text, const Zone *zone, bool ruby, Diags *diags);

/* The date a file name begins with (`2024-08-6-title.md`), and where the rest of its stem begins; false when there is
 * none (`*rest` is 0), or it does not exist in the calendar (`*rest` is behind it). Says nothing. */
bool date_from_file_name(Date *out, size_t *rest, Str stem, const Zone *zone);

/* Midnight of its day in its own zone, in seconds of the civil calendar: what text/datetime.h reads. */
int64_t date_day(const Date *date);
