/* lib/site/channel.h - feeds/NAME.yml. */
#pragma once

#include "site/site.h"

/* Types one channel; `site` gives what it does not say. What cannot be taken is diagnosed and has its default. */
void channel_read(Channel *out, Str name, const Source *source, const Tree *tree, const Site *site, Arena *arena,
                  Diags *diags);

/* The channel of a Jekyll site that has none: Atom at /feed.xml, the ten newest posts, as jekyll-feed writes it. */
Channel channel_jekyll_default(const Site *site);

/* One feed of a channel. */
typedef struct ChannelFeed {
    FeedFormat format;
    Str path;               /* site-rooted: the channel's path and .atom, .rss or .json; or its exact path */
    const char *media_type; /* as a server must name it */
    const char *name;       /* as people call the format */
} ChannelFeed;

enum { CHANNEL_MAX_FEEDS = 3 };

/* The feeds that a channel asks for: Atom, RSS, JSON, in this order; how many there are. One with an exact path has
 * that as Atom alone. */
size_t channel_feeds(ChannelFeed out[CHANNEL_MAX_FEEDS], const Channel *channel, Arena *arena);

/* The beginning of its file, for what is wrong with the channel as a whole. */
Span channel_place(const Channel *channel);

bool channel_selects(const Channel *channel, const SitePost *post, Arena *scratch);
