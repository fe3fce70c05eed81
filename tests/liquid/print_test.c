/* tests/liquid/print_test.c - print.c, compare.c */
#include "tests/liquid/support.h"

static void prints_as_ruby_does(void **state)
{
    static const RenderCase cases[] = {
        { "{{ hash }}", "{\"k\"=>\"v\", \"n\"=>nil, \"a\"=>[1, \"x\"]}" },
        { "{{ page.tags }}{{ hash.a }}{{ nothing }}{{ no }}{{ page.f }}{{ empty_list }}", "baC1xfalse2.5" },
        { "{% assign l = hash.a | concat: page.tags %}{{ l }}", "1xbaC" },
        { "{{ people | last }}{{ (1..3) }}", "{\"name\"=>\"Cy\"}1..3" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void assert_inspected(Scratch *scratch, LiquidValue value, const char *expected)
{
    Buf buf = { .arena = &scratch->arena };
    liquid_inspect(&buf, value, NULL);
    assert_str(buf_str(&buf), expected);
}

static void shows_text_with_escapes(void **state)
{
    Scratch *scratch = *state;
    assert_inspected(scratch, liquid_string(STR("a\"b\\c\n\t\x1b\x01\x7f")), "\"a\\\"b\\\\c\\n\\t\\e\\u0001\\x7F\"");
    assert_inspected(scratch, liquid_string(STR("#{x} #y #$z Größe")), "\"\\#{x} #y \\#$z Größe\"");
    assert_inspected(scratch, liquid_nil(), "nil");
}

static void shows_times(void **state)
{
    Scratch *scratch = *state;
    LiquidTime time = { .unix_s = 1709632800, .offset_s = 32400 };
    assert_inspected(scratch, liquid_time(time, &scratch->arena), "2024-03-05 19:00:00 +0900");
    LiquidTime utc = { .unix_s = 1709632800, .is_utc = true };
    assert_inspected(scratch, liquid_time(utc, &scratch->arena), "2024-03-05 10:00:00 UTC");
    LiquidTime date = { .unix_s = 1704153600, .is_date = true };
    assert_inspected(scratch, liquid_time(date, &scratch->arena),
                     "#<Date: 2024-01-02 ((2460312j,0s,0n),+0s,2299161j)>");
}

/* `levels` arrays, each of which holds the one before twice: 2 to the power of `levels` items. */
static LiquidValue twice_over(Scratch *scratch, int levels)
{
    LiquidValue value = liquid_int(1);
    for (int i = 0; i < levels; i++) {
        LiquidValue *items = ARENA_ARRAY(&scratch->arena, LiquidValue, 2);
        items[0] = items[1] = value;
        value = liquid_array(items, 2, &scratch->arena);
    }
    return value;
}

static void ends_with_values_that_hold_one_another(void **state)
{
    Scratch *scratch = *state;
    Buf buf = { .arena = &scratch->arena };
    int order;
    liquid_put(&buf, twice_over(scratch, 60), NULL);
    assert_true(buf.len <= 1000000);
    assert_false(liquid_equal(twice_over(scratch, 60), twice_over(scratch, 60)));
    assert_false(liquid_compare(&order, twice_over(scratch, 60), twice_over(scratch, 60)));
    liquid_put(&buf, twice_over(scratch, 5000), NULL);
}

static void orders_what_can_be_ordered(void **state)
{
    int order = 9;
    (void)state;
    assert_true(liquid_compare(&order, liquid_int(2), liquid_float(1.5)));
    assert_int_equal(order, 1);
    assert_true(liquid_compare(&order, liquid_string(STR("a")), liquid_string(STR("ab"))));
    assert_int_equal(order, -1);
    assert_true(liquid_compare(&order, liquid_int(INT64_MAX), liquid_float(9223372036854775808.0)));
    assert_int_equal(order, -1);
    assert_false(liquid_compare(&order, liquid_int(1), liquid_string(STR("1"))));
    assert_false(liquid_compare(&order, liquid_nil(), liquid_int(1)));
    assert_true(liquid_equal(liquid_int(1), liquid_float(1.0)));
    assert_false(liquid_equal(liquid_int(1), liquid_string(STR("1"))));
    assert_string_equal(liquid_class_name(liquid_bool(true)), "TrueClass");
}

TEST_MAIN(TEST(prints_as_ruby_does), TEST(shows_text_with_escapes), TEST(shows_times),
          TEST(ends_with_values_that_hold_one_another), TEST(orders_what_can_be_ordered))
