/* lib/check/check.h - every rule about posts, run over a site. */
#pragma once

#include "check/changes.h"
#include "check/settings.h"

/* Renders the bodies of a loaded site (site_render_bodies), runs the rules on every post, and settles what they found
 * by the site's settings and by comments in the posts. What is left is in the diagnostics of the site, its posts and
 * its pages. Returns the settings: they live as long as the site. */
const CheckSettings *check_site(Site *site, int jobs, Progress *progress);

/* The version of a site that a change starts from. */
typedef struct CheckBase {
    Site *site; /* checked; lives as long as the new one */
    const Changes *changes;
} CheckBase;

/* The same for a site that was changed: with the rules about what is published already. */
const CheckSettings *check_site_since(Site *site, const CheckBase *base, int jobs, Progress *progress);
