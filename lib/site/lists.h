/* lib/site/lists.h - what templates see of a site as lists, made once: asking for site.posts copies nothing. */
#pragma once

#include "site/site.h"

struct SiteLists {
    LiquidValue data;
    LiquidValue posts; /* newest first */
    LiquidValue pages, html_pages;
    LiquidValue documents; /* of all collections */
    LiquidValue static_files;
    LiquidValue jekyll, theme;    /* the variables of these names */
    LiquidValue tags, categories; /* in a Jekyll site: from a name to its posts */
    Map collections;              /* name to LiquidValue: a list, by date, then path */
};

const SiteLists *site_lists_new(const Site *site, Arena *arena);

/* Those of the site; made anew for one that was not arranged. */
const SiteLists *site_lists(const Site *site, LiquidRender *render);
const SiteLists *site_lists_in(const Site *site, Arena *arena);
