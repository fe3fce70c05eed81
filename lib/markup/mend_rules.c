/* lib/markup/mend_rules.c - what CommonMark 0.30 and 0.31 read otherwise than cmark-gfm 0.29. */
#include "base/utf8.h"
#include "markup/mend_pass.h"
#include "text/unicode.h"

/* At most 7 digits, or 6 hexadecimal ones, make a character reference; cmark takes 8. */
size_t mend_reference(Mender *m, size_t at)
{
    if (str_at(m->text, at + 1) != '#')
        return at + 1;
    bool hexadecimal = char_lower(str_at(m->text, at + 2)) == 'x';
    size_t start = at + (hexadecimal ? 3 : 2);
    size_t end = start;
    while (char_is_alnum(str_at(m->text, end)))
        end++;
    if (end > start + (hexadecimal ? 6 : 7) && str_at(m->text, end) == ';')
        mend_put_mark(m, at + 1, STR(MEND_JOIN));
    return at + 2;
}

/* Whether cmark, to which only Unicode's P is punctuation, misses a symbol that counts since 0.31. */
static bool is_symbol(int32_t c)
{
    static const struct Range {
        int32_t first, last;
    } common[] = { { 0, 0x7F },    { 0xA1, 0xA1 }, { 0xA7, 0xA7 },     { 0xAB, 0xAB },     { 0xB7, 0xB7 },
                   { 0xBB, 0xBB }, { 0xBF, 0xBF }, { 0x2010, 0x2027 }, { 0x3001, 0x3003 }, { 0x3008, 0x3011 } };

    for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++) {
        if (c >= common[i].first && c <= common[i].last)
            return false;
    }
    return unicode_is_punctuation((uint32_t)c);
}

static int32_t code_point_before(Str text, size_t at)
{
    size_t start = at - 1;

    while (start > 0 && at - start < 4 && (text.data[start] & 0xC0) == 0x80)
        start--;
    return utf8_next(text, &start);
}

static bool is_behind_symbol(Str text, size_t at)
{
    return at > 0 && (text.data[at - 1] & 0x80) != 0 && is_symbol(code_point_before(text, at));
}

static bool is_before_symbol(Str text, size_t end)
{
    return str_at(text, end) >= 0x80 && is_symbol(utf8_next(text, &end));
}

bool mend_is_beside_symbol(Str text, size_t at)
{
    return is_behind_symbol(text, at) || is_before_symbol(text, at + 1);
}

size_t mend_delimiters(Mender *m, size_t at)
{
    size_t end = at;

    m->delimiters++;
    if (is_behind_symbol(m->text, at))
        mend_put_mark(m, at, STR(MEND_JOIN));
    while (end < m->text.len && m->text.data[end] == m->text.data[at])
        end++;
    if (is_before_symbol(m->text, end))
        mend_put_mark(m, end, STR(MEND_JOIN));
    return end;
}

/* A label has no blanks. cmark counts the label's length in columns, and cuts it where it goes on in another line. */
bool mend_is_footnote(Str text, size_t at)
{
    size_t end = at + 2;

    while (end < text.len && !mend_is_in(text.data[end], " \t\r\n[]`<"))
        end++;
    return str_at(text, end) == ']';
}

/* A comment may hold `--`. */
size_t mend_dashes(Mender *m, size_t at)
{
    if (at < m->comment_end && !m->line_is_structure && str_at(m->text, at + 1) == '-')
        mend_put_mark(m, at + 1, STR(MEND_JOIN));
    return at + 1;
}

/* And `<!-->` and `<!--->` are comments. */
static size_t mend_comment(Mender *m, size_t at)
{
    size_t start = at + 4;

    if (at > 0 && m->text.data[at - 1] == '`')
        return start; /* somebody writes about comments */
    if (str_at(m->text, start) == '>') {
        mend_put_mark(m, start, STR(MEND_DROP "--"));
        return start;
    }
    if (str_starts_with(str_from_offset(m->text, start), STR("->"))) {
        mend_put_mark(m, start, STR(MEND_JOIN));
        mend_put_mark(m, start + 1, STR(MEND_DROP "--"));
        return start + 1;
    }
    size_t end = mend_comment_end(m, start);
    m->comment_end = end == STR_NONE ? 0 : end;
    m->line_is_structure = false;
    return start;
}

