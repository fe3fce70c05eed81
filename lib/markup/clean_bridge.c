/* lib/markup/clean_bridge.c - a document as HTML whose elements refer back to its nodes. */
#include "markup/clean_parts.h"
#include "text/html.h"

/* An author's own, as kramdown hands it over. */
static bool is_element(const Node *node)
{
    return node->kind == NODE_ELEMENT || node->kind == NODE_ELEMENT_BLOCK;
}

/* The element that behaves in a parser as the node does in a document. */
static Str element_name(const Node *node)
{
    static const Str headings[] = { STR_INIT("h1"), STR_INIT("h1"), STR_INIT("h2"), STR_INIT("h3"),
                                    STR_INIT("h4"), STR_INIT("h5"), STR_INIT("h6") };
    static const Str names[] = {
        [NODE_PARAGRAPH] = STR_INIT("p"),       [NODE_QUOTE] = STR_INIT("blockquote"),
        [NODE_LIST] = STR_INIT("ul"),           [NODE_ITEM] = STR_INIT("li"),
        [NODE_CODE_BLOCK] = STR_INIT("hr"),     [NODE_RULE] = STR_INIT("hr"),
        [NODE_TABLE] = STR_INIT("table"),       [NODE_TABLE_ROW] = STR_INIT("tr"),
        [NODE_TABLE_CELL] = STR_INIT("td"),     [NODE_FOOTNOTE] = STR_INIT("div"),
        [NODE_EMPHASIS] = STR_INIT("em"),       [NODE_STRONG] = STR_INIT("strong"),
        [NODE_STRIKETHROUGH] = STR_INIT("del"), [NODE_LINK] = STR_INIT("a"),
    };

    if (node->kind == NODE_HEADING)
        return headings[node->heading.level];
    if (is_element(node))
        return node->text;
    if (node->kind < sizeof(names) / sizeof(names[0]) && names[node->kind].len > 0)
        return names[node->kind];
    return STR("wbr");
}

static bool is_leaf(const Node *node)
{
    return clean_action_of(node) == CLEAN_LEAF;
}

static void put_element(Buf *out, const Node *node)
{
    buf_put_char(out, '<');
    buf_put(out, node->text);
    for (size_t i = 0; i < node->attribute_count; i++) {
        buf_put_char(out, ' ');
        buf_put(out, node->attributes[i].name);
        buf_put(out, STR("=\""));
        html_put_attribute(out, node->attributes[i].value);
        buf_put_char(out, '"');
    }
    buf_put_char(out, '>');
}

static void put_open(Buf *out, CleanOriginals *originals, const Node *node, Arena *arena)
{
    switch (node->kind) {
    case NODE_DOCUMENT:
        break;
    case NODE_TEXT:
        html_put_text(out, node->text);
        break;
    case NODE_SOFT_BREAK:
        buf_put_char(out, '\n');
        break;
    case NODE_HTML:
    case NODE_HTML_BLOCK:
        buf_put(out, node->text);
        break;
    case NODE_ELEMENT:
    case NODE_ELEMENT_BLOCK:
        put_element(out, node);
        break;
    default:
        buf_put_char(out, '<');
        buf_put(out, element_name(node));
        buf_put_format(out, " " CLEAN_REFERENCE "=%zu>", originals->len);
        vec_push(arena, originals, (CleanOriginal){ node, 0 });
        break;
    }
}

static void put_close(Buf *out, const Node *node)
{
    static const char without_end[] = "area base br col embed hr img input link meta param source track wbr";

    if (node->kind == NODE_DOCUMENT || node->kind == NODE_HTML || node->kind == NODE_HTML_BLOCK || is_leaf(node)
        || (is_element(node) && clean_is_word_of(node->text, without_end)))
        return;
    buf_put(out, STR("</"));
    buf_put(out, element_name(node));
    buf_put_char(out, '>');
}

void clean_put_bridge(Buf *out, CleanOriginals *originals, const Document *document, Arena *arena)
{
    const Node *at = document->root;

    for (;;) {
        put_open(out, originals, at, arena);
        if (at->first != NULL && !is_leaf(at)) {
            at = at->first;
            continue;
        }
        put_close(out, at);
        while (at != document->root && at->next == NULL) {
            at = at->parent;
            put_close(out, at);
        }
        if (at == document->root)
            return;
        at = at->next;
    }
}
