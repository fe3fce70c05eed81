/* lib/site/slugify.c */
#include "site/slugify.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/unicode.h"

typedef bool (*Keeps)(uint32_t c);

static bool keeps_raw(uint32_t c)
{
    return !char_is_space((int)c);
}

static bool keeps_default(uint32_t c)
{
    return unicode_is_letter(c) || unicode_is_mark(c) || unicode_is_digit(c);
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

/* What Ruby's i18n writes for the letters of Western and Central Europe; it knows no others. */
static Str to_ascii(Str text, Arena *arena)
{
    enum { FIRST = 0xC0 };
    static const char *const spellings[] = {
        "A", "A", "A",  "A", "A", "A", "AE", "C",  "E", "E", "E",  "E",  "I", "I", "I",  "I",  "D", "N",  "O",  "O",
        "O", "O", "O",  "x", "O", "U", "U",  "U",  "U", "Y", "Th", "ss", "a", "a", "a",  "a",  "a", "a",  "ae", "c",
        "e", "e", "e",  "e", "i", "i", "i",  "i",  "d", "n", "o",  "o",  "o", "o", "o",  "?",  "o", "u",  "u",  "u",
        "u", "y", "th", "y", "A", "a", "A",  "a",  "A", "a", "C",  "c",  "C", "c", "C",  "c",  "C", "c",  "D",  "d",
        "D", "d", "E",  "e", "E", "e", "E",  "e",  "E", "e", "E",  "e",  "G", "g", "G",  "g",  "G", "g",  "G",  "g",
        "H", "h", "H",  "h", "I", "i", "I",  "i",  "I", "i", "I",  "i",  "I", "i", "IJ", "ij", "J", "j",  "K",  "k",
        "k", "L", "l",  "L", "l", "L", "l",  "L",  "l", "L", "l",  "N",  "n", "N", "n",  "N",  "n", "'n", "NG", "ng",
        "O", "o", "O",  "o", "O", "o", "OE", "oe", "R", "r", "R",  "r",  "R", "r", "S",  "s",  "S", "s",  "S",  "s",
        "S", "s", "T",  "t", "T", "t", "T",  "t",  "U", "u", "U",  "u",  "U", "u", "U",  "u",  "U", "u",  "U",  "u",
        "W", "w", "Y",  "y", "Y", "Z", "z",  "Z",  "z", "Z", "z",  "?",
    };
    Buf buf = { .arena = arena };
    for (size_t at = 0; at < text.len;) {
        uint32_t c = (uint32_t)utf8_next(text, &at);
        if (c < 0x80)
            buf_put_char(&buf, (char)c);
        else if (c >= FIRST && c - FIRST < sizeof(spellings) / sizeof(spellings[0]))
            buf_put_cstr(&buf, spellings[c - FIRST]);
        else
            buf_put_char(&buf, '?');
    }
    return buf_str(&buf);
}

/* Each run of what is not kept becomes one hyphen. */
static Str hyphenate(Str text, Keeps keeps, Arena *arena)
{
    Buf buf = { .arena = arena };
    bool in_run = false;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        bool kept = keeps((uint32_t)utf8_next(text, &at));
        if (kept)
            buf_put(&buf, str_slice(text, start, at));
        else if (!in_run)
            buf_put_char(&buf, '-');
        in_run = !kept;
    }
    return buf_str(&buf);
}

Str slugify_text(Str text, Str mode, Arena *arena)
{
    Keeps keeps = find_mode(mode);

    if (keeps == NULL)
        return unicode_lower(text, arena);
    if (str_eq(mode, STR("latin")))
        text = to_ascii(text, arena);
    Str slug = hyphenate(text, keeps, arena);
    if (str_at(slug, 0) == '-')
        slug = str_from_offset(slug, 1);
    if (slug.len > 0 && slug.data[slug.len - 1] == '-')
        slug.len--;
    return unicode_lower(slug, arena);
}
