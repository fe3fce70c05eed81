/* lib/post/date_scan.h - the numbers a date is made of, and where they stand. For date.c and date_refuse.c. */
#pragma once

#include "base/str.h"

typedef struct Number {
    size_t start, end; /* of its digits */
    int value;         /* NUMBER_MAX for all that is larger */
} Number;

enum { NUMBER_MAX = 999999999 };

enum { DATE_YEAR, DATE_MONTH, DATE_MDAY, DATE_PARTS };

static inline size_t number_width(Number number)
{
    return number.end - number.start;
}

/* The digits at `*at`, and moves behind them; a width of 0 when there are none. */
Number number_scan(Str text, size_t *at);

/* Moves over one hyphen, slash, full stop, or a dash that a word processor put for the hyphen. `*hyphen` is cleared
 * when it is not a plain hyphen. False when none of them stands there. */
bool date_mark_scan(Str text, size_t *at, bool *hyphen);

/* A year of four digits, a month and a day at `*at`, whatever their values; moves behind them. `*canonical` is cleared
 * unless they are written as YYYY-MM-DD. */
bool date_day_scan(Number out[DATE_PARTS], Str text, size_t *at, bool *canonical);

/* The first part that the calendar does not have, or DATE_PARTS. Years are those that RFC 5322 can write. */
int date_day_check(int year, int month, int day);
enum { DATE_YEAR_MIN = 1900, DATE_YEAR_MAX = 9999 };
