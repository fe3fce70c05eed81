/* lib/markup/html.h - a document as HTML: for pages, and for feeds. */
#pragma once

#include "base/buf.h"
#include "markup/node.h"

typedef struct HtmlOptions {
    Str page_url;  /* absolute; when given, relative URLs (also #fragments) are made absolute against it */
    Str id_prefix; /* put before every id and every fragment that points to one: for several documents on one page */
    bool plain_raw_html; /* raw HTML is shown as text; else it is passed through */
} HtmlOptions;

void render_html(Buf *out, const Document *document, const HtmlOptions *options);
void render_html_node(Buf *out, const Document *document, const Node *node, const HtmlOptions *options);

/* The absolute form of `url` on the page `base` (RFC 3986 section 5), in `arena`; a base that is not absolute gives
 * `url` back. */
Str url_resolve(Str url, Str base, Arena *arena);
