/* lib/post/vocabulary.h - the names a site knows: authors.yml and tags.yml. */
#pragma once

#include "base/diag.h"
#include "base/map.h"
#include "text/tree.h"

typedef struct Term {
    Str id;   /* the key in the file; for a tag its label */
    Str name; /* what people see */
    Str url;
    Str email;
    Str affiliation;
    Str description;
    const Tree *tree; /* all that the file says of it */
} Term;

/* `{ 0 }` is an empty one, which knows nobody and refuses nobody. */
typedef struct Vocabulary {
    const Term *const *terms; /* in the order of the file */
    size_t len;
    Map by_name; /* folded id, name and aliases to Term */
} Vocabulary;

/* authors.yml: `id: {name, aliases, url, email, affiliation}`; tags.yml: `label: {aliases, description}`; a bare
 * `id: Name` will do. Diagnoses what it cannot read (config-value) and goes on. False when nothing could be read. */
bool vocabulary_read(Vocabulary *out, const Tree *tree, Arena *arena, Diags *diags);

/* By id, name or alias, whatever the case and the white space; NULL when unknown. `scratch` for folding. */
const Term *vocabulary_find(const Vocabulary *vocabulary, Str name, Arena *scratch);
const Term *vocabulary_nearest(const Vocabulary *vocabulary, Str name, Arena *scratch); /* at most two edits; or NULL */
