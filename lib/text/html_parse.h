/* lib/text/html_parse.h - HTML 5, by gumbo's parser, into a tree of our own. */
#pragma once

#include "base/arena.h"

enum { HTML_MAX_DEPTH = 256 }; /* what lies deeper stands in the last element above */

typedef struct HtmlAttribute {
    Str name; /* lower case */
    Str value;
} HtmlAttribute;

typedef struct HtmlNode HtmlNode;
struct HtmlNode {
    HtmlNode *parent, *first, *last, *next;
    Str name; /* of an element, in lower case; "" for text */
    Str text;
    const HtmlAttribute *attributes;
    size_t attribute_count;
    bool foreign; /* of SVG or MathML */
};

/* Reads what would stand in a page's <body>: any text is HTML, so there are no faults; comments are left out. The root
 * has no name. False when the text would take more memory than it is worth, which HTML can be written to do. */
bool html_parse(const HtmlNode **out, Str html, Arena *arena);

const HtmlAttribute *html_attribute(const HtmlNode *node, Str name); /* NULL when it has none */
Str html_attribute_value(const HtmlNode *node, Str name);            /* "" when it has none */
