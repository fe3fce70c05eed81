/* lib/markup/kramdown/quotes.c - typographic quotes, by kramdown's ten rules. */
#include "markup/kramdown/scan.h"
#include "markup/kramdown/spans.h"

static bool is_mark(int c)
{
    return c == '"' || c == '\'';
}

static bool is_space_or_end(int c)
{
    return c == STR_END || char_is_space(c);
}

static void put_quote(SpanReader *spans, int mark, bool opens)
{
    size_t at = spans->at;
    Str single = opens ? STR("\u2018") : STR("\u2019");
    Str pair = opens ? STR("\u201C") : STR("\u201D");
    int sign = SIGN_QUOTES + (mark == '"' ? QUOTE_LEFT_PAIR : QUOTE_LEFT) + !opens;

    put_made(spans, mark == '"' ? pair : single, sign, at, at + 1);
    spans->at = at + 1;
}

/* Before emphasis that opens. */
static bool opens_before_emphasis(Str text, size_t at)
{
    int next = str_at(text, at + 1);
    return (next == '*' || next == '_') && !is_space_or_end(str_at(text, at + 2));
}

/* Before punctuation that no word follows. */
static bool closes_before_punctuation(Str text, size_t at)
{
    int next = str_at(text, at + 1);

    if (next <= ' ' || next >= 0x7F || char_is_alnum(next) || next == '&')
        return false;
    if (str_at(text, at + 2) == '.' && str_at(text, at + 3) == '.')
        return false;
    return (next == '_') == starts_word(text, at + 2);
}

/* `"'word`: both open. */
static bool opens_twice(Str text, size_t at)
{
    int first = str_at(text, at);
    int second = str_at(text, at + 1);
    return is_mark(first) && is_mark(second) && first != second && scan_is_word_char(str_at(text, at + 2));
}

/* `'90s` */
static bool is_decade(Str text, size_t at)
{
    return str_at(text, at) == '\'' && char_is_digit(str_at(text, at + 1)) && char_is_digit(str_at(text, at + 2))
           && str_at(text, at + 3) == 's';
}

/* Behind what a word may end with. */
static bool closes_behind(Str text, size_t at)
{
    return strchr(" \\\t\r\n[{(-", text.data[at]) == NULL && is_mark(str_at(text, next_character(text, at)));
}

static bool closes_at_end(Str text, size_t at)
{
    int next = str_at(text, at + 1);
    return is_space_or_end(next) || (next == 's' && !starts_word(text, at + 2));
}

/* The rules that look at a quote without what stands before it. */
static bool read_lone(SpanReader *spans)
{
    Str text = spans->text;
    size_t at = spans->at;
    int mark = str_at(text, at);

    if (!is_mark(mark))
        return false;
    bool opens = opens_before_emphasis(text, at);
    if (opens || closes_before_punctuation(text, at)) {
        put_quote(spans, mark, opens);
        return true;
    }
    return false;
}

static void put_before(SpanReader *spans, size_t end)
{
    put_text(spans, spans->tree, spans->at, end);
    spans->at = end;
}

/* The rules for openings at the start of a word. */
static bool read_opening(SpanReader *spans)
{
    Str text = spans->text;
    bool spaced = char_is_space(str_at(text, spans->at));
    size_t at = spans->at + spaced;
    int mark = str_at(text, at);

    if (opens_twice(text, at)) {
        put_before(spans, at);
        put_quote(spans, mark, true);
        put_quote(spans, str_at(text, at + 1), true);
        return true;
    }
    if (!is_decade(text, at) && !(spaced && scan_is_word_char(str_at(text, at + 1))))
        return false;
    put_before(spans, at);
    put_quote(spans, mark, !is_decade(text, at));
    return true;
}

bool read_quote(SpanReader *spans)
{
    Str text = spans->text;

    if (read_lone(spans) || read_opening(spans))
        return true;
    if (closes_behind(text, spans->at)) {
        put_before(spans, next_character(text, spans->at));
        put_quote(spans, str_at(text, spans->at), false);
        return true;
    }
    if (is_mark(str_at(text, spans->at)) && closes_at_end(text, spans->at)) {
        put_quote(spans, str_at(text, spans->at), false);
        return true;
    }
    size_t next = next_character(text, spans->at);
    if (str_at(text, next) == '\'' || (!is_mark(str_at(text, spans->at)) && str_at(text, next) == '"'))
        put_before(spans, next);
    else if (str_at(text, next) == '"' && str_at(text, spans->at) == '"')
        put_before(spans, next);
    put_quote(spans, str_at(text, spans->at), true);
    return true;
}
