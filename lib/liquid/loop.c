/* lib/liquid/loop.c */
#include "liquid/loop.h"

#include "liquid/number.h"

LiquidValue loop_item(const Segment *segment, size_t i, LiquidRender *render)
{
    size_t at = segment->reversed ? segment->count - 1 - i : i;
    return liquid_item(segment->list, segment->start + at, render);
}

int64_t loop_integer(LiquidValue value, LiquidRender *render)
{
    if (value.type == LIQUID_INT)
        return value.integer;
    if (value.type == LIQUID_BIG)
        return value.big.high < 0 ? INT64_MIN : INT64_MAX;
    if (value.type == LIQUID_STRING)
        return number_leading_int(value.string);
    if (value.type == LIQUID_FLOAT && value.real > -1e18 && value.real < 1e18)
        return (int64_t)value.real;
    if (value.type != LIQUID_NIL && value.type != LIQUID_EMPTY && value.type != LIQUID_BLANK)
        liquid_fail(render, "invalid integer");
    return 0;
}

Segment loop_segment(LiquidValue list, int64_t offset, LiquidValue limit, LiquidRender *render)
{
    Segment segment = { .list = list, .count = liquid_count(list) };
    int64_t most = liquid_truthy(limit) ? loop_integer(limit, render) : 0;
    if (list.type == LIQUID_STRING)
        return segment;
    int64_t count = segment.count > INT64_MAX ? INT64_MAX : (int64_t)segment.count;
    int64_t end = count;
    if (liquid_truthy(limit) && __builtin_add_overflow(offset, most, &end))
        end = offset < 0 ? 0 : count;
    if (end > count)
        end = count;
    int64_t start = offset < 0 ? 0 : offset;
    segment.start = (size_t)start;
    segment.count = end > start ? (size_t)(end - start) : 0;
    return segment;
}

bool loop_key(LiquidValue *out, Str key, size_t at, size_t count)
{
    int64_t index = (int64_t)at;
    int64_t length = (int64_t)count;
    const struct {
        Str name;
        LiquidValue value;
    } keys[] = {
        { STR("index"), liquid_int(index + 1) },       { STR("index0"), liquid_int(index) },
        { STR("rindex"), liquid_int(length - index) }, { STR("rindex0"), liquid_int(length - index - 1) },
        { STR("first"), liquid_bool(index == 0) },     { STR("last"), liquid_bool(index == length - 1) },
        { STR("length"), liquid_int(length) },
    };

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (str_eq(keys[i].name, key)) {
            *out = keys[i].value;
            return true;
        }
    }
    return false;
}

/* --- forloop ----------------------------------------------------------------------------------------------------- */

static LiquidValue parent_of(const Forloop *forloop)
{
    return forloop->parent == NULL ? liquid_nil() : loop_drop(forloop->parent);
}

static bool get_forloop(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    const Forloop *forloop = object;

    (void)render;
    if (loop_key(out, key, forloop->index, forloop->length))
        return true;
    bool is_name = str_eq(key, STR("name"));
    *out = is_name ? liquid_string(forloop->name) : parent_of(forloop);
    return is_name || str_eq(key, STR("parentloop"));
}

static StrList forloop_keys(const void *object, LiquidRender *render)
{
    static const Str keys[] = { STR_INIT("index"),   STR_INIT("index0"), STR_INIT("rindex"),
                                STR_INIT("rindex0"), STR_INIT("first"),  STR_INIT("last"),
                                STR_INIT("length"),  STR_INIT("name"),   STR_INIT("parentloop") };
    (void)object;
    (void)render;
    return (StrList){ keys, sizeof(keys) / sizeof(keys[0]) };
}

static const LiquidDropClass forloop_class = { .name = "Liquid::ForloopDrop",
                                               .get = get_forloop,
                                               .keys = forloop_keys };

LiquidValue loop_drop(const Forloop *forloop)
{
    return liquid_drop(&forloop_class, forloop);
}
