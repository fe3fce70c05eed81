/* lib/liquid/eval.c */
#include "liquid/eval.h"

#include "liquid/compare.h"
#include "liquid/engine.h"
#include "liquid/lookup.h"
#include "liquid/number.h"

enum { FILTER_BYTES = 512 }; /* a filter costs as much as so many bytes of text */

/* --- values ------------------------------------------------------------------------------------------------------ */

/* `root.name`, where `object` has no such thing. */
static LiquidValue undefined(LiquidRender *render, Str root, Str name, LiquidValue object)
{
    if (object.type != LIQUID_NIL || root.data == name.data)
        watch_missing(render, root, name, object);
    if (render->input->strict_variables)
        render_fail_quietly(render, "undefined variable", name);
    return liquid_nil();
}

static bool index_with(LiquidValue *out, LiquidValue object, LiquidValue key, LiquidRender *render)
{
    if (key.type == LIQUID_STRING)
        return value_key(out, object, key.string, render);
    return key.type == LIQUID_INT && value_at(out, object, key.integer, render);
}

static LiquidValue take_step(LiquidRender *render, Str root, LiquidValue object, const PathStep *step)
{
    LiquidValue out;
    if (step->key == NULL) {
        if (value_key(&out, object, step->name, render))
            return out;
        if (step->is_command && value_command(&out, object, step->name, render))
            return out;
        return undefined(render, root, step->name, object);
    }
    LiquidValue key = eval_value(render, step->key);
    if (render->failed)
        return liquid_nil();
    if (index_with(&out, object, key, render))
        return out;
    return undefined(render, root, liquid_to_s(key, render), object);
}

static LiquidValue eval_lookup(LiquidRender *render, const Expr *expr)
{
    LiquidValue value;
    Str name = expr->lookup.name;

    if (expr->lookup.key != NULL)
        name = liquid_to_s(eval_value(render, expr->lookup.key), render);
    if (render->failed)
        return liquid_nil();
    if (!render_lookup(&value, render, name))
        return undefined(render, name, name, liquid_nil());
    for (size_t i = 0; i < expr->lookup.step_count && !render->failed; i++)
        value = take_step(render, name, value, &expr->lookup.steps[i]);
    return render->failed ? liquid_nil() : value;
}

bool eval_integer(int64_t *out, LiquidValue value, LiquidRender *render)
{
    if (value.type == LIQUID_INT) {
        *out = value.integer;
        return true;
    }
    if (number_strict_int(out, liquid_to_s(value, render)))
        return true;
    liquid_fail(render, "invalid integer");
    return false;
}

static int64_t eval_bound(LiquidRender *render, const Expr *expr)
{
    int64_t bound = 0;
    LiquidValue value = eval_value(render, expr);
    if (value.type == LIQUID_STRING)
        return number_leading_int(value.string);
    if (value.type != LIQUID_NIL)
        eval_integer(&bound, value, render);
    return bound;
}

LiquidValue eval_value(LiquidRender *render, const Expr *expr)
{
    if (expr->kind == EXPR_LITERAL)
        return expr->literal;
    if (expr->kind == EXPR_LOOKUP)
        return eval_lookup(render, expr);
    LiquidValue range = { .type = LIQUID_RANGE };
    range.range.first = eval_bound(render, expr->range.first);
    range.range.last = eval_bound(render, expr->range.last);
    return render->failed ? liquid_nil() : range;
}

/* --- filters ----------------------------------------------------------------------------------------------------- */

static LiquidValue named_arguments(LiquidRender *render, const Filter *filter)
{
    LiquidHashEntry *entries = ARENA_ARRAY(render->arena, LiquidHashEntry, filter->named_count);
    for (size_t i = 0; i < filter->named_count; i++) {
        const FilterArgument *arg = &filter->args[filter->arg_count + i];
        entries[i] = (LiquidHashEntry){ arg->name, eval_value(render, arg->value) };
    }
    return liquid_hash(entries, filter->named_count, render->arena);
}

static LiquidValue wrong_count(LiquidRender *render, const Filter *filter, size_t given)
{
    if (filter->min_args == filter->max_args)
        return liquid_fail(render, "wrong number of arguments (given %zu, expected %d)", given + 1,
                           filter->min_args + 1);
    return liquid_fail(render, "wrong number of arguments (given %zu, expected %d..%d)", given + 1,
                       filter->min_args + 1, filter->max_args + 1);
}

static size_t text_size(LiquidValue value)
{
    return value.type == LIQUID_STRING ? value.string.len : 0;
}

