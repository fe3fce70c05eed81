/* lib/post/dating.h - when a post is published, and whether it is now. For post.c. */
#pragma once

#include "post/frontmatter.h"
#include "post/post.h"

/* Fills `date` from the key or from the file name's stem, and says what is wrong with it. `*rest` is where the stem
 * goes on behind its date. False when there is no date that can be read: then a DIAG_STOP stands. */
bool dating_read(Post *out, size_t *rest, Str stem, const FrontMatter *matter, const PostContext *context, Arena *arena,
                 Diags *diags);

/* Fills `updated` and `status`, with one warning (date-future) where the post has to wait. */
void dating_read_status(Post *out, const FrontMatter *matter, const PostContext *context, Arena *arena, Diags *diags);
