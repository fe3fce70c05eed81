/* lib/mail/adapt.h - texts, addresses and documents made fit for mail, once for both parts of a message. */
#pragma once

#include "base/buf.h"
#include "markup/node.h"

/* Text without what has no place in a mail: controls, marks that turn the direction of text unseen, a stray byte order
 * mark, code points that are no characters; in NFC (RFC 5198). Tabs and line ends stay. */
Str adapt_text(Str text, Arena *arena);

/* Where the addresses of a document are seen from. */
typedef struct AdaptBase {
    Str page_url;  /* absolute */
    Str site_host; /* its http: addresses become https:, when the site has https; "" for none */
} AdaptBase;

/* The absolute, percent-encoded form of an address. */
Str adapt_url(Str url, const AdaptBase *base, Arena *arena);

/* Whether HTML mail may link to it: https: with a full host and nobody's name in it, mailto: or tel:. Programs that
 * read mail warn of all else or drop it. */
bool adapt_url_is_linkable(Str url);

/* Changes a document that has been cleaned (markup/clean.h), in place: texts and addresses as above; headings begin at
 * `top_level` and skip none; images without an address that mail can show, and those of one pixel, which only count
 * readers, make room for their alternative text. */
void adapt_document(Document *document, const AdaptBase *base, int top_level);
