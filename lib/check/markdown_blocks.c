/* lib/check/markdown_blocks.c - code fences without an end, tables with rows of different lengths. */
#include "check/markdown.h"

enum { FENCE_MIN = 3 };

/* --- fences ------------------------------------------------------------------------------------------------------ */

static size_t skip_margin(Str text, size_t at)
{
    while (str_at(text, at) == ' ' || str_at(text, at) == '\t' || str_at(text, at) == '>')
        at++;
    return at;
}

static size_t run_length(Str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.data[end] == text.data[at])
        end++;
    return end - at;
}

static bool is_fence_sign(int c)
{
    return c == '`' || c == '~';
}

typedef struct FenceScan {
    const MarkdownCheck *check;
    size_t prose; /* the first fence with running text in its code, or STR_NONE */
    bool told;
} FenceScan;

static void report_fence(FenceScan *scan, size_t at)
{
    const MarkdownCheck *check = scan->check;
    if (scan->told)
        return;
    scan->told = true;
    size_t end = at + run_length(check->text, at);
    if (markdown_say(check, "code-fence-unclosed", at, end, "this code has no end"))
        diag_hint(check->subject->diags, "write " STR_FMT " on a line of its own where the code ends",
                  STR_ARG(str_slice(check->text, at, end)));
}

/* A sentence, as code has none: it begins with a capital, has many words and ends with a full stop. */
static bool is_prose(Str line)
{
    enum { MANY_WORDS = 7 };
    size_t blanks = 0;
    int first = str_at(line, 0), last = str_at(line, line.len - 1);
    for (size_t i = 0; i < line.len; i++)
        blanks += line.data[i] == ' ';
    return first >= 'A' && first <= 'Z' && blanks >= MANY_WORDS && (last == '.' || last == '!' || last == ':');
}

/* A fence with the name of a language, which ends nothing. */
static bool opens_code(Str line, size_t run)
{
    return run < line.len && char_is_alpha(str_at(line, run)) && str_find_char(line, ' ', 0) == STR_NONE;
}

/* What stands in a block of code: another fence that opens one, or running text, tells that its end is lost. */
static void read_code(FenceScan *scan, const Node *block, size_t fence)
{
    const MarkdownCheck *check = scan->check;
    size_t length = run_length(check->text, fence);
    bool closed = false, blank = false, another = false;
    size_t line = fence;

    while ((line = markdown_next_line(check, block, line)) != STR_NONE) {
        size_t at = skip_margin(check->text, line);
        Str rest = str_trim_right(str_slice(check->text, at, markdown_line_end(check, at)));
        size_t run = str_at(rest, 0) == check->text.data[fence] ? run_length(rest, 0) : 0;
        closed = run >= length && run == rest.len;
        another = another || (run >= length && opens_code(rest, run));
        if (blank && is_prose(rest) && scan->prose == STR_NONE)
            scan->prose = fence;
        blank = rest.len == 0;
    }
    if (another)
        report_fence(scan, fence);
    else if (!closed)
        report_fence(scan, scan->prose != STR_NONE ? scan->prose : fence);
}

/* In kramdown a fence without an end is text. */
static void read_text_fences(FenceScan *scan)
{
    const MarkdownCheck *check = scan->check;
    Str text = check->text;

    for (size_t line = 0; line < text.len; line = markdown_line_end(check, line) + 1) {
        size_t at = skip_margin(text, line);
        if (!is_fence_sign(str_at(text, at)) || ground_at(&check->ground, at) != GROUND_TEXT)
            continue;
        size_t length = run_length(text, at), end = markdown_line_end(check, at);
        Str info = str_trim(str_slice(text, at + length, end));
        if (length >= FENCE_MIN && str_find_char(info, ' ', 0) == STR_NONE && str_find_char(info, '`', 0) == STR_NONE)
            report_fence(scan, scan->prose != STR_NONE ? scan->prose : at);
    }
}

void check_fences(const MarkdownCheck *check)
{
    const Document *document = check->subject->document;
    FenceScan scan = { .check = check, .prose = STR_NONE };

    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        size_t fence = node->kind == NODE_CODE_BLOCK ? skip_margin(check->text, node->start) : 0;
        if (node->kind == NODE_CODE_BLOCK && is_fence_sign(str_at(check->text, fence))
            && run_length(check->text, fence) >= FENCE_MIN)
            read_code(&scan, node, fence);
    }
    if (!check->gfm)
        read_text_fences(&scan);
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

