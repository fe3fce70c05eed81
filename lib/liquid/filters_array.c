/* lib/liquid/filters_array.c - filters of lists. */
#include "liquid/compare.h"
#include "liquid/filters.h"
#include "liquid/lookup.h"
#include "liquid/render.h"
#include "liquid/sort.h"

typedef VEC(LiquidValue) Values;

static LiquidValue list_value(const Values *values, LiquidRender *render)
{
    return liquid_array(values->items, values->len, render->arena);
}

static LiquidValue cannot_select(LiquidRender *render, LiquidValue property)
{
    Str name = liquid_to_s(property, render);
    return liquid_fail(render, "cannot select the property '" STR_FMT "'", STR_ARG(name));
}

/* --- whole lists ------------------------------------------------------------------------------------------------- */

static LiquidValue size(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidValue out;
    (void)args;
    (void)count;
    return value_size(&out, input, render) ? out : liquid_int(0);
}

static LiquidValue first(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidValue out;
    (void)args;
    (void)count;
    return value_end(&out, input, false, render) ? out : liquid_nil();
}

static LiquidValue last(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidValue out;
    (void)args;
    (void)count;
    return value_end(&out, input, true, render) ? out : liquid_nil();
}

static LiquidValue join(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = render->arena };
    LiquidArray list = liquid_list(input, render);
    Str glue = count > 0 ? liquid_to_s(args[0], render) : STR(" ");
    for (size_t i = 0; i < list.len && !render->failed; i++) {
        if (i > 0)
            buf_put(&buf, glue);
        liquid_put(&buf, list.items[i], render);
        if (buf.len > render->max_len)
            render_stop(render, "a text is too long");
    }
    return liquid_string(buf_str(&buf));
}

static LiquidValue reverse(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidArray list = liquid_list(input, render);
    LiquidValue *items = ARENA_ARRAY(render->arena, LiquidValue, list.len);
    (void)args;
    (void)count;
    for (size_t i = 0; i < list.len; i++)
        items[i] = list.items[list.len - 1 - i];
    return liquid_array(items, list.len, render->arena);
}

static LiquidValue concat(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidArray list = liquid_list(input, render);
    (void)count;
    if (args[0].type != LIQUID_ARRAY)
        return liquid_fail(render, "concat filter requires an array argument");
    const LiquidArray *more = args[0].array;
    if (!render_spend(render, more->len))
        return liquid_nil();
    LiquidValue *items = ARENA_ARRAY(render->arena, LiquidValue, list.len + more->len);
    for (size_t i = 0; i < list.len; i++)
        items[i] = list.items[i];
    for (size_t i = 0; i < more->len; i++)
        items[list.len + i] = more->items[i];
    return liquid_array(items, list.len + more->len, render->arena);
}

/* --- by property ------------------------------------------------------------------------------------------------- */

static LiquidValue map(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidArray list = liquid_list(input, render);
    LiquidValue *items = ARENA_ARRAY(render->arena, LiquidValue, list.len);
    (void)count;
    for (size_t i = 0; i < list.len; i++) {
        if (!liquid_property(&items[i], list.items[i], args[0], render))
            return cannot_select(render, args[0]);
    }
    return liquid_array(items, list.len, render->arena);
}

/* The item, or its property where one is named; false where it has none. */
static bool take_key(LiquidValue *out, LiquidValue item, const LiquidValue *args, size_t count, LiquidRender *render)
{
    *out = item;
    if (count == 0 || args[0].type == LIQUID_NIL)
        return true;
    if (!value_has_properties(item))
        return false;
    if (liquid_property(out, item, args[0], render))
        return true;
    cannot_select(render, args[0]);
    return false;
}

static LiquidValue uniq(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidArray list = liquid_list(input, render);
    Map seen = { .arena = render->arena };
    Values kept = { 0 };
    LiquidValue key;

    if (list.len < 2) /* nothing to compare: properties are not looked at */
        return liquid_array(list.items, list.len, render->arena);
    for (size_t i = 0; i < list.len; i++) {
        Buf text = { .arena = render->arena };
        if (!take_key(&key, list.items[i], args, count, render))
            return liquid_nil();
        liquid_put_key(&text, key);
        if (!render_spend_bytes(render, text.len))
            return liquid_nil();
        void **slot = map_at(&seen, buf_str(&text));
        if (*slot == NULL)
            vec_push(render->arena, &kept, list.items[i]);
        *slot = &seen;
    }
    return list_value(&kept, render);
}

static LiquidValue compact(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidArray list = liquid_list(input, render);
    Values kept = { 0 };
    LiquidValue key;
    for (size_t i = 0; i < list.len; i++) {
        if (!take_key(&key, list.items[i], args, count, render))
            return liquid_nil();
        if (key.type != LIQUID_NIL)
            vec_push(render->arena, &kept, list.items[i]);
    }
    return list_value(&kept, render);
}

/* --- sorting ----------------------------------------------------------------------------------------------------- */

static bool compare_values(int *order, LiquidValue a, LiquidValue b, LiquidRender *render)
{
    return compare_order(render, order, a, b);
}

static int compare_without_case(Str a, Str b)
{
    for (size_t i = 0; i < a.len && i < b.len; i++) {
        int difference = char_lower(str_at(a, i)) - char_lower(str_at(b, i));
        if (difference != 0)
            return difference;
    }
    return (a.len > b.len) - (a.len < b.len);
}

static bool compare_naturally(int *order, LiquidValue a, LiquidValue b, LiquidRender *render)
{
    Str left = liquid_to_s(a, render), right = liquid_to_s(b, render);
    *order = compare_without_case(left, right);
    return render_spend_bytes(render, left.len < right.len ? left.len : right.len);
}

static LiquidValue sort_list(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count,
                             SortCompare compare)
{
    LiquidArray list = liquid_list(input, render);
    SortItem *items = ARENA_ARRAY(render->arena, SortItem, list.len);
    bool by_property = count > 0 && args[0].type != LIQUID_NIL;

    for (size_t i = 0; by_property && i < list.len; i++) {
        if (!value_has_properties(list.items[i]))
            return liquid_nil();
    }
    if (list.len < 2)
        return liquid_array(list.items, list.len, render->arena);
    for (size_t i = 0; i < list.len; i++) {
        items[i].value = list.items[i];
        if (!take_key(&items[i].key, list.items[i], args, count, render))
            return liquid_nil();
    }
    if (!liquid_sort(items, list.len, compare, false, render))
        return render->failed ? liquid_nil() : liquid_fail(render, "cannot sort values of incompatible types");
    LiquidValue *sorted = ARENA_ARRAY(render->arena, LiquidValue, list.len);
    for (size_t i = 0; i < list.len; i++)
        sorted[i] = items[i].value;
    return liquid_array(sorted, list.len, render->arena);
}

static LiquidValue sort(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    return sort_list(render, input, args, count, compare_values);
}

static LiquidValue sort_natural(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    return sort_list(render, input, args, count, compare_naturally);
}

const FilterEntry filters_array[] = {
    { "size", size, 0, 0 },
    { "first", first, 0, 0 },
    { "last", last, 0, 0 },
    { "join", join, 0, 1 },
    { "reverse", reverse, 0, 0 },
    { "concat", concat, 1, 1 },
    { "map", map, 1, 1 },
    { "uniq", uniq, 0, 1 },
    { "compact", compact, 0, 1 },
    { "sort", sort, 0, 1 },
    { "sort_natural", sort_natural, 0, 1 },
    { NULL, NULL, 0, 0 },
};
