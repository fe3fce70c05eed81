/* tests/site/filters_select_test.c */
#include "tests/site/template.h"

static const char config[] = "items:\n"
                             "- {name: one, v: \"2.10\", n: 1, tags: [a, b], ok: true, sub: {x: 5}}\n"
                             "- {name: two, v: \"10\", n: 2, tags: [b], ok: false, sub: {x: 3}}\n"
                             "- {name: three, v: 3, tags: [], ok: \"true\"}\n"
                             "- {name: four, n: \"2\", tags: c, ok: , sub: flat}\n"
                             "- {name: five, v: \"01\", n: 1.0, tags: {k: v}, sub: {x: \"7\"}}\n"
                             "map: {x: {name: ex, n: 1}, y: {name: why, n: 2}}\n"
                             "list: [b, a, c]\n"
                             "nums: [3, 1, 2]\n"
                             "long: [{id: \"12345678901234567890\"}, {id: \"007\"}]\n";

#define NAMES " | map: 'name' | join: ' ' }}"

static void where_compares_as_text(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.items | where: 'n', 1" NAMES, "one" }, /* 1.0 is the text 1.0 */
        { "{{ site.items | where: 'n', '2'" NAMES, "two four" },
        { "{{ site.items | where: 'v', '2.10'" NAMES, "" }, /* what looks like a number is one: 2.1 */
        { "{{ site.items | where: 'v', 2.1" NAMES, "one" },
        { "{{ site.items | where: 'v', 1" NAMES, "five" },
        { "{{ site.items | where: 'ok', true" NAMES, "one three" },
        { "{{ site.items | where: 'ok', false" NAMES, "two" },
        { "{{ site.long | where: 'id', '12345678901234567890' | size }}", "1" },
        { "{{ site.long | where: 'id', 7 | size }}", "1" },
    };
    EXPECT(*state, config, cases);
}

static void where_looks_into_lists_and_paths(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.items | where: 'tags', 'b'" NAMES, "one two" },
        { "{{ site.items | where: 'tags', 'c'" NAMES, "four" },
        { "{{ site.items | where: 'tags', '[\"k\", \"v\"]'" NAMES, "five" },
        { "{{ site.items | where: 'sub.x', 7" NAMES, "five" },
        { "{{ site.items | where: 'sub.x', 'false'" NAMES, "three" },
        { "{{ site.map | where: 'n', 2" NAMES, "why" },
        { "{{ site.list | where: 'b', 'b' }}", "b" },
    };
    EXPECT(*state, config, cases);
}

static void where_finds_what_is_absent(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.items | where: 'v', nil" NAMES, "four" },
        { "{{ site.items | where: 'v', empty" NAMES, "four" },
        { "{{ site.items | where: 'tags', empty" NAMES, "three" },
        { "{{ site.items | where: 'tags', blank" NAMES, "three" },
    };
    EXPECT(*state, config, cases);
}

static void where_gives_back_what_it_cannot_walk(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ 'abc' | where: 'b', 'b' }}", "abc" },
        { "{{ 5 | where: 'b', 'b' }}", "5" },
        { "{{ site.items | where: nil, 2 | size }}", "5" },
        { "{{ site.items | where: 'n', site.list | size }}", "5" },
        { "{{ site.nums | where: 'b', 'b' }}", "Liquid error (line 1): cannot look up 'b' in Integer" },
        { "{{ site.items | where: 'n' }}", "Liquid error (line 1): wrong number of arguments (given 2, expected 3)" },
    };
    EXPECT(*state, config, cases);
}

static void where_exp_takes_conditions(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.items | where_exp: 'i', 'i.n == 1 or i.n == 2'" NAMES, "one two five" },
        { "{{ site.items | where_exp: 'i', \"i.tags contains 'b' and i.ok\"" NAMES, "one" },
        { "{{ site.items | where_exp: 'i', 'i.ok'" NAMES, "one three" },
        { "{{ site.nums | where_exp: 'i', 'i > 1' | join: ' ' }}", "3 2" },
        { "{{ (1..5) | where_exp: 'i', 'i > 3' | join: ' ' }}", "4 5" },
        { "{{ site.map | where_exp: 'i', 'i.n > 1'" NAMES, "why" },
        { "{% assign i = 9 %}{% assign x = site.nums | where_exp: 'i', 'i > 1' %}{{ i }}", "9" },
    };
    EXPECT(*state, config, cases);
}

static void where_exp_takes_nothing_else(void **state)
{
    static const char *const wrong[] = { "i.ok | size", "(i.ok)", "not i.ok", "i.n ==", "i.n = 1" };
    const Site *site = template_site(*state, config);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        Scratch *scratch = *state;
        Str template = arena_format(&scratch->arena, "{{ site.items | where_exp: 'i', '%s' | size }}", wrong[i]);
        Str text = template_text(scratch, site, template.data);
        assert_true(str_starts_with(text, STR("Liquid error (line 1): ")));
    }
}

static void find_gives_one_or_nothing(void **state)
{
    static const TemplateCase cases[] = {
        { "{% assign x = site.items | find: 'n', 2 %}{{ x.name }}", "two" },
        { "{% assign x = site.items | find: 'n', 99 %}[{{ x | inspect }}]", "[nil]" },
        { "{% assign x = site.items | find_exp: 'i', 'i.n == 2' %}{{ x.name }}", "two" },
        { "{{ site.items | find_exp: 'i', 'i.n == 99' | inspect }}", "nil" },
        { "{{ 'abc' | find: 'a', 1 }}", "abc" },
    };
    EXPECT(*state, config, cases);
}

TEST_MAIN(TEST(where_compares_as_text), TEST(where_looks_into_lists_and_paths), TEST(where_finds_what_is_absent),
          TEST(where_gives_back_what_it_cannot_walk), TEST(where_exp_takes_conditions),
          TEST(where_exp_takes_nothing_else), TEST(find_gives_one_or_nothing))
