/* lib/liquid/scan.h - the pieces that markup is made of: tokens for the strict parser, fragments for the lax one.
 * Internal to lib/liquid. */
#pragma once

#include "base/str.h"

typedef enum TokenKind {
    TOKEN_END,
    TOKEN_NAME,   /* letters, digits, _ and -; may end in ? */
    TOKEN_STRING, /* with its quotes; there are no escapes */
    TOKEN_NUMBER,
    TOKEN_COMPARISON,
    TOKEN_DOTDOT,
    TOKEN_PIPE,
    TOKEN_DOT,
    TOKEN_COLON,
    TOKEN_COMMA,
    TOKEN_OPEN_SQUARE,
    TOKEN_CLOSE_SQUARE,
    TOKEN_OPEN_ROUND,
    TOKEN_CLOSE_ROUND,
    TOKEN_OTHER, /* what no strict markup has */
} TokenKind;

typedef struct Token {
    TokenKind kind;
    size_t start, end; /* offsets into the markup */
} Token;

Token scan_token(Str markup, size_t from); /* the next one at or behind `from`, after white space */

/* Each gives where the thing that begins at `at` ends, or `at` when none does. */
size_t scan_space(Str s, size_t at);
size_t scan_word(Str s, size_t at);      /* letters, digits, _ */
size_t scan_quoted(Str s, size_t at);    /* '...' or "..." */
size_t scan_fragment(Str s, size_t at);  /* a quoted string, or a run without white space, comma, pipe or open quote */
size_t scan_fragments(Str s, size_t at); /* several without anything between */

/* The first fragment at or behind `from`. */
bool scan_find_fragment(Str s, size_t from, size_t *start, size_t *end);

/* The next `name: fragment` at or behind `*at`, which moves behind it. Anything may stand between. */
bool scan_attribute(Str s, size_t *at, Str *name, Str *value);

bool scan_is_word(int c);      /* a letter, a digit or _ */
bool scan_is_name_char(int c); /* these or - */
