/* lib/markup/clean.c */
#include "markup/clean.h"

#include "markup/clean_parts.h"
#include "markup/url.h"

static bool is_safe(const Node *node, Arena *arena)
{
    Str url = node->link.url;

    if (node->kind == NODE_LINK)
        return url_is_safe(&url, "http https mailto tel", arena) && url.len == node->link.url.len;
    if (node->kind == NODE_IMAGE)
        return url_is_safe(&url, "http https", arena) && url.len == node->link.url.len;
    return node->kind != NODE_ITEM || !node->item.task;
}

static bool has_nothing_to_do(const Document *document)
{
    Arena scratch = { 0 };
    const Node *node = document->root;

    while (node != NULL && !document->has_raw_html && is_safe(node, &scratch))
        node = node_next(document->root, node);
    arena_free(&scratch);
    return node == NULL;
}

/* A document without raw HTML, whether or not there was some. */
static Node *read_html(const Document *document, Arena *arena)
{
    Node *root = node_copy(document->root, arena);
    Arena scratch = { 0 };
    CleanOriginals originals = { 0 };
    Arena html_arena = { 0 };
    Buf html = { .arena = &html_arena };
    const HtmlNode *parsed;

    clean_put_bridge(&html, &originals, document, &scratch);
    if (html_parse(&parsed, buf_str(&html), arena))
        clean_build(root, parsed, &originals, arena);
    arena_free(&html_arena);
    arena_free(&scratch);
    return root;
}

/* Puts the children of `node` in its place. */
static Node *dissolve(Node *root, Node *node)
{
    Node *next = node->first != NULL ? node->first : node_after(root, node);

    while (node->first != NULL) {
        Node *child = node->first;
        node_unlink(child);
        node_insert_before(node, child);
    }
    node_unlink(node);
    return next;
}

/* A check box is a form's: feeds and mails get a character. */
static void show_task(Node *item, Arena *arena)
{
    Node *paragraph = item->first;
    Node *mark = node_new(arena, NODE_TEXT);

    mark->text = item->item.checked ? STR("\u2611 ") : STR("\u2610 ");
    item->item.task = item->item.checked = false;
    if (paragraph != NULL && paragraph->kind == NODE_PARAGRAPH && paragraph->first != NULL)
        node_insert_before(paragraph->first, mark);
}

static bool is_good_id(Str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char c = id.data[i];
        bool good = char_is_alnum(c) || c == '-' || c == '_' || c == '.' || c == ':' || (c & 0x80) != 0;
        if (!good)
            return false;
    }
    return id.len > 0;
}

static void drop_attribute(Node *node, size_t i)
{
    node->attribute_count--;
    memmove(&node->attributes[i], &node->attributes[i + 1], (node->attribute_count - i) * sizeof(Attribute));
}

/* An id may stand once in a document. */
static void check_ids(Node *node, Map *seen)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        if (!str_eq(node->attributes[i].name, STR("id")))
            continue;
        Str id = node->attributes[i].value;
        if (is_good_id(id) && !map_has(seen, id))
            map_put(seen, id, NULL);
        else
            drop_attribute(node, i);
        return;
    }
}

static Node *make_safe(Node *root, Node *node, Arena *arena, Map *ids)
{
    if (node->kind == NODE_HTML)
        return dissolve(root, node); /* in an image's alternative text */
    if (node->kind == NODE_LINK || node->kind == NODE_IMAGE) {
        const char *schemes = node->kind == NODE_LINK ? "http https mailto tel" : "http https";
        if (!url_is_safe(&node->link.url, schemes, arena) || node->link.url.len == 0)
            return dissolve(root, node);
    }
    if (node->kind == NODE_ITEM && node->item.task)
        show_task(node, arena);
    check_ids(node, ids);
    return node_next(root, node);
}

void document_clean(Document *out, const Document *document, Arena *arena)
{
    if (has_nothing_to_do(document)) {
        *out = *document;
        return;
    }
    Node *root = document->has_raw_html ? read_html(document, arena) : node_copy_tree(document->root, arena);
    Arena scratch = { 0 };
    Map ids = { .arena = &scratch };
    for (Node *node = root; node != NULL;)
        node = make_safe(root, node, arena, &ids);
    arena_free(&scratch);
    *out = *document;
    out->arena = arena;
    out->root = root;
    out->has_raw_html = false;
}
