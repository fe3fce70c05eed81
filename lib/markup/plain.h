/* lib/markup/plain.h - a document as plain text. */
#pragma once

#include "base/buf.h"
#include "markup/node.h"

typedef struct PlainOptions {
    int width;      /* columns; 0 does not wrap */
    Str page_url;   /* absolute: relative link targets are resolved against it */
    int first_note; /* number of the first link note, from 1 */
} PlainOptions;

/* For the text part of a mail: paragraphs wrapped by display width, headings underlined, lists with hanging indent,
 * code indented and not filled (what passes the 78 columns of RFC 5322 is cut, with a backslash), quotes with `> `,
 * images as [Image: alt], tables as columns or as records, footnotes. A link is its text and a number in brackets; the
 * numbered addresses follow at the end, one a line, each once. Returns the next free number. The document holds no raw
 * HTML (see clean.h). */
int render_plain(Buf *out, const Document *document, const PlainOptions *options);

/* The words of a node alone, white space folded, without any mark: for excerpts, descriptions, alternative texts.
 * Images, footnotes and raw HTML below it have none. */
void render_words(Buf *out, const Node *node);
