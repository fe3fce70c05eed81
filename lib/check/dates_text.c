/* lib/check/dates_text.c */
#include "check/dates_text.h"

#include "text/datetime.h"

enum { NONE = -1, ABBREVIATED = 3, DAY_S = 86400 };

/* A date as the text has it. */
typedef struct Found {
    size_t start, end; /* of the whole: weekday to year */
    size_t weekday_start, weekday_end;
    int weekday;  /* 0 is Sunday, or NONE */
    int64_t year; /* or NONE */
    int month, day;
} Found;

static bool is_letter(int c)
{
    return char_is_alpha(c) || c >= 0x80;
}

/* The name at `at`, whole or as its first three letters (also "Sept", "Tues", "Thurs"), and where it ends. */
static int read_name(size_t *end, Str text, size_t at, const Str *names, int count)
{
    size_t stop = at;
    while (is_letter(str_at(text, stop)))
        stop++;
    Str word = str_slice(text, at, stop);
    if (word.len < ABBREVIATED)
        return NONE;
    for (int i = 0; i < count; i++) {
        if (str_at(names[i], 0) != str_at(word, 0))
            continue;
        bool whole = str_eq_nocase(word, names[i]);
        bool part = word.len <= ABBREVIATED + 2 && str_starts_with(names[i], word) && word.len < names[i].len;
        if (!whole && !part)
            continue;
        *end = stop + (part && str_at(text, stop) == '.');
        return i;
    }
    return NONE;
}

static size_t skip_blanks(Str text, size_t at)
{
    for (;;) {
        int c = str_at(text, at);
        if (c != ' ' && !(c == 0xC2 && str_at(text, at + 1) == 0xA0)) /* a no-break space */
            return at;
        at += c == ' ' ? 1 : 2;
    }
}

static size_t skip_word(Str text, size_t at, Str word)
{
    return str_starts_with(str_from_offset(text, at), word) ? skip_blanks(text, at + word.len) : at;
}

/* A number of at most `digits` digits, none before or after it. */
static int read_number(size_t *end, Str text, size_t at, size_t digits)
{
    int value = 0;
    size_t i = at;
    while (char_is_digit(str_at(text, i)) && i - at < digits)
        value = value * 10 + (str_at(text, i++) - '0');
    if (i == at || char_is_digit(str_at(text, i)))
        return NONE;
    *end = i;
    return value;
}

/* "6", "6th"; not "6:30", "6pm", "6.5". */
static int read_day(size_t *end, Str text, size_t at)
{
    static const Str ordinals[] = { STR_INIT("st"), STR_INIT("nd"), STR_INIT("rd"), STR_INIT("th") };
    int day = read_number(end, text, at, 2);
    if (day == NONE)
        return NONE;
    for (size_t i = 0; i < sizeof(ordinals) / sizeof(ordinals[0]); i++) {
        if (str_starts_with(str_from_offset(text, *end), ordinals[i]))
            *end += ordinals[i].len;
    }
    int c = str_at(text, *end);
    bool part = is_letter(c) || c == ':' || c == '/' || c == '%'
                || ((c == '.' || c == ',') && char_is_digit(str_at(text, *end + 1)));
    return part && !(c == ',' && char_is_digit(str_at(text, *end + 1))) ? NONE : day;
}

/* ", 2024" or " 2024" behind a date. */
static void read_year(Found *found, Str text)
{
    size_t at = found->end, end;
    if (str_at(text, at) == ',')
        at++;
    at = skip_blanks(text, at);
    int year = read_number(&end, text, at, 4);
    if (year < 1900 || year > 2200 || is_letter(str_at(text, end)))
        return;
    found->year = year;
    found->end = end;
}

/* "August 6", "6 August", "the 6th of August" at `at`. */
static bool read_month_and_day(Found *found, Str text, size_t at)
{
    size_t end, day_end;
    int month = read_name(&end, text, at, datetime_months, 12);
    if (month != NONE) {
        found->day = read_day(&day_end, text, skip_word(text, skip_blanks(text, end), STR("the ")));
        if (found->day == NONE)
            return false;
        found->end = day_end;
    } else {
        at = skip_word(text, at, STR("the "));
        found->day = read_day(&day_end, text, at);
        if (found->day == NONE)
            return false;
        size_t name = skip_word(text, skip_blanks(text, day_end), STR("of "));
        month = name == day_end ? NONE : read_name(&found->end, text, name, datetime_months, 12);
        if (month == NONE)
            return false;
    }
    found->month = month + 1;
    found->year = NONE;
    read_year(found, text);
    return found->day > 0;
}

/* "Monday and Tuesday, May 5 and 6": whose day is whose is another matter. */
static bool follows_weekday(Str text, size_t at)
{
    static const Str joints[] = { STR_INIT("and "),     STR_INIT("to "), STR_INIT("or "), STR_INIT("- "),
                                  STR_INIT("-"),        STR_INIT("– "),  STR_INIT("–"),   STR_INIT("& "),
                                  STR_INIT("through "), STR_INIT("/") };
    for (size_t i = 0; i < sizeof(joints) / sizeof(joints[0]); i++) {
        if (at >= joints[i].len && str_starts_with(str_from_offset(text, at - joints[i].len), joints[i]))
            return true;
    }
    return false;
}

