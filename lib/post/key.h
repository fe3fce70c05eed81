/* lib/post/key.h - the keys of front matter that are known. */
#pragma once

#include "text/tree.h"

/* Warns (fm-unknown-key) of each key that is a slip of one we act upon: one or two edits or only the case away, with
 * signs around it or its value in it, unless the post has that one too. A key of several words is mostly a line of a
 * text. Any other key is the site's own affair. */
void keys_check(const Tree *front_matter, Diags *diags);

/* Takes back the warning that a key is a slip of `key`, for a rule that says more of it. False: there is none. */
bool keys_take_slip(Diag *out, Str key, Diags *diags);

/* The keys that herald or Jekyll act upon, the most usual first; "" past the last. */
Str key_at(size_t i);

/* Whether herald acts upon the key, or themes and plugins commonly do. */
bool key_is_known(Str key);
