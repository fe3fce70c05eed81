/* lib/liquid/number.c - decimals as digits and an exponent of ten. */
#include "liquid/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_DIGITS = 19, WIDE_DIGITS = 38, EXPONENT_LIMIT = 100000 };

static const NumberDigits WIDEST = ~(NumberDigits)0 >> 1; /* of a NumberInt */

static NumberDigits power_of_ten(int n)
{
    NumberDigits power = 1;
    for (int i = 0; i < n; i++)
        power *= 10;
    return power;
}

static int digit_count(NumberDigits digits)
{
    int count = 0;
    for (; digits > 0; digits /= 10)
        count++;
    return count;
}

static Number make_int(NumberInt integer)
{
    return (Number){ .kind = NUMBER_INT, .integer = integer };
}

static Number make_decimal(bool negative, NumberDigits digits, int exponent)
{
    return (Number){ .kind = NUMBER_DECIMAL, .negative = negative, .digits = digits, .exponent = exponent };
}

static NumberDigits magnitude(NumberInt integer)
{
    return integer < 0 ? -(NumberDigits)integer : (NumberDigits)integer;
}

/* An operand: a decimal of at most MAX_DIGITS; what a result has beyond that no double can tell. */
static Number widen(Number number)
{
    if (number.kind > NUMBER_DECIMAL)
        return number;
    if (number.kind == NUMBER_INT)
        number = make_decimal(number.integer < 0, magnitude(number.integer), 0);
    int excess = digit_count(number.digits) - MAX_DIGITS;
    if (excess <= 0)
        return number;
    return make_decimal(number.negative, number.digits / power_of_ten(excess), number.exponent + excess);
}

/* --- from text and values ---------------------------------------------------------------------------------------- */

/* Reads `123.45e6`; the text has no other form. */
static Number read_decimal(Str text)
{
    bool negative = str_at(text, 0) == '-';
    NumberDigits digits = 0;
    int count = 0, exponent = 0;
    bool behind_point = false;
    size_t i = negative ? 1 : 0;

    for (; char_is_digit(str_at(text, i)) || str_at(text, i) == '.'; i++) {
        if (text.data[i] == '.') {
            behind_point = true;
            continue;
        }
        if (count < MAX_DIGITS) {
            digits = digits * 10 + (unsigned char)(text.data[i] - '0');
            count += digits > 0;
            exponent -= behind_point;
        } else {
            exponent += !behind_point;
        }
    }
    if (str_at(text, i) == 'e')
        exponent += (int)number_leading_int(str_from_offset(text, i + 1));
    return make_decimal(negative, digits, exponent);
}

static Number from_double(double real)
{
    if (isnan(real))
        return (Number){ .kind = NUMBER_NAN };
    if (isinf(real))
        return (Number){ .kind = NUMBER_INFINITE, .negative = real < 0 };
    char bytes[64];
    Arena none = { 0 };
    Buf buf = { &none, bytes, 0, sizeof(bytes) };
    number_put_float(&buf, real);
    return read_decimal(buf_str(&buf));
}

static bool is_decimal_text(Str text)
{
    size_t i = str_at(text, 0) == '-' ? 1 : 0;
    size_t start = i;
    while (char_is_digit(str_at(text, i)))
        i++;
    if (i == start || str_at(text, i) != '.')
        return false;
    start = ++i;
    while (char_is_digit(str_at(text, i)))
        i++;
    return i > start && i == text.len;
}

/* The leading whole number; a decimal where it is too long. */
static Number read_whole(Str text)
{
    bool negative = str_at(text, 0) == '-';
    size_t at = negative || str_at(text, 0) == '+' ? 1 : 0;
    NumberDigits digits = 0;
    int count = 0;
    for (; char_is_digit(str_at(text, at)) && count < WIDE_DIGITS; at++) {
        digits = digits * 10 + (unsigned char)(text.data[at] - '0');
        count += digits > 0;
        if (str_at(text, at + 1) == '_' && char_is_digit(str_at(text, at + 2)))
            at++;
    }
    if (char_is_digit(str_at(text, at)) || digits > WIDEST)
        return read_decimal(text);
    return make_int(negative ? -(NumberInt)digits : (NumberInt)digits);
}

