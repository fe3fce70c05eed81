/* lib/lsp/context.h - what stands round the cursor: what an author is about to write. Read from the text alone, as it
 * is seldom whole while somebody writes. */
#pragma once

#include "base/arena.h"

typedef enum ContextKind {
    CONTEXT_NONE,
    CONTEXT_KEY,         /* of front matter */
    CONTEXT_VALUE,       /* of `key` in front matter; one item of a list */
    CONTEXT_IGNORE,      /* a rule behind "herald-ignore" */
    CONTEXT_TAG,         /* the name of a Liquid tag */
    CONTEXT_INCLUDE,     /* a file of {% include %} */
    CONTEXT_LINK,        /* a path of {% link %} */
    CONTEXT_POST,        /* a name of {% post_url %} */
    CONTEXT_FILTER,      /* behind a "|" in Liquid */
    CONTEXT_REFERENCE,   /* a label, behind "][" */
    CONTEXT_DESTINATION, /* the address of a link, behind "](" or "]: " */
} ContextKind;

typedef struct Context {
    ContextKind kind;
    size_t start, end; /* the word that is there, round the cursor */
    Str word;
    Str key;     /* of CONTEXT_VALUE */
    bool quoted; /* of CONTEXT_VALUE: it stands between quotes */
} Context;

Context context_at(Str text, size_t offset);

/* Where the front matter's own lines stand; false when there is none that begins. One without an end reaches to the end
 * of the text. */
bool context_front_matter(size_t *start, size_t *end, Str text);
