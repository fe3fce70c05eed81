/* lib/site/filter_parts.h - what the files of filters share. Internal to lib/site. */
#pragma once

#include "liquid/expression.h"
#include "liquid/liquid.h"

typedef struct SiteFilter {
    const char *name;
    LiquidFilter filter;
    int min_args, max_args;
} SiteFilter;

/* Each ends in an entry without a name. */
extern const SiteFilter site_filters_array[];
extern const SiteFilter site_filters_date[];
extern const SiteFilter site_filters_group[];
extern const SiteFilter site_filters_json[];
extern const SiteFilter site_filters_markup[];
extern const SiteFilter site_filters_select[];
extern const SiteFilter site_filters_text[];
extern const SiteFilter site_filters_url[];

/* The input as text; false after failing, where Ruby takes nothing but text. */
bool filter_text(Str *out, LiquidRender *render, LiquidValue input, const char *filter);

/* A whole number as an argument, 1 where it is absent; false after failing. */
bool filter_count(int64_t *out, LiquidRender *render, const LiquidValue *args, size_t count);

/* The items that `where` and its like walk: of a hash its values. False for what Ruby cannot walk, which such filters
 * give back as it is. */
bool filter_items(LiquidArray *out, LiquidValue input, LiquidRender *render);

/* `item[name]`, where `a.b` is a path and text that looks like a number is one. Nil after failing: the item has no
 * properties at all. */
LiquidValue filter_property(LiquidRender *render, LiquidValue item, Str name);

/* Ruby's <=>; documents go by date, then path. False when the two cannot be compared. */
bool filter_compare(int *order, LiquidValue a, LiquidValue b, LiquidRender *render);

/* & < > " ' as XML has them. */
void filter_put_xml(Buf *out, Str text);
