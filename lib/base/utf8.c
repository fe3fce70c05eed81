/* lib/base/utf8.c */
#include "base/utf8.h"

static bool is_continuation(int byte)
{
    return byte >= 0x80 && byte <= 0xBF;
}

/* Which second bytes a lead byte takes, and how long the sequence is: table 3-7 of the Unicode Standard. */
static size_t sequence_length(int lead, int second)
{
    static const struct Lead {
        unsigned char first, last, low, high;
        size_t len;
    } leads[] = {
        { 0xC2, 0xDF, 0x80, 0xBF, 2 }, { 0xE0, 0xE0, 0xA0, 0xBF, 3 }, { 0xE1, 0xEC, 0x80, 0xBF, 3 },
        { 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 }, { 0xF0, 0xF0, 0x90, 0xBF, 4 },
        { 0xF1, 0xF3, 0x80, 0xBF, 4 }, { 0xF4, 0xF4, 0x80, 0x8F, 4 },
    };
    for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++) {
        if (lead >= leads[i].first && lead <= leads[i].last)
            return second >= leads[i].low && second <= leads[i].high ? leads[i].len : 0;
    }
    return 0;
}

/* The length of the sequence at `at`, 0 when there is none that is right. */
static size_t sequence_at(Str s, size_t at)
{
    int lead = str_at(s, at);
    if (lead < 0x80)
        return lead == STR_END ? 0 : 1;
    size_t len = sequence_length(lead, str_at(s, at + 1));
    for (size_t i = 2; i < len; i++) {
        if (!is_continuation(str_at(s, at + i)))
            return 0;
    }
    return len;
}

size_t utf8_find_invalid(Str s)
{
    size_t at = 0;
    while (at < s.len) {
        uint64_t eight;
        if (s.len - at >= sizeof(eight)) { /* most text is ASCII: eight bytes at once */
            memcpy(&eight, s.data + at, sizeof(eight));
            if ((eight & 0x8080808080808080ULL) == 0) {
                at += sizeof(eight);
                continue;
            }
        }
        size_t len = sequence_at(s, at);
        if (len == 0)
            return at;
        at += len;
    }
    return STR_NONE;
}

int32_t utf8_next_long(Str s, size_t *at)
{
    int lead = str_at(s, *at);
    if (lead < 0x80) {
        *at += lead != STR_END;
        return lead;
    }
    size_t len = sequence_at(s, *at);
    if (len == 0) {
        (*at)++;
        return 0xFFFD;
    }
    int32_t c = lead & (0xFF >> (len + 1));
    for (size_t i = 1; i < len; i++)
        c = (int32_t)((uint32_t)c << 6) | (str_at(s, *at + i) & 0x3F);
    *at += len;
    return c;
}

int32_t utf8_before(Str s, size_t at)
{
    if (at == 0)
        return STR_END;
    size_t start = at - 1;
    while (start > 0 && (str_at(s, start) & 0xC0) == 0x80)
        start--;
    return utf8_next(s, &start);
}

size_t utf8_length(Str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += !is_continuation((unsigned char)s.data[i]);
    return count;
}

size_t utf8_offset(Str s, size_t position)
{
    size_t at = 0;
    while (at < s.len && position > 0) {
        at++;
        while (at < s.len && is_continuation((unsigned char)s.data[at]))
            at++;
        position--;
    }
    return at;
}
