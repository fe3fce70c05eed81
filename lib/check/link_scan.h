/* lib/check/link_scan.h - how links are written in a body: brackets, addresses, definitions, tags. For the rules of
 * links and images, which want to know where each part stands, and what is no link though it was meant to be one. */
#pragma once

#include "base/map.h"
#include "check/subject.h"

/* Bytes of the document's text. */
typedef struct Part {
    uint32_t start, end;
} Part;

/* `[label]: address` on a line of its own. */
typedef struct Definition {
    Part line; /* with its line end */
    Part label, url;
    Str key; /* the label as labels are compared */
    Str address;
    bool used;
    bool repeated; /* one of the same label stands before it */
    bool told;     /* a fault of its address was told */
} Definition;

typedef enum BracketTail { TAIL_NONE, TAIL_ADDRESS, TAIL_LABEL } BracketTail;

/* `[...]` in text that is read as Markdown, with what follows it. */
typedef struct Bracket {
    uint32_t open, close; /* of the two brackets; equal when it is not closed */
    bool image;           /* `!` stands before it */
    bool note;            /* `[^...]` */
    bool lone;            /* a closing bracket that nothing opened */
    BracketTail tail;
    bool gap;               /* white space before the tail */
    bool closed;            /* the tail has its end */
    Part target;            /* the address without white space, or the label */
    uint32_t end;           /* behind all of it */
    uint32_t leaf;          /* where its paragraph ends */
    const Node *node;       /* the link or image that it is, or NULL */
    Definition *definition; /* that it takes its address from, or NULL */
} Bracket;

/* `<https://...>`, or an address that stands in text. */
typedef struct Address {
    Part whole, url;
    bool bare;
    bool mail;
} Address;

typedef struct TagAttribute {
    Str name, value; /* as written */
    Part place;      /* of the value without its quotes */
} TagAttribute;

enum { TAG_MAX_ATTRIBUTES = 12 };

/* A start tag of an element with an address: a, img, iframe, audio, video, embed, object. */
typedef struct LinkTag {
    Str name; /* as written */
    Part whole;
    Part content; /* of an <a>: up to its end tag; else empty */
    TagAttribute attributes[TAG_MAX_ATTRIBUTES];
    size_t attribute_count;
} LinkTag;

typedef struct LinkScan {
    const Document *document;
    Arena *arena;
    Map by_label; /* to a Definition, by its key: the one that counts */
    VEC(Definition *) definitions;
    VEC(Bracket) brackets;
    VEC(Address) addresses;
    VEC(LinkTag) tags;
    VEC(Part) leaves;     /* paragraphs, headings, cells: what is read for brackets */
    VEC(Part) told;       /* where a fault was found that explains what stands there */
    uint32_t told_until;  /* what stands before this belongs to a fault already told */
    Part anchor;          /* from anywhere between, the next </a> stands at its end */
    size_t work;          /* comparisons left, for looking for what is like another */
    bool open_to_the_end; /* of the part that is read: a comment or script has no end */
} LinkScan;

void link_scan(LinkScan *out, const Document *document, Arena *arena);

Str link_text(const LinkScan *scan, Part part);
Str link_key(Str label, Arena *arena); /* as labels are compared: white space folded, lower case */
const TagAttribute *tag_attribute(const LinkTag *tag, const char *name); /* NULL when it has none */

/* --- the parts of link_scan --- */

/* Brackets, addresses and tags of the text of one leaf; `markdown` false: tags alone. */
void link_read_part(LinkScan *scan, Part part, bool markdown);

/* A tag, comment or address at the `<` of `at`: where it ends, or `at` when it is none. */
uint32_t link_read_angle(LinkScan *scan, uint32_t at, uint32_t end, bool markdown);

/* An address in text around its first sign, ':' of "://", '.' of "www." or '@': where it ends, or `at`. */
uint32_t link_read_bare(LinkScan *scan, uint32_t at, Part part);

/* Lines of definitions within the part; returns where the first line that is none begins when `only_head`. */
uint32_t link_read_definitions(LinkScan *scan, Part part, bool only_head);
