/* lib/liquid/lookup.h - how paths look into values. Internal to lib/liquid. Each gives false when there is no such
 * thing. */
#pragma once

#include "liquid/value.h"

bool value_key(LiquidValue *out, LiquidValue value, Str key, LiquidRender *render);
bool value_at(LiquidValue *out, LiquidValue value, int64_t index, LiquidRender *render);

bool value_command(LiquidValue *out, LiquidValue value, Str name, LiquidRender *render); /* size, first, last */
bool value_size(LiquidValue *out, LiquidValue value, LiquidRender *render);
bool value_end(LiquidValue *out, LiquidValue value, bool last, LiquidRender *render);

bool value_has_properties(LiquidValue value); /* what Ruby can index at all */
