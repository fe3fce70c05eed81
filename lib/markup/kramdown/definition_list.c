/* lib/markup/kramdown/definition_list.c - terms, a line each, and `: definition` below them. */
#include "markup/kramdown/lists.h"
#include "markup/kramdown/scan.h"

/* The paragraph before: its lines are the terms. */
static Block *find_terms(const Parser *parser, bool *spaced)
{
    Block *last = parser->tree->last;

    *spaced = last != NULL && last->kind == BLOCK_BLANK && last->single_blank;
    if (*spaced)
        last = last->previous;
    return last != NULL && last->kind == BLOCK_PARAGRAPH ? last : NULL;
}

static void add_terms(Parser *parser, Block *list, Passage text)
{
    ItemShape shape;

    for (size_t at = 0; at < text.text.len;) {
        size_t end = scan_line_end(text.text, at);
        Block *term = block_new(parser, BLOCK_TERM);
        Passage line = passage_slice(text, at, end);
        size_t start = scan_white(line.text, 0);
        if (str_at(line.text, start) == '{')
            line = item_begin(parser, &shape, line, 1, &term->ial);
        term->text = passage_trim_right(line);
        term->start = passage_origin(&text, at);
        term->end = passage_end(&text, end);
        block_append(list, term);
        at = end;
    }
}

static void read_definition(Parser *parser, Block *definition, PassageBuilder *text)
{
    Passage passage = passage_built(text);

    parse_passage(parser, definition, passage);
    definition->end = passage.text.len > 0 ? passage_end(&passage, passage.text.len) : definition->start;
}

static PassageBuilder *begin_definition(Parser *parser, Block *list, ItemShape *shape, size_t marker_end)
{
    Reader *reader = parser->reader;
    Block *definition = block_new(parser, BLOCK_DEFINITION);
    PassageBuilder *out = ARENA_NEW(parser->work, PassageBuilder);
    size_t end = scan_line_end(reader->text, marker_end);
    Passage line = passage_slice(reader->passage, marker_end, end);

    definition->start = passage_origin(&reader->passage, reader->at);
    block_append(list, definition);
    line = item_begin(parser, shape, line, marker_end - reader->at, &definition->ial);
    passage_begin(out, parser->arena);
    passage_put(out, &line, 0, line.text.len);
    reader->at = end;
    return out;
}

typedef VEC(PassageBuilder *) Builders;

static void read_lines(Parser *parser, Block *list, Builders *texts, bool spaced)
{
    Reader *reader = parser->reader;
    ItemShape shape = { .most_spaces = 3 };
    bool after_blank = false;

    while (reader->at < reader->text.len) {
        size_t marker_end = scan_colon(reader->text, reader->at, shape.most_spaces);
        size_t blank = scan_blank_lines(reader->text, reader->at);
        if (marker_end > 0) {
            vec_push(parser->work, texts, begin_definition(parser, list, &shape, marker_end));
            list->last->definition.spaced = spaced;
            spaced = after_blank = false;
        } else if (scan_end_marker(reader->text, reader->at) > 0) {
            break;
        } else if (item_goes_on(reader, &shape, after_blank)) {
            ItemLine line = item_read_line(reader, &shape);
            item_put_line(texts->items[texts->len - 1], reader, &line, 0);
            spaced = after_blank = false;
        } else if (blank > 0) {
            passage_put(texts->items[texts->len - 1], &reader->passage, reader->at, blank);
            reader->at = blank;
            spaced = after_blank = true;
        } else {
            break;
        }
    }
}

static Block *read_definitions(Parser *parser, Block *list, const Builders *texts)
{
    Block *definition = list->first;
    Block *blank = NULL;

    for (size_t i = 0; i < texts->len; i++, definition = definition->next) {
        while (definition->kind != BLOCK_DEFINITION)
            definition = definition->next;
        read_definition(parser, definition, texts->items[i]);
        if (definition->first == NULL)
            continue;
        blank = definition->last->kind == BLOCK_BLANK ? definition->last : NULL;
        if (blank != NULL)
            block_remove(blank);
        if (definition->first != NULL && definition->first->kind == BLOCK_PARAGRAPH && !definition->definition.spaced)
            definition->first->bare = true;
    }
    return blank;
}

/* Two lists with nothing but a blank line between them are one. */
static void add_to_tree(Parser *parser, Block *list)
{
    Block *last = parser->tree->last;

    if (last != NULL && last->kind == BLOCK_BLANK && last->previous != NULL
        && last->previous->kind == BLOCK_DEFINITIONS) {
        block_remove(last);
        last = parser->tree->last;
    }
    if (last == NULL || last->kind != BLOCK_DEFINITIONS) {
        block_append(parser->tree, list);
        return;
    }
    while (list->first != NULL) {
        Block *child = list->first;
        block_remove(child);
        block_append(last, child);
    }
    last->end = list->end;
}

Outcome parse_definition_list(Parser *parser)
{
    Reader *reader = parser->reader;
    Builders texts = { 0 };
    bool spaced;

    if (scan_colon(reader->text, reader->at, 3) == 0)
        return NOT_MINE;
    Block *terms = find_terms(parser, &spaced);
    if (terms == NULL)
        return NOT_MINE;
    if (spaced)
        block_remove(parser->tree->last);
    block_remove(terms);
    parser->block_ial = NULL;
    Block *list = block_new(parser, BLOCK_DEFINITIONS);
    list->start = terms->start;
    list->ial = terms->ial;
    add_terms(parser, list, terms->text);
    read_lines(parser, list, &texts, spaced);
    list->end = passage_end(&reader->passage, reader->at);
    parser->depth++;
    Block *blank = read_definitions(parser, list, &texts);
    parser->depth--;
    add_to_tree(parser, list);
    if (blank != NULL)
        block_append(parser->tree, blank);
    return TAKEN;
}
