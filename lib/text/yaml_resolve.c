/* lib/text/yaml_resolve.c - what a plain scalar means: YAML 1.1 by the patterns of Ruby's Psych. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "text/datetime.h"
#include "text/yaml.h"

enum { NUMBER_MAX_BYTES = 400 }; /* a longer one is text */

typedef bool Class(int c);

static bool is_digit_part(int c)
{
    return char_is_digit(c) || c == '_';
}

static bool is_grouped_digit(int c)
{
    return is_digit_part(c) || c == ',';
}

static bool is_binary_digit(int c)
{
    return c == '0' || c == '1' || c == '_' || c == ',';
}

static bool is_octal_digit(int c)
{
    return (c >= '0' && c <= '7') || c == '_' || c == ',';
}

static bool is_hex_digit(int c)
{
    int lower = char_lower(c);
    return is_grouped_digit(c) || (lower >= 'a' && lower <= 'f');
}

static size_t skip(Str s, size_t at, Class *is_part)
{
    while (at < s.len && is_part(str_at(s, at)))
        at++;
    return at;
}

static size_t skip_sign(Str s)
{
    int c = str_at(s, 0);
    return c == '-' || c == '+';
}

/* The digits without what only groups them, for the C library. */
static const char *bare_number(char out[NUMBER_MAX_BYTES + 1], Str s)
{
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] != '_' && s.data[i] != ',')
            out[len++] = s.data[i];
    }
    out[len] = '\0';
    return out;
}

static TreeType set_real(Tree *scalar, double value)
{
    scalar->real = value;
    return TREE_FLOAT;
}

/* `digits` in that base, times the sign; what does not fit becomes a real. */
static TreeType set_integer(Tree *scalar, Str digits, int base, bool negative)
{
    char bare[NUMBER_MAX_BYTES + 1];
    char signed_digits[NUMBER_MAX_BYTES + 2];
    char *end = NULL;
    bare_number(bare, digits);
    if (bare[0] == '\0')
        return TREE_STRING;
    signed_digits[0] = negative ? '-' : '+';
    memcpy(signed_digits + 1, bare, strlen(bare) + 1);
    errno = 0;
    scalar->integer = strtoll(signed_digits, &end, base);
    if (errno != ERANGE)
        return TREE_INT;
    double value = 0;
    for (const char *c = bare; *c != '\0'; c++)
        value = value * base + (char_is_digit(*c) ? *c - '0' : char_lower(*c) - 'a' + 10);
    return set_real(scalar, negative ? -value : value);
}

/* Digits in groups: each `_` or `,` stands before a digit. */
static bool is_decimal(Str s)
{
    if (str_eq(s, STR("0")))
        return true;
    for (size_t i = 0; i < s.len; i++) {
        bool digit = char_is_digit(str_at(s, i));
        if (!is_grouped_digit(str_at(s, i)) || (!digit && !char_is_digit(str_at(s, i + 1))))
            return false;
    }
    return s.len > 0 && s.data[0] != '0' && char_is_digit(s.data[0]);
}

static TreeType read_integer(Tree *scalar, Str s)
{
    static const struct Base {
        Str prefix;
        Class *is_digit;
        int base;
    } bases[] = { { STR_INIT("0b"), is_binary_digit, 2 },
                  { STR_INIT("0x"), is_hex_digit, 16 },
                  { STR_INIT("0"), is_octal_digit, 8 } };
    bool negative = str_at(s, 0) == '-';
    Str digits = str_from_offset(s, skip_sign(s));
    if (is_decimal(digits))
        return set_integer(scalar, digits, 10, negative);
    for (size_t i = 0; i < sizeof(bases) / sizeof(bases[0]); i++) {
        size_t start = bases[i].prefix.len;
        if (!str_starts_with(digits, bases[i].prefix))
            continue;
        bool whole = digits.len > start && skip(digits, start, bases[i].is_digit) == digits.len;
        return whole ? set_integer(scalar, str_from_offset(digits, start), bases[i].base, negative) : TREE_STRING;
    }
    return TREE_STRING;
}

