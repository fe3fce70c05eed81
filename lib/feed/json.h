/* lib/feed/json.h - JSON Feed 1.1. */
#pragma once

#include "feed/model.h"

/* `self_url` is where the feed will be. */
Str jsonfeed_write(const FeedModel *feed, Str self_url, Arena *arena);
