/* lib/liquid/eval.h - what expressions are worth. Internal to lib/liquid. */
#pragma once

#include "liquid/render.h"
#include "liquid/syntax.h"

/* After a failure (liquid_fail) each gives nil or false. */
LiquidValue eval_value(LiquidRender *render, const Expr *expr);
LiquidValue eval_expression(LiquidRender *render, const LiquidExpression *expression);
bool eval_condition(LiquidRender *render, const LiquidCondition *condition);
bool eval_equal(LiquidRender *render, LiquidValue a,
                LiquidValue b); /* `==`, where `empty` and `blank` mean more than themselves */

/* A whole number as tags and filters want one; false after failing with "invalid integer". */
bool eval_integer(int64_t *out, LiquidValue value, LiquidRender *render);