static double read_digits(Str s)
{
    char bare[NUMBER_MAX_BYTES + 1];
    return strtod(bare_number(bare, s), NULL);
}

/* [-+] digits . digits [eE] [-+] digits: the point is what makes it one, and an exponent has its sign. */
static TreeType read_real(Tree *scalar, Str s)
{
    size_t start = skip_sign(s);
    size_t point = char_is_digit(str_at(s, start)) ? skip(s, start, is_grouped_digit) : start;
    size_t end = skip(s, point + 1, char_is_digit);
    if (str_at(s, point) != '.' || end == start + 1)
        return TREE_STRING;
    if (char_lower(str_at(s, end)) == 'e') {
        size_t digits = end + 2;
        bool has_sign = str_at(s, end + 1) == '-' || str_at(s, end + 1) == '+';
        end = skip(s, digits, char_is_digit);
        if (!has_sign || end == digits)
            return TREE_STRING;
    }
    return end == s.len ? set_real(scalar, read_digits(s)) : TREE_STRING;
}

/* One or two groups of minutes or seconds from `at` on; gives where they end, or STR_NONE. */
static size_t read_groups(double *value, Str s, size_t at)
{
    enum { GROUPS_MAX = 2, BASE = 60 };
    size_t start = at;
    for (int groups = 0; str_at(s, at) == ':' && groups < GROUPS_MAX; groups++) {
        size_t end = skip(s, at + 1, char_is_digit);
        size_t len = end - at - 1;
        if (len == 0 || len > 2 || (len == 2 && str_at(s, at + 1) > '5'))
            return STR_NONE;
        *value = *value * BASE + read_digits(str_slice(s, at + 1, end));
        at = end;
    }
    return at > start ? at : STR_NONE;
}

/* Base 60: 12:30 is 750, 1:2:3.5 is 3723.5. */
static TreeType read_sexagesimal(Tree *scalar, Str s)
{
    size_t start = skip_sign(s);
    size_t first_end = char_is_digit(str_at(s, start)) ? skip(s, start, is_digit_part) : 0;
    double value = read_digits(str_slice(s, start, first_end));
    size_t end = first_end == 0 ? STR_NONE : read_groups(&value, s, first_end);
    bool real = str_at(s, end) == '.';
    if (end == STR_NONE || (real ? skip(s, end + 1, is_digit_part) : end) != s.len)
        return TREE_STRING;
    if (real)
        value += read_digits(str_from_offset(s, end));
    value = str_at(s, 0) == '-' ? -value : value;
    if (real || fabs(value) > (double)(1LL << 53))
        return set_real(scalar, value);
    scalar->integer = (int64_t)value;
    return TREE_INT;
}

/* One or two digits from `*at` on. */
static bool read_pair(int *out, Str s, size_t *at)
{
    size_t end = skip(s, *at, char_is_digit);
    if (end == *at || end > *at + 2)
        return false;
    *out = 0;
    for (; *at < end; (*at)++)
        *out = *out * 10 + str_at(s, *at) - '0';
    return true;
}

/* An offset behind a time: none, Z, +1, -05:30, +0000. */
static bool is_offset(Str s)
{
    s = str_trim_left(s);
    if (s.len == 0 || str_eq(s, STR("Z")))
        return true;
    size_t colon = str_find_char(s, ':', 0);
    size_t digits = s.len - skip_sign(s) - (colon != STR_NONE);
    for (size_t i = skip_sign(s); i < s.len; i++) {
        if (i != colon && !char_is_digit(str_at(s, i)))
            return false;
    }
    return skip_sign(s) == 1 && digits >= 1 && digits <= 4 && (colon == STR_NONE || colon == 2 || colon == 3);
}

