/* lib/check/snippet.c */
#include "check/snippet.h"

#include "base/utf8.h"
#include "text/unicode.h"

enum { TAB_STOP = 4, LEAST_WIDTH = 20, ELLIPSIS = 3 };

/* What moves the cursor, hides, or turns text around: shown by number. */
static bool is_hidden(int32_t c)
{
    static const struct {
        int32_t first, last;
    } ranges[] = {
        { 0x00, 0x1F },     /* C0 */
        { 0x7F, 0x9F },     /* DEL, C1 */
        { 0x200B, 0x200B }, /* zero width space */
        { 0x200E, 0x200F }, /* direction marks */
        { 0x2028, 0x202E }, /* line and paragraph separator, embeddings and overrides */
        { 0x2060, 0x2064 }, /* word joiner, invisible operators */
        { 0x2066, 0x2069 }, /* isolates */
        { 0xFEFF, 0xFEFF }, /* byte order mark */
    };

    for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
        if (ranges[i].first <= c && c <= ranges[i].last)
            return true;
    }
    return false;
}

int snippet_put_char(Buf *out, Str character, int column)
{
    size_t at = 0;
    int32_t c = utf8_next(character, &at);

    if (c == '\t') {
        int width = TAB_STOP - column % TAB_STOP;
        buf_put_repeated(out, ' ', (size_t)width);
        return width;
    }
    size_t before = out->len;
    if (is_hidden(c)) {
        buf_put_format(out, "<U+%04X>", (unsigned)c);
        return (int)(out->len - before);
    }
    buf_put_utf8(out, (uint32_t)c); /* a byte that is not UTF-8 became U+FFFD */
    return unicode_width(str_from_offset(buf_str(out), before));
}

static size_t next_char(Str line, size_t at)
{
    utf8_next(line, &at);
    return at;
}

static size_t previous_char(Str line, size_t at)
{
    at--;
    while (at > 0 && ((unsigned char)line.data[at] & 0xC0U) == 0x80U)
        at--;
    return at;
}

/* How far a walk from `at` gets in `width` columns, forwards or backwards. A hostile line may have any number of marks
 * that take no column: they count as one, so that the walk ends. */
static size_t walk(Str line, size_t at, int width, bool forwards, Arena *arena)
{
    Buf scrap = { .arena = arena };

    while (forwards ? at < line.len : at > 0) {
        size_t to = forwards ? next_char(line, at) : previous_char(line, at);
        Str character = forwards ? str_slice(line, at, to) : str_slice(line, to, at);
        scrap.len = 0;
        int columns = snippet_put_char(&scrap, character, 0);
        width -= columns > 0 ? columns : 1;
        if (width < 0)
            break;
        at = to;
    }
    return at;
}

/* The part of the line that is shown: all of it where it fits. */
static void choose_window(size_t *start, size_t *end, Str line, size_t fault, int width, Arena *arena)
{
    *start = 0;
    *end = walk(line, 0, width, true, arena);
    if (*end == line.len)
        return;
    *start = walk(line, fault, width / 3, false, arena);
    *end = walk(line, *start, width - ELLIPSIS - (*start > 0 ? ELLIPSIS : 0), true, arena);
}

/* Draws bytes `start` to `end` of the line behind what is drawn, with carets under `fault` to `fault_end`. Each has
 * one. */
static void draw(Buf *shown, Buf *carets, Str line, size_t start, size_t end, size_t fault, size_t fault_end)
{
    size_t at_fault = carets->len; /* where the fault begins, if nothing of it takes a column */
    bool marked = false;

    for (size_t at = start; at < end;) {
        size_t next = next_char(line, at);
        int columns = snippet_put_char(shown, str_slice(line, at, next), (int)carets->len);
        bool at_part = fault <= at && at < fault_end;
        if (at <= fault && columns > 0)
            at_fault = carets->len;
        buf_put_repeated(carets, at_part ? '^' : ' ', (size_t)columns);
        marked = marked || (at_part && columns > 0);
        at = next;
    }
    if (fault >= end)
        at_fault = carets->len;
    if (!marked) {
        carets->len = at_fault;
        buf_put_char(carets, '^');
    }
}

Snippet snippet_make(Span span, uint32_t line_number, int width, Arena *arena)
{
    Str line = source_line(span.source, line_number);
    size_t line_start = span.source->line_starts[line_number - 1];
    size_t fault = span.start - line_start < line.len ? span.start - line_start : line.len;
    size_t fault_end = span.end - line_start;
    Buf shown = { .arena = arena };
    Buf carets = { .arena = arena };
    size_t start;
    size_t end;

    choose_window(&start, &end, line, fault, width < LEAST_WIDTH ? LEAST_WIDTH : width, arena);
    buf_put_cstr(&shown, start > 0 ? "..." : "");
    buf_put_repeated(&carets, ' ', shown.len);
    draw(&shown, &carets, line, start, end, fault, fault_end > fault ? fault_end : fault + 1);
    buf_put_cstr(&shown, end < line.len ? "..." : "");
    return (Snippet){ buf_str(&shown), str_trim_right(buf_str(&carets)) };
}
