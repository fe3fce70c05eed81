/* lib/jekyll/defaults.h - `defaults:` of _config.yml: front matter for whole folders. */
#pragma once

#include "jekyll/config.h"

typedef struct JekyllDefaults {
    const Tree *list;        /* `defaults:`, or NULL */
    const Tree *collections; /* `collections_dir:`, or NULL */
} JekyllDefaults;

/* Says which of the sets are none. */
JekyllDefaults jekyll_defaults_read(const Tree *config, Diags *diags);

/* All that holds for a file of that path and type ("posts", "pages", a collection's name): the more exact scope wins,
 * of equal ones the later. NULL for none. */
const Tree *jekyll_defaults_for(const JekyllDefaults *defaults, Str path, Str type, Arena *arena);
