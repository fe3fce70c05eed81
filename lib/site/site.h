/* lib/site/site.h - a site: its configuration, its vocabularies, its channels, and all its posts. */
#pragma once

#include "base/map.h"
#include "base/parallel.h"
#include "liquid/liquid.h"
#include "markup/kramdown.h"
#include "markup/node.h"
#include "post/post.h"

typedef struct SiteConfig {
    Str title;
    Str description;
    Str url;        /* absolute base of all that is published, without a slash at its end; "" when not said */
    Str baseurl;    /* path below it, "" or "/x" */
    Str language;   /* BCP 47; default "en" */
    Str timezone;   /* as written; `zone` is it */
    Str author;     /* of the site, for feeds */
    Str icon, logo; /* URL or path, or "" */
    Dialect dialect;
    KramdownOptions kramdown;                   /* where that is the dialect */
    bool smart;                                 /* typographic punctuation; default true */
    bool liquid;                                /* Liquid in bodies; default true */
    Str permalink;                              /* pattern of posts */
    Str output;                                 /* folder, relative to the root */
    size_t page_size;                           /* posts on a page of the index */
    Str mail_from, mail_reply_to, mail_address; /* `mail: {from, reply_to, address}`; the last a postal address */
    const Tree *tree;                           /* all of the configuration */
} SiteConfig;

typedef enum FeedFormat { FEED_ATOM = 1, FEED_RSS = 2, FEED_JSON = 4 } FeedFormat;

/* feeds/NAME.yml: which posts, which formats, which digest. */
typedef struct Channel {
    Str name; /* the file's stem */
    const Source *source;
    Str title, description, language;
    Str path;                  /* site-rooted, without extension: "/feeds/announcements" */
    unsigned formats;          /* of FeedFormat */
    size_t limit;              /* entries in a feed; default 30 */
    bool archive_yearly;       /* `archives: yearly` */
    size_t archive_size;       /* `archives: N`: so many posts in each; 0 for none */
    StrList hubs;              /* URLs of WebSub hubs */
    bool full_content;         /* `content: full` (default) or `excerpt` */
    Str exact_path;            /* of the only feed where it has a name of its own, as "/feed.xml"; else "" */
    const Str *tags, *authors; /* selection: any of these; none: all posts */
    size_t tag_count, author_count;
    Str select_type, select_language, select_collection;
    bool digest;         /* there is a `digest:` */
    Str digest_subject;  /* Liquid: `{{ period }}`, `{{ channel.title }}`, `{{ count }}`; "" for a default */
    Str digest_schedule; /* daily, weekly, monthly; "" when not said */
    Str digest_intro;    /* Markdown; may be "" */
    bool digest_full;    /* full posts; else excerpts */
} Channel;

/* What of a site is looked at: the posts and pages at these paths, and below them. */
typedef struct SiteScope {
    StrList paths; /* as Post.path and SitePage.path have them; "" is all */
} SiteScope;

/* A post in its place on the site. */
typedef struct SitePost {
    Post post;
    Str document_path; /* as Jekyll has it: from the folder of all collections */
    Str url;           /* site-rooted: "/news/2024/08/06/x/"; percent-encoded where it must be */
    Str output;        /* the file below the output folder: "news/2024/08/06/x/index.html" */
    Str collection;    /* "posts", or the name of a Jekyll collection */
    bool sound;        /* no stopping fault */
    Str excerpt_text;  /* plain text, never empty for a post that has words: given, or made from the body */
    Str excerpt_html;
    Str jekyll_excerpt;                   /* `page.excerpt` of a Jekyll site (excerpt.h), where front matter has none */
    Str content_html;                     /* the body as HTML, as on its page */
    const struct SitePost *newer, *older; /* among the published posts of its collection */
    Arena arena;
    Diags diags;
} SitePost;

