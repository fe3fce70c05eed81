/* lib/mail/html.h - a document as HTML for mail: few elements, each with its style, nothing that acts or loads but
 * images. */
#pragma once

#include "base/buf.h"
#include "markup/node.h"

/* Writes the blocks of a document that has been cleaned and adapted (adapt.h). There are no ids in it, so several
 * documents may stand in one mail. A link that mail may not have is shown as its words and its address. Mail programs
 * know left and right, not start and end: `right_to_left` says where a quotation has its bar. */
void mail_put_html(Buf *out, const Document *document, bool right_to_left);
