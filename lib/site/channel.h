/* lib/site/channel.h - feeds/NAME.yml. */
#pragma once

#include "site/site.h"

/* Types one channel; `site` gives what it does not say. What cannot be taken is diagnosed and has its default. */
void channel_read(Channel *out, Str name, const Source *source, const Tree *tree, const Site *site, Arena *arena,
                  Diags *diags);

/* The channel of a Jekyll site that has none: Atom at /feed.xml, the ten newest posts, as jekyll-feed writes it. */
Channel channel_jekyll_default(const Site *site);

bool channel_selects(const Channel *channel, const SitePost *post, Arena *scratch);
