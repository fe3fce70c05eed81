/* lib/liquid/time.c - Ruby's Time.parse: the time of day first, then the first form of a date that is found, wherever
 * it stands. What is understood is blanked out. */
#include "liquid/scan.h"
#include "liquid/time_parts.h"
#include "text/datetime.h"

enum { DAY_S = 86400 };

/* The index of the name whose first three letters stand at `at`, or TIME_NONE. */
static int name_at(const Str *names, int count, Str text, size_t at)
{
    for (int i = 0; i < count; i++) {
        if (str_eq_nocase(str_slice(text, at, at + 3), str_slice(names[i], 0, 3)))
            return i;
    }
    return TIME_NONE;
}

static bool starts_word(Str text, size_t at)
{
    return at == 0 || !scan_is_word(str_at(text, at - 1));
}

static size_t word_rest(Str text, size_t at)
{
    while (at < text.len && text.data[at] != '-' && text.data[at] != '\'' && !char_is_digit(str_at(text, at))
           && !char_is_space(str_at(text, at)))
        at++;
    return at;
}

static void drop_weekday(TimeParts *parts)
{
    Str text = str_from(parts->text);
    for (size_t at = 0; at < text.len; at++) {
        if (!starts_word(text, at) || name_at(datetime_days, 7, text, at) == TIME_NONE)
            continue;
        size_t end = at;
        while (char_is_alpha(str_at(text, end)))
            end++;
        time_blank_out(parts, at, end);
        return;
    }
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

static bool is_year(const TimeDigits *digits)
{
    return digits->given && (digits->apostrophe || digits->count > 2);
}

static void swap(TimeDigits *a, TimeDigits *b)
{
    TimeDigits other = *a;
    *a = *b;
    *b = other;
}

/* Year, month and day as they stand; whatever is too long for its place is the year. */
static bool take_date(TimeParts *parts, TimeDigits year, TimeDigits month, TimeDigits day)
{
    if (is_year(&month) && !is_year(&year))
        swap(&year, &month);
    if (is_year(&day) && !is_year(&year))
        swap(&year, &day);
    if (year.given) {
        bool is_short = year.count <= 2 && !year.negative;
        parts->year = year.negative ? -year.value : year.value;
        parts->year += !is_short ? 0 : year.value >= 69 ? 1900 : 2000;
        parts->has_year = true;
    }
    if (month.given)
        parts->month = month.value > 99 ? 99 : (int)month.value;
    if (day.given)
        parts->day = day.value > 99 ? 99 : (int)day.value;
    return true;
}

static TimeDigits month_digits(int index)
{
    return (TimeDigits){ .given = true, .value = index + 1, .count = 2 };
}

/* `14 March 2016`, `14th of ...` not; the year may be absent. */
static bool day_month_year(TimeParts *parts, Str text, size_t at)
{
    TimeDigits day, year;
    size_t end = time_digits(&day, text, at);
    if (end == at || day.negative)
        return false;
    size_t word = scan_space(text, word_rest(text, end));
    if (name_at(datetime_months, 12, text, word) == TIME_NONE) {
        word = scan_space(text, end);
        if (name_at(datetime_months, 12, text, word) == TIME_NONE)
            return false;
    }
    end = scan_space(text, word_rest(text, word));
    time_digits(&year, text, end);
    return take_date(parts, year, month_digits(name_at(datetime_months, 12, text, word)), day);
}

/* `March 14, 2016`, `March 2016`, `March 14` */
static bool month_day_year(TimeParts *parts, Str text, size_t at)
{
    TimeDigits day, year;
    int month = name_at(datetime_months, 12, text, at);
    if (month == TIME_NONE || !starts_word(text, at))
        return false;
    size_t start = scan_space(text, word_rest(text, at));
    size_t end = time_digits(&day, text, start);
    if (day.negative)
        return false;
    if (!day.given)
        return take_date(parts, day, month_digits(month), day);
    end = scan_space(text, word_rest(text, end));
    end = scan_space(text, end + (str_at(text, end) == ','));
    time_digits(&year, text, end);
    return take_date(parts, year, month_digits(month), day);
}

/* Three numbers with one separator; slashes may part two, then they are month and day. */
static bool separated(TimeParts *parts, Str text, size_t at, char separator)
{
    TimeDigits year, month, day = { .given = false };
    size_t end = time_digits(&year, text, at);
    if (end == at || str_at(text, end) != separator || (at > 0 && char_is_digit(str_at(text, at - 1))))
        return false;
    size_t start = end + 1;
    end = time_digits(&month, text, start);
    if (end == start || month.negative)
        return false;
    if (str_at(text, end) == separator)
        time_digits(&day, text, end + 1);
    if (day.given)
        return take_date(parts, year, month, day);
    if (separator != '/')
        return false;
    return is_year(&year) ? take_date(parts, year, month, day) : take_date(parts, day, year, month);
}

static bool dashed(TimeParts *parts, Str text, size_t at)
{
    return separated(parts, text, at, '-');
}

static bool slashed(TimeParts *parts, Str text, size_t at)
{
    return separated(parts, text, at, '/');
}

static bool dotted(TimeParts *parts, Str text, size_t at)
{
    return separated(parts, text, at, '.');
}

/* `14-mar-2016` */
static bool dashed_name(TimeParts *parts, Str text, size_t at)
{
    TimeDigits day, year;
    size_t end = time_digits(&day, text, at);
    int month = end > at && str_at(text, end) == '-' ? name_at(datetime_months, 12, text, end + 1) : TIME_NONE;
    if (month == TIME_NONE)
        return false;
    end = word_rest(text, end + 1);
    if (str_at(text, end) != '-' || time_digits(&year, text, end + 1) == end + 1)
        return false;
    return take_date(parts, year, month_digits(month), day);
}

static int two_digits(Str text, size_t at)
{
    return (text.data[at] - '0') * 10 + (text.data[at + 1] - '0');
}

/* `the 5th` */
static bool ordinal_day(TimeParts *parts, Str text, size_t at)
{
    static const Str suffixes[] = { STR_INIT("st"), STR_INIT("nd"), STR_INIT("rd"), STR_INIT("th") };
    TimeDigits day, none = { .given = false };
    size_t end = time_digits(&day, text, at);
    for (size_t i = 0; i < 4 && end > at; i++) {
        if (str_eq(str_slice(text, end, end + 2), suffixes[i]) && !scan_is_word(str_at(text, end + 2)))
            return take_date(parts, none, none, day);
    }
    return false;
}

/* `20240305`, `20240305101500`, `20240305t101500`, `20240305 101500` */
static bool compact(TimeParts *parts, Str text, size_t at)
{
    TimeDigits digits, time;
    size_t end = time_digits(&digits, text, at);
    if ((digits.count != 8 && digits.count != 14) || digits.negative || digits.apostrophe)
        return false;
    parts->has_year = true;
    parts->year = two_digits(text, at) * 100 + two_digits(text, at + 2);
    parts->month = two_digits(text, at + 4);
    parts->day = two_digits(text, at + 6);
    size_t clock = digits.count == 14 ? at + 8 : scan_space(text, end + (str_at(text, end) == 't'));
    size_t clock_end = time_digits(&time, text, clock);
    if ((digits.count == 14 || clock > end) && (clock_end - clock == 6 || clock_end - clock == 4)) {
        parts->hour = two_digits(text, clock);
        parts->minute = two_digits(text, clock + 2);
        parts->second = clock_end - clock == 6 ? two_digits(text, clock + 4) : 0;
        time_read_zone(parts, text, clock_end);
    }
    return true;
}

static void read_date(TimeParts *parts)
{
    static bool (*const forms[])(TimeParts *, Str, size_t) = { day_month_year, month_day_year, dashed,      dashed_name,
                                                               slashed,        dotted,         ordinal_day, compact };
    Str text = str_from(parts->text);
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        for (size_t at = 0; at < text.len; at++) {
            if (!char_is_space(str_at(text, at)) && forms[i](parts, text, at))
                return;
        }
    }
}

