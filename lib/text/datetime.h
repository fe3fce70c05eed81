/* lib/text/datetime.h - the civil calendar, and how dates are written. */
#pragma once

#include "base/buf.h"

/* Proleptic Gregorian. */
typedef struct Civil {
    int64_t year;
    int month, day;           /* 1 to 12, 1 to 31 */
    int hour, minute, second; /* 0 to 23, 59, 60 */
    int weekday;              /* 0 is Sunday */
    int year_day;             /* 1 to 366 */
} Civil;

/* Of years before the common era and far in the future, too; what lies further than DATETIME_MAX_S from 1970, some 30
 * million years, is taken for that. */
#define DATETIME_MAX_S 1000000000000000LL
Civil civil_from_seconds(int64_t civil_s);                  /* seconds since 1970-01-01T00:00 of the same calendar */
int64_t civil_add_offset(int64_t unix_s, int32_t offset_s); /* the civil time of an instant, within that bound */
int64_t civil_to_seconds(int64_t year, int month, int day, int hour, int minute, int second);
int civil_month_days(int64_t year, int month);

/* RFC 3339 section 5.6: 2024-08-06T12:00:00Z, or +02:00 where `offset_s` is not 0. */
void datetime_put_rfc3339(Buf *out, int64_t unix_s, int32_t offset_s);
/* RFC 5322 section 3.3, as RSS wants it too: Tue, 06 Aug 2024 12:00:00 +0000. */
void datetime_put_rfc5322(Buf *out, int64_t unix_s, int32_t offset_s);
/* Ruby's strftime, English names, with its flags (- 0 ^ # _ :), widths and %N %L %P %s %z %::z. An unknown directive is
 * left as it stands; false when the format ends in a lone `%`. */
bool datetime_put_format(Buf *out, Str format, int64_t unix_s, int32_t nanoseconds, int32_t offset_s);

extern const Str datetime_months[12]; /* "January" ... */
extern const Str datetime_days[7];    /* "Sunday" ... */
