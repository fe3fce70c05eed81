/* lib/mail/address.h - mail addresses: RFC 5322 section 3.4 within the limits of RFC 5321 section 4.5.3.1. */
#pragma once

#include "base/arena.h"

/* Whom a message is from or to. */
typedef struct Mailbox {
    Str name;    /* for people, any text; may be empty */
    Str address; /* an addr-spec */
} Mailbox;

/* What is wrong with an addr-spec, as part of a sentence ("has no @"); NULL when nothing is. Quoted local parts are
 * taken; address literals, domains without a dot and domains beyond ASCII are not. */
const char *address_fault(Str address);

/* Reads `address`, `<address>`, `Name <address>` or `"Name" <address>`. Returns what is wrong, else NULL. */
const char *mailbox_read(Mailbox *out, Str text, Arena *arena);

Str address_domain(Str address); /* behind its last @ */

/* A host name that the world can find: labels of letters, digits and inner hyphens, at least two, the last of them not
 * all digits. */
bool domain_is_full(Str domain);
