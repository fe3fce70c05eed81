/* lib/check/snippet.h - a line of the source with carets under a part of it. */
#pragma once

#include "base/buf.h"
#include "base/source.h"

/* Two texts that stand one above the other on a terminal. */
typedef struct Snippet {
    Str line;   /* as it can be shown: no tabs, no controls */
    Str carets; /* blanks, then carets */
} Snippet;

/* The line on which `span` starts, whose number is `line`, cut round the span to `width` columns (at least 20). */
Snippet snippet_make(Span span, uint32_t line, int width, Arena *arena);

/* Puts one character as it can be shown and returns how many columns it takes; a tab goes to the next multiple of 4. */
int snippet_put_char(Buf *out, Str character, int column);
