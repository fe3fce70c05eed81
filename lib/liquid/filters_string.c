/* lib/liquid/filters_string.c - filters that take and give text. */
#include "base/utf8.h"
#include "liquid/eval.h"
#include "liquid/filters.h"
#include "text/unicode.h"

static LiquidValue text_value(const Buf *buf)
{
    return liquid_string(buf_str(buf));
}

/* An argument that is absent counts as `nil`. */
static LiquidValue argument(const LiquidValue *args, size_t count, size_t i)
{
    return i < count ? args[i] : liquid_nil();
}

/* --- case -------------------------------------------------------------------------------------------------------- */

static LiquidValue downcase(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return liquid_string(unicode_lower(liquid_to_s(input, render), render->arena));
}

static LiquidValue upcase(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return liquid_string(unicode_upper(liquid_to_s(input, render), render->arena));
}

static LiquidValue capitalize(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str text = liquid_to_s(input, render);
    (void)args;
    (void)count;
    size_t first = utf8_offset(text, 1);
    Str initial = unicode_upper(str_slice(text, 0, first), render->arena);
    size_t second = utf8_offset(initial, 1); /* one letter may have become two */
    Str more = unicode_lower(str_from_offset(initial, second), render->arena);
    Str rest = unicode_lower(str_from_offset(text, first), render->arena);
    return liquid_string(arena_join(render->arena, str_slice(initial, 0, second), more, rest));
}

/* --- white space ------------------------------------------------------------------------------------------------- */

/* Ruby strips NUL as well, behind the text and before it. */
static bool is_stripped(int c)
{
    return c == 0 || char_is_space(c);
}

static Str strip_text(Str text, bool left, bool right)
{
    size_t start = 0, end = text.len;
    while (left && start < end && is_stripped((unsigned char)text.data[start]))
        start++;
    while (right && end > start && is_stripped((unsigned char)text.data[end - 1]))
        end--;
    return str_slice(text, start, end);
}

static LiquidValue strip(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return liquid_string(strip_text(liquid_to_s(input, render), true, true));
}

static LiquidValue lstrip(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return liquid_string(strip_text(liquid_to_s(input, render), true, false));
}

static LiquidValue rstrip(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return liquid_string(strip_text(liquid_to_s(input, render), false, true));
}

static LiquidValue squish(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = render->arena };
    Str text = str_trim(liquid_to_s(input, render));
    (void)args;
    (void)count;
    if (input.type == LIQUID_NIL)
        return input;
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && !char_is_space(text.data[end]))
            end++;
        buf_put(&buf, str_slice(text, at, end));
        at = scan_space(text, end);
        if (at > end)
            buf_put_char(&buf, ' ');
    }
    return text_value(&buf);
}

/* --- joining and replacing --------------------------------------------------------------------------------------- */

static LiquidValue append(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    Str none = { NULL, 0 };
    return liquid_string(arena_join(render->arena, liquid_to_s(input, render), liquid_to_s(args[0], render), none));
}

static LiquidValue prepend(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    Str none = { NULL, 0 };
    return liquid_string(arena_join(render->arena, liquid_to_s(args[0], render), liquid_to_s(input, render), none));
}

/* What Ruby makes of a backslash in a replacement: \0 and \& are the match, \` and \' what is around it, \1 to \9
 * nothing, a double one a single one. */
static void put_replacement(Buf *buf, Str replacement, Str text, size_t start, size_t end)
{
    for (size_t i = 0; i < replacement.len; i++) {
        char c = replacement.data[i];
        int next = str_at(replacement, i + 1);
        if (c != '\\' || next == STR_END) {
            buf_put_char(buf, c);
            continue;
        }
        i++;
        if (next == '0' || next == '&')
            buf_put(buf, str_slice(text, start, end));
        else if (next == '`')
            buf_put(buf, str_slice(text, 0, start));
        else if (next == '\'')
            buf_put(buf, str_from_offset(text, end));
        else if (next == '\\')
            buf_put_char(buf, '\\');
        else if (!char_is_digit(next))
            buf_put(buf, str_slice(replacement, i - 1, i + 1));
    }
}

/* The match at or behind `from`. An empty part is found between all characters. */
static size_t find_part(Str text, Str part, size_t from)
{
    return from > text.len ? STR_NONE : str_find(text, part, from);
}

static LiquidValue replace_parts(LiquidRender *render, LiquidValue input, Str part, Str replacement, bool all)
{
    Str text = liquid_to_s(input, render);
    Buf buf = { .arena = render->arena };
    size_t copied = 0;
    size_t limit = render->input->limits.max_output_bytes;

    for (size_t at = find_part(text, part, 0); at != STR_NONE;) {
        size_t end = at + part.len;
        buf_put(&buf, str_slice(text, copied, at));
        put_replacement(&buf, replacement, text, at, end);
        copied = end;
        if (!all || buf.len > limit)
            break;
        size_t from = end;
        if (part.len == 0 && from < text.len)
            utf8_next(text, &from);
        else
            from += part.len == 0;
        at = find_part(text, part, from);
    }
    buf_put(&buf, str_from_offset(text, copied));
    return text_value(&buf);
}

static LiquidValue replace(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str with = liquid_to_s(argument(args, count, 1), render);
    return replace_parts(render, input, liquid_to_s(args[0], render), with, true);
}

static LiquidValue replace_first(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str with = liquid_to_s(argument(args, count, 1), render);
    return replace_parts(render, input, liquid_to_s(args[0], render), with, false);
}

static size_t find_last(Str text, Str part)
{
    size_t found = STR_NONE;
    for (size_t at = str_find(text, part, 0); at != STR_NONE; at = str_find(text, part, at + 1))
        found = at;
    return found;
}

static LiquidValue replace_at_end(LiquidRender *render, LiquidValue input, Str part, Str with)
{
    Str text = liquid_to_s(input, render);
    size_t at = find_last(text, part);
    if (at == STR_NONE)
        return liquid_string(text);
    return liquid_string(arena_join(render->arena, str_slice(text, 0, at), with, str_from_offset(text, at + part.len)));
}

static LiquidValue replace_last(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    return replace_at_end(render, input, liquid_to_s(args[0], render), liquid_to_s(args[1], render));
}

static LiquidValue remove_all(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    return replace_parts(render, input, liquid_to_s(args[0], render), (Str){ NULL, 0 }, true);
}

static LiquidValue remove_first(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    return replace_parts(render, input, liquid_to_s(args[0], render), (Str){ NULL, 0 }, false);
}

static LiquidValue remove_last(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    return replace_at_end(render, input, liquid_to_s(args[0], render), (Str){ NULL, 0 });
}

const FilterEntry filters_string[] = {
    { "downcase", downcase, 0, 0 },
    { "upcase", upcase, 0, 0 },
    { "capitalize", capitalize, 0, 0 },
    { "strip", strip, 0, 0 },
    { "lstrip", lstrip, 0, 0 },
    { "rstrip", rstrip, 0, 0 },
    { "squish", squish, 0, 0 },
    { "append", append, 1, 1 },
    { "prepend", prepend, 1, 1 },
    { "replace", replace, 1, 2 },
    { "replace_first", replace_first, 1, 2 },
    { "replace_last", replace_last, 2, 2 },
    { "remove", remove_all, 1, 1 },
    { "remove_first", remove_first, 1, 1 },
    { "remove_last", remove_last, 1, 1 },
    { NULL, NULL, 0, 0 },
};
