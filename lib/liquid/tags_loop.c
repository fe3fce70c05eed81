/* lib/liquid/tags_loop.c - for, break, continue, tablerow. */
#include "liquid/loop.h"
#include "liquid/tags.h"

/* --- for --------------------------------------------------------------------------------------------------------- */

typedef struct For {
    Str variable;
    Str name; /* what `offset: continue` remembers it by, and forloop.name */
    const Expr *list, *limit, *offset;
    bool continues, reversed;
    Body body, otherwise;
} For;

static LiquidValue eval_optional(LiquidRender *render, const Expr *expr)
{
    return expr == NULL ? liquid_nil() : eval_value(render, expr);
}

static Segment take_segment(LiquidRender *render, const For *data)
{
    int64_t **remembered = (int64_t **)(void *)map_at(&render->offsets, data->name);
    if (*remembered == NULL)
        *remembered = ARENA_NEW(render->arena, int64_t);
    int64_t offset = data->continues ? **remembered : loop_integer(eval_optional(render, data->offset), render);
    LiquidValue list = eval_value(render, data->list);
    LiquidValue limit = eval_optional(render, data->limit);
    if (render->failed)
        return (Segment){ .count = 0 };
    Segment segment = loop_segment(list, offset, limit, render);
    if (render->failed)
        return segment;
    segment.reversed = data->reversed;
    if (__builtin_add_overflow(offset, (int64_t)segment.count, *remembered))
        **remembered = INT64_MAX;
    return segment;
}

static Flow run_loop(Buf *out, const For *data, const Segment *segment, LiquidRender *render)
{
    Forloop *forloop = ARENA_NEW(render->arena, Forloop);
    *forloop = (Forloop){ .name = data->name, .length = segment->count, .parent = render->forloop };
    LiquidBinding loop = { .name = STR("forloop"), .value = loop_drop(forloop) };
    LiquidBinding item = { .name = data->variable };
    Flow flow = FLOW_ON;

    render->forloop = forloop;
    liquid_bind(render, &loop);
    liquid_bind(render, &item);
    for (; forloop->index < segment->count && flow != FLOW_BREAK && flow != FLOW_STOP; forloop->index++) {
        if (!render_spend(render, 1))
            break;
        item.value = loop_item(segment, forloop->index, render);
        flow = render_body(out, &data->body, render);
    }
    liquid_unbind(render);
    liquid_unbind(render);
    render->forloop = forloop->parent;
    return flow == FLOW_STOP ? FLOW_STOP : FLOW_ON;
}

static Flow render_for(Buf *out, const Node *node, LiquidRender *render)
{
    const For *data = node->data;
    Segment segment = take_segment(render, data);
    if (render->failed)
        return FLOW_ON;
    Flow flow = segment.count == 0 ? render_body(out, &data->otherwise, render) : run_loop(out, data, &segment, render);
    return flow;
}

/* The markup without white space outside of quotes: `(1 .. 5)` and `(1..5)` are one loop to `offset: continue`. */
static Str squeeze(Str markup, Arena *arena)
{
    Buf buf = { .arena = arena };
    for (size_t at = 0; at < markup.len;) {
        size_t end = scan_quoted(markup, at);
        if (end == at)
            end = at + 1;
        if (!char_is_space(markup.data[at]))
            buf_put(&buf, str_slice(markup, at, end));
        at = end;
    }
    return buf_str(&buf);
}

static void name_loop(For *data, Str list, Arena *arena)
{
    data->name = arena_join(arena, data->variable, STR("-"), squeeze(list, arena));
}

static bool read_strict_attribute(For *data, Strict *strict)
{
    bool is_limit = strict_look_name(strict, STR("limit"));
    if (!is_limit && !strict_look_name(strict, STR("offset")))
        return strict_fail(strict, "\"reversed\", \"limit:\" or \"offset:\"");
    strict_take(strict);
    if (!strict_expect(strict, TOKEN_COLON, "\":\""))
        return false;
    if (!is_limit) {
        data->continues = strict_look_name(strict, STR("continue"));
        if (data->continues) {
            strict_take(strict);
            return true;
        }
    }
    const Expr *value = strict_value(strict);
    *(is_limit ? &data->limit : &data->offset) = value;
    return value != NULL;
}

