/* lib/site/document.h - what Jekyll knows of a document beside what its front matter says. */
#pragma once

#include "site/site.h"

/* `tags: a b`, `tags: [a, b c]` or `tag: a b`, which is one. What stands twice is there twice. */
StrList document_tags(const Tree *front_matter, Arena *arena);

/* Likewise, with the folders that its path has before `_posts`. */
StrList document_categories(const Tree *front_matter, Str path, Arena *arena);

StrList document_tags_of(const SitePost *post, Arena *arena);
StrList document_categories_of(const SitePost *post, Arena *arena);

/* `:categories` of a permalink: "a/b", in lower case. */
Str document_category_path(const SitePost *post, Arena *arena);

/* The address without its last part, and there the slug: "/2024/03/05/one". */
Str document_id(Str url, Str slug, Arena *arena);

/* Of the front matter of a document, else of its name; false when it has none. */
bool document_date(Date *out, const Tree *front_matter, Str path, const Zone *zone, Arena *arena);

Str document_slug(Str path, const Zone *zone); /* the stem of its name, without a date */
