/* lib/mail/html.c */
#include "mail/html.h"

#include "mail/adapt.h"
#include "mail/style.h"
#include "markup/plain.h"
#include "text/html.h"

typedef struct Writer {
    Buf *out;
    bool right_to_left;
    const Node *link; /* the one we are in, or NULL: HTML has no links in links */
} Writer;

/* Whether an element's children follow. */
typedef enum Descent { CHILDREN, NO_CHILDREN } Descent;

/* --- elements that are a name and a style --- */

static const struct Form {
    const char *name;
    MailStyle style;
    const char *after; /* behind its end */
} forms[NODE_ELEMENT + 1] = {
    [NODE_PARAGRAPH] = { "p", STYLE_PARAGRAPH, "\n" }, [NODE_QUOTE] = { "blockquote", STYLE_QUOTE, "\n" },
    [NODE_ITEM] = { "li", STYLE_ITEM, "\n" },          [NODE_TABLE_ROW] = { "tr", STYLE_NONE, "\n" },
    [NODE_EMPHASIS] = { "em", STYLE_NONE, "" },        [NODE_STRONG] = { "strong", STYLE_NONE, "" },
    [NODE_STRIKETHROUGH] = { "s", STYLE_NONE, "" },
};

/* What authors' own HTML becomes; what is not here leaves only its children. */
static const struct Element {
    Str name;
    const char *becomes;
    MailStyle style;
} elements[] = {
    { STR_INIT("abbr"), "abbr", STYLE_NONE },
    { STR_INIT("address"), "div", STYLE_BLOCK },
    { STR_INIT("bdi"), "bdi", STYLE_NONE },
    { STR_INIT("bdo"), "bdo", STYLE_NONE },
    { STR_INIT("cite"), "cite", STYLE_NONE },
    { STR_INIT("dd"), "dd", STYLE_ITEM },
    { STR_INIT("details"), "div", STYLE_BLOCK },
    { STR_INIT("dfn"), "dfn", STYLE_NONE },
    { STR_INIT("div"), "div", STYLE_BLOCK },
    { STR_INIT("dl"), "dl", STYLE_PARAGRAPH },
    { STR_INIT("dt"), "dt", STYLE_NONE },
    { STR_INIT("figcaption"), "div", STYLE_CAPTION },
    { STR_INIT("figure"), "div", STYLE_BLOCK },
    { STR_INIT("ins"), "ins", STYLE_NONE },
    { STR_INIT("kbd"), "kbd", STYLE_NONE },
    { STR_INIT("mark"), "mark", STYLE_NONE },
    { STR_INIT("q"), "q", STYLE_NONE },
    { STR_INIT("rp"), "rp", STYLE_NONE },
    { STR_INIT("rt"), "rt", STYLE_NONE },
    { STR_INIT("ruby"), "ruby", STYLE_NONE },
    { STR_INIT("samp"), "samp", STYLE_NONE },
    { STR_INIT("small"), "small", STYLE_NONE },
    { STR_INIT("span"), "span", STYLE_NONE },
    { STR_INIT("sub"), "sub", STYLE_NONE },
    { STR_INIT("summary"), "div", STYLE_CAPTION },
    { STR_INIT("sup"), "sup", STYLE_NONE },
    { STR_INIT("time"), "span", STYLE_NONE },
    { STR_INIT("u"), "u", STYLE_NONE },
    { STR_INIT("var"), "var", STYLE_NONE },
};
enum { ELEMENT_COUNT = sizeof(elements) / sizeof(elements[0]) };

static const struct Element *find_element(Str name)
{
    for (size_t i = 0; i < ELEMENT_COUNT; i++) {
        if (str_eq_nocase(elements[i].name, name))
            return &elements[i];
    }
    return NULL;
}

static void put_end(Buf *out, const char *name, const char *after)
{
    buf_put_format(out, "</%s>%s", name, after);
}

