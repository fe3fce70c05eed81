/* lib/site/permalink.h - from a pattern to a post's URL, and from a URL to the file that holds it. */
#pragma once

#include "site/site.h"

typedef struct PermalinkParts {
    int64_t civil_s; /* the post's date in the site's zone, as civil seconds */
    Str slug;        /* :slug and :title */
    Str name;        /* :name: the file's stem, slugged */
    Str collection;  /* :collection */
    Str path;        /* :path: below the collection, without extension */
    Str categories;  /* :categories: "a/b" */
} PermalinkParts;

/* Expands `pattern`; the named ones of Jekyll are date, pretty, ordinal, weekdate and none. Always begins with one
 * slash, has no empty segments, and is percent-encoded where a URL must be. An unknown placeholder is one config-value
 * at `place`, and stays. */
Str permalink_expand(Str pattern, const PermalinkParts *parts, Span place, Arena *arena, Diags *diags);

/* "/a/b/" is a/b/index.html, "/a.html" itself, "/a" a.html; percent-decoded. False when it would leave the output
 * folder, is no path, or has a name that no file system takes. */
bool permalink_output(Str *out, Str url, Arena *arena);

/* Bytes that may not stand in a URL's path become %XX; what is encoded already stays. */
Str permalink_encode(Str path, Arena *arena);
