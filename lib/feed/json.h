/* lib/feed/json.h - JSON Feed 1.1. */
#pragma once

#include "feed/model.h"

Str jsonfeed_write(const FeedModel *feed, const FeedLinks *links, Arena *arena);
