/* lib/liquid/tags_value.c - assign, capture, increment, decrement, echo, cycle. */
#include "liquid/eval.h"
#include "liquid/tags.h"

/* --- assign and capture ------------------------------------------------------------------------------------------ */

typedef struct Assign {
    Str name;
    const LiquidExpression *value;
} Assign;

static Flow render_assign_tag(Buf *out, const Node *node, LiquidRender *render)
{
    const Assign *assign = node->data;
    (void)out;
    LiquidUse outer = watch_use(render, LIQUID_KEPT);
    LiquidValue value = eval_expression(render, assign->value);
    render->use = outer;
    if (!render->failed)
        render_assign(render, assign->name, value);
    return FLOW_ON;
}

static bool is_variable_char(int c)
{
    return scan_is_name_char(c) || c == '.' || c == '[' || c == ']' || c == '(' || c == ')';
}

/* The first run of the characters of a variable's name at or behind `*at`, which moves behind it. */
static Str next_variable(Str markup, size_t *at)
{
    size_t start = *at;
    while (start < markup.len && !is_variable_char(markup.data[start]))
        start++;
    size_t end = start;
    while (is_variable_char(str_at(markup, end)))
        end++;
    *at = end;
    return str_slice(markup, start, end);
}

static void parse_assign(Parser *parser, const Tag *tag, Nodes *out)
{
    Assign *assign = ARENA_NEW(parser->syntax.arena, Assign);
    size_t at = 0;
    do {
        assign->name = next_variable(tag->markup.str, &at);
    } while (assign->name.len > 0 && str_at(tag->markup.str, scan_space(tag->markup.str, at)) != '=');
    if (assign->name.len == 0) {
        parser_fault(parser, tag->span, "a name, \"=\" and a value");
        diag_hint(parser->syntax.diags, "write {%% assign name = value %%}");
        return;
    }
    at = scan_space(tag->markup.str, at) + 1;
    Located value = located_trim(located_slice(tag->markup, at, tag->markup.str.len));
    assign->value = syntax_expression(&parser->syntax, value);
    parser_add(parser, out, (Node){ .render = render_assign_tag, .data = assign, .span = tag->span, .blank = true });
}

typedef struct Capture {
    Str name;
    Body body;
} Capture;

static Flow render_capture(Buf *out, const Node *node, LiquidRender *render)
{
    const Capture *capture = node->data;
    Buf buf = { .arena = render->arena };
    (void)out;

    Flow flow = render_body(&buf, &capture->body, render);
    render_assign(render, capture->name, liquid_string(buf_str(&buf)));
    return flow;
}

static void parse_capture(Parser *parser, const Tag *tag, Nodes *out)
{
    Capture *capture = ARENA_NEW(parser->syntax.arena, Capture);
    size_t at = 0;
    capture->name = next_variable(tag->markup.str, &at);
    if (capture->name.len == 0)
        parser_fault(parser, tag->span, "a name behind \"capture\"");
    capture->body = parser_block(parser, tag);
    parser_add(parser, out, (Node){ .render = render_capture, .data = capture, .span = tag->span, .blank = true });
}

/* --- increment and decrement ------------------------------------------------------------------------------------- */

typedef struct Counter {
    Str name;
    int64_t step;
} Counter;

/* Counters are variables of their own; one that the page has under that name is where counting begins. */
static Flow render_counter(Buf *out, const Node *node, LiquidRender *render)
{
    const Counter *counter = node->data;
    LiquidValue **slot = (LiquidValue **)(void *)map_at(&render->counters, counter->name);
    if (*slot == NULL) {
        *slot = ARENA_NEW(render->arena, LiquidValue);
        if (!render_global(*slot, render, counter->name) || !liquid_truthy(**slot))
            **slot = liquid_int(0);
    }
    LiquidValue *value = *slot;
    int64_t next;
    if (value->type != LIQUID_INT || __builtin_add_overflow(value->integer, counter->step, &next)) {
        liquid_fail(render, "internal");
        return FLOW_ON;
    }
    buf_put_int(out, counter->step > 0 ? value->integer : next);
    value->integer = next;
    return FLOW_ON;
}

static void parse_counter(Parser *parser, const Tag *tag, Nodes *out)
{
    Counter *counter = ARENA_NEW(parser->syntax.arena, Counter);
    *counter = (Counter){ tag->markup.str, str_eq(tag->name, STR("increment")) ? 1 : -1 };
    parser_add(parser, out, (Node){ .render = render_counter, .data = counter, .span = tag->span });
}

/* --- echo -------------------------------------------------------------------------------------------------------- */

