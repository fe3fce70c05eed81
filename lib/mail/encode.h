/* lib/mail/encode.h - text as mail may carry it: 7-bit, in short lines (RFC 2045 section 6, RFC 2047). */
#pragma once

#include "base/buf.h"

enum {
    ENCODE_LINE_MAX = 76, /* of a body line, and of a header line with an encoded word; without its CRLF */
    ENCODE_WORD_MAX = 75, /* of one encoded word */
};

/* Quoted-printable (RFC 2045 section 6.7). Line ends of any kind become CRLF, and the last line gets one. No line
 * written begins with `From ` or a dot (RFC 2049 section 3), which mail programs on the way would change; no character
 * is split over two lines. */
void encode_quoted_printable(Buf *out, Str text);

/* Base64 (RFC 2045 section 6.8) in lines that end in CRLF. */
void encode_base64(Buf *out, Str bytes);

/* A text part: its lines canonical, in the shorter of both encodings; quoted-printable when they are equal. Returns the
 * name of the one used, for Content-Transfer-Encoding. */
Str encode_text_part(Buf *out, Str text);

/* Encoded words (RFC 2047) of UTF-8, each whole by itself, with characters that a phrase may hold too; before each goes
 * a blank or a fold. `column` is where the line stands, behind a field's name and colon at least, and is moved on.
 * Bytes that are not UTF-8 become U+FFFD. */
void encode_words(Buf *out, size_t *column, Str text);

/* Whether a word of header text, without blanks, must be encoded: it has characters other than visible ASCII, could be
 * taken for an encoded word, or is too long to be folded. */
bool encode_word_needed(Str word);
