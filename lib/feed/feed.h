/* lib/feed/feed.h - the feeds of a channel. */
#pragma once

#include "site/site.h"

enum { FEED_FORMATS = 3 };

typedef struct FeedFile {
    Str path;               /* site-rooted: "/feeds/announcements.atom" */
    const char *media_type; /* as a server must name it */
    Str bytes;
} FeedFile;

typedef struct FeedFiles {
    FeedFile items[FEED_FORMATS];
    size_t len;
} FeedFiles;

/* Writes each format that the channel asks for, also when it has no posts: Atom, RSS, JSON, in this order, to the
 * channel's path and ".atom", ".rss" or ".json"; or Atom alone to its exact path. Bytes depend on the site only, not on
 * the clock. False: a site without `url` has no feeds (config-value), or what was written is not well-formed
 * (feed-invalid); `out` is then empty. */
bool feed_write(FeedFiles *out, const Site *site, const Channel *channel, Arena *arena, Diags *diags);
