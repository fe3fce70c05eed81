/* lib/site/page.h - pages that are not posts: a site's own, and those that herald makes (index, tags, 404). */
#pragma once

#include "site/address.h"

typedef struct Paginator {
    size_t page;        /* from 1 */
    size_t total_pages; /* at least 1 */
    size_t per_page;
    size_t total_posts;
    const SitePost *const *posts;
    size_t post_count;
    Str previous_path, next_path; /* "" at the ends */
} Paginator;

struct SitePage {
    Str path;          /* of its file, or "" for one that herald makes */
    Str document_path; /* as that of a post */
    Str title;
    Str url, output;
    Str layout; /* "" for none */
    Str language;
    const Group *tag;           /* of a tag page */
    const Paginator *paginator; /* of an index page */
    StrList redirects;          /* `redirect_from`, as written */
    Str redirect_to;            /* of a redirect: a site-rooted or absolute URL */
    const Source *source;
    const Tree *front_matter;
    Span body;
    bool markdown;
    Str content; /* rendered */
    bool sound;
    bool listed;    /* in the sitemap */
    Str excerpt;    /* HTML of a document: how its content begins */
    Str collection; /* of a document without a date; "" for a page */
    Arena arena;
    Diags diags;
};

/* One file that may be a page. */
struct PageFile {
    Str path;      /* relative to the root */
    Str name;      /* its path below the folder of pages: what its address is made of */
    Str permalink; /* the pattern it takes; "": by its name */
    bool pretty;   /* by its name, about.md is /about/; else /about.html */
    Str collection;
    bool hidden;          /* read, but no page: it goes to `site->hidden` */
    const Tree *defaults; /* front matter for what it does not say itself, or NULL */
};

/* Reads the files: one with front matter becomes a page (`site->pages`, or `site->hidden`), all else is left to be
 * copied (`site->files`). */
void pages_read(Site *site, const PageFile *files, size_t count);

/* Whether a page or file of the site's own goes to that path of the output. */
bool pages_have(const Site *site, Str output);

/* Adds what the site does not have itself, at addresses that nobody has: the index with its further pages, a page for
 * each tag, 404, and a redirect for each `redirect_from` of posts and pages. */
void pages_generate(Site *site, Addresses *addresses);

/* By its extension: those of Jekyll's `markdown_ext`. */
bool page_is_markdown(Str path);
