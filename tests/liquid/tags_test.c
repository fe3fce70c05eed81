/* tests/liquid/tags_test.c - tags_control.c, tags_value.c, tags_verbatim.c, tags_table.c */
#include "tests/liquid/support.h"

static void chooses_branches(void **state)
{
    static const RenderCase cases[] = {
        { "{% if no %}1{% elsif nothing %}2{% elsif page.n %}3{% else %}4{% endif %}", "3" },
        { "{% if no %}1{% else %}2{% elsif true %}3{% endif %}", "2" },
        { "{% unless no %}1{% else %}2{% endunless %}", "1" },
        { "{% unless true %}1{% elsif true %}2{% endunless %}", "2" },
        { "{% if no %}1{% else whatever %}2{% endif %}", "2" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void prints_every_case_that_matches(void **state)
{
    static const RenderCase cases[] = {
        { "{% case page.n %} dropped {% when 1, 2 or 5 %}a{% when 5 %}b{% else %}c{% endcase %}", "ab" },
        { "{% case page.n %}{% when 1 %}a{% else %}c{% when 5 %}d{% endcase %}", "c" },
        { "{% case page.n %}{% when 5 %}a{% else %}c{% endcase %}", "a" },
        { "{% case page.n %}{% when 5, 5 %}a{% endcase %}", "aa" },
        { "{% case page.n %}{% when 1 and 5, 5 %}a{% endcase %}", "" },
        { "{% case text %}{% when 'one two three' %}a{% endcase %}", "a" },
        { "{% case empty_list %}{% when empty %}a{% endcase %}", "a" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void assigns_to_the_whole_template(void **state)
{
    static const RenderCase cases[] = {
        { "{% for i in (1..3) %}{% assign last = i %}{% endfor %}{{ last }}", "3" },
        { "{% assign a.b = 1 %}{{ a.b }}", "" },
        { "{% assign page = 'mine' %}{{ page }}", "mine" },
        { "{% assign x = nothing %}{{ x }}", "" },
        { "{% capture c %}<{{ page.n }}>{% endcapture %}{{ c }}{{ c }}", "<5><5>" },
        { "{% capture 'q' %}1{% endcapture %}{{ q }}", "1" },
        { "{% assign x = text | split: ' ' | last %}{{ x }}", "three" },
        { "{% assign x = empty %}{% if x == '' %}y{% endif %}", "y" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void counts_apart_from_variables(void **state)
{
    static const RenderCase cases[] = {
        { "{% increment c %}{% increment c %}{{ c }}{% assign c = 9 %}{% increment c %}{{ c }}", "01229" },
        { "{% decrement c %} {% decrement c %} {% increment c %}", "-1 -2 -2" },
        { "{% increment page %}", "Liquid error (line 1): internal" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void takes_values_in_turn(void **state)
{
    static const RenderCase cases[] = {
        { "{% for i in (1..4) %}{% cycle 'a', 'b', 'c' %}{% endfor %}", "abca" },
        { "{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}{% cycle 'a', 'c' %}", "aba" },
        { "{% cycle x: 'a', 'b' %}{% cycle x: 'c', 'd' %}{% cycle y: 'a', 'b' %}", "ada" },
        { "{% cycle nil, 1 %}{% cycle nil, 1 %}", "11" },
        { "{% cycle page.n, text %}{% cycle page.n, text %}", "55" },
        { "{% cycle g: 1, 2 %}{% cycle g: 1 %}{% cycle g: 1 %}", "11" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void reads_no_liquid_in_raw_and_comments(void **state)
{
    static const RenderCase cases[] = {
        { "{% raw %}{{ a }} {% if %} {{ b {% endraw %}!", "{{ a }} {% if %} {{ b !" },
        { "{% raw %}{% endraw junk %}!", "!" },
        { "{% raw %}a{% endraw b{% endraw %}!", "a{% endraw b!" },
        { "! {%- raw -%} x {%- endraw -%} !", "! x!" },
        { "{% raw -%} x {% endraw %} !", " x !" },
        { "a{% comment %}{% if %}{{ x }{% comment %}{% endcomment %}b{% endcomment %}c", "ac" },
        { "a{% comment %}{% raw %}{% endcomment %}{% endraw %}{% endcomment %}c", "ac" },
        { "a{% comment %}{% raw %}{% endcomment %}c", "ac" },
        { "a{% # note %}{%- # two\n # lines -%} b", "ab" },
        { "a{% doc %}{% if %}{{ {% enddoc %}b", "ab" },
        { "{% echo page.n | plus: 1 %}", "6" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void prints_only_changes(void **state)
{
    static const RenderCase cases[] = {
        { "{% for i in page.tags %}{% ifchanged %}x{% endifchanged %}{{ i }}{% endfor %}", "xbaC" },
        { "{% ifchanged %}1{% endifchanged %}{% ifchanged %}2{% endifchanged %}{% ifchanged %}2{% endifchanged %}",
          "12" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void makes_rows_of_tables(void **state)
{
    static const RenderCase cases[] = {
        { "{% tablerow i in (1..3) cols:2 %}{{ i }}{{ tablerowloop.col_last }}{% endtablerow %}",
          "<tr class=\"row1\">\n<td class=\"col1\">1false</td><td class=\"col2\">2true</td></tr>\n"
          "<tr class=\"row2\"><td class=\"col1\">3false</td></tr>\n" },
        { "{% tablerow i in page.tags limit: 1 offset: 1 %}{{ i }}{% endtablerow %}",
          "<tr class=\"row1\">\n<td class=\"col1\">a</td></tr>\n" },
        { "{% tablerow i in nothing %}{{ i }}{% endtablerow %}", "" },
        { "{% tablerow i in empty_list %}{{ i }}{% endtablerow %}", "<tr class=\"row1\">\n</tr>\n" },
        { "{% tablerow i in (1..9) %}{{ i }}{% break %}x{% endtablerow %}!",
          "<tr class=\"row1\">\n<td class=\"col1\">1</td></tr>\n!" },
    };
    ASSERT_RENDERS(*state, cases);
}

TEST_MAIN(TEST(chooses_branches), TEST(prints_every_case_that_matches), TEST(assigns_to_the_whole_template),
          TEST(counts_apart_from_variables), TEST(takes_values_in_turn), TEST(reads_no_liquid_in_raw_and_comments),
          TEST(prints_only_changes), TEST(makes_rows_of_tables))
