/* lib/markup/clean_build.c - from the tree of an HTML parser, where anything may stand in anything, to ours. */
#include "markup/clean_parts.h"

enum { MOST_BLOCKS = 96, MOST_WRAPPERS = 24, MOST_USES = 16 };
_Static_assert(MOST_BLOCKS + MOST_WRAPPERS < NODE_MAX_DEPTH, "see node.h");

/* Inline elements may reach over blocks, as in <a><p>: they are made anew in each block that has text. */
typedef struct Wrapper {
    const Node *proto;
    Node *instance;
} Wrapper;

typedef struct Builder {
    Arena *arena;
    CleanOriginals *originals;
    Node *root;
    Node *block; /* where blocks go now */
    int depth;   /* of `block` */
    Node *line;  /* the block that takes inlines now; NULL: a new paragraph will */
    bool blank;  /* a blank would be lost here: at the start of a line, or behind another blank */
    Wrapper wrappers[MOST_WRAPPERS];
    int wrapper_count;
    int open; /* how many of them have their instance in `line` */
} Builder;

static void visit(Builder *b, const HtmlNode *html);

static void visit_children(Builder *b, const HtmlNode *html)
{
    for (const HtmlNode *child = html->first; child != NULL; child = child->next)
        visit(b, child);
}

static void trim_line(Node *line)
{
    Node *last = line->last;

    while (last != NULL && last->last != NULL)
        last = last->last;
    if (last == NULL || last->kind != NODE_TEXT)
        return;
    last->text = str_trim_right(last->text);
    for (Node *parent; last->text.len == 0 && last->first == NULL && last != line; last = parent) {
        parent = last->parent;
        node_unlink(last);
    }
}

static void end_line(Builder *b)
{
    if (b->line != NULL)
        trim_line(b->line);
    b->line = NULL;
    b->open = 0;
    b->blank = true;
}

/* Within what takes only inlines, blocks are parted by a line break. */
static void break_line(Builder *b)
{
    if (!clean_takes_only_inlines(b->block)) {
        end_line(b);
    } else if (b->block->last != NULL && b->block->last->kind != NODE_HARD_BREAK) {
        trim_line(b->block);
        b->open = 0;
        if (b->block->last != NULL)
            node_append(b->block, node_new(b->arena, NODE_HARD_BREAK));
        b->blank = true;
    }
}

static Node *last_list(const Builder *b)
{
    Node *last = b->block->last;

    if (last != NULL && last->kind == NODE_LIST)
        return last;
    Node *list = node_new(b->arena, NODE_LIST);
    list->list.tight = true;
    list->list.delimiter = '.';
    node_append(b->block, list);
    return list;
}

static Node *new_item(const Builder *b, Node *list)
{
    Node *item = node_new(b->arena, NODE_ITEM);
    node_append(list, item);
    return item;
}

/* Where a block of this kind goes; NULL where it cannot be. Items find a list, and lists give other blocks an item. */
static Node *find_parent(const Builder *b, NodeKind kind)
{
    switch (kind) {
    case NODE_ITEM:
        return b->block->kind == NODE_LIST ? b->block : last_list(b);
    case NODE_TABLE_ROW:
        return b->block->kind == NODE_TABLE ? b->block : NULL;
    case NODE_TABLE_CELL:
        return b->block->kind == NODE_TABLE_ROW ? b->block : NULL;
    case NODE_FOOTNOTE:
        return b->root; /* whatever the author did not close */
    default:
        if (b->block->kind == NODE_TABLE || b->block->kind == NODE_TABLE_ROW)
            return NULL;
        return b->block->kind == NODE_LIST ? new_item(b, b->block) : b->block;
    }
}

/* Where inlines go; NULL where they cannot be. */
static Node *open_line(Builder *b)
{
    if (b->line == NULL && clean_takes_inlines(b->block)) {
        b->line = b->block;
    } else if (b->line == NULL) {
        Node *parent = find_parent(b, NODE_PARAGRAPH);
        if (parent == NULL)
            return NULL;
        b->line = node_new(b->arena, NODE_PARAGRAPH);
        node_append(parent, b->line);
    }
    Node *at = b->open == 0 ? b->line : b->wrappers[b->open - 1].instance;
    for (; b->open < b->wrapper_count; b->open++) {
        Wrapper *wrapper = &b->wrappers[b->open];
        wrapper->instance = ARENA_NEW(b->arena, Node);
        *wrapper->instance = *wrapper->proto;
        node_append(at, wrapper->instance);
        at = wrapper->instance;
    }
    return at;
}

