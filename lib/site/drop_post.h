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

/* The names of several tables, and the keys of a mapping (which may be NULL). */
typedef struct DropTable {
    const DropKey *keys;
    size_t count;
} DropTable;
StrList drop_names(const DropTable *tables, size_t count, const Tree *more, Arena *arena);

#define DROP_COUNT(keys) (sizeof(keys) / sizeof((keys)[0]))

LiquidValue drop_posts(const SitePost *const *posts, size_t count, Arena *arena);
LiquidValue drop_group(const Group *group);
const SitePost *drop_post_of(LiquidValue drop); /* NULL when it is no post */

/* Which keys jsonify writes of a post or a page; `brief` leaves out its texts and neighbours. False for other drops. */
bool drop_json_keys(StrList *out, LiquidValue drop, bool brief, LiquidRender *render);

/* The parts of that: keys, among them at `at` those of front matter that are not there. */
StrList drop_keys_with(const Tree *front_matter, const Str *keys, size_t count, size_t at, Arena *arena);
StrList drop_document_keys(const Tree *front_matter, bool brief, Arena *arena);
