/* lib/check/filenames.c */
#include "base/file.h"
#include "check/subject.h"
#include "text/datetime.h"

/* A file's name has no place in its text: it is told of at its first line. */
static Span first_line(const Subject *subject)
{
    return (Span){ subject->post->post.source, 0, 0 };
}

static void check_date(const Subject *subject, Str stem, size_t rest, bool dated, const Date *date)
{
    Diags *diags = subject->diags;
    Str written = str_slice(stem, 0, rest);

    if (rest == 0)
        return;
    while (written.len > 0 && !char_is_digit(str_at(written, written.len - 1)))
        written.len--;
    if (!dated) {
        diag_error(diags, "filename-date-invalid", first_line(subject),
                   "the file's name begins with \"" STR_FMT "\", a day that does not exist", STR_ARG(written));
        diag_hint(diags, "rename the file to begin with year, month and day, as 2024-08-06-title.md");
        return;
    }
    Civil day = civil_from_seconds(date_day(date));
    Str right = arena_format(subject->keep, "%04d-%02d-%02d", (int)day.year, day.month, day.day);
    if (str_eq(written, right))
        return;
    diag_warning(diags, "filename-date-noncanonical", first_line(subject),
                 "the date in the file's name is written \"" STR_FMT "\"", STR_ARG(written));
    diag_hint(diags, "rename the file to begin with " STR_FMT, STR_ARG(right));
}

static const char *character_name(int c)
{
    return c == ' ' ? "a blank" : c < ' ' || c == 0x7F ? "a control character" : NULL;
}

/* What an address must write as %XX or reads as something else; letters of any script may stand. */
static bool is_bad(int c)
{
    return c < 0x80 && !char_is_alnum(c) && c != '-' && c != '_' && c != '.' && c != '+' && c != '~' && c != ' ';
}

static void check_characters(const Subject *subject, Str name)
{
    Diags *diags = subject->diags;
    bool told_blank = false, told_bad = false;

    for (size_t i = 0; i < name.len; i++) {
        int c = str_at(name, i);
        if (c == ' ' && !told_blank) {
            told_blank = true;
            diag_warning(diags, "filename-space", first_line(subject), "there is a blank in the file's name");
            diag_hint(diags, "rename the file with hyphens for blanks");
        } else if (is_bad(c) && !told_bad) {
            told_bad = true;
            if (character_name(c) != NULL)
                diag_warning(diags, "filename-bad-character", first_line(subject), "there is %s in the file's name",
                             character_name(c));
            else
                diag_warning(diags, "filename-bad-character", first_line(subject), "there is \"%c\" in the file's name",
                             c);
            diag_hint(diags, "rename the file with letters, digits and hyphens");
        }
    }
}

typedef bool Found(Str text, size_t at);

static bool is_upper(Str text, size_t at)
{
    return str_at(text, at) >= 'A' && str_at(text, at) <= 'Z';
}

static bool is_underscore(Str text, size_t at)
{
    return str_at(text, at) == '_';
}

/* "v1.2" and "15.1" are numbers. */
static bool is_dot(Str text, size_t at)
{
    return str_at(text, at) == '.'
           && !(at > 0 && char_is_digit(str_at(text, at - 1)) && char_is_digit(str_at(text, at + 1)));
}

static void check_style(const Subject *subject, Str slug)
{
    static const struct Style {
        const char *rule;
        Found *found;
        const char *message, *hint;
    } styles[] = {
        { "filename-uppercase", is_upper, "there are capitals in the file's name, and so in its address",
          "some servers tell them from small letters: rename the file with small ones" },
        { "filename-underscore", is_underscore, "there are underscores in the file's name, and so in its address",
          "rename the file with hyphens, which search engines take for blanks" },
        { "filename-dot", is_dot, "there is a full stop in the file's name, before its extension",
          "rename the file without it" },
    };
    for (size_t s = 0; s < sizeof(styles) / sizeof(styles[0]); s++) {
        size_t at = 0;
        while (at < slug.len && !styles[s].found(slug, at))
            at++;
        if (at == slug.len)
            continue;
        diag_info(subject->diags, styles[s].rule, first_line(subject), "%s", styles[s].message);
        diag_hint(subject->diags, "%s", styles[s].hint);
    }
}

void check_filenames(const Subject *subject)
{
    Str name = path_name(subject->post->post.path), stem = path_stem(subject->post->post.path);
    size_t rest = 0;
    Date date;

    bool dated = date_from_file_name(&date, &rest, stem, subject->site->zone);
    check_date(subject, stem, rest, dated, &date);
    check_characters(subject, name);
    if (subject->post->post.permalink.len == 0) /* else the address is not made of the name */
        check_style(subject, str_from_offset(stem, rest));
}

/* Where most posts begin with a date, one that does not is sorted elsewhere; Jekyll's _posts leave it out. */
void check_filenames_together(const Overview *overview)
{
    const Site *site = overview->site;
    size_t dated = 0;

    for (int report = 0; report < 2; report++) {
        if (report && dated * 2 <= site->all_count)
            return;
        for (size_t i = 0; i < site->all_count; i++) {
            SitePost *post = site->all[i];
            size_t rest = 0;
            Date date;
            bool named = date_from_file_name(&date, &rest, path_stem(post->post.path), site->zone) || rest > 0;
            if (!report) {
                dated += named;
            } else if (!named && post->post.source != NULL && overview_tells(overview, post)) {
                diag_warning(&post->diags, "filename-no-date", (Span){ post->post.source, 0, 0 },
                             "the file's name does not begin with a date, as those of other posts do");
                diag_hint(&post->diags, "rename the file to begin with its day, as 2024-08-06-title.md");
            }
        }
    }
}
