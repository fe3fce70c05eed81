/* lib/base/str.c */
#include "base/str.h"

bool str_eq_nocase(Str a, Str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        if (char_lower(str_at(a, i)) != char_lower(str_at(b, i)))
            return false;
    }
    return true;
}

int str_cmp(Str a, Str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common == 0 ? 0 : memcmp(a.data, b.data, common);
    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool str_is_among(Str s, const char *const *words, size_t count)
{
    size_t low = 0;
    size_t high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(s, str_from(words[middle]));
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

bool str_ends_with(Str s, Str suffix)
{
    return s.len >= suffix.len && str_eq(str_slice(s, s.len - suffix.len, s.len), suffix);
}

bool str_contains(Str s, Str part)
{
    return str_find(s, part, 0) != STR_NONE;
}

/* memchr is far faster than memmem where the first byte is rare; for a few bytes it is never much slower. */
static size_t find_short(Str s, Str part, size_t from)
{
    for (size_t at = from; (at = str_find_char(s, part.data[0], at)) != STR_NONE; at++) {
        if (part.len > s.len - at)
            return STR_NONE;
        if (memcmp(s.data + at, part.data, part.len) == 0)
            return at;
    }
    return STR_NONE;
}

size_t str_find(Str s, Str part, size_t from)
{
    enum { SHORT = 4 };

    if (from > s.len || part.len > s.len - from)
        return STR_NONE;
    if (part.len == 0)
        return from;
    if (part.len <= SHORT)
        return find_short(s, part, from);
    const char *at = memmem(s.data + from, s.len - from, part.data, part.len);
    return at == NULL ? STR_NONE : (size_t)(at - s.data);
}

size_t str_find_char(Str s, char c, size_t from)
{
    if (from >= s.len)
        return STR_NONE;
    const char *at = memchr(s.data + from, c, s.len - from);
    return at == NULL ? STR_NONE : (size_t)(at - s.data);
}

size_t str_find_last_char(Str s, char c)
{
    for (size_t i = s.len; i > 0; i--) {
        if (s.data[i - 1] == c)
            return i - 1;
    }
    return STR_NONE;
}

Str str_slice(Str s, size_t start, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (start >= end)
        return (Str){ NULL, 0 };
    return (Str){ s.data + start, end - start };
}

Str str_from_offset(Str s, size_t start)
{
    return str_slice(s, start, s.len);
}

Str str_trim_left(Str s)
{
    size_t start = 0;
    while (char_is_space(str_at(s, start)))
        start++;
    return str_from_offset(s, start);
}

Str str_trim_right(Str s)
{
    size_t end = s.len;
    while (end > 0 && char_is_space(str_at(s, end - 1)))
        end--;
    return str_slice(s, 0, end);
}

Str str_trim(Str s)
{
    return str_trim_left(str_trim_right(s));
}

bool str_split(Str *part, Str *rest, char separator)
{
    if (rest->data == NULL)
        return false;
    size_t at = str_find_char(*rest, separator, 0);
    if (at == STR_NONE) {
        *part = *rest;
        *rest = (Str){ NULL, 0 };
        return true;
    }
    *part = (Str){ rest->data, at };
    *rest = (Str){ rest->data + at + 1, rest->len - at - 1 };
    return true;
}

uint64_t str_hash(Str s)
{
    uint64_t hash = 14695981039346656037ULL;
    for (size_t i = 0; i < s.len; i++) {
        hash ^= (unsigned char)s.data[i];
        hash *= 1099511628211ULL;
    }
    return hash;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

enum { DISTANCE_MAX_LEN = 64 };

static size_t best_edit(size_t rows[3][DISTANCE_MAX_LEN + 1], Str a, Str b, size_t i, size_t j)
{
    int ca = char_lower(str_at(a, i - 1));
    int cb = char_lower(str_at(b, j - 1));
    size_t best = rows[1][j - 1] + (ca != cb);
    best = smaller(best, smaller(rows[1][j], rows[2][j - 1]) + 1);
    bool swapped = i > 1 && j > 1 && ca == char_lower(str_at(b, j - 2)) && char_lower(str_at(a, i - 2)) == cb;
    return swapped ? smaller(best, rows[0][j - 2] + 1) : best;
}

/* Damerau and Levenshtein's distance ("optimal string alignment"): the last three rows of the table suffice. */
size_t str_distance(Str a, Str b, size_t limit)
{
    size_t rows[3][DISTANCE_MAX_LEN + 1] = { { 0 } };

    if (a.len > DISTANCE_MAX_LEN || b.len > DISTANCE_MAX_LEN)
        return str_eq_nocase(a, b) ? 0 : limit + 1;
    for (size_t j = 0; j <= b.len; j++)
        rows[2][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        memcpy(rows[0], rows[1], sizeof(rows[0]));
        memcpy(rows[1], rows[2], sizeof(rows[1]));
        rows[2][0] = i;
        for (size_t j = 1; j <= b.len; j++)
            rows[2][j] = best_edit(rows, a, b, i, j);
    }
    return smaller(rows[2][b.len], limit + 1);
}

bool str_same_digits(Str a, Str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a.len && !char_is_digit(a.data[i]))
            i++;
        while (k < b.len && !char_is_digit(b.data[k]))
            k++;
        if (i == a.len || k == b.len)
            return i == a.len && k == b.len;
        if (a.data[i++] != b.data[k++])
            return false;
    }
}
