/* lib/site/filters_text.c - xml_escape, inspect, normalize_whitespace, number_of_words, slugify. */
#include "base/utf8.h"
#include "site/filter_parts.h"
#include "site/slugify.h"
#include "text/unicode.h"

void filter_put_xml(Buf *out, Str text)
{
    static const Str escapes[] = { ['&'] = STR_INIT("&amp;"),
                                   ['<'] = STR_INIT("&lt;"),
                                   ['>'] = STR_INIT("&gt;"),
                                   ['"'] = STR_INIT("&quot;"),
                                   ['\''] = STR_INIT("&apos;") };
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c < sizeof(escapes) / sizeof(escapes[0]) && escapes[c].len > 0)
            buf_put(out, escapes[c]);
        else
            buf_put_char(out, (char)c);
    }
}

static LiquidValue xml_escape(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = liquid_arena(render) };
    (void)args;
    (void)count;
    filter_put_xml(&buf, liquid_to_s(input, render));
    return liquid_string(buf_str(&buf));
}

static LiquidValue inspect(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf plain = { .arena = liquid_arena(render) };
    Buf escaped = { .arena = liquid_arena(render) };
    (void)args;
    (void)count;
    liquid_inspect(&plain, input, render);
    filter_put_xml(&escaped, buf_str(&plain));
    return liquid_string(buf_str(&escaped));
}

static LiquidValue normalize_whitespace(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = liquid_arena(render) };
    Str text = str_trim(liquid_to_s(input, render));
    bool after_space = false;
    (void)args;
    (void)count;
    for (size_t i = 0; i < text.len; i++) {
        bool space = char_is_space((unsigned char)text.data[i]);
        if (!space || !after_space)
            buf_put_char(&buf, space ? ' ' : text.data[i]);
        after_space = space;
    }
    return liquid_string(buf_str(&buf));
}

/* --- number_of_words --------------------------------------------------------------------------------------------- */

typedef struct Words {
    size_t spaced; /* runs without white space */
    size_t mixed;  /* such runs, also parted by CJK characters, and each of those */
    bool has_cjk;
} Words;

static Words count_words(Str text)
{
    Words words = { 0 };
    bool in_spaced = false, in_mixed = false;

    for (size_t at = 0; at < text.len;) {
        uint32_t c = (uint32_t)utf8_next(text, &at);
        bool space = char_is_space((int)c);
        bool cjk = unicode_is_cjk(c);
        words.spaced += !space && !in_spaced;
        words.mixed += cjk || (!space && !in_mixed);
        words.has_cjk = words.has_cjk || cjk;
        in_spaced = !space;
        in_mixed = !space && !cjk;
    }
    return words;
}

static LiquidValue number_of_words(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str text;
    Str mode = count > 0 ? liquid_to_s(args[0], render) : (Str){ NULL, 0 };

    if (!filter_text(&text, render, input, "number_of_words"))
        return liquid_nil();
    Words words = count_words(text);
    bool mixed = str_eq(mode, STR("cjk")) || (str_eq(mode, STR("auto")) && words.has_cjk);
    return liquid_int((int64_t)(mixed ? words.mixed : words.spaced));
}

static LiquidValue slugify(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str text;
    bool has_mode = count > 0 && liquid_truthy(args[0]);

    if (input.type == LIQUID_NIL || !filter_text(&text, render, input, "slugify"))
        return liquid_nil();
    Str mode = has_mode ? liquid_to_s(args[0], render) : STR("default");
    return liquid_string(slugify_text(text, mode, liquid_arena(render)));
}

const SiteFilter site_filters_text[] = {
    { "xml_escape", xml_escape, 0, 0 },
    { "inspect", inspect, 0, 0 },
    { "normalize_whitespace", normalize_whitespace, 0, 0 },
    { "number_of_words", number_of_words, 0, 1 },
    { "slugify", slugify, 0, 1 },
    { NULL, NULL, 0, 0 },
};
