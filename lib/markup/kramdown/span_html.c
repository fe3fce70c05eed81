/* lib/markup/kramdown/span_html.c - HTML within text, and attribute lists beside spans. */
#include "markup/kramdown/extensions.h"
#include "markup/kramdown/html_tag.h"
#include "markup/kramdown/scan.h"
#include "markup/kramdown/spans.h"

/* Line ends in an attribute are spaces. */
static Str fold_lines(Parser *parser, Str value)
{
    if (str_find_char(value, '\n', 0) == STR_NONE)
        return value;
    Buf out = { .arena = parser->arena };
    for (size_t i = 0; i < value.len; i++) {
        if (value.data[i] != '\n')
            buf_put_char(&out, value.data[i]);
        else if (str_at(value, i + 1) != '\n')
            buf_put_char(&out, ' ');
    }
    return buf_str(&out);
}

/* Gives the attributes to the node; true when what stands in it is Markdown. */
static bool read_attributes(SpanReader *spans, Node *node, const Tag *tag)
{
    Parser *parser = spans->parser;
    Ial attributes = { 0 };
    bool can = html_model(node->text) != HTML_RAW;
    bool is_markdown = can && !spans->only_html && !parser->options.no_span_html;

    tag_read_attributes(parser, &attributes, tag, html_is_known(node->text));
    for (size_t i = 0; i < attributes.attributes.len; i++) {
        const Attribute *attribute = &attributes.attributes.items[i];
        if (!str_eq(attribute->name, STR("markdown"))) {
            Str value = unescape(parser, fold_lines(parser, attribute->value));
            if (!str_eq(attribute->name, STR("id")) || str_trim(value).len > 0)
                node_set_attribute(node, parser->arena, attribute->name, value);
            continue;
        }
        if (str_eq(attribute->value, STR("1")))
            is_markdown = can;
        else if (str_eq(attribute->value, STR("0")))
            is_markdown = false;
        else if (str_eq(attribute->value, STR("span")))
            is_markdown = true;
    }
    return is_markdown;
}

/* An element goes on to its end tag; without one, to the end of the text. */
static void read_content(SpanReader *spans, Node *node, bool is_markdown)
{
    Stop stop = { .kind = STOP_TAG, .name = node->text };
    bool outer = spans->only_html;

    spans->only_html = !is_markdown;
    spans->elements++;
    spans->depth++;
    if (read_spans(spans, node, &stop)) {
        spans->at = stop.tag_end;
    } else {
        put_unescaped(spans, node, spans->at, spans->text.len);
        spans->at = spans->text.len;
    }
    spans->depth--;
    spans->elements--;
    spans->only_html = outer;
}

static bool read_element(SpanReader *spans)
{
    enum { DEEPEST = 60 };
    Parser *parser = spans->parser;
    Tag tag;

    if (!tag_read(&tag, spans->text, spans->at))
        return false;
    size_t start = spans->at;
    Str name = lower_name(parser, tag.name);
    spans->at = tag.end;
    if (html_is_block(name) || spans->depth >= DEEPEST) {
        put_unescaped(spans, spans->tree, start, tag.end);
        return true;
    }
    Node *node = span_add(spans, NODE_ELEMENT, start, tag.end);
    node->text = name;
    parser->document->has_raw_html = true;
    bool is_markdown = read_attributes(spans, node, &tag);
    node->element.raw = !is_markdown;
    if (!tag.closed && !html_is_void(name))
        read_content(spans, node, is_markdown);
    span_end(spans, node, spans->at);
    return true;
}

static void put_raw(SpanReader *spans, Str html, size_t end)
{
    Node *node = span_add(spans, NODE_HTML, spans->at, end);

    node->text = html;
    spans->parser->document->has_raw_html = true;
    spans->at = end;
}

bool read_html(SpanReader *spans)
{
    Str text = spans->text;
    size_t at = spans->at;
    Str name;

    if (str_eq(str_slice(text, at, at + 4), STR("<!--"))) {
        size_t close = sought_find(&spans->reader.comment, text, STR("-->"), at + 4);
        if (close == STR_NONE)
            return false;
        put_raw(spans, str_slice(text, at, close + 3), close + 3);
        return true;
    }
    size_t end = tag_read_end(&name, text, at);
    if (end == 0)
        return read_element(spans);
    put_text(spans, spans->tree, at, end);
    spans->at = end;
    return true;
}

/* --- {: .class} --- */

static bool read_extension(SpanReader *spans)
{
    Extension extension;
    Str text = spans->text;

    if (!extension_read(&extension, &spans->reader, spans->at, false) || !extension_apply(spans->parser, &extension))
        return false;
    Str body = str_slice(text, extension.body_start, extension.body_end);
    if (extension.has_body)
        put_raw(spans, extension_text(spans->parser, &extension, body), extension.end);
    spans->at = extension.end;
    return true;
}

static bool takes_list(const Node *node)
{
    return node != NULL && node->kind != NODE_SOFT_BREAK && node->kind != NODE_HARD_BREAK
           && (node->kind != NODE_TEXT || node->literal.made);
}

bool read_list(SpanReader *spans)
{
    Parser *parser = spans->parser;
    Str text = spans->text;
    size_t start = spans->at + 2;
    int first = str_at(text, start);
    Ial ial = { 0 };

    if ((first == ':' || first == '/') && extension_begins(&spans->reader, spans->at))
        return first == ':' && read_extension(spans);
    size_t close = ial_close(&spans->reader, start);
    if (close == STR_NONE || close == start || !takes_list(spans->tree->last))
        return false;
    ial_read(parser, &ial, str_slice(text, start, close));
    ial_apply(parser, spans->tree->last, &ial);
    if (ial_has_ref(&ial, STR("standalone")))
        parser->standalone = spans->tree->last;
    spans->at = close + 1;
    return true;
}
