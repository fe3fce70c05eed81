/* lib/feed/plan.h - the documents that a feed is made of (RFC 5005): the one that people subscribe to, and archives. */
#pragma once

#include "feed/model.h"

typedef struct FeedDocument {
    Str stem; /* site-rooted path without extension: "/feeds/news", "/feeds/news/2023" */
    FeedPart part;
    PostList posts;
    Str current, prev_archive, next_archive; /* stems of others; "" for none */
} FeedDocument;

/* The document to subscribe to comes first; archives follow from the oldest, where the channel asks for them. */
typedef struct FeedPlan {
    const FeedDocument *documents;
    size_t document_count; /* at least 1 */
} FeedPlan;

/* A period is a year of the site's zone, or so many posts counted from the oldest, and over when a later one has begun:
 * no clock is asked. Each has a document, once there is more than one. Those of periods that are over link to their
 * neighbours alone, so that a new post changes none of them. The one of the last period is no archive yet; it is there
 * for the one before to link to. Readers follow `prev_archive` until they find what they know: so the document to
 * subscribe to has all posts of the last period, even if they are more than the limit. */
void feed_plan(FeedPlan *out, const Site *site, const Channel *channel, Arena *arena);
