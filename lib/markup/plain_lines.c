/* lib/markup/plain_lines.c - lines of plain text: prefixes of containers, and filling by display width. */
#include "base/utf8.h"
#include "markup/plain_writer.h"
#include "text/unicode.h"

enum { UNLIMITED = 1 << 20, FEWEST_COLUMNS = 16 };

static void set_text(Buf *buf, Str text)
{
    buf->len = 0;
    buf_put(buf, text);
}

void plain_push_prefix(PlainWriter *w, Str first, Str rest)
{
    if (!w->has_first)
        set_text(&w->first_prefix, buf_str(&w->prefix));
    w->has_first = true;
    buf_put(&w->first_prefix, first);
    buf_put(&w->prefix, rest);
}

void plain_pop_prefix(PlainWriter *w, size_t prefix_len)
{
    if (w->has_first)
        plain_put_line(w, (Str){ 0 }); /* an empty item is shown too */
    w->prefix.len = prefix_len;
}

void plain_ask_gap(PlainWriter *w)
{
    if (w->out->len == w->start || w->has_first)
        return;
    w->gap = true;
    set_text(&w->gap_prefix, buf_str(&w->prefix));
}

static void put_trimmed(PlainWriter *w, Str prefix, Str line)
{
    size_t start = w->out->len;

    buf_put(w->out, prefix);
    buf_put(w->out, line);
    while (w->out->len > start && w->out->data[w->out->len - 1] == ' ')
        w->out->len--;
    buf_put_char(w->out, '\n');
}

void plain_put_line(PlainWriter *w, Str line)
{
    if (w->gap)
        put_trimmed(w, buf_str(&w->gap_prefix), (Str){ 0 });
    w->gap = false;
    put_trimmed(w, buf_str(w->has_first ? &w->first_prefix : &w->prefix), line);
    w->has_first = false;
}

int plain_columns(const PlainWriter *w)
{
    if (w->options->width <= 0)
        return UNLIMITED;
    int columns = w->options->width - unicode_width(buf_str(&w->prefix));
    return columns < FEWEST_COLUMNS ? FEWEST_COLUMNS : columns;
}

/* What may not stand at the start of a line, and at its end, in text without blanks between words. */
static const char never_first[] = "、。，．：；？！）」』】〕〉》”’…ー々％,.:;?!)]}%";
static const char never_last[] = "（「『【〔〈《“‘([{";

static bool is_in_set(const char *set, Str c)
{
    return str_contains(str_from(set), c);
}

static bool may_break(Str before, int before_width, Str c, int width)
{
    return (before_width > 1 || width > 1) && !is_in_set(never_first, c) && !is_in_set(never_last, before);
}

/* A part of a line that is not broken. */
typedef struct Piece {
    size_t start, end; /* in the inline text, with marks */
    int width;
    bool blank_before;
} Piece;

static int char_width(Str c)
{
    return c.len > 1 ? unicode_width(c) : (unsigned char)c.data[0] >= ' ' || c.data[0] == PLAIN_STICKY ? 1 : 0;
}

/* Reads the next piece of the line that goes on at `*at`; false at its end. */
static bool read_piece(Piece *piece, Str text, size_t *at, bool *whole)
{
    size_t i = *at;

    while (str_at(text, i) == ' ')
        i++;
    *piece = (Piece){ .start = i, .end = i, .blank_before = i > *at };
    Str before = { 0 };
    int before_width = 0;
    while (i < text.len && text.data[i] != ' ' && text.data[i] != '\n') {
        size_t start = i;
        utf8_next(text, &i);
        Str c = str_slice(text, start, i);
        int width = char_width(c);
        if (c.data[0] == PLAIN_WHOLE)
            *whole = !*whole;
        if (before.len > 0 && !*whole && may_break(before, before_width, c, width)) {
            i = start;
            break;
        }
        piece->end = i;
        piece->width += width;
        before = c;
        before_width = width;
    }
    *at = piece->end;
    return piece->end > piece->start;
}

/* A line being filled. */
typedef struct Filling {
    PlainWriter *writer;
    Buf line;
    int width, columns, widest;
} Filling;

static void put_filled_line(Filling *f)
{
    if (f->width > f->widest)
        f->widest = f->width;
    plain_put_line(f->writer, buf_str(&f->line));
    f->line.len = 0;
    f->width = 0;
}

/* Without marks; and cut where it passes even an empty line, but for addresses. */
static void put_piece(Filling *f, Str text)
{
    bool is_address = str_contains(text, STR("://")) || str_contains(text, STR("mailto:"));

    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        utf8_next(text, &i);
        Str c = str_slice(text, start, i);
        int width = char_width(c);
        if (c.data[0] == PLAIN_WHOLE)
            continue;
        if (f->width + width > f->columns && f->width > 0 && !is_address)
            put_filled_line(f);
        buf_put(&f->line, c.data[0] == PLAIN_STICKY ? STR(" ") : c);
        f->width += width;
    }
}

static void fill_line(Filling *f, Str text, size_t *at)
{
    Piece piece;
    bool whole = false;
    bool any = false;

    while (read_piece(&piece, text, at, &whole)) {
        int blank = piece.blank_before && f->width > 0 ? 1 : 0;
        if (f->width > 0 && f->width + blank + piece.width > f->columns) {
            put_filled_line(f);
            blank = 0;
        }
        if (blank > 0)
            buf_put_char(&f->line, ' ');
        f->width += blank;
        put_piece(f, str_slice(text, piece.start, piece.end));
        any = true;
    }
    if (any)
        put_filled_line(f);
}

int plain_put_wrapped(PlainWriter *w, Str inlines)
{
    Filling filling = { .writer = w, .line.arena = &w->scratch, .columns = plain_columns(w) };

    for (size_t at = 0; at < inlines.len; at++)
        fill_line(&filling, inlines, &at);
    return filling.widest;
}

int plain_width(Str inlines)
{
    int width = 0;

    for (size_t i = 0; i < inlines.len;) {
        size_t start = i;
        utf8_next(inlines, &i);
        width += char_width(str_slice(inlines, start, i));
    }
    return width;
}