Number number_from(LiquidValue value)
{
    if (value.type == LIQUID_INT || value.type == LIQUID_BIG)
        return make_int(number_whole_value(value));
    if (value.type == LIQUID_FLOAT)
        return from_double(value.real);
    if (value.type != LIQUID_STRING)
        return make_int(0);
    Str text = str_trim(value.string);
    return is_decimal_text(text) ? read_decimal(text) : read_whole(text);
}

static double to_double(Number number)
{
    if (number.kind == NUMBER_INT)
        return (double)number.integer;
    if (number.kind == NUMBER_NAN)
        return (double)NAN;
    if (number.kind == NUMBER_INFINITE)
        return number.negative ? -HUGE_VAL : HUGE_VAL;
    char text[64];
    unsigned long long high = (unsigned long long)(number.digits / power_of_ten(MAX_DIGITS));
    unsigned long long low = (unsigned long long)(number.digits % power_of_ten(MAX_DIGITS));
    snprintf(text, sizeof(text), "%s%llu%019llue%d", number.negative ? "-" : "", high, low, number.exponent);
    return strtod(text, NULL);
}

LiquidValue number_value(Number number)
{
    if (number.kind != NUMBER_INT)
        return liquid_float(to_double(number));
    if (number.integer >= INT64_MIN && number.integer <= INT64_MAX)
        return liquid_int((int64_t)number.integer);
    return (LiquidValue){
        .type = LIQUID_BIG, .big = { (uint64_t)number.integer, (int64_t)(uint64_t)((NumberDigits)number.integer >> 64) }
    };
}

LiquidValue number_to_i(Str text)
{
    return number_value(read_whole(str_trim_left(text)));
}

NumberInt number_whole_value(LiquidValue value)
{
    if (value.type == LIQUID_INT)
        return value.integer;
    return (NumberInt)(((NumberDigits)(uint64_t)value.big.high << 64) | value.big.low);
}

void number_put_whole(Buf *out, NumberInt whole)
{
    char text[WIDE_DIGITS + 2];
    size_t at = sizeof(text);
    NumberDigits digits = magnitude(whole);
    do {
        text[--at] = (char)('0' + (int)(digits % 10));
        digits /= 10;
    } while (digits > 0);
    if (whole < 0)
        text[--at] = '-';
    buf_put(out, (Str){ text + at, sizeof(text) - at });
}

/* --- arithmetic -------------------------------------------------------------------------------------------------- */

bool number_is_zero(Number number)
{
    return number_sign(number) == 0;
}

int number_sign(Number number)
{
    if (number.kind == NUMBER_INT)
        return (number.integer > 0) - (number.integer < 0);
    if (number.kind == NUMBER_NAN || (number.kind == NUMBER_DECIMAL && number.digits == 0))
        return 0;
    return number.negative ? -1 : 1;
}

Number number_negate(Number number)
{
    if (number.kind == NUMBER_INT && magnitude(number.integer) <= WIDEST)
        return make_int(-number.integer);
    number = widen(number);
    number.negative = !number.negative;
    return number;
}

/* Infinite and not-a-number operands: what doubles make of them. */
static bool is_special(Number a, Number b)
{
    return a.kind > NUMBER_DECIMAL || b.kind > NUMBER_DECIMAL;
}

