/* lib/check/markdown_lists.c - list items that are none, are empty, or were never meant to be some. */
#include "check/markdown.h"

static bool is_bullet(int c)
{
    return c == '-' || c == '*' || c == '+';
}

static size_t digits_end(Str text, size_t at)
{
    while (char_is_digit(str_at(text, at)))
        at++;
    return at;
}

/* --- a marker without its blank ---------------------------------------------------------------------------------- */

/* The marker at `at` if it is followed by a word at once; its end, or `at`. */
static size_t marker_end(Str text, size_t at)
{
    size_t end = at;
    if (is_bullet(str_at(text, at))) {
        end = at + 1;
    } else {
        end = digits_end(text, at);
        if (end == at || end - at > 2 || (str_at(text, end) != '.' && str_at(text, end) != ')'))
            return at;
        end++;
    }
    int next = str_at(text, end);
    return char_is_alpha(next) || next == '[' || next >= 0x80 ? end : at;
}

static bool is_same_marker(const MarkdownCheck *check, const Node *list, size_t at)
{
    const Node *item = list->first;
    size_t start = item->start;
    while (start < item->end && str_at(check->text, start) == ' ')
        start++;
    bool digit = char_is_digit(str_at(check->text, at));
    return digit ? list->list.ordered : str_at(check->text, start) == str_at(check->text, at);
}

const Node *markdown_list_beside(const MarkdownCheck *check, const Node *leaf)
{
    if (leaf->parent->kind == NODE_ITEM)
        return leaf->parent->parent;
    const Node *next = leaf->next;
    if (next == NULL || next->kind != NODE_LIST)
        return NULL;
    Str between = str_slice(check->text, leaf->end, next->start);
    size_t line = str_find_char(between, '\n', 0);
    return line == STR_NONE || str_find_char(between, '\n', line + 1) == STR_NONE ? next : NULL;
}

/* Whether a later line of the same paragraph begins with the same sign. */
static bool is_one_of_several(const MarkdownCheck *check, const Node *leaf, size_t line, size_t at)
{
    size_t next = markdown_next_line(check, leaf, line), other;
    return at == leaf->start && next != STR_NONE && markdown_line_text(&other, check, leaf, next)
           && str_at(check->text, other) == str_at(check->text, at) && marker_end(check->text, other) > other
           && !char_is_digit(str_at(check->text, at));
}

static void check_marker(const MarkdownCheck *check, const Node *leaf, size_t line, size_t at)
{
    const Node *list = markdown_list_beside(check, leaf);
    size_t end = marker_end(check->text, at);
    bool begins_item = leaf->parent->kind == NODE_ITEM && at == leaf->start;

    if (end == at || begins_item)
        return;
    bool in_list = list != NULL && is_same_marker(check, list, at);
    if (!in_list && !is_one_of_several(check, leaf, line, at))
        return;
    if (!markdown_say(check, "list-item-broken", at, end,
                      "\"" STR_FMT "\" lacks a space behind it, so this is no list item",
                      STR_ARG(str_slice(check->text, at, end))))
        return;
    diag_hint(check->subject->diags, "write " STR_FMT " and a space", STR_ARG(str_slice(check->text, at, end)));
    markdown_offer(check, end, end, STR(" "), false);
}

/* --- signs that look like bullets -------------------------------------------------------------------------------- */

static size_t typed_bullet(Str text, size_t at)
{
    static const Str bullets[] = { STR_INIT("•"), STR_INIT("◦"), STR_INIT("▪"), STR_INIT("‣"), STR_INIT("●"),
                                   STR_INIT("○"), STR_INIT("■"), STR_INIT("►"), STR_INIT("➢") };
    for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
        if (str_starts_with(str_from_offset(text, at), bullets[i]))
            return bullets[i].len;
    }
    return 0;
}

static void report_typed(const MarkdownCheck *check, size_t at, size_t length)
{
    if (markdown_say(check, "list-item-broken", at, at + length,
                     "\"" STR_FMT "\" begins no list item: these lines run together",
                     STR_ARG(str_slice(check->text, at, at + length))))
        diag_hint(check->subject->diags, "write - and a space");
}

/* --- lines of a paragraph ---------------------------------------------------------------------------------------- */

typedef struct LineScan {
    size_t bullets, bullet, bullet_length; /* typed ones, and the first */
    size_t numbers, number, number_end;    /* `2. words` in a paragraph, and the first */
} LineScan;

/* An empty item does not end a paragraph. */
static void check_lone_marker(const MarkdownCheck *check, const Node *leaf, size_t at)
{
    const Node *list = markdown_list_beside(check, leaf);
    if (list == NULL || !is_bullet(str_at(check->text, at)) || !is_same_marker(check, list, at)
        || str_trim(str_slice(check->text, at + 1, markdown_line_end(check, at))).len > 0)
        return;
    if (markdown_say(check, "list-item-empty", at, at + 1, "this list item has no text"))
        diag_hint(check->subject->diags, "write its text behind the sign, or delete the line");
}