/* `lang` and `dir` are the only attributes of the author's that mean something in a mail. */
static void put_language(Buf *out, const Node *node)
{
    static const char *const names[] = { "lang", "dir" };

    for (size_t i = 0; i < 2; i++) {
        Str value = node_attribute(node, str_from(names[i]));
        if (value.len == 0)
            continue;
        buf_put_format(out, " %s=\"", names[i]);
        html_put_attribute(out, value);
        buf_put_char(out, '"');
    }
}

static void put_start(Buf *out, const char *name, MailStyle style, const Node *node)
{
    buf_put_format(out, "<%s", name);
    put_language(out, node);
    style_put(out, style, STR(""));
    buf_put_char(out, '>');
}

/* --- lists and notes --- */

static void put_list_start(Buf *out, const Node *list)
{
    buf_put(out, list->list.ordered ? STR("<ol") : STR("<ul"));
    if (list->list.ordered && list->list.start != 1)
        buf_put_format(out, " start=\"%d\"", list->list.start);
    style_put(out, STYLE_LIST, STR(""));
    buf_put(out, STR(">\n"));
}

static void put_item_start(Buf *out, const Node *item)
{
    put_start(out, "li", STYLE_ITEM, item);
    if (item->item.task)
        buf_put(out, item->item.checked ? STR("\xe2\x98\x91 ") : STR("\xe2\x98\x90 ")); /* ballot boxes */
}

static void put_footnote_start(Buf *out, const Node *note)
{
    if (note->previous == NULL || note->previous->kind != NODE_FOOTNOTE) {
        buf_put(out, STR("<ol"));
        style_put(out, STYLE_NOTES, STR(""));
        buf_put(out, STR(">\n"));
    }
    buf_put_format(out, "<li value=\"%d\">", note->footnote.number);
}

static void put_footnote_end(Buf *out, const Node *note)
{
    buf_put(out, STR("</li>\n"));
    if (note->next == NULL || note->next->kind != NODE_FOOTNOTE)
        buf_put(out, STR("</ol>\n"));
}

/* Paragraphs of a tight list are no paragraphs. */
static bool is_tight(const Node *paragraph)
{
    const Node *item = paragraph->parent;

    return item->kind == NODE_ITEM && item->parent != NULL && item->parent->kind == NODE_LIST
           && item->parent->list.tight;
}

/* --- tables --- */

static bool has_header(const Node *table)
{
    for (const Node *row = table->first; row != NULL; row = row->next) {
        if (row->kind == NODE_TABLE_ROW && row->row.header)
            return true;
    }
    return false;
}

/* A table without headers is layout, as far as we can know. */
static void put_table_start(Buf *out, const Node *table)
{
    buf_put(out, has_header(table) ? STR("<table") : STR("<table role=\"presentation\""));
    style_put(out, STYLE_TABLE, STR(""));
    buf_put(out, STR(">\n"));
}

static const char *cell_name(const Node *cell)
{
    return cell->parent->kind == NODE_TABLE_ROW && cell->parent->row.header ? "th" : "td";
}

/* How many columns or rows a cell of the author's own HTML takes, of those a mail has room for. */
static void put_span(Buf *out, const Node *cell, const char *name)
{
    Str value = node_attribute(cell, str_from(name));

    if (value.len > 0 && value.len <= 2 && char_is_digit(str_at(value, 0))
        && char_is_digit(str_at(value, value.len - 1)))
        buf_put_format(out, " %s=\"" STR_FMT "\"", name, STR_ARG(value));
}

