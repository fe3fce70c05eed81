/* lib/mail/digest_html.h - a digest as one HTML page. */
#pragma once

#include "mail/digest.h"

enum { DIGEST_HTML_MAX = 100000 }; /* bytes: mail programs cut off at 102400, and count a line end as two */

/* Writes the page. Where it would be too long, the longest full posts are cut to their excerpts, then the longest
 * excerpts to their titles, then the oldest posts are left out, each only as far as needed: `depth` and `shown_count`
 * say what was done, for the text part to follow. */
Str digest_html(Digest *digest, Arena *arena);
