/* lib/markup/clean.h - a document for feeds and mail: without raw HTML, with nothing that acts. */
#pragma once

#include "markup/node.h"

/* A copy of the document in which raw HTML has been read by an HTML 5 parser (gumbo), together with the Markdown around
 * it, into nodes: what Markdown has a node for becomes that node, other harmless elements NODE_ELEMENT(_BLOCK) with the
 * attributes of an allow-list, containers without meaning for a reader dissolve into their children. Left out with
 * their content: script, style, forms, comments, event handlers. An embed (iframe, video, audio, object) becomes a
 * link to what it shows, named by its title. Links and images with schemes other than http, https, mailto (and tel for
 * links) lose their address. Check boxes become characters, ids stand once. A document without raw HTML is checked for
 * those only, and is handed back as it is, sharing its nodes, where there is nothing to do. */
void document_clean(Document *out, const Document *document, Arena *arena);
