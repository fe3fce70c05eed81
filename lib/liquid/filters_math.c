/* lib/liquid/filters_math.c */
#include "liquid/filters.h"
#include "liquid/number.h"

static LiquidValue plus(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)render;
    (void)count;
    return number_value(number_add(number_from(input), number_from(args[0])));
}

static LiquidValue minus(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)render;
    (void)count;
    return number_value(number_add(number_from(input), number_negate(number_from(args[0]))));
}

static LiquidValue times(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)render;
    (void)count;
    return number_value(number_multiply(number_from(input), number_from(args[0])));
}

static LiquidValue divided_by(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Number result;
    (void)count;
    if (!number_divide(&result, number_from(input), number_from(args[0])))
        return liquid_fail(render, "divided by 0");
    return number_value(result);
}

static LiquidValue modulo(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Number result;
    (void)count;
    if (!number_modulo(&result, number_from(input), number_from(args[0])))
        return liquid_fail(render, "divided by 0");
    return number_value(result);
}

static LiquidValue absolute(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Number number = number_from(input);
    (void)render;
    (void)args;
    (void)count;
    if (number.kind == NUMBER_INT && number.integer < 0)
        number = number_negate(number);
    number.negative = false;
    return number_value(number);
}

/* To whole numbers, which stay decimals where they do not fit. */
static LiquidValue round_whole(LiquidRender *render, LiquidValue input, NumberRounding rounding)
{
    Number number = number_from(input);
    if (number.kind > NUMBER_DECIMAL)
        return liquid_fail(render, "internal"); /* Ruby raises what Liquid does not know */
    return number_value(number_whole(number_round(number, 0, rounding)));
}

static LiquidValue ceil_filter(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return round_whole(render, input, NUMBER_CEIL);
}

static LiquidValue floor_filter(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return round_whole(render, input, NUMBER_FLOOR);
}

static LiquidValue round_filter(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Number places = count > 0 ? number_whole(number_from(args[0])) : number_from(liquid_int(0));
    if (places.kind != NUMBER_INT)
        return liquid_fail(render, "internal");
    Number number = number_from(input);
    if (places.integer <= 0 && number.kind > NUMBER_DECIMAL)
        return liquid_fail(render, "internal"); /* Ruby raises what Liquid does not know */
    int64_t most = places.integer > 1000 ? 1000 : places.integer < -1000 ? -1000 : (int64_t)places.integer;
    number = number_round(number, most, NUMBER_HALF_UP);
    return number_value(places.integer <= 0 ? number_whole(number) : number);
}

static LiquidValue at_least(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Number number = number_from(input), least = number_from(args[0]);
    (void)render;
    (void)count;
    return number_value(number_compare(number, least) < 0 ? least : number);
}

static LiquidValue at_most(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Number number = number_from(input), most = number_from(args[0]);
    (void)render;
    (void)count;
    return number_value(number_compare(number, most) > 0 ? most : number);
}

const FilterEntry filters_math[] = {
    { "plus", plus, 1, 1 },          { "minus", minus, 1, 1 },
    { "times", times, 1, 1 },        { "divided_by", divided_by, 1, 1 },
    { "modulo", modulo, 1, 1 },      { "abs", absolute, 0, 0 },
    { "ceil", ceil_filter, 0, 0 },   { "floor", floor_filter, 0, 0 },
    { "round", round_filter, 0, 1 }, { "at_least", at_least, 1, 1 },
    { "at_most", at_most, 1, 1 },    { NULL, NULL, 0, 0 },
};