/* Behind the day: T or blanks, H:MM:SS, a fraction, an offset. */
static bool is_time(Str s)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    size_t at = char_lower(str_at(s, 0)) == 't' ? 1 : s.len - str_trim_left(s).len;
    if (at == 0 || !read_pair(&hour, s, &at) || str_at(s, at++) != ':')
        return false;
    if (!read_pair(&minute, s, &at) || str_at(s, at++) != ':' || !read_pair(&second, s, &at))
        return false;
    if (str_at(s, at) == '.')
        at = skip(s, at + 1, char_is_digit);
    return hour <= 24 && minute < 60 && second <= 60 && is_offset(str_from_offset(s, at));
}

/* YYYY-M-D, and behind it whatever; `*at` moves there. */
static bool read_day(int ymd[3], Str s, size_t *at)
{
    enum { YEAR_DIGITS = 4 };
    if (skip(s, 0, char_is_digit) != YEAR_DIGITS)
        return false;
    ymd[0] = 0;
    for (*at = 0; *at < YEAR_DIGITS; (*at)++)
        ymd[0] = ymd[0] * 10 + str_at(s, *at) - '0';
    for (int part = 1; part < 3; part++) {
        if (str_at(s, (*at)++) != '-' || !read_pair(&ymd[part], s, at))
            return false;
    }
    return ymd[1] >= 1 && ymd[1] <= 12 && ymd[2] >= 1 && ymd[2] <= 31;
}

/* A day that its month lacks is no date; Psych moves one with a time into the next month. */
static TreeType read_date(Str s)
{
    int ymd[3];
    size_t at = 0;
    if (!read_day(ymd, s, &at))
        return TREE_STRING;
    if (at == s.len)
        return ymd[2] <= civil_month_days(ymd[0], ymd[1]) ? TREE_DATE : TREE_STRING;
    return is_time(str_from_offset(s, at)) ? TREE_TIME : TREE_STRING;
}

static TreeType read_word(Tree *scalar)
{
    static const struct Word {
        Str word;
        TreeType type;
        bool value;
    } words[] = {
        { STR_INIT(""), TREE_NULL, false },     { STR_INIT("~"), TREE_NULL, false },
        { STR_INIT("null"), TREE_NULL, false }, { STR_INIT("yes"), TREE_BOOL, true },
        { STR_INIT("true"), TREE_BOOL, true },  { STR_INIT("on"), TREE_BOOL, true },
        { STR_INIT("no"), TREE_BOOL, false },   { STR_INIT("false"), TREE_BOOL, false },
        { STR_INIT("off"), TREE_BOOL, false },
    };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (str_eq_nocase(words[i].word, scalar->text)) {
            scalar->boolean = words[i].value;
            return words[i].type;
        }
    }
    return TREE_STRING;
}

static TreeType read_special_real(Tree *scalar)
{
    Str s = scalar->text;
    if (str_eq_nocase(s, STR(".nan")))
        return set_real(scalar, (double)NAN);
    if (!str_eq_nocase(str_from_offset(s, skip_sign(s)), STR(".inf")))
        return TREE_STRING;
    return set_real(scalar, str_at(s, 0) == '-' ? -(double)INFINITY : (double)INFINITY);
}

static TreeType read_number(Tree *scalar)
{
    Str s = scalar->text;
    if (s.len > NUMBER_MAX_BYTES)
        return TREE_STRING;
    TreeType type = read_integer(scalar, s);
    if (type == TREE_STRING)
        type = read_date(s);
    if (type == TREE_STRING && str_find_char(s, ':', 0) != STR_NONE)
        type = read_sexagesimal(scalar, s);
    if (type == TREE_STRING)
        type = read_real(scalar, s);
    return type == TREE_STRING ? read_special_real(scalar) : type;
}

TreeType yaml_resolve(Tree *scalar)
{
    enum { LONGEST_WORD = 5 };
    int c = str_at(scalar->text, 0);
    if (char_is_digit(c) || c == '-' || c == '+' || c == '.')
        scalar->type = read_number(scalar);
    else if (scalar->text.len <= LONGEST_WORD)
        scalar->type = read_word(scalar);
    else
        scalar->type = TREE_STRING;
    return scalar->type;
}
