/* tests/liquid/eval_test.c */
#include "tests/liquid/support.h"

static void looks_into_values(void **state)
{
    static const RenderCase cases[] = {
        { "{{ page.title }}{{ page['title'].size }}", "Hello World11" },
        { "{{ page.tags[0] }}{{ page.tags[-1] }}{{ page.tags[9] }}{{ page.tags['0'] }}", "bC" },
        { "{{ page.size }}", "99" },
        { "{{ page.tags.size }}{{ people.first.name }}{{ people.last.name }}{{ hash.first }}", "3BoCykv" },
        { "{{ page.n.size }}{{ hash['size'] }}|{{ hash.size }}", "8|3" },
        { "{{ page.tags[page.nope] }}{{ page.nope.nope }}{{ nope[0] }}", "" },
        { "{% assign k = 'title' %}{{ page[k] }}{{ ['page'].title }}", "Hello WorldHello World" },
        { "{% assign i = '1' | plus: 0 %}{{ page.tags[i] }}", "a" },
        { "{% assign a = 'x' %}{% assign h-y = a %}{{ h-y }}", "x" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void reads_literals(void **state)
{
    static const RenderCase cases[] = {
        { "{{ 'a\"b' }}{{ \"a'b\" }}{{ 'a\\n' }}", "a\"ba'ba\\n" },
        { "{{ -5 }}{{ 1.50 }}{{ true }}{{ nil }}{{ null }}{{ empty }}{{ blank }}", "-51.5true" },
        { "{{ (1..3) }}{{ (1 .. page.n) | join: ',' }}", "1..31,2,3,4,5" },
        { "{{ 99999999999999999999 }}", "99999999999999999999" },
        { "{{ }}", "" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void compares(void **state)
{
    static const RenderCase cases[] = {
        { "{% if 1 == 1.0 %}y{% endif %}{% if '1' == 1 %}n{% endif %}", "y" },
        { "{% if nothing < 1 or 1 > nothing or hash > 1 %}n{% else %}y{% endif %}", "y" },
        { "{% if 'abc' < 'abd' and 2 <> 3 and 2 >= 2.0 %}y{% endif %}", "y" },
        { "{% if '' == empty and empty_list == empty %}y{% endif %}{% if nothing == empty %}n{% endif %}", "y" },
        { "{% if '' == blank or nothing == blank %}n{% else %}y{% endif %}{% if '' != blank %}y{% endif %}", "yy" },
        { "{% if page.tags contains 'a' and text contains 'two' and hash contains 'k' %}y{% endif %}", "y" },
        { "{% if (1..5) contains 3 %}y{% endif %}{% if nothing contains 'a' %}n{% endif %}", "y" },
        { "{% if 0 and '' and empty_list %}y{% endif %}", "y" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void binds_and_and_or_to_the_right(void **state)
{
    static const RenderCase cases[] = {
        { "{% if false and false or true %}y{% else %}n{% endif %}", "n" },
        { "{% if true or false and false %}y{% else %}n{% endif %}", "y" },
        { "{% if true and false or true %}y{% else %}n{% endif %}", "y" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void ignores_what_the_lax_parser_ignores(void **state)
{
    static const RenderCase cases[] = {
        { "{{ text foo | upcase }}", "ONE TWO THREE" },
        { "{{ 'a' | append: 'b' 'c' }}", "ab" },
        { "{% if page.tags | size > 9 %}y{% endif %}", "y" },
        { "{% if !nothing %}y{% else %}n{% endif %}", "n" },
        { "{% if (page.n == 5 or no) %}y{% endif %}", "y" },
        { "{% for t in page.tags | limit: 2 %}{{ t }}{% endfor %}", "ba" },
        { "{{ hash.k.}}{{ text\" }}", "vone two three" },
        { "{% if page.n = 5 %}{% endif %}", "" },
        { "{% if page.n = 5 %}x{% endif %}", "Liquid error (line 1): Unknown operator =" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void fails_as_ruby_does(void **state)
{
    static const RenderCase cases[] = {
        { "{% if 1 < 'a' %}x{% endif %}", "Liquid error (line 1): comparison of Integer with String failed" },
        { "\n{% if 'a' < 1 %}x{% endif %}", "\nLiquid error (line 2): comparison of String with 1 failed" },
        { "{{ 'a' | append }}", "Liquid error (line 1): wrong number of arguments (given 1, expected 2)" },
        { "{{ 1 | round: (1.5..x), 2, 3 }}", "Liquid error (line 1): invalid integer" },
        { "{{ 1 | round: 1, 2 }}", "Liquid error (line 1): wrong number of arguments (given 3, expected 1..2)" },
        { "{{ 'a' | slice: 'x' }}|{{ 1 | divided_by: 0 }}",
          "Liquid error (line 1): invalid integer|Liquid error (line 1): divided by 0" },
        { "{% assign x = 1 | modulo: 0 %}[{{ x }}]", "[]" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void names_the_missing_variable_when_asked(void **state)
{
    Scratch *scratch = *state;
    LiquidInput input = test_input(scratch);
    input.strict_variables = input.strict_filters = true;
    const char *text = "a{{ page.title }}{{ page.nope.x }}b";
    assert_str(test_render_with(scratch, &input, text), "aHello Worldb");
    assert_diag(&scratch->diags, "liquid-error", text, "{{ page.nope.x }}", "undefined variable nope");
}

static void lets_values_through_unknown_filters(void **state)
{
    Scratch *scratch = *state;
    LiquidInput input = test_input(scratch);
    assert_str(test_render_with(scratch, &input, "{{ 'a' | nope: 1 | upcase }}"), "A");
    assert_int_equal(scratch->diags.errors, 1);
    input.strict_filters = true;
    assert_str(test_render_with(scratch, &input, "{{ 'a' | nope }}"), "");
    assert_int_equal(scratch->diags.errors, 3);
}

TEST_MAIN(TEST(looks_into_values), TEST(reads_literals), TEST(compares), TEST(binds_and_and_or_to_the_right),
          TEST(ignores_what_the_lax_parser_ignores), TEST(fails_as_ruby_does),
          TEST(names_the_missing_variable_when_asked), TEST(lets_values_through_unknown_filters))
