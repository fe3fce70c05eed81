/* tests/liquid/parser_test.c */
#include "tests/liquid/support.h"

static void leaves_text_without_liquid_alone(void **state)
{
    static const RenderCase cases[] = { { "", "" }, { "a { b } %} }}\r\nü", "a { b } %} }}\r\nü" } };
    ASSERT_RENDERS(*state, cases);
    assert_false(liquid_is_needed(STR("a { b } %} }}")));
    assert_true(liquid_is_needed(STR("a {{b")));
    assert_true(liquid_is_needed(STR("{%")));
}

static void trims_only_the_text_beside_a_hyphen(void **state)
{
    static const RenderCase cases[] = {
        { "a \n{{- 1 -}}\t\r\n b", "a1b" },
        { "a {%- if true -%} b {%- endif -%} c", "abc" },
        { "a {% if true -%} b {% endif %} c", "a b  c" },
        { " {{ ' x ' }}{{- ' y ' }}", "  x  y " },
        { "a {% comment %}x{% endcomment %}{{- 1 }}", "a 1" },
        { "{{ 1 -}} {{ 2 }}", "12" },
        { "{{-1-}}", "1" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void prints_nothing_for_blocks_of_white_space(void **state)
{
    static const RenderCase cases[] = {
        { "!{% if true %} \n {% endif %}!", "!!" },
        { "!{% for i in (1..3) %} {% assign x = i %} {% endfor %}!{{ x }}", "!!3" },
        { "!{% if true %} {% comment %}c{% endcomment %} {% else %} {% endif %}!", "!!" },
        { "!{% if true %} {% else %}x{% endif %}!", "! !" },
        { "!{% if true %} {{ '' }} {% endif %}!", "!  !" },
        { "!{% if true %} {% if true %} {% endif %} {% endif %}!", "!!" },
        { "!{% if true %} {% increment q %} {% endif %}!", "! 0 !" },
        { "!{% case 1 %} x {% when 1 %} {% endcase %}!", "! !" },
        { "!{% unless no %} {% capture c %} {% endcapture %} {% endunless %}!", "!!" },
        { "!{% if true %} {% raw %} {% endraw %} {% endif %}!", "!   !" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void takes_one_tag_a_line_in_liquid(void **state)
{
    static const RenderCase cases[] = {
        { "{% liquid\n assign x = 2\r\n if x == 2\n echo x | plus: 1\n endif\n %}", "3" },
        { "a {%- liquid echo 'b' -%} c", "abc" },
        { "{% liquid liquid echo 'n' %}", "n" },
        { "{% liquid %}", "" },
        { "{% liquid\n if false\n comment\n else\n endcomment\n endif\n %}", "" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void refuses_what_passes_its_depth(void **state)
{
    Scratch *scratch = *state;
    Buf buf = { .arena = &scratch->arena };
    for (int i = 0; i < 101; i++)
        buf_put(&buf, STR("{% if true %}"));
    buf_put_char(&buf, '\0');
    assert_null(test_parse(scratch, buf.data, LIQUID_LAX));
    assert_int_equal(scratch->diags.len, 1);
    assert_rule(&scratch->diags, "liquid-limit");
}

static void reads_the_lines_of_liquid_without_end(void **state)
{
    Scratch *scratch = *state;
    Buf buf = { .arena = &scratch->arena };
    buf_put(&buf, STR("{%"));
    for (int i = 0; i < 10000; i++)
        buf_put(&buf, STR(" liquid"));
    buf_put(&buf, STR(" %}"));
    buf_put_char(&buf, '\0');
    assert_null(test_parse(scratch, buf.data, LIQUID_LAX));
    assert_rule(&scratch->diags, "liquid-limit");
}

TEST_MAIN(TEST(leaves_text_without_liquid_alone), TEST(trims_only_the_text_beside_a_hyphen),
          TEST(prints_nothing_for_blocks_of_white_space), TEST(takes_one_tag_a_line_in_liquid),
          TEST(refuses_what_passes_its_depth), TEST(reads_the_lines_of_liquid_without_end))
