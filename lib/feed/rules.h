/* lib/feed/rules.h - what a feed must be so that every reader shows it right: herald's own rules, of any format. */
#pragma once

#include "feed/reading.h"

enum { FEED_MAX_FINDINGS = 1000 }; /* of one feed: then nothing more is looked for */

typedef struct FeedRules {
    int64_t now_unix_s; /* 0: nothing is taken for the future */
    bool published;     /* it is about to be published: only what is an error is looked for */
} FeedRules;

/* Says in `diags` what is wrong, each time at the part at fault, or at the beginning of the entry that lacks it. */
void feed_judge(const FeedReading *feed, const FeedRules *rules, Arena *arena, Diags *diags);
