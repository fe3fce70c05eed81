/* lib/mail/digest.h - what a channel published in a period, as one mail.
 *
 * Same site, same channel, same period: same bytes. */
#pragma once

#include "mail/message.h"
#include "mail/period.h"
#include "mail/settings.h"

/* How much of a post is shown. */
typedef enum DigestDepth { DIGEST_TITLE, DIGEST_EXCERPT, DIGEST_FULL } DigestDepth;

enum { DIGEST_MAX_ITEMS = 200 }; /* even their titles alone pass the limit on the size of a mail */

/* A post in the digest. Its texts and documents have been adapted (adapt.h). */
typedef struct DigestItem {
    const SitePost *post;
    Str title, subtitle;
    Str byline; /* "6 August 2024 · Ann Example" */
    Str url;    /* absolute */
    Str language, direction;
    Document excerpt, full; /* without a root where there is none */
    DigestDepth depth;
    Str html;
} DigestItem;

typedef struct Digest {
    const Site *site;
    const Channel *channel;
    Period period;
    MailSettings settings;
    Str title, subject;
    Str summary;   /* "August 2024 · 5 posts" */
    Str preheader; /* what mail programs show beside the subject: 20 to 150 characters */
    Str language, direction;
    Str site_title, site_url;
    Document intro;    /* without a root where there is none */
    DigestItem *items; /* newest first: the first DIGEST_MAX_ITEMS of them */
    size_t item_count;
    size_t post_count;  /* of the period */
    size_t shown_count; /* of the items: the rest is too much for a mail */
    int64_t date_unix_s;
    Str list_id;
    MailBody body; /* the same for everybody */
} Digest;

/* Gathers and renders. The date is the period's end once that is past, else the newest post's instant: never the
 * clock. False: the configuration or a post is at fault. A digest without posts (`post_count` 0) is not an error: it
 * has no body, and no mail is to be sent. */
bool digest_make(Digest *out, const Site *site, const Channel *channel, const Period *period, Arena *arena,
                 Diags *diags);

/* The message to one recipient, an address without fault. Its Message-ID is a hash of channel, period and recipient. */
void digest_put_message(Buf *out, const Digest *digest, Str recipient);
