/* tests/site/filters_array_test.c */
#include "tests/site/template.h"

static const char config[] = "list: [b, a, c]\nnested: [[1, 2], [3, null, x], z]\nmany: [1, 2, 3, 4, 5, 6, 7, 8, 9]\n";

static void copies_lists_with_more_or_less(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.list | push: 'z' | join }} {{ site.list | join }}", "b a c z b a c" },
        { "{{ site.list | unshift: 1 | jsonify }}", "[1,\"b\",\"a\",\"c\"]" },
        { "{{ site.list | pop | join }}|{{ site.list | pop: 2 | join }}|{{ site.list | pop: 9 | join }}|", "b a|b||" },
        { "{{ site.list | shift | join }}|{{ site.list | shift: '2' | join }}", "a c|c" },
        { "{{ 'abc' | push: 'd' }}{{ 'abc' | pop }}{{ nil | shift }}", "abcabc" },
        { "{{ site.list | pop: 'x' }}", "Liquid error (line 1): invalid integer" },
        { "{{ site.list | pop: -1 }}", "Liquid error (line 1): negative array size" },
    };
    EXPECT(*state, config, cases);
}

static void samples_as_many_as_asked(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.list | sample | size }} {{ site.list | sample: 'x' | size }}", "1 1" },
        { "{{ site.list | sample: 2 | size }}{{ site.list | sample: 9 | uniq | size }}", "23" },
        { "{{ site.list | sample: 0 | size }}", "0" },
        { "{{ site.list | sample: 3 | sort | join }}", "a b c" },
        { "{{ 'abc' | sample }}", "abc" },
        { "{{ site.list | sample: -1 }}", "Liquid error (line 1): negative sample number" },
    };
    EXPECT(*state, config, cases);
}

static void samples_alike_in_every_build(void **state)
{
    static const char template[] = "{{ site.many | sample: 5 | join }} {{ site.many | sample: 5 | join }}";
    const Site *site = template_site(*state, config);
    Str once = template_text(*state, site, template);

    assert_true(str_eq(once, template_text(*state, site, template)));
    assert_false(str_eq(str_slice(once, 0, 9), str_slice(once, 10, 19))); /* but not at every place of a page */
}

static void joins_sentences(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.list | array_to_sentence_string }}", "b, a, and c" },
        { "{{ site.list | array_to_sentence_string: 'or' }}", "b, a, or c" },
        { "{{ site.list | pop | array_to_sentence_string }}", "b and a" },
        { "{{ site.list | pop: 2 | array_to_sentence_string }}", "b" },
        { "[{{ site.list | pop: 3 | array_to_sentence_string }}{{ '' | array_to_sentence_string }}]", "[]" },
        { "{{ site.nested | array_to_sentence_string }}", "1, 2, 3, , x, and z" },
        { "{{ nil | array_to_sentence_string }}",
          "Liquid error (line 1): array_to_sentence_string takes a list, not NilClass" },
    };
    EXPECT(*state, config, cases);
}

static void makes_whole_numbers(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ '12abc' | to_integer }} {{ true | to_integer }} {{ false | to_integer }} {{ nil | to_integer }}",
          "12 1 0 0" },
        { "{{ 3.9 | to_integer }} {{ '-7.5' | to_integer }} {{ 5 | to_integer }}", "3 -7 5" },
        { "{{ site.list | to_integer }}", "Liquid error (line 1): to_integer takes a number or text, not Array" },
    };
    EXPECT(*state, config, cases);
}

TEST_MAIN(TEST(copies_lists_with_more_or_less), TEST(samples_as_many_as_asked), TEST(samples_alike_in_every_build),
          TEST(joins_sentences), TEST(makes_whole_numbers))
