/* lib/site/uri.h - addresses in the form that Ruby's Addressable gives them, which is Jekyll's: RFC 3986 section 6. */
#pragma once

#include "base/arena.h"

typedef enum UriScheme {
    URI_NO_SCHEME, /* "a/b", "/a", "" */
    URI_ABSOLUTE,  /* "https://x", "mailto:a" */
    URI_BAD_SCHEME /* something before the first colon that cannot be a scheme: "1:2" */
} UriScheme;
UriScheme uri_scheme(Str uri);

/* Percent-encoded where it must be and nowhere else, letters composed (NFC), hosts in lower case, "." and ".." gone. */
Str uri_normalize(Str uri, Arena *arena);

/* The same for text of which nothing is known but that reserved characters mean what they are. */
Str uri_normalize_component(Str text, Arena *arena);
