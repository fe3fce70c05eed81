/* lib/site/smartify.h - typographic punctuation in a piece of text. */
#pragma once

#include "base/arena.h"

/* Quotes, dashes, ellipses and guillemets by kramdown's rules. Tags stay as they are, and so does what stands in code,
 * kbd, pre, script and style; `&` and `<` that begin neither entity nor tag are escaped. */
Str smartify_text(Str text, Arena *arena);
