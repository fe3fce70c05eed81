/* lib/markup/kramdown/signs.c - texts that stand for what was written otherwise take the form that the options give
 * them. That is done last: ids are made of the usual form, and an option may be set behind the text it is about. */
#include "base/utf8.h"
#include "markup/kramdown/build.h"
#include "markup/kramdown/entities.h"
#include "text/html.h"

typedef struct SignWriter {
    Parser *parser;
    const KramdownOptions *options;
    uint32_t points[ENTITIES];
} SignWriter;

static Str name_of(const SignWriter *writer, uint32_t point)
{
    for (size_t i = 0; i < ENTITIES; i++) {
        if (writer->points[i] == point)
            return entity_name(i);
    }
    return (Str){ 0 };
}

static bool is_special(uint32_t point)
{
    return point == '<' || point == '>' || point == '&' || point == '"';
}

static void put_reference(const SignWriter *writer, Buf *out, uint32_t point)
{
    bool named = writer->options->entities == ENTITY_SYMBOLIC || is_special(point);
    Str name = named ? name_of(writer, point) : (Str){ 0 };

    if (name.len > 0)
        buf_put_format(out, "&" STR_FMT ";", STR_ARG(name));
    else
        buf_put_format(out, "&#%u;", point);
}

/* What was written as a reference keeps that form where the options say so. */
static void write_references(const SignWriter *writer, Node *node)
{
    EntityForm form = writer->options->entities;
    Buf out = { .arena = writer->parser->arena };

    if (form == ENTITY_AS_INPUT && node->literal.html.len > 0)
        return;
    for (size_t at = 0; form != ENTITY_AS_CHAR && at < node->text.len;)
        put_reference(writer, &out, (uint32_t)utf8_next(node->text, &at));
    node->literal.html = buf_str(&out);
}

static void write_sign(const SignWriter *writer, Node *node)
{
    Parser *parser = writer->parser;
    int quote = node->literal.sign - SIGN_QUOTES;
    int symbol = node->literal.sign - SIGN_SYMBOLS;

    if (symbol >= 0 && writer->options->symbols[symbol].data != NULL) {
        node->text = unescape(parser, writer->options->symbols[symbol]);
        return;
    }
    if (quote >= 0 && symbol < 0 && writer->options->quotes[quote] != 0) {
        Buf out = { .arena = parser->arena };
        buf_put_utf8(&out, writer->options->quotes[quote]);
        node->text = buf_str(&out);
    }
    write_references(writer, node);
}

/* --- formulas --- */

static void add_class(Parser *parser, Node *node, Str name)
{
    Str given = node_attribute(node, STR("class"));
    Str joiner = given.len > 0 ? STR(" ") : STR("");
    node_set_attribute(node, parser->arena, STR("class"), arena_join(parser->arena, given, joiner, name));
}

/* For MathJax as it is; else, and with attributes, in an element. */
static void write_math(Parser *parser, Node *node)
{
    Arena *arena = parser->arena;
    Str formula = node->text;

    if (node->attribute_count == 0 && !parser->options.no_math) {
        node->text = arena_join(arena, STR("\\("), formula, STR("\\)"));
        return;
    }
    Node *content = node_new(arena, NODE_TEXT);
    content->start = node->start;
    content->end = node->end;
    content->literal.made = true;
    content->text = arena_join(arena, STR("$"), formula, STR("$"));
    node->kind = NODE_ELEMENT;
    node->text = STR("span");
    node->element.raw = true;
    if (parser->options.no_math)
        add_class(parser, node, STR("kdmath"));
    node_append(node, content);
}

Node *build_math_text(Parser *parser, Node *paragraph, Str formula)
{
    bool bare = paragraph->attribute_count == 0 && !parser->options.no_math;
    Str open = parser->options.no_math ? STR("$$\n") : STR("\\[");
    Str close = parser->options.no_math ? STR("\n$$") : STR("\\]\n");
    Node *text = node_new(parser->arena, NODE_TEXT);

    text->start = paragraph->start;
    text->end = paragraph->end;
    text->text = arena_join(parser->arena, open, formula, close);
    text->literal.made = true;
    if (bare) {
        paragraph->paragraph.bare = true;
    } else {
        paragraph->kind = NODE_ELEMENT_BLOCK;
        paragraph->text = STR("div");
    }
    if (parser->options.no_math)
        add_class(parser, paragraph, STR("kdmath"));
    return text;
}

/* --- all of them --- */

static bool is_usual(const Parser *parser)
{
    static const KramdownOptions usual = { 0 };
    const KramdownOptions *options = &parser->options;

    return !parser->has_math && options->entities == usual.entities && !options->join_cjk
           && memcmp(options->quotes, usual.quotes, sizeof(usual.quotes)) == 0
           && memcmp(options->symbols, usual.symbols, sizeof(usual.symbols)) == 0;
}

void write_signs(Parser *parser)
{
    Node *root = parser->document->root;
    SignWriter writer = { .parser = parser, .options = &parser->options };
    Node *next = NULL;

    if (is_usual(parser))
        return;
    for (size_t i = 0; i < ENTITIES; i++)
        writer.points[i] = entity_point(entity_name(i));
    for (Node *node = root; node != NULL; node = next) {
        next = node_next(root, node);
        if (node->kind == NODE_SOFT_BREAK && node->line_end.inside && parser->options.join_cjk)
            node_unlink(node);
        else if (node->kind == NODE_TEXT && node->literal.sign == SIGN_MATH)
            write_math(parser, node);
        else if (node->kind == NODE_TEXT && node->literal.sign != SIGN_NONE)
            write_sign(&writer, node);
    }
}
