/* lib/liquid/compare.h - comparing within a render, where it counts as work. Internal to lib/liquid. */
#pragma once

#include "liquid/value.h"

/* As liquid_equal and liquid_compare; false as well when a limit was passed. */
bool compare_equal(LiquidRender *render, LiquidValue a, LiquidValue b);
bool compare_order(LiquidRender *render, int *order, LiquidValue a, LiquidValue b);
