/* lib/site/sitemap.h - sitemap.xml, for search engines (sitemaps.org, protocol 0.9). */
#pragma once

#include "base/arena.h"

enum { SITEMAP_MAX_URLS = 50000 }; /* in one file, by the protocol */

typedef struct SitemapUrl {
    Str url; /* absolute and percent-encoded */
    bool has_modified;
    int64_t modified_unix_s; /* when `has_modified` */
} SitemapUrl;

typedef struct SitemapFile {
    Str path; /* site-rooted: "/sitemap.xml" */
    Str bytes;
} SitemapFile;

/* One file, "/sitemap.xml", in the order of `urls`. More than SITEMAP_MAX_URLS are spread over "/sitemap-1.xml" and
 * so on, and "/sitemap.xml", which then comes last, lists those below `base`, the site's absolute URL with or without a
 * slash at its end. Returns the number of files in `*out`; everything lives in `arena`. */
size_t sitemap_write(const SitemapFile **out, const SitemapUrl *urls, size_t count, Str base, Arena *arena);
