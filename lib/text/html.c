/* lib/text/html.c */
#include "text/html.h"

#include "text/html_names.h"

/* What each byte becomes in text and attributes; NULL: itself. */
static const char *const escapes[256] = { ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;" };

void html_put_text(Buf *out, Str text)
{
    size_t at = 0;

    while (at < text.len) {
        size_t from = at;
        while (at < text.len && escapes[(unsigned char)text.data[at]] == NULL)
            at++;
        buf_put(out, str_slice(text, from, at));
        if (at < text.len)
            buf_put_cstr(out, escapes[(unsigned char)text.data[at++]]);
    }
}

void html_put_attribute(Buf *out, Str text)
{
    html_put_text(out, text);
}

/* 1 for what may stand in a URL: the reserved and unreserved characters of RFC 3986 without square brackets, and the
 * percent sign of what is encoded already. */
static const bool url_safe[256] = {
    ['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1, ['F'] = 1, ['G'] = 1, ['H'] = 1, ['I'] = 1,
    ['J'] = 1, ['K'] = 1, ['L'] = 1, ['M'] = 1, ['N'] = 1, ['O'] = 1, ['P'] = 1, ['Q'] = 1, ['R'] = 1,
    ['S'] = 1, ['T'] = 1, ['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1, ['Y'] = 1, ['Z'] = 1, ['a'] = 1,
    ['b'] = 1, ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1, ['i'] = 1, ['j'] = 1,
    ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1, ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1,
    ['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1, ['0'] = 1, ['1'] = 1,
    ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1, ['-'] = 1,
    ['.'] = 1, ['_'] = 1, ['~'] = 1, ['!'] = 1, ['*'] = 1, ['('] = 1, [')'] = 1, [';'] = 1, [':'] = 1,
    ['@'] = 1, ['='] = 1, ['+'] = 1, ['$'] = 1, [','] = 1, ['/'] = 1, ['?'] = 1, ['%'] = 1, ['#'] = 1,
};

static void put_encoded_byte(Buf *out, unsigned char c)
{
    static const char digits[] = "0123456789ABCDEF";
    char encoded[] = { '%', digits[c >> 4], digits[c & 15] };

    buf_put(out, (Str){ encoded, sizeof(encoded) });
}

/* `&` and `'` are escaped for HTML, or kept. */
static void put_url(Buf *out, Str url, Str ampersand, Str apostrophe)
{
    size_t from = 0;

    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.data[i];
        if (url_safe[c])
            continue;
        buf_put(out, str_slice(url, from, i));
        if (c == '&')
            buf_put(out, ampersand);
        else if (c == '\'')
            buf_put(out, apostrophe);
        else
            put_encoded_byte(out, c);
        from = i + 1;
    }
    buf_put(out, str_from_offset(url, from));
}

void url_put_encoded(Buf *out, Str url)
{
    put_url(out, url, STR("&"), STR("'"));
}

void html_put_url(Buf *out, Str url)
{
    put_url(out, url, STR("&amp;"), STR("&#x27;"));
}

/* HTML 5 reads the numbers that windows-1252 gave to the C1 controls as the characters which were meant. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

static uint32_t numbered(uint32_t value)
{
    if (value >= 0x80 && value < 0xA0)
        return windows_1252[value - 0x80];
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value == 0 || value > 0x10FFFF || surrogate ? 0xFFFD : value;
}

static int digit_value(int c, uint32_t base)
{
    if (char_is_digit(c))
        return c - '0';
    int lower = char_lower(c);
    return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Of `&#38;` or `&#x26;`: CommonMark allows 7 digits, or 6 hexadecimal ones. */
static size_t read_number(Str s, uint32_t *value)
{
    bool hexadecimal = char_lower(str_at(s, 2)) == 'x';
    uint32_t base = hexadecimal ? 16 : 10;
    size_t start = hexadecimal ? 3 : 2;
    size_t most = hexadecimal ? 6 : 7;
    size_t i = start;

    *value = 0;
    for (int digit; (digit = digit_value(str_at(s, i), base)) >= 0 && i - start < most; i++)
        *value = *value * base + (uint32_t)digit;
    return i > start && str_at(s, i) == ';' ? i + 1 : 0;
}

size_t html_read_reference(Str s, uint32_t code_points[2])
{
    enum { LONGEST_NAME = 31 }; /* CounterClockwiseContourIntegral */

    if (str_at(s, 0) != '&')
        return 0;
    if (str_at(s, 1) == '#') {
        uint32_t value;
        size_t len = read_number(s, &value);
        code_points[0] = numbered(value);
        code_points[1] = 0;
        return len;
    }
    size_t end = 1;
    while (end <= LONGEST_NAME && char_is_alnum(str_at(s, end)))
        end++;
    if (str_at(s, end) != ';' || !html_name_find(str_slice(s, 1, end), code_points))
        return 0;
    return end + 1;
}

void html_put_unescaped(Buf *out, Str text)
{
    size_t from = 0;

    for (;;) {
        size_t at = str_find_char(text, '&', from);
        if (at == STR_NONE)
            break;
        buf_put(out, str_slice(text, from, at));
        uint32_t code_points[2];
        size_t len = html_read_reference(str_from_offset(text, at), code_points);
        if (len == 0) {
            buf_put_char(out, '&');
            from = at + 1;
            continue;
        }
        buf_put_utf8(out, code_points[0]);
        if (code_points[1] != 0)
            buf_put_utf8(out, code_points[1]);
        from = at + len;
    }
    buf_put(out, str_from_offset(text, from));
}