static void put_cell_start(Buf *out, const Node *cell)
{
    static const Str aligns[] = { [ALIGN_NONE] = STR_INIT(""),
                                  [ALIGN_LEFT] = STR_INIT("text-align:left;"),
                                  [ALIGN_CENTER] = STR_INIT("text-align:center;"),
                                  [ALIGN_RIGHT] = STR_INIT("text-align:right;") };
    const char *name = cell_name(cell);

    buf_put_format(out, "<%s", name);
    if (name[1] == 'h')
        buf_put(out, STR(" scope=\"col\""));
    put_span(out, cell, "colspan");
    put_span(out, cell, "rowspan");
    style_put(out, name[1] == 'h' ? STYLE_HEADER_CELL : STYLE_CELL, aligns[cell->cell.align]);
    buf_put_char(out, '>');
}

/* --- inlines --- */

static Str words_of(const Node *node, Arena *arena)
{
    Buf words = { .arena = arena };

    render_words(&words, node);
    return buf_str(&words);
}

/* Attribute and style together: Outlook knows only the attribute, and would else show a large image in full; all others
 * show a small one in its own size. */
static void put_image(Buf *out, const Node *image)
{
    Str given = node_attribute(image, STR("width"));
    int width = 0;

    for (size_t i = 0; i < given.len && char_is_digit(str_at(given, i)) && width < STYLE_CONTENT_WIDTH; i++)
        width = width * 10 + (given.data[i] - '0');
    bool known = width > 1 && width < STYLE_CONTENT_WIDTH && !str_ends_with(given, STR("%"));
    width = known ? width : STYLE_CONTENT_WIDTH;
    buf_put(out, STR("<img src=\""));
    html_put_url(out, image->link.url);
    buf_put(out, STR("\" alt=\""));
    html_put_attribute(out, words_of(image, out->arena));
    buf_put_format(out, "\" width=\"%d\"", width);
    style_put(out, STYLE_IMAGE, known ? arena_format(out->arena, "width:%dpx;", width) : STR("width:auto;"));
    buf_put_char(out, '>');
}

static void put_link_start(Writer *writer, const Node *link)
{
    if (writer->link != NULL || !adapt_url_is_linkable(link->link.url))
        return;
    writer->link = link;
    buf_put(writer->out, STR("<a href=\""));
    html_put_url(writer->out, link->link.url);
    buf_put_char(writer->out, '"');
    style_put(writer->out, STYLE_LINK, STR(""));
    buf_put_char(writer->out, '>');
}

static void put_link_end(Writer *writer, const Node *link)
{
    if (writer->link == link) {
        buf_put(writer->out, STR("</a>"));
        writer->link = NULL;
    } else if (!link->link.autolink && !str_eq(words_of(link, writer->out->arena), link->link.url)) {
        buf_put(writer->out, STR(" ("));
        html_put_text(writer->out, link->link.url);
        buf_put_char(writer->out, ')');
    }
}

static void put_code(Buf *out, const Node *node, bool block)
{
    buf_put(out, block ? STR("<pre") : STR("<code"));
    style_put(out, block ? STYLE_CODE_BLOCK : STYLE_CODE, STR(""));
    buf_put(out, block ? STR("><code>") : STR(">"));
    html_put_text(out, node->text);
    buf_put(out, block ? STR("</code></pre>\n") : STR("</code>"));
}

/* --- the walk --- */

static Descent enter_block(Writer *writer, const Node *node)
{
    Buf *out = writer->out;

    switch ((int)node->kind) {
    case NODE_HEADING:
        buf_put_format(out, "<h%d", node->heading.level);
        style_put(out, (MailStyle)(STYLE_HEADING_3 + (node->heading.level < 3 ? 0 : node->heading.level - 3)), STR(""));
        buf_put_char(out, '>');
        return CHILDREN;
    case NODE_QUOTE:
        buf_put(out, STR("<blockquote"));
        style_put(out, STYLE_QUOTE,
                  writer->right_to_left ? STR("border-width:0 4px 0 0;") : STR("border-width:0 0 0 4px;"));
        buf_put_char(out, '>');
        return CHILDREN;
    case NODE_LIST:
        put_list_start(out, node);
        return CHILDREN;
    case NODE_ITEM:
        put_item_start(out, node);
        return CHILDREN;
    case NODE_FOOTNOTE:
        put_footnote_start(out, node);
        return CHILDREN;
    case NODE_TABLE:
        put_table_start(out, node);
        return CHILDREN;
    case NODE_TABLE_CELL:
        put_cell_start(out, node);
        return CHILDREN;
    case NODE_CODE_BLOCK:
        put_code(out, node, true);
        return NO_CHILDREN;
    case NODE_RULE:
        buf_put(out, STR("<hr"));
        style_put(out, STYLE_RULE, STR(""));
        buf_put(out, STR(">\n"));
        return NO_CHILDREN;
    default:
        if (forms[node->kind].name != NULL && !(node->kind == NODE_PARAGRAPH && is_tight(node)))
            put_start(out, forms[node->kind].name, forms[node->kind].style, node);
        return CHILDREN;
    }
}

