/* cmd/herald/selfcontained.h - an HTML page that needs no other file. */
#pragma once

#include "site/site.h"

/* The page at `url` (absolute) with the style sheets, scripts, pictures and fonts of its own site as data: URIs, and
 * its links absolute. What lies on other servers stays as it is: nothing is fetched. */
Str selfcontained_html(const Site *site, Str html, Str url, Arena *arena);
