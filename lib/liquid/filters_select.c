/* lib/liquid/filters_select.c - filters that pick items of a list by a property, and default. */
#include "liquid/compare.h"
#include "liquid/filters.h"
#include "liquid/lookup.h"
#include "liquid/number.h"
#include "liquid/render.h"

typedef struct Selection {
    LiquidValue property, target; /* a target of nil asks for what is true */
    bool stuck;                   /* an item has no properties at all: the whole result is nil */
} Selection;

static bool matches(Selection *selection, LiquidValue item, LiquidRender *render)
{
    LiquidValue found;
    if (!value_has_properties(item)) {
        selection->stuck = true;
        return false;
    }
    if (!liquid_property(&found, item, selection->property, render)) {
        Str name = liquid_to_s(selection->property, render);
        liquid_fail(render, "cannot select the property '" STR_FMT "'", STR_ARG(name));
        return false;
    }
    return selection->target.type == LIQUID_NIL ? liquid_truthy(found)
                                                : compare_equal(render, found, selection->target);
}

static Selection read_selection(const LiquidValue *args, size_t count)
{
    return (Selection){ .property = args[0], .target = count > 1 ? args[1] : liquid_nil() };
}

static bool ends(const Selection *selection, const LiquidRender *render)
{
    return selection->stuck || render->failed;
}

static LiquidValue keep(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count, bool wanted)
{
    VEC(LiquidValue) kept = { 0 };
    LiquidArray list = liquid_list(input, render);
    Selection selection = read_selection(args, count);

    for (size_t i = 0; i < list.len; i++) {
        bool holds = matches(&selection, list.items[i], render);
        if (ends(&selection, render))
            return liquid_nil();
        if (holds == wanted)
            vec_push(render->arena, &kept, list.items[i]);
    }
    return liquid_array(kept.items, kept.len, render->arena);
}

static LiquidValue where(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    return keep(render, input, args, count, true);
}

static LiquidValue reject(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    return keep(render, input, args, count, false);
}

/* The first that matches; false when none does. */
static bool seek(size_t *at, const LiquidArray *list, Selection *selection, LiquidRender *render)
{
    for (*at = 0; *at < list->len; (*at)++) {
        if (matches(selection, list->items[*at], render))
            return true;
        if (ends(selection, render))
            return false;
    }
    return false;
}

static LiquidValue find(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidArray list = liquid_list(input, render);
    Selection selection = read_selection(args, count);
    size_t at;
    return seek(&at, &list, &selection, render) ? list.items[at] : liquid_nil();
}

static LiquidValue find_index(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidArray list = liquid_list(input, render);
    Selection selection = read_selection(args, count);
    size_t at;
    return seek(&at, &list, &selection, render) ? liquid_int((int64_t)at) : liquid_nil();
}

static LiquidValue has(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidArray list = liquid_list(input, render);
    Selection selection = read_selection(args, count);
    size_t at;
    bool found = seek(&at, &list, &selection, render);
    return selection.stuck ? liquid_nil() : liquid_bool(found);
}

static Number add_list(Number total, LiquidArray list)
{
    for (size_t i = 0; i < list.len; i++)
        total = number_add(total, number_from(list.items[i]));
    return total;
}

static LiquidValue sum(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidArray list = liquid_list(input, render);
    Number total = number_from(liquid_int(0));
    LiquidValue value;

    if (count == 0 || args[0].type == LIQUID_NIL)
        return number_value(add_list(total, list));
    for (size_t i = 0; i < list.len; i++) {
        if (!liquid_property(&value, list.items[i], args[0], render)) {
            Str name = liquid_to_s(args[0], render);
            return liquid_fail(render, "cannot select the property '" STR_FMT "'", STR_ARG(name));
        }
        total = add_list(total, liquid_list(value, render));
    }
    return number_value(total);
}

/* --- default ----------------------------------------------------------------------------------------------------- */

static bool allows_false(const LiquidValue *args, size_t count)
{
    LiquidValue allow;
    return count > 0 && args[count - 1].type == LIQUID_HASH
           && liquid_hash_get(&allow, args[count - 1].hash, STR("allow_false")) && liquid_truthy(allow);
}

static LiquidValue use_default(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)render;
    bool is_empty = (input.type == LIQUID_STRING && input.string.len == 0)
                    || ((input.type == LIQUID_ARRAY || input.type == LIQUID_HASH) && liquid_count(input) == 0);
    bool is_missing = allows_false(args, count) ? input.type == LIQUID_NIL : !liquid_truthy(input);
    if (!is_empty && !is_missing)
        return input;
    return count > 0 ? args[0] : liquid_string(STR(""));
}

const FilterEntry filters_select[] = {
    { "where", where, 1, 2 },           { "reject", reject, 1, 2 }, { "find", find, 1, 2 },
    { "find_index", find_index, 1, 2 }, { "has", has, 1, 2 },       { "sum", sum, 0, 1 },
    { "default", use_default, 0, 2 },   { NULL, NULL, 0, 0 },
};
