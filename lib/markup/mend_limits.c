/* lib/markup/mend_limits.c - what takes cmark-gfm quadratic time is bounded: past these limits nobody writes, and what
 * follows is taken as plain text. */
#include "markup/mend_pass.h"

enum { MAX_MARKERS = 100, MAX_BRACKETS = 256, MAX_DELIMITER_ROWS = 50, MAX_PARAGRAPH_LINES = 1000, MAX_PIPES = 512 };
enum { DELIMITERS_BASE = 1 << 20, DELIMITERS_PER_BYTE = 32 };

bool mend_is_in(int c, const char *set)
{
    return c > 0 && strchr(set, c) != NULL;
}

size_t mend_skip(Str text, size_t at, const char *set)
{
    while (mend_is_in(str_at(text, at), set))
        at++;
    return at;
}

size_t mend_find_line_end(Str text, size_t at)
{
    while (at < text.len && text.data[at] != '\n' && text.data[at] != '\r')
        at++;
    return at;
}

static size_t find_next_line(Str text, size_t at)
{
    at = mend_find_line_end(text, at);
    if (str_at(text, at) == '\r' && str_at(text, at + 1) == '\n')
        at++;
    return at < text.len ? at + 1 : at;
}

bool mend_at_line_start(Str text, size_t at)
{
    while (at > 0 && mend_is_in(text.data[at - 1], " \t>*+-.)0123456789"))
        at--;
    return at == 0 || text.data[at - 1] == '\n' || text.data[at - 1] == '\r';
}

static bool line_is_blank(Str text, size_t start)
{
    int c = str_at(text, mend_skip(text, start, " \t>"));
    return c == '\n' || c == '\r' || c == STR_END;
}

static size_t find_paragraph_end(Mender *m, size_t at)
{
    if (m->paragraph_end <= at) {
        size_t end = find_next_line(m->text, at);
        while (end < m->text.len && !line_is_blank(m->text, end))
            end = find_next_line(m->text, end);
        m->paragraph_end = end;
    }
    return m->paragraph_end;
}

/* Raw HTML that does not end: cmark looks for the end again at each beginning, through the whole paragraph. */
enum { COMMENT };
static const struct Opener {
    Str opener, closer;
} openers[] = {
    [COMMENT] = { STR_INIT("<!--"), STR_INIT("-->") },
    { STR_INIT("<?"), STR_INIT("?>") },
    { STR_INIT("<![CDATA["), STR_INIT("]]>") },
    { STR_INIT("<!"), STR_INIT(">") },
};

static size_t find_closer(Mender *m, size_t at, size_t which)
{
    if (m->closers[which] < at)
        m->closers[which] = str_find(m->text, openers[which].closer, at);
    return m->closers[which] < find_paragraph_end(m, at) ? m->closers[which] : STR_NONE;
}

size_t mend_comment_end(Mender *m, size_t at)
{
    return find_closer(m, at, COMMENT);
}

size_t mend_raw_opener(Mender *m, size_t at)
{
    for (size_t i = COMMENT + 1; i < sizeof(openers) / sizeof(openers[0]); i++) {
        size_t behind = at + openers[i].opener.len;
        if (!str_starts_with(str_from_offset(m->text, at), openers[i].opener))
            continue;
        if (find_closer(m, behind, i) == STR_NONE && !mend_at_line_start(m->text, at))
            mend_put_mark(m, at + 1, STR(MEND_ESCAPE));
        return behind;
    }
    return at + 1;
}

static bool has_looked_long(const Mender *m)
{
    return m->delimiters_looked_at > DELIMITERS_BASE + m->text.len * DELIMITERS_PER_BYTE;
}

/* Link openers that are never closed stay on a stack, which cmark walks at each closing bracket. And for a link without
 * emphasis in it, it walks all delimiters of emphasis and quotes that stand before it in the paragraph. */
size_t mend_open_bracket(Mender *m, size_t at)
{
    if (str_at(m->text, at + 1) == '^' && !mend_is_footnote(m->text, at))
        mend_put_mark(m, at + 1, STR(MEND_ESCAPE));
    else if (m->brackets == MAX_BRACKETS || has_looked_long(m))
        mend_put_mark(m, at, STR(MEND_ESCAPE));
    else
        m->brackets++;
    return at + 1;
}

