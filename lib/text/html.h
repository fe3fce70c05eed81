/* lib/text/html.h - text in HTML: escaping by place. */
#pragma once

#include "base/buf.h"

void html_put_text(Buf *out, Str text);      /* & < > as CommonMark's reference renderer has it, and " as &quot; */
void html_put_attribute(Buf *out, Str text); /* for a value in double quotes: the same, named for its place */

/* Percent-encodes what may not stand in a URL (as CommonMark's renderer does), and keeps what is encoded already. */
void url_put_encoded(Buf *out, Str url);

/* A URL for an attribute: percent-encodes what may not stand in a URL (as CommonMark's renderer does), keeps what is
 * encoded already, and escapes & and '. */
void html_put_url(Buf *out, Str url);

/* The code points of a character reference at the start of `s` (`&amp;`, `&#38;`, `&#x26;`, with their semicolon) by
 * HTML 5, and its length; 0 when there is none. The second code point is 0 for all but a few names. */
size_t html_read_reference(Str s, uint32_t code_points[2]);
void html_put_unescaped(Buf *out, Str text); /* `text` with its character references read */
