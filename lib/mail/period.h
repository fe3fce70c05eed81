/* lib/mail/period.h - the stretch of time that a digest is about. */
#pragma once

#include "base/arena.h"
#include "text/zone.h"

typedef enum PeriodKind { PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH, PERIOD_YEAR } PeriodKind;

typedef struct Period {
    PeriodKind kind;
    int64_t start_unix_s; /* in it: from here ... */
    int64_t end_unix_s;   /* ... up to, not including, here: midnights in the site's zone */
    Str key;              /* as one writes it: "2024", "2024-08", "2024-W32", "2024-08-06" */
    Str name;             /* for people: "2024", "August 2024", "5 to 11 August 2024", "6 August 2024" */
} Period;

/* Reads a year, a month, an ISO 8601 week or a day, of the years 1970 to 9999; just these spellings, digits in full. */
bool period_read(Period *out, Str text, const Zone *zone, Arena *arena);

/* The period of the kind that the instant is in. */
Period period_around(PeriodKind kind, int64_t unix_s, const Zone *zone, Arena *arena);

/* The last period of the kind that is over at `now_unix_s`. */
Period period_last(PeriodKind kind, int64_t now_unix_s, const Zone *zone, Arena *arena);

/* The kind that fits a channel's schedule: daily, weekly, monthly, yearly; monthly for "". False for any other word. */
bool period_kind(PeriodKind *out, Str schedule);

static inline bool period_has(const Period *period, int64_t unix_s)
{
    return period->start_unix_s <= unix_s && unix_s < period->end_unix_s;
}
