/* lib/markup/excerpt.c */
#include "markup/excerpt.h"

#include "base/utf8.h"
#include "markup/clean.h"
#include "markup/plain.h"

/* The length of the separator at the start of `s`; 0 when there is none. */
static size_t read_separator(Str s)
{
    size_t i = 4;

    if (!str_starts_with(s, STR("<!--")))
        return 0;
    while (char_is_space(str_at(s, i)))
        i++;
    if (!str_eq_nocase(str_slice(s, i, i + 4), STR("more")))
        return 0;
    i += 4;
    while (char_is_space(str_at(s, i)))
        i++;
    return str_starts_with(str_from_offset(s, i), STR("-->")) ? i + 3 : 0;
}

static size_t find_in(Str text)
{
    for (size_t at = str_find(text, STR("<!--"), 0); at != STR_NONE; at = str_find(text, STR("<!--"), at + 4)) {
        if (read_separator(str_from_offset(text, at)) > 0)
            return at;
    }
    return STR_NONE;
}

/* The raw HTML that holds the separator, and where in its text; NULL when there is none. */
static const Node *find_separator(const Document *document, size_t *at)
{
    const Node *node = document->root;

    while (node != NULL && document->has_raw_html) {
        if (node->kind == NODE_HTML || node->kind == NODE_HTML_BLOCK) {
            *at = find_in(node->text);
            if (*at != STR_NONE)
                return node;
        }
        node = node_next(document->root, node);
    }
    return NULL;
}

size_t excerpt_separator(const Document *document)
{
    size_t at;
    const Node *block = find_separator(document, &at);

    if (block == NULL)
        return STR_NONE;
    while (!node_is_block(block)) /* of inlines the place is not sure */
        block = block->parent;
    at = find_in(str_slice(document->text, block->start, block->end));
    return at == STR_NONE ? block->start : block->start + at;
}

static bool has_words(const Node *node)
{
    Arena scratch = { 0 };
    Buf words = { .arena = &scratch };

    render_words(&words, node);
    arena_free(&scratch);
    return words.len > 0;
}

/* References to footnotes, which stay behind. */
static void drop_references(Node *root)
{
    Node *next = NULL;

    for (Node *node = root; node != NULL; node = next) {
        next = node_next(root, node);
        if (node->kind == NODE_FOOTNOTE_REFERENCE)
            node_unlink(node);
    }
}

/* Copies what stands before `end`, and of its text what stands before byte `at`. */
static Node *copy_until(const Node *root, const Node *end, size_t at, Arena *arena)
{
    Node *copy = node_copy(root, arena); /* of `node` */
    Node *copied_root = copy;

    for (const Node *node = root; node != end;) {
        const Node *next = node->first;
        Node *parent = copy;
        if (next == NULL) {
            for (; node->next == NULL; node = node->parent)
                copy = copy->parent;
            next = node->next;
            parent = copy->parent;
        }
        copy = node_copy(next, arena);
        node_append(parent, copy);
        node = next;
    }
    copy->text = str_trim_right(str_slice(copy->text, 0, at));
    while (copy != copied_root && copy->text.len == 0 && copy->first == NULL) {
        Node *parent = copy->parent;
        node_unlink(copy);
        copy = parent;
    }
    return copied_root;
}

/* The first paragraph with words, preferably not in a list or quote; else the first block with words. */
static const Node *find_beginning(const Document *document)
{
    const Node *nested = NULL;
    const Node *other = NULL;

    for (const Node *node = document->root->first; node != NULL; node = node->next) {
        if (node->kind == NODE_FOOTNOTE || !has_words(node))
            continue;
        if (node->kind == NODE_PARAGRAPH)
            return node;
        if (other == NULL)
            other = node;
        for (const Node *below = node->first; below != NULL && nested == NULL; below = node_next(node, below)) {
            if (below->kind == NODE_PARAGRAPH && has_words(below))
                nested = below;
        }
    }
    return nested != NULL ? nested : other;
}

static void set_excerpt(Document *out, const Document *document, Node *root, Arena *arena)
{
    drop_references(root);
    *out = *document;
    out->arena = arena;
    out->root = root;
}

