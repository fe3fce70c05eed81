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

/* What a caller looks for besides, as it wants the network: called once, after all rules, before settling. */
typedef struct CheckFurther {
    void (*look)(void *context, const Overview *overview, const CheckSettings *settings);
    void *context;
} CheckFurther;

/* The same with the rules about what is published already, where `base` is not NULL, and with `further`, where that is
 * not. */
const CheckSettings *check_site_with(Site *site, const CheckBase *base, const CheckFurther *further, int jobs,
                                     Progress *progress);
