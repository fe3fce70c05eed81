/* lib/check/usage.h - how a site spells its names: of authors, of tags. For the rules that compare posts. */
#pragma once

#include "base/map.h"
#include "base/vec.h"

/* One spelling. */
typedef struct Usage {
    Str name;
    size_t count;              /* how many posts have it */
    int64_t first_unix_s;      /* when the oldest of them was published */
    Str folded;                /* lower case, apostrophes and blanks as one kind */
    Str skeleton;              /* and without blanks, hyphens, apostrophes */
    uint32_t letters;          /* one bit for each of a to z that occurs, and one for all else */
    const struct Usage *meant; /* what it is a slip or a variant of, or NULL */
} Usage;

typedef struct Usages {
    Arena *arena;
    Map by_name; /* to Usage */
} Usages;

void usage_add(Usages *usages, Str name, int64_t published_unix_s);
Usage *usage_find(const Usages *usages, Str name); /* NULL for one that was not added */
Usage *usage_at(const Usages *usages, size_t i);   /* in the order they were added; NULL past the last */

/* Whether `a` is the better established spelling: used by more posts, else longer in use. */
bool usage_outranks(const Usage *a, const Usage *b);

/* Sets `meant` of every spelling that differs from a better established one by nothing but case, blanks, hyphens and
 * apostrophes. */
void usage_find_variants(Usages *usages);

/* Sets `meant` of the spellings used once that are an edit or two away from one used `least` times or more. Digits
 * are no slips: "Leap 15" is not "Leap 16". */
void usage_find_slips(Usages *usages, size_t least);
