/* lib/feed/rss.h - RSS 2.0.11 with the RSS Advisory Board's profile, and its usual companions: content, dc, atom. */
#pragma once

#include "feed/model.h"

Str rss_write(const FeedModel *feed, const FeedLinks *links, Arena *arena);
