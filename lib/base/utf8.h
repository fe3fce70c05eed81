/* lib/base/utf8.h - UTF-8 as RFC 3629 has it: no surrogates, no overlong forms, nothing past U+10FFFF. */
#pragma once

#include "base/str.h"

/* The offset of the first byte that is not UTF-8, or STR_NONE. */
size_t utf8_find_invalid(Str s);

int32_t utf8_next_long(Str s, size_t *at); /* the part of utf8_next that is seldom needed */

/* The code point at `*at` and moves behind it; STR_END at the end. A byte that is not UTF-8 gives U+FFFD, one byte. */
static inline int32_t utf8_next(Str s, size_t *at)
{
    if (*at < s.len && (unsigned char)s.data[*at] < 0x80) /* most text is ASCII */
        return s.data[(*at)++];
    return utf8_next_long(s, at);
}

int32_t utf8_before(Str s, size_t at);      /* the code point that ends at byte `at`; STR_END at the beginning */
size_t utf8_length(Str s);                  /* in code points */
size_t utf8_offset(Str s, size_t position); /* the byte where code point `position` starts, at most `s.len` */