typedef struct Site Site;
typedef struct SitePage SitePage; /* page.h */
typedef struct PageFile PageFile;
typedef struct Templates Templates;
typedef struct SiteLists SiteLists; /* lists.h */
typedef struct Overlay Overlay;     /* load.h */
typedef struct PostReading PostReading;

/* How far the bodies are: what one asks of another is what a step before this one has made. */
typedef enum SiteStep { SITE_READ, SITE_POSTS_RENDERED, SITE_DOCUMENTS_RENDERED, SITE_RENDERED } SiteStep;

/* A collection of a Jekyll site, as its configuration has it. */
typedef struct Collection {
    Str name;
    Str folder; /* relative to the root */
    bool output;
    const Tree *settings;
} Collection;

/* Posts under one tag, one author, ...: newest first. */
typedef struct Group {
    Str name;
    Str slug;
    Str url; /* of its page */
    const SitePost *const *posts;
    size_t post_count;
} Group;

struct Site {
    Str home;            /* path of its folder, as given: configuration and output lie there */
    Str source;          /* of what is read: a folder in it, "" for the folder itself */
    Str collections_dir; /* the folder of all collections, relative to the root; "" for the root itself */
    Str root;            /* both: the path of the folder that is read */
    SiteConfig config;
    const Zone *zone;
    Vocabulary authors, tags;
    const Tree *data; /* `site.data` */
    bool jekyll;
    Str assets;          /* folder whose files are copied to /assets/, relative to the root; "" for none */
    StrList asset_files; /* of that folder */
    SitePost **all;      /* every post file that was read, by path: also the faulty, the drafts, the scheduled */
    size_t all_count;
    const PostReading *reading;        /* how they were read */
    SitePage **pages;                  /* in the order they were read, then those that herald makes */
    size_t page_count, own_page_count; /* the site's own come first */
    const PageFile *files;             /* of the page folder that are no pages: copied as they are */
    size_t file_count;
    const SitePost **posts; /* what is published: newest first, by instant (of a Jekyll site: by date), then path */
    size_t post_count;
    const Channel *channels; /* by name */
    size_t channel_count;
    const Group *tag_groups; /* by label, folded */
    size_t tag_group_count;
    SitePage **hidden; /* documents of collections without output: for templates to read, no pages */
    size_t hidden_count;
    const Collection *jekyll_collections; /* posts first; none in a native site */
    size_t jekyll_collection_count;
    const SiteLists *lists; /* NULL before site_arrange */
    SiteStep step;
    const Templates *templates;
    LiquidEngine *engine;
    const Group *collections; /* the published posts of each; a native site has only "posts" */
    size_t collection_count;
    const SiteScope *scope; /* NULL: all; bodies and pages out of it are not rendered */
    int64_t now_unix_s;
    const Overlay *overlays;
    size_t overlay_count;
    Arena *arena; /* of the site itself */
    Diags *diags; /* of configuration, channels, templates: posts have their own */
};

/* What diagnostics call a file: its path from the home, where the site itself has it from the root. */
Str site_shown_path(const Site *site, Str path, Arena *arena);

Str site_document_path(const Site *site, Str path); /* without the folder of all collections */

/* The body as a tree: Liquid, then Markdown. Safe for threads; `arena` and `diags` are the caller's. False: Liquid did
 * not parse or passed a limit, with a DIAG_STOP. */
bool site_document(Document *out, const Site *site, const SitePost *post, Arena *arena, Diags *diags);

/* `url` + `baseurl` + a site-rooted path; a URL with a scheme stays. Percent-encoded. */
Str site_absolute_url(const Site *site, Str path, Arena *arena);
Str site_relative_url(const Site *site, Str path, Arena *arena);

bool site_in_scope(const Site *site, Str path);

/* The published posts of a channel, newest first. */
typedef struct PostList {
    const SitePost *const *items;
    size_t len;
} PostList;
PostList channel_posts(const Site *site, const Channel *channel, Arena *arena);
const Channel *site_channel(const Site *site, Str name); /* NULL when there is none */
