/* lib/check/liquid.h - slips in the Liquid of posts and pages: names that nothing has, parameters that nobody reads. */
#pragma once

#include "liquid/watch.h"
#include "site/site.h"

/* Whether plugins or a theme in a gem may define for templates what nobody can know here. */
bool liquid_is_open(const Site *site);

/* Who looks at one body, and tells in `diags`. `open` is liquid_is_open. Lives in `scratch`. */
const LiquidWatch *liquid_slips(const Site *site, bool open, Diags *diags, Arena *scratch);

/* --- between liquid.c and liquid_include.c ----------------------------------------------------------------------- */

typedef struct LiquidSlips {
    const Site *site;
    Diags *diags;
    Arena *scratch;
    bool open;
    VEC(Span) seen; /* each place once, however often a loop comes by */
} LiquidSlips;

/* The one of `names` that the word may be a slip of; "" for none. */
Str liquid_nearest(Str word, StrList names);

/* False where it was seen before, or enough was. */
bool liquid_is_new(LiquidSlips *slips, Span span);

void liquid_check_inclusion(LiquidSlips *slips, const LiquidInclusion *inclusion);

/* A missing name that is the value of a parameter, or that the include was to be given; false: it is neither. */
bool liquid_check_parameter(LiquidSlips *slips, const LiquidMissing *missing);