size_t mend_close_bracket(Mender *m, size_t at)
{
    if (m->brackets > 0)
        m->brackets--;
    m->delimiters_looked_at += m->delimiters;
    return at + 1;
}

size_t mend_quote(Mender *m, size_t at)
{
    m->delimiters++;
    return at + 1;
}

/* To add a cell to a table's row, cmark walks all that stand before it. */
size_t mend_pipe(Mender *m, size_t at)
{
    if (m->pipes++ >= MAX_PIPES)
        mend_put_mark(m, at, STR(MEND_ESCAPE));
    return at + 1;
}

/* The next container's marker at the start of a line; 0 when there is none. `*mark` is where to make it plain text. */
static size_t read_marker(Str text, size_t at, size_t *mark)
{
    size_t end = at;

    *mark = at;
    if (str_at(text, at) == '>')
        return 1;
    while (end - at < 9 && char_is_digit(str_at(text, end)))
        end++;
    *mark = end;
    if (!mend_is_in(str_at(text, end), end > at ? ".)" : "-+*") || !mend_is_in(str_at(text, end + 1), " \t"))
        return 0;
    return end + 1 - at;
}

/* True when a line opens more containers than there is sense in; `*mark` is then the first one too many. */
static bool has_too_many_markers(Str text, size_t at, size_t *mark)
{
    for (int count = 0;; count++) {
        at = mend_skip(text, at, " \t");
        size_t len = read_marker(text, at, mark);
        if (len == 0)
            return false;
        if (count == MAX_MARKERS)
            return true;
        at += len;
    }
}

static bool is_delimiter_row(Str text, size_t at)
{
    size_t start = mend_skip(text, at, " \t>");
    size_t end = mend_skip(text, start, "|:- \t");
    Str row = str_slice(text, start, end);
    return end == mend_find_line_end(text, end) && str_find_char(row, '-', 0) != STR_NONE
           && (str_find_char(row, '|', 0) != STR_NONE || str_find_char(row, ':', 0) != STR_NONE);
}

static bool is_structure(Str text, size_t start)
{
    size_t end = mend_skip(text, start, " \t-:|>*+_=.)0123456789");
    return end == mend_find_line_end(text, end);
}

/* At each row that could stand below a table's header, cmark reads the paragraph from its start. At each blank line it
 * walks all open containers. */
size_t mend_line(Mender *m, size_t start)
{
    size_t mark;

    m->pipes = 0;
    if (line_is_blank(m->text, start)) {
        m->brackets = m->delimiters = m->paragraph_rows = m->paragraph_lines = 0;
        return start;
    }
    m->paragraph_lines++;
    m->line_is_structure = is_structure(m->text, start);
    if (has_too_many_markers(m->text, start, &mark)) {
        mend_put_mark(m, mark, STR(MEND_ESCAPE));
        return mark + 1;
    }
    if (!m->line_is_structure || !is_delimiter_row(m->text, start))
        return start;
    m->paragraph_rows++;
    if (m->paragraph_rows <= MAX_DELIMITER_ROWS && m->paragraph_lines <= MAX_PARAGRAPH_LINES)
        return start;
    size_t end = mend_find_line_end(m->text, start);
    mend_put_mark(m, end, STR(MEND_JOIN));
    return end;
}

size_t mend_line_end(Mender *m, size_t at)
{
    return mend_line(m, find_next_line(m->text, at));
}

static bool has_more(Str text, char c, size_t most)
{
    size_t count = 0;

    for (size_t i = str_find_char(text, c, 0); i != STR_NONE; i = str_find_char(text, c, i + 1)) {
        if (++count > most)
            return true;
    }
    return false;
}

bool mend_passes_limits(Str text, Lines lines)
{
    size_t mark;
    size_t pipes = lines.count > MAX_DELIMITER_ROWS ? 0 : MAX_PIPES;

    if (has_more(text, '[', MAX_BRACKETS) || has_more(text, '|', pipes))
        return true;
    for (size_t i = 0; i < lines.count; i++) {
        size_t end = i + 1 < lines.count ? lines.starts[i + 1] : text.len;
        if (end - lines.starts[i] > MAX_MARKERS && has_too_many_markers(text, lines.starts[i], &mark))
            return true;
    }
    return false;
}
