/* lib/markup/kramdown/html_tag.h - HTML as kramdown knows it: tags by its own patterns, elements by its own lists. */
#pragma once

#include "markup/kramdown/parser.h"

typedef struct Tag {
    Str name;
    Str attributes;
    bool closed; /* with a slash */
    size_t end;
} Tag;

bool tag_read(Tag *out, Str text, size_t at);        /* a start tag at `at` */
size_t tag_read_end(Str *name, Str text, size_t at); /* behind an end tag, or 0 */
size_t tag_name_end(Str text, size_t at);            /* `at` itself when there is no name */
void tag_read_attributes(Parser *parser, Ial *out, const Tag *tag, bool known);

/* Behind the end tag of this name (in whatever case); `*start` is where it begins. 0 when there is none. */
size_t tag_find_end(Str text, size_t at, Str name, size_t *start);

bool html_is_known(Str name); /* in lower case, as all below */
bool html_is_span(Str name);
bool html_is_block(Str name);
bool html_is_void(Str name); /* has no body */
HtmlModel html_model(Str name);
HtmlModel html_markdown_model(Str value, Str name); /* of an attribute `markdown`; HTML_MODELS: it says nothing */

/* Whether a line that starts here is HTML that ends a paragraph or a quote. */
bool html_ends_lines(Str text, size_t at);

/* Text and attributes as kramdown escapes them: character references stay. */
void html_put_kept_text(Buf *out, Str text);
void html_put_kept_attributes(Buf *out, const Ial *attributes);
size_t html_reference_end(Str text, size_t at); /* behind what looks like a reference at `&`, or 0 */

Str lower_name(Parser *parser, Str name); /* in lower case when it is an element's that HTML has */
