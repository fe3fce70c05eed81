/* lib/post/date_refuse.c */
#include "post/date_refuse.h"

#include "base/buf.h"
#include "post/date_scan.h"
#include "text/datetime.h"

#define WRITE_A_DAY "write the day as YYYY-MM-DD, as in 2024-08-06"

static bool is_day(int year, int month, int day)
{
    return date_day_check(year, month, day) == DATE_PARTS;
}

static bool refuse_epoch(Located text, Number number, Diags *diags)
{
    int64_t unix_s = 0;
    for (size_t i = number.start; i < number.end; i++)
        unix_s = unix_s * 10 + (str_at(text.str, i) - '0');
    if (number_width(number) >= 12)
        unix_s /= 1000; /* as JavaScript counts */

    Buf date = { .arena = diags->arena };
    datetime_put_rfc3339(&date, unix_s, 0);
    diag_stop(diags, "date-impossible", text.span, "expected a date, not a count of seconds");
    diag_hint(diags, "write " STR_FMT, STR_ARG(buf_str(&date)));
    return false;
}

static bool refuse_number(Located text, Number number, Diags *diags)
{
    bool year = number_width(number) == 4 && number.value >= DATE_YEAR_MIN;
    if (number_width(number) >= 9 && number_width(number) <= 13)
        return refuse_epoch(text, number, diags);
    if (!year) {
        diag_stop(diags, "date-impossible", text.span, "expected a date, not only a number");
        diag_hint(diags, WRITE_A_DAY);
        return false;
    }
    diag_stop(diags, "date-impossible", text.span, "expected a month and a day behind the year");
    diag_hint(diags, "write the whole day, as in %d-08-06", number.value);
    return false;
}

static bool refuse_month(Located text, Number year, Number month, Diags *diags)
{
    diag_stop(diags, "date-impossible", text.span, "expected a day behind the month");
    if (is_day(year.value, month.value, 1))
        diag_hint(diags, "write the whole day, as in %d-%02d-01", year.value, month.value);
    else
        diag_hint(diags, WRITE_A_DAY);
    return false;
}

/* 03/05/2024: which of the two is the month? */
static bool refuse_year_last(Located text, const Number part[3], Diags *diags)
{
    int year = part[2].value;
    bool month_first = is_day(year, part[0].value, part[1].value);
    bool day_first = is_day(year, part[1].value, part[0].value);
    Span span = located_part(text, part[0].start, part[2].end);

    if (!month_first && !day_first) {
        diag_stop(diags, "date-impossible", span, "the calendar has no such day");
        diag_hint(diags, WRITE_A_DAY);
        return false;
    }
    diag_stop(diags, "date-ambiguous", span, "day and month can be mistaken for each other");
    if (month_first && day_first && part[0].value != part[1].value)
        diag_hint(diags, "write %d-%02d-%02d or %d-%02d-%02d, whichever is meant", year, part[0].value, part[1].value,
                  year, part[1].value, part[0].value);
    else if (month_first)
        diag_hint(diags, "write %d-%02d-%02d", year, part[0].value, part[1].value);
    else
        diag_hint(diags, "write %d-%02d-%02d", year, part[1].value, part[0].value);
    return false;
}

static bool refuse_short_year(Located text, const Number part[3], Diags *diags)
{
    diag_stop(diags, "date-ambiguous", located_part(text, part[0].start, part[2].end),
              "year, month and day can be mistaken for each other");
    diag_hint(diags, "write the year with four digits first, then month and day, as in 2024-08-06");
    return false;
}

/* Numbers with marks between them: `24-08-06`, `3/5/2024`, `2024-08`, `20244-08-06`. */
static bool refuse_numbers(Located text, const Number part[3], size_t count, Diags *diags)
{
    bool short_parts = count == 3 && number_width(part[0]) <= 2 && number_width(part[1]) <= 2;
    if (short_parts && number_width(part[2]) == 4)
        return refuse_year_last(text, part, diags);
    if (short_parts && number_width(part[2]) <= 2)
        return refuse_short_year(text, part, diags);
    if (count == 2 && number_width(part[0]) == 4)
        return refuse_month(text, part[0], part[1], diags);
    if (count == 3 && number_width(part[0]) > 2) {
        diag_stop(diags, "date-impossible", located_part(text, part[0].start, part[0].end),
                  "expected a year of four digits");
        diag_hint(diags, WRITE_A_DAY);
        return false;
    }
    diag_stop(diags, "date-impossible", text.span, "expected a date");
    diag_hint(diags, WRITE_A_DAY);
    return false;
}

static int month_of(Str word)
{
    for (int i = 0; i < 12 && word.len >= 3; i++) {
        if (word.len <= datetime_months[i].len && str_eq_nocase(word, str_slice(datetime_months[i], 0, word.len)))
            return i + 1;
    }
    return str_eq_nocase(word, STR("Sept")) ? 9 : 0;
}

typedef struct Words {
    int year, month, day;
    bool time; /* there is a colon: a time of day stands there too */
} Words;

/* What `5th March 2024` and `Tue, March 5, 2024 16:30` have in common: a word, a small number, a number of four digits.
 */
static Words read_words(Str text)
{
    Words words = { 0 };
    for (size_t at = 0; at < text.len && !words.time;) {
        size_t start = at;
        while (char_is_alpha(str_at(text, at)))
            at++;
        if (words.month == 0)
            words.month = month_of(str_slice(text, start, at));
        Number number = number_scan(text, &at);
        words.time = str_at(text, at) == ':';
        if (number_width(number) == 4)
            words.year = number.value;
        else if (number_width(number) > 0 && words.day == 0 && !words.time)
            words.day = number.value;
        if (at == start)
            at++;
    }
    return words;
}

static void offer_day(Located text, Words words, Diags *diags)
{
    Str day = arena_format(diags->arena, "%d-%02d-%02d", words.year, words.month, words.day);
    diag_hint(diags, "write " STR_FMT, STR_ARG(day));
    if (str_eq(source_text(text.span), text.str))
        diag_fix(diags, text.span, day, true);
}

static bool refuse_words(Located text, Diags *diags)
{
    Words words = read_words(text.str);

    bool day = is_day(words.year, words.month, words.day);

    diag_stop(diags, day ? "date-noncanonical" : "date-impossible", text.span,
              words.month != 0 ? "expected the date in figures" : "expected a date");
    if (!day)
        diag_hint(diags, WRITE_A_DAY);
    else if (words.time)
        diag_hint(diags, "write %d-%02d-%02d, then the time, as in %d-%02d-%02d 16:30:00", words.year, words.month,
                  words.day, words.year, words.month, words.day);
    else
        offer_day(text, words, diags);
    return false;
}

bool date_refuse(Located text, Diags *diags)
{
    Number part[3];
    size_t count = 0;
    size_t at = 0;
    bool hyphen = true;

    do {
        part[count] = number_scan(text.str, &at);
        if (number_width(part[count]) == 0)
            break;
        count++;
    } while (count < 3 && date_mark_scan(text.str, &at, &hyphen));
    if (count == 0)
        return refuse_words(text, diags);
    if (count == 1)
        return at == text.str.len ? refuse_number(text, part[0], diags) : refuse_words(text, diags);
    return refuse_numbers(text, part, count, diags);
}
