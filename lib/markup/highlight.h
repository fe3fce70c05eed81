/* lib/markup/highlight.h - source code of a post as HTML with a `span` for each token, its class as rouge names it
 * (`k` keyword, `s2` string, `c1` comment ...), so that style sheets written for Jekyll's highlighter apply. */
#pragma once

#include "base/buf.h"

/* Appends `code` with `&`, `<` and `>` escaped and its tokens in spans; a run of tokens of one class is one span, plain
 * text has none. `language` is a name or an alias in lower case ("ruby", "rb"); for one that is unknown the answer
 * is false and nothing is written. Takes time in proportion to `code`: what would take more is left as plain text. */
bool highlight_put(Buf *out, Str language, Str code);
