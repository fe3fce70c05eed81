/* lib/check/dates.c */
#include "base/file.h"
#include "check/dates_text.h"
#include "check/subject.h"
#include "text/datetime.h"

enum { FIRST_YEAR = 1991 }; /* of the web */

static const Tree *date_of(const Post *post)
{
    const Tree *date = tree_get(post->front_matter, STR("date"));
    bool own = date != NULL && date->kind == TREE_SCALAR && date->span.source == post->source;
    return own && !tree_is_null(date) ? date : NULL;
}

static void check_year(const Subject *subject, const Tree *date)
{
    int64_t year = civil_from_seconds(date_day(&subject->post->post.date)).year;
    if (year >= FIRST_YEAR)
        return;
    diag_warning(subject->diags, "date-implausible", tree_located(date).span,
                 "the post is dated %d, before there was a web", (int)year);
    diag_hint(subject->diags, "mind the year");
}

/* The day as written, or the same instant's day in UTC: both are what authors name files by. */
static bool is_day_of(const Date *date, const Date *named)
{
    int64_t day = date_day(named);
    Civil utc = civil_from_seconds(date->unix_s);
    return day == date_day(date) || day == civil_to_seconds(utc.year, utc.month, utc.day, 0, 0, 0);
}

/* A year that cannot be meant is one slip, though the file's name has another. */
static bool is_told(const Subject *subject)
{
    for (size_t i = 0; i < subject->diags->len; i++) {
        const char *rule = subject->diags->items[i].rule;
        if (strcmp(rule, "date-implausible") == 0 || strcmp(rule, "date-future") == 0)
            return true;
    }
    return false;
}

static void check_file_name(const Subject *subject, const Tree *value)
{
    const Post *post = &subject->post->post;
    Located text = tree_located(value);
    size_t rest = 0;
    Date named;

    if (is_told(subject) || !date_from_file_name(&named, &rest, path_stem(post->path), subject->site->zone)
        || is_day_of(&post->date, &named))
        return;
    Civil day = civil_from_seconds(date_day(&named));
    Str right = arena_format(subject->keep, "%04d-%02d-%02d", (int)day.year, day.month, day.day);
    diag_warning(subject->diags, "date-filename-mismatch", text.span, "the file's name has another day, " STR_FMT,
                 STR_ARG(right));
    diag_hint(subject->diags, "write the same day in both; the address is made of this one");
    if (post->date.precision == DATE_DAY && str_eq(source_text(text.span), text.str))
        diag_fix(subject->diags, text.span, right, false);
}

void check_dates(const Subject *subject)
{
    const Post *post = &subject->post->post;
    const Tree *date = date_of(post);

    if (date != NULL && subject->post->sound) {
        check_year(subject, date);
        check_file_name(subject, date);
    }
    if (subject->document != NULL)
        dates_check_text(subject);
}
