/* lib/liquid/render.h - the state of one render, and what tags and the evaluator do with it. Internal to lib/liquid. */
#pragma once

#include "base/map.h"
#include "liquid/expression.h"
#include "liquid/liquid.h"
#include "liquid/watch.h"

typedef struct Node Node;
typedef struct Forloop Forloop;

/* What a node says about those behind it. */
typedef enum Flow {
    FLOW_ON,
    FLOW_BREAK,
    FLOW_CONTINUE,
    FLOW_STOP, /* a limit was passed: the whole render ends */
} Flow;

/* What a tag or an output renders. */
typedef Flow (*NodeRender)(Buf *out, const Node *node, LiquidRender *render);

struct Node {
    NodeRender render; /* NULL: text */
    const void *data;  /* what the tag read */
    Str text;
    Span span;
    bool blank; /* white space, or a tag that prints nothing: errors are not written for it */
};

/* The inside of a block, or of a template. */
typedef struct Body {
    const Node *nodes;
    size_t len;
    bool blank; /* only white space and tags that print nothing */
} Body;

struct LiquidTemplate {
    Body body;
    Span region;
};

struct LiquidBody {
    Body body;
};

struct LiquidRender {
    const LiquidInput *input;
    Arena *arena;
    Diags *diags;
    size_t parsed_diags; /* those of reading the template */
    const Buf *top;      /* the output itself: only what goes there has places */
    Places *places;      /* NULL inside includes, whose output is one part */
    const Source *main;  /* of the template itself: errors elsewhere name their file */

    /* variables, innermost first */
    LiquidBinding *bindings;
    Map locals;    /* of assign and capture: name to LiquidValue */
    Map counters;  /* of increment and decrement: name to LiquidValue */
    bool isolated; /* inside `render`: no globals */

    /* what tags remember */
    Map offsets; /* of `offset: continue` */
    Map cycles;
    Str changed; /* what `ifchanged` saw last */
    bool has_changed;
    Forloop *forloop; /* the innermost loop */

    /* what is watched */
    const Node *node; /* the one that is rendered */
    LiquidUse use;
    const LiquidInclusion *inclusion; /* the innermost */

    /* faults and limits */
    bool failed;
    bool quiet_failure; /* nothing is written for it: an undefined variable */
    Str failure;
    Map reported;
    Str included_from; /* "b.html:2, and that from a.md:3", for messages from includes */
    size_t steps, next_check;
    size_t arena_start;
    size_t max_len; /* of `top` */
    int depth;
    bool stopped;
};

/* Counts work; false when a limit was passed, which is then reported at the node being rendered. */
static inline bool render_spend(LiquidRender *render, size_t steps);
bool render_check(LiquidRender *render); /* the slow half */

static inline bool render_spend(LiquidRender *render, size_t steps)
{
    render->steps += steps;
    return render->steps < render->next_check || render_check(render);
}

/* Work on text costs by its length. */
static inline bool render_spend_bytes(LiquidRender *render, size_t bytes)
{
    return render_spend(render, 1 + bytes / 64);
}

void render_stop(LiquidRender *render, const char *what); /* passes a limit */

Flow render_body(Buf *out, const Body *body, LiquidRender *render);
void render_place(const Buf *out, Span span, bool literal, LiquidRender *render);

/* Renders a template where this one stands: `include`. False when it lies too deep. */
Flow render_partial(Buf *out, const LiquidTemplate *partial, Span span, LiquidRender *render);

/* From where a tag includes: "b.html:2, and that from a.md:3". */
Str render_chain(Span span, LiquidRender *render);

void render_assign(LiquidRender *render, Str name, LiquidValue value);
bool render_global(LiquidValue *out, const LiquidRender *render, Str name);
bool render_lookup(LiquidValue *out, LiquidRender *render, Str name);

/* A use counts for all that is worked out in it; watch_use gives the one outside, to be put back. */
LiquidUse watch_use(LiquidRender *render, LiquidUse use);
void watch_missing(LiquidRender *render, Str root, Str name, LiquidValue object);
void watch_inclusion(LiquidRender *render);

/* As liquid_fail, but nothing is written into the output. */
void render_fail_quietly(LiquidRender *render, const char *what, Str name);
