/* lib/markup/tasks.c - GFM's task list items. cmark-gfm's own extension misses them in quotes and in ordered lists, and
 * takes `[x]` anywhere in the line for the item's mark: so they are found on the tree. */
#include "markup/gfm_passes.h"

static bool is_task_text(Str text)
{
    int mark = char_lower(str_at(text, 1));
    return str_at(text, 0) == '[' && (mark == ' ' || mark == 'x') && str_at(text, 2) == ']'
           && (str_at(text, 3) == ' ' || str_at(text, 3) == '\t');
}

static void find_task(const Document *document, Node *item)
{
    const Node *paragraph = item->first;

    if (paragraph == NULL || paragraph->kind != NODE_PARAGRAPH || paragraph->first == NULL)
        return;
    Node *text = paragraph->first;
    if (text->kind != NODE_TEXT || !is_task_text(text->text) || str_at(document->text, paragraph->start) != '[')
        return;
    if (text->text.len == 4 && text->next == NULL)
        return; /* an item has something to do */
    item->item.task = true;
    item->item.checked = text->text.data[1] != ' ';
    text->text = str_trim_left(str_from_offset(text->text, 3));
    if (text->text.len == 0)
        node_unlink(text);
}

void find_tasks(Document *document)
{
    for (Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        if (node->kind == NODE_ITEM)
            find_task(document, node);
    }
}
