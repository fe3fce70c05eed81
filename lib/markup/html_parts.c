/* lib/markup/html_parts.c - tables and footnotes in HTML. */
#include "markup/html_writer.h"
#include "text/html.h"

void html_open_table(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    html_put_open(w, STR("table"), node);
    buf_put_char(w->out, '\n');
}

void html_close_table(HtmlWriter *w, const Node *node)
{
    (void)node;
    buf_put(w->out, STR("</table>\n"));
}

static bool is_same_section(const Node *row, const Node *other)
{
    return other != NULL && other->kind == NODE_TABLE_ROW && other->row.header == row->row.header
           && other->row.footer == row->row.footer && other->row.group == row->row.group;
}

static Str section_name(const Node *row)
{
    if (row->row.header)
        return STR("thead");
    return row->row.footer ? STR("tfoot") : STR("tbody");
}

void html_open_row(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    if (!is_same_section(node, node->previous)) {
        buf_put_char(w->out, '<');
        buf_put(w->out, section_name(node));
        buf_put(w->out, STR(">\n"));
    }
    html_put_open(w, STR("tr"), node);
    buf_put_char(w->out, '\n');
}

void html_close_row(HtmlWriter *w, const Node *node)
{
    buf_put(w->out, STR("</tr>\n"));
    if (!is_same_section(node, node->next)) {
        html_put_close(w, section_name(node));
        buf_put_char(w->out, '\n');
    }
}

static bool is_header_cell(const Node *node)
{
    return node->parent != NULL && node->parent->kind == NODE_TABLE_ROW && node->parent->row.header;
}

void html_open_cell(HtmlWriter *w, const Node *node)
{
    static const Str styles[] = {
        [ALIGN_NONE] = STR_INIT(""),
        [ALIGN_LEFT] = STR_INIT(" style=\"text-align: left\""),
        [ALIGN_CENTER] = STR_INIT(" style=\"text-align: center\""),
        [ALIGN_RIGHT] = STR_INIT(" style=\"text-align: right\""),
    };

    buf_put(w->out, is_header_cell(node) ? STR("<th") : STR("<td"));
    buf_put(w->out, styles[node->cell.align]);
    html_put_node_attributes(w, node);
    buf_put_char(w->out, '>');
}

void html_close_cell(HtmlWriter *w, const Node *node)
{
    html_put_close(w, is_header_cell(node) ? STR("th") : STR("td"));
    buf_put_char(w->out, '\n');
}

/* `fn:1` of a note, `fnref:1` and `fnref:1:2` of the references to it: no heading's id has a colon. */
static Str note_id(HtmlWriter *w, const char *kind, int number, int occurrence)
{
    if (occurrence < 2)
        return arena_format(&w->scratch, "%s:%d", kind, number);
    return arena_format(&w->scratch, "%s:%d:%d", kind, number, occurrence);
}

static void put_note_link(HtmlWriter *w, Str id)
{
    buf_put(w->out, STR("<a"));
    html_put_url_attribute(w, STR("href"), arena_join(&w->scratch, STR("#"), id, (Str){ 0 }));
}

void html_open_footnote_reference(HtmlWriter *w, const Node *node)
{
    buf_put(w->out, STR("<sup class=\"footnote-ref\">"));
    put_note_link(w, note_id(w, "fn", node->footnote.number, 1));
    html_put_id(w, note_id(w, "fnref", node->footnote.number, node->footnote.occurrence));
    buf_put(w->out, STR(" role=\"doc-noteref\">"));
    buf_put_int(w->out, node->footnote.number);
    buf_put(w->out, STR("</a></sup>"));
}

void html_put_backlinks(HtmlWriter *w, const Node *footnote)
{
    int number = footnote->footnote.number;

    for (int i = 1; i <= footnote->footnote.occurrence; i++) {
        buf_put_char(w->out, ' ');
        put_note_link(w, note_id(w, "fnref", number, i));
        buf_put(w->out, STR(" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"Back to reference "));
        buf_put_int(w->out, number);
        if (i > 1)
            buf_put_format(w->out, "-%d\">\u21A9\uFE0E<sup>%d</sup></a>", i, i);
        else
            buf_put(w->out, STR("\">\u21A9\uFE0E</a>"));
    }
}

void html_open_footnote(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    if (node->previous == NULL || node->previous->kind != NODE_FOOTNOTE)
        buf_put(w->out, STR("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n"));
    buf_put(w->out, STR("<li"));
    html_put_id(w, note_id(w, "fn", node->footnote.number, 1));
    buf_put(w->out, STR(">\n"));
}

void html_close_footnote(HtmlWriter *w, const Node *node)
{
    if (node->last == NULL || node->last->kind != NODE_PARAGRAPH) {
        buf_put(w->out, STR("<p>"));
        html_put_backlinks(w, node);
        buf_put(w->out, STR("</p>\n"));
    }
    buf_put(w->out, STR("</li>\n"));
    if (node->next == NULL || node->next->kind != NODE_FOOTNOTE)
        buf_put(w->out, STR("</ol>\n</div>\n"));
}
