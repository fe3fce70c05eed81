/* lib/check/link_scan.c */
#include "check/link_scan.h"

#include <stdlib.h>

#include "text/unicode.h"

enum { MAX_WORK = 50000 };

/* What a stretch of the text is to be read as. */
typedef enum RegionKind { REGION_LEAF, REGION_TAGS, REGION_CODE } RegionKind;

typedef struct Region {
    Part part;
    RegionKind kind;
    const Node *node;
} Region;

typedef struct Regions {
    Region *items;
    size_t len, cap;
} Regions;

Str link_text(const LinkScan *scan, Part part)
{
    return str_slice(scan->document->text, part.start, part.end);
}

Str link_key(Str label, Arena *arena)
{
    Buf out = { .arena = arena };
    Str text = str_trim(label);
    bool plain = true;

    buf_reserve(&out, text.len);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        plain = plain && (unsigned char)c < 0x80;
        if (!char_is_space(c))
            buf_put_char(&out, (char)char_lower(c));
        else if (!char_is_space(text.data[i - 1]))
            buf_put_char(&out, ' ');
    }
    return plain ? buf_str(&out) : unicode_lower(buf_str(&out), arena);
}

const TagAttribute *tag_attribute(const LinkTag *tag, const char *name)
{
    for (size_t i = 0; i < tag->attribute_count; i++) {
        if (str_eq_nocase(tag->attributes[i].name, str_from(name)))
            return &tag->attributes[i];
    }
    return NULL;
}

static bool holds_inlines(const Node *node)
{
    return node->first != NULL && !node_is_block(node->first);
}

static void add_region(Regions *regions, const LinkScan *scan, const Node *node, RegionKind kind)
{
    uint32_t len = (uint32_t)scan->document->text.len;
    Part part = { node->start < len ? node->start : len, node->end < len ? node->end : len };
    if (part.end > part.start)
        vec_push(scan->arena, regions, ((Region){ part, kind, node }));
}

static void list_regions(Regions *regions, const LinkScan *scan)
{
    const Node *root = scan->document->root;

    for (const Node *node = root->first, *next; node != NULL; node = next) {
        bool leaf = node->kind == NODE_PARAGRAPH || node->kind == NODE_HEADING || node->kind == NODE_TABLE_CELL
                    || holds_inlines(node);
        next = leaf ? node_after(root, node) : node_next(root, node);
        if (leaf)
            add_region(regions, scan, node, REGION_LEAF);
        else if (node->kind == NODE_CODE_BLOCK)
            add_region(regions, scan, node, REGION_CODE);
        else if (node->kind == NODE_HTML_BLOCK)
            add_region(regions, scan, node, REGION_TAGS);
    }
}

static int by_start(const void *left, const void *right)
{
    const Region *a = left, *b = right;
    if (a->part.start != b->part.start)
        return a->part.start < b->part.start ? -1 : 1;
    return a->part.end < b->part.end ? -1 : a->part.end > b->part.end;
}

/* --- which brackets are links ------------------------------------------------------------------------------------ */

static Str definition_key(const LinkScan *scan, const Bracket *bracket)
{
    Part label = bracket->target;
    bool apart = bracket->gap && scan->document->dialect == DIALECT_GFM;
    if (bracket->tail != TAIL_LABEL || label.end == label.start || apart)
        label = (Part){ bracket->open + 1, bracket->close };
    return link_key(link_text(scan, label), scan->arena);
}

/* cmark's places are not always right: there the address decides. */
static bool is_node(const LinkScan *scan, const Bracket *bracket, const Node *node)
{
    if (bracket->node != NULL || bracket->close == bracket->open || bracket->image != (node->kind == NODE_IMAGE))
        return false;
    if (scan->document->dialect == DIALECT_KRAMDOWN)
        return bracket->open == node->start + bracket->image;
    if (bracket->tail == TAIL_ADDRESS && bracket->closed && !bracket->gap) {
        Str address = link_text(scan, bracket->target);
        return str_eq(address, node->link.url) || str_contains(address, STR("\\")) || str_contains(address, STR("&"));
    }
    const Definition *definition = map_get(&scan->by_label, definition_key(scan, bracket));
    return definition != NULL && str_eq(definition->address, node->link.url);
}

static void take_node(LinkScan *scan, Bracket *bracket, const Node *node)
{
    bracket->node = node;
    if (bracket->tail == TAIL_ADDRESS && !bracket->gap && bracket->closed)
        return;
    Definition *definition = map_get(&scan->by_label, definition_key(scan, bracket));
    bracket->definition = definition;
    if (definition != NULL)
        definition->used = true;
}

/* Links of the tree and brackets of the text stand in the same order. */
static void match_nodes(LinkScan *scan, const Node *leaf, size_t from)
{
    enum { MAX_AHEAD = 256 }; /* brackets that are none, before one that is */
    size_t at = from;

    for (const Node *node = leaf->first; node != NULL; node = node_next(leaf, node)) {
        if ((node->kind != NODE_LINK && node->kind != NODE_IMAGE) || node->link.autolink)
            continue;
        size_t i = at;
        size_t end = scan->brackets.len - at > MAX_AHEAD ? at + MAX_AHEAD : scan->brackets.len;
        while (i < end && !is_node(scan, &scan->brackets.items[i], node))
            i++;
        if (i == end)
            continue;
        take_node(scan, &scan->brackets.items[i], node);
        at = i + 1;
    }
}

/* The rest of a text that is in no region: definitions, and the tags of blocks of HTML. */
static void read_gap(LinkScan *scan, uint32_t start, uint32_t end)
{
    if (start >= end)
        return;
    link_read_definitions(scan, (Part){ start, end }, false);
    link_read_part(scan, (Part){ start, end }, false);
}

/* Definitions first: they decide what the brackets mean. */
static void read_outside(LinkScan *scan, Regions *regions)
{
    uint32_t at = 0;
    bool gfm = scan->document->dialect == DIALECT_GFM;

    for (size_t i = 0; i < regions->len; i++) {
        Region *region = &regions->items[i];
        read_gap(scan, at, region->part.start);
        if (region->kind == REGION_TAGS)
            link_read_part(scan, region->part, false);
        else if (region->kind == REGION_LEAF && gfm && region->node->kind == NODE_PARAGRAPH)
            region->part.start = link_read_definitions(scan, region->part, true);
        if (region->part.end > at)
            at = region->part.end;
    }
    read_gap(scan, at, (uint32_t)scan->document->text.len);
}

void link_scan(LinkScan *out, const Document *document, Arena *arena)
{
    Regions regions = { 0 };

    *out = (LinkScan){ .document = document, .arena = arena, .by_label = { .arena = arena }, .work = MAX_WORK };
    list_regions(&regions, out);
    if (regions.len > 1)
        qsort(regions.items, regions.len, sizeof(Region), by_start);
    read_outside(out, &regions);
    for (size_t i = 0; i < regions.len; i++) {
        if (regions.items[i].kind != REGION_LEAF)
            continue;
        size_t from = out->brackets.len;
        vec_push(arena, &out->leaves, regions.items[i].part);
        link_read_part(out, regions.items[i].part, true);
        match_nodes(out, regions.items[i].node, from);
    }
}
