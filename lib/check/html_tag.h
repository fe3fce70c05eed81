/* lib/check/html_tag.h - HTML as its author typed it, tag by tag, and what HTML knows of elements. For html.c. */
#pragma once

#include "base/str.h"

typedef struct HtmlTag {
    uint32_t start, end; /* with both angles; of an unfinished one, where it breaks off */
    Str name;            /* as written */
    Str attributes;      /* what stands between the name and the end */
    bool closing;        /* </name> */
    bool self_closed;    /* <name/> */
    bool finished;
} HtmlTag;

typedef struct HtmlAttributeText {
    Str name, value;
    uint32_t start, end; /* of both, within the attributes */
} HtmlAttributeText;

bool html_tag_read(HtmlTag *out, Str text, size_t at); /* false where none begins at the `<` of `at` */

/* The next attribute from `*at` on. */
bool html_tag_attribute(HtmlAttributeText *out, Str attributes, size_t *at);

enum {
    ELEMENT_VOID = 1,     /* has no content, and no end tag */
    ELEMENT_OPTIONAL = 2, /* its end tag may be left out */
    ELEMENT_FOREIGN = 4,  /* what stands in it is no HTML */
    ELEMENT_RAW = 8,      /* what stands in it is text up to its end tag */
    ELEMENT_BLOCK = 16,   /* kramdown shows its tags as text within a line */
    ELEMENT_KNOWN = 128,
};

unsigned html_element_flags(Str name); /* 0 for a name that HTML does not know */

/* The element's name that was probably meant; "" when none is near. */
Str html_element_near(Str name);
