/* lib/markup/kramdown/build_html.c - HTML as kramdown prints it: closed, its attributes quoted. */
#include "markup/kramdown/build.h"
#include "markup/kramdown/html_tag.h"

static Ial all_attributes(Parser *parser, const Block *element)
{
    Ial all = { 0 };

    ial_resolve(parser, &all, element->own);
    ial_resolve(parser, &all, element->ial);
    return all;
}

static void print(Parser *parser, Buf *out, const Block *block)
{
    if (block->kind == BLOCK_VERBATIM) {
        buf_put(out, block->text.text);
        return;
    }
    if (block->kind == BLOCK_HTML_TEXT) {
        html_put_kept_text(out, block->text.text);
        return;
    }
    Ial attributes = all_attributes(parser, block);
    buf_put_char(out, '<');
    buf_put(out, block->html.name);
    html_put_kept_attributes(out, &attributes);
    if (block->html.closed) {
        buf_put(out, STR(" />"));
        return;
    }
    buf_put_char(out, '>');
    for (const Block *child = block->first; child != NULL; child = child->next)
        print(parser, out, child);
    buf_put(out, STR("</"));
    buf_put(out, block->html.name);
    buf_put_char(out, '>');
}

static bool is_within(const Block *block)
{
    return block->parent != NULL && block->parent->kind == BLOCK_HTML && block->parent->html.model == HTML_RAW;
}

static Node *build_raw(Parser *parser, Node *into, const Block *block)
{
    Node *node = node_new(parser->arena, is_within(block) ? NODE_HTML : NODE_HTML_BLOCK);
    Buf out = { .arena = parser->arena };

    node->start = block->start;
    node->end = block->end;
    if (block->kind == BLOCK_VERBATIM) {
        node->text = block->text.text;
    } else {
        print(parser, &out, block);
        node->text = buf_str(&out);
    }
    node_append(into, node);
    return node;
}

void build_html(Parser *parser, Node *into, const Block *block)
{
    parser->document->has_raw_html = true;
    if (block->kind != BLOCK_HTML || !block->html.mixed) {
        build_raw(parser, into, block);
        return;
    }
    Ial attributes = all_attributes(parser, block);
    bool flows = html_is_span(block->html.name) || (is_within(block) && !html_is_block(block->html.name));
    Node *node = node_new(parser->arena, flows ? NODE_ELEMENT : NODE_ELEMENT_BLOCK);
    node->start = block->start;
    node->end = block->end;
    node->text = block->html.name;
    node->element.raw = block->html.model == HTML_RAW;
    for (size_t i = 0; i < attributes.attributes.len; i++) {
        const Attribute *attribute = &attributes.attributes.items[i];
        node_set_attribute(node, parser->arena, attribute->name, unescape(parser, attribute->value));
    }
    node_append(into, node);
    bool outer = parser->in_element;
    parser->in_element = true;
    if (block->html.model == HTML_SPAN)
        parse_spans(parser, node, block->text);
    else
        build_children(parser, node, block);
    parser->in_element = outer;
}