static Descent enter(Writer *writer, const Node *node)
{
    Buf *out = writer->out;
    const struct Element *element;

    switch ((int)node->kind) {
    case NODE_TEXT:
        html_put_text(out, node->text);
        return NO_CHILDREN;
    case NODE_SOFT_BREAK:
        buf_put_char(out, '\n');
        return NO_CHILDREN;
    case NODE_HARD_BREAK:
        buf_put(out, STR("<br>\n"));
        return NO_CHILDREN;
    case NODE_CODE:
        put_code(out, node, false);
        return NO_CHILDREN;
    case NODE_IMAGE:
        put_image(out, node);
        return NO_CHILDREN;
    case NODE_FOOTNOTE_REFERENCE:
        buf_put_format(out, "<sup>%d</sup>", node->footnote.number);
        return NO_CHILDREN;
    case NODE_HTML:
    case NODE_HTML_BLOCK:
        return NO_CHILDREN;
    case NODE_LINK:
        put_link_start(writer, node);
        return CHILDREN;
    case NODE_ELEMENT:
    case NODE_ELEMENT_BLOCK:
        element = find_element(node->text);
        if (element != NULL)
            put_start(out, element->becomes, element->style, node);
        return CHILDREN;
    default:
        return enter_block(writer, node);
    }
}

static void leave(Writer *writer, const Node *node)
{
    Buf *out = writer->out;
    const struct Element *element;

    switch ((int)node->kind) {
    case NODE_HEADING:
        buf_put_format(out, "</h%d>\n", node->heading.level);
        break;
    case NODE_LIST:
        put_end(out, node->list.ordered ? "ol" : "ul", "\n");
        break;
    case NODE_FOOTNOTE:
        put_footnote_end(out, node);
        break;
    case NODE_TABLE:
        put_end(out, "table", "\n");
        break;
    case NODE_TABLE_CELL:
        put_end(out, cell_name(node), "\n");
        break;
    case NODE_LINK:
        put_link_end(writer, node);
        break;
    case NODE_ELEMENT:
    case NODE_ELEMENT_BLOCK:
        element = find_element(node->text);
        if (element != NULL)
            put_end(out, element->becomes, node->kind == NODE_ELEMENT ? "" : "\n");
        break;
    default:
        if (node->kind == NODE_PARAGRAPH && is_tight(node))
            buf_put(out, node->next != NULL ? STR("\n") : STR(""));
        else if (forms[node->kind].name != NULL)
            put_end(out, forms[node->kind].name, forms[node->kind].after);
        break;
    }
}

void mail_put_html(Buf *out, const Document *document, bool right_to_left)
{
    Writer writer = { .out = out, .right_to_left = right_to_left };
    const Node *root = document->root;

    for (const Node *node = root->first; node != NULL;) {
        if (enter(&writer, node) == CHILDREN) {
            if (node->first != NULL) {
                node = node->first;
                continue;
            }
            leave(&writer, node);
        }
        while (node->next == NULL && node->parent != root) {
            node = node->parent;
            leave(&writer, node);
        }
        node = node->next;
    }
}