static void read_line(LineScan *scan, const MarkdownCheck *check, const Node *leaf, size_t line)
{
    size_t at;
    if (!markdown_line_text(&at, check, leaf, line))
        return;
    size_t length = typed_bullet(check->text, at), digits = digits_end(check->text, at);
    if (length > 0 && scan->bullets++ == 0) {
        scan->bullet = at;
        scan->bullet_length = length;
    }
    int sign = str_at(check->text, digits), next = str_at(check->text, digits + 1);
    if (digits > at && digits - at <= 2 && (sign == '.' || sign == ')') && next == ' ' && at > leaf->start
        && scan->numbers++ == 0) {
        scan->number = at;
        scan->number_end = digits + 1;
    }
    check_marker(check, leaf, line, at);
    check_lone_marker(check, leaf, at);
}

static bool has_hard_break(const Node *leaf)
{
    for (const Node *node = leaf->first; node != NULL; node = node->next) {
        if (node->kind == NODE_HARD_BREAK)
            return true;
    }
    return false;
}

static void check_paragraph(const MarkdownCheck *check, const Node *leaf)
{
    LineScan scan = { 0 };
    for (size_t line = leaf->start; line != STR_NONE; line = markdown_next_line(check, leaf, line))
        read_line(&scan, check, leaf, line);
    bool among_items = scan.bullets == 1 && markdown_list_beside(check, leaf) != NULL;
    if ((scan.bullets >= 2 || among_items) && !has_hard_break(leaf))
        report_typed(check, scan.bullet, scan.bullet_length);
    if (scan.numbers >= 2 && !has_hard_break(leaf)
        && markdown_say(check, "list-item-broken", scan.number, scan.number_end,
                        "this line runs on in the paragraph above it, and is no list item"))
        diag_hint(check->subject->diags, "leave a blank line above the list");
}

/* --- items ------------------------------------------------------------------------------------------------------- */

static size_t item_start(const MarkdownCheck *check, const Node *item)
{
    size_t at = item->start;
    while (at < item->end && (str_at(check->text, at) == ' ' || str_at(check->text, at) == '\t'))
        at++;
    return at;
}

static size_t item_marker_end(const MarkdownCheck *check, size_t at)
{
    size_t digits = digits_end(check->text, at);
    return digits + 1;
}

static bool is_empty(const Node *item)
{
    for (const Node *node = item->first; node != NULL; node = node->next) {
        if (node->kind != NODE_PARAGRAPH || node->first != NULL)
            return false;
    }
    return true;
}

static void check_item(const MarkdownCheck *check, const Node *item)
{
    size_t at = item_start(check, item);
    int c = str_at(check->text, at);
    if (!is_empty(item) || (!is_bullet(c) && !char_is_digit(c)))
        return;
    if (markdown_say(check, "list-item-empty", at, item_marker_end(check, at), "this list item has no text"))
        diag_hint(check->subject->diags, "write its text behind the sign, or delete the line");
}

/* How the text before a list breaks off: in the middle of a sentence. */
static bool breaks_off(const MarkdownCheck *check, size_t start)
{
    Str before = str_slice(check->text, 0, start);
    if (!str_ends_with(before, STR("\n")))
        return false;
    before = str_slice(before, 0, before.len - 1);
    before = str_ends_with(before, STR("\r")) ? str_slice(before, 0, before.len - 1) : before;
    int last = str_at(before, before.len - 1);
    return char_is_alnum(last) || last == ',' || last == '(' || last >= 0x80;
}

/* Whether the list's only item goes on with the sentence before it. */
static bool runs_on(const MarkdownCheck *check, const Node *list)
{
    const Node *before = list->previous;
    return before != NULL && before->kind == NODE_PARAGRAPH && list->parent->kind != NODE_ITEM
           && breaks_off(check, list->first->start);
}

/* A line that was broken before a year, a number or a dash. */
static void check_accident(const MarkdownCheck *check, const Node *list)
{
    enum { YEAR_DIGITS = 3 };
    const Node *item = list->first;
    if (item == NULL || item->next != NULL || is_empty(item))
        return;
    size_t at = item_start(check, item), digits = digits_end(check->text, at), end = item_marker_end(check, at);
    int next = str_at(check->text, end + 1);
    bool number = digits - at >= YEAR_DIGITS || (list->list.start != 1 && runs_on(check, list));
    bool dash = ((next >= 'a' && next <= 'z') || char_is_digit(next)) && runs_on(check, list);

    if (digits > at ? !number : !dash)
        return;
    if (!markdown_say(check, "list-item-accidental", at, end,
                      "\"" STR_FMT "\" at the start of a line turns it into a list",
                      STR_ARG(str_slice(check->text, at, end))))
        return;
    diag_hint(check->subject->diags, "write a backslash before the \"%c\", or break the line elsewhere",
              check->text.data[end - 1]);
    markdown_offer(check, end - 1, end - 1, STR("\\"), false);
}

void check_lists(const MarkdownCheck *check)
{
    const Document *document = check->subject->document;

    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        if (node->kind == NODE_PARAGRAPH)
            check_paragraph(check, node);
        else if (node->kind == NODE_LIST)
            check_accident(check, node);
        else if (node->kind == NODE_ITEM && node->parent->kind == NODE_LIST)
            check_item(check, node);
    }
}
