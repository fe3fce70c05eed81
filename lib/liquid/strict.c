/* lib/liquid/strict.c - the grammar of values, filters and conditions, by recursive descent. */
#include "liquid/syntax.h"

enum { MAX_NESTING = 50 };

/* --- moving ------------------------------------------------------------------------------------------------------ */

void strict_start(Strict *strict, Syntax *syntax, Str markup)
{
    *strict = (Strict){ .syntax = syntax, .markup = markup };
    strict->token = scan_token(markup, 0);
    strict->next = scan_token(markup, strict->token.end);
}

bool strict_look(const Strict *strict, TokenKind kind)
{
    return strict->wanted == NULL && strict->token.kind == kind;
}

static Str token_text(const Strict *strict)
{
    return str_slice(strict->markup, strict->token.start, strict->token.end);
}

bool strict_look_name(const Strict *strict, Str name)
{
    return strict_look(strict, TOKEN_NAME) && str_eq(token_text(strict), name);
}

Str strict_take(Strict *strict)
{
    Str text = token_text(strict);
    strict->token = strict->next;
    strict->next = scan_token(strict->markup, strict->token.end);
    return text;
}

bool strict_accept(Strict *strict, TokenKind kind)
{
    if (!strict_look(strict, kind))
        return false;
    strict_take(strict);
    return true;
}

bool strict_accept_name(Strict *strict, Str name)
{
    if (!strict_look_name(strict, name))
        return false;
    strict_take(strict);
    return true;
}

bool strict_fail(Strict *strict, const char *wanted)
{
    if (strict->wanted == NULL) {
        strict->wanted = wanted;
        strict->fault = strict->token;
    }
    return false;
}

bool strict_expect(Strict *strict, TokenKind kind, const char *wanted)
{
    return strict_accept(strict, kind) || strict_fail(strict, wanted);
}

bool strict_end(Strict *strict)
{
    if (strict->wanted != NULL)
        return false;
    return strict->token.kind == TOKEN_END || strict_fail(strict, "the end of the tag");
}

/* --- values ------------------------------------------------------------------------------------------------------ */

typedef VEC(PathStep) PathSteps;

static Str unquote(Str quoted)
{
    return str_slice(quoted, 1, quoted.len - 1);
}

/* `[key]`; a literal text is as good as a name. */
static bool read_bracket(PathStep *step, Strict *strict)
{
    strict_take(strict);
    const Expr *key = strict_value(strict);
    if (key == NULL || !strict_expect(strict, TOKEN_CLOSE_SQUARE, "\"]\""))
        return false;
    bool is_text = key->kind == EXPR_LITERAL && key->literal.type == LIQUID_STRING;
    *step = is_text ? (PathStep){ .name = key->literal.string } : (PathStep){ .key = key };
    return true;
}

static bool read_step(PathSteps *steps, Strict *strict)
{
    PathStep step;
    if (strict_look(strict, TOKEN_OPEN_SQUARE)) {
        if (!read_bracket(&step, strict))
            return false;
    } else {
        strict_take(strict);
        if (!strict_look(strict, TOKEN_NAME))
            return strict_fail(strict, "a name behind the dot");
        Str name = strict_take(strict);
        step = (PathStep){ .name = name, .is_command = syntax_is_command(name) };
    }
    vec_push(strict->syntax->arena, steps, step);
    return true;
}

static const Expr *read_lookup(Strict *strict)
{
    PathSteps steps = { 0 };
    PathStep root = { .name = { NULL, 0 } };

    if (strict_look(strict, TOKEN_OPEN_SQUARE)) {
        if (!read_bracket(&root, strict))
            return NULL;
    } else {
        root.name = strict_take(strict);
    }
    while (strict_look(strict, TOKEN_OPEN_SQUARE) || strict_look(strict, TOKEN_DOT)) {
        if (!read_step(&steps, strict))
            return NULL;
    }
    Expr *expr = ARENA_NEW(strict->syntax->arena, Expr);
    expr->kind = EXPR_LOOKUP;
    expr->lookup.name = root.name;
    expr->lookup.key = root.key;
    expr->lookup.steps = steps.items;
    expr->lookup.step_count = steps.len;
    return expr;
}

static const Expr *read_named(Strict *strict)
{
    bool is_path = strict->next.kind == TOKEN_DOT || strict->next.kind == TOKEN_OPEN_SQUARE;
    const Expr *literal = is_path ? NULL : syntax_named(strict->syntax, token_text(strict));
    if (literal == NULL)
        return read_lookup(strict);
    strict_take(strict);
    return literal;
}

