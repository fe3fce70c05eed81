/* lib/check/publication.h - what becomes public by a change. */
#pragma once

#include "base/buf.h"

typedef enum PublicationKind { PUBLICATION_NEW, PUBLICATION_CHANGED, PUBLICATION_GONE } PublicationKind;

/* One post that was changed. Texts are plain text; those that there is nothing of are empty. */
typedef struct Publication {
    PublicationKind kind;
    Str path; /* of its file, from the site's folder */
    Str held; /* why it is not published yet: "a draft", "scheduled for 2026-12-01"; "" when it is */
    Str url;  /* of its page, absolute where the site says where it is; of one that is gone, where it was */
    Str title, date, id, authors, tags;
    StrList feeds;   /* that have its entry, as "news: /feeds/news.atom, /feeds/news.rss" */
    StrList digests; /* that it will be in, as "news, August 2024" */
} Publication;

typedef struct Publications {
    const Publication *items;
    size_t len;
} Publications;

/* Both write nothing where nothing is published. What comes from strangers is made safe to show. In Markdown paths
 * begin with `prefix`, and posts that would end past `limit` bytes are only counted. */
void publications_put_text(Buf *out, const Publications *publications);
void publications_put_markdown(Buf *out, const Publications *publications, Str prefix, size_t limit);
