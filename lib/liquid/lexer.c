/* lib/liquid/lexer.c - the shortest match wins, and quotes mean nothing: `{{ "}}" }}` ends at the first `}}`. */
#include "liquid/lexer.h"

#include "liquid/scan.h"

static size_t find_opening(Str text, size_t from)
{
    for (size_t at = from;; at++) {
        at = str_find_char(text, '{', at);
        if (at == STR_NONE)
            return text.len;
        int next = str_at(text, at + 1);
        if (next == '{' || next == '%')
            return at;
    }
}

/* What stands between the delimiters, without their hyphens and white space. */
static void set_markup(Piece *piece, Str text, size_t start, size_t end)
{
    if (str_at(text, start) == '-' && start < end) {
        piece->trim_left = true;
        start++;
    }
    if (str_at(text, end - 1) == '-' && (start < end || piece->trim_left)) {
        piece->trim_right = true;
        end -= start < end;
    }
    while (start < end && char_is_space(text.data[start]))
        start++;
    while (end > start && char_is_space(text.data[end - 1]))
        end--;
    piece->markup_start = start;
    piece->markup_end = end;
}

/* The first word of the markup is the tag's name; so is the `#` of a comment. */
static void split_name(Piece *piece, Str text)
{
    size_t start = piece->markup_start;
    size_t end = str_at(text, start) == '#' ? start + 1 : scan_word(text, start);
    if (end > piece->markup_end)
        end = piece->markup_end;
    if (end == start)
        piece->kind = PIECE_NAMELESS;
    piece->name_start = start;
    piece->name_end = end;
    while (end < piece->markup_end && char_is_space(text.data[end]))
        end++;
    piece->markup_start = end;
}

static Piece unclosed(Lexer *lexer, Piece piece, size_t end)
{
    piece.kind = PIECE_UNCLOSED;
    piece.end = end;
    lexer->at = end;
    return piece;
}

static Piece read_tag(Lexer *lexer, Piece piece)
{
    size_t end = lexer->no_tag_end ? STR_NONE : str_find(lexer->text, STR("%}"), piece.start + 2);
    if (end == STR_NONE || end + 2 > lexer->end) {
        lexer->no_tag_end = true;
        return unclosed(lexer, piece, piece.start + 2);
    }
    piece.kind = PIECE_TAG;
    piece.end = lexer->at = end + 2;
    set_markup(&piece, lexer->text, piece.start + 2, end);
    split_name(&piece, lexer->text);
    return piece;
}

static Piece read_output(Lexer *lexer, Piece piece)
{
    size_t end = lexer->no_output_end ? STR_NONE : str_find_char(lexer->text, '}', piece.start + 2);
    if (end == STR_NONE || end >= lexer->end) {
        lexer->no_output_end = true;
        return unclosed(lexer, piece, piece.start + 2);
    }
    if (str_at(lexer->text, end + 1) != '}') { /* a tag behind it is a tag all the same */
        size_t next = find_opening(lexer->text, piece.start + 2);
        return unclosed(lexer, piece, next < end ? next : end + 1);
    }
    piece.kind = PIECE_OUTPUT;
    piece.end = lexer->at = end + 2;
    set_markup(&piece, lexer->text, piece.start + 2, end);
    return piece;
}

static Piece next_line(Lexer *lexer)
{
    while (lexer->at < lexer->end) {
        size_t end = str_find_char(lexer->text, '\n', lexer->at);
        if (end == STR_NONE || end > lexer->end)
            end = lexer->end;
        Piece piece = { .kind = PIECE_TAG };
        size_t start = lexer->at;
        while (start < end && char_is_space(lexer->text.data[start]))
            start++;
        lexer->at = end + 1;
        if (start == end)
            continue;
        piece.start = piece.markup_start = start;
        while (char_is_space(lexer->text.data[end - 1]))
            end--;
        piece.end = piece.markup_end = end;
        split_name(&piece, lexer->text);
        return piece;
    }
    return (Piece){ .kind = PIECE_END, .start = lexer->end, .end = lexer->end };
}

Piece lexer_next(Lexer *lexer)
{
    if (lexer->lines)
        return next_line(lexer);
    Piece piece = { .kind = PIECE_END, .start = lexer->at, .end = lexer->at };
    if (lexer->at >= lexer->end)
        return piece;
    size_t opening = find_opening(lexer->text, lexer->at);
    if (opening > lexer->at) {
        piece.kind = PIECE_TEXT;
        piece.end = lexer->at = opening;
        return piece;
    }
    return lexer->text.data[opening + 1] == '%' ? read_tag(lexer, piece) : read_output(lexer, piece);
}
