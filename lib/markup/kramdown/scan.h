/* lib/markup/kramdown/scan.h - what stands at a place of a text: lines and their beginnings. Each takes the offset
 * where a line starts, and most give the offset behind what was found, or 0 when it is not there. */
#pragma once

#include "base/str.h"

bool scan_is_blank(int c);     /* space, TAB, VT, FF, CR: white space within a line */
bool scan_is_word_char(int c); /* ASCII letter, digit, underscore */

size_t scan_line_end(Str text, size_t at); /* behind the newline, or the text's end */
size_t scan_blanks(Str text, size_t at);   /* past white space within the line */
size_t scan_spaces(Str text, size_t at, size_t most);
size_t scan_white(Str text, size_t at);       /* past white space of any kind */
size_t scan_end_of_line(Str text, size_t at); /* behind the newline when only white space is left of the line */
size_t scan_blank_lines(Str text, size_t at);
size_t scan_indent(Str text, size_t at); /* a TAB or four spaces */
size_t scan_end_marker(Str text, size_t at);
size_t scan_rule(Str text, size_t at);

/* Behind the marker of a list item that has at most `most` spaces before it; the text goes on there. */
size_t scan_bullet(Str text, size_t at, size_t most);
size_t scan_number(Str text, size_t at, size_t most);
size_t scan_colon(Str text, size_t at, size_t most);
bool scan_is_list(Str text, size_t at);

bool scan_is_heading(Str text, size_t at);
bool scan_is_quote(Str text, size_t at);
bool scan_is_fence(Str text, size_t at);

/* A name as `[A-Za-z_][\w-]*`; `at` itself when there is none. */
size_t scan_id(Str text, size_t at);
