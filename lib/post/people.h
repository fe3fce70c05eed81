/* lib/post/people.h - a line that names people, taken apart. For author.c. */
#pragma once

#include "post/vocabulary.h"

typedef struct Person {
    Located name;
    Str affiliation;
    Str email;
    Str url;
} Person;

typedef struct People {
    Person *items;
    size_t len, cap;
} People;

/* `A and B`, `A, B`, `A / B`, `A & B`, `A; B` are several people. `Name, Role` is one with an affiliation, and so is
 * `Name (Affiliation)`; `A and B, Organisation` gives both theirs. `Name <address>` holds an email address or a URL.
 * Whatever `known` has under the name as written is kept whole, as are organisations whose name has an "and". */
void people_split(People *out, Located text, const Vocabulary *known, Arena *arena);

/* One name, which is not taken apart but for what stands in brackets and a role behind a comma. */
Person people_read_one(Located text, const Vocabulary *known, Arena *arena);
