/* lib/markup/kramdown/extensions.h - `{::comment}`, `{::nomarkdown}`, `{::options}`, between blocks and within text. */
#pragma once

#include "markup/kramdown/parser.h"

typedef struct Extension {
    Str name, options;
    size_t kind; /* comment, nomarkdown, options */
    bool block, has_body;
    size_t body_start, body_end, end;
} Extension;

bool extension_begins(Reader *reader, size_t at); /* `{::name` or `{:/` as they should be, whatever follows */
bool extension_read(Extension *out, Reader *reader, size_t at, bool block);
bool extension_apply(Parser *parser, const Extension *extension);         /* false when there is none of that name */
Str extension_text(Parser *parser, const Extension *extension, Str body); /* what it shows, as HTML */
