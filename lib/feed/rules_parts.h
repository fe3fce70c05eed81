/* lib/feed/rules_parts.h - what the rules of feeds share. */
#pragma once

#include "base/map.h"
#include "feed/rules.h"

typedef struct Judge {
    const FeedReading *feed;
    FeedRules rules;
    Map ids;      /* of entries, to their ReadEntry */
    Map html_ids; /* of elements of HTML, to the ReadEntry that has them first */
    Map instants; /* of publication, as written, to their ReadEntry */
    Arena *arena;
    Diags *diags;
} Judge;

static inline bool judge_is_full(const Judge *judge)
{
    return judge->diags->len >= FEED_MAX_FINDINGS;
}

/* Where `words` stand within the entry, or else `otherwise`. */
Span judge_place(const Judge *judge, Span within, Str words, Span otherwise);

void judge_values(const Judge *judge, const FeedValues *values);            /* values.c */
void judge_entry(Judge *judge, const ReadEntry *entry);                     /* rules_entry.c */
void judge_html(Judge *judge, const ReadEntry *entry, FeedText html);       /* rules_html.c */
void judge_characters(const Judge *judge, const char *name, FeedText text); /* rules_entry.c */
