/* lib/check/markdown.c */
#include "check/markdown.h"

#include <stdarg.h>
#include <stdio.h>

size_t markdown_line_end(const MarkdownCheck *check, size_t at)
{
    size_t end = str_find_char(check->text, '\n', at);
    end = end == STR_NONE ? check->text.len : end;
    return end > at && check->text.data[end - 1] == '\r' ? end - 1 : end;
}

size_t markdown_next_line(const MarkdownCheck *check, const Node *block, size_t at)
{
    size_t end = str_find_char(check->text, '\n', at);
    return end == STR_NONE || end + 1 >= block->end ? STR_NONE : end + 1;
}

bool markdown_line_text(size_t *out, const MarkdownCheck *check, const Node *leaf, size_t line)
{
    size_t at = line;
    if (at > leaf->start) {
        while (str_at(check->text, at) == ' ' || str_at(check->text, at) == '\t' || str_at(check->text, at) == '>')
            at++;
    }
    *out = at;
    return ground_at(&check->ground, at) == GROUND_TEXT;
}

bool markdown_say(const MarkdownCheck *check, const char *rule, size_t start, size_t end, const char *format, ...)
{
    char message[256];
    Part part = { (uint32_t)start, (uint32_t)end };
    va_list arguments;

    if (!link_is_literal(check->subject, part))
        return false;
    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    return link_say(check->subject, rule, part, "%s", message);
}

void markdown_offer(const MarkdownCheck *check, size_t start, size_t end, Str replacement, bool safe)
{
    link_offer(check->subject, (Part){ (uint32_t)start, (uint32_t)end }, replacement, safe);
}

/* --- a body with nothing in it ----------------------------------------------------------------------------------- */

static bool is_comment(const Node *node)
{
    return node->kind == NODE_HTML_BLOCK && str_starts_with(str_trim(node->text), STR("<!--"))
           && str_ends_with(str_trim(node->text), STR("-->"));
}

/* A post that leads elsewhere needs no text. */
static bool leads_elsewhere(const Subject *subject)
{
    static const Str keys[] = { STR_INIT("redirect_to"), STR_INIT("redirect"),     STR_INIT("link"),
                                STR_INIT("url"),         STR_INIT("external_url"), STR_INIT("external") };
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (tree_get(subject->post->post.front_matter, keys[i]) != NULL)
            return true;
    }
    return false;
}

/* The line that ends the front matter, where the body is nothing at all. */
static Span place_of_nothing(Span body)
{
    Str text = body.source->text;
    size_t start = body.start;

    while (char_is_space(str_at(source_text(body), start - body.start)))
        start++;
    if (start < body.end)
        return (Span){ body.source, (uint32_t)start,
                       (uint32_t)markdown_line_end(&(MarkdownCheck){ .text = text }, start) };
    while (start > 0 && char_is_space(text.data[start - 1]))
        start--;
    size_t end = start;
    while (start > 0 && text.data[start - 1] != '\n')
        start--;
    return (Span){ body.source, (uint32_t)start, (uint32_t)end };
}

static void check_empty(const Subject *subject)
{
    const Post *post = &subject->post->post;
    for (const Node *node = subject->document->root->first; node != NULL; node = node->next) {
        if (!is_comment(node))
            return;
    }
    if (post->front_matter == NULL || post->body.source == NULL || leads_elsewhere(subject))
        return;
    diag_warning(subject->diags, "body-empty", place_of_nothing(post->body), "the post has no text");
    diag_hint(subject->diags, "write what is announced below the second ---");
}

void check_markdown(const Subject *subject)
{
    if (subject->document == NULL)
        return;
    MarkdownCheck check = { .subject = subject,
                            .text = subject->document->text,
                            .gfm = subject->document->dialect == DIALECT_GFM };
    check_empty(subject);
    ground_read(&check.ground, subject->document, subject->scratch);
    check_headings(&check);
    check_signs(&check);
    check_fences(&check);
    check_tables(&check);
    check_lists(&check);
    check_line_breaks(&check);
    if (check.gfm)
        check_dialect(&check);
}
