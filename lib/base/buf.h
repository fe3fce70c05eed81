/* lib/base/buf.h - text that grows. */
#pragma once

#include "base/arena.h"

/* `{ .arena = a }` is an empty buffer; its bytes live in that arena. It grows in place while nothing else is taken
 * from the arena, so a large result wants an arena of its own. */
typedef struct Buf {
    Arena *arena;
    char *data;
    size_t len;
    size_t cap;
} Buf;

void buf_reserve(Buf *buf, size_t more); /* room for `more` bytes beyond `len` without moving */
void buf_put_slow(Buf *buf, Str s);

static inline void buf_put(Buf *buf, Str s)
{
    if (s.len == 0)
        return;
    if (buf->cap - buf->len < s.len) {
        buf_put_slow(buf, s);
        return;
    }
    memcpy(buf->data + buf->len, s.data, s.len);
    buf->len += s.len;
}

static inline void buf_put_char(Buf *buf, char c)
{
    if (buf->cap == buf->len)
        buf_reserve(buf, 1);
    buf->data[buf->len++] = c;
}

void buf_put_cstr(Buf *buf, const char *cstr);
void buf_put_repeated(Buf *buf, char c, size_t count);
void buf_put_utf8(Buf *buf, uint32_t code_point); /* a surrogate or a value past U+10FFFF becomes U+FFFD */
void buf_put_int(Buf *buf, int64_t value);
void buf_put_format(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_insert(Buf *buf, size_t at, Str s); /* `at` at most `len` */

/* A view of what the buffer holds: valid until it grows again or its arena ends. */
static inline Str buf_str(const Buf *buf)
{
    return (Str){ buf->data, buf->len };
}
