/* lib/markup/html.c */
#include "markup/html.h"

#include "markup/html_writer.h"
#include "text/html.h"

void html_put_line(HtmlWriter *w)
{
    if (w->out->len > w->start && w->out->data[w->out->len - 1] != '\n')
        buf_put_char(w->out, '\n');
}

/* In a tight list, items show their text without a paragraph around it. */
static bool is_tight(const Node *paragraph)
{
    const Node *item = paragraph->parent;
    if (paragraph->paragraph.bare)
        return true;
    return item != NULL && item->kind == NODE_ITEM && item->parent != NULL && item->parent->kind == NODE_LIST
           && item->parent->list.tight;
}

static void open_paragraph(HtmlWriter *w, const Node *node)
{
    if (node->paragraph.bare && node->previous != NULL)
        html_put_line(w);
    if (!is_tight(node)) {
        html_put_line(w);
        html_put_open(w, STR("p"), node);
    }
    if (w->dialect == DIALECT_KRAMDOWN)
        html_put_kramdown_task(w, node);
}

static void close_paragraph(HtmlWriter *w, const Node *node)
{
    if (w->dialect == DIALECT_KRAMDOWN)
        html_put_inner_backlinks(w, node);
    else if (node->parent != NULL && node->parent->kind == NODE_FOOTNOTE && node->next == NULL)
        html_put_backlinks(w, node->parent);
    if (!is_tight(node))
        buf_put(w->out, STR("</p>\n"));
}

static const Str heading_names[] = { STR_INIT("h1"), STR_INIT("h1"), STR_INIT("h2"), STR_INIT("h3"),
                                     STR_INIT("h4"), STR_INIT("h5"), STR_INIT("h6") };

static void open_heading(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    html_put_open(w, heading_names[node->heading.level], node);
    if (w->dialect == DIALECT_KRAMDOWN)
        html_put_heading_link(w, node);
}

static void close_heading(HtmlWriter *w, const Node *node)
{
    if (w->dialect == DIALECT_KRAMDOWN)
        html_put_inner_backlinks(w, node);
    html_put_close(w, heading_names[node->heading.level]);
    buf_put_char(w->out, '\n');
}

static void open_quote(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    html_put_open(w, STR("blockquote"), node);
    buf_put_char(w->out, '\n');
}

static void close_quote(HtmlWriter *w, const Node *node)
{
    (void)node;
    html_put_line(w);
    buf_put(w->out, STR("</blockquote>\n"));
}

static void open_list(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    buf_put(w->out, node->list.ordered ? STR("<ol") : STR("<ul"));
    if (node->list.ordered && node->list.start != 1) {
        buf_put(w->out, STR(" start=\""));
        buf_put_int(w->out, node->list.start);
        buf_put_char(w->out, '"');
    }
    html_put_node_attributes(w, node);
    buf_put(w->out, STR(">\n"));
}

static void close_list(HtmlWriter *w, const Node *node)
{
    buf_put(w->out, node->list.ordered ? STR("</ol>\n") : STR("</ul>\n"));
}

static void open_item(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    html_put_open(w, STR("li"), node);
    if (node->item.task && node->item.checked)
        buf_put(w->out, STR("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "));
    else if (node->item.task)
        buf_put(w->out, STR("<input type=\"checkbox\" disabled=\"\" /> "));
}

static void close_item(HtmlWriter *w, const Node *node)
{
    (void)node;
    buf_put(w->out, STR("</li>\n"));
}

static void put_code_block(HtmlWriter *w, const Node *node)
{
    Str language = node->code.info;
    size_t end = 0;

    while (end < language.len && !char_is_space(language.data[end]))
        end++;
    html_put_line(w);
    html_put_open(w, STR("pre"), node);
    buf_put(w->out, STR("<code"));
    if (end > 0) {
        buf_put(w->out, STR(" class=\"language-"));
        html_put_attribute(w->out, str_slice(language, 0, end));
        buf_put_char(w->out, '"');
    }
    buf_put_char(w->out, '>');
    html_put_text(w->out, node->text);
    buf_put(w->out, STR("</code></pre>\n"));
}

static void put_rule(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    buf_put(w->out, STR("<hr"));
    html_put_node_attributes(w, node);
    buf_put(w->out, STR(" />\n"));
}

