/* lib/liquid/expression.h - values and conditions as templates write them, for filters that take them as text:
 * `where_exp: "item", "item.date > now"`. */
#pragma once

#include "liquid/liquid.h"

typedef struct LiquidExpression LiquidExpression;
typedef struct LiquidCondition LiquidCondition;

/* A value with filters, read as in `{{ }}`. Lives in the render's arena; NULL after liquid_fail. */
const LiquidExpression *liquid_expression(LiquidRender *render, Str text);
LiquidValue liquid_evaluate(LiquidRender *render, const LiquidExpression *expression);

/* A condition, read strictly as in `{% if %}`: no filters, nothing ignored. */
const LiquidCondition *liquid_condition(LiquidRender *render, Str text);
bool liquid_holds(LiquidRender *render, const LiquidCondition *condition);

/* A name that shadows others of that name from liquid_bind to liquid_unbind; its value may change meanwhile. Bindings
 * end in the reverse order of their start. */
typedef struct LiquidBinding {
    Str name;
    LiquidValue value;
    struct LiquidBinding *outer;
} LiquidBinding;
void liquid_bind(LiquidRender *render, LiquidBinding *binding);
void liquid_unbind(LiquidRender *render);

/* Whether liquid_fail was called, or a limit passed: then a filter that walks a list ends. */
bool liquid_failed(const LiquidRender *render);

/* The time that a value means to the filter `date`: a time, text that can be read as one, "now", or seconds since 1970
 * as a number or as text of digits only. */
bool liquid_to_time(LiquidTime *out, LiquidValue value, const LiquidRender *render);

/* Counts work against the limit on steps, for a filter that walks a list; false when it is passed. */
bool liquid_spend(LiquidRender *render, size_t steps);

size_t
liquid_steps(const LiquidRender *render); /* how many were counted so far: the same in every render of a template */

/* Where a host's tag reports what no page can be made with, and the places it is included from: "b.html:2, and that
 * from a.md:3", or "". */
Diags *liquid_diags(LiquidRender *render);
Str liquid_included_from(const LiquidRender *render);

/* Renders a template with the variables seen from here, as `include` does. False when that was too deep or a limit
 * was passed. */
bool liquid_render_partial(Buf *out, const LiquidTemplate *partial, LiquidRender *render);