static void put_inline(Builder *b, Node *node)
{
    Node *parent = open_line(b);

    if (parent == NULL)
        return;
    if (node->kind == NODE_HARD_BREAK && parent->last != NULL && parent->last->kind == NODE_TEXT)
        parent->last->text = str_trim_right(parent->last->text);
    node_append(parent, node);
    b->blank = node->kind == NODE_HARD_BREAK;
}

static void put_text(Builder *b, Str text)
{
    Buf folded = { .arena = b->arena };
    bool blank = b->blank;

    for (size_t i = 0; i < text.len; i++) {
        bool space = char_is_space(text.data[i]);
        if (!space || !blank)
            buf_put_char(&folded, space ? ' ' : text.data[i]);
        blank = space;
    }
    if (folded.len == 0)
        return;
    Node *node = node_new(b->arena, NODE_TEXT);
    node->text = buf_str(&folded);
    put_inline(b, node);
    b->blank = blank;
}

static void visit_wrapper(Builder *b, const Node *proto, const HtmlNode *html)
{
    if (b->wrapper_count == MOST_WRAPPERS) {
        visit_children(b, html);
        return;
    }
    b->wrappers[b->wrapper_count++] = (Wrapper){ proto, NULL };
    visit_children(b, html);
    b->wrapper_count--;
    if (b->open > b->wrapper_count)
        b->open = b->wrapper_count;
}

static bool is_loose(const Node *item)
{
    for (const Node *child = item->first; child != NULL; child = child->next) {
        bool fits = child->kind == NODE_LIST || (child == item->first && child->kind == NODE_PARAGRAPH);
        if (!fits)
            return true;
    }
    return false;
}

static void finish_table(Node *table, Arena *arena)
{
    const Node *row = table->first;
    size_t columns = 0;

    for (const Node *cell = row->first; cell != NULL; cell = cell->next)
        columns++;
    CellAlign *aligns = ARENA_ARRAY(arena, CellAlign, columns);
    size_t i = 0;
    for (const Node *cell = row->first; cell != NULL; cell = cell->next)
        aligns[i++] = cell->cell.align;
    table->table.aligns = aligns;
    table->table.columns = columns;
}

/* What is only known when all children are there. */
static void finish_block(const Builder *b, Node *node)
{
    bool may_be_empty = node->kind == NODE_TABLE_CELL || node->kind == NODE_FOOTNOTE;

    while (node->last != NULL && node->last->kind == NODE_HARD_BREAK)
        node_unlink(node->last);
    if (node->first == NULL && !may_be_empty)
        node_unlink(node);
    else if (node->kind == NODE_ITEM && node->parent->list.tight)
        node->parent->list.tight = !is_loose(node);
    else if (node->kind == NODE_TABLE)
        finish_table(node, b->arena);
    else if (node->kind == NODE_TABLE_ROW && node->previous != NULL && !node->previous->row.header)
        node->row.header = false; /* only the first rows can be */
    else if (node->kind == NODE_TABLE_CELL)
        node->cell.column = node->previous == NULL ? 0 : node->previous->cell.column + 1;
}

/* Our tables have none: it stands before them. */
static void visit_caption(Builder *b, const HtmlNode *table)
{
    for (const HtmlNode *child = table->first; child != NULL; child = child->next) {
        if (str_eq(child->name, STR("caption")))
            visit_children(b, child);
    }
    break_line(b);
}

