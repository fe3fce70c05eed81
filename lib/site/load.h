/* lib/site/load.h - from a folder to a Site. */
#pragma once

#include "site/site.h"

/* Text that stands for that of a post's or page's file: as an editor has it, or as a repair would make it. */
typedef struct Overlay {
    Str path; /* as Post.path and SitePage.path */
    Str text;
} Overlay;

typedef struct LoadOptions {
    Str root;        /* the site's folder */
    StrList configs; /* paths of configurations, later ones win; none: herald.yml where it is there */
    StrList extra;   /* files outside the posts folder that are to be read as posts too */
    int64_t now_unix_s;
    bool drafts, future;
    const Overlay *overlays; /* live as long as the site */
    size_t overlay_count;
    int jobs;
    Progress *progress;                   /* or NULL */
    void (*extend)(LiquidEngine *engine); /* adds tags to those of Liquid, or NULL */
} LoadOptions;

/* Reads configuration, vocabularies, data, channels, templates and every post. `site` and all it holds live in `arena`
 * (posts in their own arenas; site_free ends those). Faults are in `site->diags` and in each post's own. */
Site *site_load(const LoadOptions *options, Arena *arena, Diags *diags);

void site_free(Site *site); /* the posts' arenas; then free the site's */

/* Reads post `i` of `site->all` anew, with this text for that of its file. What is known of all posts (order, groups,
 * addresses) stays as the site was arranged. Returns the version before: its arena is the caller's to end, but that of
 * the first version only with the site, as the lists refer to it. */
SitePost site_replace_post(Site *site, size_t i, Str text);

/* --- the steps, for whoever loads a site of another make (lib/jekyll) --- */

Site *site_new(const LoadOptions *options, Arena *arena, Diags *diags);

/* One post file to be read. */
typedef struct PostFile {
    Str path; /* relative to the root */
    Str collection;
    Str permalink;        /* the pattern it takes */
    Str layout;           /* where it names none; "": no layout */
    const Tree *defaults; /* front matter for what it does not say itself, or NULL */
} PostFile;

/* Reads the files, in parallel, into `site->all`. Needs configuration, zone and vocabularies. The files live as long as
 * the site. */
void site_read_posts(Site *site, const PostFile *files, size_t count, const LoadOptions *options);

/* Chooses what is published, sorts it, makes groups, and finds two outputs at one address. */
void site_arrange(Site *site);

/* Tells a post that was replaced when another has its address or its id. */
void site_find_twin(const Site *site, SitePost *post);

/* The tree of a YAML file, or NULL: absent (no diagnostic when `optional`), or not readable. */
const Tree *site_read_yaml(Site *site, Str path, bool optional, const Source **source);
/* Says that channels want the site's address, which it does not give. */
void site_check_channels(Site *site);

const Overlay *site_overlay(const Site *site, Str path); /* NULL where there is none */

/* A post's or page's file, or what is laid over it. */
bool site_read_source(const Source **out, const Site *site, Str path, Arena *arena, Diags *diags);

const Tree *site_read_configs(Site *site, StrList configs);
void site_read_channels(Site *site, Str folder);
void site_read_vocabularies(Site *site, Str authors, Str tags);
/* Every file of data below the folder, by its name: YAML, JSON, and tables of comma- or tab-separated values. */
const Tree *site_read_data(Site *site, Str folder);
