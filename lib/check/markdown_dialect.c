/* lib/check/markdown_dialect.c - what kramdown would have understood, where the site's Markdown is GFM. */
#include "check/markdown.h"

static void report(const MarkdownCheck *check, size_t start, size_t end, const char *what, const char *hint)
{
    if (markdown_say(check, "kramdown-only", start, end, "%s is shown as it stands: only kramdown knows it", what))
        diag_hint(check->subject->diags, "%s", hint);
}

/* `{: .class}`, `{:toc}`, `{::comment}`, `{#id}` at the end of a heading. */
static size_t check_brace(const MarkdownCheck *check, const Node *leaf, size_t at)
{
    enum { LIST_MAX = 300 };
    size_t close = str_find_char(str_slice(check->text, 0, at + LIST_MAX), '}', at);
    int sign = str_at(check->text, at + 1);
    if (close == STR_NONE || close >= leaf->end)
        return at + 1;
    if (sign == ':' && str_at(check->text, at + 2) != '}') {
        report(check, at, close + 1, "an attribute list", "delete it, or write the element in HTML");
        return close + 1;
    }
    bool id = sign == '#' && leaf->kind == NODE_HEADING
              && str_find_char(str_slice(check->text, at, close), ' ', 0) == STR_NONE;
    if (id)
        report(check, at, close + 1, "the id of a heading", "delete it: each heading gets an id of its words");
    return close + 1;
}

static size_t check_sign(const MarkdownCheck *check, const Node *leaf, size_t at)
{
    Str text = check->text;
    int next = str_at(text, at + 1);

    if (text.data[at] == '{')
        return check_brace(check, leaf, at);
    if (text.data[at] == '^' && next == '[') {
        report(check, at, at + 2, "a note in the line",
               "write [^1] here, and [^1]: with its text on a line of its own");
        return at + 2;
    }
    if (text.data[at] == '$' && next == '$') {
        enum { FORMULA_MAX = 2000 };
        size_t close = str_find(str_slice(text, 0, at + FORMULA_MAX), STR("$$"), at + 2);
        if (close == STR_NONE || close >= leaf->end)
            return at + 2;
        report(check, at, close + 2, "a formula", "write it in words or as code");
        return close + 2;
    }
    return at + 1;
}

/* `*[HTML]: Hypertext...` and `: what it means` on lines of their own. */
static void check_lines(const MarkdownCheck *check, const Node *leaf)
{
    size_t at;
    for (size_t line = leaf->start; line != STR_NONE; line = markdown_next_line(check, leaf, line)) {
        if (!markdown_line_text(&at, check, leaf, line))
            continue;
        size_t end = markdown_line_end(check, at), close = str_find(str_slice(check->text, 0, end), STR("]:"), at);
        if (str_starts_with(str_from_offset(check->text, at), STR("*[")) && close != STR_NONE)
            report(check, at, close + 2, "an abbreviation", "delete it, or write <abbr title=\"...\"> in the text");
        else if (at > leaf->start && str_starts_with(str_from_offset(check->text, at), STR(": ")))
            report(check, at, at + 1, "a definition list", "write a list, or the term in bold");
    }
}

/* `markdown="1"` in a tag. */
static void check_attribute(const MarkdownCheck *check)
{
    static const Str name = STR_INIT("markdown=");
    for (size_t at = 0; (at = str_find(check->text, name, at)) != STR_NONE; at += name.len) {
        size_t value = at + name.len;
        int quote = str_at(check->text, value);
        size_t end = quote == '"' || quote == '\'' ? str_find_char(check->text, (char)quote, value + 1) : value;
        if (ground_at(&check->ground, at) != GROUND_HTML || end == STR_NONE
            || !char_is_space(str_at(check->text, at - 1)))
            continue;
        if (markdown_say(check, "kramdown-only", at, end + 1,
                         "\"markdown\" is no attribute of HTML: only kramdown knows it"))
            diag_hint(check->subject->diags, "delete it, and leave a blank line behind the tag");
    }
}

void check_dialect(const MarkdownCheck *check)
{
    const Document *document = check->subject->document;

    for (const Node *leaf = ground_leaf(document, document->root); leaf != NULL;
         leaf = ground_leaf(document, node_after(document->root, leaf))) {
        size_t end = leaf->end < check->text.len ? leaf->end : check->text.len;
        for (size_t at = leaf->start; at < end;) {
            char c = check->text.data[at];
            bool sign = (c == '{' || c == '^' || c == '$') && check->ground.kinds[at] == GROUND_TEXT;
            at = sign ? check_sign(check, leaf, at) : at + 1;
        }
        if (leaf->kind == NODE_PARAGRAPH)
            check_lines(check, leaf);
    }
    check_attribute(check);
}