static void visit_block(Builder *b, Node *proto, const HtmlNode *html)
{
    Node *block = b->block;
    Node *parent = NULL;

    break_line(b);
    if (!clean_takes_only_inlines(block) && b->depth < MOST_BLOCKS)
        parent = find_parent(b, proto->kind);
    if (parent == NULL || (proto->kind == NODE_TABLE && !clean_is_plain_table(html))) {
        visit_children(b, html);
        break_line(b);
        return;
    }
    int depth = b->depth;
    if (proto->kind == NODE_TABLE)
        visit_caption(b, html);
    node_append(parent, proto);
    b->block = proto;
    b->depth += parent == block ? 1 : 3; /* with a list and an item that were missing */
    visit_children(b, html);
    end_line(b);
    b->depth = depth;
    b->block = block;
    finish_block(b, proto);
}

static void visit_leaf(Builder *b, Node *node)
{
    if (!node_is_block(node)) {
        put_inline(b, node);
        return;
    }
    break_line(b);
    if (!clean_takes_only_inlines(b->block)) {
        Node *parent = find_parent(b, node->kind);
        if (parent != NULL)
            node_append(parent, node);
    } else if (node->kind == NODE_CODE_BLOCK) {
        node->kind = NODE_CODE;
        put_inline(b, node);
    }
}

/* Whether Markdown stands in it: then its author has not closed it, or has written for those who cannot see it. */
static bool holds_originals(const HtmlNode *root)
{
    const HtmlNode *at = root->first;

    while (at != NULL && html_attribute(at, STR(CLEAN_REFERENCE)) == NULL) {
        if (at->first != NULL) {
            at = at->first;
            continue;
        }
        while (at != root && at->next == NULL)
            at = at->parent;
        at = at == root ? NULL : at->next;
    }
    return at != NULL;
}

static void visit_embed(Builder *b, const HtmlNode *html)
{
    Node *link = clean_read_embed(html, b->arena);

    break_line(b);
    if (link != NULL)
        put_inline(b, link);
    break_line(b);
    if (link == NULL || holds_originals(html))
        visit_children(b, html);
    break_line(b);
}

/* The node that the element stands for; NULL when it is the author's own. */
static Node *take_original(Builder *b, const HtmlNode *html)
{
    Str reference = html_attribute_value(html, STR(CLEAN_REFERENCE));
    size_t i = 0;

    if (reference.len == 0 || reference.len > 9)
        return NULL;
    for (size_t at = 0; at < reference.len; at++) {
        if (!char_is_digit(reference.data[at]))
            return NULL;
        i = i * 10 + (size_t)(reference.data[at] - '0');
    }
    if (i >= b->originals->len)
        return NULL;
    CleanOriginal *original = &b->originals->items[i];
    bool is_leaf = clean_action_of(original->node) == CLEAN_LEAF;
    if (original->uses++ >= (is_leaf ? 1 : MOST_USES))
        return NULL;
    Node *node = is_leaf ? node_copy_tree(original->node, b->arena) : node_copy(original->node, b->arena);
    clean_filter_attributes(node, b->arena);
    return node;
}

static void visit_element(Builder *b, const HtmlNode *html)
{
    Node *node = take_original(b, html);
    CleanAction action = node != NULL ? clean_action_of(node) : clean_read_element(&node, html, b->arena);

    switch (action) {
    case CLEAN_DROP:
        break;
    case CLEAN_DISSOLVE:
        visit_children(b, html);
        break;
    case CLEAN_DISSOLVE_BLOCK:
        break_line(b);
        visit_children(b, html);
        break_line(b);
        break;
    case CLEAN_EMBED:
        visit_embed(b, html);
        break;
    case CLEAN_LEAF:
        visit_leaf(b, node);
        break;
    case CLEAN_WRAP:
        visit_wrapper(b, node, html);
        break;
    case CLEAN_BLOCK:
        visit_block(b, node, html);
        break;
    }
}

/* Recursion is as deep as the HTML tree, which is bounded. */
static void visit(Builder *b, const HtmlNode *html)
{
    if (html->name.len == 0)
        put_text(b, html->text);
    else if (html_attribute(html, STR("hidden")) == NULL)
        visit_element(b, html);
}

void clean_build(Node *document, const HtmlNode *root, CleanOriginals *originals, Arena *arena)
{
    Builder builder = { .arena = arena, .originals = originals, .root = document, .block = document, .blank = true };

    visit_children(&builder, root);
    end_line(&builder);
}
