/* tests/site/filters_group_test.c */
#include "tests/site/template.h"

static const char config[] = "items:\n"
                             "- {name: one, v: \"2.10\", n: 1, tags: [a, b]}\n"
                             "- {name: two, v: \"10\", n: 2, tags: [b]}\n"
                             "- {name: three, v: 3}\n"
                             "- {name: four, n: \"2\"}\n"
                             "list: [b, a, c]\n"
                             "mixed: [1, a]\n"
                             "gaps: [a, null]\n"
                             "map: {x: {n: 1}, y: {n: 2}}\n";

#define NAMES " | map: 'name' | join: ' ' }}"

static void groups_by_the_text_of_a_property(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.items | group_by: 'n' | map: 'name' | join: '|' }}", "1|2|" },
        { "{{ site.items | group_by: 'v' | map: 'name' | join: '|' }}", "2.1|10|3|" },
        { "{{ site.items | group_by: 'tags' | map: 'name' | first | inspect }}",
          "&quot;[\\&quot;a\\&quot;, \\&quot;b\\&quot;]&quot;" },
        { "{% for g in site.items | group_by: 'n' %}{% endfor %}"
          "{% assign groups = site.items | group_by: 'n' %}{% for g in groups %}{{ g.size }}{{ g.items[0].name }} "
          "{% endfor %}",
          "1one 2two 1three " },
        { "{{ 'x' | group_by: 'n' }}", "x" },
    };
    EXPECT(*state, config, cases);
}

static void groups_by_the_value_of_an_expression(void **state)
{
    static const TemplateCase cases[] = {
        { "{% assign g = site.items | group_by_exp: 'i', 'i.name | size' %}{{ g[0].name | plus: 1 }} {{ g.size }}",
          "4 3" },
        { "{% assign g = site.map | group_by_exp: 'i', 'i[1].n' %}{{ g | map: 'name' | jsonify }}", "[1,2]" },
    };
    EXPECT(*state, config, cases);
}

static void sorts_with_nothing_first_or_last(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.items | sort: 'v'" NAMES, "four one three two" },
        { "{{ site.items | sort: 'v', 'first'" NAMES, "four one three two" },
        { "{{ site.items | sort: 'v', 'last'" NAMES, "one three two four" },
        { "{{ site.list | sort | join }}", "a b c" },
        { "{{ site.map | sort | jsonify }}", "[[\"x\",{\"n\":1}],[\"y\",{\"n\":2}]]" },
    };
    EXPECT(*state, config, cases);
}

static void says_what_cannot_be_sorted(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.none | sort }}", "Liquid error (line 1): Cannot sort a null object." },
        { "{{ 'abc' | sort }}", "Liquid error (line 1): cannot sort String" },
        { "{{ site.mixed | sort }}", "Liquid error (line 1): comparison of String with 1 failed" },
        { "{{ site.gaps | sort }}", "Liquid error (line 1): comparison of String with nil failed" },
        { "{{ site.items | sort: 'v', 'middle' }}",
          "Liquid error (line 1): Invalid nils order: 'middle' is not a valid nils order. It must be 'first' or "
          "'last'." },
    };
    EXPECT(*state, config, cases);
}

TEST_MAIN(TEST(groups_by_the_text_of_a_property), TEST(groups_by_the_value_of_an_expression),
          TEST(sorts_with_nothing_first_or_last), TEST(says_what_cannot_be_sorted))
