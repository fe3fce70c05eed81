/* lib/jekyll/config.h - _config.yml. */
#pragma once

#include "site/site.h"

typedef struct JekyllCollection {
    Str name;
    Str folder;    /* "_news" */
    Str permalink; /* pattern */
    bool output;
} JekyllCollection;

typedef struct JekyllPaths {
    Str source; /* below the site's folder, "" for itself; all else is below it */
    Str data, layouts, includes;
    Str feeds, authors, tags; /* herald's own */
    Str destination;          /* "" where it lies elsewhere */
    StrList exclude;
    StrList include;
    Str collections_dir;                 /* "" for the source itself */
    const JekyllCollection *collections; /* posts first */
    size_t collection_count;
    bool pretty; /* pages stand in folders of their own */
} JekyllPaths;

/* Jekyll takes any key, so none is unknown. */
void jekyll_config_read(SiteConfig *config, JekyllPaths *paths, const Tree *tree, Arena *arena, Diags *diags);
