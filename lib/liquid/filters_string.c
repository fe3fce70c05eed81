/* lib/liquid/filters_string.c - filters that take and give text. Positions count code points. */
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

/* --- cutting ----------------------------------------------------------------------------------------------------- */

static LiquidValue truncate_text(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    int64_t length = 50;
    Str ellipsis = count > 1 ? liquid_to_s(args[1], render) : STR("...");
    Str text = liquid_to_s(input, render);

    if (input.type == LIQUID_NIL || (count > 0 && !eval_integer(&length, args[0], render)))
        return liquid_nil();
    if (length < 0 ? false : utf8_offset(text, (size_t)length) == text.len)
        return liquid_string(text);
    int64_t kept = length - (int64_t)utf8_length(ellipsis);
    size_t end = kept > 0 ? utf8_offset(text, (size_t)kept) : 0;
    return liquid_string(arena_join(render->arena, str_slice(text, 0, end), ellipsis, (Str){ NULL, 0 }));
}

static Str next_text_word(Str text, size_t *at)
{
    size_t start = scan_space(text, *at);
    size_t end = start;
    while (end < text.len && !char_is_space(text.data[end]))
        end++;
    *at = end;
    return str_slice(text, start, end);
}

/* Liquid 4 adds the ellipsis when there are just as many words as well. */
static LiquidValue truncatewords(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    int64_t words = 15;
    Str ellipsis = count > 1 ? liquid_to_s(args[1], render) : STR("...");
    Str text = liquid_to_s(input, render);
    Buf buf = { .arena = render->arena };
    size_t at = 0;

    if (input.type == LIQUID_NIL || (count > 0 && !eval_integer(&words, args[0], render)))
        return liquid_nil();
    if (words < 1)
        words = 1;
    for (int64_t i = 0; i < words; i++) {
        Str word = next_text_word(text, &at);
        if (word.len == 0)
            return input;
        if (i > 0)
            buf_put_char(&buf, ' ');
        buf_put(&buf, word);
    }
    buf_put(&buf, ellipsis);
    return text_value(&buf);
}

/* Where a slice of a list of `size` begins and ends; false when it begins outside. */
static bool slice_bounds(size_t *start, size_t *end, int64_t offset, int64_t length, size_t size)
{
    int64_t count = (int64_t)size;
    int64_t from = offset < 0 ? offset + count : offset;
    if (from < 0 || from > count || length < 0)
        return false;
    *start = (size_t)from;
    *end = length > count - from ? size : (size_t)(from + length);
    return true;
}

static LiquidValue slice(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    int64_t offset, length = 1;
    size_t start = 0, end = 0;
    bool has_length = count > 1 && liquid_truthy(args[1]);

    if (!eval_integer(&offset, args[0], render) || (has_length && !eval_integer(&length, args[1], render)))
        return liquid_nil();
    if (input.type == LIQUID_ARRAY) {
        slice_bounds(&start, &end, offset, length, input.array->len);
        return liquid_array(input.array->items + start, end - start, render->arena);
    }
    Str text = liquid_to_s(input, render);
    if (!slice_bounds(&start, &end, offset, length, utf8_length(text)))
        return liquid_string(STR(""));
    return liquid_string(str_slice(text, utf8_offset(text, start), utf8_offset(text, end)));
}

/* --- split ------------------------------------------------------------------------------------------------------- */

typedef VEC(LiquidValue) Values;

static void split_words(Values *out, Str text, Arena *arena)
{
    size_t at = 0;
    for (Str word = next_text_word(text, &at); word.len > 0; word = next_text_word(text, &at))
        vec_push(arena, out, liquid_string(word));
}

static void split_characters(Values *out, Str text, Arena *arena)
{
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        utf8_next(text, &at);
        vec_push(arena, out, liquid_string(str_slice(text, start, at)));
    }
}

static void split_parts(Values *out, Str text, Str pattern, Arena *arena)
{
    size_t start = 0;
    for (size_t at = str_find(text, pattern, 0); at != STR_NONE; at = str_find(text, pattern, start)) {
        vec_push(arena, out, liquid_string(str_slice(text, start, at)));
        start = at + pattern.len;
    }
    vec_push(arena, out, liquid_string(str_from_offset(text, start)));
}

static LiquidValue split(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Values parts = { 0 };
    Str text = liquid_to_s(input, render);
    Str pattern = liquid_to_s(args[0], render);

    (void)count;
    if (str_eq(pattern, STR(" ")))
        split_words(&parts, text, render->arena);
    else if (pattern.len == 0)
        split_characters(&parts, text, render->arena);
    else
        split_parts(&parts, text, pattern, render->arena);
    while (parts.len > 0 && parts.items[parts.len - 1].string.len == 0)
        parts.len--;
    return liquid_array(parts.items, parts.len, render->arena);
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
    { "truncate", truncate_text, 0, 2 },
    { "truncatewords", truncatewords, 0, 2 },
    { "slice", slice, 1, 2 },
    { "split", split, 1, 1 },
    { NULL, NULL, 0, 0 },
};
