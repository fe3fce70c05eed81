/* lib/liquid/filters_markup.c - filters for HTML, URLs and base64. */
#include "base/utf8.h"
#include "liquid/filters.h"
#include "liquid/render.h"

static LiquidValue text_value(const Buf *buf)
{
    return liquid_string(buf_str(buf));
}

/* --- HTML -------------------------------------------------------------------------------------------------------- */

static Str entity_of(int c)
{
    switch (c) {
    case '&':
        return STR("&amp;");
    case '<':
        return STR("&lt;");
    case '>':
        return STR("&gt;");
    case '"':
        return STR("&quot;");
    case '\'':
        return STR("&#39;");
    default:
        return (Str){ NULL, 0 };
    }
}

/* Whether a named or decimal reference begins at the `&` at `at`. */
static bool is_reference(Str text, size_t at)
{
    bool decimal = str_at(text, at + 1) == '#';
    size_t start = at + 1 + decimal;
    size_t end = start;
    while (decimal ? char_is_digit(str_at(text, end)) : char_is_alpha(str_at(text, end)))
        end++;
    return end > start && str_at(text, end) == ';';
}

static LiquidValue escape_text(LiquidRender *render, LiquidValue input, bool keep_references)
{
    Str text = liquid_to_s(input, render);
    Buf buf = { .arena = render->arena };
    size_t copied = 0;

    for (size_t i = 0; i < text.len; i++) {
        Str entity = entity_of(text.data[i]);
        if (entity.len == 0 || (keep_references && text.data[i] == '&' && is_reference(text, i)))
            continue;
        buf_put(&buf, str_slice(text, copied, i));
        buf_put(&buf, entity);
        copied = i + 1;
    }
    if (copied == 0)
        return liquid_string(text);
    buf_put(&buf, str_from_offset(text, copied));
    return text_value(&buf);
}

static LiquidValue escape(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return input.type == LIQUID_NIL ? input : escape_text(render, input, false);
}

static LiquidValue escape_once(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return escape_text(render, input, true);
}

/* Elements and comments that go with all that is in them; names are taken as they are written. */
typedef struct Element {
    Str start, end;
    bool unclosed; /* no `end` is left: do not look again */
} Element;

/* Where the thing that begins at `at` ends, or `at`. */
static size_t skip_element(Element *elements, size_t count, Str text, size_t at)
{
    for (size_t i = 0; i < count; i++) {
        if (elements[i].unclosed || !str_starts_with(str_from_offset(text, at), elements[i].start))
            continue;
        size_t end = str_find(text, elements[i].end, at + elements[i].start.len);
        if (end != STR_NONE)
            return end + elements[i].end.len;
        elements[i].unclosed = true;
    }
    return at;
}

static Str remove_elements(Str text, Element *elements, size_t count, Arena *arena)
{
    Buf buf = { .arena = arena };
    size_t copied = 0;
    for (size_t at = str_find_char(text, '<', 0); at != STR_NONE; at = str_find_char(text, '<', at)) {
        size_t end = skip_element(elements, count, text, at);
        if (end == at) {
            at++;
            continue;
        }
        buf_put(&buf, str_slice(text, copied, at));
        copied = at = end;
    }
    if (copied == 0)
        return text;
    buf_put(&buf, str_from_offset(text, copied));
    return buf_str(&buf);
}

static LiquidValue strip_html(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Element blocks[] = { { STR("<script"), STR("</script>"), false },
                         { STR("<!--"), STR("-->"), false },
                         { STR("<style"), STR("</style>"), false } };
    Element tags[] = { { STR("<"), STR(">"), false } };
    Str text = liquid_to_s(input, render);
    (void)args;
    (void)count;
    text = remove_elements(text, blocks, sizeof(blocks) / sizeof(blocks[0]), render->arena);
    return liquid_string(remove_elements(text, tags, 1, render->arena));
}

static LiquidValue newline_to_br(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str text = liquid_to_s(input, render);
    Buf buf = { .arena = render->arena };
    (void)args;
    (void)count;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\n')
            buf_put(&buf, STR("<br />"));
        buf_put_char(&buf, text.data[i]);
    }
    return text_value(&buf);
}

static LiquidValue strip_newlines(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str text = liquid_to_s(input, render);
    Buf buf = { .arena = render->arena };
    (void)args;
    (void)count;
    for (size_t i = 0; i < text.len; i++) {
        bool is_newline = text.data[i] == '\n' || (text.data[i] == '\r' && str_at(text, i + 1) == '\n');
        if (!is_newline)
            buf_put_char(&buf, text.data[i]);
    }
    return text_value(&buf);
}

/* --- URLs -------------------------------------------------------------------------------------------------------- */

