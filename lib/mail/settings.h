/* lib/mail/settings.h - what the site's configuration says about its mail: `mail: {from, reply_to, address,
 * unsubscribe}`. */
#pragma once

#include "mail/address.h"
#include "site/site.h"

typedef struct MailSettings {
    Mailbox from;     /* always with a name: where the configuration has none, the site's title */
    Mailbox reply_to; /* its address may be empty */
    Str postal_address;
    Str unsubscribe; /* an https: URL, or "" */
} MailSettings;

/* Each fault is one config-value at its place, with what to write instead; then false. */
bool mail_settings_read(MailSettings *out, const Site *site, Arena *arena, Diags *diags);
