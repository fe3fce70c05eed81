/* lib/mail/encode.c */
#include "mail/encode.h"

#include "base/utf8.h"

static const char hex_digits[] = "0123456789ABCDEF";
static const Str line_end = STR_INIT("\r\n");

/* --- quoted-printable --- */

static void put_escaped(Buf *out, int c)
{
    buf_put_char(out, '=');
    buf_put_char(out, hex_digits[c >> 4]);
    buf_put_char(out, hex_digits[c & 15]);
}

static bool is_blank(int c)
{
    return c == ' ' || c == '\t';
}

/* Whether the byte may stand for itself; `last`: at the end of its line, where blanks would be lost on the way. */
static bool is_literal(int c, bool last)
{
    if (is_blank(c))
        return !last;
    return c > ' ' && c < 0x7f && c != '=';
}

static bool is_hazard(Str rest)
{
    return str_at(rest, 0) == '.' || str_starts_with(rest, STR("From "));
}

static void put_quoted_line(Buf *out, Str line)
{
    size_t column = 0;

    for (size_t at = 0; at < line.len;) {
        size_t start = at;
        utf8_next(line, &at);
        bool last = at == line.len;
        bool literal = at - start == 1 && is_literal(str_at(line, start), last);
        size_t width = literal ? 1 : 3 * (at - start);

        if (column + width > ENCODE_LINE_MAX - (last ? 0 : 1)) {
            buf_put(out, STR("=\r\n"));
            column = 0;
        }
        if (column == 0 && literal && is_hazard(str_from_offset(line, start))) {
            literal = false;
            width = 3;
        }
        for (size_t i = start; i < at && !literal; i++)
            put_escaped(out, str_at(line, i));
        if (literal)
            buf_put_char(out, line.data[start]);
        column += width;
    }
    buf_put(out, line_end);
}

/* Cuts the next line off `*rest`, whatever ends it; false when there is none. */
static bool next_line(Str *line, Str *rest)
{
    size_t end = 0;

    if (rest->len == 0)
        return false;
    while (end < rest->len && rest->data[end] != '\n' && rest->data[end] != '\r')
        end++;
    *line = str_slice(*rest, 0, end);
    end += str_at(*rest, end) == '\r' && str_at(*rest, end + 1) == '\n' ? 2 : 1;
    *rest = str_from_offset(*rest, end);
    return true;
}

void encode_quoted_printable(Buf *out, Str text)
{
    Str line;

    while (next_line(&line, &text))
        put_quoted_line(out, line);
}

/* --- base64 --- */

static void put_base64_group(Buf *out, Str group)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits = 0;

    for (size_t i = 0; i < 3; i++)
        bits = bits << 8 | (i < group.len ? (unsigned char)group.data[i] : 0U);
    for (size_t i = 0; i < 4; i++)
        buf_put_char(out, i <= group.len ? digits[bits >> (18 - 6 * i) & 63] : '=');
}

void encode_base64(Buf *out, Str bytes)
{
    const size_t line_bytes = ENCODE_LINE_MAX / 4 * 3;

    for (size_t at = 0; at < bytes.len; at += 3) {
        if (at > 0 && at % line_bytes == 0)
            buf_put(out, line_end);
        put_base64_group(out, str_slice(bytes, at, at + 3));
    }
    if (bytes.len > 0)
        buf_put(out, line_end);
}

Str encode_text_part(Buf *out, Str text)
{
    Buf canonical = { .arena = out->arena };
    Buf quoted = { .arena = out->arena };
    Str line;

    for (Str rest = text; next_line(&line, &rest);) {
        buf_put(&canonical, line);
        buf_put(&canonical, line_end);
    }
    encode_quoted_printable(&quoted, text);
    size_t base64_size = (canonical.len + 2) / 3 * 4;
    base64_size += base64_size / ENCODE_LINE_MAX * 2;
    if (quoted.len <= base64_size + 2) {
        buf_put(out, buf_str(&quoted));
        return STR("quoted-printable");
    }
    encode_base64(out, buf_str(&canonical));
    return STR("base64");
}

/* --- encoded words --- */

static const Str word_q = STR_INIT("=?utf-8?Q?");
static const Str word_b = STR_INIT("=?utf-8?B?");
static const Str word_end = STR_INIT("?=");
enum { WORD_FRAME = 12 }; /* characters of the three */

/* RFC 2047 section 5 (3): what Q leaves as it is even in a phrase. */
static bool is_phrase_literal(int c)
{
    return char_is_alnum(c) || c == '!' || c == '*' || c == '+' || c == '-' || c == '/';
}

static size_t q_size(Str s)
{
    size_t size = 0;

    for (size_t i = 0; i < s.len; i++)
        size += is_phrase_literal(str_at(s, i)) || s.data[i] == ' ' ? 1 : 3;
    return size;
}

static size_t b_size(Str s)
{
    return (s.len + 2) / 3 * 4;
}

static void put_q(Buf *out, Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        int c = str_at(s, i);
        if (c == ' ')
            buf_put_char(out, '_');
        else if (is_phrase_literal(c))
            buf_put_char(out, (char)c);
        else
            put_escaped(out, c);
    }
}

static void put_b(Buf *out, Str s)
{
    for (size_t at = 0; at < s.len; at += 3)
        put_base64_group(out, str_slice(s, at, at + 3));
}

typedef struct WordKind {
    Str start;
    size_t (*size)(Str s);
    void (*put)(Buf *out, Str s);
} WordKind;

/* The longest beginning of whole characters that fits into `room` characters of this encoding. */
static size_t fit(const WordKind *kind, Str text, size_t room)
{
    size_t fitting = 0;
    size_t used = 0;

    for (size_t at = 0; at < text.len; fitting = at) {
        size_t start = at;
        utf8_next(text, &at);
        used += q_size(str_slice(text, start, at));
        size_t size = kind->size == q_size ? used : b_size(str_slice(text, 0, at));
        if (size > room)
            break;
    }
    return fitting;
}

static Str make_valid(Str text, Arena *arena)
{
    Buf valid = { .arena = arena };

    if (utf8_find_invalid(text) == STR_NONE)
        return text;
    for (size_t at = 0; at < text.len;)
        buf_put_utf8(&valid, (uint32_t)utf8_next(text, &at));
    return buf_str(&valid);
}

void encode_words(Buf *out, size_t *column, Str text)
{
    text = make_valid(text, out->arena);
    bool q = q_size(text) <= b_size(text) + b_size(text) / 4; /* what one can read undecoded is worth a quarter more */
    WordKind kind = q ? (WordKind){ word_q, q_size, put_q } : (WordKind){ word_b, b_size, put_b };

    while (text.len > 0) {
        size_t used = *column + 1 + WORD_FRAME;
        size_t taken = used < ENCODE_LINE_MAX ? fit(&kind, text, ENCODE_LINE_MAX - used) : 0;
        if (taken == 0) { /* a fresh line takes at least one character */
            buf_put(out, line_end);
            *column = 0;
            taken = fit(&kind, text, ENCODE_WORD_MAX - WORD_FRAME);
        }
        Str part = str_slice(text, 0, taken);
        buf_put_char(out, ' ');
        buf_put(out, kind.start);
        kind.put(out, part);
        buf_put(out, word_end);
        *column += 1 + WORD_FRAME + kind.size(part);
        text = str_from_offset(text, taken);
    }
}

bool encode_word_needed(Str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (word.data[i] <= ' ' || word.data[i] >= 0x7f)
            return true;
    }
    return word.len > ENCODE_LINE_MAX - 20 || str_contains(word, STR("=?"));
}
