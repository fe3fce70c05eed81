/* lib/liquid/lexer.h - a template as text, outputs and tags. Internal to lib/liquid. */
#pragma once

#include "base/str.h"

typedef enum PieceKind {
    PIECE_END,
    PIECE_TEXT,
    PIECE_OUTPUT,
    PIECE_TAG,
    PIECE_UNCLOSED, /* `{{` or `{%` without its end */
    PIECE_NAMELESS, /* `{% %}` */
} PieceKind;

/* Offsets are into the text of the whole template. */
typedef struct Piece {
    PieceKind kind;
    size_t start, end;
    size_t name_start, name_end;     /* of a tag */
    size_t markup_start, markup_end; /* of a tag or an output, without white space around it */
    bool trim_left, trim_right;      /* `{%-` and `-%}` */
} Piece;

typedef struct Lexer {
    Str text;
    size_t at, end;
    bool lines;                     /* inside `{% liquid %}`: one tag a line */
    bool no_tag_end, no_output_end; /* none is left in the text */
} Lexer;

Piece lexer_next(Lexer *lexer);
