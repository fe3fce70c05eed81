/* lib/post/author.h - who wrote a post. For post.c. */
#pragma once

#include "post/post.h"

/* Fills `authors` and `author_count` from the keys `authors` and `author`: a text, a list or a mapping (name, url,
 * email, affiliation, id). Nobody stands twice. A name of authors.yml takes from there what the post does not say.
 * Diagnoses author-type (DIAG_STOP) and author-typo. */
void authors_read(Post *out, const PostContext *context, Arena *arena, Diags *diags);
