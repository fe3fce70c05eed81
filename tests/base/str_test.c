/* tests/base/str_test.c */
#include "base/str.h"
#include "tests/support.h"

static void splits_at_each_separator(void **state)
{
    (void)state;
    Str rest = STR("a,,b,");
    Str part;
    const char *expected[] = { "a", "", "b", "" };

    for (size_t i = 0; i < 4; i++) {
        assert_true(str_split(&part, &rest, ','));
        assert_str(part, expected[i]);
    }
    assert_false(str_split(&part, &rest, ','));
}

static void finds_and_slices(void **state)
{
    (void)state;
    Str text = STR("one two one");

    assert_int_equal(str_find(text, STR("one"), 1), 8);
    assert_true(str_find(text, STR("three"), 0) == STR_NONE);
    assert_int_equal(str_find_last_char(text, ' '), 7);
    assert_str(str_slice(text, 4, 7), "two");
    assert_str(str_slice(text, 8, 99), "one");
    assert_str(str_slice(text, 5, 2), "");
    assert_str(str_trim(STR(" \t a b\r\n")), "a b");
}

static void counts_edits(void **state)
{
    (void)state;
    assert_int_equal(str_distance(STR("title"), STR("ttile"), 3), 1);
    assert_int_equal(str_distance(STR("author"), STR("authro"), 3), 1);
    assert_int_equal(str_distance(STR("Author"), STR("author"), 3), 0);
    assert_int_equal(str_distance(STR("tags"), STR("tag"), 3), 1);
    assert_int_equal(str_distance(STR("excerpt"), STR("layout"), 3), 4);
}

static void orders_by_bytes(void **state)
{
    (void)state;
    assert_true(str_cmp(STR("a"), STR("b")) < 0);
    assert_true(str_cmp(STR("a"), STR("ab")) < 0);
    assert_true(str_cmp(STR("é"), STR("z")) > 0);
    assert_int_equal(str_cmp(STR("a"), STR("a")), 0);
}

static void finds_a_word_among_sorted_ones(void **state)
{
    static const char *const words[] = { "Z", "a", "ab", "b" };

    (void)state;
    for (size_t i = 0; i < 4; i++)
        assert_true(str_is_among(str_from(words[i]), words, 4));
    assert_false(str_is_among(STR("aa"), words, 4));
    assert_false(str_is_among(STR("z"), words, 4));
    assert_false(str_is_among(STR("b"), words, 3));
    assert_false(str_is_among(STR(""), words, 0));
}

static void gives_an_end_that_is_no_byte(void **state)
{
    (void)state;
    assert_int_equal(str_at((Str){ "\0", 1 }, 0), 0);
    assert_int_equal(str_at((Str){ "\0", 1 }, 1), STR_END);
    assert_int_equal(str_at(STR("\xff"), 0), 255);
}

static void compares_digits_alone(void **state)
{
    (void)state;
    assert_true(str_same_digits(STR("issue 12"), STR("Issue no. 12")));
    assert_false(str_same_digits(STR("issue 12"), STR("issue 13")));
    assert_false(str_same_digits(STR("issue 12"), STR("issue 1")));
    assert_true(str_same_digits(STR(""), STR("none")));
}

TEST_MAIN(TEST(compares_digits_alone), TEST(splits_at_each_separator), TEST(finds_and_slices), TEST(counts_edits),
          TEST(orders_by_bytes), TEST(finds_a_word_among_sorted_ones), TEST(gives_an_end_that_is_no_byte))
