/* lib/post/identity.h - what a post is known by: slug, id, instant. */
#pragma once

#include "post/post.h"

/* The slug of a tag or a name: by text/slug.h; of a text that leaves nothing there its letters in their own script, of
 * one without letters a hash. Never empty. */
Str slug_of_label(Str label, Arena *arena);

/* The slug of a file's name or of a `slug:` key, as Jekyll makes it (mode "pretty", case kept); never begins with a
 * full stop, so that it is no hidden file and no way upward. May be empty. */
Str slug_of_name(Str name, Arena *arena);

/* `ann-marie` gives "Ann Marie", as Jekyll does of a document without a title. */
Str title_of_slug(Str slug, Arena *arena);

/* The `slug:` key, else `name` (the file's stem behind its date), else the title. Never empty. */
Str slug_of_post(const Post *post, Str name, Arena *arena, Diags *diags);

/* Fills `id` and `id_key`; wants `date` and `path`. `stem` is the whole stem of the file's name; the folders that a
 * Jekyll site has before `_posts` (of its translations, say) come before it. */
void identity_read(Post *out, Str stem, const PostContext *context, Arena *arena, Diags *diags);

/* The instant a dated post with an id is published at. */
int64_t identity_instant(const Post *post, const Zone *zone);
