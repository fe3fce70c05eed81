/* lib/site/filters.h - the filters of a site's templates, with Jekyll's names and meaning
 * (https://jekyllrb.com/docs/liquid/filters/). */
#pragma once

#include "liquid/liquid.h"

/* Adds them to Liquid's own; `where`, `sort` and `find` replace Liquid's. They need the Site as host. */
void filters_register(LiquidEngine *engine);