static Number add_decimals(Number a, Number b)
{
    if (a.exponent < b.exponent) {
        Number swap = a;
        a = b;
        b = swap;
    }
    if (a.digits == 0 && b.digits == 0)
        return make_decimal(a.negative && b.negative, 0, 0);
    if (a.digits == 0)
        return b;
    if (b.digits == 0)
        return a;
    int shift = a.exponent - b.exponent;
    int room = WIDE_DIGITS - 1 - digit_count(a.digits);
    if (shift > room) { /* `b` is too small to be seen but for the direction it rounds to */
        shift = room;
        b.digits = 1;
    }
    NumberDigits left = a.digits * power_of_ten(shift);
    int exponent = a.exponent - shift;
    if (a.negative == b.negative)
        return make_decimal(a.negative, left + b.digits, exponent);
    bool left_is_larger = left >= b.digits;
    NumberDigits difference = left_is_larger ? left - b.digits : b.digits - left;
    return make_decimal(difference != 0 && (left_is_larger ? a.negative : b.negative), difference, exponent);
}

Number number_add(Number a, Number b)
{
    NumberInt sum;
    if (a.kind == NUMBER_INT && b.kind == NUMBER_INT && !__builtin_add_overflow(a.integer, b.integer, &sum))
        return make_int(sum);
    if (is_special(a, b))
        return from_double(to_double(a) + to_double(b));
    return add_decimals(widen(a), widen(b));
}

static bool fits_product(NumberInt a, NumberInt b)
{
    return a == 0 || magnitude(b) <= WIDEST / magnitude(a);
}

Number number_multiply(Number a, Number b)
{
    if (a.kind == NUMBER_INT && b.kind == NUMBER_INT && fits_product(a.integer, b.integer))
        return make_int(a.integer * b.integer);
    if (is_special(a, b))
        return from_double(to_double(a) * to_double(b));
    a = widen(a);
    b = widen(b);
    return make_decimal(a.negative != b.negative, a.digits * b.digits, a.exponent + b.exponent);
}

static Number divide_ints(NumberInt a, NumberInt b)
{
    if (b == -1)
        return number_negate(make_int(a));
    NumberInt quotient = a / b;
    if (a % b != 0 && (a < 0) != (b < 0))
        quotient--;
    return make_int(quotient);
}

static Number divide_decimals(Number a, Number b)
{
    int shift = WIDE_DIGITS - 1 - digit_count(a.digits);
    NumberDigits dividend = a.digits * power_of_ten(shift);
    NumberDigits quotient = dividend / b.digits;
    int exponent = a.exponent - shift - b.exponent;
    if (digit_count(quotient) < WIDE_DIGITS - 1 && dividend % b.digits != 0) {
        quotient = quotient * 10 + 1; /* a rest is left: not quite this */
        exponent--;
    }
    return make_decimal(a.negative != b.negative, quotient, exponent);
}

bool number_divide(Number *out, Number a, Number b)
{
    if (a.kind == NUMBER_INT && b.kind == NUMBER_INT) {
        if (b.integer == 0)
            return false;
        *out = divide_ints(a.integer, b.integer);
        return true;
    }
    if (is_special(a, b) || number_is_zero(b))
        *out = from_double(to_double(a) / to_double(b));
    else
        *out = divide_decimals(widen(a), widen(b));
    return true;
}

/* digits * 10^power modulo `divisor`, none of the three above 19 digits. */
static NumberDigits shift_modulo(NumberDigits digits, int power, NumberDigits divisor)
{
    digits %= divisor;
    for (int i = 0; i < power && digits != 0 && i < EXPONENT_LIMIT; i++)
        digits = digits * 10 % divisor;
    return digits;
}

static Number modulo_decimals(Number a, Number b)
{
    Number rest = a;
    if (a.exponent >= b.exponent) {
        rest.digits = shift_modulo(a.digits, a.exponent - b.exponent, b.digits);
        rest.exponent = b.exponent;
    } else if (b.exponent - a.exponent < MAX_DIGITS) {
        rest.digits = a.digits % (b.digits * power_of_ten(b.exponent - a.exponent));
    }
    if (rest.digits != 0 && a.negative != b.negative)
        rest = add_decimals(rest, b);
    return rest;
}

