/* tests/liquid/tags_loop_test.c */
#include "tests/liquid/support.h"

static void walks_what_can_be_walked(void **state)
{
    static const RenderCase cases[] = {
        { "{% for t in page.tags %}{{ t }},{% endfor %}", "b,a,C," },
        { "{% for p in hash %}{{ p[0] }}={{ p[1] }};{% endfor %}", "k=v;n=;a=1x;" },
        { "{% for i in (2..page.n) %}{{ i }}{% endfor %}", "2345" },
        { "{% for c in text %}[{{ c }}]{% endfor %}{% for c in '' %}n{% else %}e{% endfor %}", "[one two three]e" },
        { "{% for x in nothing %}n{% else %}e{% endfor %}{% for x in 5 %}n{% else %}e{% endfor %}", "ee" },
        { "{% for i in (3..1) %}n{% else %}e{% endfor %}", "e" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void takes_a_part(void **state)
{
    static const RenderCase cases[] = {
        { "{% for i in (1..6) limit: 2 offset: 1 %}{{ i }}{% endfor %}", "23" },
        { "{% for i in (1..6) limit:4, offset:2, %}{{ i }}{% endfor %}", "3456" },
        { "{% for i in (1..4) reversed limit: 2 %}{{ i }}{% endfor %}", "21" },
        { "{% for i in (1..4) limit: '2' %}{{ i }}{% endfor %}{% for i in (1..4) limit: 'x' %}{{ i }}{% endfor %}",
          "12" },
        { "{% for i in (1..4) offset:continue offset: 2 %}{{ i }}{% endfor %}", "34" },
        { "{% for i in (1..2) limit: nil %}{{ i }}{% endfor %}", "12" },
        { "{% for i in text limit: true %}{{ i }}{% endfor %}", "Liquid error (line 1): invalid integer" },
        { "{% for i in (1..4) offset: hash %}{{ i }}{% endfor %}", "Liquid error (line 1): invalid integer" },
        { "{% for i in (1..4) offset: -2 limit: 3 %}{{ i }}{% endfor %}", "1" },
        { "{% for i in (1..4) limit: 9223372036854775807 offset: 1 %}{{ i }}{% endfor %}", "234" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void goes_on_where_the_last_loop_ended(void **state)
{
    static const RenderCase cases[] = {
        { "{% for i in (1..6) limit: 2 %}{{ i }}{% endfor %}-{% for i in (1 .. 6) limit: 2 offset:continue %}{{ i }}"
          "{% endfor %}-{% for i in (1..6) offset: continue %}{{ i }}{% endfor %}",
          "12-34-56" },
        { "{% for i in page.tags limit: 1 %}{{ i }}{% endfor %}{% for j in page.tags offset: continue %}{{ j }}"
          "{% endfor %}",
          "bbaC" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void ends_early(void **state)
{
    static const RenderCase cases[] = {
        { "{% for i in (1..5) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}!", "12!" },
        { "{% for i in (1..5) %}{% if i == 3 %}{% continue %}{% endif %}{{ i }}{% endfor %}!", "1245!" },
        { "{% for i in (1..2) %}{% for j in (1..9) %}{% break %}{% endfor %}{{ i }}{% endfor %}", "12" },
        { "a{% break %}b", "a" },
        { "{% for i in (1..3) %} {% break %} {% endfor %}", " " },
    };
    ASSERT_RENDERS(*state, cases);
}

static void tells_how_far_it_is(void **state)
{
    static const RenderCase cases[] = {
        { "{% for t in page.tags %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{{ forloop.rindex0 }}"
          "{{ forloop.length }}{% if forloop.first %}f{% endif %}{% if forloop.last %}l{% endif %} {% endfor %}",
          "10323f 21213 32103l " },
        { "{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ forloop.index }} {% endfor %}"
          "{% endfor %}{{ forloop.index }}",
          "11 12 21 22 " },
        { "{% for t in page.tags limit: 1 %}{{ forloop.name }}{{ forloop }}{% endfor %}",
          "t-page.tagsLiquid::ForloopDrop" },
    };
    ASSERT_RENDERS(*state, cases);
}

TEST_MAIN(TEST(walks_what_can_be_walked), TEST(takes_a_part), TEST(goes_on_where_the_last_loop_ended), TEST(ends_early),
          TEST(tells_how_far_it_is))
