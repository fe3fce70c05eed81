/* lib/markup/plain_table.c - tables as aligned columns, or as records where those would be too wide. */
#include "markup/plain_writer.h"

enum { MOST_COLUMNS = 32, GUTTER = 2 };

typedef struct Table {
    size_t rows, columns;
    Str *cells; /* rows x columns: inline text of one line */
    CellAlign aligns[MOST_COLUMNS];
    int widths[MOST_COLUMNS];
    bool has_header;
} Table;

static size_t count_children(const Node *node)
{
    size_t count = 0;

    for (const Node *child = node->first; child != NULL; child = child->next)
        count++;
    return count;
}

static Str read_cell(PlainWriter *w, const Node *cell)
{
    Buf text = { .arena = &w->scratch };

    plain_put_inlines(w, &text, cell->first, NULL);
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\n')
            text.data[i] = ' ';
    }
    return str_trim(buf_str(&text));
}

static void read_row(PlainWriter *w, Table *table, const Node *row, size_t r)
{
    size_t c = 0;

    for (const Node *cell = row->first; cell != NULL && c < table->columns; cell = cell->next, c++) {
        Str text = read_cell(w, cell);
        table->cells[r * table->columns + c] = text;
        if (c < MOST_COLUMNS && plain_width(text) > table->widths[c])
            table->widths[c] = plain_width(text);
        if (c < MOST_COLUMNS && cell->cell.align != ALIGN_NONE)
            table->aligns[c] = cell->cell.align;
    }
}

static void put_padded(Buf *line, Str text, int width, CellAlign align)
{
    int room = width - plain_width(text);
    int before = align == ALIGN_RIGHT ? room : align == ALIGN_CENTER ? room / 2 : 0;

    buf_put_repeated(line, ' ', (size_t)before);
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] != PLAIN_WHOLE)
            buf_put_char(line, text.data[i] == PLAIN_STICKY ? ' ' : text.data[i]);
    }
    buf_put_repeated(line, ' ', (size_t)(room - before));
}

static void put_columns(PlainWriter *w, const Table *table)
{
    for (size_t r = 0; r < table->rows; r++) {
        Buf line = { .arena = &w->scratch };
        for (size_t c = 0; c < table->columns; c++) {
            buf_put_repeated(&line, ' ', c > 0 ? GUTTER : 0);
            put_padded(&line, table->cells[r * table->columns + c], table->widths[c], table->aligns[c]);
        }
        plain_put_line(w, buf_str(&line));
        if (r > 0 || !table->has_header)
            continue;
        line.len = 0;
        for (size_t c = 0; c < table->columns; c++) {
            buf_put_repeated(&line, ' ', c > 0 ? GUTTER : 0);
            buf_put_repeated(&line, '-', (size_t)table->widths[c]);
        }
        plain_put_line(w, buf_str(&line));
    }
}

/* Each row as lines of "heading: value", an empty line between rows. */
static void put_records(PlainWriter *w, const Table *table)
{
    for (size_t r = table->has_header && table->rows > 1 ? 1 : 0; r < table->rows; r++) {
        for (size_t c = 0; c < table->columns; c++) {
            Str value = table->cells[r * table->columns + c];
            Buf line = { .arena = &w->scratch };
            if (value.len == 0)
                continue;
            if (r > 0 && table->has_header && table->cells[c].len > 0) {
                buf_put(&line, table->cells[c]);
                buf_put(&line, STR(": "));
            }
            buf_put(&line, value);
            size_t prefix = w->prefix.len;
            plain_push_prefix(w, (Str){ 0 }, STR("  "));
            plain_put_wrapped(w, buf_str(&line));
            plain_pop_prefix(w, prefix);
        }
        plain_ask_gap(w);
    }
}

static bool fits(const PlainWriter *w, const Table *table)
{
    int64_t width = 0;

    if (table->columns > MOST_COLUMNS)
        return false;
    for (size_t c = 0; c < table->columns; c++)
        width += table->widths[c] + (c > 0 ? GUTTER : 0);
    return width <= plain_columns(w);
}

void plain_put_table(PlainWriter *w, const Node *node)
{
    Table table = { .rows = count_children(node), .has_header = node->first != NULL && node->first->row.header };

    for (const Node *row = node->first; row != NULL; row = row->next) {
        size_t columns = count_children(row);
        if (columns > table.columns)
            table.columns = columns;
    }
    table.cells = arena_alloc_array(&w->scratch, table.rows * table.columns, sizeof(Str));
    size_t r = 0;
    for (const Node *row = node->first; row != NULL; row = row->next)
        read_row(w, &table, row, r++);
    if (fits(w, &table))
        put_columns(w, &table);
    else
        put_records(w, &table);
}
