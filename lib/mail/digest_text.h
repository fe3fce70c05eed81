/* lib/mail/digest_text.h - a digest as plain text: the same words and links as its HTML. */
#pragma once

#include "mail/digest.h"

/* Call it when the HTML has settled how much of each post is shown. */
Str digest_text(const Digest *digest, Arena *arena);
