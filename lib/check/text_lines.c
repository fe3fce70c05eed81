/* lib/check/text_lines.c - what is wrong with lines rather than words: blanks at their ends, tabs, merge conflicts. */
#include <stdlib.h>

#include "check/prose.h"

/* Stretches of the Markdown where blanks are meant: code, raw HTML, hard breaks. */
typedef struct Stretch {
    uint32_t start, end;
    bool code;
} Stretch;

typedef struct Lines {
    const Subject *subject;
    VEC(Stretch) verbatim; /* in order */
    VEC(uint32_t) breaks;  /* where hard breaks begin, in order */
    size_t next_verbatim, next_break;
    bool conflict; /* a marker has opened one */
} Lines;

static bool is_verbatim(const Node *node)
{
    static const char *const names[] = { "pre", "script", "style", "textarea" };
    bool element = node->kind == NODE_ELEMENT || node->kind == NODE_ELEMENT_BLOCK;
    return node->kind == NODE_CODE_BLOCK || node->kind == NODE_CODE || node->kind == NODE_HTML_BLOCK
           || node->kind == NODE_HTML
           || (element && (node->element.raw || str_is_among(node->text, names, sizeof(names) / sizeof(names[0]))));
}

static int by_start(const void *a, const void *b)
{
    const Stretch *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

static int by_offset(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Footnotes stand at the end of the tree, wherever they were written. */
static void collect(Lines *lines)
{
    const Subject *subject = lines->subject;
    const Node *root = subject->document->root;
    for (const Node *node = root; node != NULL; node = node_next(root, node)) {
        if (is_verbatim(node))
            vec_push(subject->scratch, &lines->verbatim,
                     (Stretch){ node->start, node->end, node->kind == NODE_CODE_BLOCK || node->kind == NODE_CODE });
        if (node->kind == NODE_HARD_BREAK)
            vec_push(subject->scratch, &lines->breaks, node->start);
    }
    if (lines->verbatim.len > 1)
        qsort(lines->verbatim.items, lines->verbatim.len, sizeof(Stretch), by_start);
    if (lines->breaks.len > 1)
        qsort(lines->breaks.items, lines->breaks.len, sizeof(uint32_t), by_offset);
}

/* What touches `start` to `end`; NULL for nothing. Asked in ascending order. */
static const Stretch *meets_verbatim(Lines *lines, size_t start, size_t end)
{
    while (lines->next_verbatim < lines->verbatim.len && lines->verbatim.items[lines->next_verbatim].end <= start)
        lines->next_verbatim++;
    const Stretch *next = &lines->verbatim.items[lines->next_verbatim];
    return lines->next_verbatim < lines->verbatim.len && next->start < end ? next : NULL;
}

static bool has_break(Lines *lines, size_t start, size_t end)
{
    while (lines->next_break < lines->breaks.len && lines->breaks.items[lines->next_break] < start)
        lines->next_break++;
    return lines->next_break < lines->breaks.len && lines->breaks.items[lines->next_break] <= end;
}

/* The place in the author's file, where the same bytes stand there. */
static Span place(const Lines *lines, size_t start, size_t end)
{
    const Document *document = lines->subject->document;
    Span span = places_find(&document->places, start, end);
    return str_eq(source_text(span), str_slice(document->text, start, end)) ? span : (Span){ 0 };
}

/* "-", "1.", "###" alone, "```": where these are at fault, there is more to say than that a blank is too much. */
static bool is_bare_marker(Str line)
{
    Str marker = str_trim(line);
    size_t at = 0;
    while (char_is_digit(str_at(marker, at)))
        at++;
    bool number = at > 0 && at + 1 == marker.len && (str_at(marker, at) == '.' || str_at(marker, at) == ')');
    bool fence = str_starts_with(marker, STR("```")) || str_starts_with(marker, STR("~~~"));
    bool bullet = marker.len == 1 && strchr("-*+", str_at(marker, 0)) != NULL;
    while (str_at(marker, at) == '#')
        at++;
    return number || bullet || fence || (marker.len > 0 && at == marker.len);
}

static void check_trailing(Lines *lines, size_t start, size_t end)
{
    Str text = lines->subject->document->text, line = str_slice(text, start, end);
    size_t blank = end;
    while (blank > start && (str_at(text, blank - 1) == ' ' || str_at(text, blank - 1) == '\t'))
        blank--;
    if (blank == end || has_break(lines, start, end) || meets_verbatim(lines, start, end) != NULL
        || is_bare_marker(line))
        return;
    Span span = place(lines, blank, end);
    if (span.source == NULL)
        return;
    int after = str_at(span.source->text, span.end);
    if (after != '\n' && after != '\r' && after != STR_END)
        return;
    diag_info(lines->subject->diags, "trailing-space", span, "the line %s",
              blank == start ? "holds nothing but blanks" : "ends with a blank");
    diag_hint(lines->subject->diags, "take %s out", end - blank == 1 ? "it" : "them");
    diag_fix(lines->subject->diags, span, (Str){ NULL, 0 }, true);
}

/* The first of a line. */
static void check_tab(Lines *lines, size_t start, size_t end)
{
    static const Str blanks = STR_INIT("    ");
    Str text = lines->subject->document->text;
    size_t last = start + str_trim_right(str_slice(text, start, end)).len;
    size_t tab = str_find_char(str_slice(text, 0, last), '\t', start);
    if (tab == STR_NONE || meets_verbatim(lines, start, end) != NULL)
        return;
    size_t tab_end = tab;
    while (str_at(text, tab_end) == '\t')
        tab_end++;
    Span span = place(lines, tab, tab_end);
    if (span.source == NULL)
        return;
    bool indents = str_trim(str_slice(text, start, tab)).len == 0;
    diag_info(lines->subject->diags, "tab", span, "a tab stands %s", indents ? "before the text" : "in the text");
    diag_hint(lines->subject->diags, indents ? "indent by blanks" : "write a blank");
    if (!indents)
        diag_fix(lines->subject->diags, span, STR(" "), false);
    else if (tab == start)
        diag_fix(lines->subject->diags, span_part(span, 0, 1), blanks, false);
}

static bool is_marker(Str line, char sign)
{
    enum { LENGTH = 7 };
    for (size_t i = 0; i < LENGTH; i++) {
        if (str_at(line, i) != sign)
            return false;
    }
    return line.len == LENGTH || (str_at(line, LENGTH) == ' ' && str_at(line, LENGTH + 1) != sign);
}

/* A conflict is told of where it begins; its "=======" and ">>>>>>>" belong to it, and one that stands alone is what
 * somebody forgot. A "=======" alone underlines a heading. */
static void check_conflict(Lines *lines, size_t start, size_t end)
{
    Str line = str_slice(lines->subject->document->text, start, end);
    bool opens = is_marker(line, '<'), closes = is_marker(line, '>');
    if (!opens && !closes)
        return;
    const Stretch *verbatim = meets_verbatim(lines, start, end);
    bool told = lines->conflict && closes;
    if (verbatim != NULL && verbatim->code)
        return;
    lines->conflict = opens;
    if (told)
        return;
    diag_error(lines->subject->diags, "merge-conflict", places_find(&lines->subject->document->places, start, end),
               "a conflict of a merge stands in the text");
    diag_hint(lines->subject->diags, "keep one of the two versions and take the lines with the marks out");
}

void prose_check_lines(const Subject *subject)
{
    Lines lines = { .subject = subject };
    Str text = subject->document->text;

    collect(&lines);
    for (size_t start = 0, next; start < text.len; start = next) {
        size_t stop = str_find_char(text, '\n', start), end = stop == STR_NONE ? text.len : stop;
        next = end + 1;
        if (end > start && str_at(text, end - 1) == '\r')
            end--;
        check_conflict(&lines, start, end);
        check_tab(&lines, start, end);
        check_trailing(&lines, start, end);
    }
}
