/* lib/check/prose_lines.c - breaks the lines of the catalogue's Markdown. */
#include "base/utf8.h"
#include "check/catalogue.h"

static const char code_indent[] = "    ";

/* The width of a list item's marker with its blanks, 0 when the line begins none. */
static size_t marker_width(Str line)
{
    size_t digits = 0;
    if (str_starts_with(line, STR("- ")) || str_starts_with(line, STR("* ")))
        return 2;
    while (char_is_digit(str_at(line, digits)))
        digits++;
    return digits > 0 && str_at(line, digits) == '.' && str_at(line, digits + 1) == ' ' ? digits + 2 : 0;
}

static bool is_fence(Str line)
{
    return str_starts_with(line, STR("```"));
}

static bool ends_paragraph(Str line)
{
    return str_trim(line).len == 0 || is_fence(line) || str_at(line, 0) == '|' || marker_width(line) > 0;
}

/* At the start of a line these would begin something else than text. */
static bool may_begin_line(Str word)
{
    int first = str_at(word, 0);
    size_t digits = 0;
    while (char_is_digit(str_at(word, digits)))
        digits++;
    bool number = digits > 0 && digits + 1 == word.len && (str_at(word, digits) == '.' || str_at(word, digits) == ')');
    bool fence = str_starts_with(word, STR("```")) || str_starts_with(word, STR("---"));
    return !number && !fence && first != '#' && first != '>' && first != '|'
           && !(word.len == 1 && (first == '-' || first == '*' || first == '+'));
}

static void put_wrapped(Buf *out, Str text, size_t indent, size_t columns)
{
    size_t column = indent;
    bool first = true;

    for (Str rest = str_trim(text); rest.len > 0; rest = str_trim_left(rest), first = false) {
        size_t end = 0;
        while (end < rest.len && !char_is_space(str_at(rest, end)))
            end++;
        Str word = str_slice(rest, 0, end);
        size_t width = utf8_length(word);
        rest = str_from_offset(rest, end);
        if (!first && columns > 0 && column + 1 + width > columns && may_begin_line(word)) {
            buf_put_char(out, '\n');
            buf_put_repeated(out, ' ', indent);
            column = indent;
        } else if (!first) {
            buf_put_char(out, ' ');
            column++;
        }
        buf_put(out, word);
        column += width;
    }
    buf_put_char(out, '\n');
}

/* `[text](address)` becomes the text. */
static Str without_links(Str text, Arena *arena)
{
    Buf out = { .arena = arena };
    bool in_code = false;

    for (size_t i = 0; i < text.len; i++) {
        size_t middle = STR_NONE, end = STR_NONE;
        in_code = in_code != (text.data[i] == '`');
        if (!in_code && text.data[i] == '[')
            middle = str_find(text, STR("]("), i);
        if (middle != STR_NONE)
            end = str_find_char(text, ')', middle);
        if (end == STR_NONE) {
            buf_put_char(&out, text.data[i]);
            continue;
        }
        buf_put(&out, str_slice(text, i + 1, middle));
        i = end;
    }
    return buf_str(&out);
}

/* The paragraph or list item that begins with `line`: what follows of it is taken from `*rest`. */
static void put_paragraph(Buf *out, Str line, Str *rest, size_t columns, bool terminal)
{
    Buf text = { .arena = out->arena };
    size_t marker = marker_width(line);
    Str next;

    buf_put(&text, str_trim(str_from_offset(line, marker)));
    for (Str ahead = *rest; str_split(&next, &ahead, '\n') && !ends_paragraph(next); *rest = ahead) {
        buf_put_char(&text, ' ');
        buf_put(&text, str_trim(next));
    }
    buf_put(out, str_slice(line, 0, marker));
    put_wrapped(out, terminal ? without_links(buf_str(&text), out->arena) : buf_str(&text), marker, columns);
}

/* --- tables on a terminal ---------------------------------------------------------------------------------------- */

enum { MAX_CELLS = 8, CELL_GAP = 2 };

typedef struct Row {
    Str cells[MAX_CELLS];
    size_t len;
} Row;

/* The cells between the bars; one behind a backslash is none. */
static Row read_row(Str line)
{
    Row row = { .len = 0 };
    size_t start = 1;

    for (size_t i = 1; i < line.len && row.len < MAX_CELLS; i++) {
        if (line.data[i] != '|' || line.data[i - 1] == '\\')
            continue;
        row.cells[row.len++] = str_trim(str_slice(line, start, i));
        start = i + 1;
    }
    return row;
}

static bool is_delimiter(const Row *row)
{
    return row->len > 0 && str_starts_with(row->cells[0], STR("---"));
}

/* The table that begins with `first`: what follows of it is taken from `*rest`. Columns are as wide as they must be. */
static void put_table(Buf *out, Str first, Str *rest)
{
    VEC(Row) rows = { 0 };
    size_t widths[MAX_CELLS] = { 0 };
    Str line = first;

    for (bool more = true; more;) {
        Row row = read_row(line);
        for (size_t i = 0; i < row.len && !is_delimiter(&row); i++) {
            size_t width = utf8_length(row.cells[i]);
            widths[i] = width > widths[i] ? width : widths[i];
        }
        if (!is_delimiter(&row))
            vec_push(out->arena, &rows, row);
        Str ahead = *rest;
        more = str_split(&line, &ahead, '\n') && str_at(line, 0) == '|';
        if (more)
            *rest = ahead;
    }
    for (size_t r = 0; r < rows.len; r++) {
        for (size_t i = 0; i < rows.items[r].len; i++) {
            Str cell = rows.items[r].cells[i];
            buf_put(out, cell);
            if (i + 1 < rows.items[r].len)
                buf_put_repeated(out, ' ', widths[i] + CELL_GAP - utf8_length(cell));
        }
        buf_put_char(out, '\n');
    }
}

void prose_put(Buf *out, Str markdown, size_t columns, bool terminal)
{
    Str rest = str_trim_right(markdown), line;
    bool in_code = false;

    while (str_split(&line, &rest, '\n')) {
        bool fence = is_fence(line);
        in_code = in_code != fence;
        if (fence && terminal)
            continue;
        if (terminal && !in_code && str_at(line, 0) == '|') {
            put_table(out, line, &rest);
            continue;
        }
        if (fence || in_code || str_at(line, 0) == '|' || str_trim(line).len == 0) {
            buf_put_cstr(out, terminal && in_code && line.len > 0 ? code_indent : "");
            buf_put(out, line);
            buf_put_char(out, '\n');
        } else {
            put_paragraph(out, line, &rest, columns, terminal);
        }
    }
}
