/* lib/markup/kramdown/html_blocks.c - HTML between the blocks. */
#include "markup/kramdown/html_tag.h"
#include "markup/kramdown/scan.h"

enum { DEEPEST = NODE_MAX_DEPTH - 24 };

static Block *add_piece(Parser *parser, BlockKind kind, size_t start, size_t end)
{
    Block *piece = block_new(parser, kind);

    piece->text = passage_slice(parser->reader->passage, start, end);
    piece->start = passage_origin(&piece->text, 0);
    piece->end = passage_end(&piece->text, end - start);
    block_append(parser->tree, piece);
    return piece;
}

static void skip_line_rest(Reader *reader)
{
    size_t at = reader->at;

    while (str_at(reader->text, at) == ' ' || str_at(reader->text, at) == '\t')
        at++;
    if (str_at(reader->text, at) == '\n')
        reader->at = at + 1;
}

static bool is_raw_element(const Block *block)
{
    return block->kind == BLOCK_HTML && block->html.model == HTML_RAW;
}

static void read_raw(Parser *parser, Block *element);

/* What stands in an element up to its end tag is left to be read as spans. */
static void read_span_body(Parser *parser, Block *element)
{
    Reader *reader = parser->reader;
    size_t start = reader->at;
    size_t close = reader->text.len;
    size_t end = tag_find_end(reader->text, start, element->html.name, &close);

    element->text = passage_slice(reader->passage, start, close);
    reader->at = end > 0 ? end : reader->text.len;
}

/* Scripts and styles end only at their end tag. */
static void read_verbatim_body(Parser *parser, Block *element)
{
    Reader *reader = parser->reader;
    Block *outer = parser->tree;
    size_t close = reader->text.len;
    size_t end = tag_find_end(reader->text, reader->at, element->html.name, &close);

    parser->tree = element;
    add_piece(parser, BLOCK_VERBATIM, reader->at, close);
    parser->tree = outer;
    reader->at = end > 0 ? end : reader->text.len;
}

static void read_body(Parser *parser, Block *element)
{
    parser->depth++;
    if (element->html.model == HTML_SPAN) {
        read_span_body(parser, element);
    } else if (element->html.model == HTML_BLOCK) {
        skip_line_rest(parser->reader);
        parse_blocks(parser, element, NULL);
    } else {
        read_raw(parser, element);
    }
    parser->depth--;
    if (!is_raw_element(parser->tree))
        skip_line_rest(parser->reader);
}

/* Takes `markdown="..."` out of the attributes. */
static HtmlModel cut_model(Ial *attributes, Str name, HtmlModel otherwise)
{
    for (size_t i = 0; i < attributes->attributes.len; i++) {
        Attribute *items = attributes->attributes.items;
        if (!str_eq(items[i].name, STR("markdown")))
            continue;
        HtmlModel model = html_markdown_model(items[i].value, name);
        memmove(&items[i], &items[i + 1], (--attributes->attributes.len - i) * sizeof(*items));
        return model == HTML_MODELS ? otherwise : model;
    }
    return otherwise;
}

static void mark_mixed(Block *element)
{
    for (; element->kind == BLOCK_HTML && !element->html.mixed; element = element->parent)
        element->html.mixed = true;
}

static void read_element(Parser *parser, const Tag *tag, size_t start)
{
    Reader *reader = parser->reader;
    Block *element = block_add(parser, BLOCK_HTML, start, tag->end);
    Str name = lower_name(parser, tag->name);
    bool is_markdown = parser->options.parse_block_html && !is_raw_element(parser->tree);

    element->html.name = name;
    tag_read_attributes(parser, ial_of(parser, &element->own), tag, html_is_known(name));
    element->html.model = cut_model(element->own, name, is_markdown ? html_model(name) : HTML_RAW);
    if (element->html.model != HTML_RAW)
        mark_mixed(element);
    reader->at = tag->end;
    if (str_eq(name, STR("script")) || str_eq(name, STR("style"))) {
        read_verbatim_body(parser, element);
    } else {
        element->html.closed = tag->closed || html_is_void(name);
        if (!element->html.closed)
            read_body(parser, element);
        else if (element->html.model == HTML_BLOCK)
            skip_line_rest(reader);
    }
    element->end = passage_end(&reader->passage, reader->at);
}

