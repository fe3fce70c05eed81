/* tests/liquid/lexer_test.c */
#include "liquid/lexer.h"

#include "tests/liquid/support.h"

static Lexer lexer_of(const char *text)
{
    return (Lexer){ .text = str_from(text), .end = strlen(text) };
}

static void parts_text_outputs_and_tags(void **state)
{
    (void)state;
    const char *text = "a{{ x }}b{%- if y -%}";
    Lexer lexer = lexer_of(text);
    const PieceKind kinds[] = { PIECE_TEXT, PIECE_OUTPUT, PIECE_TEXT, PIECE_TAG, PIECE_END };
    const char *parts[] = { "a", "{{ x }}", "b", "{%- if y -%}", "" };
    const char *markups[] = { "", "x", "", "y", "" };

    for (size_t i = 0; i < 5; i++) {
        Piece piece = lexer_next(&lexer);
        assert_int_equal(piece.kind, kinds[i]);
        assert_str(str_slice(str_from(text), piece.start, piece.end), parts[i]);
        assert_str(str_slice(str_from(text), piece.markup_start, piece.markup_end), markups[i]);
        assert_int_equal(piece.trim_left, i == 3);
        assert_int_equal(piece.trim_right, i == 3);
    }
}

static void ends_at_the_first_closer_whatever_the_quotes(void **state)
{
    (void)state;
    Lexer lexer = lexer_of("{{ \"}}\" }}{% a \"%}\" %}");
    Piece output = lexer_next(&lexer);
    assert_int_equal(output.end, 6);
    lexer.at = 10;
    Piece tag = lexer_next(&lexer);
    assert_int_equal(tag.end, 18);
}

static void finds_what_is_not_closed(void **state)
{
    (void)state;
    Lexer lexer = lexer_of("{{ a } b {% c");
    Piece output = lexer_next(&lexer);
    assert_int_equal(output.kind, PIECE_UNCLOSED);
    assert_int_equal(output.end, 6);
    assert_int_equal(lexer_next(&lexer).kind, PIECE_TEXT);
    Piece tag = lexer_next(&lexer);
    assert_int_equal(tag.kind, PIECE_UNCLOSED);
    assert_int_equal(tag.end, 11);
}

static void knows_tags_without_a_name(void **state)
{
    (void)state;
    const char *texts[] = { "{%%}", "{% %}", "{%-%}", "{%--%}", "{% . %}" };
    for (size_t i = 0; i < 5; i++) {
        Lexer lexer = lexer_of(texts[i]);
        assert_int_equal(lexer_next(&lexer).kind, PIECE_NAMELESS);
    }
}

static void reads_one_tag_a_line(void **state)
{
    (void)state;
    const char *text = "\n  echo x \r\n\n\tassign a = 1";
    Lexer lexer = lexer_of(text);
    lexer.lines = true;
    const char *names[] = { "echo", "assign" };
    const char *markups[] = { "x", "a = 1" };

    for (size_t i = 0; i < 2; i++) {
        Piece piece = lexer_next(&lexer);
        assert_str(str_slice(str_from(text), piece.name_start, piece.name_end), names[i]);
        assert_str(str_slice(str_from(text), piece.markup_start, piece.markup_end), markups[i]);
    }
    assert_int_equal(lexer_next(&lexer).kind, PIECE_END);
}

TEST_MAIN(TEST(parts_text_outputs_and_tags), TEST(ends_at_the_first_closer_whatever_the_quotes),
          TEST(finds_what_is_not_closed), TEST(knows_tags_without_a_name), TEST(reads_one_tag_a_line))
