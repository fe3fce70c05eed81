/* lib/markup/words.c - the words of a node. */
#include "markup/plain.h"

/* Writes `text` with every run of white space as one blank, none at the start of what was written since `start`. */
static void put_folded(Buf *out, size_t start, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (!char_is_space(c))
            buf_put_char(out, c);
        else if (out->len > start && out->data[out->len - 1] != ' ')
            buf_put_char(out, ' ');
    }
}

static bool has_no_words(const Node *node)
{
    return node->kind == NODE_IMAGE || node->kind == NODE_FOOTNOTE;
}

void render_words(Buf *out, const Node *root)
{
    const size_t start = out->len;
    const Node *next = root->first;

    if (root->first == NULL)
        put_folded(out, start, root->kind == NODE_HTML || root->kind == NODE_HTML_BLOCK ? (Str){ 0 } : root->text);
    for (const Node *node = next; node != NULL; node = next) {
        next = has_no_words(node) ? node_after(root, node) : node_next(root, node);
        if (node->kind == NODE_TEXT || node->kind == NODE_CODE || node->kind == NODE_CODE_BLOCK)
            put_folded(out, start, node->text);
        if (node_is_block(node) || node->kind == NODE_SOFT_BREAK || node->kind == NODE_HARD_BREAK)
            put_folded(out, start, STR(" "));
    }
    if (out->len > start && out->data[out->len - 1] == ' ')
        out->len--;
}
