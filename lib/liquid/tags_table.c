/* lib/liquid/tags_table.c - tablerow. */
#include "liquid/loop.h"
#include "liquid/tags.h"

typedef struct Table {
    Str variable;
    const Expr *list, *limit, *offset, *columns;
    Body body;
} Table;

/* The object `tablerowloop`. */
typedef struct Tableloop {
    size_t length, index;
    int64_t columns, column, row; /* from 1; without columns there is one row */
} Tableloop;

static bool get_tableloop(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    const Tableloop *loop = object;
    const struct {
        Str name;
        LiquidValue value;
    } keys[] = {
        { STR("row"), liquid_int(loop->row) },
        { STR("col"), liquid_int(loop->column) },
        { STR("col0"), liquid_int(loop->column - 1) },
        { STR("col_first"), liquid_bool(loop->column == 1) },
        { STR("col_last"), liquid_bool(loop->column == loop->columns) },
    };

    (void)render;
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (str_eq(keys[i].name, key)) {
            *out = keys[i].value;
            return true;
        }
    }
    return loop_key(out, key, loop->index, loop->length);
}

static const LiquidDropClass tableloop_class = { .name = "Liquid::TablerowloopDrop", .get = get_tableloop };

/* One cell; between rows the row's end and the next one's start. */
static Flow render_cell(Buf *out, const Node *node, Tableloop *loop, LiquidRender *render)
{
    const Table *table = node->data;
    buf_put_format(out, "<td class=\"col%lld\">", (long long)loop->column);
    Flow flow = render_body(out, &table->body, render);
    render_place(out, node->span, false, render);
    buf_put(out, STR("</td>"));
    bool row_ends = loop->column == loop->columns;
    if (row_ends && loop->index + 1 < loop->length && flow != FLOW_BREAK)
        buf_put_format(out, "</tr>\n<tr class=\"row%lld\">", (long long)loop->row + 1);
    loop->row += row_ends;
    loop->column = row_ends ? 1 : loop->column + 1;
    loop->index++;
    return flow;
}

static Flow render_cells(Buf *out, const Node *node, const Segment *segment, int64_t columns, LiquidRender *render)
{
    const Table *table = node->data;
    Tableloop *loop = ARENA_NEW(render->arena, Tableloop);
    *loop = (Tableloop){ .length = segment->count, .columns = columns, .column = 1, .row = 1 };
    LiquidBinding binding = { .name = STR("tablerowloop"), .value = liquid_drop(&tableloop_class, loop) };
    LiquidBinding item = { .name = table->variable };
    Flow flow = FLOW_ON;

    liquid_bind(render, &binding);
    liquid_bind(render, &item);
    buf_put(out, STR("<tr class=\"row1\">\n"));
    while (loop->index < segment->count && flow != FLOW_BREAK && flow != FLOW_STOP) {
        if (out->len > render->max_len)
            render_stop(render, "the output is too long");
        if (!render_spend(render, 1))
            break;
        item.value = loop_item(segment, loop->index, render);
        flow = render_cell(out, node, loop, render);
    }
    liquid_unbind(render);
    liquid_unbind(render);
    render_place(out, node->span, false, render);
    buf_put(out, STR("</tr>\n"));
    return flow == FLOW_STOP ? FLOW_STOP : FLOW_ON;
}

static LiquidValue eval_optional(LiquidRender *render, const Expr *expr)
{
    return expr == NULL ? liquid_nil() : eval_value(render, expr);
}

static Flow render_table(Buf *out, const Node *node, LiquidRender *render)
{
    const Table *table = node->data;
    LiquidValue list = eval_value(render, table->list);
    int64_t offset = loop_integer(eval_optional(render, table->offset), render);
    LiquidValue limit = eval_optional(render, table->limit);
    LiquidValue columns = eval_optional(render, table->columns);
    if (render->failed || !liquid_truthy(list))
        return FLOW_ON;
    if (table->limit != NULL && !liquid_truthy(limit))
        limit = liquid_int(0);
    Segment segment = loop_segment(list, offset, limit, render);
    int64_t column_count = loop_integer(columns, render);
    return render->failed ? FLOW_ON : render_cells(out, node, &segment, column_count, render);
}

/* `in list` behind the variable that ends at `at`. */
static bool read_list(Table *table, Syntax *syntax, Str markup, size_t at)
{
    size_t word = scan_space(markup, at);
    if (word == at || !str_starts_with(str_from_offset(markup, word), STR("in")))
        return false;
    size_t start = scan_space(markup, word + 2);
    size_t end = start > word + 2 ? scan_fragments(markup, start) : start;
    if (end == start)
        return false;
    table->list = syntax_fragment(syntax, str_slice(markup, start, end));
    return true;
}

/* Only the lax way: `item in list`, and attributes anywhere. */
static bool read_table(Table *table, Syntax *syntax, Str markup)
{
    Str name, value;
    for (size_t at = 0; at < markup.len && table->list == NULL;) {
        size_t end = scan_word(markup, at);
        if (end > at && read_list(table, syntax, markup, end))
            table->variable = str_slice(markup, at, end);
        at = end > at ? end : at + 1;
    }
    for (size_t at = 0; scan_attribute(markup, &at, &name, &value);) {
        const Expr **slot = str_eq(name, STR("limit"))    ? &table->limit
                            : str_eq(name, STR("offset")) ? &table->offset
                            : str_eq(name, STR("cols"))   ? &table->columns
                                                          : NULL;
        if (slot != NULL)
            *slot = syntax_fragment(syntax, value);
    }
    return table->list != NULL;
}

static Flow render_blank(Buf *out, const Node *node, LiquidRender *render)
{
    Buf ignored = { .arena = render->arena };
    (void)out;
    return render_table(&ignored, node, render);
}

static void parse_table(Parser *parser, const Tag *tag, Nodes *out)
{
    Table *table = ARENA_NEW(parser->syntax.arena, Table);
    if (!read_table(table, &parser->syntax, tag->markup.str)) {
        parser_fault(parser, tag->span, "\"item in list\" behind \"tablerow\"");
        diag_hint(parser->syntax.diags, "write {%% tablerow item in list cols: 3 %%}");
    }
    table->body = parser_block(parser, tag);
    bool blank = table->body.blank;
    parser_add(
        parser, out,
        (Node){ .render = blank ? render_blank : render_table, .data = table, .span = tag->span, .blank = blank });
}

const TagClass tags_table[] = {
    { .name = "tablerow", .parse = parse_table, .is_block = true },
    { .name = NULL },
};
