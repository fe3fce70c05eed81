/* lib/feed/model.h - what a feed says, whatever its format. Every text is plain text and every URL absolute; a part
 * that is not known is empty. Nothing depends on the clock. */
#pragma once

#include "site/site.h"

typedef struct FeedAuthor {
    Str name;
    Str url;
} FeedAuthor;

typedef struct FeedEnclosure {
    Str url; /* "" when there is none */
    const char *type;
    uint64_t length; /* in bytes */
} FeedEnclosure;

typedef struct FeedEntry {
    Str id;  /* permanent: of the post, not of its address */
    Str url; /* of its page */
    Str title;
    Str summary;
    Str content_html; /* clean, its addresses absolute, its ids unique in the feed; "" in a feed of excerpts */
    Str language;     /* "" where it is the feed's */
    int64_t published_unix_s;
    int64_t updated_unix_s; /* never before `published_unix_s` */
    const FeedAuthor *authors;
    size_t author_count;
    const Str *tags;
    size_t tag_count;
    Str image_url;
    FeedEnclosure enclosure; /* the image, where its type and length are known */
} FeedEntry;

/* What a document holds of its feed (RFC 5005). */
typedef enum FeedPart {
    FEED_NEWEST,   /* the newest entries, for people to subscribe to */
    FEED_COMPLETE, /* all entries that there are */
    FEED_ARCHIVE,  /* the entries of a period that is over: it never changes */
    FEED_GROWING,  /* those of the period that is not over: the archive to be */
} FeedPart;

/* The addresses of a document, and of others of its format; "" where there is none. */
typedef struct FeedLinks {
    Str self_url;
    Str current_url;                        /* of the document to subscribe to, where that is another one */
    Str prev_archive_url, next_archive_url; /* older, newer */
} FeedLinks;

typedef struct FeedModel {
    Str id;
    Str title; /* never empty */
    Str description;
    Str language;
    Str home_url;
    Str icon_url, logo_url;
    Str tags_url;   /* tags are names in this collection */
    Str author;     /* whoever speaks where an entry has no author; never empty */
    Str stylesheet; /* address of the CSS for people who open the feed in a browser */
    StrList hubs;   /* URLs of WebSub hubs */
    int64_t updated_unix_s;
    FeedPart part;
    const FeedEntry *entries; /* newest first */
    size_t entry_count;
} FeedModel;

/* These posts of a channel, newest first. The site has a URL. */
void feed_model(FeedModel *out, const Site *site, const Channel *channel, PostList posts, Arena *arena);
