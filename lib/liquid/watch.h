/* lib/liquid/watch.h - what a render sees and does not tell, as no page is worse for it: names that nothing has, and
 * what is included with which parameters. For whoever looks for slips. */
#pragma once

#include "liquid/liquid.h"

/* A tag that includes a file. */
typedef struct LiquidInclusion {
    Span name;              /* of the file, in the tag */
    Str file;               /* its name */
    Span region;            /* the file's text */
    const Span *parameters; /* their names */
    size_t parameter_count;
    const struct LiquidInclusion *outer; /* the one it stands in */
} LiquidInclusion;

/* What becomes of a value. */
typedef enum LiquidUse {
    LIQUID_SHOWN,  /* it is printed, or looped over */
    LIQUID_KEPT,   /* it gets another name */
    LIQUID_TESTED, /* or a filter stands in for it */
} LiquidUse;

/* `titel` of `page.titel`. */
typedef struct LiquidMissing {
    Span span; /* of the name where it is written */
    Str name;
    Str root;           /* the variable that the path begins with */
    bool is_root;       /* and that is missing itself */
    bool is_global;     /* the root is one of the page's variables */
    LiquidValue object; /* what has no such key: nil where that has no value itself */
    LiquidUse use;
    bool is_included; /* it is not in the template itself */
    const LiquidInclusion *inclusion;
} LiquidMissing;

/* All variables there are where the render stands. */
StrList liquid_variables(LiquidRender *render);

struct LiquidWatch {
    void *context;
    void (*missing)(void *context, const LiquidMissing *missing, LiquidRender *render);
    void (*included)(void *context, const LiquidInclusion *inclusion, LiquidRender *render);
};
