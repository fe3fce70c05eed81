#include "markup/url.h"
#include "tests/support.h"

static void expect(Scratch *scratch, const char *url, const char *base, const char *expected)
{
    assert_str(url_resolve(str_from(url), str_from(base), &scratch->arena), expected);
}

/* RFC 3986 section 5.4. */
static void resolves_as_the_standard_says(void **state)
{
    static const char base[] = "http://a/b/c/d;p?q";
    static const char *const cases[][2] = {
        { "g:h", "g:h" },
        { "g", "http://a/b/c/g" },
        { "./g", "http://a/b/c/g" },
        { "g/", "http://a/b/c/g/" },
        { "/g", "http://a/g" },
        { "//g", "http://g" },
        { "?y", "http://a/b/c/d;p?y" },
        { "g?y", "http://a/b/c/g?y" },
        { "#s", "http://a/b/c/d;p?q#s" },
        { "g#s", "http://a/b/c/g#s" },
        { "g?y#s", "http://a/b/c/g?y#s" },
        { ";x", "http://a/b/c/;x" },
        { "g;x?y#s", "http://a/b/c/g;x?y#s" },
        { "", "http://a/b/c/d;p?q" },
        { ".", "http://a/b/c/" },
        { "./", "http://a/b/c/" },
        { "..", "http://a/b/" },
        { "../g", "http://a/b/g" },
        { "../..", "http://a/" },
        { "../../g", "http://a/g" },
        { "../../../g", "http://a/g" },
        { "/./g", "http://a/g" },
        { "/../g", "http://a/g" },
        { "g.", "http://a/b/c/g." },
        { ".g", "http://a/b/c/.g" },
        { "g..", "http://a/b/c/g.." },
        { "..g", "http://a/b/c/..g" },
        { "./../g", "http://a/b/g" },
        { "./g/.", "http://a/b/c/g/" },
        { "g/./h", "http://a/b/c/g/h" },
        { "g/../h", "http://a/b/c/h" },
        { "g;x=1/./y", "http://a/b/c/g;x=1/y" },
        { "g;x=1/../y", "http://a/b/c/y" },
        { "g?y/./x", "http://a/b/c/g?y/./x" },
        { "g#s/../x", "http://a/b/c/g#s/../x" },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        expect(*state, cases[i][0], base, cases[i][1]);
}

static void resolves_against_bare_hosts_and_nothing(void **state)
{
    expect(*state, "a/b", "https://x.org", "https://x.org/a/b");
    expect(*state, "#a", "https://x.org", "https://x.org#a");
    expect(*state, "a", "", "a");
    expect(*state, "a", "/b/", "a"); /* not absolute */
    expect(*state, "mailto:a@b.c", "https://x.org/", "mailto:a@b.c");
    expect(*state, "ü/../é", "https://x.org/ö/", "https://x.org/ö/é");
}

static void expect_safe(Scratch *scratch, const char *url, const char *clean)
{
    Str found = str_from(url);

    assert_true(url_is_safe(&found, "http https", &scratch->arena));
    assert_str(found, clean);
}

static void expect_unsafe(Scratch *scratch, const char *url)
{
    Str found = str_from(url);

    assert_false(url_is_safe(&found, "http https", &scratch->arena));
}

static void tells_harmless_addresses(void **state)
{
    expect_safe(*state, "https://a.b/c", "https://a.b/c");
    expect_safe(*state, "HTTP://a.b", "HTTP://a.b");
    expect_safe(*state, "/a:b", "/a:b");
    expect_safe(*state, "a?b:c", "a?b:c");
    expect_safe(*state, "2024:a", "2024:a"); /* no scheme begins with a digit */
    expect_safe(*state, "", "");
    expect_safe(*state, " \n/a\tb\r ", "/ab");
}

static void sees_through_disguises(void **state)
{
    expect_unsafe(*state, "javascript:alert(1)");
    expect_unsafe(*state, "JaVaScRiPt:alert(1)");
    expect_unsafe(*state, " \x01\x1Fjavascript:alert(1)");
    expect_unsafe(*state, "java\nscr\tipt\r:alert(1)");
    expect_unsafe(*state, "data:text/html,x");
    expect_unsafe(*state, "vbscript:x");
    expect_unsafe(*state, "mailto:a@b.c"); /* not asked for */
}

TEST_MAIN(TEST(resolves_as_the_standard_says), TEST(resolves_against_bare_hosts_and_nothing),
          TEST(tells_harmless_addresses), TEST(sees_through_disguises))
