/* lib/liquid/lax.c - what Liquid's lax parser makes of markup: it picks out what it knows and ignores the rest. */
#include "liquid/number.h"
#include "liquid/syntax.h"

enum { MAX_NESTING = 50 };

static const Expr *read_fragment(Syntax *syntax, Str text, int depth);

/* --- fragments --------------------------------------------------------------------------------------------------- */

/* The offset behind the bracket that closes the one at `at`; `at` when none does. */
static size_t scan_brackets(Str text, size_t at)
{
    int open = 0;
    for (size_t i = at; i < text.len; i++) {
        open += text.data[i] == '[';
        open -= text.data[i] == ']';
        if (open == 0)
            return i + 1;
        if (open > MAX_NESTING)
            return at;
    }
    return at;
}

/* The next `[...]` or run of name characters, with what stands between skipped. */
static bool next_segment(Str *segment, Str text, size_t *at, bool *brackets_end)
{
    for (; *at < text.len; (*at)++) {
        size_t end = *at;
        if (text.data[end] == '[' && !*brackets_end) {
            end = scan_brackets(text, end);
            *brackets_end = end == *at; /* then no later one closes either */
            if (end == *at + 2)
                end = *at;
        } else {
            while (scan_is_name_char(str_at(text, end)))
                end++;
            end += end > *at && str_at(text, end) == '?';
        }
        if (end > *at) {
            *segment = str_slice(text, *at, end);
            *at = end;
            return true;
        }
    }
    return false;
}

static PathStep read_step(Syntax *syntax, Str segment, int depth)
{
    if (str_at(segment, 0) != '[')
        return (PathStep){ .name = segment, .is_command = syntax_is_command(segment) };
    const Expr *key = read_fragment(syntax, str_slice(segment, 1, segment.len - 1), depth + 1);
    if (key->kind == EXPR_LITERAL && key->literal.type == LIQUID_STRING)
        return (PathStep){ .name = key->literal.string };
    return (PathStep){ .key = key };
}

static const Expr *read_lookup(Syntax *syntax, Str text, int depth)
{
    VEC(PathStep) steps = { 0 };
    Str segment;
    size_t at = 0;
    bool brackets_end = false;

    if (depth > MAX_NESTING || !next_segment(&segment, text, &at, &brackets_end))
        return syntax_literal(syntax, liquid_nil());
    PathStep root = read_step(syntax, segment, depth);
    while (next_segment(&segment, text, &at, &brackets_end))
        vec_push(syntax->arena, &steps, read_step(syntax, segment, depth));
    Expr *expr = ARENA_NEW(syntax->arena, Expr);
    expr->kind = EXPR_LOOKUP;
    expr->lookup.name = root.name;
    expr->lookup.key = root.key;
    expr->lookup.steps = steps.items;
    expr->lookup.step_count = steps.len;
    return expr;
}

static bool is_quoted(Str text)
{
    int quote = str_at(text, 0);
    return text.len >= 2 && (quote == '"' || quote == '\'') && str_at(text, text.len - 1) == quote;
}

/* `-?\d+` or `-?\d[\d.]+` */
static bool is_number(Str text)
{
    size_t i = str_at(text, 0) == '-' ? 1 : 0;
    if (!char_is_digit(str_at(text, i)))
        return false;
    while (char_is_digit(str_at(text, i)) || str_at(text, i) == '.')
        i++;
    return i == text.len;
}

/* Where the last `..` of a range stands, or STR_NONE. */
static size_t range_dots(Str text)
{
    if (str_at(text, 0) != '(' || str_at(text, text.len - 1) != ')')
        return STR_NONE;
    for (size_t i = text.len; i-- > 2;) {
        if (text.data[i] == '.' && text.data[i - 1] == '.' && i + 2 < text.len)
            return i - 1;
        if (char_is_space(text.data[i]))
            return STR_NONE;
    }
    return STR_NONE;
}

static const Expr *read_fragment(Syntax *syntax, Str text, int depth)
{
    const Expr *literal = syntax_named(syntax, text);
    if (literal != NULL)
        return literal;
    if (is_quoted(text))
        return syntax_literal(syntax, liquid_string(str_slice(text, 1, text.len - 1)));
    if (is_number(text))
        return syntax_number(syntax, text);
    size_t dots = depth < MAX_NESTING ? range_dots(text) : STR_NONE;
    if (dots == STR_NONE || dots < 2)
        return read_lookup(syntax, text, depth);
    const Expr *first = read_fragment(syntax, str_slice(text, 1, dots), depth + 1);
    return syntax_range(syntax, first, read_fragment(syntax, str_slice(text, dots + 2, text.len - 1), depth + 1));
}

const Expr *syntax_fragment(Syntax *syntax, Str fragment)
{
    return read_fragment(syntax, fragment, 0);
}

/* --- filters ----------------------------------------------------------------------------------------------------- */

typedef VEC(FilterArgument) Arguments;

