/* lib/check/check.c */
#include "check/check.h"

#include "check/check_parts.h"
#include "check/liquid.h"
#include "check/publishing.h"
#include "check/settle.h"
#include "site/build.h"

/* By group: the order of findings does not hang on it, they are sorted. */
static PostRules *const post_rules[] = {
    check_encoding, check_frontmatter, check_titles, check_dates,    check_filenames, check_authors, check_tags,
    check_excerpts, check_links,       check_images, check_markdown, check_html,      check_prose,
};
static SiteRules *const site_rules[] = {
    check_frontmatter_together, check_titles_together, check_filenames_together, check_excerpts_together,
    check_authors_together,     check_tags_together,   check_links_together,     check_prose_together,
};

void check_see_post(void *context, size_t i, const Document *document, Arena *scratch)
{
    Check *check = context;
    SitePost *post = check->site->all[i];

    check->facts[i] = ARENA_NEW(&post->arena, PostFacts);
    if (post->post.source == NULL) /* not a text: that has been said */
        return;
    Subject subject = {
        .site = check->site,
        .post = post,
        .document = document,
        .readings = document == NULL ? (Readings){ 0 } : readings_of(document, scratch),
        .facts = check->facts[i],
        .keep = &post->arena,
        .scratch = scratch,
        .diags = &post->diags,
    };
    for (size_t rule = 0; rule < sizeof(post_rules) / sizeof(post_rules[0]); rule++)
        post_rules[rule](&subject);
    explained_drop(&post->diags);
}

const LiquidWatch *check_watch_liquid(void *context, Diags *diags, Arena *scratch)
{
    const Check *check = context;
    return liquid_slips(check->site, check->open, diags, scratch);
}

void check_together(const Overview *overview)
{
    for (size_t rule = 0; rule < sizeof(site_rules) / sizeof(site_rules[0]); rule++)
        site_rules[rule](overview);
}

const CheckSettings *check_site_with(Site *site, const CheckBase *base, const CheckFurther *further, int jobs,
                                     Progress *progress)
{
    Check check = { .site = site,
                    .open = liquid_is_open(site),
                    .facts = ARENA_ARRAY(site->arena, PostFacts *, site->all_count) };
    BodyObserver observer = { .see = check_see_post, .watch = check_watch_liquid, .context = &check };

    site_render_bodies(site, jobs, progress, &observer);
    site_try_pages(site, jobs, progress);
    Overview overview = {
        .site = site,
        .before = base == NULL ? NULL : base->site,
        .facts = check.facts,
        .arena = site->arena,
    };
    check_together(&overview);
    if (base != NULL)
        check_publishing(site, base->site, base->changes);
    const CheckSettings *settings = settings_read(site);
    if (further != NULL)
        further->look(further->context, &overview, settings);
    settle_site(site, settings);
    return settings;
}

const CheckSettings *check_site(Site *site, int jobs, Progress *progress)
{
    return check_site_with(site, NULL, NULL, jobs, progress);
}
