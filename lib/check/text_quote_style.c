/* lib/check/text_quote_style.c - straight and curly quotation marks in one post. */
#include "check/prose.h"

static void see(QuoteStyle *style, const Prose *prose, size_t start, size_t end)
{
    if (style->count++ == 0)
        style->first = prose_span(prose, start, end);
}

/* As the author wrote it: typographic signs may have been made since. No marks of inches or attributes. */
static QuoteStyle *style_of(const Prose *prose, size_t at, size_t length)
{
    int source = str_at(prose->reading->document->text, reading_offset(prose->reading, at));
    int before = at > 0 ? str_at(prose->text, at - 1) : ' ';

    if (source == '"')
        return char_is_digit(before) || before == '=' ? NULL : &prose->habits->straight;
    return length > 1 && source == str_at(prose->text, at) ? &prose->habits->curly : NULL;
}

/* The mark's length in bytes; 0 for none. */
static size_t mark_at(Str text, size_t at)
{
    enum { LENGTH = 3, FIRST_BYTE = 0xE2 };
    if (str_at(text, at) != FIRST_BYTE)
        return str_at(text, at) == '"';
    Str sign = str_slice(text, at, at + LENGTH);
    return str_eq(sign, STR("\xE2\x80\x9C")) || str_eq(sign, STR("\xE2\x80\x9D")) ? LENGTH : 0;
}

void prose_check_quote_style(const Prose *prose)
{
    if (prose->reading == NULL || !prose->english)
        return;
    for (size_t at = 0; at < prose->text.len; at++) {
        size_t length = mark_at(prose->text, at);
        QuoteStyle *style = length == 0 ? NULL : style_of(prose, at, length);
        if (style != NULL)
            see(style, prose, at, at + length);
    }
}

void prose_settle_quote_style(const Subject *subject, Habits *habits)
{
    const QuoteStyle *straight = &habits->straight, *curly = &habits->curly;
    if (straight->count == 0 || curly->count == 0)
        return;
    bool few_curly = curly->count < straight->count;
    diag_info(subject->diags, "quote-style-mix", few_curly ? curly->first : straight->first,
              "this quotation mark is %s, most others of the post are %s", few_curly ? "curly" : "straight",
              few_curly ? "straight" : "curly");
    diag_hint(subject->diags, few_curly ? "write \"" : "write \xE2\x80\x9C and \xE2\x80\x9D");
}
