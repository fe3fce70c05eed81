/* lib/markup/html_kramdown.c - what kramdown writes otherwise: code, tasks, footnotes. */
#include "markup/highlight.h"
#include "markup/html_writer.h"
#include "markup/rouge_names.h"
#include "text/html.h"

/* --- code --- */

/* All attributes but the class, which is written with those that kramdown and rouge add. */
static void put_attributes(HtmlWriter *w, const Node *node, Str language, Str class)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        const Attribute *attribute = &node->attributes[i];
        if (!str_eq(attribute->name, STR("class")))
            html_put_named_attribute(w, attribute->name, attribute->value);
    }
    buf_put(w->out, STR(" class=\"language-"));
    html_put_attribute(w->out, language);
    if (class.len > 0)
        buf_put_char(w->out, ' ');
    html_put_attribute(w->out, class);
    buf_put(w->out, STR(" highlighter-rouge\""));
}

static void put_plain_block(HtmlWriter *w, const Node *node, Str language)
{
    html_put_open(w, STR("pre"), node);
    buf_put(w->out, STR("<code class=\"language-"));
    html_put_attribute(w->out, language);
    buf_put(w->out, STR("\">"));
    html_put_text(w->out, node->text);
    buf_put(w->out, STR("</code></pre>\n"));
}

/* A language that has no lexer here is plain text in the same wrapper. */
static void put_highlighted(HtmlWriter *w, Str language, Str code)
{
    if (!highlight_put(w->out, language, code))
        html_put_text(w->out, code);
}

static void put_code_block(HtmlWriter *w, const Node *node)
{
    Str language = node->code.info.len > 0 ? node->code.info : STR("plaintext");

    html_put_line(w);
    if (!rouge_has_language(language)) {
        put_plain_block(w, node, language);
        return;
    }
    buf_put(w->out, STR("<div"));
    put_attributes(w, node, language, node_attribute(node, STR("class")));
    buf_put(w->out, STR("><div class=\"highlight\"><pre class=\"highlight\"><code>"));
    put_highlighted(w, language, node->text);
    buf_put(w->out, STR("</code></pre></div></div>\n"));
}

/* The language that the class `language-name` of inline code gives, which then stays where it is. */
static Str language_of(Str class)
{
    size_t at = str_find(class, STR("language-"), 0);
    size_t end = at == STR_NONE ? class.len : at + 9;
    size_t start = end;

    while (end < class.len && !char_is_space(class.data[end]))
        end++;
    return str_slice(class, start, end);
}

static void put_code(HtmlWriter *w, const Node *node)
{
    Str class = node_attribute(node, STR("class"));
    Str language = language_of(class);

    buf_put(w->out, STR("<code"));
    if (language.len > 0 && !rouge_has_language(language)) {
        html_put_node_attributes(w, node);
    } else if (language.len > 0) {
        html_put_node_attributes(w, node);
        w->out->len--; /* the class is what code has, and comes last */
        buf_put(w->out, STR(" highlighter-rouge\""));
    } else {
        put_attributes(w, node, STR("plaintext"), class);
    }
    buf_put_char(w->out, '>');
    put_highlighted(w, language, node->text);
    buf_put(w->out, STR("</code>"));
}

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

static void put_reference(HtmlWriter *w, const Node *node)
{
    Str label = node->footnote.label;

    buf_put(w->out, STR("<sup"));
    html_put_id(w, reference_id(w, label, node->footnote.occurrence));
    buf_put(w->out, STR(" role=\"doc-noteref\">"));
    put_link(w, arena_join(&w->scratch, STR("fn:"), label, (Str){ 0 }));
    buf_put(w->out, STR(" class=\"footnote\" rel=\"footnote\">"));
    buf_put_int(w->out, node->footnote.number);
    buf_put(w->out, STR("</a></sup>"));
}

static bool ends_with_paragraph(const Node *note)
{
    return note->last != NULL && note->last->kind == NODE_PARAGRAPH && !note->last->paragraph.bare;
}

void html_put_kramdown_backlinks(HtmlWriter *w, const Node *node)
{
    for (int i = 1; i <= node->footnote.occurrence; i++) {
        if (i > 1 || ends_with_paragraph(node))
            buf_put(w->out, STR("\u00A0"));
        put_link(w, reference_id(w, node->footnote.label, i));
        buf_put(w->out, STR(" class=\"reversefootnote\" role=\"doc-backlink\">\u21A9"));
        if (i > 1)
            buf_put_format(w->out, "<sup>%d</sup>", i);
        buf_put(w->out, STR("</a>"));
    }
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
    if (!ends_with_paragraph(node)) {
        buf_put(w->out, STR("<p>"));
        html_put_kramdown_backlinks(w, node);
        buf_put(w->out, STR("</p>\n"));
    }
    buf_put(w->out, STR("</li>\n"));
    if (node->next == NULL || node->next->kind != NODE_FOOTNOTE)
        buf_put(w->out, STR("</ol>\n</div>\n"));
}

const HtmlForm *html_kramdown_form(NodeKind kind)
{
    static const HtmlForm code_block = { put_code_block, NULL, STR_INIT("") };
    static const HtmlForm code = { put_code, NULL, STR_INIT("") };
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
