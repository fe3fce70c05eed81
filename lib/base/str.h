/* lib/base/str.h - the one string type: a view of bytes that somebody else owns. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Never owned, not NUL-terminated; `data` may be NULL when `len` is 0. Text in herald is UTF-8 (Source proves it). */
typedef struct Str {
    const char *data;
    size_t len;
} Str;

typedef struct StrList {
    const Str *items;
    size_t len;
} StrList;

enum { STR_END = -1 };        /* what str_at gives past the end: no byte has this value, not even NUL */
#define STR_NONE ((size_t)-1) /* "not found" of the searching functions */
#define STR(literal) ((Str){ "" literal, sizeof(literal) - 1 })
#define STR_INIT(literal)                                                                                              \
    {                                                                                                                  \
        "" literal, sizeof(literal) - 1                                                                                \
    } /* for static tables, where a compound literal may not stand */
#define STR_FMT "%.*s"
#define STR_ARG(s) (int)(s).len, (s).data /* the arguments of a STR_FMT */

static inline int str_at(Str s, size_t i)
{
    return i < s.len ? (unsigned char)s.data[i] : STR_END;
}

static inline bool str_eq(Str a, Str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static inline Str str_from(const char *cstr) /* NULL gives the empty string */
{
    return cstr == NULL ? (Str){ NULL, 0 } : (Str){ cstr, strlen(cstr) };
}

bool str_eq_nocase(Str a, Str b); /* ASCII letters only */
int str_cmp(Str a, Str b);        /* by bytes: for UTF-8 that is code point order */

/* Whether it is one of `words`, which are in the order of str_cmp. */
bool str_is_among(Str s, const char *const *words, size_t count);

static inline bool str_starts_with(Str s, Str prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.data, prefix.data, prefix.len) == 0);
}

bool str_ends_with(Str s, Str suffix);
bool str_contains(Str s, Str part);
size_t str_find(Str s, Str part, size_t from);    /* offset or STR_NONE; an empty `part` is found at `from` */
size_t str_find_char(Str s, char c, size_t from); /* offset or STR_NONE */
size_t str_find_last_char(Str s, char c);         /* offset or STR_NONE */

/* The bytes from `start` up to `end`, both clamped to the string. */
Str str_slice(Str s, size_t start, size_t end);
Str str_from_offset(Str s, size_t start);

/* Without ASCII white space (space, TAB, LF, VT, FF, CR) at both ends, the left, the right. */
Str str_trim(Str s);
Str str_trim_left(Str s);
Str str_trim_right(Str s);

/* Cuts `*rest` at the first `separator`: gives what stands before it and leaves what stands behind it. Gives false
 * when `*rest` is used up; "a," gives "a" and "". */
bool str_split(Str *part, Str *rest, char separator);

uint64_t str_hash(Str s); /* FNV-1a, the same on every machine */

/* Edits (insert, delete, replace, swap of neighbours) from `a` to `b` in bytes, without case; more than `limit` is
 * `limit` + 1. For "did you mean". */
size_t str_distance(Str a, Str b, size_t limit);

/* Whether the digits of both are the same ones in the same order, whatever stands between them. */
bool str_same_digits(Str a, Str b);

/* ASCII; STR_END is none of these. Inline, as all reading of text asks them for every character. */
static inline bool char_is_space(int c) /* the white space above */
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool char_is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static inline bool char_is_alpha(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool char_is_alnum(int c)
{
    return char_is_alpha(c) || char_is_digit(c);
}

static inline int char_lower(int c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static inline int char_upper(int c)
{
    return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
}
