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

/* --- lines that are no part of a sentence ---------------------------------------------------------------------------
 */

static Str line_at(const MarkdownCheck *check, const Node *first)
{
    return first == NULL ? (Str){ NULL, 0 }
                         : str_trim(str_slice(check->text, first->start, markdown_line_end(check, first->start)));
}

static bool begins_large(Str line)
{
    int c = str_at(line, 0);
    return (c >= 'A' && c <= 'Z') || char_is_digit(c) || c == '[';
}

/* `**Dues**` alone in its line, with a sentence below: meant as a heading, or as a date above what happens then. */
static bool is_head(const Node *first, Str line, Str next)
{
    return (first->kind == NODE_STRONG || first->kind == NODE_EMPHASIS) && first->next != NULL
           && first->next->kind == NODE_SOFT_BREAK && first->last != NULL && first->last->kind == NODE_TEXT
           && first->last->text.len > 0 && line.len <= SHORT_LINE && begins_large(next)
           && (char_is_alnum(str_at(first->last->text, first->last->text.len - 1))
               || str_at(first->last->text, first->last->text.len - 1) == ')');
}

/* "[the map][map]" ends the line, and the next begins a sentence: the author thought of each line as one. */
static bool begins_sentence(const Node *line_end)
{
    static const char *const words[] = { "A",   "All", "An",    "For",   "If",   "In", "It", "Please", "Read",
                                         "See", "The", "There", "These", "This", "To", "We", "You" };
    const Node *before = line_end->previous, *after = line_end->next;
    const Node *text = before == NULL ? NULL : before->previous;
    Str said = text == NULL || text->kind != NODE_TEXT ? (Str){ NULL, 0 } : str_trim(text->text);
    if (said.len == 0 || !char_is_alpha(str_at(said, said.len - 1)) || before->kind != NODE_LINK
        || before->first == NULL || before->first->kind == NODE_IMAGE || after == NULL || after->kind != NODE_TEXT)
        return false;
    size_t blank = str_find_char(after->text, ' ', 0);
    int behind = blank == STR_NONE ? 0 : str_at(after->text, blank + 1);
    return str_is_among(str_slice(after->text, 0, blank), words, sizeof(words) / sizeof(words[0])) && behind >= 'a'
           && behind <= 'z';
}

/* "Mina Isobar and" goes on in the next line. */
static bool goes_on(Str line)
{
    static const char *const words[] = { "a",  "and", "are", "as", "at",  "by", "for", "from", "in",
                                         "is", "of",  "on",  "or", "the", "to", "was", "were", "with" };
    size_t blank = str_find_last_char(line, ' ');
    Str last = blank == STR_NONE ? line : str_from_offset(line, blank + 1);
    return str_is_among(last, words, sizeof(words) / sizeof(words[0]));
}

/* "2. two", "2) two" */
static bool is_numbered(Str line)
{
    size_t at = 0;
    while (char_is_digit(str_at(line, at)))
        at++;
    return at > 0 && (str_at(line, at) == '.' || str_at(line, at) == ')');
}

/* A name, a place, a mail address: short, and no punctuation joins it to the next. */
static bool is_item(Str line)
{
    enum { LONGEST = 40 };
    bool mail = str_find_char(line, '@', 0) != STR_NONE && str_find_char(line, ' ', 0) == STR_NONE;
    return line.len > 0 && line.len <= LONGEST && char_is_alnum(str_at(line, line.len - 1))
           && (mail || begins_large(line)) && !goes_on(line) && !is_numbered(line);
}

static bool is_header(Str line)
{
    int last = str_at(line, line.len - 1);
    return char_is_alpha(str_at(line, 0)) && (char_is_alnum(last) || last == ':' || last == ',') && !goes_on(line);
}

/* The first line end that was meant as one, where no other in the paragraph is. */
static const Node *find_lost(const MarkdownCheck *check, const Node *leaf)
{
    enum { LEAST_ITEMS = 2, HEADER = 60 };
    const Node *line = leaf->first, *first = NULL, *sentence = NULL;
    size_t items = 0, ends = 0;

    for (const Node *node = leaf->first; node != NULL; node = node->next) {
        if (node->kind != NODE_SOFT_BREAK)
            continue;
        Str next = line_at(check, node->next);
        if (is_head(line, line_at(check, line), next))
            return node;
        if (sentence == NULL && begins_sentence(node))
            sentence = node;
        first = first == NULL ? node : first;
        ends++;
        items += is_item(next);
        line = node->next == NULL ? node : node->next;
    }
    Str header = line_at(check, leaf->first);
    bool list = items == ends && items >= LEAST_ITEMS && header.len <= HEADER && is_header(header);
    return list ? first : sentence;
}

/* All other lines of the paragraph are kept apart, or this and the next begin with labels. */
static const Node *lost_among_kept(const MarkdownCheck *check, const Node *leaf)
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
    if (label != NULL)
        return label;
    if (hard == 0)
        return find_lost(check, leaf);
    return soft == 1 && hard >= 2 && all_short ? lost : NULL;
}

static void check_paragraph(const MarkdownCheck *check, const Node *leaf)
{
    const Node *lost = lost_among_kept(check, leaf);
    if (lost != NULL && lost->previous != NULL)
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
