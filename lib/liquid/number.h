/* lib/liquid/number.h - arithmetic as Liquid's filters have it: whole numbers, and decimals that stay exact until they
 * are printed (0.1 + 0.2 is 0.3). */
#pragma once

#include "base/buf.h"
#include "liquid/value.h"

__extension__ typedef unsigned __int128 NumberDigits; /* up to 38 decimal digits */
__extension__ typedef __int128 NumberInt;             /* 38 as well: beyond, whole numbers become floats */

typedef enum NumberKind { NUMBER_INT, NUMBER_DECIMAL, NUMBER_INFINITE, NUMBER_NAN } NumberKind;

/* A decimal is digits * 10^exponent: 19 digits when read, what a double holds and a little more; twice that when made.
 */
typedef struct Number {
    NumberKind kind;
    NumberInt integer;
    bool negative;
    NumberDigits digits;
    int exponent;
} Number;

/* What a value counts as: text like "-1.50" is a decimal, other text its leading whole number, all else 0. */
Number number_from(LiquidValue value);

/* Decimals become floats. */
LiquidValue number_value(Number number);

bool number_is_zero(Number number);
int number_sign(Number number); /* -1, 0, 1 */
Number number_negate(Number number);

Number number_add(Number a, Number b);
Number number_multiply(Number a, Number b);

/* Whole numbers divide to the next lower whole number. False: a whole number was divided by 0. */
bool number_divide(Number *out, Number a, Number b);
bool number_modulo(Number *out, Number a, Number b); /* has the sign of `b`; false: `b` is 0 */
int number_compare(Number a, Number b);

NumberInt number_whole_value(LiquidValue value); /* of a whole number of either size */
void number_put_whole(Buf *out, NumberInt whole);

/* Two values that are integers or floats, as they are: without decimal arithmetic, exactly. */
#define NUMBER_UNORDERED 2 /* one is not a number */
int number_compare_values(LiquidValue a, LiquidValue b);

typedef enum NumberRounding { NUMBER_FLOOR, NUMBER_CEIL, NUMBER_HALF_UP } NumberRounding;

/* Rounds to `places` behind the point; negative ones stand before it. Half goes away from zero. */
Number number_round(Number number, int64_t places, NumberRounding rounding);
Number number_whole(Number number); /* a decimal without a fraction as a whole number, where it fits */

/* The leading whole number of a text, as Ruby's to_i: blanks, a sign, digits with single underscores between. */
int64_t number_leading_int(Str text);
LiquidValue number_to_i(Str text); /* the same, without an end at 64 bits */

/* A text that is wholly a whole number, as Ruby's Integer(): also 0x1f, 0b1, 017. */
bool number_strict_int(int64_t *out, Str text);

double number_leading_float(Str text);

/* As Ruby prints it: 3.0, 1.0e+20, 1.0e-05. */
void number_put_float(Buf *out, double real);
