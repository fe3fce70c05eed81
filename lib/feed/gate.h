/* lib/feed/gate.h - what stands before a feed of ours is published. */
#pragma once

#include "feed/feed.h"
#include "feed/rules.h"

/* Reads the feed back as a subscriber would, and judges it by the rules and the schema. `posts` are those of its
 * entries, in their order. False: it has errors, each told as feed-invalid at the post that causes it. */
bool feed_passes(const FeedFile *file, const Channel *channel, PostList posts, Diags *diags);
