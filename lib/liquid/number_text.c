/* lib/liquid/number_text.c - numbers as Ruby reads and prints them. */
#include "liquid/number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static int digit_value(int c)
{
    if (char_is_digit(c))
        return c - '0';
    return char_is_alpha(c) ? char_lower(c) - 'a' + 10 : INT32_MAX;
}

/* Reads digits with single underscores between them; a value past the range stays at its end. */
static size_t read_digits(int64_t *out, Str text, size_t at, int base, bool negative)
{
    int64_t value = 0;
    size_t start = at;
    for (;; at++) {
        if (str_at(text, at) == '_' && at > start && digit_value(str_at(text, at + 1)) < base)
            at++;
        int digit = digit_value(str_at(text, at));
        if (digit >= base)
            break;
        if (__builtin_mul_overflow(value, base, &value)
            || __builtin_add_overflow(value, negative ? -digit : digit, &value))
            value = negative ? INT64_MIN : INT64_MAX;
    }
    *out = value;
    return at;
}

int64_t number_leading_int(Str text)
{
    int64_t value;
    text = str_trim_left(text);
    bool negative = str_at(text, 0) == '-';
    read_digits(&value, text, negative || str_at(text, 0) == '+' ? 1 : 0, 10, negative);
    return value;
}

static int read_base(Str text, size_t *at)
{
    if (str_at(text, *at) != '0' || *at + 1 >= text.len)
        return 10;
    static const struct {
        char mark;
        int base;
    } bases[] = { { 'x', 16 }, { 'b', 2 }, { 'd', 10 }, { 'o', 8 } };
    int mark = char_lower(str_at(text, *at + 1));
    for (size_t i = 0; i < sizeof(bases) / sizeof(bases[0]); i++) {
        if (bases[i].mark == mark) {
            *at += 2;
            return bases[i].base;
        }
    }
    *at += 1;
    return 8;
}

bool number_strict_int(int64_t *out, Str text)
{
    text = str_trim(text);
    bool negative = str_at(text, 0) == '-';
    size_t start = negative || str_at(text, 0) == '+' ? 1 : 0;
    int base = read_base(text, &start);
    if (str_at(text, start) == '_')
        start++;
    size_t end = read_digits(out, text, start, base, negative);
    return end > start && end == text.len;
}

double number_leading_float(Str text)
{
    char digits[512];
    size_t len = 0;
    bool point = false;

    text = str_trim_left(text);
    for (size_t i = 0; i < text.len && len < sizeof(digits) - 1; i++) {
        char c = text.data[i];
        bool is_point = c == '.' && !point && char_is_digit(str_at(text, i + 1));
        if (!char_is_digit(c) && !is_point && !(i == 0 && c == '-'))
            break;
        point |= is_point;
        digits[len++] = c;
    }
    digits[len] = '\0';
    return strtod(digits, NULL);
}

/* The fewest digits that read back as the same double, as `d.ddde+xx`. */
static void shortest(char *text, size_t size, double real)
{
    for (int digits = fabs(real) < DBL_MIN ? 1 : 15; digits <= 17; digits++) {
        snprintf(text, size, "%.*e", digits - 1, real);
        if (strtod(text, NULL) == real)
            return;
    }
}

static void put_fixed(Buf *out, Str digits, int point)
{
    if (point <= 0) {
        buf_put(out, STR("0."));
        buf_put_repeated(out, '0', (size_t)-point);
        buf_put(out, digits);
        return;
    }
    size_t whole = (size_t)point;
    buf_put(out, str_slice(digits, 0, whole));
    if (whole >= digits.len) {
        buf_put_repeated(out, '0', whole - digits.len);
        buf_put(out, STR(".0"));
        return;
    }
    buf_put_char(out, '.');
    buf_put(out, str_from_offset(digits, whole));
}

static void put_exponent(Buf *out, Str digits, int exponent)
{
    buf_put_char(out, digits.data[0]);
    buf_put_char(out, '.');
    buf_put(out, digits.len > 1 ? str_from_offset(digits, 1) : STR("0"));
    buf_put_format(out, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
}

void number_put_float(Buf *out, double real)
{
    char text[40];
    char digits[24];
    size_t len = 0;

    if (isnan(real)) {
        buf_put(out, STR("NaN"));
        return;
    }
    if (signbit(real))
        buf_put_char(out, '-');
    real = fabs(real);
    if (isinf(real)) {
        buf_put(out, STR("Infinity"));
        return;
    }
    shortest(text, sizeof(text), real);
    const char *mark = strchr(text, 'e');
    for (const char *c = text; c < mark; c++) {
        if (*c != '.')
            digits[len++] = *c;
    }
    while (len > 1 && digits[len - 1] == '0')
        len--;
    int exponent = (int)strtol(mark + 1, NULL, 10);
    bool has_fraction = exponent + 1 < (int)len;
    if (exponent >= -4 && exponent < (has_fraction ? 16 : 15))
        put_fixed(out, (Str){ digits, len }, exponent + 1);
    else
        put_exponent(out, (Str){ digits, len }, exponent);
}
