/* lib/feed/feed.h - the feeds of a channel. */
#pragma once

#include "feed/plan.h"

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

/* Writes one document in each format that the channel asks for, also when it has no posts. Bytes depend on the site
 * only, not on the clock. A site without `url` has no feeds: loading it says so. False: what was written is not
 * what readers can read (feed-invalid, at the post that causes it); `out` is then empty. Safe for threads, each with
 * its own `arena` and `diags`. */
bool feed_write_document(FeedFiles *out, const Site *site, const Channel *channel, const FeedDocument *document,
                         Arena *arena, Diags *diags);

/* The document to subscribe to alone: its paths are those of channel_feeds. */
bool feed_write(FeedFiles *out, const Site *site, const Channel *channel, Arena *arena, Diags *diags);
