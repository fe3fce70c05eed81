/* lib/markup/clean_parts.h - how raw HTML is read into our tree. Internal to clean*.c. */
#pragma once

#include "base/buf.h"
#include "base/map.h"
#include "markup/node.h"
#include "text/html_parse.h"

/* The nodes of the document that are referred to from its HTML, where `data-herald-node` is an index into them. */
#define CLEAN_REFERENCE "data-herald-node"

typedef struct CleanOriginal {
    const Node *node;
    int uses; /* how often it was taken: an author can write the attribute too, and gumbo doubles elements */
} CleanOriginal;

typedef struct CleanOriginals {
    CleanOriginal *items;
    size_t len, cap;
} CleanOriginals;

/* The document as HTML for a parser: its raw HTML as it is, every other node as an element that refers to it. */
void clean_put_bridge(Buf *out, CleanOriginals *originals, const Document *document, Arena *arena);

/* What becomes of an element. */
typedef enum CleanAction {
    CLEAN_DISSOLVE,       /* what is in it stands in its place */
    CLEAN_DISSOLVE_BLOCK, /* the same, on lines of its own */
    CLEAN_DROP,           /* with all in it */
    CLEAN_EMBED,          /* a link to what it shows */
    CLEAN_LEAF,           /* one node, with all in it */
    CLEAN_WRAP,           /* holds inlines */
    CLEAN_BLOCK,          /* holds blocks, or inlines as a block */
} CleanAction;

/* What becomes of an HTML element; `*proto` is its node, without children, where it has one. */
CleanAction clean_read_element(Node **proto, const HtmlNode *html, Arena *arena);
CleanAction clean_action_of(const Node *node); /* of a node made by Markdown */

void clean_read_attributes(Node *node, const HtmlNode *html, Arena *arena); /* those that are harmless */
void clean_filter_attributes(Node *node, Arena *arena);                     /* the same, of a node that Markdown made */
bool clean_is_word_of(Str word, const char *words);                         /* `words` have blanks between them */

/* The link an embed becomes, with its text in it; NULL when it shows nothing that can be linked. */
Node *clean_read_embed(const HtmlNode *html, Arena *arena);

bool clean_is_plain_table(const HtmlNode *table); /* its cells hold nothing that would need a block */
bool clean_takes_only_inlines(const Node *block);
bool clean_takes_inlines(const Node *block);

/* The tree of the HTML below `root`, appended to `document`. */
void clean_build(Node *document, const HtmlNode *root, CleanOriginals *originals, Arena *arena);
