/* lib/markup/kramdown/table_lines.h - what lines of a table look like. */
#pragma once

#include "markup/kramdown/parser.h"

bool line_has_pipe(Str text, size_t at); /* one that no backslash escapes */

/* A line of `-|:+` or `=|:+` that parts a table; `*line` is what stands on it. 0 when it is none. */
size_t separator_end(Str text, size_t at, char mark, Str *line);

/* Every line has a pipe outside code and HTML: what looks like a table is one. */
bool pipes_stand_in_text(Parser *parser, Str table);
