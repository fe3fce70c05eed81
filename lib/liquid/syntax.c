/* lib/liquid/syntax.c - strictly first, then lax; and what both parsers share. */
#include "liquid/syntax.h"

#include "liquid/engine.h"
#include "liquid/number.h"

enum { MAX_WARNINGS = 100 };

/* --- parts ------------------------------------------------------------------------------------------------------- */

const Expr *syntax_literal(Syntax *syntax, LiquidValue value)
{
    Expr *expr = ARENA_NEW(syntax->arena, Expr);
    expr->literal = value;
    return expr;
}

const Expr *syntax_named(Syntax *syntax, Str name)
{
    static const struct {
        Str name;
        LiquidValue value;
    } literals[] = {
        { STR_INIT("nil"), { .type = LIQUID_NIL } },
        { STR_INIT("null"), { .type = LIQUID_NIL } },
        { STR_INIT("true"), { .type = LIQUID_BOOL, .boolean = true } },
        { STR_INIT("false"), { .type = LIQUID_BOOL, .boolean = false } },
        { STR_INIT("empty"), { .type = LIQUID_EMPTY } },
        { STR_INIT("blank"), { .type = LIQUID_BLANK } },
    };
    for (size_t i = 0; i < sizeof(literals) / sizeof(literals[0]); i++) {
        if (str_eq(literals[i].name, name))
            return syntax_literal(syntax, literals[i].value);
    }
    return NULL;
}

const Expr *syntax_number(Syntax *syntax, Str text)
{
    bool is_whole = str_find_char(text, '.', 0) == STR_NONE;
    return syntax_literal(syntax, is_whole ? number_to_i(text) : liquid_float(number_leading_float(text)));
}

static LiquidValue literal_bound(LiquidValue value)
{
    if (value.type == LIQUID_FLOAT && value.real < (double)INT64_MAX && value.real > (double)INT64_MIN)
        return liquid_int((int64_t)value.real);
    if (value.type == LIQUID_STRING)
        return liquid_int(number_leading_int(value.string));
    return value.type == LIQUID_INT ? value : liquid_int(0);
}

const Expr *syntax_range(Syntax *syntax, const Expr *first, const Expr *last)
{
    if (first->kind == EXPR_LITERAL && last->kind == EXPR_LITERAL) {
        LiquidValue range = { .type = LIQUID_RANGE };
        range.range.first = literal_bound(first->literal).integer;
        range.range.last = literal_bound(last->literal).integer;
        return syntax_literal(syntax, range);
    }
    Expr *expr = ARENA_NEW(syntax->arena, Expr);
    expr->kind = EXPR_RANGE;
    expr->range.first = first;
    expr->range.last = last;
    return expr;
}

bool syntax_is_command(Str name)
{
    return str_eq(name, STR("size")) || str_eq(name, STR("first")) || str_eq(name, STR("last"));
}

Operator syntax_operator(Str text)
{
    static const struct {
        Str text;
        Operator relation;
    } operators[] = {
        { STR_INIT("=="), OPERATOR_EQUAL },         { STR_INIT("!="), OPERATOR_NOT_EQUAL },
        { STR_INIT("<>"), OPERATOR_NOT_EQUAL },     { STR_INIT("<"), OPERATOR_LESS },
        { STR_INIT(">"), OPERATOR_MORE },           { STR_INIT("<="), OPERATOR_LESS_OR_EQUAL },
        { STR_INIT(">="), OPERATOR_MORE_OR_EQUAL }, { STR_INIT("contains"), OPERATOR_CONTAINS },
    };
    for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++) {
        if (str_eq(operators[i].text, text))
            return operators[i].relation;
    }
    return OPERATOR_UNKNOWN;
}

static size_t put_args(FilterArgument *out, const FilterArgument *args, size_t count, bool named)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if ((args[i].name.len > 0) == named)
            out[kept++] = args[i];
    }
    return kept;
}

Filter syntax_filter(Syntax *syntax, Str name, const FilterArgument *args, size_t count)
{
    const EngineFilter *known = syntax->engine == NULL ? NULL : map_get(&syntax->engine->filters, name);
    FilterArgument *sorted = ARENA_ARRAY(syntax->arena, FilterArgument, count);
    Filter filter = { .name = name, .args = sorted };
    filter.arg_count = put_args(sorted, args, count, false);
    filter.named_count = put_args(sorted + filter.arg_count, args, count, true);
    if (known != NULL) {
        filter.function = known->function;
        filter.min_args = known->min_args;
        filter.max_args = known->max_args;
    }
    return filter;
}

