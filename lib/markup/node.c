/* lib/markup/node.c */
#include "markup/node.h"

Node *node_new(Arena *arena, NodeKind kind)
{
    Node *node = ARENA_NEW(arena, Node);
    node->kind = kind;
    return node;
}

void node_append(Node *parent, Node *child)
{
    child->parent = parent;
    child->next = NULL;
    child->previous = parent->last;
    if (parent->last != NULL)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void node_insert_before(Node *at, Node *node)
{
    node->parent = at->parent;
    node->next = at;
    node->previous = at->previous;
    if (at->previous != NULL)
        at->previous->next = node;
    else
        at->parent->first = node;
    at->previous = node;
}

void node_unlink(Node *node)
{
    if (node->previous != NULL)
        node->previous->next = node->next;
    else if (node->parent != NULL)
        node->parent->first = node->next;
    if (node->next != NULL)
        node->next->previous = node->previous;
    else if (node->parent != NULL)
        node->parent->last = node->previous;
    node->parent = node->previous = node->next = NULL;
}

static void copy_attributes(Node *copy, const Node *node, Arena *arena)
{
    if (node->attribute_count == 0)
        return;
    copy->attributes = ARENA_ARRAY(arena, Attribute, node->attribute_count);
    for (size_t i = 0; i < node->attribute_count; i++) {
        copy->attributes[i].name = arena_copy(arena, node->attributes[i].name);
        copy->attributes[i].value = arena_copy(arena, node->attributes[i].value);
    }
}

static void copy_table(Node *copy, const Node *node, Arena *arena)
{
    if (node->table.columns == 0)
        return;
    CellAlign *aligns = ARENA_ARRAY(arena, CellAlign, node->table.columns);
    memcpy(aligns, node->table.aligns, node->table.columns * sizeof(*aligns));
    copy->table.aligns = aligns;
}

Node *node_copy(const Node *node, Arena *arena)
{
    Node *copy = ARENA_NEW(arena, Node);

    *copy = *node;
    copy->parent = copy->first = copy->last = copy->next = copy->previous = NULL;
    copy->text = arena_copy(arena, node->text);
    if (node->kind == NODE_TEXT) {
        copy->literal.html = arena_copy(arena, node->literal.html);
    } else if (node->kind == NODE_LINK || node->kind == NODE_IMAGE) {
        copy->link.url = arena_copy(arena, node->link.url);
        copy->link.title = arena_copy(arena, node->link.title);
    } else if (node->kind == NODE_CODE_BLOCK) {
        copy->code.info = arena_copy(arena, node->code.info);
    } else if (node->kind == NODE_TABLE) {
        copy_table(copy, node, arena);
    } else if (node->kind == NODE_FOOTNOTE || node->kind == NODE_FOOTNOTE_REFERENCE) {
        copy->footnote.label = arena_copy(arena, node->footnote.label);
    }
    copy_attributes(copy, node, arena);
    return copy;
}

Node *node_copy_tree(const Node *node, Arena *arena)
{
    Node *root = node_copy(node, arena);
    Node *copy = root; /* of `at` */

    for (const Node *at = node;;) {
        const Node *next = at->first;
        Node *parent = copy;
        if (next == NULL) {
            for (; at != node && at->next == NULL; at = at->parent)
                copy = copy->parent;
            if (at == node)
                return root;
            next = at->next;
            parent = copy->parent;
        }
        copy = node_copy(next, arena);
        node_append(parent, copy);
        at = next;
    }
}

Node *node_after(const Node *root, const Node *node)
{
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

Node *node_next(const Node *root, const Node *node)
{
    return node->first != NULL ? node->first : node_after(root, node);
}

bool node_is_block(const Node *node)
{
    return node->kind <= NODE_ELEMENT_BLOCK;
}

static Attribute *find_attribute(const Node *node, Str name)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        if (str_eq(node->attributes[i].name, name))
            return &node->attributes[i];
    }
    return NULL;
}

Str node_attribute(const Node *node, Str name)
{
    const Attribute *found = find_attribute(node, name);
    return found == NULL ? (Str){ 0 } : found->value;
}

void node_set_attribute(Node *node, Arena *arena, Str name, Str value)
{
    Attribute *found = find_attribute(node, name);

    if (found == NULL) {
        size_t held = node->attribute_count * sizeof(Attribute);
        node->attributes = arena_grow(arena, node->attributes, held, held + sizeof(Attribute));
        found = &node->attributes[node->attribute_count++];
        found->name = name;
    }
    found->value = value;
}

Span document_span(const Document *document, const Node *node)
{
    return places_find(&document->places, node->start, node->end);
}
