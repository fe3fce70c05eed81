/* lib/liquid/loop.h - what `for`, `tablerow` and `render ... for` have in common. Internal to lib/liquid. */
#pragma once

#include "liquid/eval.h"

/* Part of a list: items `start` up to `start + count`, without a copy. */
typedef struct Segment {
    LiquidValue list;
    size_t start, count;
    bool reversed;
} Segment;

LiquidValue loop_item(const Segment *segment, size_t i, LiquidRender *render);

/* `offset` and `limit`; the latter is nil where there is none. A text is always whole. */
Segment loop_segment(LiquidValue list, int64_t offset, LiquidValue limit);
int64_t loop_integer(LiquidValue value); /* as Ruby's to_i; what has none is 0 */

/* The object `forloop`. */
struct Forloop {
    Str name; /* "item-site.posts" */
    size_t length, index;
    Forloop *parent;
};
LiquidValue loop_drop(const Forloop *forloop);
