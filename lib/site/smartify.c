/* lib/site/smartify.c */
#include "site/smartify.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/html.h"

enum { LONGEST_TAG = 1024 }; /* no longer tag or verbatim element is looked for: time stays linear */

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
    return char_is_alnum(c) || c == '_';
}

/* Beside a boundary letters of any script are of words. */
static bool is_letter(int c)
{
    return is_word(c) || c >= 0x80;
}

static bool is_quote(int c)
{
    return c == '"' || c == '\'';
}

/* --- quotes: kramdown's rules, each tried where the character before a quote begins ------------------------------- */

static bool is_emphasis(int c)
{
    return c == '_' || c == '*';
}

static bool before_emphasis(Str text, size_t at)
{
    size_t end = at + is_emphasis(str_at(text, at));
    size_t longer = end + is_emphasis(str_at(text, end));
    int next = str_at(text, end);
    int after = str_at(text, longer);
    return end > at && ((after != STR_END && !char_is_space(after)) || (next != STR_END && !char_is_space(next)));
}

/* Punctuation that no word follows, nor two dots. */
static bool before_punctuation(Str text, size_t at)
{
    int c = str_at(text, at);
    int after = str_at(text, at + 1);
    bool dots = after == '.' && str_at(text, at + 2) == '.';
    return c > ' ' && c < 0x7F && !char_is_alnum(c) && !dots && is_letter(c) == is_letter(after);
}

static bool before_decade(Str text, size_t at)
{
    return char_is_digit(str_at(text, at)) && char_is_digit(str_at(text, at + 1)) && str_at(text, at + 2) == 's';
}

/* White space, the end, or the s of a genitive. */
static bool before_end(Str text, size_t at)
{
    int c = str_at(text, at);
    return c == STR_END || char_is_space(c) || (c == 's' && !is_letter(str_at(text, at + 1)));
}

static bool closes_behind(int c)
{
    return c != STR_END && strchr(" \\\t\r\n[{(-", c) == NULL;
}

static void put_quote(Buf *out, int quote, bool opens)
{
    if (quote == '"')
        buf_put(out, opens ? STR(LEFT_DOUBLE) : STR(RIGHT_DOUBLE));
    else
        buf_put(out, opens ? STR(LEFT_SINGLE) : STR(RIGHT_SINGLE));
}

static void put_escaped(Buf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        buf_put(out, c == '<'   ? STR("&lt;")
                     : c == '>' ? STR("&gt;")
                     : c == '&' ? STR("&amp;")
                                : str_slice(text, i, i + 1));
    }
}

/* Two different quotes before a word both open. */
static bool opens_twice(Str text, size_t at)
{
    int first = str_at(text, at);
    int second = str_at(text, at + 1);
    return is_quote(first) && is_quote(second) && first != second && is_word(str_at(text, at + 2));
}

/* Rules for a quote with nothing before it that still counts; the others take the character before into account. */
static bool put_lone(Buf *out, Str text, size_t at)
{
    int c = str_at(text, at);
    if (!is_quote(c))
        return false;
    bool opens = before_emphasis(text, at + 1);
    if (opens || before_punctuation(text, at + 1))
        put_quote(out, c, opens);
    return opens || before_punctuation(text, at + 1);
}

static size_t put_pair(Buf *out, Str text, size_t at, size_t quote)
{
    int before = str_at(text, at);
    bool opens = !closes_behind(before) || (char_is_space(before) && is_word(str_at(text, quote + 1)));
    put_escaped(out, str_slice(text, at, quote));
    put_quote(out, str_at(text, quote), opens);
    return quote + 1;
}

/* A quote at `at`, or behind the one character there; gives the offset behind it. */
static size_t put_quotes(Buf *out, Str text, size_t at)
{
    size_t second = at;
    utf8_next(text, &second);
    bool pair = is_quote(str_at(text, second)) && str_at(text, at) != '\\';
    size_t quote = char_is_space(str_at(text, at)) ? at + 1 : at;

    if (put_lone(out, text, at))
        return at + 1;
    if (opens_twice(text, quote)) {
        put_escaped(out, str_slice(text, at, quote));
        put_quote(out, str_at(text, quote), true);
        put_quote(out, str_at(text, quote + 1), true);
        return quote + 2;
    }
    if (str_at(text, quote) == '\'' && before_decade(text, quote + 1)) {
        put_escaped(out, str_slice(text, at, quote));
        put_quote(out, '\'', false);
        return quote + 1;
    }
    if (pair && (!is_quote(str_at(text, at)) || closes_behind(str_at(text, at))))
        return put_pair(out, text, at, second);
    put_quote(out, str_at(text, at), !before_end(text, at + 1));
    return at + 1;
}

