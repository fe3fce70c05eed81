/* lib/text/datetime.c */
#include "text/datetime.h"

#include <inttypes.h>
#include <stdlib.h>

enum { MINUTE_S = 60, HOUR_S = 3600, DAY_S = 86400 };

/* The calendar repeats after 400 years. Years are counted from March here, so that a leap day is a year's last. */
enum { CYCLE_YEARS = 400, CYCLE_DAYS = 146097, CENTURY_DAYS = 36524, FOUR_YEARS_DAYS = 1461, YEAR_DAYS = 365 };
enum { EPOCH_DAY = 719468 };                            /* 1970-01-01 as days after 0000-03-01 */
enum { FIVE_MONTHS_DAYS = 153, MARCH_TO_JANUARY = 10 }; /* any five months from March or August on have 153 days */

const Str datetime_months[12] = {
    STR_INIT("January"),   STR_INIT("February"), STR_INIT("March"),    STR_INIT("April"),
    STR_INIT("May"),       STR_INIT("June"),     STR_INIT("July"),     STR_INIT("August"),
    STR_INIT("September"), STR_INIT("October"),  STR_INIT("November"), STR_INIT("December"),
};
const Str datetime_days[7] = {
    STR_INIT("Sunday"),   STR_INIT("Monday"), STR_INIT("Tuesday"),  STR_INIT("Wednesday"),
    STR_INIT("Thursday"), STR_INIT("Friday"), STR_INIT("Saturday"),
};

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

static bool is_leap_year(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % CYCLE_YEARS == 0);
}

int civil_month_days(int64_t year, int month)
{
    static const signed char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return days[month - 1] + (month == 2 && is_leap_year(year));
}

/* Days after 0000-03-01 of the first of a month, both counted from March (0). */
static int64_t days_before(int64_t march_year, int64_t march_month)
{
    int64_t leap_days = floor_div(march_year, 4) - floor_div(march_year, 100) + floor_div(march_year, CYCLE_YEARS);
    return march_year * YEAR_DAYS + leap_days + (march_month * FIVE_MONTHS_DAYS + 2) / 5;
}

int64_t civil_to_seconds(int64_t year, int month, int day, int hour, int minute, int second)
{
    bool before_march = month < 3;
    int64_t days = days_before(year - before_march, before_march ? month + 9 : month - 3) + day - 1 - EPOCH_DAY;
    return days * DAY_S + (int64_t)hour * HOUR_S + (int64_t)minute * MINUTE_S + second;
}

/* The year of a day of the cycle: a day of every leap year, none of most centuries, and one of the cycle are leap. */
static int64_t year_of_cycle(int64_t day)
{
    return (day - day / (FOUR_YEARS_DAYS - 1) + day / CENTURY_DAYS - day / (CYCLE_DAYS - 1)) / YEAR_DAYS;
}

static void put_day(Civil *out, int64_t day)
{
    int64_t cycle = floor_div(day, CYCLE_DAYS);
    int64_t year = cycle * CYCLE_YEARS + year_of_cycle(day - cycle * CYCLE_DAYS);
    int64_t day_of_year = day - days_before(year, 0);
    int64_t month = (5 * day_of_year + 2) / FIVE_MONTHS_DAYS;
    bool next_year = month >= MARCH_TO_JANUARY;

    out->day = (int)(day - days_before(year, month)) + 1;
    out->month = (int)(next_year ? month - 9 : month + 3);
    out->year = year + next_year;
}

static int64_t clamp(int64_t seconds)
{
    if (seconds > DATETIME_MAX_S)
        return DATETIME_MAX_S;
    return seconds < -DATETIME_MAX_S ? -DATETIME_MAX_S : seconds;
}

int64_t civil_add_offset(int64_t unix_s, int32_t offset_s)
{
    return clamp(unix_s) + offset_s;
}

Civil civil_from_seconds(int64_t civil_s)
{
    civil_s = clamp(civil_s);
    int64_t day = floor_div(civil_s, DAY_S);
    int second = (int)(civil_s - day * DAY_S);
    Civil civil = { .hour = second / HOUR_S, .minute = second / MINUTE_S % 60, .second = second % 60 };

    put_day(&civil, day + EPOCH_DAY);
    civil.weekday = (int)(((day + 4) % 7 + 7) % 7); /* 1970 began on a Thursday */
    civil.year_day = (int)(day - floor_div(civil_to_seconds(civil.year, 1, 1, 0, 0, 0), DAY_S)) + 1;
    return civil;
}

/* Both formats know offsets of whole minutes only. */
static int32_t whole_minutes(int32_t offset_s)
{
    return offset_s - offset_s % MINUTE_S;
}

static void put_offset(Buf *out, int32_t offset_s, const char *separator)
{
    int minutes = abs(offset_s) / MINUTE_S;
    buf_put_format(out, "%c%02d%s%02d", offset_s < 0 ? '-' : '+', minutes / 60, separator, minutes % 60);
}

void datetime_put_rfc3339(Buf *out, int64_t unix_s, int32_t offset_s)
{
    offset_s = whole_minutes(offset_s);
    Civil civil = civil_from_seconds(civil_add_offset(unix_s, offset_s));
    buf_put_format(out, "%04" PRId64 "-%02d-%02dT%02d:%02d:%02d", civil.year, civil.month, civil.day, civil.hour,
                   civil.minute, civil.second);
    if (offset_s == 0)
        buf_put_char(out, 'Z');
    else
        put_offset(out, offset_s, ":");
}

void datetime_put_rfc5322(Buf *out, int64_t unix_s, int32_t offset_s)
{
    offset_s = whole_minutes(offset_s);
    Civil civil = civil_from_seconds(civil_add_offset(unix_s, offset_s));
    buf_put_format(out, "%.3s, %02d %.3s %04" PRId64 " %02d:%02d:%02d ", datetime_days[civil.weekday].data, civil.day,
                   datetime_months[civil.month - 1].data, civil.year, civil.hour, civil.minute, civil.second);
    put_offset(out, offset_s, "");
}
