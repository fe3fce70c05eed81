/* lib/liquid/filters.h - the filters that Liquid itself has. Internal to lib/liquid. */
#pragma once

#include "liquid/liquid.h"

typedef struct FilterEntry {
    const char *name;
    LiquidFilter filter;
    int min_args, max_args;
} FilterEntry;

/* Each ends in an entry without a name. */
extern const FilterEntry filters_string[];
extern const FilterEntry filters_cut[];
extern const FilterEntry filters_markup[];
extern const FilterEntry filters_array[];
extern const FilterEntry filters_select[];
extern const FilterEntry filters_math[];
extern const FilterEntry filters_date[];
