/* lib/markup/kramdown/list.c - lists with bullets and numbers. */
#include "markup/kramdown/lists.h"
#include "markup/kramdown/scan.h"

typedef size_t MarkerScan(Str text, size_t at, size_t most);

typedef VEC(PassageBuilder *) Pieces;

/* An item's text is read in pieces: a list in it begins the second. */
typedef struct Item {
    Block *block;
    Pieces pieces;
} Item;

typedef struct ListReader {
    Parser *parser;
    Reader *reader;
    Block *list;
    MarkerScan *scan;
    VEC(Item) items;
    ItemShape shape; /* of the last item */
    bool holds_list; /* the last item: a second piece has begun, or cannot */
    bool after_blank;
    bool ended; /* by `^` */
} ListReader;

static PassageBuilder *add_piece(ListReader *list)
{
    Item *item = &list->items.items[list->items.len - 1];
    PassageBuilder *piece = ARENA_NEW(list->parser->work, PassageBuilder);

    passage_begin(piece, list->parser->arena);
    vec_push(list->parser->work, &item->pieces, piece);
    return piece;
}

static PassageBuilder *last_piece(ListReader *list)
{
    Item *item = &list->items.items[list->items.len - 1];
    return item->pieces.items[item->pieces.len - 1];
}

static void begin_item(ListReader *list, size_t marker_end)
{
    Reader *reader = list->reader;
    Block *block = block_new(list->parser, BLOCK_ITEM);
    size_t start = reader->at;
    size_t end = scan_line_end(reader->text, start);
    Passage line = passage_slice(reader->passage, marker_end, end);

    block->start = passage_origin(&reader->passage, start);
    block_append(list->list, block);
    vec_push(list->parser->work, &list->items, (Item){ .block = block });
    line = item_begin(list->parser, &list->shape, line, marker_end - start, &block->ial);
    passage_put(add_piece(list), &line, 0, line.text.len);
    list->holds_list = scan_is_list(line.text, 0);
    list->after_blank = false;
    reader->at = end;
}

static void add_line(ListReader *list)
{
    ItemLine line = item_read_line(list->reader, &list->shape);
    size_t more = 0;

    if (!list->holds_list && line.indented && line.is_list) {
        add_piece(list);
        list->holds_list = true;
    } else if (list->holds_list && !line.indented && line.is_list) {
        more = list->shape.indent + 4;
    }
    item_put_line(last_piece(list), list->reader, &line, more);
    list->after_blank = false;
}

static void add_blank(ListReader *list, size_t end)
{
    passage_put(last_piece(list), &list->reader->passage, list->reader->at, end);
    list->reader->at = end;
    list->holds_list = list->after_blank = true;
}

/* One item's beginning, line, or blank lines; false when the list ends. */
static bool read_step(ListReader *list)
{
    Reader *reader = list->reader;
    Str text = reader->text;

    if (list->after_blank && scan_rule(text, reader->at) > 0)
        return false;
    size_t end = scan_end_marker(text, reader->at);
    if (end > 0) {
        reader->at = end;
        list->ended = true;
        return false;
    }
    size_t most = list->items.len == 0 ? 3 : list->shape.most_spaces;
    size_t marker_end = list->scan(text, reader->at, most);
    if (marker_end > 0) {
        begin_item(list, marker_end);
        return true;
    }
    if (item_goes_on(reader, &list->shape, list->after_blank)) {
        add_line(list);
        return true;
    }
    end = scan_blank_lines(text, reader->at);
    if (end > 0)
        add_blank(list, end);
    return end > 0;
}

/* --- paragraphs that show without an element --- */

static bool begins_bare(const Block *item)
{
    return item->first == NULL || item->first->kind != BLOCK_PARAGRAPH || item->first->bare;
}

/* Decides for one item; `any_bare`: one of those before it has text without a paragraph around it. */
static bool shows_bare(const ListReader *list, const Block *item, bool any_bare)
{
    const Block *first = item->first;
    const Block *second = first->next;
    bool is_last = item == list->list->last;

    if (first->kind != BLOCK_PARAGRAPH)
        return false;
    bool close = second == NULL || second->kind != BLOCK_BLANK || (is_last && second->next == NULL && !list->ended);
    return close && (!is_last || item->previous == NULL || any_bare);
}

static void drop_list_mark(Block *item)
{
    Block *first = item->first;

    if (first->kind == BLOCK_PARAGRAPH && first->next != NULL && first->next->kind == BLOCK_MARK && first->ial != NULL)
        block_remove(first->next);
}

/* --- tasks --- */

/* `[ ]` or `[x]` at the start of a text, with white space behind it; 0 when there is none. */
static size_t task_end(Str text, bool *checked)
{
    size_t at = scan_white(text, 0);
    int c = str_at(text, at + 1);

    if (str_at(text, at) != '[' || (c != ' ' && c != 'x' && c != 'X') || str_at(text, at + 2) != ']')
        return 0;
    *checked = c != ' ';
    size_t end = scan_white(text, at + 3);
    return end > at + 3 ? end : 0;
}

static void find_tasks(Parser *parser, Block *list)
{
    bool found = false;

    for (Block *item = list->first; item != NULL; item = item->next) {
        Block *first = item->first;
        if (first == NULL || first->kind != BLOCK_PARAGRAPH)
            continue;
        size_t end = task_end(first->text.text, &item->item.checked);
        if (end > 0) {
            found = item->item.task = true;
            first->text = passage_slice(first->text, end, first->text.text.len);
        }
        if (found)
            ial_set(parser, ial_of(parser, &item->own), STR("class"), STR("task-list-item"));
    }
    if (found)
        ial_set(parser, ial_of(parser, &list->own), STR("class"), STR("task-list"));
}

/* Blank lines at the end of the last item stand behind the list. */
static Block *read_items(ListReader *list)
{
    Block *blank = NULL;
    bool any_bare = false;

    for (size_t i = 0; i < list->items.len; i++) {
        const Item *item = &list->items.items[i];
        Block *block = item->block;
        for (size_t k = 0; k < item->pieces.len; k++)
            parse_passage(list->parser, block, passage_built(item->pieces.items[k]));
        const PassageBuilder *last = item->pieces.items[item->pieces.len - 1];
        Passage text = passage_built(last);
        block->end = text.text.len > 0 ? passage_end(&text, text.text.len) : block->start;
        if (block->first != NULL) {
            drop_list_mark(block);
            if (shows_bare(list, block, any_bare))
                block->first->bare = true;
            blank = block->last->kind == BLOCK_BLANK ? block->last : NULL;
            if (blank != NULL)
                block_remove(blank);
        }
        any_bare = any_bare || begins_bare(block);
    }
    return blank;
}

Outcome parse_list(Parser *parser)
{
    Reader *reader = parser->reader;
    ListReader list = { .parser = parser, .reader = reader };
    size_t start = reader->at;

    if (!scan_is_list(reader->text, start))
        return NOT_MINE;
    list.scan = scan_bullet(reader->text, start, 3) > 0 ? scan_bullet : scan_number;
    list.list = block_add(parser, BLOCK_LIST, start, start + 1);
    list.list->list.ordered = list.scan == scan_number;
    while (reader->at < reader->text.len && read_step(&list))
        ;
    list.list->end = passage_end(&reader->passage, reader->at);
    parser->depth++;
    Block *blank = read_items(&list);
    parser->depth--;
    if (blank != NULL && !list.ended)
        block_append(parser->tree, blank);
    if (!parser->options.alone)
        find_tasks(parser, list.list);
    return TAKEN;
}