static void put_raw(HtmlWriter *w, const Node *node)
{
    if (w->options->plain_raw_html)
        html_put_text(w->out, node->text);
    else
        buf_put(w->out, node->text);
}

static void put_raw_block(HtmlWriter *w, const Node *node)
{
    html_put_line(w);
    put_raw(w, node);
    html_put_line(w);
}

static void put_text(HtmlWriter *w, const Node *node)
{
    if (node->literal.html.len > 0 && w->kramdown->entities != ENTITY_AS_CHAR)
        buf_put(w->out, node->literal.html);
    else
        html_put_text(w->out, node->text);
}

static void put_soft_break(HtmlWriter *w, const Node *node)
{
    (void)node;
    buf_put_char(w->out, '\n');
}

static void put_hard_break(HtmlWriter *w, const Node *node)
{
    (void)node;
    buf_put(w->out, STR("<br />\n"));
}

static void put_code(HtmlWriter *w, const Node *node)
{
    html_put_open(w, STR("code"), node);
    html_put_text(w->out, node->text);
    buf_put(w->out, STR("</code>"));
}

static void open_link(HtmlWriter *w, const Node *node)
{
    buf_put(w->out, STR("<a"));
    html_put_url_attribute(w, STR("href"), node->link.url);
    if (node->link.title.len > 0)
        html_put_named_attribute(w, STR("title"), node->link.title);
    html_put_node_attributes(w, node);
    buf_put_char(w->out, '>');
}

static void put_alternative(HtmlWriter *w, const Node *image)
{
    for (const Node *node = image->first; node != NULL; node = node_next(image, node)) {
        if (node->kind == NODE_SOFT_BREAK || node->kind == NODE_HARD_BREAK)
            buf_put_char(w->out, ' ');
        else if (node->kind == NODE_TEXT || node->kind == NODE_CODE || node->kind == NODE_HTML)
            html_put_attribute(w->out, node->text);
    }
}

static void put_image(HtmlWriter *w, const Node *node)
{
    buf_put(w->out, STR("<img"));
    html_put_url_attribute(w, STR("src"), node->link.url);
    buf_put(w->out, STR(" alt=\""));
    put_alternative(w, node);
    buf_put_char(w->out, '"');
    if (node->link.title.len > 0)
        html_put_named_attribute(w, STR("title"), node->link.title);
    html_put_node_attributes(w, node);
    buf_put(w->out, STR(" />"));
}

/* An element that has no content, and no end tag. */
static bool is_void(Str name)
{
    static const Str names[] = {
        STR_INIT("area"),  STR_INIT("base"), STR_INIT("br"),    STR_INIT("col"),    STR_INIT("embed"),
        STR_INIT("hr"),    STR_INIT("img"),  STR_INIT("input"), STR_INIT("link"),   STR_INIT("meta"),
        STR_INIT("param"), STR_INIT("wbr"),  STR_INIT("track"), STR_INIT("source"), STR_INIT("keygen"),
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_eq(name, names[i]))
            return true;
    }
    return false;
}

/* In raw HTML, every newline is the author's. */
static bool stands_in_lines(const Node *node)
{
    const Node *parent = node->parent;
    bool in_element = parent != NULL && (parent->kind == NODE_ELEMENT || parent->kind == NODE_ELEMENT_BLOCK);
    return node->kind == NODE_ELEMENT_BLOCK && !(in_element && parent->element.raw);
}

static void open_element(HtmlWriter *w, const Node *node)
{
    if (stands_in_lines(node))
        html_put_line(w);
    if (!is_void(node->text)) {
        html_put_open(w, node->text, node);
        return;
    }
    buf_put_char(w->out, '<');
    buf_put(w->out, node->text);
    html_put_node_attributes(w, node);
    buf_put(w->out, STR(" />"));
}

static void close_element(HtmlWriter *w, const Node *node)
{
    if (!is_void(node->text))
        html_put_close(w, node->text);
    if (stands_in_lines(node))
        buf_put_char(w->out, '\n');
}

static void open_named(HtmlWriter *w, const Node *node);
static void close_named(HtmlWriter *w, const Node *node);