/* Cells between the bars of a row. */
static size_t count_cells(const MarkdownCheck *check, size_t start, size_t end)
{
    size_t bars = 0;
    Str text = check->text;

    while (start < end && char_is_space(text.data[start]))
        start++;
    while (start < end && char_is_space(text.data[end - 1]))
        end--;
    for (size_t at = start; at < end; at++) {
        bool code = !check->gfm && ground_at(&check->ground, at) == GROUND_CODE;
        if (text.data[at] == '\\')
            at++;
        else
            bars += text.data[at] == '|' && !code;
    }
    bars -= start < end && text.data[start] == '|' && bars > 0;
    bars -= end > start + 1 && text.data[end - 1] == '|' && text.data[end - 2] != '\\' && bars > 0;
    return bars + 1;
}

static size_t row_start(const MarkdownCheck *check, const Node *row)
{
    return skip_margin(check->text, row->start);
}

static void check_table(const MarkdownCheck *check, const Node *table)
{
    size_t columns = 0;
    for (const Node *row = table->first; row != NULL; row = row->next) {
        size_t start = row_start(check, row), end = markdown_line_end(check, start);
        size_t cells = count_cells(check, start, end);
        columns = columns == 0 ? cells : columns;
        if (cells == columns
            || !markdown_say(check, "table-ragged", start, end, "this row has %zu cell%s, the first has %zu", cells,
                             cells == 1 ? "" : "s", columns))
            continue;
        diag_hint(check->subject->diags, cells > columns ? "write \\| for a bar that separates nothing"
                                                         : "write a | for each cell, also for those that are empty");
    }
}

static bool is_delimiter(Str line)
{
    bool dash = false, bar = false;
    for (size_t i = 0; i < line.len; i++) {
        dash = dash || line.data[i] == '-';
        bar = bar || line.data[i] == '|';
        if (strchr("-|: ", line.data[i]) == NULL)
            return false;
    }
    return dash && bar;
}

/* GFM takes no lines for a table unless the second has just as many cells as the first. */
static void check_lost_table(const MarkdownCheck *check, const Node *paragraph)
{
    size_t head = skip_margin(check->text, paragraph->start), head_end = markdown_line_end(check, head);
    size_t line = markdown_next_line(check, paragraph, head);
    if (line == STR_NONE || str_find_char(str_slice(check->text, head, head_end), '|', 0) == STR_NONE)
        return;
    size_t start = skip_margin(check->text, line), end = markdown_line_end(check, start);
    if (!is_delimiter(str_trim_right(str_slice(check->text, start, end))))
        return;
    size_t wanted = count_cells(check, head, head_end), cells = count_cells(check, start, end);
    if (cells != wanted
        && markdown_say(check, "table-ragged", start, end, "this line has %zu cell%s, the one above it %zu", cells,
                        cells == 1 ? "" : "s", wanted))
        diag_hint(check->subject->diags, "give both lines the same number of cells: else this is no table");
}

static bool is_framed(Str line)
{
    line = str_trim(line);
    return line.len > 2 && str_at(line, 0) == '|' && str_at(line, line.len - 1) == '|';
}

/* Rows between bars, but no line of dashes. */
static void check_headless_table(const MarkdownCheck *check, const Node *paragraph)
{
    size_t head = skip_margin(check->text, paragraph->start), lines = 0;
    for (size_t line = head; line != STR_NONE; line = markdown_next_line(check, paragraph, line), lines++) {
        size_t start = skip_margin(check->text, line), end = markdown_line_end(check, start);
        if (!is_framed(str_slice(check->text, start, end))
            || is_delimiter(str_trim_right(str_slice(check->text, start, end))) || count_cells(check, start, end) < 2)
            return;
    }
    if (lines > 1
        && markdown_say(check, "table-ragged", head, markdown_line_end(check, head),
                        "these rows are no table: below the first there is no line of dashes"))
        diag_hint(check->subject->diags, "write | --- | below it, with as many cells as it has");
}

void check_tables(const MarkdownCheck *check)
{
    const Document *document = check->subject->document;

    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        if (node->kind == NODE_TABLE)
            check_table(check, node);
        else if (node->kind == NODE_PARAGRAPH && check->gfm && ground_at(&check->ground, node->start) == GROUND_TEXT
                 && str_at(check->text, node->start) == '|') {
            check_lost_table(check, node);
            check_headless_table(check, node);
        }
    }
}
