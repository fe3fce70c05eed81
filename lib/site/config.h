/* lib/site/config.h - herald.yml. */
#pragma once

#include "site/site.h"

/* Types the merged configuration `tree` (NULL: all defaults). What cannot be taken is diagnosed and has its default. */
void config_read(SiteConfig *out, const Tree *tree, Arena *arena, Diags *diags);

/* Where a native site keeps things, relative to its root. */
typedef struct ConfigPaths {
    Str posts, pages, assets, feeds, data, layouts, includes, authors, tags;
} ConfigPaths;
void config_paths(ConfigPaths *out, const Tree *tree, Arena *arena, Diags *diags);

/* The path under `key`, below the site's root; one that leads out of it is a DIAG_STOP path-outside. */
Str config_inner_path(const Tree *map, const char *key, Str otherwise, Arena *arena, Diags *diags);

/* The keys that both herald.yml and Jekyll's _config.yml have: title, description, url, baseurl, language, ... */
void config_read_common(SiteConfig *out, const Tree *tree, Arena *arena, Diags *diags);

/* `kramdown:`; Jekyll's defaults where it is silent. */
void config_read_kramdown(KramdownOptions *out, const Tree *tree, Arena *arena, Diags *diags);

/* The zone by its name; UTC and a diagnostic when there is none of that name. */
const Zone *config_zone(const SiteConfig *config, Arena *arena, Diags *diags);

/* "news.example.org" of "https://News.example.org:8080/x": the lower-case host of an absolute URL, or "". */
Str url_host(Str url, Arena *arena);