static const HtmlForm forms[] = {
    [NODE_DOCUMENT] = { NULL, NULL, STR_INIT("") },
    [NODE_PARAGRAPH] = { open_paragraph, close_paragraph, STR_INIT("") },
    [NODE_HEADING] = { open_heading, close_heading, STR_INIT("") },
    [NODE_QUOTE] = { open_quote, close_quote, STR_INIT("") },
    [NODE_LIST] = { open_list, close_list, STR_INIT("") },
    [NODE_ITEM] = { open_item, close_item, STR_INIT("") },
    [NODE_CODE_BLOCK] = { put_code_block, NULL, STR_INIT("") },
    [NODE_RULE] = { put_rule, NULL, STR_INIT("") },
    [NODE_TABLE] = { html_open_table, html_close_table, STR_INIT("") },
    [NODE_TABLE_ROW] = { html_open_row, html_close_row, STR_INIT("") },
    [NODE_TABLE_CELL] = { html_open_cell, html_close_cell, STR_INIT("") },
    [NODE_FOOTNOTE] = { html_open_footnote, html_close_footnote, STR_INIT("") },
    [NODE_HTML_BLOCK] = { put_raw_block, NULL, STR_INIT("") },
    [NODE_ELEMENT_BLOCK] = { open_element, close_element, STR_INIT("") },
    [NODE_TEXT] = { put_text, NULL, STR_INIT("") },
    [NODE_SOFT_BREAK] = { put_soft_break, NULL, STR_INIT("") },
    [NODE_HARD_BREAK] = { put_hard_break, NULL, STR_INIT("") },
    [NODE_CODE] = { put_code, NULL, STR_INIT("") },
    [NODE_EMPHASIS] = { open_named, close_named, STR_INIT("em") },
    [NODE_STRONG] = { open_named, close_named, STR_INIT("strong") },
    [NODE_STRIKETHROUGH] = { open_named, close_named, STR_INIT("del") },
    [NODE_LINK] = { open_link, close_named, STR_INIT("a") },
    [NODE_IMAGE] = { put_image, NULL, STR_INIT("") },
    [NODE_FOOTNOTE_REFERENCE] = { html_open_footnote_reference, NULL, STR_INIT("") },
    [NODE_HTML] = { put_raw, NULL, STR_INIT("") },
    [NODE_ELEMENT] = { open_element, close_element, STR_INIT("") },
};

static void open_named(HtmlWriter *w, const Node *node)
{
    html_put_open(w, forms[node->kind].name, node);
}

static void close_named(HtmlWriter *w, const Node *node)
{
    html_put_close(w, forms[node->kind].name);
}

static const HtmlForm *form_of(const HtmlWriter *w, const Node *node)
{
    const HtmlForm *form = w->dialect == DIALECT_KRAMDOWN ? html_kramdown_form(node->kind) : NULL;
    return form != NULL ? form : &forms[node->kind];
}

static bool opens(HtmlWriter *w, const Node *node)
{
    const HtmlForm *form = form_of(w, node);

    if (form->open != NULL)
        form->open(w, node);
    return form->close != NULL || node->kind == NODE_DOCUMENT;
}

static void close_node(HtmlWriter *w, const Node *node)
{
    const HtmlForm *form = form_of(w, node);
    if (form->close != NULL)
        form->close(w, node);
}

static void write_tree(HtmlWriter *w, const Node *root)
{
    const Node *at = root;

    for (;;) {
        bool open = opens(w, at);
        if (open && at->first != NULL) {
            at = at->first;
            continue;
        }
        if (open)
            close_node(w, at);
        while (at != root && at->next == NULL) {
            at = at->parent;
            close_node(w, at);
        }
        if (at == root)
            return;
        at = at->next;
    }
}

void render_html_node(Buf *out, const Document *document, const Node *node, const HtmlOptions *options)
{
    static const KramdownOptions usual = { 0 };
    HtmlWriter writer = { .out = out, .options = options, .dialect = document->dialect, .start = out->len };

    writer.kramdown = document->kramdown != NULL ? document->kramdown : &usual;
    write_tree(&writer, node);
    arena_free(&writer.scratch);
}

void render_html(Buf *out, const Document *document, const HtmlOptions *options)
{
    render_html_node(out, document, document->root, options);
}
