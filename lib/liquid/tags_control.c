/* lib/liquid/tags_control.c - if, unless, case, ifchanged. */
#include "liquid/eval.h"
#include "liquid/tags.h"

/* --- if and unless ----------------------------------------------------------------------------------------------- */

typedef struct Branch {
    const LiquidCondition *condition; /* NULL: else */
    Body body;
} Branch;

typedef struct If {
    const Branch *branches;
    size_t count;
    bool unless; /* the first condition must not hold */
} If;

static Flow render_if(Buf *out, const Node *node, LiquidRender *render)
{
    const If *data = node->data;
    for (size_t i = 0; i < data->count; i++) {
        const Branch *branch = &data->branches[i];
        bool wanted = !(data->unless && i == 0);
        if (branch->condition == NULL || eval_condition(render, branch->condition) == wanted)
            return render->failed ? FLOW_ON : render_body(out, &branch->body, render);
        if (render->failed)
            break;
    }
    return FLOW_ON;
}

static const LiquidCondition *read_condition(Parser *parser, const Tag *tag)
{
    if (tag->markup.str.len > 0)
        return syntax_condition(&parser->syntax, tag->markup);
    parser_fault(parser, tag->span, "a condition");
    diag_hint(parser->syntax.diags, "write what is to be true, as in {%% if page.title %%}");
    return NULL;
}

static void warn_else_words(Parser *parser, const Tag *tag)
{
    if (tag->markup.str.len == 0 || !syntax_may_warn(&parser->syntax))
        return;
    diag_warning(parser->syntax.diags, "liquid-lax", tag->markup.span, "what stands behind \"else\" is ignored");
    diag_hint(parser->syntax.diags, "write {%% elsif ... %%} where a condition is meant");
}

static void parse_if(Parser *parser, const Tag *tag, Nodes *out)
{
    static const char *const dividers[] = { "elsif", "else", NULL };
    VEC(Branch) branches = { 0 };
    Arena *arena = parser->syntax.arena;
    Branch branch = { .condition = read_condition(parser, tag) };
    Block block;
    Tag divider;
    bool blank = true;
    BodyEnd end;

    parser_open(parser, &block, tag, dividers);
    do {
        end = parser_body(parser, &branch.body, &divider);
        blank = blank && branch.body.blank;
        vec_push(arena, &branches, branch);
        if (end == BODY_DIVIDED && str_eq(divider.name, STR("elsif"))) {
            branch.condition = read_condition(parser, &divider);
        } else if (end == BODY_DIVIDED) {
            warn_else_words(parser, &divider);
            branch.condition = NULL;
        }
    } while (end == BODY_DIVIDED);
    for (size_t i = 0; blank && i < branches.len; i++)
        parser_remove_space(&branches.items[i].body);
    If *data = ARENA_NEW(arena, If);
    *data = (If){ branches.items, branches.len, str_eq(tag->name, STR("unless")) };
    parser_add(parser, out, (Node){ .render = render_if, .data = data, .span = tag->span, .blank = blank });
}

/* --- case -------------------------------------------------------------------------------------------------------- */

/* One value of a `when`: those of one tag share a body. */
typedef struct When {
    const Expr *value; /* NULL: else */
    size_t body;
} When;

typedef struct Case {
    const Expr *subject;
    const When *whens;
    size_t count;
    const Body *bodies;
} Case;

/* Every `when` that matches prints; `else` prints when none before it did, and ends the block. What is compared is
 * worked out each time: a body may change it. */
static Flow render_case(Buf *out, const Node *node, LiquidRender *render)
{
    const Case *data = node->data;
    bool matched = false;
    Flow flow = FLOW_ON;

    for (size_t i = 0; i < data->count && flow == FLOW_ON && !render->failed; i++) {
        const When *when = &data->whens[i];
        if (when->value == NULL && !matched)
            return render_body(out, &data->bodies[when->body], render);
        if (when->value == NULL)
            continue;
        LiquidUse outer = watch_use(render, LIQUID_TESTED);
        LiquidValue subject = eval_value(render, data->subject);
        LiquidValue value = eval_value(render, when->value);
        render->use = outer;
        if (render->failed || !eval_equal(render, subject, value))
            continue;
        matched = true;
        flow = render_body(out, &data->bodies[when->body], render);
    }
    return flow;
}

