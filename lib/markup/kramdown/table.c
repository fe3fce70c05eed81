/* lib/markup/kramdown/table.c - lines with pipes. */
#include "markup/kramdown/scan.h"
#include "markup/kramdown/table_lines.h"

typedef VEC(Passage) Cells;

typedef struct TableReader {
    Parser *parser;
    Reader *reader;
    Block *table;
    Block *section_start; /* the first row since the last separator */
    VEC(CellAlign) aligns;
    size_t columns;
    int group;
    bool leading_pipe, has_footer, has_body, has_header;
} TableReader;

/* --- cells --- */

typedef struct CellReader {
    Parser *parser;
    const Passage *line;
    Cells *cells;
    PassageBuilder text; /* of the cell that is being read */
    bool open;
    Sought element_end; /* `</code>` in the line */
} CellReader;

static void open_cell(CellReader *reader)
{
    if (reader->open)
        return;
    passage_begin(&reader->text, reader->parser->arena);
    reader->open = true;
}

static void close_cell(CellReader *reader)
{
    if (reader->open)
        vec_push(reader->parser->work, reader->cells, passage_built(&reader->text));
    reader->open = false;
}

static void put_cell(CellReader *reader, size_t start, size_t end)
{
    open_cell(reader);
    passage_put(&reader->text, reader->line, start, end);
}

/* Behind code at `at`: between backticks, or an element `code`; 0 when there is none. */
static size_t protected_end(CellReader *reader, size_t at)
{
    Str line = reader->line->text;
    size_t start = at;

    if (str_eq(str_slice(line, at, at + 5), STR("<code"))) {
        size_t close = sought_find(&reader->element_end, line, STR("</code>"), at);
        return close == STR_NONE || str_find_char(line, '>', at) > close ? 0 : close + 7;
    }
    while (str_at(line, at) == '`')
        at++;
    if (at == start)
        return 0;
    bool free = start == 0 || char_is_space(line.data[start - 1]);
    if (at == start + 1 && free && char_is_space(str_at(line, at)))
        return 0;
    size_t close = str_find(line, str_slice(line, start, at), at);
    return close == STR_NONE ? 0 : close + (at - start);
}

static void read_cells(CellReader *reader)
{
    Str line = reader->line->text;

    for (size_t at = 0; at < line.len;) {
        char c = line.data[at];
        size_t end = (c == '`' || c == '<') ? protected_end(reader, at) : 0;
        for (size_t run = at; end == 0 && c == '`'; run++) {
            if (str_at(line, run) != '`')
                end = run;
        }
        if (end > 0) {
            put_cell(reader, at, end);
            at = end;
        } else if (c == '|') {
            open_cell(reader);
            close_cell(reader);
            open_cell(reader);
            at++;
        } else if (c == '\\' && str_at(line, at + 1) == '|') {
            put_cell(reader, at + 1, at + 2);
            at += 2;
        } else {
            for (end = at + 1; end < line.len && strchr("|`<\\", line.data[end]) == NULL; end++)
                ;
            put_cell(reader, at, end);
            at = end;
        }
    }
    close_cell(reader);
}

static bool is_empty(const Cells *cells, size_t i)
{
    return i < cells->len && str_trim(cells->items[i].text).len == 0;
}

static void add_row(TableReader *table, size_t end)
{
    Parser *parser = table->parser;
    Reader *reader = table->reader;
    Cells cells = { 0 };
    Block *row = block_new(parser, BLOCK_ROW);
    Passage line = passage_trim_right(passage_slice(reader->passage, reader->at, end));
    CellReader cell_reader = { .parser = parser, .line = &line, .cells = &cells };

    read_cells(&cell_reader);
    row->start = passage_origin(&line, 0);
    row->end = passage_end(&line, line.text.len);
    size_t first = table->leading_pipe && is_empty(&cells, 0) ? 1 : 0;
    if (cells.len > first && is_empty(&cells, cells.len - 1))
        cells.len--;
    for (size_t i = first; i < cells.len; i++) {
        Block *cell = block_new(parser, BLOCK_CELL);
        cell->text = passage_trim(cells.items[i]);
        cell->start = cell->text.text.len > 0 ? passage_origin(&cell->text, 0) : row->start;
        cell->end = cell->text.text.len > 0 ? passage_end(&cell->text, cell->text.text.len) : cell->start;
        block_append(row, cell);
    }
    if (cells.len - first > table->columns)
        table->columns = cells.len - first;
    block_append(table->table, row);
    if (table->section_start == NULL)
        table->section_start = row;
    reader->at = end;
}

