/* lib/check/markdown_breaks.c - lines that were meant to stay apart, and run together. */
#include "check/markdown.h"

enum { SHORT_LINE = 90 };

/* The last word of the line that ends at this break. */
static Part line_tail(const MarkdownCheck *check, const Node *leaf, const Node *line_end)
{
    size_t at = line_end->previous->start;
    size_t end = markdown_line_end(check, line_end->start < check->text.len ? line_end->start : at);
    while (end > leaf->start && char_is_space(check->text.data[end - 1]))
        end--;
    size_t start = end;
    while (start > leaf->start && !char_is_space(check->text.data[start - 1]))
        start--;
    return (Part){ (uint32_t)start, (uint32_t)end };
}

static void report(const MarkdownCheck *check, const Node *leaf, const Node *line_end)
{
    Part tail = line_tail(check, leaf, line_end);
    if (!markdown_say(check, "lost-line-break", tail.start, tail.end, "this line and the next will run together"))
        return;
    diag_hint(check->subject->diags, "end the line with two spaces, or leave a blank line behind it");
    size_t behind = markdown_line_end(check, tail.end);
    markdown_offer(check, tail.end, behind, STR("  "), false);
}

static bool ends_sentence(const Node *node)
{
    return node != NULL && node->kind == NODE_TEXT && str_ends_with(node->text, STR(":"));
}

/* `**Where:**` or `**Where**:` at the start of a line. */
static bool is_label(const Node *first)
{
    if (first == NULL || first->kind != NODE_STRONG)
        return false;
    return ends_sentence(first->last)
           || (first->next != NULL && first->next->kind == NODE_TEXT && str_starts_with(first->next->text, STR(":")));
}

/* All other lines of the paragraph are kept apart, or this and the next begin with labels. */
static void check_paragraph(const MarkdownCheck *check, const Node *leaf)
{
    size_t hard = 0, soft = 0;
    const Node *line = leaf->first, *lost = NULL, *label = NULL;
    bool all_short = true;
    uint32_t start = leaf->start;

    for (const Node *node = leaf->first; node != NULL; node = node->next) {
        if (node->kind != NODE_SOFT_BREAK && node->kind != NODE_HARD_BREAK)
            continue;
        all_short = all_short && node->start - start <= SHORT_LINE;
        start = node->start;
        if (node->kind == NODE_SOFT_BREAK) {
            soft++;
            lost = node;
            if (label == NULL && is_label(line) && is_label(node->next))
                label = node;
        } else {
            hard++;
        }
        line = node->next;
    }
    if (label != NULL && label->previous != NULL)
        report(check, leaf, label);
    else if (soft == 1 && hard >= 2 && all_short && lost->previous != NULL)
        report(check, leaf, lost);
}

void check_line_breaks(const MarkdownCheck *check)
{
    const Document *document = check->subject->document;

    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        if (node->kind == NODE_PARAGRAPH && node->first != NULL)
            check_paragraph(check, node);
    }
}
