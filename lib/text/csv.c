/* lib/text/csv.c */
#include "text/csv.h"

#include "base/buf.h"
#include "base/map.h"

typedef VEC(const Tree *) Cells;

typedef struct Reader {
    Located text;
    size_t at;
    size_t cells; /* made so far */
    const CsvOptions *options;
    Arena *arena;
    Diags *diags;
} Reader;

static int peek(const Reader *reader)
{
    return str_at(reader->text.str, reader->at);
}

static bool is_row_end(int c)
{
    return c == '\n' || c == '\r' || c == STR_END;
}

static Tree *new_tree(Reader *reader, TreeKind kind, size_t start)
{
    Tree *tree = ARENA_NEW(reader->arena, Tree);
    tree->kind = kind;
    tree->span = located_part(reader->text, start, reader->at);
    return tree;
}

static const Tree *fail(Reader *reader, size_t start, const char *message, const char *hint)
{
    diag_stop(reader->diags, reader->options->rule, located_part(reader->text, start, start + 1), "%s", message);
    diag_hint(reader->diags, "%s", hint);
    return NULL;
}

static const Tree *read_quoted(Reader *reader)
{
    Str text = reader->text.str;
    size_t start = reader->at;
    Buf value = { .arena = reader->arena };

    for (size_t from = start + 1;;) {
        size_t quote = str_find_char(text, '"', from);
        if (quote == STR_NONE)
            return fail(reader, start, "this quote is never closed", "write \" at the end of the cell");
        buf_put(&value, str_slice(text, from, quote));
        from = quote + 1;
        reader->at = from;
        if (str_at(text, from) != '"')
            break;
        buf_put_char(&value, '"');
        from++;
    }
    if (peek(reader) != reader->options->separator && !is_row_end(peek(reader)))
        return fail(reader, reader->at, "text follows the closing quote of a cell",
                    "write a quote that belongs to the text twice");
    Tree *cell = new_tree(reader, TREE_SCALAR, start);
    cell->type = TREE_STRING;
    cell->quoted = true;
    cell->text = buf_str(&value);
    return cell;
}

static const Tree *read_plain(Reader *reader)
{
    size_t start = reader->at;

    for (; peek(reader) != reader->options->separator && !is_row_end(peek(reader)); reader->at++) {
        if (peek(reader) == '"')
            return fail(reader, reader->at, "a quote stands within a cell",
                        "put the whole cell in quotes, and write the quote in it twice");
    }
    Tree *cell = new_tree(reader, TREE_SCALAR, start);
    cell->text = str_slice(reader->text.str, start, reader->at);
    cell->type = cell->text.len == 0 ? TREE_NULL : TREE_STRING;
    return cell;
}

static void skip_row_end(Reader *reader)
{
    if (peek(reader) == '\r' && str_at(reader->text.str, reader->at + 1) == '\n')
        reader->at++;
    if (reader->at < reader->text.str.len)
        reader->at++;
}

static bool count_cells(Reader *reader, size_t count)
{
    reader->cells += count;
    if (reader->cells <= CSV_MAX_CELLS)
        return true;
    fail(reader, reader->at, "the table has too many cells", "divide it into several files");
    return false;
}

/* A line without anything has no cells. */
static bool read_row(Cells *row, Reader *reader)
{
    *row = (Cells){ 0 };
    while (!is_row_end(peek(reader)) || row->len > 0) {
        const Tree *cell = peek(reader) == '"' ? read_quoted(reader) : read_plain(reader);
        if (cell == NULL || !count_cells(reader, 1))
            return false;
        vec_push(reader->arena, row, cell);
        if (is_row_end(peek(reader)))
            break;
        reader->at++;
    }
    skip_row_end(reader);
    return true;
}

/* --- rows as trees ----------------------------------------------------------------------------------------------- */

static const Tree *list_of(Reader *reader, const Cells *cells, size_t start)
{
    Tree *list = new_tree(reader, TREE_LIST, start);
    list->items = cells->items;
    list->item_count = cells->len;
    return list;
}

typedef struct Column {
    Located name;
    size_t index;
} Column;

typedef VEC(Column) Columns;

static Columns name_columns(Reader *reader, const Cells *row)
{
    Map known = { .arena = reader->arena };
    Columns columns = { 0 };

    for (size_t i = 0; i < row->len; i++) {
        const Tree *cell = row->items[i];
        if (tree_is_null(cell) || map_has(&known, cell->text))
            continue;
        map_put(&known, cell->text, reader);
        vec_push(reader->arena, &columns, ((Column){ { cell->text, cell->span }, i }));
    }
    return columns;
}

static const Tree *map_of(Reader *reader, const Columns *columns, const Cells *row, size_t start)
{
    Tree *map = new_tree(reader, TREE_MAP, start);
    TreeEntry *entries = ARENA_ARRAY(reader->arena, TreeEntry, columns->len);
    for (size_t i = 0; i < columns->len; i++) {
        const Column *column = &columns->items[i];
        entries[i].key = column->name;
        entries[i].value = column->index < row->len ? row->items[column->index] : new_tree(reader, TREE_SCALAR, start);
    }
    map->entries = entries;
    map->entry_count = columns->len;
    return map;
}

bool csv_read(const Tree **out, Located text, const CsvOptions *options, Arena *arena, Diags *diags)
{
    Reader reader = { .text = text, .options = options, .arena = arena, .diags = diags };
    Columns columns = { 0 };
    Cells rows = { 0 };
    Cells row;

    if (options->headers) {
        if (!read_row(&row, &reader))
            return false;
        columns = name_columns(&reader, &row);
    }
    while (reader.at < text.str.len) {
        size_t start = reader.at;
        if (!read_row(&row, &reader) || !count_cells(&reader, columns.len))
            return false;
        vec_push(arena, &rows,
                 options->headers ? map_of(&reader, &columns, &row, start) : list_of(&reader, &row, start));
    }
    *out = list_of(&reader, &rows, 0);
    return true;
}