static LiquidValue url_encode(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str text = liquid_to_s(input, render);
    Buf buf = { .arena = render->arena };
    (void)args;
    (void)count;
    if (input.type == LIQUID_NIL)
        return input;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (char_is_alnum(c) || c == '_' || c == '.' || c == '-' || c == '~')
            buf_put_char(&buf, (char)c);
        else if (c == ' ')
            buf_put_char(&buf, '+');
        else
            buf_put_format(&buf, "%%%02X", c);
    }
    return text_value(&buf);
}

static int hex_value(int c)
{
    if (char_is_digit(c))
        return c - '0';
    int lower = char_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static LiquidValue url_decode(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str text = liquid_to_s(input, render);
    Buf buf = { .arena = render->arena };
    (void)args;
    (void)count;
    if (input.type == LIQUID_NIL)
        return input;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        int high = hex_value(str_at(text, i + 1)), low = hex_value(str_at(text, i + 2));
        if (c == '%' && high >= 0 && low >= 0) {
            buf_put_char(&buf, (char)(unsigned char)(high * 16 + low));
            i += 2;
        } else {
            buf_put_char(&buf, c == '+' ? ' ' : c);
        }
    }
    if (utf8_find_invalid(buf_str(&buf)) != STR_NONE)
        return liquid_fail(render, "invalid byte sequence in UTF-8");
    return text_value(&buf);
}

/* --- base64 ------------------------------------------------------------------------------------------------------ */

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static const char url_alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static LiquidValue encode(LiquidRender *render, LiquidValue input, const char *digits)
{
    Str text = liquid_to_s(input, render);
    Buf buf = { .arena = render->arena };
    for (size_t i = 0; i < text.len; i += 3) {
        uint32_t group = 0;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (i + k < text.len ? (unsigned char)text.data[i + k] : 0U);
        for (size_t k = 0; k < 4; k++)
            buf_put_char(&buf, i + k <= text.len ? digits[group >> (18 - 6 * k) & 63] : '=');
    }
    return text_value(&buf);
}

/* Strictly: whole groups, padded; the address alphabet may leave the padding out. */
static bool decode(Buf *out, Str text, const char *digits, bool needs_padding)
{
    uint32_t group = 0;
    size_t count = 0;

    if (needs_padding && text.len % 4 != 0)
        return false;
    for (int i = 0; i < 2 && text.len > 0 && str_at(text, text.len - 1) == '='; i++)
        text.len--;
    for (size_t i = 0; i < text.len; i++, count++) {
        const char *digit = memchr(digits, text.data[i], 64);
        if (digit == NULL)
            return false;
        group = group << 6 | (uint32_t)(digit - digits);
        if (count % 4 > 0)
            buf_put_char(out, (char)(unsigned char)(group >> (6 - 2 * (count % 4))));
    }
    return text.len % 4 != 1;
}

static LiquidValue base64_encode(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return encode(render, input, alphabet);
}

static LiquidValue base64_url_safe_encode(LiquidRender *render, LiquidValue input, const LiquidValue *args,
                                          size_t count)
{
    (void)args;
    (void)count;
    return encode(render, input, url_alphabet);
}

static LiquidValue decode_text(LiquidRender *render, LiquidValue input, const char *name, const char *digits,
                               bool needs_padding)
{
    Buf buf = { .arena = render->arena };
    bool decoded = input.type == LIQUID_STRING && decode(&buf, input.string, digits, needs_padding)
                   && utf8_find_invalid(buf_str(&buf)) == STR_NONE;
    return decoded ? text_value(&buf) : liquid_fail(render, "invalid base64 provided to %s", name);
}

static LiquidValue base64_decode(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return decode_text(render, input, "base64_decode", alphabet, true);
}

static LiquidValue base64_url_safe_decode(LiquidRender *render, LiquidValue input, const LiquidValue *args,
                                          size_t count)
{
    (void)args;
    (void)count;
    return decode_text(render, input, "base64_url_safe_decode", url_alphabet, false);
}

const FilterEntry filters_markup[] = {
    { "escape", escape, 0, 0 },
    { "h", escape, 0, 0 },
    { "escape_once", escape_once, 0, 0 },
    { "strip_html", strip_html, 0, 0 },
    { "newline_to_br", newline_to_br, 0, 0 },
    { "strip_newlines", strip_newlines, 0, 0 },
    { "url_encode", url_encode, 0, 0 },
    { "url_decode", url_decode, 0, 0 },
    { "base64_encode", base64_encode, 0, 0 },
    { "base64_decode", base64_decode, 0, 0 },
    { "base64_url_safe_encode", base64_url_safe_encode, 0, 0 },
    { "base64_url_safe_decode", base64_url_safe_decode, 0, 0 },
    { NULL, NULL, 0, 0 },
};