/* Arguments that fail say so, also where there are too many of them. */
static size_t eval_arguments(LiquidRender *render, const Filter *filter, LiquidValue *args)
{
    size_t bytes = 0;
    for (size_t i = 0; i < filter->arg_count; i++) {
        LiquidValue value = eval_value(render, filter->args[i].value);
        bytes += text_size(value);
        if (i < ENGINE_MAX_ARGS)
            args[i] = value;
    }
    if (filter->named_count > 0) {
        LiquidValue named = named_arguments(render, filter);
        if (filter->arg_count < ENGINE_MAX_ARGS)
            args[filter->arg_count] = named;
    }
    return bytes;
}

static LiquidValue run_filter(LiquidRender *render, const Filter *filter, LiquidValue input)
{
    LiquidValue args[ENGINE_MAX_ARGS];
    size_t count = filter->arg_count + (filter->named_count > 0);

    if (filter->function == NULL) {
        if (render->input->strict_filters)
            render_fail_quietly(render, "undefined filter", filter->name);
        return input;
    }
    size_t bytes = FILTER_BYTES + text_size(input) + eval_arguments(render, filter, args);
    if (render->failed || !render_spend_bytes(render, bytes))
        return liquid_nil();
    if (count < (size_t)filter->min_args || count > (size_t)filter->max_args)
        return wrong_count(render, filter, count);
    LiquidValue result = filter->function(render, input, args, count);
    if (text_size(result) > render->input->limits.max_output_bytes)
        render_stop(render, "a text is too long");
    return render_spend_bytes(render, text_size(result)) ? result : liquid_nil();
}

/* The literals `empty` and `blank` are texts to all but comparisons and filters. */
static LiquidValue plain(LiquidValue value)
{
    bool is_literal = value.type == LIQUID_EMPTY || value.type == LIQUID_BLANK;
    return is_literal ? liquid_string(STR("")) : value;
}

/* A value that another stands in for where there is none. */
static bool has_default(const LiquidExpression *expression)
{
    for (size_t i = 0; i < expression->filter_count; i++) {
        if (str_eq(expression->filters[i].name, STR("default")))
            return true;
    }
    return false;
}

LiquidValue eval_expression(LiquidRender *render, const LiquidExpression *expression)
{
    bool tested = render->input->watch != NULL && has_default(expression);
    LiquidUse outer = watch_use(render, tested ? LIQUID_TESTED : LIQUID_SHOWN);
    LiquidValue value = eval_value(render, expression->input);
    for (size_t i = 0; i < expression->filter_count && !render->failed; i++)
        value = plain(run_filter(render, &expression->filters[i], value));
    render->use = outer;
    return render->failed ? liquid_nil() : plain(value);
}

/* --- conditions -------------------------------------------------------------------------------------------------- */

static bool is_empty(LiquidValue value)
{
    if (value.type == LIQUID_STRING)
        return value.string.len == 0;
    return (value.type == LIQUID_ARRAY || value.type == LIQUID_HASH) && liquid_count(value) == 0;
}

bool eval_equal(LiquidRender *render, LiquidValue a, LiquidValue b)
{
    if (a.type == LIQUID_EMPTY)
        return is_empty(b);
    if (b.type == LIQUID_EMPTY)
        return is_empty(a);
    /* Without Rails nothing is blank in Liquid 4, which is what Jekyll runs. */
    return a.type != LIQUID_BLANK && b.type != LIQUID_BLANK && compare_equal(render, a, b);
}

static bool is_number(LiquidValue value)
{
    return value.type == LIQUID_INT || value.type == LIQUID_BIG || value.type == LIQUID_FLOAT;
}

static bool is_ordered(LiquidValue value)
{
    return is_number(value) || value.type == LIQUID_STRING || value.type == LIQUID_TIME;
}

/* Ruby names the class of what it cannot compare with, but shows numbers. */
static void fail_comparison(LiquidRender *render, LiquidValue left, LiquidValue right)
{
    Str shown =
        is_number(right) && right.type != LIQUID_BIG ? liquid_to_s(right, render) : str_from(liquid_class_name(right));
    liquid_fail(render, "comparison of %s with " STR_FMT " failed", liquid_class_name(left), STR_ARG(shown));
}

