/* lib/mail/lines.c */
#include "mail/lines.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/unicode.h"

enum { MAX_INDENT = 40, MAX_EMPTY_LINES = 2 };

static const Str schemes[] = { STR_INIT("https://"), STR_INIT("http://"), STR_INIT("mailto:"), STR_INIT("tel:") };

/* Where an address begins in a word, or STR_NONE. */
static size_t find_address(Str word)
{
    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        size_t at = str_find(word, schemes[i], 0);
        if (at != STR_NONE)
            return at;
    }
    return STR_NONE;
}

/* Nothing but an address, or a note's number and its address. */
static bool is_address_line(Str line)
{
    Str rest = str_trim_left(line);
    size_t end = str_find_char(rest, ']', 0);

    if (str_at(rest, 0) == '[' && end != STR_NONE)
        rest = str_trim_left(str_from_offset(rest, end + 1));
    return find_address(rest) == 0 && str_find_char(rest, ' ', 0) == STR_NONE;
}

/* A wide line on its way into several. */
typedef struct Breaker {
    Buf *out;
    Str indent;
    size_t start; /* of the line, in `out` */
    int column;
    bool begun; /* more than the indentation stands on it */
} Breaker;

static void put_piece(Breaker *breaker, Str piece)
{
    buf_put(breaker->out, piece);
    breaker->column += unicode_width(piece);
    breaker->begun = breaker->begun || piece.len > 0;
}

static void start_line(Breaker *breaker, Str indent)
{
    Buf *out = breaker->out;

    if (breaker->begun) {
        while (out->len > breaker->start && out->data[out->len - 1] == ' ')
            out->len--;
        buf_put_char(out, '\n');
        breaker->start = out->len;
    }
    out->len = breaker->start;
    buf_put(out, indent);
    breaker->column = unicode_width(indent);
    breaker->begun = false;
}

/* The longest beginning of whole characters that is at most `width` columns wide, and at least one character. */
static size_t fit_columns(Str word, int width)
{
    size_t fitting = 0;

    for (size_t at = 0; at < word.len; fitting = at) {
        size_t start = at;
        utf8_next(word, &at);
        width -= unicode_width(str_slice(word, start, at));
        if (width < 0 && start > 0)
            break;
    }
    return fitting;
}

/* A word wider than a line. Behind a mark of quotation an address would not be whole, so it stands without. */
static void put_wide_word(Breaker *breaker, Str word)
{
    size_t address = find_address(word);
    Str before = str_slice(word, 0, address);

    while (before.len > 0) {
        size_t taken = fit_columns(before, LINES_MAX_WIDTH - breaker->column);
        put_piece(breaker, str_slice(before, 0, taken));
        before = str_from_offset(before, taken);
        if (before.len > 0)
            start_line(breaker, breaker->indent);
    }
    if (address != STR_NONE) {
        start_line(breaker, STR(""));
        put_piece(breaker, str_from_offset(word, address));
    }
}

static void break_line(Buf *out, Str line)
{
    size_t indent = 0;
    Str word;

    while (indent < MAX_INDENT && (str_at(line, indent) == ' ' || str_at(line, indent) == '>'))
        indent++;
    Breaker breaker = { .out = out, .indent = str_slice(line, 0, indent), .start = out->len };
    Str rest = str_from_offset(line, indent);
    start_line(&breaker, breaker.indent);
    while (str_split(&word, &rest, ' ')) {
        int width = unicode_width(word);
        if (breaker.begun && breaker.column + 1 + width > LINES_MAX_WIDTH)
            start_line(&breaker, breaker.indent);
        else if (breaker.begun)
            put_piece(&breaker, STR(" "));
        if (breaker.column + width > LINES_MAX_WIDTH)
            put_wide_word(&breaker, word);
        else
            put_piece(&breaker, word);
    }
}

Str lines_fit(Str text, Arena *arena)
{
    Buf out = { .arena = arena };
    size_t empty = 0;
    Str line;

    text = str_trim_right(text);
    while (str_split(&line, &text, '\n')) {
        line = str_trim_right(line);
        empty = line.len == 0 ? empty + 1 : 0;
        if (empty > MAX_EMPTY_LINES || (empty > 0 && out.len == 0))
            continue;
        if (unicode_width(line) > LINES_MAX_WIDTH && !is_address_line(line))
            break_line(&out, line);
        else
            buf_put(&out, line);
        buf_put_char(&out, '\n');
    }
    return buf_str(&out);
}
