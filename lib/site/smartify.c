/* lib/site/smartify.c */
#include "site/smartify.h"

#include "base/buf.h"

enum { LONGEST_TAG = 4096 }; /* no longer tag or verbatim element is looked for: time stays linear */

#define LEFT_SINGLE "\xE2\x80\x98"
#define RIGHT_SINGLE "\xE2\x80\x99"
#define LEFT_DOUBLE "\xE2\x80\x9C"
#define RIGHT_DOUBLE "\xE2\x80\x9D"
#define NO_BREAK_SPACE "\xC2\xA0"

/* Longest first. */
static const struct Symbol {
    Str written, printed;
} symbols[] = {
    { STR_INIT("---"), STR_INIT("\xE2\x80\x94") },
    { STR_INIT("--"), STR_INIT("\xE2\x80\x93") },
    { STR_INIT("..."), STR_INIT("\xE2\x80\xA6") },
    { STR_INIT("\\<<"), STR_INIT("&lt;&lt;") },
    { STR_INIT("\\>>"), STR_INIT("&gt;&gt;") },
    { STR_INIT("<< "), STR_INIT("\xC2\xAB" NO_BREAK_SPACE) },
    { STR_INIT(" >>"), STR_INIT(NO_BREAK_SPACE "\xC2\xBB") },
    { STR_INIT("<<"), STR_INIT("\xC2\xAB") },
    { STR_INIT(">>"), STR_INIT("\xC2\xBB") },
};

static bool is_word(int c)
{
    return char_is_alnum(c) || c == '_' || c >= 0x80;
}

static bool is_punctuation(int c)
{
    return c > ' ' && c < 0x7F && !char_is_alnum(c);
}

static bool is_quote(int c)
{
    return c == '"' || c == '\'';
}

/* Whether what stands before a quote makes it a closing one. */
static bool closes_behind(int before)
{
    return before != STR_END && !char_is_space(before) && strchr("\\[{(-", before) == NULL;
}

/* `'80s` */
static bool is_decade(Str text, size_t at)
{
    return str_at(text, at) == '\'' && char_is_digit(str_at(text, at + 1)) && char_is_digit(str_at(text, at + 2))
           && str_at(text, at + 3) == 's';
}

static bool before_emphasis(Str text, size_t at)
{
    size_t i = at;
    while (i < at + 2 && (str_at(text, i) == '_' || str_at(text, i) == '*'))
        i++;
    int next = str_at(text, i);
    return i > at && next != STR_END && !char_is_space(next);
}

/* A quote before punctuation closes, unless an ellipsis or a word follows that. */
static bool before_punctuation(Str text, size_t at)
{
    int after = str_at(text, at + 1);
    bool dots = after == '.' && str_at(text, at + 2) == '.';
    bool edge = is_word(str_at(text, at)) != is_word(after);
    return is_punctuation(str_at(text, at)) && !dots && !edge;
}

static bool opens(Str text, size_t at)
{
    int before = at == 0 ? STR_END : str_at(text, at - 1);
    int after = str_at(text, at + 1);

    if (before_emphasis(text, at + 1))
        return true;
    if (before_punctuation(text, at + 1))
        return is_quote(after) && after != str_at(text, at) && is_word(str_at(text, at + 2)) && !closes_behind(before);
    if (is_decade(text, at) && (before == STR_END || char_is_space(before)))
        return false;
    if (closes_behind(before))
        return false;
    if (char_is_space(before) && is_word(after))
        return true;
    return !(after == STR_END || char_is_space(after) || (after == 's' && !is_word(str_at(text, at + 2))));
}

static void put_quote(Buf *out, Str text, size_t at)
{
    bool left = opens(text, at);
    if (text.data[at] == '"')
        buf_put(out, left ? STR(LEFT_DOUBLE) : STR(RIGHT_DOUBLE));
    else
        buf_put(out, left ? STR(LEFT_SINGLE) : STR(RIGHT_SINGLE));
}

/* --- tags and entities ------------------------------------------------------------------------------------------- */

/* Where the tag or comment at `at` ends, or `at`. */
static size_t tag_end(Str text, size_t at)
{
    int next = str_at(text, at + 1);
    int quote = 0;
    if (str_starts_with(str_from_offset(text, at), STR("<!--"))) {
        size_t close = str_find(text, STR("-->"), at);
        return close == STR_NONE ? at : close + 3;
    }
    if (!char_is_alpha(next) && !(next == '/' && char_is_alpha(str_at(text, at + 2))))
        return at;
    for (size_t i = at + 1; i < text.len; i++) {
        int c = str_at(text, i);
        if (quote == 0 && c == '>')
            return i + 1;
        if (quote == 0 && is_quote(c))
            quote = c;
        else if (c == quote)
            quote = 0;
    }
    return at;
}

/* Behind the element whose start tag is `tag`, where its text stays as it is; else behind the tag. */
static size_t verbatim_end(Str text, size_t at, size_t end)
{
    static const Str names[] = { STR_INIT("code"), STR_INIT("kbd"), STR_INIT("pre"), STR_INIT("script"),
                                 STR_INIT("style") };
    size_t stop = at + 1;
    while (char_is_alnum(str_at(text, stop)))
        stop++;
    Str name = str_slice(text, at + 1, stop);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (!str_eq_nocase(name, names[i]))
            continue;
        for (size_t close = str_find(text, STR("</"), end); close != STR_NONE;
             close = str_find(text, STR("</"), close + 2)) {
            if (str_eq_nocase(str_slice(text, close + 2, close + 2 + name.len), name))
                return close;
        }
    }
    return end;
}

static bool is_entity(Str text, size_t at)
{
    size_t i = at + 1;
    while (char_is_alnum(str_at(text, i)) || (i == at + 1 && str_at(text, i) == '#'))
        i++;
    return i > at + 1 && str_at(text, i) == ';';
}

static size_t put_symbol(Buf *out, Str text, size_t at)
{
    Str rest = str_from_offset(text, at);
    for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); i++) {
        if (str_starts_with(rest, symbols[i].written)) {
            buf_put(out, symbols[i].printed);
            return at + symbols[i].written.len;
        }
    }
    return at;
}

static size_t put_plain(Buf *out, Str text, size_t at)
{
    char c = text.data[at];
    if (c == '<')
        buf_put(out, STR("&lt;"));
    else if (c == '>')
        buf_put(out, STR("&gt;"));
    else if (c == '&' && !is_entity(text, at))
        buf_put(out, STR("&amp;"));
    else if (is_quote(c))
        put_quote(out, text, at);
    else
        buf_put_char(out, c);
    return at + 1;
}

Str smartify_text(Str text, Arena *arena)
{
    Buf buf = { .arena = arena };

    for (size_t at = 0; at < text.len;) {
        size_t next = put_symbol(&buf, text, at);
        if (next == at && text.data[at] == '<') {
            Str window = str_slice(text, 0, at + LONGEST_TAG);
            size_t end = tag_end(window, at);
            next = end == at ? at : verbatim_end(window, at, end);
            buf_put(&buf, str_slice(text, at, next));
        }
        at = next > at ? next : put_plain(&buf, text, at);
    }
    return buf_str(&buf);
}
