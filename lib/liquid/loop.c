/* lib/liquid/loop.c */
#include "liquid/loop.h"

#include "liquid/number.h"

LiquidValue loop_item(const Segment *segment, size_t i, LiquidRender *render)
{
    size_t at = segment->reversed ? segment->count - 1 - i : i;
    return liquid_item(segment->list, segment->start + at, render);
}

int64_t loop_integer(LiquidValue value)
{
    if (value.type == LIQUID_INT)
        return value.integer;
    if (value.type == LIQUID_STRING)
        return number_leading_int(value.string);
    if (value.type == LIQUID_FLOAT && value.real > -1e18 && value.real < 1e18)
        return (int64_t)value.real;
    return 0;
}

Segment loop_segment(LiquidValue list, int64_t offset, LiquidValue limit)
{
    Segment segment = { .list = list, .count = liquid_count(list) };
    if (list.type == LIQUID_STRING)
        return segment;
    int64_t count = segment.count > INT64_MAX ? INT64_MAX : (int64_t)segment.count;
    int64_t end = count;
    if (liquid_truthy(limit) && __builtin_add_overflow(offset, loop_integer(limit), &end))
        end = offset < 0 ? 0 : count;
    if (end > count)
        end = count;
    int64_t start = offset < 0 ? 0 : offset;
    segment.start = (size_t)start;
    segment.count = end > start ? (size_t)(end - start) : 0;
    return segment;
}

/* --- forloop ----------------------------------------------------------------------------------------------------- */

static LiquidValue parent_of(const Forloop *forloop)
{
    return forloop->parent == NULL ? liquid_nil() : loop_drop(forloop->parent);
}

static bool get_forloop(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    const Forloop *forloop = object;
    int64_t length = (int64_t)forloop->length;
    int64_t index = (int64_t)forloop->index;
    const struct {
        Str name;
        LiquidValue value;
    } keys[] = {
        { STR("index"), liquid_int(index + 1) },
        { STR("index0"), liquid_int(index) },
        { STR("first"), liquid_bool(index == 0) },
        { STR("last"), liquid_bool(index == length - 1) },
        { STR("length"), liquid_int(length) },
        { STR("rindex"), liquid_int(length - index) },
        { STR("rindex0"), liquid_int(length - index - 1) },
        { STR("name"), liquid_string(forloop->name) },
        { STR("parentloop"), parent_of(forloop) },
    };

    (void)render;
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (str_eq(keys[i].name, key)) {
            *out = keys[i].value;
            return true;
        }
    }
    return false;
}

static const LiquidDropClass forloop_class = { .name = "Liquid::ForloopDrop", .get = get_forloop };

LiquidValue loop_drop(const Forloop *forloop)
{
    return liquid_drop(&forloop_class, forloop);
}
