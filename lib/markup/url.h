/* lib/markup/url.h - addresses as text: what scheme, whether harmless. (Made absolute by url_resolve of html.h.) */
#pragma once

#include "base/arena.h"
#include "markup/html.h"

Str url_scheme(Str url); /* without its colon; "" for a relative reference */

/* False for a scheme that is none of `schemes` ("http https"), read as browsers do: without the controls that hide it.
 * `*url` becomes what browsers read. A relative reference is safe. */
bool url_is_safe(Str *url, const char *schemes, Arena *arena);
