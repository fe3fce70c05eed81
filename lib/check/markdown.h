/* lib/check/markdown.h - the rules about Markdown, part by part. Internal to markdown*.c. */
#pragma once

#include "check/ground.h"
#include "check/link.h"

typedef struct MarkdownCheck {
    const Subject *subject;
    Ground ground;
    Str text; /* the document's */
    bool gfm;
} MarkdownCheck;

/* Where a line of a paragraph begins to be text; false when it begins with markup. `line` is the line's start. */
bool markdown_line_text(size_t *out, const MarkdownCheck *check, const Node *leaf, size_t line);

/* The line that begins next in the block after `at`, or STR_NONE. */
size_t markdown_next_line(const MarkdownCheck *check, const Node *block, size_t at);
size_t markdown_line_end(const MarkdownCheck *check, size_t at);

/* The list that a line of this paragraph may have been meant for: the one it stands in, or that follows at once. */
const Node *markdown_list_beside(const MarkdownCheck *check, const Node *leaf);

/* Says it of text that the author wrote himself; false when it was not said. */
bool markdown_say(const MarkdownCheck *check, const char *rule, size_t start, size_t end, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void markdown_offer(const MarkdownCheck *check, size_t start, size_t end, Str replacement, bool safe);

void check_headings(const MarkdownCheck *check);
void check_signs(const MarkdownCheck *check); /* emphasis, code spans, footnotes */
void check_fences(const MarkdownCheck *check);
void check_tables(const MarkdownCheck *check);
void check_lists(const MarkdownCheck *check);
void check_line_breaks(const MarkdownCheck *check);
void check_dialect(const MarkdownCheck *check);
