/* tests/site/filters_url_test.c */
#include "tests/site/template.h"

static const char config[] = "url: https://Example.org\nbaseurl: /base\nlist: [a]\n";

static void makes_addresses_relative_to_the_site(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ 'a' | relative_url }} {{ '' | relative_url }} {{ '/' | relative_url }} [{{ nil | relative_url }}]",
          "/base/a /base /base/ []" },
        { "{{ '//x/y' | relative_url }} {{ 'http://a/\xc3\xa9' | relative_url }} {{ 'mailto:x' | relative_url }}",
          "/base//x/y http://a/\xc3\xa9 mailto:x" },
        { "{{ '/a b/../c/./\xc3\xa9?x=1&y=a b#f g' | relative_url }}", "/base/c/%C3%A9?x=1&y=a%20b#f%20g" },
        { "{{ 'x%2fy%41%zz' | relative_url }} {{ '[x]' | relative_url }}", "/base/x%2FyA%25zz /base/%5Bx%5D" },
        { "{{ 'x?' | relative_url }} {{ 'x#' | relative_url }} {{ '?x' | relative_url }}", "/base/x /base/x /base/?x" },
        { "{{ 'x?a;b=+%2B%2b %26' | relative_url }}", "/base/x?a%3Bb=+%2B%2B%20%26" },
        { "{{ '/../../x' | relative_url }} {{ 'a/..' | relative_url }} {{ 'a/.../b' | relative_url }}",
          "/x /base/ /base/a/.../b" },
        { "{{ '/base/x' | relative_url }} {{ 5 | relative_url }}", "/base/base/x /base/5" },
        { "{{ '1:2' | relative_url }}", "Liquid error (line 1): Invalid scheme format: '1'" },
    };
    EXPECT(*state, config, cases);
}

static void makes_addresses_absolute(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ 'a' | absolute_url }} {{ '' | absolute_url }} [{{ nil | absolute_url }}]",
          "https://example.org/base/a https://example.org/base []" },
        { "{{ 'https://z/\xc3\x89' | absolute_url }}", "https://z/\xc3\x89" },
    };
    EXPECT(*state, config, cases);
}

static void without_a_url_the_site_has_no_absolute_addresses(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ 'a' | absolute_url }} {{ '/' | absolute_url }} [{{ '' | absolute_url }}]", "/a / []" },
    };
    EXPECT(*state, "title: x\n", cases);
}

static void strips_the_index(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ '/a/index.html' | strip_index }} {{ '/index.htm' | strip_index }}", "/a/ /" },
        { "{{ 'index.html' | strip_index }} [{{ '' | strip_index }}][{{ nil | strip_index }}]", "index.html [][]" },
    };
    EXPECT(*state, config, cases);
}

static void escapes_for_addresses(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ 'a b&c=d/\xc3\xa9~*()' | cgi_escape }}", "a+b%26c%3Dd%2F%C3%A9~%2A%28%29" },
        { "{{ nil | cgi_escape }}", "Liquid error (line 1): cgi_escape takes text, not NilClass" },
        { "{{ 'a b&c=d/\xc3\xa9[]%20%zz' | uri_escape }}", "a%20b&c=d/%C3%A9[]%20%25zz" },
        { "[{{ nil | uri_escape }}]", "[]" },
    };
    EXPECT(*state, config, cases);
}

TEST_MAIN(TEST(makes_addresses_relative_to_the_site), TEST(makes_addresses_absolute),
          TEST(without_a_url_the_site_has_no_absolute_addresses), TEST(strips_the_index), TEST(escapes_for_addresses))
