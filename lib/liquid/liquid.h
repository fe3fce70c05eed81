/* lib/liquid/liquid.h - the template language of Shopify and Jekyll: engine, templates, rendering. */
#pragma once

#include "base/places.h"
#include "liquid/value.h"
#include "text/zone.h"

/* The tags and filters there are. Made once, then immutable and shared by threads. */
typedef struct LiquidEngine LiquidEngine;

/* Immutable; shared by threads. */
typedef struct LiquidTemplate LiquidTemplate;

/* A filter: `input | name: args`. On failure it calls liquid_fail and returns nil. */
typedef LiquidValue (*LiquidFilter)(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t arg_count);

typedef enum LiquidMode {
    LIQUID_LAX,    /* Jekyll's `warn`: strictly first, then as Liquid's lax parser, with a warning liquid-lax */
    LIQUID_STRICT, /* what only the lax parser takes is an error */
} LiquidMode;

/* Limits of one render, includes and nested templates in it. */
typedef struct LiquidLimits {
    size_t max_output_bytes;
    size_t max_steps; /* nodes evaluated, loop rounds, and elements of ranges made into arrays */
    int max_depth;    /* of blocks and includes */
} LiquidLimits;
extern const LiquidLimits liquid_default_limits;

LiquidEngine *liquid_engine_new(Arena *arena); /* with all that Liquid itself has */

/* Adds or replaces a filter that takes `min_args` to `max_args` arguments besides its input. */
void liquid_engine_add_filter(LiquidEngine *engine, const char *name, LiquidFilter filter, int min_args, int max_args);

/* A tag of the host's: `{% name markup %}`, without a body. `parse` reads the markup once and returns what `render`
 * gets (NULL after a diagnostic). */
typedef struct LiquidTagClass {
    const char *name;
    const void *(*parse)(Located markup, Arena *arena, Diags *diags);
    void (*render)(Buf *out, const void *parsed, LiquidRender *render);
} LiquidTagClass;
void liquid_engine_add_tag(LiquidEngine *engine, const LiquidTagClass *class);

/* A block of the host's: `{% name markup %}...{% endname %}`. `render` writes the body, or not, with
 * liquid_render_body. */
typedef struct LiquidBody LiquidBody;
typedef struct LiquidBlockClass {
    const char *name;
    const void *(*parse)(Located markup, Arena *arena, Diags *diags);
    void (*render)(Buf *out, const void *parsed, const LiquidBody *body, LiquidRender *render);
} LiquidBlockClass;
void liquid_engine_add_block(LiquidEngine *engine, const LiquidBlockClass *class);
bool liquid_engine_has_block(const LiquidEngine *engine, Str name); /* also of Liquid's own */
/* The names of all tags and filters, in the order they were added; "" past the last. */
Str liquid_engine_tag_at(const LiquidEngine *engine, size_t i);
Str liquid_engine_filter_at(const LiquidEngine *engine, size_t i);
void liquid_render_body(Buf *out, const LiquidBody *body, LiquidRender *render);

/* Parses `region`. Every fault of the template is reported, each at its place, all as DIAG_STOP but the warnings; then
 * NULL. A template without Liquid is one piece of text. */
const LiquidTemplate *liquid_parse(const LiquidEngine *engine, Span region, LiquidMode mode, Arena *arena,
                                   Diags *diags);

/* The same, but what could be read of a template at fault is there too: for whoever looks what else is wrong. */
const LiquidTemplate *liquid_parse_all(const LiquidEngine *engine, Span region, LiquidMode mode, Arena *arena,
                                       Diags *diags);

/* Whether `text` has anything for Liquid: `{{` or `{%`. */
bool liquid_is_needed(Str text);

/* Gives the template that `{% include name %}` means; NULL when there is none. Called from several threads. */
typedef const LiquidTemplate *(*LiquidLoader)(void *context, Str name, Diags *diags);

/* The same for `{% include_relative name %}`: where it is looked for hangs on what is rendered. */
typedef const LiquidTemplate *(*LiquidRelativeLoader)(LiquidRender *render, Str name);

typedef struct LiquidWatch LiquidWatch;

/* What a render starts from. */
typedef struct LiquidInput {
    const LiquidEngine *engine;
    const LiquidHashEntry *globals; /* page, site, ... */
    size_t global_count;
    LiquidLoader loader; /* NULL: nothing can be included */
    void *loader_context;
    Str (*suggest)(void *loader_context, Str name); /* an include that may be meant, or ""; NULL: nobody knows */
    LiquidRelativeLoader relative_loader;           /* NULL: nothing can be included that way */
    void *host;                                     /* for the host's filters: liquid_host */
    LiquidLimits limits;
    bool strict_variables, strict_filters;
    int64_t now_unix_s;       /* for `date: "now"` */
    const Zone *zone;         /* of dates without one */
    const LiquidWatch *watch; /* NULL: nobody looks (watch.h) */
    Places *places;           /* NULL, or filled with where each part of the output came from */
} LiquidInput;

/* Renders. Faults while rendering are reported as liquid-error at their place (and, as Liquid does, written into the
 * output as `Liquid error: ...`); false when a limit was passed (liquid-limit) or `diags` got a DIAG_STOP. */
bool liquid_render(Buf *out, const LiquidTemplate *template, const LiquidInput *input, Arena *arena, Diags *diags);

/* For filters, tags and drops. */
void *liquid_host(const LiquidRender *render);
Arena *liquid_arena(LiquidRender *render);
LiquidValue liquid_fail(LiquidRender *render, const char *format, ...) __attribute__((format(printf, 2, 3))); /* nil */
LiquidValue liquid_variable(LiquidRender *render, Str name); /* a variable by its name, as seen from here */
