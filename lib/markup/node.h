/* lib/markup/node.h - a post's body as a tree: what every parser fills and every renderer reads. */
#pragma once

#include "base/places.h"
#include "base/vec.h"

typedef enum NodeKind {
    /* blocks */
    NODE_DOCUMENT,
    NODE_PARAGRAPH,
    NODE_HEADING,
    NODE_QUOTE,
    NODE_LIST,
    NODE_ITEM,
    NODE_CODE_BLOCK,
    NODE_RULE, /* thematic break */
    NODE_TABLE,
    NODE_TABLE_ROW,
    NODE_TABLE_CELL,
    NODE_FOOTNOTE,      /* a definition; all of them stand at the end of the document, in order of first use */
    NODE_HTML_BLOCK,    /* raw HTML as the author wrote it */
    NODE_ELEMENT_BLOCK, /* an HTML element with children of its own: `name` and `attributes` */
    /* inlines */
    NODE_TEXT,
    NODE_SOFT_BREAK,
    NODE_HARD_BREAK,
    NODE_CODE,
    NODE_EMPHASIS,
    NODE_STRONG,
    NODE_STRIKETHROUGH,
    NODE_LINK,
    NODE_IMAGE, /* its children are its alternative text */
    NODE_FOOTNOTE_REFERENCE,
    NODE_HTML,    /* one raw tag or comment */
    NODE_ELEMENT, /* an inline HTML element with children */
} NodeKind;

typedef enum CellAlign { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT } CellAlign;

typedef struct Attribute {
    Str name;
    Str value; /* unescaped */
} Attribute;

/* No parser nests containers (or inline elements) deeper: what lies deeper stands in the last one. So whoever walks a
 * tree may recurse. */
enum { NODE_MAX_DEPTH = 128 };

/* Addresses and attributes defined once and used often may grow a text by so many bytes; then their uses are text. */
enum { NODE_REPEATS_BASE = 1 << 20, NODE_REPEATS_PER_BYTE = 16 };

typedef struct Node Node;
struct Node {
    NodeKind kind;
    Node *parent, *first, *last, *next, *previous;
    uint32_t start, end; /* bytes of the Markdown text that was parsed: document_span gives the author's file */

    Str text; /* TEXT, CODE, CODE_BLOCK, HTML, HTML_BLOCK: literal, unescaped; ELEMENT*: the element's name */
    union {
        struct {
            bool made;          /* kramdown: stands for what was written otherwise: a typographic quote, `&amp;` */
            unsigned char sign; /* kramdown: which */
            Str html;           /* kramdown: how it stands in HTML where that is no text: `&rsquo;`; else empty */
        } literal;              /* TEXT */
        struct {
            bool inside; /* kramdown: between characters of a script that is written without spaces */
        } line_end;      /* SOFT_BREAK */
        struct {
            bool raw; /* kramdown: what stands in it was not read as Markdown */
        } element;    /* ELEMENT* */
        struct {
            bool bare; /* shown without an element of its own, also where its list is not tight */
        } paragraph;
        struct {
            int level; /* 1 to 6 */
        } heading;
        struct {
            bool ordered, tight;
            int start;
            char delimiter; /* '.' or ')' of an ordered list */
        } list;
        struct {
            bool task, checked; /* GFM's task list items */
        } item;
        struct {
            Str info; /* the whole info string, unescaped; its first word is the language */
            bool fenced;
        } code;
        struct {
            const CellAlign *aligns;
            size_t columns;
        } table;
        struct {
            bool header, footer;
            int group; /* neighbours with the same number, header and footer form one section */
        } row;
        struct {
            CellAlign align;
            size_t column; /* from 0 */
        } cell;
        struct {
            Str url; /* unescaped, as written */
            Str title;
            bool autolink; /* the text is the address: <https://...>, or a bare one */
        } link;            /* LINK, IMAGE */
        struct {
            Str label;
            int number;     /* of the footnote, from 1 */
            int occurrence; /* of a reference: the how many-th to it, from 1; of a definition: how many references */
            bool apart;     /* kramdown: no words within the definition take the ways back */
        } footnote;         /* FOOTNOTE, FOOTNOTE_REFERENCE */
    };
    Attribute *attributes; /* what the renderer adds to the element: `id` of headings, kramdown's attribute lists */
    size_t attribute_count;
};

/* Whose Markdown it was: the renderers write some things as that program does. */
typedef enum Dialect { DIALECT_GFM, DIALECT_KRAMDOWN } Dialect;

/* Everything in it lives in `arena`. */
typedef struct Document {
    Arena *arena;
    Node *root; /* NODE_DOCUMENT */
    Str text;   /* the Markdown that was parsed */
    Places places;
    bool has_raw_html; /* there is HTML of the author's: NODE_HTML, NODE_HTML_BLOCK, an element, an attribute */
    Dialect dialect;
    const struct KramdownOptions *kramdown; /* what a document of that dialect was read with */
} Document;

Node *node_new(Arena *arena, NodeKind kind);
void node_append(Node *parent, Node *child);
void node_insert_before(Node *at, Node *node);
void node_unlink(Node *node);
Node *node_copy(const Node *node, Arena *arena);      /* the node alone, with copies of its texts: no kin */
Node *node_copy_tree(const Node *node, Arena *arena); /* with all below it */

/* The node after `node` in reading order below `root`, children first; NULL at the end. */
Node *node_next(const Node *root, const Node *node);
Node *node_after(const Node *root, const Node *node); /* the same, but none below `node` */
bool node_is_block(const Node *node);

Str node_attribute(const Node *node, Str name); /* "" when it has none */
void node_set_attribute(Node *node, Arena *arena, Str name, Str value);

/* Where a node stands in the author's file. */
Span document_span(const Document *document, const Node *node);
