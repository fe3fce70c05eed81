/* lib/mail/html.h - a document as HTML for mail: few elements, each with its style, nothing that acts or loads but
 * images. */
#pragma once

#include "base/buf.h"
#include "markup/node.h"

/* Writes the blocks of a document that has been cleaned and adapted (adapt.h). There are no ids in it, so several
 * documents may stand in one mail. A link that mail may not have is shown as its words and its address. */
void mail_put_html(Buf *out, const Document *document);
