/* tests/site/permalink_test.c */
#include "site/permalink.h"

#include "tests/support.h"
#include "text/datetime.h"

static void expect_url(Scratch *scratch, const char *pattern, const char *expected)
{
    PermalinkParts parts = {
        .civil_s = civil_to_seconds(2024, 8, 6, 9, 5, 7),
        .slug = STR("French Ministry"),
        .name = STR("2024-08-6-french-ministry"),
        .collection = STR("news"),
        .path = STR("2024/x"),
    };
    Str url = permalink_expand(str_from(pattern), &parts, (Span){ 0 }, &scratch->arena, &scratch->diags);
    assert_str(url, expected);
}

static void fills_placeholders(void **state)
{
    expect_url(*state, "/news/:year/:month/:day/:slug/", "/news/2024/08/06/French%20Ministry/");
    expect_url(*state, ":collection/:path:output_ext", "/news/2024/x.html");
    expect_url(*state, "/:i_day.:i_month.:short_year/:hour-:minute-:second", "/6.8.24/09-05-07");
    expect_url(*state, "/:short_month/:long_month/:y_day/:week/:short_day/", "/Aug/August/219/32/Tue/");
    expect_url(*state, "/:year_:month/", "/2024_08/");
}

static void knows_the_styles_of_jekyll(void **state)
{
    expect_url(*state, "pretty", "/2024/08/06/French%20Ministry/");
    expect_url(*state, "date", "/2024/08/06/French%20Ministry.html");
    expect_url(*state, "ordinal", "/2024/219/French%20Ministry.html");
    expect_url(*state, "none", "/French%20Ministry.html");
}

static void reports_a_placeholder_that_does_not_exist(void **state)
{
    Scratch *scratch = *state;
    expect_url(scratch, "/:yaer/x/", "/:yaer/x/");
    assert_rule(&scratch->diags, "config-value");
}

static void expect_output(Scratch *scratch, const char *url, const char *expected)
{
    Str output;
    bool inside = permalink_output(&output, str_from(url), &scratch->arena);
    assert_int_equal(inside, expected != NULL);
    if (expected != NULL)
        assert_str(output, expected);
}

static void finds_the_file_of_a_url(void **state)
{
    expect_output(*state, "/", "index.html");
    expect_output(*state, "/news/x/", "news/x/index.html");
    expect_output(*state, "/a.html", "a.html");
    expect_output(*state, "/a", "a.html");
    expect_output(*state, "/caf%C3%A9/", "caf\xc3\xa9/index.html");
}

static void never_leaves_the_output_folder(void **state)
{
    expect_output(*state, "/../x/", NULL);
    expect_output(*state, "/%2e%2e/x/", NULL);
    expect_output(*state, "/a/..%2f..%2fx", NULL);
    expect_output(*state, "/a%00b", NULL);
    expect_output(*state, "x", NULL);
}

TEST_MAIN(TEST(fills_placeholders), TEST(knows_the_styles_of_jekyll), TEST(reports_a_placeholder_that_does_not_exist),
          TEST(finds_the_file_of_a_url), TEST(never_leaves_the_output_folder))