static bool take_beginning(Document *out, const Document *document, Arena *arena)
{
    const Node *beginning = find_beginning(document);

    if (beginning == NULL)
        return false;
    Node *root = node_copy(document->root, arena);
    node_append(root, node_copy_tree(beginning, arena));
    set_excerpt(out, document, root, arena);
    return true;
}

/* Words within raw HTML show when it has been read. */
static bool has_words_as_shown(const Document *document, Arena *arena)
{
    Document clean;

    document_clean(&clean, document, arena);
    return has_words(clean.root);
}

enum { FIRST_BLOCKS = 4 };

static bool has_raw_nodes(const Node *block)
{
    for (const Node *node = block; node != NULL; node = node_next(block, node)) {
        if (node->kind == NODE_HTML || node->kind == NODE_HTML_BLOCK || node->kind == NODE_ELEMENT
            || node->kind == NODE_ELEMENT_BLOCK)
            return true;
    }
    return false;
}

/* A paragraph of Markdown alone, with only such before it: no raw HTML further down changes that. */
static const Node *find_plain_paragraph(const Document *document)
{
    const Node *block = document->root->first;

    for (int i = 0; i < FIRST_BLOCKS && block != NULL && !has_raw_nodes(block); i++, block = block->next) {
        if (block->kind == NODE_PARAGRAPH && has_words(block))
            return block;
    }
    return NULL;
}

/* The first blocks, or of them the paragraph alone that makes the excerpt. */
static Node *copy_beginning(const Document *document, Arena *arena)
{
    Node *root = node_copy(document->root, arena);
    const Node *plain = find_plain_paragraph(document);
    const Node *block = plain != NULL ? plain : document->root->first;

    for (int i = 0; i < (plain != NULL ? 1 : FIRST_BLOCKS) && block != NULL; i++, block = block->next)
        node_append(root, node_copy_tree(block, arena));
    return root;
}

/* Most posts begin with a paragraph, and reading all raw HTML of a long one takes longer than all else: then the first
 * blocks alone are read. */
static bool take_early_paragraph(Document *out, const Document *document, Arena *arena)
{
    Document first = *document, clean;

    if (!document->has_raw_html)
        return false;
    first.root = copy_beginning(document, arena);
    document_clean(&clean, &first, arena);
    const Node *beginning = find_beginning(&clean);
    return beginning != NULL && beginning->kind == NODE_PARAGRAPH && beginning->parent == clean.root
           && take_beginning(out, &clean, arena);
}

bool excerpt_document(Document *out, const Document *document, Arena *arena)
{
    size_t at = 0;
    const Node *separator = find_separator(document, &at);

    if (separator != NULL) {
        set_excerpt(out, document, copy_until(document->root, separator, at, arena), arena);
        if (has_words(out->root) || (out->has_raw_html && has_words_as_shown(out, arena)))
            return true;
    }
    if (take_early_paragraph(out, document, arena))
        return true;
    Document clean; /* where raw HTML has paragraphs too */
    document_clean(&clean, document, arena);
    return take_beginning(out, &clean, arena);
}

/* Where to cut: before `max_chars` characters with the ellipsis, behind a word where there is one. */
static size_t find_cut(Str words, size_t max_chars)
{
    size_t end = utf8_offset(words, max_chars - 1);
    size_t blank = str_find_last_char(str_slice(words, 0, end + 1), ' ');

    return blank != STR_NONE && blank > end / 2 ? blank : end;
}

Str excerpt_words(const Document *document, size_t max_chars, Arena *arena)
{
    Document excerpt;
    Buf words = { .arena = arena };

    if (max_chars == 0 || !excerpt_document(&excerpt, document, arena))
        return (Str){ 0 };
    if (excerpt.has_raw_html)
        document_clean(&excerpt, &excerpt, arena);
    render_words(&words, excerpt.root);
    if (utf8_length(buf_str(&words)) <= max_chars)
        return buf_str(&words);
    words.len = find_cut(buf_str(&words), max_chars);
    while (words.len > 0 && (words.data[words.len - 1] == ' ' || words.data[words.len - 1] == ','))
        words.len--;
    buf_put(&words, STR("\u2026"));
    return buf_str(&words);
}
