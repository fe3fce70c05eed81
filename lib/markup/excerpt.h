/* lib/markup/excerpt.h - the beginning of a post, for lists and feeds. */
#pragma once

#include "markup/node.h"

/* The separator authors write: `<!--more-->`, also with blanks inside. Its offset in the Markdown text, or STR_NONE.
 * One inside a code block does not count. */
size_t excerpt_separator(const Document *document);

/* The excerpt as a document of its own: what stands before the separator, else the first paragraph that has words, then
 * without raw HTML. The nodes are copies in `arena`, footnotes stay behind. False when the document has no words. */
bool excerpt_document(Document *out, const Document *document, Arena *arena);

/* Its words, cut at a word to at most `max_chars` code points, with an ellipsis where it was cut. */
Str excerpt_words(const Document *document, size_t max_chars, Arena *arena);