/* <textarea> starts a block that may hold blank lines. */
static size_t mend_textarea(Mender *m, size_t at)
{
    static const Str opener = STR_INIT("<textarea");
    static const Str closer = STR_INIT("</textarea>");
    Str rest = str_from_offset(m->text, at);

    if (m->in_textarea && str_eq_nocase(str_slice(rest, 0, closer.len), closer)) {
        mend_put_mark(m, at + closer.len, STR(MEND_PRE_END));
        return at + closer.len;
    }
    if (!str_eq_nocase(str_slice(rest, 0, opener.len), opener) || !mend_is_in(str_at(rest, opener.len), " \t\r\n>"))
        return at + 1;
    if (mend_at_line_start(m->text, at)) {
        mend_put_mark(m, at, STR(MEND_PRE));
        m->in_textarea = true;
    }
    return at + opener.len;
}

size_t mend_less_than(Mender *m, size_t at)
{
    Str rest = str_from_offset(m->text, at);

    if (str_starts_with(rest, STR("<!--")))
        return mend_comment(m, at);
    if (mend_is_in(str_at(rest, 1), "!?"))
        return mend_raw_opener(m, at);
    return mend_textarea(m, at);
}

static const bool ends_address[256] = {
    [' '] = 1, ['\t'] = 1, ['\r'] = 1, ['\n'] = 1, ['\v'] = 1, ['\f'] = 1, ['<'] = 1,
    ['>'] = 1, ['`'] = 1,  ['|'] = 1,  ['['] = 1,  [']'] = 1,  ['\\'] = 1,
};

/* A bare address as far as it reaches, without the punctuation behind it. */
static size_t find_address_end(Str text, size_t start)
{
    size_t end = start;
    size_t parentheses = 0;

    for (; end < text.len && !ends_address[(unsigned char)text.data[end]]; end++) {
        if (text.data[end] == ')' && parentheses == 0)
            break;
        parentheses += text.data[end] == '(';
        parentheses -= text.data[end] == ')';
    }
    while (end > start && mend_is_in(text.data[end - 1], "?!.,:*_~'\""))
        end--;
    return end;
}

/* The address of a link or a tag begins at `start`: it is no text. */
static bool is_in_markup(Str text, size_t start)
{
    int before = start == 0 ? STR_END : text.data[start - 1];
    int before_that = start < 2 ? STR_END : text.data[start - 2];

    return mend_is_in(before, "<=") || (mend_is_in(before, "\"'") && before_that == '=')
           || (before == '(' && before_that == ']');
}

/* Where a bare address begins to matter, behind "://" or "www"; STR_NONE when this is none. */
static size_t find_address(Str text, size_t at)
{
    size_t start = at;

    while (start > 0 && at - start < 5 && char_is_alpha(text.data[start - 1]))
        start--;
    Str scheme = str_slice(text, start, at);
    if (is_in_markup(text, start))
        return STR_NONE;
    if (text.data[at] == '.')
        return str_eq(scheme, STR("www")) ? at : STR_NONE;
    bool known =
        str_eq_nocase(scheme, STR("http")) || str_eq_nocase(scheme, STR("https")) || str_eq_nocase(scheme, STR("ftp"));
    return known && str_starts_with(str_from_offset(text, at), STR("://")) ? at + 3 : STR_NONE;
}

static bool is_fragile(Str text, size_t at, bool smart)
{
    int c = text.data[at];

    if (c == '*' || c == '~')
        return true;
    if (c == '_')
        return !char_is_alnum(text.data[at - 1]) || !char_is_alnum(str_at(text, at + 1));
    return smart && (c == '\'' || c == '"' || ((c == '-' || c == '.') && text.data[at - 1] == c));
}

bool mend_address_is_fragile(Str text, size_t *at, bool smart)
{
    size_t start = find_address(text, *at);
    *at += 1;
    if (start == STR_NONE)
        return false;
    size_t end = find_address_end(text, start);
    if (end > *at)
        *at = end;
    for (size_t i = start; i < end; i++) {
        if (is_fragile(text, i, smart))
            return true;
    }
    return false;
}

/* A bare address keeps its characters, whatever they would mean in a sentence. */
size_t mend_address(Mender *m, size_t at)
{
    size_t start = m->bare_links ? find_address(m->text, at) : STR_NONE;
    if (start == STR_NONE)
        return at + 1;
    size_t end = find_address_end(m->text, start);
    for (size_t i = start; i < end; i++) {
        if (is_fragile(m->text, i, m->smart))
            mend_put_mark(m, i, STR(MEND_ESCAPE));
        else if (mend_is_mark(m->text, i))
            mend_put_mark(m, i, STR(MEND_JOIN));
    }
    return end > at ? end : at + 1;
}
