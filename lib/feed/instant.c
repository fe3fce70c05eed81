/* lib/feed/instant.c */
#include "feed/instant.h"

#include "text/datetime.h"

typedef struct Scan {
    Str text;
    size_t at;
} Scan;

static const char no_such_time[] = "is no day and time that there is";

static bool take(Scan *scan, char c)
{
    if (str_at(scan->text, scan->at) != c)
        return false;
    scan->at++;
    return true;
}

/* A number of `least` to `most` digits. */
static bool take_number(Scan *scan, int *out, size_t least, size_t most)
{
    size_t start = scan->at;

    *out = 0;
    while (scan->at - start < most && char_is_digit(str_at(scan->text, scan->at)))
        *out = *out * 10 + (scan->text.data[scan->at++] - '0');
    return scan->at - start >= least;
}

static bool is_real(int year, int month, int day, int hour, int minute, int second)
{
    if (month < 1 || month > 12 || day < 1 || day > civil_month_days(year, month))
        return false;
    return hour <= 23 && minute <= 59 && second <= 60;
}

/* `+02:00` or `+0200`, in seconds. */
static bool take_offset(Scan *scan, int *offset_s, bool colon)
{
    int hours, minutes;
    int sign = str_at(scan->text, scan->at) == '-' ? -1 : 1;

    if (!take(scan, '+') && !take(scan, '-'))
        return false;
    if (!take_number(scan, &hours, 2, 2) || (colon && !take(scan, ':')) || !take_number(scan, &minutes, 2, 2))
        return false;
    *offset_s = sign * (hours * 3600 + minutes * 60);
    return hours <= 23 && minutes <= 59;
}

static bool take_time_of_day(Scan *scan, int *hour, int *minute, int *second)
{
    return take_number(scan, hour, 2, 2) && take(scan, ':') && take_number(scan, minute, 2, 2) && take(scan, ':')
           && take_number(scan, second, 2, 2);
}

/* True as well where there is none. */
static bool take_fraction(Scan *scan)
{
    int digit;

    if (!take(scan, '.'))
        return true;
    size_t start = scan->at;
    while (take_number(scan, &digit, 1, 1))
        continue;
    return scan->at > start;
}

const char *instant_read_rfc3339(int64_t *unix_s, Str text)
{
    static const char fault[] = "is not written as 2024-08-06T12:00:00Z";
    Scan scan = { text, 0 };
    int year, month, day, hour, minute, second, offset_s = 0;

    if (!take_number(&scan, &year, 4, 4) || !take(&scan, '-') || !take_number(&scan, &month, 2, 2) || !take(&scan, '-')
        || !take_number(&scan, &day, 2, 2))
        return fault;
    if (scan.at == text.len)
        return "is a day without a time";
    if (!take(&scan, 'T') || !take_time_of_day(&scan, &hour, &minute, &second) || !take_fraction(&scan))
        return fault;
    if (scan.at == text.len)
        return "has no time zone";
    if ((!take(&scan, 'Z') && !take_offset(&scan, &offset_s, true)) || scan.at != text.len)
        return fault;
    if (!is_real(year, month, day, hour, minute, second))
        return no_such_time;
    *unix_s = civil_to_seconds(year, month, day, hour, minute, second) - offset_s;
    return NULL;
}

/* --- RFC 822 ----------------------------------------------------------------------------------------------------- */

static Str take_word(Scan *scan)
{
    size_t start = scan->at;
    while (char_is_alpha(str_at(scan->text, scan->at)))
        scan->at++;
    return str_slice(scan->text, start, scan->at);
}

static void skip_space(Scan *scan)
{
    while (char_is_space(str_at(scan->text, scan->at)))
        scan->at++;
}

/* Which of the names begins with these three letters; -1 for none. */
static int find_name(const Str *names, size_t count, Str word)
{
    for (size_t i = 0; word.len == 3 && i < count; i++) {
        if (str_eq(str_slice(names[i], 0, 3), word))
            return (int)i;
    }
    return -1;
}

static bool take_zone(Scan *scan, int *offset_s)
{
    static const struct {
        const char *name;
        int hours;
    } zones[] = { { "GMT", 0 },  { "UT", 0 },   { "UTC", 0 },  { "Z", 0 },    { "EST", -5 }, { "EDT", -4 },
                  { "CST", -6 }, { "CDT", -5 }, { "MST", -7 }, { "MDT", -6 }, { "PST", -8 }, { "PDT", -7 } };
    Str word;

    if (take_offset(scan, offset_s, false))
        return true;
    word = take_word(scan);
    for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
        if (str_eq(word, str_from(zones[i].name))) {
            *offset_s = zones[i].hours * 3600;
            return true;
        }
    }
    return false;
}

/* The day; `*weekday` becomes -1 where it is not named. */
static const char *take_day(Scan *scan, int *weekday, int *year, int *month, int *day)
{
    static const char fault[] = "is not written as Tue, 06 Aug 2024 12:00:00 GMT";

    *weekday = -1;
    if (char_is_alpha(str_at(scan->text, scan->at))) {
        *weekday = find_name(datetime_days, 7, take_word(scan));
        if (*weekday < 0 || !take(scan, ','))
            return fault;
        skip_space(scan);
    }
    if (!take_number(scan, day, 1, 2))
        return fault;
    skip_space(scan);
    *month = find_name(datetime_months, 12, take_word(scan)) + 1;
    skip_space(scan);
    size_t start = scan->at;
    if (*month == 0 || !take_number(scan, year, 2, 4))
        return fault;
    return scan->at - start == 4 ? NULL : "has a year of two digits";
}

static bool take_time(Scan *scan, int *hour, int *minute, int *second)
{
    *second = 0;
    skip_space(scan);
    if (!take_number(scan, hour, 2, 2) || !take(scan, ':') || !take_number(scan, minute, 2, 2))
        return false;
    return !take(scan, ':') || take_number(scan, second, 2, 2);
}

const char *instant_read_rfc822(int64_t *unix_s, Str text)
{
    Scan scan = { text, 0 };
    int weekday, year, month, day, hour, minute, second, offset_s = 0;
    const char *fault = take_day(&scan, &weekday, &year, &month, &day);

    if (fault != NULL)
        return fault;
    if (!take_time(&scan, &hour, &minute, &second))
        return "is not written as Tue, 06 Aug 2024 12:00:00 GMT";
    skip_space(&scan);
    if (scan.at == text.len)
        return "has no time zone";
    if (!take_zone(&scan, &offset_s) || scan.at != text.len)
        return "has a time zone that readers do not know: write GMT or +0200";
    if (!is_real(year, month, day, hour, minute, second))
        return no_such_time;
    int64_t civil_s = civil_to_seconds(year, month, day, hour, minute, second);
    if (weekday >= 0 && civil_from_seconds(civil_s).weekday != weekday)
        return "names a weekday that this day was not";
    *unix_s = civil_s - offset_s;
    return NULL;
}
