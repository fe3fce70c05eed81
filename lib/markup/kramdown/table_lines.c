/* lib/markup/kramdown/table_lines.c */
#include "markup/kramdown/table_lines.h"

#include "markup/kramdown/html_tag.h"
#include "markup/kramdown/scan.h"

bool line_has_pipe(Str text, size_t at)
{
    Str line = str_slice(text, at, scan_line_end(text, at));

    for (at = str_find_char(line, '|', 0); at != STR_NONE; at = str_find_char(line, '|', at + 1)) {
        if (at == 0 || line.data[at - 1] != '\\')
            return true;
    }
    return false;
}

size_t separator_end(Str text, size_t at, char mark, Str *line)
{
    size_t start = at;
    bool marked = false;

    for (;; at++) {
        int c = str_at(text, at);
        if (c == mark)
            marked = true;
        else if (c == STR_END || (c != '+' && c != '|' && c != ':' && c != ' ' && c != '\t'))
            break;
    }
    if (!marked || str_at(text, at) != '\n')
        return 0;
    *line = str_slice(text, start, at);
    return at + 1;
}

typedef struct PipeCheck {
    bool on_line; /* the line that is being read has a pipe */
    bool failed;
} PipeCheck;

/* The first and last line of a piece, and how many it has; newlines at its end do not count. */
static size_t split_lines(Str piece, Str *first, Str *last)
{
    size_t count = 0;

    while (piece.len > 0 && piece.data[piece.len - 1] == '\n')
        piece.len--;
    *first = *last = (Str){ 0 };
    for (Str line; str_split(&line, &piece, '\n'); count++) {
        if (count == 0)
            *first = line;
        *last = line;
    }
    return count;
}

static void check_text(PipeCheck *check, Str piece)
{
    Str first, last;

    if (piece.len == 0 || check->failed)
        return;
    size_t count = split_lines(piece, &first, &last);
    if (count > 1 && !check->on_line && !line_has_pipe(first, 0)) {
        check->failed = true;
        return;
    }
    check->on_line = (count < 2 && check->on_line) || (count > 0 && line_has_pipe(last, 0));
}

static void check_code(PipeCheck *check, Str piece)
{
    Str first, last;
    size_t count = split_lines(piece, &first, &last);

    if (count > 2 || (count == 2 && !check->on_line))
        check->failed = true;
    else if (count == 2)
        check->on_line = false;
}

/* Behind the code that starts at `at`, or 0. */
static size_t code_end(Str text, size_t at, size_t *count)
{
    size_t end = at;

    while (str_at(text, end) == '`')
        end++;
    *count = end - at;
    bool free = at == 0 || char_is_space(text.data[at - 1]);
    if (*count == 1 && free && char_is_space(str_at(text, end)))
        return 0;
    size_t close = str_find(text, str_slice(text, at, end), end);
    return close == STR_NONE ? 0 : close + *count;
}

/* Behind the element or comment at `at`, or 0. */
static size_t element_end(Parser *parser, Sought *comment, Str text, size_t at)
{
    Tag tag;

    if (str_eq(str_slice(text, at, at + 4), STR("<!--"))) {
        size_t close = sought_find(comment, text, STR("-->"), at + 4);
        return close == STR_NONE ? 0 : close + 3;
    }
    if (!tag_read(&tag, text, at))
        return 0;
    Str name = lower_name(parser, tag.name);
    if (html_is_block(name))
        return 0;
    if (tag.closed || html_is_void(name))
        return tag.end;
    size_t close = 0;
    size_t end = tag_find_end(text, tag.end, name, &close);
    return end > 0 ? end : text.len;
}

bool pipes_stand_in_text(Parser *parser, Str table)
{
    PipeCheck check = { 0 };
    Sought comment = { 0 };
    size_t text_start = 0;

    for (size_t at = 0; at < table.len && !check.failed; at++) {
        size_t count = 1;
        size_t end = 0;
        if (table.data[at] == '`')
            end = code_end(table, at, &count);
        else if (table.data[at] == '<')
            end = element_end(parser, &comment, table, at);
        if (end == 0) {
            at += table.data[at] == '`' ? count - 1 : 0;
            continue;
        }
        check_text(&check, str_slice(table, text_start, at));
        if (table.data[at] == '`')
            check_code(&check, str_slice(table, at + count, end - count));
        else if (str_at(table, at + 1) == '!')
            check_text(&check, str_slice(table, at, end));
        text_start = end;
        at = end - 1;
    }
    check_text(&check, str_from_offset(table, text_start));
    return check.on_line;
}