static bool read_strict_for(For *data, Strict *strict)
{
    if (!strict_look(strict, TOKEN_NAME))
        return strict_fail(strict, "a name for the item");
    data->variable = strict_take(strict);
    if (!strict_accept_name(strict, STR("in")))
        return strict_fail(strict, "\"in\"");
    size_t start = strict->token.start;
    data->list = strict_value(strict);
    if (data->list == NULL)
        return false;
    name_loop(data, str_slice(strict->markup, start, strict->token.start), strict->syntax->arena);
    data->reversed = strict_accept_name(strict, STR("reversed"));
    strict_accept(strict, TOKEN_COMMA);
    while (strict_look(strict, TOKEN_NAME)) {
        if (!read_strict_attribute(data, strict))
            return false;
        strict_accept(strict, TOKEN_COMMA);
    }
    return strict_end(strict);
}

static size_t scan_name_chars(Str markup, size_t at)
{
    while (scan_is_name_char(str_at(markup, at)))
        at++;
    return at;
}

/* `item in list`, and then whatever of `reversed`, `limit:` and `offset:` is found. */
static bool read_lax_for(For *data, Syntax *syntax, Str markup)
{
    Str name, value;
    size_t end = scan_name_chars(markup, 0);
    size_t word = scan_space(markup, end);
    size_t start = scan_space(markup, word + 2);
    if (end == 0 || word == end || start == word + 2 || !str_eq(str_slice(markup, word, word + 2), STR("in")))
        return false;
    *data = (For){ .variable = str_slice(markup, 0, end) };
    end = scan_fragments(markup, start);
    if (end == start)
        return false;
    data->list = syntax_fragment(syntax, str_slice(markup, start, end));
    name_loop(data, str_slice(markup, start, end), syntax->arena);
    data->reversed = str_starts_with(str_from_offset(markup, scan_space(markup, end)), STR("reversed"));
    for (size_t at = 0; scan_attribute(markup, &at, &name, &value);) {
        if (str_eq(name, STR("limit")))
            data->limit = syntax_fragment(syntax, value);
        else if (str_eq(name, STR("offset")) && !(data->continues = str_eq(value, STR("continue"))))
            data->offset = syntax_fragment(syntax, value);
    }
    return true;
}

static void read_for(For *data, Parser *parser, const Tag *tag)
{
    Strict strict;
    Located markup = tag->markup.str.len > 0 ? tag->markup : (Located){ tag->markup.str, tag->span };
    strict_start(&strict, &parser->syntax, markup.str);
    if (read_strict_for(data, &strict))
        return;
    if (read_lax_for(data, &parser->syntax, markup.str)) {
        syntax_warn_lax(&strict, markup);
        return;
    }
    syntax_refuse(&strict, markup);
    diag_hint(parser->syntax.diags, "write {%% for item in list %%}");
}

static void parse_for(Parser *parser, const Tag *tag, Nodes *out)
{
    static const char *const dividers[] = { "else", NULL };
    For *data = ARENA_NEW(parser->syntax.arena, For);
    Body body;
    Block block;
    Tag divider;

    read_for(data, parser, tag);
    parser_open(parser, &block, tag, dividers);
    BodyEnd end = parser_body(parser, &data->body, &divider);
    bool blank = data->body.blank;
    while (end == BODY_DIVIDED) { /* of several `else` the last one counts */
        end = parser_body(parser, &body, &divider);
        data->otherwise = body;
        blank = blank && body.blank;
    }
    if (blank) {
        parser_remove_space(&data->body);
        parser_remove_space(&data->otherwise);
    }
    parser_add(parser, out, (Node){ .render = render_for, .data = data, .span = tag->span, .blank = blank });
}

static Flow render_break(Buf *out, const Node *node, LiquidRender *render)
{
    (void)out;
    (void)node;
    (void)render;
    return FLOW_BREAK;
}

static Flow render_continue(Buf *out, const Node *node, LiquidRender *render)
{
    (void)out;
    (void)node;
    (void)render;
    return FLOW_CONTINUE;
}

static void parse_interrupt(Parser *parser, const Tag *tag, Nodes *out)
{
    NodeRender render = str_eq(tag->name, STR("break")) ? render_break : render_continue;
    parser_add(parser, out, (Node){ .render = render, .span = tag->span });
}

const TagClass tags_loop[] = {
    { .name = "for", .parse = parse_for, .is_block = true },
    { .name = "break", .parse = parse_interrupt },
    { .name = "continue", .parse = parse_interrupt },
    { .name = NULL },
};
