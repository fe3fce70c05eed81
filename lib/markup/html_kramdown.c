/* lib/markup/html_kramdown.c - what kramdown writes otherwise: tasks, footnotes. */
#include "markup/html_writer.h"
#include "text/html.h"

/* --- tasks --- */

static void open_item(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    html_put_open(w, STR("li"), node);
}

static void close_item(HtmlWriter *w, const Node *node)
{
    (void)node;
    buf_put(w->out, STR("</li>\n"));
}

void html_put_kramdown_task(HtmlWriter *w, const Node *node)
{
    const Node *item = node->parent;

    if (item == NULL || item->kind != NODE_ITEM || !item->item.task || node->previous != NULL)
        return;
    buf_put(w->out, STR("<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\""));
    buf_put(w->out, item->item.checked ? STR(" checked=\"checked\" />") : STR(" />"));
}

/* --- footnotes go by their names --- */

static Str reference_id(HtmlWriter *w, Str label, int occurrence)
{
    if (occurrence < 2)
        return arena_join(&w->scratch, STR("fnref:"), label, (Str){ 0 });
    return arena_format(&w->scratch, "fnref:" STR_FMT ":%d", STR_ARG(label), occurrence - 1);
}

static void put_link(HtmlWriter *w, Str id)
{
    buf_put(w->out, STR("<a"));
    html_put_url_attribute(w, STR("href"), arena_join(&w->scratch, STR("#"), id, (Str){ 0 }));
}

void html_put_heading_link(HtmlWriter *w, const Node *heading)
{
    Str id = node_attribute(heading, STR("id"));

    if (!w->kramdown->heading_links || id.len == 0)
        return;
    put_link(w, id);
    buf_put(w->out, STR("></a>"));
}

static void put_number(HtmlWriter *w, int number)
{
    Str form = w->kramdown->note_text;
    size_t at = str_find(form, STR("%s"), 0);

    if (at == STR_NONE) {
        buf_put_int(w->out, number);
        return;
    }
    html_put_text(w->out, str_slice(form, 0, at));
    buf_put_int(w->out, number);
    html_put_text(w->out, str_from_offset(form, at + 2));
}

static void put_reference(HtmlWriter *w, const Node *node)
{
    Str label = node->footnote.label;

    buf_put(w->out, STR("<sup"));
    html_put_id(w, reference_id(w, label, node->footnote.occurrence));
    buf_put(w->out, STR(" role=\"doc-noteref\">"));
    put_link(w, arena_join(&w->scratch, STR("fn:"), label, (Str){ 0 }));
    buf_put(w->out, STR(" class=\"footnote\" rel=\"footnote\">"));
    put_number(w, node->footnote.number);
    buf_put(w->out, STR("</a></sup>"));
}

/* The paragraph (or heading, if the options say so, in whatever it stands) that takes a footnote's ways back; NULL when
 * they get one of their own. */
static const Node *backlink_place(const HtmlWriter *w, const Node *note)
{
    const Node *last = note->last;
    bool within = w->kramdown->inline_backlinks && !note->footnote.apart;

    if (last != NULL && last->kind == NODE_PARAGRAPH && !last->paragraph.bare)
        return last;
    while (within && last != NULL && last->kind != NODE_PARAGRAPH && last->kind != NODE_HEADING)
        last = last->last;
    return within ? last : NULL;
}

static void put_space(HtmlWriter *w)
{
    static const char *const spaces[] = { "\u00A0", "&#160;", "&#160;", "&nbsp;" };
    buf_put(w->out, str_from(spaces[w->kramdown->entities]));
}

void html_put_kramdown_backlinks(HtmlWriter *w, const Node *node, bool spaced)
{
    Str given = w->kramdown->backlink;
    Buf shown = { .arena = &w->scratch };

    if (given.data != NULL && given.len == 0)
        return;
    html_put_unescaped(&shown, given.data != NULL ? given : STR("\u21A9"));
    for (int i = 1; i <= node->footnote.occurrence; i++) {
        if (i > 1 || spaced)
            put_space(w);
        put_link(w, reference_id(w, node->footnote.label, i));
        buf_put(w->out, STR(" class=\"reversefootnote\" role=\"doc-backlink\">"));
        html_put_text(w->out, buf_str(&shown));
        if (i > 1)
            buf_put_format(w->out, "<sup>%d</sup>", i);
        buf_put(w->out, STR("</a>"));
    }
}

void html_put_inner_backlinks(HtmlWriter *w, const Node *node)
{
    const Node *note = node;

    while (note != NULL && note->kind != NODE_FOOTNOTE && note->next == NULL)
        note = note->parent;
    if (note != NULL && note->kind == NODE_FOOTNOTE && backlink_place(w, note) == node)
        html_put_kramdown_backlinks(w, note, true);
}

static void open_footnote(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    if (node->previous == NULL || node->previous->kind != NODE_FOOTNOTE) {
        buf_put(w->out, STR("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol"));
        if (node->footnote.number != 1)
            buf_put_format(w->out, " start=\"%d\"", node->footnote.number);
        buf_put(w->out, STR(">\n"));
    }
    buf_put(w->out, STR("<li"));
    html_put_id(w, arena_join(&w->scratch, STR("fn:"), node->footnote.label, (Str){ 0 }));
    buf_put(w->out, STR(" role=\"doc-endnote\">\n"));
}

static void close_footnote(HtmlWriter *w, const Node *node)
{
    if (backlink_place(w, node) == NULL) {
        buf_put(w->out, STR("<p>"));
        html_put_kramdown_backlinks(w, node, false);
        buf_put(w->out, STR("</p>\n"));
    }
    buf_put(w->out, STR("</li>\n"));
    if (node->next == NULL || node->next->kind != NODE_FOOTNOTE)
        buf_put(w->out, STR("</ol>\n</div>\n"));
}

const HtmlForm *html_kramdown_form(NodeKind kind)
{
    static const HtmlForm code_block = { html_put_kramdown_code_block, NULL, STR_INIT("") };
    static const HtmlForm code = { html_put_kramdown_code, NULL, STR_INIT("") };
    static const HtmlForm item = { open_item, close_item, STR_INIT("") };
    static const HtmlForm reference = { put_reference, NULL, STR_INIT("") };
    static const HtmlForm footnote = { open_footnote, close_footnote, STR_INIT("") };

    if (kind == NODE_CODE_BLOCK)
        return &code_block;
    if (kind == NODE_CODE)
        return &code;
    if (kind == NODE_ITEM)
        return &item;
    if (kind == NODE_FOOTNOTE_REFERENCE)
        return &reference;
    return kind == NODE_FOOTNOTE ? &footnote : NULL;
}
