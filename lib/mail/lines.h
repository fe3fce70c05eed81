/* lib/mail/lines.h - plain text in lines that every mail program shows whole. */
#pragma once

#include "base/arena.h"

enum { LINES_MAX_WIDTH = 78 }; /* columns; RFC 5322 section 2.1.1 */

/* Breaks lines that are too wide (code, mostly) between words, else between characters, each part behind the line's own
 * indentation. An address stays whole, on a line of its own. Blanks at the ends of lines go, and so do empty lines at
 * both ends and those beyond two together; the last line ends in a line end. */
Str lines_fit(Str text, Arena *arena);
