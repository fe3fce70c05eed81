/* lib/post/post.h - an announcement, typed and normalised. */
#pragma once

#include "post/date.h"
#include "post/vocabulary.h"
#include "text/tree.h"

typedef struct Author {
    Str id; /* of authors.yml; empty where it does not know the author */
    Str name;
    Str url;
    Str email;
    Str affiliation;
    Span span;
} Author;

typedef struct Tag {
    Str label;
    Str slug;
    Span span;
} Tag;

/* What becomes of a post now. The first that fits, from the second on: an embargo holds whatever else is asked for. */
typedef enum PostStatus {
    POST_PUBLISHED,
    POST_DRAFT,     /* `draft: true` or `published: false`, unless the context wants drafts */
    POST_EMBARGOED, /* `embargo:` later than now */
    POST_SCHEDULED, /* dated later than now, unless the context wants the future */
    POST_EXPIRED,   /* `expires:` not later than now */
} PostStatus;

/* What reading a post takes from its site. */
typedef struct PostContext {
    const Zone *zone;
    const Vocabulary *authors;
    const Vocabulary *tags;
    Str host;             /* of the site's URL, for ids; may be empty */
    Str language;         /* of the site */
    Str layout;           /* where the post names none */
    const Tree *defaults; /* front matter for what the post does not say itself, or NULL */
    int64_t now_unix_s;
    bool jekyll; /* Jekyll's silences: a date only in the file name is no fault there, a `layout` may be any */
    bool future; /* build what is dated later than now */
    bool drafts; /* build drafts */
} PostContext;

/* Everything is a view into the source or lives in the arena it was read with. All text is plain text: no markup, white
 * space folded, never the type YAML took it for. */
typedef struct Post {
    const Source *source;
    Str path; /* relative to the site's root */

    Str id;     /* an IRI: the `id:` key where it is one, else tag:HOST,DATE:STEM (RFC 4151) */
    Str id_key; /* the `id:` key as written, or empty */
    Str slug;   /* from the file name, else from the title */
    Located title;
    Str subtitle;
    const Author *authors;
    size_t author_count;
    Date date;
    int64_t published_unix_s; /* the instant for feeds: a day-precision post stands at noon plus seconds from its id */
    Date updated;             /* `updated:` or `last_modified_at:`; `has_updated` says whether */
    bool has_updated;
    const Tag *tags;
    size_t tag_count;
    Str excerpt; /* as given in front matter, trimmed, white space folded; may hold markup (check says so); or empty */
    Str language;
    Str layout; /* "" for none */
    Str image;  /* URL or path, as written */
    Str image_alt;
    Str permalink;        /* as written, or empty */
    const Str *redirects; /* redirect_from, as written */
    size_t redirect_count;
    Str type;
    PostStatus status;

    const Tree *front_matter; /* as the author wrote it, for templates */
    Span body;                /* of `source` */
} Post;

/* Reads front matter and types it. Returns false when no sound post is left: `diags` then holds a DIAG_STOP, and `out`
 * what could be read (its `source` and `path` always). */
bool post_read(Post *out, const Source *source, Str path, const PostContext *context, Arena *arena, Diags *diags);