/* One argument behind `:` or `,`; `word: fragment` is a named one. */
static bool read_argument(FilterArgument *arg, Syntax *syntax, Str text, size_t *at)
{
    size_t start = scan_space(text, *at);
    size_t word = scan_word(text, start);
    size_t colon = scan_space(text, word);
    if (word > start && str_at(text, colon) == ':') {
        size_t value = scan_space(text, colon + 1);
        size_t end = scan_fragment(text, value);
        if (end > value) {
            *arg =
                (FilterArgument){ str_slice(text, start, word), syntax_fragment(syntax, str_slice(text, value, end)) };
            *at = end;
            return true;
        }
    }
    size_t end = scan_fragment(text, start);
    if (end == start)
        return false;
    *arg = (FilterArgument){ { NULL, 0 }, syntax_fragment(syntax, str_slice(text, start, end)) };
    *at = end;
    return true;
}

static Filter read_filter(Syntax *syntax, Str text, Str name)
{
    Arguments args = { 0 };
    for (size_t at = 0; at < text.len;) {
        bool introduces = text.data[at] == ':' || text.data[at] == ',';
        FilterArgument arg;
        at++;
        if (introduces && read_argument(&arg, syntax, text, &at))
            vec_push(syntax->arena, &args, arg);
    }
    return syntax_filter(syntax, name, args.items, args.len);
}

/* The end of what one filter consists of: up to a pipe, or a quote that is not closed. */
static size_t scan_filter(Str text, size_t at)
{
    for (;;) {
        size_t next = scan_space(text, at);
        next = str_at(text, next) == ',' ? next + 1 : scan_fragment(text, next);
        if (next == at)
            return at;
        at = next;
    }
}

static Str first_word(Str text)
{
    size_t start = 0;
    while (start < text.len && !scan_is_word(text.data[start]))
        start++;
    return str_slice(text, start, scan_word(text, start));
}

const LiquidExpression *lax_expression(Syntax *syntax, Str markup)
{
    VEC(Filter) filters = { 0 };
    size_t start, end;
    LiquidExpression *expression = ARENA_NEW(syntax->arena, LiquidExpression);

    if (!scan_find_fragment(markup, 0, &start, &end)) {
        expression->input = syntax_literal(syntax, liquid_nil());
        return expression;
    }
    expression->input = syntax_fragment(syntax, str_slice(markup, start, end));
    size_t at = str_find_char(markup, '|', end);
    while (at < markup.len) {
        size_t filter_end = scan_filter(markup, at);
        Str text = str_slice(markup, at, filter_end);
        Str name = first_word(text);
        if (name.len > 0)
            vec_push(syntax->arena, &filters, read_filter(syntax, text, name));
        at = filter_end > at ? filter_end : at + 1;
    }
    expression->filters = filters.items;
    expression->filter_count = filters.len;
    return expression;
}

/* --- conditions -------------------------------------------------------------------------------------------------- */

static size_t scan_junction(Str text, size_t at)
{
    static const Str words[] = { STR_INIT("and"), STR_INIT("or") };
    for (size_t i = 0; i < 2; i++) {
        size_t end = at + words[i].len;
        if (str_starts_with(str_from_offset(text, at), words[i]) && !scan_is_word(str_at(text, end)))
            return end;
    }
    return at;
}

/* The end of an expression: before the next `and` or `or` that begins a word. */
static size_t scan_operand(Str text, size_t at)
{
    while (at < text.len && scan_junction(text, at) == at) {
        size_t end = scan_fragment(text, at);
        if (end == at) {
            while (end < text.len && !char_is_space(text.data[end]))
                end++;
        }
        at = scan_space(text, end);
    }
    return at;
}

static bool is_operator_char(int c)
{
    return c == '=' || c == '!' || c == '<' || c == '>' || c == '_' || (c >= 'a' && c <= 'z');
}

static LiquidCondition *read_comparison(Syntax *syntax, Str text)
{
    size_t start, end;
    if (!scan_find_fragment(text, 0, &start, &end))
        return NULL;
    LiquidCondition *condition = ARENA_NEW(syntax->arena, LiquidCondition);
    condition->left = syntax_fragment(syntax, str_slice(text, start, end));
    start = end = scan_space(text, end);
    while (is_operator_char(str_at(text, end)))
        end++;
    if (end == start)
        return condition;
    condition->sign = str_slice(text, start, end);
    condition->relation = syntax_operator(condition->sign);
    start = scan_space(text, end);
    condition->right = syntax_fragment(syntax, str_slice(text, start, scan_fragment(text, start)));
    return condition;
}

const LiquidCondition *lax_condition(Syntax *syntax, Str markup)
{
    LiquidCondition *first = NULL, *last = NULL;
    size_t at = scan_space(markup, 0);

    for (;;) {
        size_t end = scan_operand(markup, at);
        LiquidCondition *condition = read_comparison(syntax, str_slice(markup, at, end));
        if (condition == NULL)
            return NULL;
        if (last != NULL)
            last->next = condition;
        else
            first = condition;
        last = condition;
        if (end >= markup.len)
            return first;
        last->next_is_or = markup.data[end] == 'o';
        at = scan_space(markup, scan_junction(markup, end));
    }
}
