/* lib/site/filters.h - the filters of a site's templates, with Jekyll's names and meaning. */
#pragma once

#include "liquid/liquid.h"

/* absolute_url, relative_url, strip_index, date_to_xmlschema, date_to_rfc822, date_to_string, date_to_long_string,
 * xml_escape, cgi_escape, uri_escape, slugify, jsonify, markdownify, array_to_sentence_string, normalize_whitespace. */
void filters_register(LiquidEngine *engine);