/* --- sections --- */

typedef enum Section { SECTION_HEAD, SECTION_BODY, SECTION_FOOT } Section;

static void close_section(TableReader *table, Section section, bool force)
{
    if (table->section_start == NULL || (table->has_footer && section == SECTION_BODY && !force))
        return;
    for (Block *row = table->section_start; row != NULL; row = row->next) {
        row->row.header = section == SECTION_HEAD;
        row->row.footer = section == SECTION_FOOT;
        row->row.group = table->group;
    }
    table->has_body = table->has_body || section == SECTION_BODY;
    table->section_start = NULL;
    table->group++;
}

/* The columns of `|:--|:-:|--:|`. */
static void read_aligns(TableReader *table, Str line)
{
    for (size_t at = 0; at < line.len;) {
        size_t start = at;
        while (str_at(line, at) == '-')
            at++;
        if (at == start) {
            at++;
            continue;
        }
        bool left = start > 0 && line.data[start - 1] == ':';
        bool right = str_at(line, at) == ':';
        CellAlign align = left && right ? ALIGN_CENTER : left ? ALIGN_LEFT : right ? ALIGN_RIGHT : ALIGN_NONE;
        vec_push(table->parser->work, &table->aligns, align);
        at += right;
    }
}

static void read_separator(TableReader *table, Str line)
{
    if (table->section_start == NULL)
        return;
    if (table->aligns.len == 0 && !table->has_footer) {
        close_section(table, SECTION_HEAD, false);
        read_aligns(table, line);
    } else {
        close_section(table, SECTION_BODY, false);
    }
}

static void read_rows(TableReader *table)
{
    Reader *reader = table->reader;
    Str text = reader->text;
    Str line;

    while (reader->at < text.len && line_has_pipe(text, reader->at)) {
        size_t end = separator_end(text, reader->at, '-', &line);
        if (end > 0) {
            read_separator(table, line);
            reader->at = end;
            continue;
        }
        end = separator_end(text, reader->at, '=', &line);
        if (end > 0) {
            close_section(table, SECTION_BODY, true);
            table->has_footer = true;
            reader->at = end;
            continue;
        }
        add_row(table, scan_line_end(text, reader->at));
    }
}

static void add_missing_cells(TableReader *table)
{
    enum { MISSING_MAX = 100000 }; /* one wide row and many narrow ones would fill the memory */
    size_t missing = 0;

    for (Block *row = table->table->first; row != NULL; row = row->next) {
        size_t count = 0;
        for (const Block *cell = row->first; cell != NULL; cell = cell->next)
            count++;
        for (; count < table->columns && missing < MISSING_MAX; count++, missing++) {
            Block *cell = block_new(table->parser, BLOCK_CELL);
            cell->start = cell->end = row->end;
            block_append(row, cell);
        }
    }
}

static bool read_table(TableReader *table, size_t start)
{
    Reader *reader = table->reader;

    read_rows(table);
    if (!before_boundary(table->parser)
        || !pipes_stand_in_text(table->parser, str_slice(reader->text, start, reader->at - 1)))
        return false;
    close_section(table, table->has_footer ? SECTION_FOOT : SECTION_BODY, false);
    return table->has_body;
}

Outcome parse_table(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t start = reader->at;
    size_t first = scan_spaces(reader->text, start, 3);
    TableReader table = { .parser = parser, .reader = reader };
    Str line;

    if (char_is_space(str_at(reader->text, first)) || !line_has_pipe(reader->text, first) || !after_boundary(parser))
        return NOT_MINE;
    table.table = block_new(parser, BLOCK_TABLE);
    table.leading_pipe = str_at(reader->text, scan_white(reader->text, start)) == '|';
    size_t end = separator_end(reader->text, start, '-', &line);
    if (end > 0)
        reader->at = end;
    if (!read_table(&table, start)) {
        parser->block_ial = NULL; /* kramdown has given it to the table by now */
        reader->at = start;
        return NOT_MINE;
    }
    Block *added = block_add(parser, BLOCK_TABLE, start, reader->at);
    added->first = table.table->first;
    added->last = table.table->last;
    for (Block *row = added->first; row != NULL; row = row->next)
        row->parent = added;
    table.table = added;
    add_missing_cells(&table);
    added->table.columns = table.columns;
    added->table.aligns = ARENA_ARRAY(parser->arena, CellAlign, table.columns);
    for (size_t i = 0; i < table.columns && i < table.aligns.len; i++)
        added->table.aligns[i] = table.aligns.items[i];
    return TAKEN;
}
