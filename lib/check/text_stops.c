/* lib/check/text_stops.c - punctuation that stands twice or where none belongs: ",,", "word..", "2016. has". */
#include "check/prose.h"

/* Marks that never follow one another. */
static const Str runs[] = {
    STR_INIT(",,"), STR_INIT(";;"), STR_INIT(",."),  STR_INIT(",;"),
    STR_INIT(";,"), STR_INIT(";."), STR_INIT(", ,"), STR_INIT("!!1"),
};

static bool ends_word(Str text, size_t at)
{
    int32_t c = prose_before(text, at);
    return prose_is_letter(c) || char_is_digit(c) || c == ')' || c == '"' || c == 0x201D || c == 0xFFFC;
}

static bool ends_token(Str text, size_t at)
{
    int32_t c = prose_after(text, at);
    return c == STR_END || char_is_space(c) || c == ')' || c == '"' || c == 0x201D;
}

static void report_stop(const Subject *subject, Span span)
{
    diag_warning(subject->diags, "stray-full-stop", span, "a full stop too many");
    diag_hint(subject->diags, "write one full stop, or \"...\" for an ellipsis");
}

static void report_run(const Prose *prose, size_t start, size_t end)
{
    diag_warning(prose->subject->diags, "punctuation-run", prose_span(prose, start, end),
                 "\"" STR_FMT "\" is more than one mark", STR_ARG(str_slice(prose->text, start, end)));
    diag_hint(prose->subject->diags, "leave one of them");
}

/* Some write ".." for an ellipsis, throughout. */
void prose_settle_stops(const Subject *subject, Habits *habits)
{
    enum { HABIT = 3 };
    if (habits->double_stops.len >= HABIT)
        return;
    for (size_t i = 0; i < habits->double_stops.len; i++)
        report_stop(subject, habits->double_stops.items[i]);
}

/* Both stops, or the second alone where markup stands between them. */
static void see_stop(const Prose *prose, size_t at, size_t end)
{
    Span span = prose_span(prose, at, end);
    if (!str_eq(source_text(span), str_slice(prose->text, at, end)))
        span = prose_span(prose, end - 1, end);
    if (end - at == 2)
        vec_push(prose->subject->scratch, &prose->habits->double_stops, span);
    else
        report_stop(prose->subject, span);
}

/* "word..", "word. ." */
static size_t stop_end(Str text, size_t at)
{
    bool gap = str_at(text, at + 1) == ' ';
    size_t second = at + 1 + gap;
    if (str_at(text, at) != '.' || str_at(text, second) != '.' || !ends_word(text, at) || !ends_token(text, second + 1))
        return 0;
    return gap && str_at(text, second + 1) == ' ' && str_at(text, second + 2) == '.' ? 0 : second + 1;
}

static size_t run_end(Str text, size_t at)
{
    for (size_t i = 0; i < sizeof(runs) / sizeof(runs[0]); i++) {
        size_t end = at + runs[i].len;
        if (str_starts_with(str_from_offset(text, at), runs[i]) && ends_word(text, at) && ends_token(text, end))
            return end;
    }
    return 0;
}

/* --- within a sentence ---------------------------------------------------------------------------------------------
 */

/* No sentence begins with these in small letters: they carry on what stands before. In order. */
static const char *const carrying[] = { "and", "are", "been", "by",  "from", "had",   "has",  "have", "is",
                                        "of",  "or",  "to",   "was", "were", "which", "will", "with", "would" };

/* What has a full stop of its own. */
static const char *const shortened[] = { "admin", "approx", "assoc", "conf", "corp", "dept", "feat",
                                         "govt",  "incl",   "inst",  "intl", "misc", "orig", "pres",
                                         "prof",  "resp",   "spec",  "tech", "temp", "univ", "vers" };

/* A year, or a word in small letters that is not shortened. */
static bool is_mid_sentence(Str text, size_t at)
{
    enum { LEAST = 4 };
    size_t start = at, digits = 0, small = 0;
    for (; start > 0 && char_is_alnum(str_at(text, start - 1)); start--) {
        digits += char_is_digit(str_at(text, start - 1));
        small += prose_is_small(str_at(text, start - 1));
    }
    size_t length = at - start;
    if (start > 0 && str_at(text, start - 1) != ' ')
        return false;
    return (length == LEAST && digits == length)
           || (length >= LEAST && small == length
               && !str_is_among(str_slice(text, start, at), shortened, sizeof(shortened) / sizeof(shortened[0])));
}

/* "10-13 May 2016. has been posted" */
static bool stops_sentence(const Prose *prose, size_t at)
{
    Str text = prose->text;
    size_t start = at + 2, end = start;
    if (!prose->english || str_at(text, at) != '.' || str_at(text, at + 1) != ' ')
        return false;
    while (prose_is_small(str_at(text, end)))
        end++;
    return str_at(text, end) == ' '
           && str_is_among(str_slice(text, start, end), carrying, sizeof(carrying) / sizeof(carrying[0]))
           && is_mid_sentence(text, at);
}

static void report_within(const Prose *prose, size_t at)
{
    diag_warning(prose->subject->diags, "stray-full-stop", prose_span(prose, at, at + 1),
                 "a full stop stands within the sentence");
    diag_hint(prose->subject->diags, "take it out, or begin the next word with a capital");
}

void prose_check_stops(const Prose *prose)
{
    Str text = prose->text;
    for (size_t at = 0; at < text.len; at++) {
        int c = str_at(text, at);
        if (c != '.' && c != ',' && c != ';' && c != '!')
            continue;
        size_t stop = stop_end(text, at), run = run_end(text, at);
        if (stop > 0)
            see_stop(prose, at, stop);
        else if (run > 0)
            report_run(prose, at, run);
        else if (stops_sentence(prose, at))
            report_within(prose, at);
        at = stop > 0 ? stop - 1 : run > 0 ? run - 1 : at;
    }
}