static bool quotes_begin(Str text, size_t at)
{
    size_t next = at;
    utf8_next(text, &next);
    return is_quote(str_at(text, at)) || (str_at(text, at) != '\\' && is_quote(str_at(text, next)));
}

/* --- tags and entities ------------------------------------------------------------------------------------------- */

static size_t skip_space(Str text, size_t at)
{
    while (char_is_space(str_at(text, at)))
        at++;
    return at;
}

static size_t skip_name(Str text, size_t at)
{
    for (int c = str_at(text, at); char_is_alnum(c) || c == '_' || c == ':' || c == '.' || c == '-';)
        c = str_at(text, ++at);
    return at;
}

/* Behind `name` or `name=value`; `at` where there is none. */
static size_t attribute_end(Str text, size_t at)
{
    int first = str_at(text, at);
    if (!char_is_alpha(first) && first != '_' && first != ':')
        return at;
    size_t end = skip_name(text, at);
    size_t value = skip_space(text, end);
    if (str_at(text, value) != '=')
        return end;
    value = skip_space(text, value + 1);
    int quote = str_at(text, value);
    if (is_quote(quote)) {
        size_t close = str_find_char(text, (char)quote, value + 1);
        return close == STR_NONE ? at : close + 1;
    }
    end = value;
    for (int c = quote; c != STR_END && !char_is_space(c) && c != '>' && !is_quote(c);)
        c = str_at(text, ++end);
    return end == value ? at : end;
}

/* Where the tag or comment at `at` ends, or `at`. */
static size_t tag_end(Str text, size_t at)
{
    int next = str_at(text, at + 1);
    if (str_starts_with(str_from_offset(text, at), STR("<!--"))) {
        size_t close = str_find(text, STR("-->"), at);
        return close == STR_NONE ? at : close + 3;
    }
    if (!char_is_alpha(next) && !(next == '/' && char_is_alpha(str_at(text, at + 2))))
        return at;
    size_t i = skip_name(text, at + 1 + (next == '/'));
    for (;;) {
        size_t name = skip_space(text, i);
        if (str_at(text, name) == '/' && str_at(text, name + 1) == '>')
            name++;
        if (str_at(text, name) == '>')
            return name + 1;
        i = attribute_end(text, name);
        if (i == name)
            return at;
    }
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

static size_t put_tag(Buf *out, Str text, size_t at)
{
    Str window = str_slice(text, 0, at + LONGEST_TAG);
    size_t end = str_at(text, at) == '<' ? tag_end(window, at) : at;
    if (end > at)
        end = verbatim_end(window, at, end);
    buf_put(out, str_slice(text, at, end));
    return end;
}

/* A character, or the one that a reference stands for; what is no reference is text. */
static size_t put_plain(Buf *out, Str text, size_t at)
{
    uint32_t code_points[2];
    Str rest = str_from_offset(text, at);
    size_t len = html_read_reference(rest, code_points);
    Buf decoded = { .arena = out->arena };

    if (len == 0) {
        put_escaped(out, str_slice(rest, 0, 1));
        return at + 1;
    }
    html_put_unescaped(&decoded, str_slice(rest, 0, len));
    put_escaped(out, buf_str(&decoded));
    return at + len;
}

/* Lines end in LF, as kramdown has them, and the last one in nothing. */
static Str without_returns(Str text, Arena *arena)
{
    Buf buf = { .arena = arena };
    for (size_t i = 0; i < text.len; i++) {
        bool is_return = text.data[i] == '\r';
        i += is_return && str_at(text, i + 1) == '\n';
        buf_put_char(&buf, is_return ? '\n' : text.data[i]);
    }
    buf.len -= str_ends_with(buf_str(&buf), STR("\n"));
    return buf_str(&buf);
}

Str smartify_text(Str text, Arena *arena)
{
    Buf buf = { .arena = arena };

    text = without_returns(text, arena);
    for (size_t at = 0; at < text.len;) {
        size_t next = quotes_begin(text, at) ? put_quotes(&buf, text, at) : put_symbol(&buf, text, at);
        if (next == at)
            next = put_tag(&buf, text, at);
        at = next > at ? next : put_plain(&buf, text, at);
    }
    return buf_str(&buf);
}
