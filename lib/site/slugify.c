/* lib/site/slugify.c */
#include "site/slugify.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/unicode.h"

typedef bool (*Keeps)(uint32_t c);

static bool keeps_raw(uint32_t c)
{
    return !unicode_is_space(c) && !char_is_space((int)c);
}

static bool keeps_default(uint32_t c)
{
    return unicode_is_letter(c) || unicode_is_mark(c) || unicode_is_number(c);
}

static bool keeps_pretty(uint32_t c)
{
    return keeps_default(c) || (c != 0 && c < 0x80 && strchr("._~!$&'()+,;=@", (int)c) != NULL);
}

static bool keeps_ascii(uint32_t c)
{
    return c < 0x80 && char_is_alnum((int)c);
}

static Keeps find_mode(Str mode)
{
    static const struct {
        const char *name;
        Keeps keeps;
    } modes[] = {
        { "raw", keeps_raw },     { "default", keeps_default }, { "pretty", keeps_pretty },
        { "ascii", keeps_ascii }, { "latin", keeps_default },
    };
    for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
        if (str_eq(mode, str_from(modes[i].name)))
            return modes[i].keeps;
    }
    return NULL;
}

Str slugify_text(Str text, Str mode, Arena *arena)
{
    Buf buf = { .arena = arena };
    Keeps keeps = find_mode(mode);

    if (keeps == NULL)
        return str_eq(mode, STR("none")) ? text : unicode_lower(text, arena);
    if (str_eq(mode, STR("latin")))
        text = unicode_transliterate(text, arena);
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = (uint32_t)utf8_next(text, &at);
        if (keeps(c))
            buf_put(&buf, str_slice(text, start, at));
        else if (buf.len > 0 && buf.data[buf.len - 1] != '-')
            buf_put_char(&buf, '-');
    }
    while (buf.len > 0 && buf.data[buf.len - 1] == '-')
        buf.len--;
    return unicode_lower(buf_str(&buf), arena);
}
