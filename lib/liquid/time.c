/* lib/liquid/time.c - Ruby's Time.parse: the time first, then the first form of a date that is found, wherever it
 * stands. What is understood is blanked out. */
#include "liquid/time.h"

#include "liquid/scan.h"
#include "text/datetime.h"

enum { MAX_LENGTH = 128 /* Ruby's own limit */, NONE = -1, DAY_S = 86400 };

/* A part of a date as it is written: which is the year shows by its length. */
typedef struct Digits {
    bool given, apostrophe, negative;
    int64_t value;
    int count;
} Digits;

typedef struct Parts {
    char text[MAX_LENGTH + 1]; /* lower case, NUL-terminated */
    int64_t year;
    bool has_year, has_offset;
    int month, day, hour, minute, second; /* NONE where absent */
    int32_t nanoseconds, offset_s;
} Parts;

static Str text_of(const Parts *parts)
{
    return str_from(parts->text);
}

static void blank_out(Parts *parts, size_t start, size_t end)
{
    memset(parts->text + start, ' ', end - start);
}

static size_t read_digits(Digits *out, Str text, size_t at)
{
    size_t start = at;
    *out = (Digits){ .apostrophe = str_at(text, at) == '\'' };
    at += out->apostrophe;
    out->negative = str_at(text, at) == '-';
    at += out->negative;
    size_t first = at;
    for (; char_is_digit(str_at(text, at)); at++) {
        if (out->count++ < 15)
            out->value = out->value * 10 + (text.data[at] - '0');
    }
    out->given = at > first;
    return out->given ? at : start;
}

/* --- names ------------------------------------------------------------------------------------------------------- */

/* The index of the name whose first three letters stand at `at`, or NONE. */
static int name_at(const Str *names, int count, Str text, size_t at)
{
    for (int i = 0; i < count; i++) {
        if (str_eq_nocase(str_slice(text, at, at + 3), str_slice(names[i], 0, 3)))
            return i;
    }
    return NONE;
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

static void drop_weekday(Parts *parts)
{
    Str text = text_of(parts);
    for (size_t at = 0; at < text.len; at++) {
        if (!starts_word(text, at) || name_at(datetime_days, 7, text, at) == NONE)
            continue;
        size_t end = at;
        while (char_is_alpha(str_at(text, end)))
            end++;
        blank_out(parts, at, end);
        return;
    }
}

/* --- times ------------------------------------------------------------------------------------------------------- */

static size_t read_small(int *out, Str text, size_t at)
{
    Digits digits;
    size_t end = char_is_digit(str_at(text, at)) ? read_digits(&digits, text, at) : at;
    if (end == at || digits.count > 2)
        return at;
    *out = (int)digits.value;
    return end;
}

static size_t read_fraction(Parts *parts, Str text, size_t at)
{
    int32_t unit = 100000000;
    if ((str_at(text, at) != '.' && str_at(text, at) != ',') || !char_is_digit(str_at(text, at + 1)))
        return at;
    parts->nanoseconds = 0;
    for (at++; char_is_digit(str_at(text, at)); at++, unit /= 10)
        parts->nanoseconds += (text.data[at] - '0') * unit;
    return at;
}

/* `am`, `p.m.` behind a time. */
static size_t read_meridian(Parts *parts, Str text, size_t at)
{
    size_t start = scan_space(text, at);
    int first = str_at(text, start);
    bool dotted = str_at(text, start + 1) == '.';
    size_t end = start + (dotted ? 4 : 2);
    if ((first != 'a' && first != 'p') || str_at(text, start + 1 + dotted) != 'm'
        || (dotted ? str_at(text, start + 3) != '.' : scan_is_word(str_at(text, end))))
        return at;
    parts->hour = parts->hour % 12 + (first == 'p' ? 12 : 0);
    return end;
}

/* `+0900`, `-05:00`, `+9` */
static size_t read_offset(Parts *parts, Str text, size_t at)
{
    Digits digits;
    int sign = str_at(text, at) == '-' ? -1 : 1;
    if ((sign == 1 && str_at(text, at) != '+') || !char_is_digit(str_at(text, at + 1)))
        return at;
    size_t end = read_digits(&digits, text, at + 1);
    int hours = (int)(digits.count > 2 ? digits.value / 100 : digits.value);
    int minutes = (int)(digits.count > 2 ? digits.value % 100 : 0);
    if (digits.count <= 2 && str_at(text, end) == ':' && read_small(&minutes, text, end + 1) > end + 1)
        end = read_small(&minutes, text, end + 1);
    if (digits.count > 4 || hours > 23 || minutes > 59)
        return at;
    parts->has_offset = true;
    parts->offset_s = sign * (hours * 3600 + minutes * 60);
    return end;
}

static size_t read_zone(Parts *parts, Str text, size_t at)
{
    static const struct {
        Str name;
        int hours;
    } zones[] = {
        { STR_INIT("z"), 0 },    { STR_INIT("ut"), 0 },   { STR_INIT("utc"), 0 },  { STR_INIT("gmt"), 0 },
        { STR_INIT("est"), -5 }, { STR_INIT("edt"), -4 }, { STR_INIT("cst"), -6 }, { STR_INIT("cdt"), -5 },
        { STR_INIT("mst"), -7 }, { STR_INIT("mdt"), -6 }, { STR_INIT("pst"), -8 }, { STR_INIT("pdt"), -7 },
    };
    size_t start = scan_space(text, at);
    size_t word = start;
    while (char_is_alpha(str_at(text, word)))
        word++;
    for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
        if (!str_eq(str_slice(text, start, word), zones[i].name))
            continue;
        size_t end = zones[i].hours == 0 ? read_offset(parts, text, word) : word;
        parts->has_offset = end == word; /* what follows GMT is read, but Ruby does not know what to make of it */
        parts->offset_s = zones[i].hours * 3600;
        return end;
    }
    size_t end = word == start ? read_offset(parts, text, start) : start;
    return end > start ? end : at;
}

