/* tests/liquid/number_test.c - number.c, number_text.c, filters_math.c */
#include <math.h>

#include "liquid/number.h"
#include "tests/liquid/support.h"

static void calculates_in_decimals(void **state)
{
    static const RenderCase cases[] = {
        { "{{ 0.1 | plus: 0.2 }} {{ 1.1 | times: 1.1 }} {{ 10.1 | minus: 2.2 }}", "0.3 1.21 7.9" },
        { "{{ '12.50' | plus: 1 }} {{ '3.5abc' | plus: 1 }} {{ '1e3' | plus: 0 }} {{ nothing | plus: 2 }}",
          "13.5 4 1 2" },
        { "{{ 1 | divided_by: 3.0 }} {{ 2.0 | divided_by: 3 }} {{ 9.0 | divided_by: 2 }}",
          "0.3333333333333333 0.6666666666666666 4.5" },
        { "{{ 1000000000000.5 | plus: 0.0001 }} {{ 1 | minus: 0.9999999999999999 }}", "1000000000000.5001 1.0e-16" },
        { "{{ 100000000000000000000.0 | plus: 1 }} {{ 0.00001 | times: 1 }}", "1.0e+20 1.0e-05" },
        { "{{ -0.5 | plus: 0.5 }} {{ 5 | times: 0.0 }} {{ 2 | times: -2.5 }}", "0.0 0.0 -5.0" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void divides_downwards(void **state)
{
    static const RenderCase cases[] = {
        { "{{ -7 | divided_by: 2 }} {{ 7 | divided_by: -2 }} {{ 7 | divided_by: 2 }}", "-4 -4 3" },
        { "{{ -7 | modulo: 3 }} {{ 7 | modulo: -3 }} {{ 7.5 | modulo: -2 }} {{ -7.5 | modulo: 2 }}", "2 -2 -0.5 0.5" },
        { "{{ 1 | divided_by: 0 }}", "Liquid error (line 1): divided by 0" },
        { "{{ 1.0 | divided_by: 0 }} {{ -1 | divided_by: 0.0 }} {{ 0.0 | divided_by: 0 }}", "Infinity -Infinity NaN" },
        { "{{ 1e3 | modulo: 7 }}{{ 100000000000000000000000000000.5 | modulo: 7 }}", "05.0" },
        { "{{ 5 | modulo: 100000000000000000000000000000.5 }}", "5.0" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void rounds_half_away_from_zero(void **state)
{
    static const RenderCase cases[] = {
        { "{{ 2.5 | round }} {{ -2.5 | round }} {{ 1.005 | round: 2 }} {{ 5.666 | round: '1' }}", "3 -3 1.01 5.7" },
        { "{{ 125 | round: -1 }} {{ 5 | round: 3 }} {{ 123.5 | round: -1 }} {{ 0.4 | round: -3 }}", "130 5 120 0" },
        { "{{ 1.2 | ceil }} {{ -1.2 | ceil }} {{ 1.8 | floor }} {{ -1.2 | floor }} {{ '2.5' | ceil }}", "2 -1 1 -2 3" },
        { "{{ -5 | abs }} {{ -1.5 | abs }} {{ 'x' | abs }}", "5 1.5 0" },
        { "{{ 5 | at_least: 8 }} {{ 5.5 | at_most: 5 }} {{ 5 | at_most: 5.5 }} {{ 'a' | at_least: -1 }}", "8 5 5 0" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void counts_beyond_64_bits(void **state)
{
    static const RenderCase cases[] = {
        { "{{ 9223372036854775807 | plus: 1 }} {{ 9223372036854775808 | minus: 1 }}",
          "9223372036854775808 9223372036854775807" },
        { "{{ 4611686018427387904 | times: 4 }} {{ 1 | minus: -9223372036854775807 }}",
          "18446744073709551616 9223372036854775808" },
        { "{{ '123456789012345678901234567890' | plus: 1 }} {{ -99999999999999999999 | abs }}",
          "123456789012345678901234567891 99999999999999999999" },
        { "{{ -99999999999999999999 | divided_by: 7 }} {{ -99999999999999999999 | modulo: 1000 }}",
          "-14285714285714285715 1" },
        { "{{ 100000000000000000000.0 | ceil }} {{ 99999999999999999999 | round: -3 }} {{ -15 | round: -1 }}",
          "100000000000000000000 100000000000000000000 -20" },
        { "{{ 99999999999999999999 | plus: 0.5 }} {{ 99999999999999999999 | size }}", "1.0e+20 9" },
        { "{% if 99999999999999999999 > 9223372036854775807 %}a{% endif %}"
          "{% if 99999999999999999999 == 99999999999999999999 %}b{% endif %}"
          "{% if 99999999999999999999 < 2.5 %}{% else %}c{% endif %}",
          "abc" },
        { "{% for i in (1..2) limit: 99999999999999999999 %}{{ i }}{% endfor %}", "12" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void becomes_a_float_behind_38_digits(void **state)
{
    static const RenderCase cases[] = {
        { "{{ 99999999999999999999999999999999999999 | minus: 1 }}", "99999999999999999999999999999999999998" },
        { "{{ 99999999999999999999999999999999999999 | times: 10 }}", "1.0e+39" },
        { "{{ 999999999999999999999999999999999999999 }}", "1.0e+39" },
        { "{{ -99999999999999999999 | times: 99999999999999999999 }}", "-1.0e+40" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void assert_float(Scratch *scratch, double real, const char *expected)
{
    Buf buf = { .arena = &scratch->arena };
    number_put_float(&buf, real);
    assert_str(buf_str(&buf), expected);
}

static void prints_floats_as_ruby_does(void **state)
{
    Scratch *scratch = *state;
    assert_float(scratch, 3.0, "3.0");
    assert_float(scratch, -0.0, "-0.0");
    assert_float(scratch, 1e14, "100000000000000.0");
    assert_float(scratch, 1e15, "1.0e+15");
    assert_float(scratch, 1e16, "1.0e+16");
    assert_float(scratch, 1234567890123456.5, "1234567890123456.5");
    assert_float(scratch, 0.0001, "0.0001");
    assert_float(scratch, 0.00001234, "1.234e-05");
    assert_float(scratch, 5e-324, "5.0e-324");
    assert_float(scratch, 1.7976931348623157e308, "1.7976931348623157e+308");
    assert_float(scratch, (double)NAN, "NaN");
    assert_float(scratch, -HUGE_VAL, "-Infinity");
}

static void reads_integers_as_ruby_does(void **state)
{
    static const struct {
        const char *text;
        bool whole;
        int64_t value;
    } cases[] = {
        { " 42 ", true, 42 }, { "-1_000", true, -1000 }, { "0x1F", true, 31 }, { "0b11", true, 3 },
        { "017", true, 15 },  { "0", true, 0 },          { "", false, 0 },     { "4.0", false, 0 },
        { "1__0", false, 0 }, { "x", false, 0 },         { "- 1", false, 0 },  { "08", false, 0 },
        { "0.1", false, 0 },  { "-0.0", false, 0 },      { "0o17", true, 15 }, { "0.", false, 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int64_t value = 0;
        assert_int_equal(number_strict_int(&value, str_from(cases[i].text)), cases[i].whole);
        if (cases[i].whole)
            assert_int_equal(value, cases[i].value);
    }
    assert_int_equal(number_leading_int(STR(" -12ab")), -12);
    assert_true(number_leading_int(STR("99999999999999999999")) == INT64_MAX);
}

TEST_MAIN(TEST(calculates_in_decimals), TEST(divides_downwards), TEST(rounds_half_away_from_zero),
          TEST(counts_beyond_64_bits), TEST(becomes_a_float_behind_38_digits), TEST(prints_floats_as_ruby_does),
          TEST(reads_integers_as_ruby_does))
