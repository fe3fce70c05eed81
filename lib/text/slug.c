/* lib/text/slug.c */
#include "text/slug.h"

#include "base/utf8.h"
#include "text/unicode.h"

/* A title of more characters than this is cut before it is transliterated: the slug ends long before. */
enum { SLUG_MAX_BYTES = 80, TITLE_MAX_CHARACTERS = 1000 };

/* Where to cut so that no word is split, or at the limit when it is all one word. */
static size_t cut_between_words(Str slug)
{
    if (slug.len <= SLUG_MAX_BYTES)
        return slug.len;
    if (str_at(slug, SLUG_MAX_BYTES) == '-')
        return SLUG_MAX_BYTES;
    size_t hyphen = str_find_last_char(str_slice(slug, 0, SLUG_MAX_BYTES), '-');
    return hyphen == STR_NONE ? SLUG_MAX_BYTES : hyphen;
}

Str slug_from_title(Str title, Arena *arena)
{
    title = str_slice(title, 0, utf8_offset(title, TITLE_MAX_CHARACTERS));
    Str ascii = unicode_transliterate(title, arena);
    Buf slug = { .arena = arena };
    bool gap = false;

    for (size_t i = 0; i < ascii.len && slug.len <= SLUG_MAX_BYTES; i++) {
        int c = char_lower(str_at(ascii, i));
        if (!char_is_alnum(c)) {
            gap = slug.len > 0;
            continue;
        }
        if (gap)
            buf_put_char(&slug, '-');
        buf_put_char(&slug, (char)c);
        gap = false;
    }
    return str_slice(buf_str(&slug), 0, cut_between_words(buf_str(&slug)));
}