/* `10:30`, `10:30:05.25`, `10pm`; gives where it ends, or `at`. */
static size_t read_clock(Parts *parts, Str text, size_t at)
{
    int hour, minute = 0, second = 0;
    size_t end = read_small(&hour, text, at);
    if (end == at)
        return at;
    size_t colon = scan_space(text, end);
    bool has_minute = str_at(text, colon) == ':';
    if (has_minute) {
        size_t start = scan_space(text, colon + 1);
        end = read_small(&minute, text, start);
        if (end == start)
            return at;
    }
    parts->hour = hour;
    if (has_minute && str_at(text, end) == ':' && read_small(&second, text, end + 1) > end + 1)
        end = read_fraction(parts, text, read_small(&second, text, end + 1));
    size_t meridian = read_meridian(parts, text, end);
    if (!has_minute && meridian == end) {
        parts->hour = NONE;
        return at;
    }
    parts->minute = minute;
    parts->second = second;
    return read_zone(parts, text, meridian);
}

static void read_time(Parts *parts)
{
    Str text = text_of(parts);
    for (size_t at = 0; at < text.len; at++) {
        if (!char_is_digit(str_at(text, at)) || (at > 0 && char_is_digit(str_at(text, at - 1))))
            continue;
        size_t end = read_clock(parts, text, at);
        if (end > at) {
            blank_out(parts, at, end);
            return;
        }
    }
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

static bool is_year(const Digits *digits)
{
    return digits->given && (digits->apostrophe || digits->count > 2);
}

static void swap(Digits *a, Digits *b)
{
    Digits other = *a;
    *a = *b;
    *b = other;
}

/* Year, month and day as they stand; whatever is too long for its place is the year. */
static bool take_date(Parts *parts, Digits year, Digits month, Digits day)
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

static Digits month_digits(int index)
{
    return (Digits){ .given = true, .value = index + 1, .count = 2 };
}

/* `14 March 2016`, `14th of ...` not; the year may be absent. */
static bool day_month_year(Parts *parts, Str text, size_t at)
{
    Digits day, year;
    size_t end = read_digits(&day, text, at);
    if (end == at || day.negative)
        return false;
    size_t word = scan_space(text, word_rest(text, end));
    if (name_at(datetime_months, 12, text, word) == NONE) {
        word = scan_space(text, end);
        if (name_at(datetime_months, 12, text, word) == NONE)
            return false;
    }
    end = scan_space(text, word_rest(text, word));
    read_digits(&year, text, end);
    return take_date(parts, year, month_digits(name_at(datetime_months, 12, text, word)), day);
}

/* `March 14, 2016`, `March 2016`, `March 14` */
static bool month_day_year(Parts *parts, Str text, size_t at)
{
    Digits day, year;
    int month = name_at(datetime_months, 12, text, at);
    if (month == NONE || !starts_word(text, at))
        return false;
    size_t start = scan_space(text, word_rest(text, at));
    size_t end = read_digits(&day, text, start);
    if (day.negative)
        return false;
    if (!day.given)
        return take_date(parts, day, month_digits(month), day);
    end = scan_space(text, word_rest(text, end));
    end = scan_space(text, end + (str_at(text, end) == ','));
    read_digits(&year, text, end);
    return take_date(parts, year, month_digits(month), day);
}

/* Three numbers with one separator; slashes may part two, then they are month and day. */
static bool separated(Parts *parts, Str text, size_t at, char separator)
{
    Digits year, month, day;
    size_t end = read_digits(&year, text, at);
    if (end == at || str_at(text, end) != separator || (at > 0 && char_is_digit(str_at(text, at - 1))))
        return false;
    size_t start = end + 1;
    end = read_digits(&month, text, start);
    if (end == start || month.negative)
        return false;
    bool has_third = str_at(text, end) == separator && read_digits(&day, text, end + 1) > end + 1;
    if (has_third)
        return take_date(parts, year, month, day);
    Digits none = { .given = false };
    if (separator != '/')
        return false;
    return is_year(&year) ? take_date(parts, year, month, none) : take_date(parts, none, year, month);
}

static bool dashed(Parts *parts, Str text, size_t at)
{
    return separated(parts, text, at, '-');
}

static bool slashed(Parts *parts, Str text, size_t at)
{
    return separated(parts, text, at, '/');
}

static bool dotted(Parts *parts, Str text, size_t at)
{
    return separated(parts, text, at, '.');
}

/* `14-mar-2016` */
static bool dashed_name(Parts *parts, Str text, size_t at)
{
    Digits day, year;
    size_t end = read_digits(&day, text, at);
    int month = end > at && str_at(text, end) == '-' ? name_at(datetime_months, 12, text, end + 1) : NONE;
    if (month == NONE)
        return false;
    end = word_rest(text, end + 1);
    if (str_at(text, end) != '-' || read_digits(&year, text, end + 1) == end + 1)
        return false;
    return take_date(parts, year, month_digits(month), day);
}

static int two_digits(Str text, size_t at)
{
    return (text.data[at] - '0') * 10 + (text.data[at + 1] - '0');
}

/* `the 5th` */
static bool ordinal_day(Parts *parts, Str text, size_t at)
{
    static const Str suffixes[] = { STR_INIT("st"), STR_INIT("nd"), STR_INIT("rd"), STR_INIT("th") };
    Digits day, none = { .given = false };
    size_t end = read_digits(&day, text, at);
    for (size_t i = 0; i < 4 && end > at; i++) {
        if (str_eq(str_slice(text, end, end + 2), suffixes[i]) && !scan_is_word(str_at(text, end + 2)))
            return take_date(parts, none, none, day);
    }
    return false;
}

/* `20240305`, `20240305101500`, `20240305t101500`, `20240305 101500` */
static bool compact(Parts *parts, Str text, size_t at)
{
    Digits digits, time;
    size_t end = read_digits(&digits, text, at);
    if ((digits.count != 8 && digits.count != 14) || digits.negative || digits.apostrophe)
        return false;
    parts->has_year = true;
    parts->year = two_digits(text, at) * 100 + two_digits(text, at + 2);
    parts->month = two_digits(text, at + 4);
    parts->day = two_digits(text, at + 6);
    size_t clock = digits.count == 14 ? at + 8 : scan_space(text, end + (str_at(text, end) == 't'));
    size_t clock_end = read_digits(&time, text, clock);
    if ((digits.count == 14 || clock > end) && (clock_end - clock == 6 || clock_end - clock == 4)) {
        parts->hour = two_digits(text, clock);
        parts->minute = two_digits(text, clock + 2);
        parts->second = clock_end - clock == 6 ? two_digits(text, clock + 4) : 0;
        read_zone(parts, text, clock_end);
    }
    return true;
}

static void read_date(Parts *parts)
{
    static bool (*const forms[])(Parts *, Str, size_t) = { day_month_year, month_day_year, dashed,      dashed_name,
                                                           slashed,        dotted,         ordinal_day, compact };
    Str text = text_of(parts);
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
static void complete(Parts *parts, int64_t now_unix_s, const Zone *zone)
{
    int32_t offset_s = parts->has_offset ? parts->offset_s : liquid_zone_offset_s(zone, now_unix_s);
    Civil now = civil_from_seconds(now_unix_s + offset_s);
    if (!parts->has_year) {
        parts->year = now.year;
        if (parts->month == NONE) {
            parts->month = now.month;
            if (parts->day == NONE)
                parts->day = now.day;
        }
    }
    parts->month = parts->month == NONE ? 1 : parts->month;
    parts->day = parts->day == NONE ? 1 : parts->day;
    parts->hour = parts->hour == NONE ? 0 : parts->hour;
    parts->minute = parts->minute == NONE ? 0 : parts->minute;
    parts->second = parts->second == NONE ? 0 : parts->second;
}

static bool is_possible(const Parts *parts)
{
    if (parts->month < 1 || parts->month > 12 || parts->day < 1 || parts->day > 31)
        return false;
    if (parts->year > 999999 || parts->year < -999999)
        return false;
    bool midnight = parts->hour == 24 && parts->minute == 0 && parts->second == 0;
    return (parts->hour < 24 || midnight) && parts->minute < 60 && parts->second <= 60;
}

/* 30 February becomes 1 March, as in Ruby. */
static int64_t civil_seconds(const Parts *parts)
{
    int64_t month_start = civil_to_seconds(parts->year, parts->month, 1, 0, 0, 0);
    return month_start + (int64_t)(parts->day - 1) * DAY_S + parts->hour * 3600 + parts->minute * 60 + parts->second;
}

bool liquid_time_read(LiquidTime *out, Str text, int64_t now_unix_s, const Zone *zone)
{
    Parts parts = { .month = NONE, .day = NONE, .hour = NONE, .minute = NONE, .second = NONE };
    if (text.len > MAX_LENGTH)
        return false;
    for (size_t i = 0; i < text.len; i++)
        parts.text[i] = text.data[i] == '\0' ? ' ' : (char)char_lower((unsigned char)text.data[i]);
    drop_weekday(&parts);
    read_time(&parts);
    read_date(&parts);
    if (!parts.has_year && parts.month == NONE && parts.day == NONE && parts.hour == NONE)
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
