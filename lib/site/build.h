/* lib/site/build.h - every page of a site, into its output folder. */
#pragma once

#include "site/output.h"
#include "site/site.h"

/* Renders what site_build does and writes nothing: for what is wrong with it. */
void site_try_pages(Site *site, int jobs, Progress *progress);

/* Renders every post's page, every other page, the sitemap, and copies assets, all into `outputs` (nothing appears
 * before outputs_commit). Bodies have been rendered (site_render_bodies). Faults go to the diagnostics of the post or
 * page concerned, and to `diags`; what fails is left out. False: the world failed. */
bool site_build(Site *site, Outputs *outputs, int jobs, Progress *progress, Diags *diags);

/* The page of one post, as site_build writes it. False: a template is at fault. */
bool site_render_post(Str *out, const Site *site, const SitePost *post, Arena *arena, Diags *diags);

/* What site_build writes to that path of the output, but for posts and feeds: an asset, a page. False: nothing,
 * or a file of more than `limit` bytes. */
bool site_read_output(Str *out, const Site *site, Str output, size_t limit, Arena *arena);
