/* lib/post/tag.h - what a post is about. For post.c. */
#pragma once

#include "post/post.h"

/* Fills `tags` and `tag_count` from the key `tags`: a list, or a text that is one tag unless it has commas (in a Jekyll
 * site: words between blanks, and the key `tag` is one more). A label stands once, in the spelling of tags.yml or else
 * its first. Diagnoses tag-type (DIAG_STOP) and tag-duplicate. */
void tags_read(Post *out, const PostContext *context, Arena *arena, Diags *diags);
