/* lib/feed/atom.h - Atom 1.0 (RFC 4287). */
#pragma once

#include "feed/model.h"

/* `self_url` is where the feed will be. */
Str atom_write(const FeedModel *feed, Str self_url, Arena *arena);
