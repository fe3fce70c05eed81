/* lib/check/plaintext.h - markup in what is shown as plain text: titles, excerpts. */
#pragma once

#include "base/str.h"

typedef struct Markup {
    size_t start, end;
    const char *what; /* as "an HTML tag" */
} Markup;

/* The first that stands in `text`; false when there is none. */
bool markup_find(Markup *out, Str text);
