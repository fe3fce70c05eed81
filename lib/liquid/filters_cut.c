/* lib/liquid/filters_cut.c - filters that take text apart. Positions count code points. */
#include "base/utf8.h"
#include "liquid/eval.h"
#include "liquid/filters.h"

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
    return liquid_string(buf_str(&buf));
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
        return liquid_array(start < end ? &input.array->items[start] : NULL, end - start, render->arena);
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

const FilterEntry filters_cut[] = {
    { "truncate", truncate_text, 0, 2 },
    { "truncatewords", truncatewords, 0, 2 },
    { "slice", slice, 1, 2 },
    { "split", split, 1, 1 },
    { NULL, NULL, 0, 0 },
};
