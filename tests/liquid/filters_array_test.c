/* tests/liquid/filters_array_test.c - filters_array.c, filters_select.c, sort.c */
#include "tests/liquid/support.h"

static void takes_whole_lists(void **state)
{
    static const RenderCase cases[] = {
        { "{{ page.tags | size }}{{ text | size }}{{ uni | size }}{{ nothing | size }}{{ 5 | size }}", "313808" },
        { "{{ page.tags | first }}{{ page.tags | last }}{{ hash | first }}{{ text | first }}{{ (3..5) | last }}",
          "bCkv5" },
        { "{{ page.tags | join: '+' }}{{ page.tags | join }}{{ 'a' | join: '+' }}{{ hash.a | join: 1 }}",
          "b+a+Cb a Ca11x" },
        { "{{ page.tags | reverse | join }}{{ 'abc' | reverse }}{{ nothing | reverse }}", "C a babc" },
        { "{{ page.tags | concat: hash.a | join: ',' }}{{ nothing | concat: page.tags | size }}", "b,a,C,1,x3" },
        { "{{ page.tags | concat: 'x' }}", "Liquid error (line 1): concat filter requires an array argument" },
        { "{{ 'a,b,a,1' | split: ',' | uniq | join }}{{ hash.a | concat: hash.a | uniq | join: ',' }}", "a b 11,x" },
        { "{{ people | map: 'age' | compact | join: ',' }}{{ people | compact: 'age' | size }}", "40,72" },
        { "{{ people | map: 'name' | join }}{{ hash | map: 'k' }}{{ nothing | map: 'k' }}", "Bo al Cyv" },
        { "{{ hash.a | map: 'k' }}", "Liquid error (line 1): cannot select the property 'k'" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void sorts(void **state)
{
    static const RenderCase cases[] = {
        { "{{ page.tags | sort | join }}{{ page.tags | sort_natural | join }}", "C a ba b C" },
        { "{{ people | sort: 'age' | map: 'name' | join }}", "al Bo Cy" },
        { "{{ people | sort: 'name' | map: 'name' | join }}{{ people | sort_natural: 'name' | map: 'name' | join }}",
          "Bo Cy alal Bo Cy" },
        { "{{ '3,1,2,1' | split: ',' | sort | join }}{{ (1..5) | sort | join }}{{ nothing | sort }}",
          "1 1 2 31 2 3 4 5" },
        { "{{ hash.a | sort }}", "Liquid error (line 1): cannot sort values of incompatible types" },
        { "{{ people | map: 'age' | sort | join: ',' }}", "7,40," },
    };
    ASSERT_RENDERS(*state, cases);
}

static void keeps_the_order_of_equals(void **state)
{
    Scratch *scratch = *state;
    Buf buf = { .arena = &scratch->arena };
    buf_put(&buf, STR("{% assign l = '"));
    for (int i = 0; i < 300; i++)
        buf_put_format(&buf, "%s%d,", i % 2 == 0 ? "a" : "A", i);
    buf_put(&buf, STR("' | split: ',' %}{% assign s = l | sort_natural %}{{ s | first }}{{ s | size }}"));
    buf_put_char(&buf, '\0');
    assert_str(test_render(scratch, buf.data), "a0300");
}

static void picks_items(void **state)
{
    static const RenderCase cases[] = {
        { "{{ people | where: 'age', 7 | map: 'name' }}{{ people | where: 'age' | map: 'name' }}", "alBoal" },
        { "{{ people | reject: 'age' | map: 'name' }}{{ people | find: 'age', 7 | map: 'name' }}", "Cyal" },
        { "{{ people | find_index: 'name', 'Cy' }}{{ people | has: 'age', 8 }}{{ people | has: 'age' }}",
          "2falsetrue" },
        { "[{{ people | find: 'age', 8 }}{{ people | find_index: 'age', 8 }}]", "[]" },
        { "{{ (1..4) | sum }}{{ people | sum: 'age' }}{{ nothing | sum }}", "10470" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void stands_in_for_what_is_missing(void **state)
{
    static const RenderCase cases[] = {
        { "{{ nothing | default: 1 }}{{ no | default: 2 }}{{ '' | default: 3 }}{{ empty_list | default: 4 }}", "1234" },
        { "{{ ' ' | default: 1 }}{{ 0 | default: 2 }}{{ 'x' | default: 3 }}", " 0x" },
        { "{{ no | default: 1, allow_false: true }}{{ nothing | default: 2, allow_false: true }}", "false2" },
    };
    ASSERT_RENDERS(*state, cases);
}

TEST_MAIN(TEST(takes_whole_lists), TEST(sorts), TEST(keeps_the_order_of_equals), TEST(picks_items),
          TEST(stands_in_for_what_is_missing))
