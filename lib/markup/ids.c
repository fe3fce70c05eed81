/* lib/markup/ids.c - the ids of headings, as GitHub makes them. */
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "markup/gfm_passes.h"
#include "text/unicode.h"

static bool is_kept(uint32_t c)
{
    if (c < 0x80)
        return char_is_alnum((int)c) || c == '-' || c == '_';
    return unicode_is_letter(c) || unicode_is_mark(c) || unicode_is_number(c);
}

static void put_slug(Buf *out, Str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        int32_t c = utf8_next(text, &at);
        if (c == ' ' || c == '\n' || c == '\t')
            buf_put_char(out, '-');
        else if (is_kept((uint32_t)c))
            buf_put(out, str_slice(text, start, at));
    }
}

static Str make_slug(const Node *heading, Arena *arena)
{
    Buf slug = { .arena = arena };

    for (const Node *node = heading->first; node != NULL; node = node_next(heading, node)) {
        if (node->kind == NODE_TEXT || node->kind == NODE_CODE)
            put_slug(&slug, node->text);
        else if (node->kind == NODE_SOFT_BREAK || node->kind == NODE_HARD_BREAK)
            buf_put_char(&slug, '-');
    }
    return slug.len == 0 ? STR("section") : unicode_lower(buf_str(&slug), arena);
}

/* How often each id was asked for stands in `seen`, as a pointer to a number. */
static Str make_unique(Map *seen, Str slug, Arena *arena)
{
    Str id = slug;

    while (map_has(seen, id)) {
        int *count = map_get(seen, slug);
        id = arena_format(arena, STR_FMT "-%d", STR_ARG(slug), ++*count);
    }
    map_put(seen, id, ARENA_NEW(arena, int));
    return id;
}

void make_heading_ids(Document *document)
{
    Map seen = { .arena = document->arena };
    Node *next = NULL;

    for (Node *node = document->root->first; node != NULL; node = next) {
        bool is_leaf = node->kind == NODE_PARAGRAPH || node->kind == NODE_TABLE;
        next = is_leaf ? node_after(document->root, node) : node_next(document->root, node);
        if (node->kind != NODE_HEADING)
            continue;
        Str id = make_unique(&seen, make_slug(node, document->arena), document->arena);
        node_set_attribute(node, document->arena, STR("id"), id);
        next = node_after(document->root, node);
    }
}
