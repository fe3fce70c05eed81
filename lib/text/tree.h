/* lib/text/tree.h - data as YAML and JSON have it: scalars, lists and mappings, each with its place. */
#pragma once

#include "base/diag.h"

enum { TREE_MAX_DEPTH = 64 }; /* of nesting, whatever it was read from: walking a tree may recurse */

typedef enum TreeKind { TREE_SCALAR, TREE_LIST, TREE_MAP } TreeKind;

/* What a scalar means to programs. The author's own spelling stays in `text`: a title `2024` or `no` is text to us. */
typedef enum TreeType {
    TREE_NULL,
    TREE_BOOL,
    TREE_INT,
    TREE_FLOAT,
    TREE_DATE, /* YYYY-MM-DD, a timestamp of YAML 1.1 without a time */
    TREE_TIME, /* a timestamp of YAML 1.1 with a time */
    TREE_STRING,
} TreeType;

typedef struct Tree Tree;

typedef struct TreeEntry {
    Located key;
    const Tree *value;
} TreeEntry;

/* Immutable once read. Nodes reached through an alias of YAML are the same node. */
struct Tree {
    TreeKind kind;
    Span span; /* of a quoted scalar with its quotes; of a block scalar with its indicator */

    /* scalars */
    TreeType type;
    bool quoted; /* quoted or a block scalar: then its type is TREE_STRING */
    Str text;    /* decoded: without quotes and escapes, folded */
    union {
        bool boolean;
        int64_t integer; /* an integer that does not fit is a TREE_FLOAT */
        double real;
    };

    /* lists */
    const Tree *const *items;
    size_t item_count;

    /* mappings, in the order of the file; no key twice */
    const TreeEntry *entries;
    size_t entry_count;
};

const Tree *tree_get(const Tree *map, Str key); /* NULL when absent, or `map` is NULL or no mapping */
const TreeEntry *tree_entry(const Tree *map, Str key);
/* A scalar's text with its place: without the quotes where the text stands between them as it is, so that a part of it
 * can be pointed at; else (escapes, folded lines, block scalars) the whole of its span. */
Located tree_located(const Tree *scalar);
bool tree_is_null(const Tree *tree); /* NULL, or a scalar of type TREE_NULL */

/* For making trees in memory (configuration overlays). A merge takes mappings together deeply, in the order of `base`;
 * of all else `over` wins, and where one of the two is NULL the other is it. */
Tree *tree_new_string(Arena *arena, Located text);
const Tree *tree_merge(const Tree *base, const Tree *over, Arena *arena);