/* --- whole ------------------------------------------------------------------------------------------------------- */

int32_t liquid_zone_offset_s(const Zone *zone, int64_t unix_s)
{
    return zone == NULL ? 0 : zone_offset_s(zone, unix_s);
}

/* What stands before the first part that is given is today's. */
static void complete(TimeParts *parts, int64_t now_unix_s, const Zone *zone)
{
    int32_t offset_s = parts->has_offset ? parts->offset_s : liquid_zone_offset_s(zone, now_unix_s);
    Civil now = civil_from_seconds(now_unix_s + offset_s);
    if (!parts->has_year) {
        parts->year = now.year;
        if (parts->month == TIME_NONE) {
            parts->month = now.month;
            if (parts->day == TIME_NONE)
                parts->day = now.day;
        }
    }
    parts->month = parts->month == TIME_NONE ? 1 : parts->month;
    parts->day = parts->day == TIME_NONE ? 1 : parts->day;
    parts->hour = parts->hour == TIME_NONE ? 0 : parts->hour;
    parts->minute = parts->minute == TIME_NONE ? 0 : parts->minute;
    parts->second = parts->second == TIME_NONE ? 0 : parts->second;
}

static bool is_possible(const TimeParts *parts)
{
    if (parts->month < 1 || parts->month > 12 || parts->day < 1 || parts->day > 31)
        return false;
    if (parts->year > 999999 || parts->year < -999999)
        return false;
    bool midnight = parts->hour == 24 && parts->minute == 0 && parts->second == 0;
    return (parts->hour < 24 || midnight) && parts->minute < 60 && parts->second <= 60;
}

/* 30 February becomes 1 March, as in Ruby. */
static int64_t civil_seconds(const TimeParts *parts)
{
    int64_t month_start = civil_to_seconds(parts->year, parts->month, 1, 0, 0, 0);
    return month_start + (int64_t)(parts->day - 1) * DAY_S + parts->hour * 3600 + parts->minute * 60 + parts->second;
}

bool liquid_time_read(LiquidTime *out, Str text, int64_t now_unix_s, const Zone *zone)
{
    TimeParts parts = {
        .month = TIME_NONE, .day = TIME_NONE, .hour = TIME_NONE, .minute = TIME_NONE, .second = TIME_NONE
    };
    if (text.len > TIME_MAX_LENGTH)
        return false;
    for (size_t i = 0; i < text.len; i++)
        parts.text[i] = text.data[i] == '\0' ? ' ' : (char)char_lower((unsigned char)text.data[i]);
    drop_weekday(&parts);
    time_read_clock(&parts);
    read_date(&parts);
    if (!parts.has_year && parts.month == TIME_NONE && parts.day == TIME_NONE && parts.hour == TIME_NONE)
        return false;
    complete(&parts, now_unix_s, zone);
    if (!is_possible(&parts))
        return false;
    int64_t civil_s = civil_seconds(&parts);
    *out = (LiquidTime){ .nanoseconds = parts.nanoseconds };
    if (parts.has_offset)
        out->unix_s = civil_s - parts.offset_s;
    else
        out->unix_s = zone == NULL ? civil_s : zone_to_unix_s(zone, civil_s);
    out->offset_s = parts.has_offset ? parts.offset_s : liquid_zone_offset_s(zone, out->unix_s);
    return true;
}