static bool read_date(Found *found, Str text, size_t at)
{
    size_t end;

    *found = (Found){ .start = at, .weekday = NONE };
    int weekday = read_name(&end, text, at, datetime_days, 7);
    if (weekday == NONE)
        return read_month_and_day(found, text, at);
    found->weekday_start = at;
    found->weekday_end = end;
    found->weekday = follows_weekday(text, at) ? NONE : weekday;
    if (str_at(text, end) == ',')
        end++;
    return read_month_and_day(found, text, skip_blanks(text, end));
}

/* --- judging ----------------------------------------------------------------------------------------------------- */

static bool has_leap_day(const Found *found)
{
    return found->month == 2 && found->day == 29 && found->year == NONE;
}

/* A number behind a month may count something else: "In May 35 members joined". */
static bool is_impossible(const Found *found)
{
    enum { LONGEST = 31 };
    int64_t year = found->year == NONE ? 2024 : found->year;
    bool sure = found->year != NONE || found->weekday != NONE || found->day <= LONGEST;
    return found->day > civil_month_days(year, found->month) && sure && !has_leap_day(found);
}

static int weekday_of(int64_t year, const Found *found)
{
    return civil_from_seconds(civil_to_seconds(year, found->month, found->day, 0, 0, 0)).weekday;
}

/* Without a year it is right in any of the years near the post. */
static bool is_weekday_wrong(const Found *found, int64_t post_year)
{
    if (found->weekday == NONE || has_leap_day(found))
        return false;
    if (found->year != NONE)
        return weekday_of(found->year, found) != found->weekday;
    for (int64_t year = post_year - 1; year <= post_year + 1; year++) {
        if (weekday_of(year, found) == found->weekday)
            return false;
    }
    return true;
}

static void report_weekday(const Subject *subject, const Reading *reading, const Found *found, int64_t post_year)
{
    int64_t year = found->year == NONE ? post_year : found->year;
    Str right = datetime_days[weekday_of(year, found)], month = datetime_months[found->month - 1];
    Span span = reading_span(reading, found->weekday_start, found->weekday_end);

    diag_warning(subject->diags, "weekday-wrong", span, STR_FMT " %d in %d is a " STR_FMT, STR_ARG(month), found->day,
                 (int)year, STR_ARG(right));
    diag_hint(subject->diags, "correct the weekday or the day");
}

static void report_impossible(const Subject *subject, const Reading *reading, const Found *found)
{
    int64_t year = found->year == NONE ? 2024 : found->year;
    diag_warning(subject->diags, "date-in-text-impossible", reading_span(reading, found->start, found->end),
                 STR_FMT " has %d days", STR_ARG(datetime_months[found->month - 1]),
                 civil_month_days(year, found->month));
    diag_hint(subject->diags, "correct the day or the month");
}

/* 2024-02-30: what else could it be? */
static bool read_iso(Found *found, Str text, size_t at)
{
    size_t end;
    int year = read_number(&end, text, at, 4);
    int month = year < 1900 || str_at(text, end) != '-' ? NONE : read_number(&end, text, end + 1, 2);
    int day = month < 1 || month > 12 || str_at(text, end) != '-' ? NONE : read_number(&end, text, end + 1, 2);
    if (day < 1 || day > 31 || end != at + 10 || is_letter(str_at(text, end)) || str_at(text, end) == '-')
        return false;
    *found = (Found){ .start = at, .end = end, .weekday = NONE, .year = year, .month = month, .day = day };
    return true;
}

static void check_reading(const Subject *subject, const Reading *reading, int64_t post_year)
{
    Str text = reading->text;
    Found found;

    for (size_t at = 0; at < text.len; at++) {
        int c = str_at(text, at), before = at == 0 ? ' ' : str_at(text, at - 1);
        bool capital = c >= 'A' && c <= 'Z';
        if ((!capital && !char_is_digit(c)) || is_letter(before) || char_is_digit(before) || before == '-'
            || before == '/')
            continue;
        bool read = capital || !read_iso(&found, text, at) ? read_date(&found, text, at) : true;
        if (!read)
            continue;
        if (is_impossible(&found))
            report_impossible(subject, reading, &found);
        else if (is_weekday_wrong(&found, post_year))
            report_weekday(subject, reading, &found, post_year);
        at = found.end - 1;
    }
}

void dates_check_text(const Subject *subject)
{
    const Date *date = &subject->post->post.date;
    int64_t year = civil_from_seconds(date_day(date)).year;

    for (size_t i = 0; i < subject->readings.len && subject->post->sound; i++)
        check_reading(subject, &subject->readings.items[i], year);
}
