/* lib/site/filters_select.c - where, where_exp, find, find_exp. */
#include "site/filter_parts.h"

/* --- by a property ----------------------------------------------------------------------------------------------- */

static bool is_text(LiquidValue value, Str text, LiquidRender *render)
{
    return str_eq(liquid_to_s(value, render), text);
}

static bool any_item_is(LiquidValue list, Str text, LiquidRender *render)
{
    size_t count = liquid_count(list);
    for (size_t i = 0; i < count && liquid_spend(render, 1); i++) {
        if (is_text(liquid_item(list, i, render), text, render))
            return true;
    }
    return false;
}

/* Nothing, "", [], {}, and a list of such. */
static bool is_empty(LiquidValue value, LiquidRender *render)
{
    if (value.type == LIQUID_HASH)
        return value.hash->len == 0;
    return liquid_text(value, render).len == 0;
}

/* Both sides as text; of a list any item. */
static bool matches(LiquidRender *render, LiquidValue property, LiquidValue target)
{
    if (target.type == LIQUID_NIL)
        return property.type == LIQUID_NIL;
    if (target.type == LIQUID_EMPTY || target.type == LIQUID_BLANK)
        return is_empty(property, render);
    if (property.type == LIQUID_NIL)
        return false;
    Str text = liquid_to_s(target, render);
    if (property.type == LIQUID_ARRAY || property.type == LIQUID_HASH || property.type == LIQUID_RANGE)
        return any_item_is(property, text, render);
    return is_text(property, text, render);
}

/* --- walking ----------------------------------------------------------------------------------------------------- */

/* What is asked of each item: a property, or a condition over a name. */
typedef struct Question {
    Str property;
    LiquidValue target;
    const LiquidCondition *condition;
    LiquidBinding binding;
} Question;

static bool answer(Question *question, LiquidValue item, LiquidRender *render)
{
    if (question->condition == NULL) {
        LiquidValue property = filter_property(render, item, question->property);
        return !liquid_failed(render) && matches(render, property, question->target);
    }
    question->binding.value = item;
    bool holds = liquid_holds(render, question->condition);
    return holds && !liquid_failed(render);
}

static LiquidValue select_items(Question *question, LiquidArray items, LiquidRender *render)
{
    LiquidValue *kept = ARENA_ARRAY(liquid_arena(render), LiquidValue, items.len);
    size_t count = 0;
    for (size_t i = 0; i < items.len && !liquid_failed(render); i++) {
        if (answer(question, items.items[i], render))
            kept[count++] = items.items[i];
    }
    return liquid_array(kept, count, liquid_arena(render));
}

static LiquidValue find_item(Question *question, LiquidArray items, LiquidRender *render)
{
    for (size_t i = 0; i < items.len && !liquid_failed(render); i++) {
        if (answer(question, items.items[i], render))
            return items.items[i];
    }
    return liquid_nil();
}

typedef LiquidValue (*Walk)(Question *question, LiquidArray items, LiquidRender *render);

/* A list as the target, or no property at all, gives the input back. */
static LiquidValue by_property(LiquidRender *render, LiquidValue input, const LiquidValue *args, Walk walk)
{
    LiquidArray items;
    bool is_list = args[1].type == LIQUID_ARRAY || args[1].type == LIQUID_HASH;

    if (!liquid_truthy(args[0]) || is_list || !filter_items(&items, input, render))
        return input;
    Question question = { .property = liquid_to_s(args[0], render), .target = args[1] };
    return walk(&question, items, render);
}

static LiquidValue by_condition(LiquidRender *render, LiquidValue input, const LiquidValue *args, Walk walk)
{
    LiquidArray items;
    Question question = { .binding = { .name = liquid_text(args[0], render) } };

    if (!filter_items(&items, input, render))
        return input;
    question.condition = liquid_condition(render, liquid_to_s(args[1], render));
    if (question.condition == NULL)
        return liquid_nil();
    liquid_bind(render, &question.binding);
    LiquidValue result = walk(&question, items, render);
    liquid_unbind(render);
    return result;
}

/* --- filters ----------------------------------------------------------------------------------------------------- */

static LiquidValue where(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    return by_property(render, input, args, select_items);
}

static LiquidValue find(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    return by_property(render, input, args, find_item);
}

static LiquidValue where_exp(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    return by_condition(render, input, args, select_items);
}

static LiquidValue find_exp(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    return by_condition(render, input, args, find_item);
}

const SiteFilter site_filters_select[] = {
    { "where", where, 2, 2 },       { "find", find, 2, 2 }, { "where_exp", where_exp, 2, 2 },
    { "find_exp", find_exp, 2, 2 }, { NULL, NULL, 0, 0 },
};
