/* lib/check/text_links.c - a link that touches the word before it. */
#include "base/utf8.h"
#include "check/prose.h"

static bool is_link(const Node *node)
{
    return node->kind == NODE_LINK || (node->kind == NODE_ELEMENT && str_eq(node->text, STR("a")));
}

/* "[2021 report]" does; "[2]" is a note's number. */
static bool begins_with_word(const Node *node)
{
    while (node != NULL && node->kind != NODE_TEXT && node->kind != NODE_IMAGE)
        node = node->first;
    if (node == NULL || node->kind == NODE_IMAGE)
        return false;
    int32_t c = prose_after(node->text, 0);
    return prose_is_letter(c) || (char_is_digit(c) && str_find_char(node->text, ' ', 0) != STR_NONE);
}

static bool touches_word(const Node *link)
{
    const Node *before = link->previous;
    if (before == NULL || before->kind != NODE_TEXT || before->text.len == 0)
        return false;
    int32_t c = prose_before(before->text, before->text.len);
    bool word = prose_is_letter(c) || c == ',' || c == ';' || c == ':' || c == '.' || c == '!' || c == '?' || c == ')';
    return word && begins_with_word(link) && !prose_is_technical(prose_token(before->text, before->text.len));
}

void prose_check_links(const Subject *subject)
{
    const Document *document = subject->document;
    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        if (!is_link(node) || !touches_word(node))
            continue;
        Span span = document_span(document, node);
        int sign = str_at(source_text(span), 0);
        if (sign != '[' && sign != '<')
            continue;
        span = span_part(span, 0, 1);
        diag_warning(subject->diags, "space-before-link", span, "no blank before the link");
        diag_hint(subject->diags, "write a blank before \"%c\"", sign);
        diag_fix(subject->diags, span, sign == '[' ? STR(" [") : STR(" <"), false);
    }
}
