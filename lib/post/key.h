/* lib/post/key.h - the keys of front matter that are known. For post.c. */
#pragma once

#include "text/tree.h"

/* Warns (fm-unknown-key) of each key that is a slip of one we act upon, one or two edits or only the case away, unless
 * the post has that one too. Any other key is the site's own affair. */
void keys_check(const Tree *front_matter, Diags *diags);