static bool eval_order(LiquidRender *render, Operator relation, LiquidValue left, LiquidValue right)
{
    int order;
    if (!is_ordered(left) || !is_ordered(right))
        return false;
    if (!compare_order(render, &order, left, right)) {
        if (!render->failed
            && (!is_number(left) || !is_number(right))) /* else one is NaN, and all comparisons with it are false */
            fail_comparison(render, left, right);
        return false;
    }
    switch (relation) {
    case OPERATOR_LESS:
        return order < 0;
    case OPERATOR_MORE:
        return order > 0;
    case OPERATOR_LESS_OR_EQUAL:
        return order <= 0;
    default:
        return order >= 0;
    }
}

static bool list_contains(LiquidRender *render, LiquidValue list, LiquidValue item)
{
    size_t count = liquid_count(list);
    if (list.type == LIQUID_RANGE)
        return is_number(item) && number_compare_values(liquid_int(list.range.first), item) <= 0
               && number_compare_values(item, liquid_int(list.range.last)) <= 0;
    if (!render_spend(render, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (compare_equal(render, liquid_item(list, i, render), item))
            return true;
    }
    return false;
}

static bool eval_contains(LiquidRender *render, LiquidValue left, LiquidValue right)
{
    LiquidValue found;
    if (!liquid_truthy(left) || !liquid_truthy(right))
        return false;
    if (left.type == LIQUID_STRING)
        return render_spend_bytes(render, left.string.len) && str_contains(left.string, liquid_to_s(right, render));
    if (liquid_is_list(left))
        return list_contains(render, left, right);
    return right.type == LIQUID_STRING && value_key(&found, left, right.string, render);
}

static bool eval_comparison(LiquidRender *render, const LiquidCondition *condition)
{
    LiquidValue left = eval_value(render, condition->left);
    if (condition->relation == OPERATOR_NONE || render->failed)
        return !render->failed && liquid_truthy(left);
    LiquidValue right = eval_value(render, condition->right);
    if (render->failed)
        return false;
    switch (condition->relation) {
    case OPERATOR_EQUAL:
        return eval_equal(render, left, right);
    case OPERATOR_NOT_EQUAL:
        return !eval_equal(render, left, right);
    case OPERATOR_CONTAINS:
        return eval_contains(render, left, right);
    case OPERATOR_UNKNOWN:
        liquid_fail(render, "Unknown operator " STR_FMT, STR_ARG(condition->sign));
        return false;
    default:
        return eval_order(render, condition->relation, left, right);
    }
}

static bool holds_condition(LiquidRender *render, const LiquidCondition *condition)
{
    for (;;) {
        bool holds = eval_comparison(render, condition);
        if (condition->next == NULL || holds == condition->next_is_or || render->failed)
            return holds;
        condition = condition->next;
        if (!render_spend(render, 1))
            return false;
    }
}

bool eval_condition(LiquidRender *render, const LiquidCondition *condition)
{
    LiquidUse outer = watch_use(render, LIQUID_TESTED);
    bool holds = holds_condition(render, condition);
    render->use = outer;
    return holds;
}

/* --- for filters that take expressions as text -------------------------------------------------------------------- */

static const void *take_fault(LiquidRender *render, const Diags *diags, const void *parsed)
{
    for (size_t i = 0; diags->stops > 0 && i < diags->len; i++) {
        if (diags->items[i].kind != DIAG_STOP)
            continue;
        liquid_fail(render, STR_FMT, STR_ARG(diags->items[i].message));
        return NULL;
    }
    return parsed;
}

static Syntax runtime_syntax(LiquidRender *render, LiquidMode mode, Diags *diags)
{
    return (Syntax){ .engine = render->input->engine, .mode = mode, .arena = render->arena, .diags = diags };
}

const LiquidExpression *liquid_expression(LiquidRender *render, Str text)
{
    Diags diags = { .arena = render->arena };
    Syntax syntax = runtime_syntax(render, LIQUID_LAX, &diags);
    return take_fault(render, &diags, syntax_expression(&syntax, (Located){ text, { NULL, 0, 0 } }));
}

const LiquidCondition *liquid_condition(LiquidRender *render, Str text)
{
    Diags diags = { .arena = render->arena };
    Syntax syntax = runtime_syntax(render, LIQUID_STRICT, &diags);
    return take_fault(render, &diags, syntax_condition(&syntax, (Located){ text, { NULL, 0, 0 } }));
}

LiquidValue liquid_evaluate(LiquidRender *render, const LiquidExpression *expression)
{
    LiquidUse outer = watch_use(render, LIQUID_TESTED); /* of what a list has, some have no such key */
    LiquidValue value = eval_expression(render, expression);
    render->use = outer;
    return value;
}

bool liquid_holds(LiquidRender *render, const LiquidCondition *condition)
{
    return eval_condition(render, condition);
}
