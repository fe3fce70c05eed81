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
Segment loop_segment(LiquidValue list, int64_t offset, LiquidValue limit, LiquidRender *render);
int64_t loop_integer(LiquidValue value, LiquidRender *render); /* as Ruby's to_i; fails for what has none */

/* The keys that `forloop` and `tablerowloop` have in common: index, first, length, ... */
bool loop_key(LiquidValue *out, Str key, size_t at, size_t count);

/* The object `forloop`. */
struct Forloop {
    Str name; /* "item-site.posts" */
    size_t length, index;
    Forloop *parent;
};
LiquidValue loop_drop(const Forloop *forloop);
