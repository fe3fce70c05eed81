/* lib/check/recheck.c */
#include "check/recheck.h"

#include "check/check_parts.h"
#include "check/liquid.h"
#include "check/settle.h"
#include "site/build.h"
#include "site/load.h"

void recheck_begin(Recheck *out, Site *site, int jobs, Progress *progress)
{
    Check check = { .site = site,
                    .open = liquid_is_open(site),
                    .facts = ARENA_ARRAY(site->arena, PostFacts *, site->all_count) };
    BodyObserver observer = { .see = check_see_post, .watch = check_watch_liquid, .context = &check };

    *out = (Recheck){ .site = site, .facts = check.facts, .open = check.open, .words = { .arena = site->arena } };
    out->first = ARENA_ARRAY(site->arena, SitePost *, site->all_count);
    site_render_bodies(site, jobs, progress, &observer);
    site_try_pages(site, jobs, progress);
    site_index_build(&out->index, site, site->arena);
    check_together(&(Overview){ .site = site, .facts = out->facts, .arena = site->arena, .index = &out->index });
    site_index_forget_ids(&out->index);
    out->settings = settings_read(site);
    settle_site(site, out->settings);
}

/* The lists of the site refer to the texts of the version that was loaded: that one stays. */
static void end_former(Recheck *recheck, size_t i, SitePost former)
{
    if (recheck->first[i] != NULL) {
        arena_free(&former.arena);
        return;
    }
    recheck->first[i] = ARENA_NEW(recheck->site->arena, SitePost);
    *recheck->first[i] = former;
}

void recheck_post(Recheck *recheck, size_t i, Str text)
{
    Site *site = recheck->site;
    Check check = { .site = site, .facts = recheck->facts, .open = recheck->open };
    BodyObserver observer = { .see = check_see_post, .watch = check_watch_liquid, .context = &check };
    Arena scratch = { 0 };

    end_former(recheck, i, site_replace_post(site, i, text));
    site_render_body(site, i, &observer);
    check_together(&(Overview){ .site = site,
                                .facts = recheck->facts,
                                .arena = &scratch,
                                .only = site->all[i],
                                .index = &recheck->index,
                                .words = &recheck->words });
    site_index_forget_ids(&recheck->index);
    settle_post(site->all[i], recheck->settings);
    arena_free(&scratch);
}

void recheck_end(Recheck *recheck)
{
    for (size_t i = 0; i < recheck->site->all_count; i++) {
        if (recheck->first[i] != NULL)
            arena_free(&recheck->first[i]->arena);
    }
    site_free(recheck->site);
}
