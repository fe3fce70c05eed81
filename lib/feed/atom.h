/* lib/feed/atom.h - Atom 1.0 (RFC 4287). */
#pragma once

#include "feed/model.h"

Str atom_write(const FeedModel *feed, const FeedLinks *links, Arena *arena);
