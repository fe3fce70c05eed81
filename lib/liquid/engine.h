/* lib/liquid/engine.h - the registries. Internal to lib/liquid. */
#pragma once

#include "liquid/liquid.h"
#include "liquid/tags.h"

enum { ENGINE_MAX_ARGS = 8 }; /* of a filter, besides its input */

typedef struct EngineFilter {
    LiquidFilter function;
    int min_args, max_args;
} EngineFilter;

struct LiquidEngine {
    Arena *arena;
    Map filters; /* name to EngineFilter */
    Map tags;    /* name to TagClass */
};

/* The key of `map` most like `name`; "" when none is near. */
Str engine_suggest(const Map *map, Str name);
