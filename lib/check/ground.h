/* lib/check/ground.h - what each byte of a body was read as: for rules that look for what was not read as its author
 * meant it. */
#pragma once

#include "markup/node.h"

enum {
    GROUND_NONE,    /* markup: signs, addresses, indentation, definitions */
    GROUND_TEXT,    /* shown as it stands, where Markdown is read */
    GROUND_RAW,     /* shown as it stands, within HTML where Markdown is not read */
    GROUND_ESCAPED, /* `\*`, `&amp;`: its author knew what he did */
    GROUND_CODE,
    GROUND_HTML,
    GROUND_ADDRESS, /* <https://...>, or a bare one */
};

typedef struct Ground {
    const Document *document;
    Str text;                   /* the document's */
    const unsigned char *kinds; /* one for each byte */
} Ground;

void ground_read(Ground *out, const Document *document, Arena *arena);
int ground_at(const Ground *ground, size_t at); /* GROUND_NONE past the end */

/* The first block from `block` on (itself, or in reading order behind it) whose children are inlines; NULL at the
 * end. */
const Node *ground_leaf(const Document *document, const Node *block);
