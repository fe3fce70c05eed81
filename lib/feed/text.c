/* lib/feed/text.c */
#include "feed/text.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/datetime.h"
#include "text/xml.h"

static bool is_shown(uint32_t c)
{
    bool control = c >= 0x7F && c <= 0x9F;
    bool noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    return xml_is_char(c) && c != '\r' && c != 0xFFFD && !control && !noncharacter;
}

static size_t find_unshown(Str text, size_t from)
{
    for (size_t at = from; at < text.len;) {
        size_t start = at;
        if (!is_shown((uint32_t)utf8_next(text, &at)))
            return start;
    }
    return STR_NONE;
}

Str feed_text(Str text, Arena *arena)
{
    Buf out = { .arena = arena };
    size_t plain = 0; /* where what is not yet copied begins */
    size_t found = find_unshown(text, 0);

    if (found == STR_NONE)
        return text;
    while (found != STR_NONE) {
        buf_put(&out, str_slice(text, plain, found));
        plain = found;
        utf8_next(text, &plain);
        found = find_unshown(text, plain);
    }
    buf_put(&out, str_from_offset(text, plain));
    return buf_str(&out);
}

Str feed_rfc3339(int64_t unix_s, Arena *arena)
{
    Buf out = { .arena = arena };
    datetime_put_rfc3339(&out, unix_s, 0);
    return buf_str(&out);
}
