/* lib/markup/kramdown/lists.h - what all kinds of list items have in common. */
#pragma once

#include "markup/kramdown/parser.h"

typedef struct ItemShape {
    size_t indent;      /* how deep the item's text stands */
    size_t most_spaces; /* before the marker of the next item */
} ItemShape;

typedef struct ItemLine {
    size_t begin, start, end; /* of the line, of what is not white space in it */
    size_t spaces;            /* left before the text, without the item's indent */
    bool indented;            /* as deep as the item's text */
    bool is_list;             /* a list may begin in it */
} ItemLine;

/* `content` is the line behind the item's marker, which is `marker` columns wide: gives what is left of it without
 * white space and an attribute list. */
Passage item_begin(Parser *parser, ItemShape *shape, Passage content, size_t marker, Ial **ial);

/* Whether the line belongs to the item. After a blank line it must be indented. */
bool item_goes_on(Reader *reader, const ItemShape *shape, bool after_blank);

ItemLine item_read_line(Reader *reader, const ItemShape *shape); /* moves behind it */
void item_put_line(PassageBuilder *out, const Reader *reader, const ItemLine *line, size_t more_spaces);
