/* lib/base/buf.c */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

void buf_reserve(Buf *buf, size_t more)
{
    if (buf->cap - buf->len >= more)
        return;
    size_t cap = buf->cap < 64 ? 64 : buf->cap * 2;
    if (cap < buf->len + more)
        cap = buf->len + more;
    buf->data = arena_grow(buf->arena, buf->data, buf->cap, cap);
    buf->cap = cap;
}

void buf_put_slow(Buf *buf, Str s)
{
    buf_reserve(buf, s.len);
    memcpy(buf->data + buf->len, s.data, s.len);
    buf->len += s.len;
}

void buf_put_cstr(Buf *buf, const char *cstr)
{
    buf_put(buf, str_from(cstr));
}

void buf_put_repeated(Buf *buf, char c, size_t count)
{
    if (count == 0)
        return;
    buf_reserve(buf, count);
    memset(buf->data + buf->len, c, count);
    buf->len += count;
}

void buf_put_utf8(Buf *buf, uint32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD;
    if (c < 0x80) {
        buf_put_char(buf, (char)c);
        return;
    }
    char bytes[4];
    size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = len - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    static const unsigned lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    bytes[0] = (char)(lead[len] | c);
    buf_put(buf, (Str){ bytes, len });
}

void buf_put_int(Buf *buf, int64_t value)
{
    char digits[24];
    size_t at = sizeof(digits);
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        digits[--at] = '-';
    buf_put(buf, (Str){ digits + at, sizeof(digits) - at });
}

void buf_put_format(Buf *buf, const char *format, ...)
{
    va_list args;
    va_list again;

    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len > 0) {
        buf_reserve(buf, (size_t)len + 1);
        vsnprintf(buf->data + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}

void buf_insert(Buf *buf, size_t at, Str s)
{
    if (s.len == 0)
        return;
    buf_reserve(buf, s.len);
    memmove(buf->data + at + s.len, buf->data + at, buf->len - at);
    memcpy(buf->data + at, s.data, s.len);
    buf->len += s.len;
}