bool number_modulo(Number *out, Number a, Number b)
{
    if (b.kind != NUMBER_NAN && number_is_zero(b))
        return false;
    if (a.kind == NUMBER_INT && b.kind == NUMBER_INT) {
        NumberInt rest = b.integer == -1 ? 0 : a.integer % b.integer;
        if (rest != 0 && (rest < 0) != (b.integer < 0))
            rest += b.integer;
        *out = make_int(rest);
    } else if (is_special(a, b)) {
        *out = from_double(fmod(to_double(a), to_double(b)));
    } else {
        *out = modulo_decimals(widen(a), widen(b));
    }
    return true;
}

int number_compare(Number a, Number b)
{
    if (a.kind == NUMBER_INT && b.kind == NUMBER_INT)
        return (a.integer > b.integer) - (a.integer < b.integer);
    return number_sign(number_add(a, number_negate(b)));
}

static int compare_int_to_double(NumberInt integer, double real)
{
    static const double end = 1e38; /* of what both kinds can hold */
    if (real >= end || real <= -end)
        return ((double)integer > real) - ((double)integer < real);
    NumberInt whole = (NumberInt)real;
    if (integer != whole)
        return integer < whole ? -1 : 1;
    double fraction = real - (double)whole;
    return (fraction < 0) - (fraction > 0);
}

int number_compare_values(LiquidValue a, LiquidValue b)
{
    bool has_float = a.type == LIQUID_FLOAT || b.type == LIQUID_FLOAT;
    if (!has_float)
        return number_compare(number_from(a), number_from(b));
    if ((a.type == LIQUID_FLOAT && isnan(a.real)) || (b.type == LIQUID_FLOAT && isnan(b.real)))
        return NUMBER_UNORDERED;
    if (a.type != LIQUID_FLOAT)
        return compare_int_to_double(number_whole_value(a), b.real);
    if (b.type != LIQUID_FLOAT)
        return -compare_int_to_double(number_whole_value(b), a.real);
    return (a.real > b.real) - (a.real < b.real);
}

/* --- rounding ---------------------------------------------------------------------------------------------------- */

static bool goes_up(NumberDigits rest, NumberDigits unit, bool negative, NumberRounding rounding)
{
    if (rounding == NUMBER_HALF_UP)
        return rest >= unit - unit / 2;
    return rest > 0 && negative == (rounding == NUMBER_FLOOR);
}

static Number round_int(NumberInt integer, int64_t places, NumberRounding rounding)
{
    if (places >= 0)
        return make_int(integer);
    if (places <= -WIDE_DIGITS)
        return make_int(0);
    NumberDigits unit = power_of_ten((int)-places);
    NumberDigits digits = magnitude(integer);
    NumberDigits kept = digits / unit + goes_up(digits % unit, unit, integer < 0, rounding);
    return make_int(integer < 0 ? -(NumberInt)(kept * unit) : (NumberInt)(kept * unit));
}

Number number_round(Number number, int64_t places, NumberRounding rounding)
{
    if (number.kind == NUMBER_INT)
        return round_int(number.integer, places, rounding);
    if (number.kind > NUMBER_DECIMAL)
        return number;
    Number wide = widen(number);
    if (places >= -(int64_t)wide.exponent)
        return number;
    int64_t cut = -(int64_t)wide.exponent - places;
    NumberDigits unit = power_of_ten(cut > MAX_DIGITS + 1 ? MAX_DIGITS + 1 : (int)cut);
    NumberDigits kept = wide.digits / unit;
    kept += goes_up(wide.digits % unit, unit, wide.negative, rounding);
    return make_decimal(wide.negative, kept, kept == 0 ? 0 : (int)-places);
}

Number number_whole(Number number)
{
    if (number.kind != NUMBER_DECIMAL)
        return number;
    NumberDigits digits = number.digits;
    int exponent = number.exponent;
    for (; exponent < 0 && digits != 0; exponent++)
        digits /= 10;
    if (digits == 0)
        return make_int(0);
    if (digit_count(digits) + exponent > WIDE_DIGITS)
        return number;
    NumberInt whole = (NumberInt)(digits * power_of_ten(exponent));
    return make_int(number.negative ? -whole : whole);
}
