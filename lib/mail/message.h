/* lib/mail/message.h - a message of two parts, plain text and HTML (RFC 2046 section 5.1.4).
 *
 * The bytes are a function of what is handed in: no clock, no chance, no host name. */
#pragma once

#include "base/buf.h"
#include "mail/address.h"

/* The encoded body and the fields that describe it: the same for all recipients. */
typedef struct MailBody {
    Str fields;
    Str bytes;
} MailBody;

/* `text` and `html` are UTF-8. The boundary is a hash of both. */
MailBody mail_body(Str text, Str html, Arena *arena);

/* What stands in the header. Empty strings leave their field out, but for from, to, subject and message_id. */
typedef struct MailHead {
    Mailbox from, to, reply_to;
    Str subject;
    int64_t date_unix_s;
    int32_t date_offset_s;
    Str message_id; /* with its angle brackets */
    Str language;   /* BCP 47 */
    Str list_title, list_id;
    Str unsubscribe; /* an https: URL */
} MailHead;

void mail_compose(Buf *out, const MailHead *head, const MailBody *body);
