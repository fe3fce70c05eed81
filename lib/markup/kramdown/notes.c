/* lib/markup/kramdown/notes.c - footnotes, numbered as they are referred to; abbreviations in the texts. */
#include "markup/kramdown/build.h"
#include "markup/kramdown/scan.h"

/* Whether its last words, however deep, are a paragraph or a heading with nothing behind it. */
static bool ends_with_words(const Block *block)
{
    while (block != NULL && block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_HEADING) {
        block = block->last;
        while (block != NULL && block->kind == BLOCK_MARK)
            block = block->previous;
    }
    return block != NULL;
}

static void build_note(Parser *parser, Note *note)
{
    Node *node = node_new(parser->arena, NODE_FOOTNOTE);

    node->start = note->content->start;
    node->end = note->content->end;
    node->footnote.label = arena_join(parser->arena, parser->options.footnote_prefix, note->name, (Str){ 0 });
    node->footnote.number = note->number;
    node->footnote.apart = !ends_with_words(note->content);
    note->node = node;
    build_children(parser, node, note->content);
    if (parser->notes_place != NULL)
        node_insert_before(parser->notes_place, node);
    else
        node_append(parser->document->root, node);
}

static void number_references(Parser *parser, Node *root)
{
    for (Node *node = root; node != NULL; node = node_next(root, node)) {
        if (node->kind != NODE_FOOTNOTE_REFERENCE)
            continue;
        Note *note = map_get(&parser->notes, node->footnote.label);
        if (note->occurrences == 0) {
            note->number = parser->options.footnote_shift + 1 + (int)parser->noted.len;
            vec_push(parser->work, &parser->noted, note);
        }
        node->footnote.number = note->number;
        node->footnote.occurrence = ++note->occurrences;
        node->footnote.label = arena_join(parser->arena, parser->options.footnote_prefix, note->name, (Str){ 0 });
    }
}

void build_notes(Parser *parser)
{
    parser->in_note = true;
    number_references(parser, parser->document->root);
    for (size_t i = 0; i < parser->noted.len; i++) {
        Note *note = parser->noted.items[i];
        build_note(parser, note);
        note->node->footnote.occurrence = note->occurrences; /* those of later notes get no way back */
        number_references(parser, note->node);
    }
    if (parser->notes_place != NULL)
        node_unlink(parser->notes_place);
    parser->in_note = false;
}

/* --- abbreviations --- */

enum { LONGEST = 64 }; /* an abbreviation in bytes */

typedef struct Finder {
    Parser *parser;
    bool lengths[LONGEST + 1]; /* that abbreviations have */
    bool firsts[256];          /* bytes they begin with */
} Finder;

static const Abbreviation *find_at(const Finder *finder, Str text, size_t at)
{
    size_t left = text.len - at;

    if (!finder->firsts[(unsigned char)text.data[at]] || (at > 0 && scan_is_word_char(text.data[at - 1])))
        return NULL;
    for (size_t len = left < LONGEST ? left : LONGEST; len > 0; len--) {
        if (!finder->lengths[len] || scan_is_word_char(str_at(text, at + len)))
            continue;
        const Abbreviation *found = map_get(&finder->parser->abbreviations, str_slice(text, at, at + len));
        if (found != NULL)
            return found;
    }
    return NULL;
}

static Node *part_of(Parser *parser, const Node *node, size_t start, size_t end)
{
    Node *part = node_new(parser->arena, NODE_TEXT);

    part->text = str_slice(node->text, start, end);
    part->start = node->start + (uint32_t)start;
    part->end = node->start + (uint32_t)end;
    return part;
}

static Node *make_element(Parser *parser, const Abbreviation *abbreviation, Node *text)
{
    Node *element = node_new(parser->arena, NODE_ELEMENT);

    element->text = STR("abbr");
    element->start = text->start;
    element->end = text->end;
    ial_apply(parser, element, abbreviation->mark->ial);
    if (abbreviation->title.len > 0)
        node_set_attribute(element, parser->arena, STR("title"), unescape(parser, abbreviation->title));
    node_append(element, text);
    return element;
}

static void replace_in(const Finder *finder, Node *node)
{
    Parser *parser = finder->parser;
    Str text = node->text;
    size_t start = 0;

    for (size_t at = 0; at < text.len;) {
        const Abbreviation *found = find_at(finder, text, at);
        if (found == NULL) {
            at++;
            continue;
        }
        if (at > start)
            node_insert_before(node, part_of(parser, node, start, at));
        start = at + found->name.len;
        node_insert_before(node, make_element(parser, found, part_of(parser, node, at, start)));
        at = start;
    }
    if (start == 0)
        return;
    node->start += (uint32_t)start;
    node->text = str_from_offset(text, start);
    if (node->text.len == 0)
        node_unlink(node);
}

void find_abbreviations(Parser *parser)
{
    Finder finder = { .parser = parser };
    Node *root = parser->document->root;
    Node *next = NULL;

    for (size_t i = 0; i < parser->abbreviations.len; i++) {
        Str name = parser->abbreviations.entries[i].key;
        if (name.len <= LONGEST)
            finder.lengths[name.len] = finder.firsts[(unsigned char)name.data[0]] = true;
    }
    for (Node *node = parser->abbreviations.len > 0 ? root : NULL; node != NULL; node = next) {
        next = node->kind == NODE_IMAGE ? node_after(root, node) : node_next(root, node);
        bool is_raw = node->parent != NULL && node->parent->kind == NODE_ELEMENT && node->parent->element.raw;
        if (node->kind == NODE_TEXT && !node->literal.made && !is_raw)
            replace_in(&finder, node);
    }
}
