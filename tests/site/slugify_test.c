/* tests/site/slugify_test.c */
#include "site/slugify.h"

#include "tests/support.h"

static void expect(Scratch *scratch, const char *mode, const char *text, const char *expected)
{
    assert_str(slugify_text(str_from(text), str_from(mode), &scratch->arena), expected);
}

static void makes_slugs_as_jekyll_does(void **state)
{
    expect(*state, "default", " The _config.yml file ", "the-config-yml-file");
    expect(*state, "default", "What's New, \xc3\x89t\xc3\xa9?", "what-s-new-\xc3\xa9t\xc3\xa9");
    expect(*state, "pretty", "The _config.yml file", "the-_config.yml-file");
    expect(*state, "ascii", "The \xc3\xbc config.yml", "the-config-yml");
    expect(*state, "latin", "The \xc3\xbc config", "the-u-config");
    expect(*state, "raw", "The _config.yml  file", "the-_config.yml-file");
    expect(*state, "none", "As It Is", "as it is");
    expect(*state, "raw", "--a - b--", "-a---b-");
    expect(*state, "latin", "\xc3\x86r\xc3\xb8 \xd0\x96", "aero");
    expect(*state, "default", "x\xc2\xb2 \xd9\xa3", "x-\xd9\xa3");
    expect(*state, "default", "---", "");
    expect(*state, "default", "", "");
}

TEST_MAIN(TEST(makes_slugs_as_jekyll_does))
