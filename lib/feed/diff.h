/* lib/feed/diff.h - what those who have read one version of a feed will see of the next. */
#pragma once

#include "feed/reading.h"

typedef enum FeedChangeKind {
    FEED_ITSELF,      /* not an entry, but the feed: without entries here */
    FEED_ADDED,       /* readers show it as new */
    FEED_CHANGED,     /* readers that look show it as changed */
    FEED_REMOVED,     /* it left */
    FEED_REDELIVERED, /* the same post under another id: readers show it as new again */
} FeedChangeKind;

/* What differs, as bits. */
typedef enum FeedField {
    FIELD_ID = 1,
    FIELD_URL = 2,
    FIELD_TITLE = 4,
    FIELD_PUBLISHED = 8,
    FIELD_UPDATED = 16,
    FIELD_SUMMARY = 32,
    FIELD_CONTENT = 64,
    FIELD_AUTHORS = 128,
    FIELD_TAGS = 256,
    FIELD_LANGUAGE = 512,
    FIELD_SELF = 1024,
} FeedField;
enum { FEED_FIELDS = 11 };
extern const char *const feed_field_names[FEED_FIELDS]; /* by bit */

typedef struct FeedChange {
    FeedChangeKind kind;
    const ReadEntry *before, *after; /* NULL for none */
    unsigned fields;
    bool is_older; /* what was removed is older than all that is left: the feed holds the newest only */
} FeedChange;

typedef struct FeedDiff {
    FeedChange *items; /* the feed itself, then in the order of the new feed, then what was removed */
    size_t len, cap;
    size_t count[FEED_REDELIVERED + 1]; /* by kind */
    size_t unchanged;
} FeedDiff;

/* By id; of an entry without one by its page, or its title. An entry of a new id whose page, or title and date of
 * publication, an entry had that is no longer there is that one again. Content and summary are compared within one
 * format only. */
void feed_diff(FeedDiff *out, const FeedReading *before, const FeedReading *after, Arena *arena);