static const Expr *read_range(Strict *strict)
{
    strict_take(strict);
    const Expr *first = strict_value(strict);
    if (first == NULL || !strict_expect(strict, TOKEN_DOTDOT, "\"..\" between the ends of a range"))
        return NULL;
    const Expr *last = strict_value(strict);
    if (last == NULL || !strict_expect(strict, TOKEN_CLOSE_ROUND, "\")\""))
        return NULL;
    return syntax_range(strict->syntax, first, last);
}

static const Expr *read_value(Strict *strict)
{
    switch (strict->token.kind) {
    case TOKEN_NAME:
        return read_named(strict);
    case TOKEN_OPEN_SQUARE:
        return read_lookup(strict);
    case TOKEN_STRING:
        return syntax_literal(strict->syntax, liquid_string(unquote(strict_take(strict))));
    case TOKEN_NUMBER:
        return syntax_number(strict->syntax, strict_take(strict));
    case TOKEN_OPEN_ROUND:
        return read_range(strict);
    default:
        strict_fail(strict, "a value");
        return NULL;
    }
}

const Expr *strict_value(Strict *strict)
{
    if (strict->wanted != NULL)
        return NULL;
    if (strict->depth >= MAX_NESTING) {
        strict_fail(strict, "fewer brackets in one another");
        return NULL;
    }
    strict->depth++;
    const Expr *value = read_value(strict);
    strict->depth--;
    return value;
}

/* --- filters ----------------------------------------------------------------------------------------------------- */

typedef VEC(FilterArgument) Arguments;
typedef VEC(Filter) Filters;

static bool read_arguments(Arguments *args, Strict *strict)
{
    do {
        FilterArgument arg = { .name = { NULL, 0 } };
        if (strict_look(strict, TOKEN_NAME) && strict->next.kind == TOKEN_COLON) {
            arg.name = strict_take(strict);
            strict_take(strict);
        }
        arg.value = strict_value(strict);
        if (arg.value == NULL)
            return false;
        vec_push(strict->syntax->arena, args, arg);
    } while (strict_accept(strict, TOKEN_COMMA));
    return true;
}

static bool read_filter(Filters *filters, Strict *strict)
{
    Arguments args = { 0 };
    if (!strict_look(strict, TOKEN_NAME))
        return strict_fail(strict, "the name of a filter");
    Str name = strict_take(strict);
    if (strict_accept(strict, TOKEN_COLON) && !read_arguments(&args, strict))
        return false;
    vec_push(strict->syntax->arena, filters, syntax_filter(strict->syntax, name, args.items, args.len));
    return true;
}

const LiquidExpression *strict_expression(Strict *strict)
{
    Filters filters = { 0 };
    LiquidExpression *expression = ARENA_NEW(strict->syntax->arena, LiquidExpression);

    if (strict_look(strict, TOKEN_END)) /* `{{ }}` prints nothing */
        expression->input = syntax_literal(strict->syntax, liquid_nil());
    else
        expression->input = strict_value(strict);
    while (strict_accept(strict, TOKEN_PIPE)) {
        if (!read_filter(&filters, strict))
            return NULL;
    }
    expression->filters = filters.items;
    expression->filter_count = filters.len;
    return expression->input == NULL ? NULL : expression;
}

/* --- conditions -------------------------------------------------------------------------------------------------- */

static LiquidCondition *read_comparison(Strict *strict)
{
    LiquidCondition *condition = ARENA_NEW(strict->syntax->arena, LiquidCondition);
    condition->left = strict_value(strict);
    if (condition->left != NULL && strict_look(strict, TOKEN_COMPARISON)) {
        condition->sign = strict_take(strict);
        condition->relation = syntax_operator(condition->sign);
        condition->right = strict_value(strict);
    }
    return strict->wanted == NULL ? condition : NULL;
}

const LiquidCondition *strict_condition(Strict *strict)
{
    LiquidCondition *first = read_comparison(strict);
    LiquidCondition *last = first;

    while (last != NULL && (strict_look_name(strict, STR("and")) || strict_look_name(strict, STR("or")))) {
        last->next_is_or = str_eq(strict_take(strict), STR("or"));
        LiquidCondition *next = read_comparison(strict);
        last->next = next;
        last = next;
    }
    return last == NULL ? NULL : first;
}
