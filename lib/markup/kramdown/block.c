/* lib/markup/kramdown/block.c - the tree of blocks before their texts are read. */
#include "markup/kramdown/parser.h"

Block *block_new(Parser *parser, BlockKind kind)
{
    Block *block = ARENA_NEW(parser->work, Block);
    block->kind = kind;
    return block;
}

void block_append(Block *parent, Block *child)
{
    child->parent = parent;
    child->next = NULL;
    child->previous = parent->last;
    if (parent->last != NULL)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void block_remove(Block *block)
{
    if (block->previous != NULL)
        block->previous->next = block->next;
    else
        block->parent->first = block->next;
    if (block->next != NULL)
        block->next->previous = block->previous;
    else
        block->parent->last = block->previous;
    block->parent = block->next = block->previous = NULL;
}

Block *block_add(Parser *parser, BlockKind kind, size_t start, size_t end)
{
    Block *block = block_new(parser, kind);

    block->start = passage_origin(&parser->reader->passage, start);
    block->end = passage_end(&parser->reader->passage, end);
    block->ial = parser->block_ial;
    parser->block_ial = NULL;
    block_append(parser->tree, block);
    return block;
}

Block *block_add_mark(Parser *parser, MarkKind mark, size_t start, size_t end)
{
    Block *block = block_add(parser, BLOCK_MARK, start, end);
    block->mark = mark;
    return block;
}

size_t sought_find(Sought *sought, Str text, Str part, size_t from)
{
    bool holds = sought->known && from >= sought->from && (sought->found == STR_NONE || from <= sought->found);

    if (!holds)
        *sought = (Sought){ from, str_find(text, part, from), true };
    return sought->found;
}
