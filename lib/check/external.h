/* lib/check/external.h - links to other sites: which there are, what is remembered of them, and what is told of them.
 * Whoever asks the network is another: nothing here does. */
#pragma once

#include "base/vec.h"
#include "check/subject.h"

/* `check: external:` of the configuration. */
typedef struct ExternalSettings {
    StrList ignore;   /* of addresses: `*` is any text, `?` any character */
    int timeout_s;    /* for one answer */
    int time_limit_s; /* for all */
    int fresh_days;   /* how long a good answer counts */
} ExternalSettings;

void external_settings_read(ExternalSettings *out, const Tree *check, Arena *arena, Diags *diags);

typedef enum ExternalState {
    EXTERNAL_UNKNOWN, /* not asked, or by a server that does not answer programs */
    EXTERNAL_GOOD,
    EXTERNAL_GONE,    /* not there, as the server says, or there is no such server */
    EXTERNAL_FAILING, /* perhaps only for now */
} ExternalState;

/* What was learned of an address, and what the cache keeps of that. */
typedef struct ExternalAnswer {
    ExternalState state;
    int status;        /* 0 without an answer */
    Str cause;         /* why not, as "the server answers 503"; "" when good */
    Str advice;        /* what to do about that; "" for the usual */
    Str moved_to;      /* for good; "" for nowhere */
    int64_t checked_s; /* 0: never */
    int64_t good_s;    /* when it was good for the last time; 0: never */
    Map places;        /* of the page, that links name: to PLACE_THERE or PLACE_MISSING */
} ExternalAnswer;

#define PLACE_THERE ((void *)(uintptr_t)1)
#define PLACE_MISSING ((void *)(uintptr_t)2)

typedef struct ExternalUse {
    SitePost *post;
    const LinkFact *fact;
    Str place; /* behind the `#`, where a page can be searched for it; else "" */
} ExternalUse;

typedef struct ExternalLink {
    Str url; /* without `#` and what follows it */
    ExternalAnswer answer;
    VEC(ExternalUse) uses;
    bool wants_page; /* there are places to look for */
    bool is_fresh;   /* the remembered answer will do */
} ExternalLink;

/* All of one run. */
typedef struct ExternalLinks {
    Arena *arena;
    Map by_url; /* to an ExternalLink, in the order of posts */
    Map known;  /* to an ExternalAnswer: all of the cache */
    int64_t now_s;
    size_t fresh; /* how many need not be asked */
} ExternalLinks;

/* Those links of posts for which `selects` holds. Not those to the site itself, which are looked up without a
 * network, nor what the settings ignore, nor what another rule found to lead nowhere. */
void external_collect(ExternalLinks *out, const Overview *overview, const ExternalSettings *settings,
                      bool (*selects)(void *context, const SitePost *post, const LinkFact *fact), void *context);

/* Takes what is fresh enough from what is known. */
void external_recall(ExternalLinks *links, const ExternalSettings *settings);

/* Takes an answer. `page` is what was read of it, as HTML; "" when that was not all, or nothing to look in. */
void external_learn(ExternalLinks *links, ExternalLink *link, const ExternalAnswer *answer, Str page);

/* Tells what is wrong, of each link in its post. */
void external_tell(const ExternalLinks *links);

/* The cache: JSON, sorted by address. What cannot be read gives false and is nothing: the next answers begin a new one.
 */
bool external_cache_read(Map *known, Str text, Arena *arena);
void external_cache_put(Buf *out, const ExternalLinks *links);

/* Whether a page of HTML has a place of that name. In doubt it has. */
bool external_page_has(Str page, Str place);
