/* lib/markup/kramdown/code.h - lines of code, which footnotes are made of too. */
#pragma once

#include "markup/kramdown/parser.h"

/* Behind the indented lines at `at`, the blank lines between them, and those that go on without an indent; `at` itself
 * when there are none. */
size_t code_lines_end(Reader *reader, size_t at);