static Flow render_echo(Buf *out, const Node *node, LiquidRender *render)
{
    LiquidValue value = eval_expression(render, node->data);
    if (!render->failed)
        liquid_put(out, value, render);
    return FLOW_ON;
}

static void parse_echo(Parser *parser, const Tag *tag, Nodes *out)
{
    const LiquidExpression *value = syntax_expression(&parser->syntax, tag->markup);
    parser_add(parser, out, (Node){ .render = render_echo, .data = value, .span = tag->span });
}

/* --- cycle ------------------------------------------------------------------------------------------------------- */

typedef struct Cycle {
    const Expr *name; /* NULL: those without a name share a place by their list of values */
    Str key;
    const Expr *const *values;
    size_t count;
} Cycle;

typedef VEC(const Expr *) Exprs;

static Str cycle_key(const Cycle *cycle, LiquidRender *render)
{
    if (cycle->name == NULL)
        return cycle->key;
    Buf key = { .arena = render->arena };
    liquid_put_key(&key, eval_value(render, cycle->name));
    return buf_str(&key);
}

static Flow render_cycle(Buf *out, const Node *node, LiquidRender *render)
{
    const Cycle *cycle = node->data;
    Str key = cycle_key(cycle, render);
    size_t *at = map_get(&render->cycles, key);
    if (render->failed)
        return FLOW_ON;
    if (at == NULL) {
        at = ARENA_NEW(render->arena, size_t);
        map_put(&render->cycles, key, at);
    }
    if (*at < cycle->count) {
        LiquidValue value = eval_value(render, cycle->values[*at]);
        if (!render->failed)
            liquid_put(out, value, render);
    }
    *at = *at + 1 < cycle->count ? *at + 1 : 0;
    return FLOW_ON;
}

/* The end of `name:` at the start, or 0. */
static size_t scan_cycle_name(Str markup)
{
    size_t end = scan_fragment(markup, 0);
    if (end == 0)
        return 0;
    if (str_at(markup, scan_space(markup, end)) == ':')
        return end;
    Str fragment = str_slice(markup, 0, end);
    size_t colon = str_find_last_char(fragment, ':');
    bool quoted = str_at(markup, 0) == '"' || str_at(markup, 0) == '\'';
    return colon == STR_NONE || quoted ? 0 : colon;
}

/* One value between commas, which mean nothing inside quotes here either. A list with a variable in it is like no other
 * list, and `nil` is no value, as in Liquid 4. */
static void read_cycle_values(Parser *parser, Exprs *values, Buf *key, const Tag *tag, Str rest)
{
    Str part;
    size_t start, end;
    while (str_split(&part, &rest, ',')) {
        if (!scan_find_fragment(part, 0, &start, &end))
            continue;
        const Expr *value = syntax_fragment(&parser->syntax, str_slice(part, start, end));
        if (value->kind == EXPR_LITERAL && value->literal.type == LIQUID_NIL)
            continue;
        vec_push(parser->syntax.arena, values, value);
        buf_put_char(key, ',');
        if (value->kind == EXPR_LITERAL)
            liquid_put_key(key, value->literal);
        else
            buf_put_format(key, "%u", tag->span.start);
    }
}

static void parse_cycle(Parser *parser, const Tag *tag, Nodes *out)
{
    Cycle *cycle = ARENA_NEW(parser->syntax.arena, Cycle);
    Buf key = { .arena = parser->syntax.arena };
    Exprs values = { 0 };
    Str rest = tag->markup.str;
    size_t name_end = scan_cycle_name(rest);

    if (name_end > 0) {
        cycle->name = syntax_fragment(&parser->syntax, str_slice(rest, 0, name_end));
        rest = str_from_offset(rest, scan_space(rest, name_end) + 1);
    }
    read_cycle_values(parser, &values, &key, tag, rest);
    if (scan_fragment(tag->markup.str, 0) == 0)
        parser_fault(parser, tag->span, "values to take in turn");
    cycle->key = buf_str(&key);
    cycle->values = values.items;
    cycle->count = values.len;
    parser_add(parser, out, (Node){ .render = render_cycle, .data = cycle, .span = tag->span });
}

const TagClass tags_value[] = {
    { .name = "assign", .parse = parse_assign },
    { .name = "capture", .parse = parse_capture, .is_block = true },
    { .name = "increment", .parse = parse_counter },
    { .name = "decrement", .parse = parse_counter },
    { .name = "echo", .parse = parse_echo },
    { .name = "cycle", .parse = parse_cycle },
    { .name = NULL },
};
