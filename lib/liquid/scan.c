/* lib/liquid/scan.c */
#include "liquid/scan.h"

bool scan_is_word(int c)
{
    return char_is_alnum(c) || c == '_';
}

bool scan_is_name_char(int c)
{
    return scan_is_word(c) || c == '-';
}

size_t scan_space(Str s, size_t at)
{
    while (char_is_space(str_at(s, at)))
        at++;
    return at;
}

size_t scan_word(Str s, size_t at)
{
    while (scan_is_word(str_at(s, at)))
        at++;
    return at;
}

size_t scan_quoted(Str s, size_t at)
{
    int quote = str_at(s, at);
    if (quote != '"' && quote != '\'')
        return at;
    size_t end = str_find_char(s, (char)quote, at + 1);
    return end == STR_NONE ? at : end + 1;
}

/* --- fragments --------------------------------------------------------------------------------------------------- */

static bool is_fragment_char(int c)
{
    return c != STR_END && !char_is_space(c) && c != ',' && c != '|' && c != '\'' && c != '"';
}

size_t scan_fragment(Str s, size_t at)
{
    size_t end = scan_quoted(s, at);
    if (end > at)
        return end;
    end = at;
    for (;;) {
        size_t next = is_fragment_char(str_at(s, end)) ? end + 1 : scan_quoted(s, end);
        if (next == end)
            return end;
        end = next;
    }
}

size_t scan_fragments(Str s, size_t at)
{
    for (size_t end = scan_fragment(s, at); end > at; end = scan_fragment(s, at))
        at = end;
    return at;
}

bool scan_find_fragment(Str s, size_t from, size_t *start, size_t *end)
{
    for (size_t at = from; at < s.len; at++) {
        *end = scan_fragment(s, at);
        if (*end > at) {
            *start = at;
            return true;
        }
    }
    return false;
}

bool scan_attribute(Str s, size_t *at, Str *name, Str *value)
{
    for (size_t i = *at; i < s.len;) {
        size_t word_end = scan_word(s, i);
        if (word_end == i) {
            i++;
            continue;
        }
        size_t colon = scan_space(s, word_end);
        size_t start = scan_space(s, colon + 1);
        size_t end = str_at(s, colon) == ':' ? scan_fragment(s, start) : start;
        if (end > start) {
            *name = str_slice(s, i, word_end);
            *value = str_slice(s, start, end);
            *at = end;
            return true;
        }
        i = word_end;
    }
    *at = s.len;
    return false;
}

/* --- tokens ------------------------------------------------------------------------------------------------------ */

static size_t scan_number(Str s, size_t at)
{
    size_t start = str_at(s, at) == '-' ? at + 1 : at;
    size_t end = start;
    while (char_is_digit(str_at(s, end)))
        end++;
    if (end == start)
        return at;
    if (str_at(s, end) != '.' || !char_is_digit(str_at(s, end + 1)))
        return end;
    end++;
    while (char_is_digit(str_at(s, end)))
        end++;
    return end;
}

static size_t scan_name(Str s, size_t at)
{
    int first = str_at(s, at);
    if (!char_is_alpha(first) && first != '_')
        return at;
    while (scan_is_name_char(str_at(s, at)))
        at++;
    return str_at(s, at) == '?' ? at + 1 : at;
}

static size_t scan_comparison(Str s, size_t at)
{
    static const Str operators[] = { STR_INIT("=="), STR_INIT("!="), STR_INIT("<>"), STR_INIT("<="),
                                     STR_INIT(">="), STR_INIT("<"),  STR_INIT(">") };
    Str rest = str_from_offset(s, at);
    for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++) {
        if (str_starts_with(rest, operators[i]))
            return at + operators[i].len;
    }
    Str contains = STR("contains");
    bool is_contains = str_starts_with(rest, contains) && char_is_space(str_at(rest, contains.len));
    return is_contains ? at + contains.len : at;
}

static TokenKind single_kind(int c)
{
    static const char characters[] = "|.:,[]()";
    static const TokenKind kinds[] = { TOKEN_PIPE,        TOKEN_DOT,          TOKEN_COLON,      TOKEN_COMMA,
                                       TOKEN_OPEN_SQUARE, TOKEN_CLOSE_SQUARE, TOKEN_OPEN_ROUND, TOKEN_CLOSE_ROUND };
    for (size_t i = 0; characters[i] != '\0'; i++) {
        if (characters[i] == c)
            return kinds[i];
    }
    return TOKEN_OTHER;
}

Token scan_token(Str markup, size_t from)
{
    static const struct {
        TokenKind kind;
        size_t (*scan)(Str s, size_t at);
    } scanners[] = {
        { TOKEN_COMPARISON, scan_comparison },
        { TOKEN_STRING, scan_quoted },
        { TOKEN_NUMBER, scan_number },
        { TOKEN_NAME, scan_name },
    };
    size_t start = scan_space(markup, from);
    if (start >= markup.len)
        return (Token){ TOKEN_END, markup.len, markup.len };
    for (size_t i = 0; i < sizeof(scanners) / sizeof(scanners[0]); i++) {
        size_t end = scanners[i].scan(markup, start);
        if (end > start)
            return (Token){ scanners[i].kind, start, end };
    }
    if (str_at(markup, start) == '.' && str_at(markup, start + 1) == '.')
        return (Token){ TOKEN_DOTDOT, start, start + 2 };
    size_t end = start + 1;
    while ((str_at(markup, end) & 0xC0) == 0x80 && str_at(markup, end) != STR_END)
        end++;
    return (Token){ single_kind(str_at(markup, start)), start, end };
}
