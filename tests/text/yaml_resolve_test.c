#include <math.h>

#include "base/buf.h"
#include "tests/support.h"
#include "text/yaml.h"

static Tree resolve(const char *text)
{
    Tree scalar = { .text = str_from(text) };
    TreeType type = yaml_resolve(&scalar);
    assert_int_equal(type, scalar.type);
    assert_str(scalar.text, text);
    return scalar;
}

static void expect_types(const char *const *texts, TreeType type)
{
    for (; *texts != NULL; texts++) {
        Tree scalar = resolve(*texts);
        if (scalar.type != type)
            print_error("\"%s\" has type %d\n", *texts, (int)scalar.type);
        assert_int_equal(scalar.type, type);
    }
}

static void most_text_is_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Hello",     "y",    "n",     "nope",    "yes!",  "1.2.3",   "2.0-beta",   "08",         "1e3",
        "1.5e3",     "0o10", "-",     "--",      "+",     ".",       "...",        "1,,0",       "1_",
        "0xG",       "0x",   "12:60", "1:2:3:4", ":a",    "12:",     "2024-02-30", "2024-13-01", "2024-08",
        "24-08-06",  "-a",   "nulls", ".info",   "0b2",   "2024-8-", "06/08/2024", "~ ",         "1 2",
        "20 August", "3rd",  "1.e3",  "_1",      "truely"
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        expect_types((const char *const[]){ texts[i], NULL }, TREE_STRING);
}

static void knows_null_and_truth(void **state)
{
    (void)state;
    expect_types((const char *const[]){ "", "~", "null", "Null", "NULL", NULL }, TREE_NULL);
    expect_types((const char *const[]){ "yes", "No", "TRUE", "false", "on", "Off", NULL }, TREE_BOOL);
    assert_true(resolve("yes").boolean && resolve("TRUE").boolean && resolve("On").boolean);
    assert_false(resolve("no").boolean || resolve("False").boolean || resolve("OFF").boolean);
}

static void expect_integer(const char *text, int64_t expected)
{
    Tree scalar = resolve(text);
    assert_int_equal(scalar.type, TREE_INT);
    assert_true(scalar.integer == expected);
}

static void reads_integers(void **state)
{
    (void)state;
    expect_integer("0", 0);
    expect_integer("-12", -12);
    expect_integer("+7", 7);
    expect_integer("1_000", 1000);
    expect_integer("1,234,567", 1234567);
    expect_integer("0x1f", 31);
    expect_integer("-0xFF", -255);
    expect_integer("010", 8);
    expect_integer("0b101", 5);
    expect_integer("12:30", 750);
    expect_integer("1:2:3", 3723);
    expect_integer("-1:30", -90);
    expect_integer("9223372036854775807", INT64_MAX);
    expect_integer("-9223372036854775808", INT64_MIN);
}

static void expect_real(const char *text, double expected)
{
    Tree scalar = resolve(text);
    assert_int_equal(scalar.type, TREE_FLOAT);
    assert_true(fabs(scalar.real - expected) <= fabs(expected) * 1e-12);
}

static void reads_reals(void **state)
{
    (void)state;
    expect_real("1.5", 1.5);
    expect_real("-.5", -0.5);
    expect_real("1.", 1);
    expect_real("1_000.25", 1000.25);
    expect_real("1.5e+3", 1500);
    expect_real("2.5E-1", 0.25);
    expect_real("1:2:3.5", 3723.5);
    expect_real("9223372036854775808", 9223372036854775808.0);
    expect_real("-0xFFFFFFFFFFFFFFFFFF", -4722366482869645213695.0);
    assert_true(isinf(resolve(".inf").real) && resolve("-.INF").real < 0);
    assert_int_equal(resolve("+.Inf").type, TREE_FLOAT);
    assert_true(isnan(resolve(".NaN").real));
}

static void tells_dates_and_times(void **state)
{
    (void)state;
    expect_types((const char *const[]){ "2024-08-06", "2024-8-6", "2000-02-29", "0001-01-01", NULL }, TREE_DATE);
    expect_types((const char *const[]){ "2024-08-06T09:05:00Z", "2024-08-06 9:05:00", "2024-08-06t09:05:00.25-05:00",
                                        "2024-08-06 09:05:00 +0000", "2024-08-06   09:05:00 Z", "2024-08-06 09:05:00+1",
                                        NULL },
                 TREE_TIME);
    expect_types((const char *const[]){ "2024-08-06 9:05", "2024-08-06T25:00:00", "2024-08-06 09:05:00 UTC",
                                        "2024-08-06 09:61:00", "2024-08-06 09:05:00 +", "2024-08-06T", NULL },
                 TREE_STRING);
}

static void survives_endless_digits(void **state)
{
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena };
    Tree scalar = { 0 };

    buf_put_repeated(&text, '9', 390);
    scalar.text = buf_str(&text);
    assert_int_equal(yaml_resolve(&scalar), TREE_FLOAT);
    buf_put_repeated(&text, '9', 100000);
    scalar.text = buf_str(&text);
    assert_int_equal(yaml_resolve(&scalar), TREE_STRING);
}

TEST_MAIN(TEST(most_text_is_text), TEST(knows_null_and_truth), TEST(reads_integers), TEST(reads_reals),
          TEST(tells_dates_and_times), TEST(survives_endless_digits))
