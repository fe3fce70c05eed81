/* tests/site/filters_json_test.c */
#include "tests/site/template.h"

static const char config[] = "timezone: UTC\nday: 2024-03-05\nat: 2024-03-05 10:00:00 +0200\n"
                             "hash: {b: 1, a: [1, x, null], c: {d: true}, \"e\\\"\": \"q\\\\/<\\u2028\\n\"}\n";

static void writes_values(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.hash | jsonify }}",
          "{\"b\":1,\"a\":[1,\"x\",null],\"c\":{\"d\":true},\"e\\\"\":\"q\\\\/<\xe2\x80\xa8\\n\"}" },
        { "{{ 1.0 | jsonify }} {{ 1 | jsonify }} {{ true | jsonify }} {{ nil | jsonify }}", "1.0 1 true null" },
        { "{{ (1..3) | jsonify }} {{ site.day | jsonify }}", "\"1..3\" \"2024-03-05\"" },
        { "{{ 1.0 | divided_by: 0 | jsonify }}", "Liquid error (line 1): JSON has no Infinity" },
    };
    EXPECT(*state, config, cases);
}

static void does_not_go_deeper_than_it_may(void **state)
{
    Scratch *scratch = *state;
    const Site *site = template_site(scratch, config);
    Str text = template_text(scratch, site,
                             "{% assign l = 'a' | split: 'b' %}{% for i in (1..60) %}{% assign e = '' | split: 'x' %}"
                             "{% assign l = e | push: l %}{% endfor %}{{ l | jsonify }}");
    assert_true(str_contains(text, STR("[[[null]]]")));
    assert_no_diags(&scratch->diags);
}

TEST_MAIN(TEST(writes_values), TEST(does_not_go_deeper_than_it_may))