/* --- both parsers ------------------------------------------------------------------------------------------------ */

static Located part_of(Located markup, Str part)
{
    size_t start = (size_t)(part.data - markup.str.data);
    return (Located){ part, located_part(markup, start, start + part.len) };
}

bool syntax_may_warn(Syntax *syntax)
{
    return syntax->warnings++ < MAX_WARNINGS;
}

/* Those before byte `end` of the markup: what is ignored from there on has been told. */
static void report_unknown_filters(Syntax *syntax, const LiquidExpression *expression, Located markup, size_t end)
{
    for (size_t i = 0; i < expression->filter_count; i++) {
        const Filter *filter = &expression->filters[i];
        bool is_told = filter->name.data >= markup.str.data + end;
        if (filter->function != NULL || is_told || syntax->engine == NULL || !syntax_may_warn(syntax))
            continue;
        Str near = engine_suggest(&syntax->engine->filters, filter->name);
        diag_error(syntax->diags, "liquid-unknown-filter", part_of(markup, filter->name).span,
                   "there is no filter \"" STR_FMT "\"; the value goes through it unchanged", STR_ARG(filter->name));
        if (near.len == 0)
            continue;
        diag_hint(syntax->diags, "did you mean \"" STR_FMT "\"?", STR_ARG(near));
        diag_fix(syntax->diags, part_of(markup, filter->name).span, near, false);
    }
}

Str syntax_found(const Strict *strict)
{
    if (strict->fault.kind == TOKEN_END)
        return STR("the end of the tag");
    Str text = str_slice(strict->markup, strict->fault.start, strict->fault.end);
    return arena_format(strict->syntax->arena, "\"" STR_FMT "\"", STR_ARG(text));
}

static Span fault_span(const Strict *strict, Located markup)
{
    if (strict->fault.kind == TOKEN_END)
        return markup.span;
    return located_part(markup, strict->fault.start, strict->fault.end);
}

bool syntax_refuse(const Strict *strict, Located markup)
{
    Str found = syntax_found(strict);
    diag_stop(strict->syntax->diags, "liquid-syntax", fault_span(strict, markup), "expected %s, but found " STR_FMT,
              strict->wanted, STR_ARG(found));
    syntax_hint(strict, markup);
    return false;
}

bool syntax_warn_lax(const Strict *strict, Located markup)
{
    Syntax *syntax = strict->syntax;
    if (syntax->mode == LIQUID_STRICT)
        return syntax_refuse(strict, markup);
    if (!syntax_may_warn(syntax))
        return true;
    Str found = syntax_found(strict);
    diag_warning(syntax->diags, "liquid-lax", fault_span(strict, markup),
                 "expected %s, but found " STR_FMT "; a part of this tag is ignored", strict->wanted, STR_ARG(found));
    syntax_hint(strict, markup);
    return true;
}

const LiquidExpression *syntax_expression(Syntax *syntax, Located markup)
{
    Strict strict;
    strict_start(&strict, syntax, markup.str);
    const LiquidExpression *expression = strict_expression(&strict);
    size_t end = markup.str.len;
    if (!strict_end(&strict)) {
        end = strict.fault.start;
        expression = lax_expression(syntax, markup.str);
        if (expression == NULL || !syntax_warn_lax(&strict, markup)) {
            if (expression == NULL)
                syntax_refuse(&strict, markup);
            return NULL;
        }
    }
    report_unknown_filters(syntax, expression, markup, end);
    return expression;
}

const LiquidCondition *syntax_condition(Syntax *syntax, Located markup)
{
    Strict strict;
    strict_start(&strict, syntax, markup.str);
    const LiquidCondition *condition = strict_condition(&strict);
    if (strict_end(&strict))
        return condition;
    condition = lax_condition(syntax, markup.str);
    if (condition == NULL)
        syntax_refuse(&strict, markup);
    else if (!syntax_warn_lax(&strict, markup))
        return NULL;
    return condition;
}