/* A comment or an instruction at `at`; 0 when there is none. */
static size_t closed_end(Reader *reader, size_t at)
{
    Str text = reader->text;
    Str here = str_slice(text, at, at + 4);
    size_t close = STR_NONE;

    if (str_eq(here, STR("<!--"))) {
        close = sought_find(&reader->comment, text, STR("-->"), at + 4);
        return close == STR_NONE ? 0 : close + 3;
    }
    if (str_starts_with(here, STR("<?")))
        close = sought_find(&reader->instruction, text, STR("?>"), at + 2);
    return close == STR_NONE ? 0 : close + 2;
}

/* An end tag at `at`; true when it is that of the element. */
static bool read_end_tag(Parser *parser, const Block *element, size_t at, size_t end, Str name)
{
    Str own = element->html.name;
    bool same = html_is_known(own) ? str_eq_nocase(own, name) : str_eq(own, name);

    parser->reader->at = end;
    if (!same)
        add_piece(parser, parser->depth > DEEPEST ? BLOCK_VERBATIM : BLOCK_HTML_TEXT, at, end);
    return same;
}

/* Whatever stands at `<`; true when it ends the element. */
static bool read_markup(Parser *parser, const Block *element, size_t at)
{
    Reader *reader = parser->reader;
    Tag tag;
    Str name;
    size_t end = closed_end(reader, at);

    reader->at = end;
    if (end > 0) {
        add_piece(parser, BLOCK_VERBATIM, at, end);
    } else if (tag_read(&tag, reader->text, at)) {
        reader->at = tag.end;
        if (parser->depth > DEEPEST)
            add_piece(parser, BLOCK_VERBATIM, at, tag.end);
        else
            read_element(parser, &tag, at);
    } else {
        end = tag_read_end(&name, reader->text, at);
        if (end > 0)
            return read_end_tag(parser, element, at, end, name);
        add_piece(parser, BLOCK_HTML_TEXT, at, at + 1);
        reader->at = at + 1;
    }
    return false;
}

/* HTML up to the element's end tag: an element in it that is not closed swallows what follows. */
static void read_raw(Parser *parser, Block *element)
{
    Reader *reader = parser->reader;
    Block *outer = parser->tree;
    bool done = false;

    parser->tree = element;
    while (!done && reader->at < reader->text.len) {
        size_t at = str_find_char(reader->text, '<', reader->at);
        size_t stop = at == STR_NONE ? reader->text.len : at;
        if (stop > reader->at)
            add_piece(parser, BLOCK_HTML_TEXT, reader->at, stop);
        reader->at = stop;
        if (at != STR_NONE)
            done = read_markup(parser, element, at);
    }
    parser->tree = outer;
}

Outcome parse_html_block(Parser *parser)
{
    Reader *reader = parser->reader;
    Str text = reader->text;
    size_t start = reader->at;
    size_t at = scan_spaces(text, start, 3);
    Tag tag;
    Str name;

    if (str_at(text, at) != '<')
        return NOT_MINE;
    size_t end = at == start && str_at(text, at + 1) == '!' ? closed_end(reader, at) : 0;
    if (end > 0) {
        add_piece(parser, BLOCK_VERBATIM, at, end);
        reader->at = end;
        skip_line_rest(reader);
        return TAKEN;
    }
    if (tag_read(&tag, text, at) && !html_is_span(lower_name(parser, tag.name))) {
        read_element(parser, &tag, at);
        return TAKEN;
    }
    end = tag_read_end(&name, text, at);
    if (end == 0 || parser->tree->kind != BLOCK_HTML || html_is_span(lower_name(parser, name))
        || !str_eq(parser->tree->html.name, lower_name(parser, name)))
        return NOT_MINE;
    reader->at = end;
    return ENDED;
}
