/* tests/check/explained_test.c - one defect, one finding. */
#include "tests/check/example.h"

static void two_rules_about_the_same_characters_are_one_finding(void **state)
{
    assert_check_says(*state, "## The ports :\n\nOne.\n", "heading-punctuation: :\n");
    assert_check_says(*state, "![The bay](http://a.example/bay.png)\n", "image-hotlink: http://a.example/bay.png\n");
    assert_check_says(*state, "Harbour  \nQuay \nEllery  \nIsland\n", "lost-line-break: Quay\n");
    assert_check_says(*state, "“One,” “two,” \"three.\n", "unbalanced-quote: \"\n");
}

static void elsewhere_both_are_told(void **state)
{
    assert_check_says(*state, "## The ports:\n\nOne :\n", "heading-punctuation: :\nspace-before-punctuation: :\n");
    assert_check_says(*state, "![The bay](https://a.example/bay.png) [a](http://a.example/)\n",
                      "image-hotlink: https://a.example/bay.png\nlink-http: http://a.example/\n");
}

TEST_MAIN(TEST(two_rules_about_the_same_characters_are_one_finding), TEST(elsewhere_both_are_told))
