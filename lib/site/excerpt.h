/* lib/site/excerpt.h - the excerpt that templates of a Jekyll site see. What lists, feeds and digests show is made of
 * the parsed body instead (markup/excerpt.h). */
#pragma once

#include "site/site.h"

/* What Jekyll renders for `page.excerpt`: the body up to `excerpt_separator` (of the post or document, else of the
 * site, else an empty line), blocks of Liquid closed again, with those link definitions of the rest that it names.
 * `*whole` when there is no separator, so that it is all of the body. False: the separator is empty, and there is no
 * excerpt. */
bool excerpt_source(Str *out, bool *whole, const Site *site, const Tree *front_matter, Span body, Arena *arena);
