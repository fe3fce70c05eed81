/* lib/mail/header.h - header fields of a message (RFC 5322): folded, 7-bit, and never more than the one field.
 *
 * Whatever text comes in, a line break in it becomes a blank: nobody can add a field through a title or a name. */
#pragma once

#include "base/buf.h"
#include "mail/address.h"

/* A field of free text, as Subject. What ASCII cannot carry becomes encoded words. Empty text writes no field. */
void header_put_text(Buf *out, Str name, Str text);

/* A structured field whose value is made by us: visible ASCII and blanks, folded only at its blanks. */
void header_put_value(Buf *out, Str name, Str value);

/* From, To, Reply-To: one mailbox, whose address has no fault. */
void header_put_mailbox(Buf *out, Str name, const Mailbox *mailbox);

/* List-Id (RFC 2919) and its like: a phrase for people, then an identifier in angle brackets. */
void header_put_identifier(Buf *out, Str name, Str phrase, Str identifier);

void header_put_date(Buf *out, int64_t unix_s, int32_t offset_s);

/* `<digest.HASH@domain>`, the hash of all `parts` in their order: the same parts, the same Message-ID. */
Str header_message_id(StrList parts, Str domain, Arena *arena);
