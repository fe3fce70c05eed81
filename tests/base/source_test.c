/* tests/base/source_test.c */
#include "base/places.h"
#include "base/utf8.h"
#include "tests/support.h"

static void assert_place(Located text, const char *part, uint32_t line, uint32_t column)
{
    size_t at = str_find(text.str, str_from(part), 0);
    Place place = source_place(text.span.source, (uint32_t)at);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void counts_lines_and_code_points(void **state)
{
    (void)state;
    Located text = located("one\r\nzwei \xc3\xa9\xe2\x82\xac X\n\nlast");

    assert_place(text, "one", 1, 1);
    assert_place(text, "X", 2, 9);
    assert_place(text, "last", 4, 1);
    assert_str(source_line(text.span.source, 1), "one");
    assert_str(source_line(text.span.source, 3), "");
    assert_str(source_line(text.span.source, 4), "last");
    assert_str(source_line(text.span.source, 5), "");
}

static void follows_made_text_back(void **state)
{
    Scratch *scratch = *state;
    Located text = located("Hi {{ name }}, bye");
    Places places = { .arena = &scratch->arena };

    places_add(&places, 0, span_part(text.span, 0, 3), true);   /* "Hi " */
    places_add(&places, 3, span_part(text.span, 3, 13), false); /* "Ann" */
    places_add(&places, 6, span_part(text.span, 13, 18), true); /* ", bye" */
    assert_str(source_text(places_find(&places, 0, 2)), "Hi");
    assert_str(source_text(places_find(&places, 4, 5)), "{{ name }}");
    assert_str(source_text(places_find(&places, 8, 11)), "bye");
    assert_str(source_text(places_find(&places, 1, 5)), "i {{ name }}");
}

static void refuses_what_is_not_utf8(void **state)
{
    (void)state;
    assert_true(utf8_find_invalid(STR("plain, \xc3\xa9, \xf0\x9f\x98\x80, and more text")) == STR_NONE);
    assert_int_equal(utf8_find_invalid(STR("Latin 1: caf\xe9.......")), 12);
    assert_int_equal(utf8_find_invalid(STR("\xc0\x80")), 0);         /* overlong */
    assert_int_equal(utf8_find_invalid(STR("a\xed\xa0\x80")), 1);    /* a surrogate */
    assert_int_equal(utf8_find_invalid(STR("\xf4\x90\x80\x80")), 0); /* past U+10FFFF */
    assert_int_equal(utf8_find_invalid(STR("ab\xe2\x82")), 2);       /* cut short */
}

TEST_MAIN(TEST(counts_lines_and_code_points), TEST(follows_made_text_back), TEST(refuses_what_is_not_utf8))
