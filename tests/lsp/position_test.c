/* tests/lsp/position_test.c */
#include "lsp/position.h"

#include "tests/support.h"

static PositionText text_of(const char *text, PositionEncoding encoding)
{
    return position_text(located(text).span.source, encoding);
}

static void assert_both_ways(const PositionText *text, size_t offset, uint32_t line, uint32_t character)
{
    Position position = position_of(text, offset);
    assert_int_equal(position.line, line);
    assert_int_equal(position.character, character);
    assert_int_equal(position_offset(text, position), offset);
}

static void counts_units_of_utf_16(void **state)
{
    PositionText text = text_of("a😀b\né𝄞x", POSITION_UTF16);
    (void)state;

    assert_both_ways(&text, 0, 0, 0);
    assert_both_ways(&text, 1, 0, 1);
    assert_both_ways(&text, 5, 0, 3); /* behind the emoji: two units */
    assert_both_ways(&text, 6, 0, 4);
    assert_both_ways(&text, 7, 1, 0);
    assert_both_ways(&text, 9, 1, 1);
    assert_both_ways(&text, 13, 1, 3);
    assert_both_ways(&text, 14, 1, 4);
}

static void counts_bytes_where_that_was_agreed(void **state)
{
    PositionText text = text_of("a😀b\né", POSITION_UTF8);
    (void)state;

    assert_both_ways(&text, 5, 0, 5);
    assert_both_ways(&text, 9, 1, 2);
}

static void takes_the_start_of_a_character_for_what_is_within_it(void **state)
{
    PositionText wide = text_of("a😀b", POSITION_UTF16), bytes = text_of("a😀b", POSITION_UTF8);
    (void)state;

    assert_int_equal(position_offset(&wide, (Position){ 0, 2 }), 1);
    assert_int_equal(position_offset(&bytes, (Position){ 0, 3 }), 1);
    assert_int_equal(position_of(&wide, 3).character, 1);
    assert_int_equal(position_of(&bytes, 4).character, 1);
}

static void ends_lines_at_lf_cr_lf_and_cr(void **state)
{
    PositionText text = text_of("ab\r\ncd\nef\rgh\r", POSITION_UTF16);
    (void)state;

    assert_both_ways(&text, 4, 1, 0);
    assert_both_ways(&text, 7, 2, 0);
    assert_both_ways(&text, 9, 2, 2);
    assert_both_ways(&text, 10, 3, 0);
    assert_both_ways(&text, 12, 3, 2);
    assert_both_ways(&text, 13, 4, 0);
}

static void keeps_what_is_too_far_within_line_and_text(void **state)
{
    PositionText text = text_of("ab\r\ncd", POSITION_UTF16), cr = text_of("ab\rcd", POSITION_UTF16);
    (void)state;

    assert_int_equal(position_offset(&text, (Position){ 0, 99 }), 2);
    assert_int_equal(position_offset(&text, (Position){ 1, 99 }), 6);
    assert_int_equal(position_offset(&text, (Position){ 99, 0 }), 6);
    assert_int_equal(position_offset(&cr, (Position){ 0, 99 }), 2);
    assert_int_equal(position_offset(&cr, (Position){ UINT32_MAX, UINT32_MAX }), 5);
    assert_int_equal(position_of(&text, 99).character, 2);
}

static void an_empty_text_has_one_place(void **state)
{
    PositionText text = text_of("", POSITION_UTF16);
    (void)state;

    assert_both_ways(&text, 0, 0, 0);
    assert_int_equal(position_offset(&text, (Position){ 3, 3 }), 0);
}

TEST_MAIN(TEST(counts_units_of_utf_16), TEST(counts_bytes_where_that_was_agreed),
          TEST(takes_the_start_of_a_character_for_what_is_within_it), TEST(ends_lines_at_lf_cr_lf_and_cr),
          TEST(keeps_what_is_too_far_within_line_and_text), TEST(an_empty_text_has_one_place))
