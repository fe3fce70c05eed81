/* lib/check/check.h - every rule about posts, run over a site. */
#pragma once

#include "site/site.h"

/* Renders the bodies of a loaded site (site_render_bodies) and runs the rules on every post. What they find is added to
 * the diagnostics of the posts, so that with one that stops or not `site_build` and this say the same. */
void check_site(Site *site, int jobs, Progress *progress);