typedef VEC(When) Whens;

/* `a, b or c`; what follows a value in another way is ignored. */
static bool read_values(Parser *parser, Whens *whens, size_t body, Str markup)
{
    size_t at = 0, start, end;
    do {
        if (!scan_find_fragment(markup, at, &start, &end))
            return false;
        const Expr *value = syntax_fragment(&parser->syntax, str_slice(markup, start, end));
        vec_push(parser->syntax.arena, whens, (When){ value, body });
        at = scan_space(markup, end);
        bool is_or = at > end && str_starts_with(str_from_offset(markup, at), STR("or"))
                     && char_is_space(str_at(markup, at + 2));
        if (str_at(markup, at) != ',' && !is_or)
            return true;
        at = scan_space(markup, at + (is_or ? 2 : 1));
    } while (scan_fragment(markup, at) > at);
    return true;
}

static void read_divider(Parser *parser, Whens *whens, size_t body, const Tag *divider)
{
    if (str_eq(divider->name, STR("else"))) {
        if (divider->markup.str.len > 0)
            parser_fault(parser, divider->markup.span, "nothing behind \"else\" in a case block");
        vec_push(parser->syntax.arena, whens, (When){ NULL, body });
    } else if (!read_values(parser, whens, body, divider->markup.str)) {
        parser_fault(parser, divider->span, "a value behind \"when\"");
    }
}

static void parse_case(Parser *parser, const Tag *tag, Nodes *out)
{
    static const char *const dividers[] = { "when", "else", NULL };
    Arena *arena = parser->syntax.arena;
    VEC(Body) bodies = { 0 };
    Whens whens = { 0 };
    Case *data = ARENA_NEW(arena, Case);
    size_t start, end;
    Block block;
    Tag divider;
    Body body;

    if (scan_find_fragment(tag->markup.str, 0, &start, &end))
        data->subject = syntax_fragment(&parser->syntax, str_slice(tag->markup.str, start, end));
    else
        parser_fault(parser, tag->span, "a value behind \"case\"");
    parser_open(parser, &block, tag, dividers);
    BodyEnd body_end = parser_body(parser, &body, &divider); /* what stands before the first `when` is dropped */
    bool blank = body.blank;
    while (body_end == BODY_DIVIDED) {
        read_divider(parser, &whens, bodies.len, &divider);
        body_end = parser_body(parser, &body, &divider);
        blank = blank && body.blank;
        vec_push(arena, &bodies, body);
    }
    for (size_t i = 0; blank && i < bodies.len; i++)
        parser_remove_space(&bodies.items[i]);
    data->whens = whens.items;
    data->count = whens.len;
    data->bodies = bodies.items;
    parser_add(parser, out, (Node){ .render = render_case, .data = data, .span = tag->span, .blank = blank });
}

/* --- ifchanged --------------------------------------------------------------------------------------------------- */

static Flow render_ifchanged(Buf *out, const Node *node, LiquidRender *render)
{
    Buf buf = { .arena = render->arena };
    Flow flow = render_body(&buf, node->data, render);
    Str text = buf_str(&buf);
    if (render->has_changed && str_eq(text, render->changed))
        return flow;
    render->has_changed = true;
    render->changed = text;
    if (!node->blank)
        buf_put(out, text);
    return flow;
}

static void parse_ifchanged(Parser *parser, const Tag *tag, Nodes *out)
{
    Body *body = ARENA_NEW(parser->syntax.arena, Body);
    *body = parser_block(parser, tag);
    parser_add(parser, out,
               (Node){ .render = render_ifchanged, .data = body, .span = tag->span, .blank = body->blank });
}

const TagClass tags_control[] = {
    { .name = "if", .parse = parse_if, .is_block = true },
    { .name = "unless", .parse = parse_if, .is_block = true },
    { .name = "case", .parse = parse_case, .is_block = true },
    { .name = "ifchanged", .parse = parse_ifchanged, .is_block = true },
    { .name = NULL },
};
