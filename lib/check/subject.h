/* lib/check/subject.h - what the rules look at: one post, and what is known of all of them. For the files of rules. */
#pragma once

#include "check/reading.h"
#include "check/site_index.h"
#include "site/site.h"

/* Where a link or an image of a post leads: kept until all posts are read, as only then it is known what there is. */
typedef struct LinkFact {
    Str url;   /* after Liquid, unescaped; "" is kept too */
    Span span; /* the address where the author wrote it, else the whole link */
    bool image;
} LinkFact;

/* A word with two capitals, which may be a slip: "MInistry". */
typedef struct CapitalsFact {
    Str word;
    Span span;
} CapitalsFact;

/* What is remembered of a post when its tree is gone. All of it lives in the post's arena. */
typedef struct PostFacts {
    VEC(LinkFact) links;
    VEC(CapitalsFact) capitals;
} PostFacts;

/* One post as its rules see it. Several are looked at at once, so whatever is written to belongs to one post. */
typedef struct Subject {
    const Site *site;
    const SitePost *post;     /* perhaps not sound: then of `post->post` only `source` and `path` are sure to be set */
    const Document *document; /* the body after Liquid; NULL where none could be made */
    Readings readings;        /* its words; none without a document */
    PostFacts *facts;
    Arena *keep;    /* the post's: what diagnostics and facts hold */
    Arena *scratch; /* of this post's rules alone */
    Diags *diags;   /* the post's */
} Subject;

/* All posts, when every body has been looked at: for rules that compare. One thread. */
typedef struct Overview {
    Site *site;
    Site *before;            /* the version that a change starts from, or NULL */
    PostFacts *const *facts; /* of site->all, in its order */
    Arena *arena;
    const SitePost *only;   /* the one post that is told anything; NULL: all are */
    const SiteIndex *index; /* of the site; NULL where nobody has made it yet */
    Map *words;             /* with `only`: what was found out of words of other posts, kept; or NULL */
} Overview;

static inline bool overview_tells(const Overview *overview, const SitePost *post)
{
    return overview->only == NULL || overview->only == post;
}

/* A group's rules about one post. */
typedef void PostRules(const Subject *subject);
PostRules check_encoding, check_frontmatter, check_titles, check_dates, check_filenames, check_authors, check_tags,
    check_excerpts, check_links, check_images, check_markdown, check_html, check_prose;

/* A group's rules about several posts. What is wrong goes to the diagnostics of the post at fault. */
typedef void SiteRules(const Overview *overview);
SiteRules check_titles_together, check_filenames_together, check_excerpts_together, check_authors_together,
    check_tags_together, check_links_together, check_frontmatter_together, check_prose_together;
