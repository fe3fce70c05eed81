/* lib/check/site_index.h - every address that a built site would have. */
#pragma once

#include "base/map.h"
#include "site/site.h"

typedef struct SiteTarget {
    Str output; /* below the output folder: "news/a/index.html" */
    const SitePost *post;
    const SitePage *page;
    bool made; /* by herald itself: a page for a tag, a redirect */
    Map *ids;  /* of what can be jumped to in it; NULL before they were asked for */
} SiteTarget;

typedef struct SiteIndex {
    const Site *site;
    Arena *arena;
    Map targets;   /* by output, to SiteTarget */
    Map folders;   /* those that hold an output, "news/2024"; also the first part of each address */
    bool whole;    /* the site has pages of its own: what is not here is nowhere. Else it may be a part of a site */
    bool archives; /* a plugin makes pages for tags and categories */
} SiteIndex;

void site_index_build(SiteIndex *out, Site *site, Arena *arena);

/* What a server shows for a path without its first slash, decoded; NULL for nothing. `*slash`: only with a slash added
 * to its end. */
SiteTarget *site_index_find(const SiteIndex *index, Str path, bool *slash);

/* What stands below this folder of the output is a plugin's affair. */
bool site_index_is_others(const SiteIndex *index, Str folder);

bool site_index_has_folder(const SiteIndex *index, Str path);

/* The target that the path was most likely meant for, NULL for none. */
const SiteTarget *site_index_nearest(const SiteIndex *index, Str path, bool file);

Str site_target_url(const SiteTarget *target, Arena *arena); /* "/news/a/" */
bool site_target_has_id(const SiteIndex *index, SiteTarget *target, Str id);
/* What can be jumped to is looked up anew from now on: posts have changed. */
void site_index_forget_ids(const SiteIndex *index);

Str site_target_nearest_id(const SiteIndex *index, SiteTarget *target, Str id); /* "" for none near */
