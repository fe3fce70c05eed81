/* lib/check/text_stops.c - punctuation that stands twice or where none belongs: ",,", "word..", ". .". */
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
        at = stop > 0 ? stop - 1 : run > 0 ? run - 1 : at;
    }
}
