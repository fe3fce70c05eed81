/* lib/check/recheck.h - a checked site of which posts are checked anew, one at a time, as their authors write. */
#pragma once

#include "check/settings.h"
#include "check/site_index.h"

typedef struct Recheck {
    Site *site;
    const CheckSettings *settings;
    bool open;                /* liquid_is_open */
    SiteIndex index;          /* as the site was loaded */
    Map words;                /* what the texts of other posts say of words; see Overview */
    struct PostFacts **facts; /* of site->all */
    SitePost **first;         /* what was loaded, of posts that were replaced since; else NULL */
} Recheck;

/* Checks a loaded site as check_site does, and keeps what the next function wants. It lives in the site's arena. */
void recheck_begin(Recheck *out, Site *site, int jobs, Progress *progress);

/* Reads post `i` with this text for that of its file, and checks it, also against all others: site->all[i] is the new
 * version, its diagnostics are settled, the former version is gone. What is known of others stays: their diagnostics,
 * and the addresses, groups and lists of the loaded site. The time it takes is that of one post and a look at the names
 * of all; no memory is kept but that of the new version. */
void recheck_post(Recheck *recheck, size_t i, Str text);

/* Ends the site's posts (site_free), and what was kept of them. */
void recheck_end(Recheck *recheck);
