/* lib/site/drop_post.h - the parts that all drops of the site are made of, and a post's. */
#pragma once

#include "site/site.h"

typedef struct DropKey {
    Str name;
    LiquidValue (*get)(const void *object, LiquidRender *render);
} DropKey;

/* The value of `key` by the table; false when the table has no such key. */
bool drop_lookup(LiquidValue *out, const DropKey *keys, size_t count, const void *object, Str key,
                 LiquidRender *render);

LiquidValue drop_posts(const SitePost *const *posts, size_t count, Arena *arena);
