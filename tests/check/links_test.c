/* Links: each fault by its rule, on just the characters at fault; and what is no fault. */
#include "tests/check/example.h"

typedef struct LinkCase {
    const char *body;
    const char *rule; /* NULL: nothing is told */
    const char *fault;
} LinkCase;

#define FRONT_MATTER                                                                                                   \
    "---\ntitle: Port Ellery joins\nauthor: staff\ndate: 2024-08-06\ntags: [announcements]\n"                          \
    "excerpt: Port Ellery joins the harbour league.\n---\n"
#define SITE "title: Example news\nurl: https://news.example.org\n"

/* The other post of each site, with a heading, and a page: so that it is known what the site has not. */
static const char others[] =
    "==> posts/2024-07-01-annual-meeting.md <==\n---\ntitle: The annual meeting\nauthor: staff\ndate: 2024-07-01\n"
    "tags: [announcements]\nexcerpt: The league meets.\n---\nThe league meets.\n\n## Agenda items\n\nNone.\n"
    "==> pages/about/index.md <==\n---\ntitle: About\n---\nWho we are.\n==> assets/port.png <==\nx\n";

static void expect(Scratch *scratch, const LinkCase *c, const char *dialect)
{
    Diags found = { .arena = &scratch->arena };
    Str text = arena_format(&scratch->arena,
                            "==> herald.yml <==\n" SITE
                            "markdown: %s\n%s==> posts/2024-08-06-joins.md <==\n" FRONT_MATTER "%s",
                            dialect, others, c->body);

    check_example(&found, scratch, text.data);
    if (found.len != (c->rule != NULL))
        print_error("in %s: %s\n", dialect, c->body);
    assert_int_equal(found.len, c->rule != NULL);
    if (c->rule == NULL)
        return;
    assert_string_equal(found.items[0].rule, c->rule);
    assert_str(found.items[0].hint, c->fault);
}

static void expect_all(Scratch *scratch, const LinkCase *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        expect(scratch, &cases[i], "gfm");
        expect(scratch, &cases[i], "kramdown");
    }
}
#define EXPECT_ALL(scratch, cases) expect_all(scratch, cases, sizeof(cases) / sizeof((cases)[0]))

static void tells_what_is_wrong_with_an_address(void **state)
{
    static const LinkCase cases[] = {
        { "See [a](htps://a.example/).\n", "link-scheme", "htps://a.example/" },
        { "See [a](https:/a.example/).\n", "link-scheme", "https:/a.example/" },
        { "See [a](https//a.example/).\n", "link-scheme", "https//a.example/" },
        { "See [a](http://https://a.example/).\n", "link-scheme", "http://https://a.example/" },
        { "See [a](www.example.org/x).\n", "link-scheme", "www.example.org/x" },
        { "See [a](example.org/x).\n", "link-scheme", "example.org/x" },
        { "Write [a](a@example.org).\n", "link-scheme", "a@example.org" },
        { "Write [a](mailto://a@example.org).\n", "link-scheme", "mailto://a@example.org" },
        { "See [a]().\n", "link-target-empty", "[a]()" },
        { "See [a](javascript:run).\n", "link-unsafe", "javascript:run" },
        { "See [a](http://localhost:4000/x/).\n", "link-local-host", "http://localhost:4000/x/" },
        { "See [a](http://10.0.0.1/x/).\n", "link-local-host", "http://10.0.0.1/x/" },
        { "See [a](http://www.news.example.org/).\n", "link-http-own", "http://www.news.example.org/" },
        { "See [a](http://a.example/).\n", "link-http", "http://a.example/" },
        { "See [a](https://a.example/x.)\n", "link-trailing-dot", "." },
        { "See [a](https://a.example/?b=1&utm_source=x).\n", "url-convention", "https://a.example/?b=1&utm_source=x" },
        { "See [a](((https://a.example/))).\n", "link-malformed", "((https://a.example/))" },
        { "See [a](https://a.example/), [b](mailto:a@example.org), [c](tel:+1234), [d](ftp://a.example/), "
          "[e](https://en.wikipedia.org/wiki/Acme_Inc.) and [f](/assets/port.png).\n",
          NULL, NULL },
    };
    EXPECT_ALL(*state, cases);
}

static void tells_of_what_is_nearly_a_link(void **state)
{
    static const LinkCase cases[] = {
        { "See (a)[https://a.example/].\n", "link-malformed", "(a)[https://a.example/]" },
        { "See [a] (https://a.example/).\n", "link-malformed", " " },
        { "See [a](https://a.example/, and [b](https://b.example/ \"B\").\n", "link-malformed",
          "(https://a.example/," },
        { "See [a(https://a.example/).\n", "link-malformed", "[a" },
        { "See [a]https://a.example/) now.\n", "link-malformed", "https://a.example/)" },
        { "See [a[(https://a.example/).\n", "link-malformed", "[" },
        { "See a](https://a.example/).\n", "link-malformed", "]" },
        { "See [a]{https://a.example/}.\n", "link-malformed", "{https://a.example/}" },
        { "See [sic] and [a] (or b), `[a] (https://a.example/)`, \\[a\\].\n", NULL, NULL },
    };
    EXPECT_ALL(*state, cases);
}

static void tells_of_labels_and_definitions(void **state)
{
    static const LinkCase cases[] = {
        { "See [a][chatrer].\n\n[b][charter]\n\n[charter]: https://a.example/\n", "ref-undefined", "[chatrer]" },
        { "See [charter][].\n", "ref-undefined", "[]" },
        { "> See [a\n> b][charter].\n", "ref-undefined", "[charter]" },
        { "See [chartre].\n\n[charter]: https://a.example/\n", "ref-undefined", "[chartre]" },
        { "See [a].\n\n[a]: https://a.example/\n[b]: https://b.example/\n", "ref-unused", "b" },
        { "See [a].\n\n[a]: https://a.example/\n[A]: https://b.example/\n", "ref-duplicate", "A" },
        { "See [b][a].\n\n[a] https://a.example/ \"A\"\n", "ref-definition-malformed", " " },
        { "See [b][a].\n\n[a] : https://a.example/\n", "ref-definition-malformed", " : " },
        { "See [b][a].\n\n[a]:\n", "ref-definition-malformed", "[a]:" },
        { "See [b][a].\n\n[a]: https://a.example/b c/\n", "ref-definition-malformed", "https://a.example/b c/" },
        { "See [b][a] and [d][c].\n[a]: https://a.example/\n[c]: <https://c.example/>\n", "ref-definition-malformed",
          "[a]:" },
        { "See [b][y-2024].\n\n[y-2024]: https://a.example/2023/\n", "ref-wrong", "https://a.example/2023/" },
        { "See [b][birds] and [c][trees].\n\n[birds]: https://a.example/trees/\n[trees]: https://a.example/birds/\n",
          "ref-wrong", "https://a.example/trees/" },
        { "See [a], [b][A] and [c][a].\n\n[a]: https://a.example/ \"A\"\n", NULL, NULL },
        { "- [ ] open\n- [x] done\n\nSources [1] [^n]:\n\n[1] <https://a.example/x>\n\n[^n]: Note.\n", NULL, NULL },
    };
    EXPECT_ALL(*state, cases);
}

static void knows_what_each_dialect_makes_a_link(void **state)
{
    static const LinkCase spaced = { "See [b] [a].\n\n[a]: https://a.example/\n", "ref-space", " " };
    static const LinkCase spaced_right = { "See [b] [a].\n\n[a]: https://a.example/\n", NULL, NULL };
    static const LinkCase bare = { "See https://a.example/x(y), or ask.\n", "link-bare-url", "https://a.example/x(y)" };
    static const LinkCase bare_right = { "See https://a.example/x(y), or ask.\n", NULL, NULL };
    static const LinkCase mail = { "Ask a.b@example.org.\n", "link-bare-email", "a.b@example.org" };
    static const LinkCase no_bare = { "See <https://a.example/>, [https://a.example/](https://a.example/), "
                                      "`https://a.example/`, <a href=\"https://a.example/\">https://a.example/</a> and "
                                      "@someone.\n",
                                      NULL, NULL };

    expect(*state, &spaced, "gfm");
    expect(*state, &spaced_right, "kramdown");
    expect(*state, &bare, "kramdown");
    expect(*state, &bare_right, "gfm");
    expect(*state, &mail, "kramdown");
    expect(*state, &no_bare, "kramdown");
    expect(*state, &no_bare, "gfm");
}

static void tells_of_texts_that_mislead(void **state)
{
    static const LinkCase cases[] = {
        { "See [](https://a.example/).\n", "link-empty", "[](https://a.example/)" },
        { "See <a href=\"https://a.example/\"></a>.\n", "link-empty", "<a href=\"https://a.example/\">" },
        { "See [a ](https://a.example/).\n", "link-text-space", " " },
        { "See [Here!](https://a.example/)\n", "link-text-generic", "Here!" },
        { "With [Port Ellery,](https://a.example/) it has four.\n", "link-trailing-dot", "," },
        { "Look at our “[bay in summer.](https://a.example/)”\n", "link-trailing-dot", "." },
        { "With *[a port.](https://a.example/)* All are welcome.\n", "link-trailing-dot", "." },
        { "[A whole sentence.](https://a.example/) One. [Another one.](https://b.example/)\n\n"
          "* [Wide bays.](https://c.example/)\n\nBy [Acme Inc.](https://d.example/) and [Ports etc.]"
          "(https://e.example/), see [the vol.](https://f.example/) of it\n",
          NULL, NULL },
        { "See [https://a.example](https://b.example/).\n", "link-text-mismatch", "https://a.example" },
        { "Ask [a@example.org](mailto:b@example.org).\n", "link-text-mismatch", "a@example.org" },
        { "See [https://www.a.example](https://a.example/b/), [list@example.org](mailto:list+subscribe@example.org), "
          "[![Harbour](/assets/port.png)](https://a.example/) and [here comes the sun](https://a.example/).\n",
          NULL, NULL },
    };
    EXPECT_ALL(*state, cases);
}

static void knows_what_the_site_has(void **state)
{
    static const LinkCase cases[] = {
        { "See [a](/news/2024/07/01/anual-meeting/).\n", "link-internal-missing", "/news/2024/07/01/anual-meeting/" },
        { "See [a](/news/2024/07/02/annual-meeting/).\n", "link-internal-missing", "/news/2024/07/02/annual-meeting/" },
        { "See [a](/news/2023/something-else/).\n", "link-internal-missing", "/news/2023/something-else/" },
        { "See [a](https://news.example.org/news/2024/07/01/annual-meetings/).\n", "link-internal-missing",
          "https://news.example.org/news/2024/07/01/annual-meetings/" },
        { "See [a](../../01/annual-meeting/).\n", "link-internal-missing", "../../01/annual-meeting/" },
        { "See [a](/news/2024/07/01/annual-meeting).\n", "url-convention", "/news/2024/07/01/annual-meeting" },
        { "See [a](/about/index.html).\n", "url-convention", "/about/index.html" },
        { "See [a](#agenda).\n\n## Agend\n", "link-fragment-missing", "#agenda" },
        { "See [a](/news/2024/07/01/annual-meeting/#agenda-item).\n", "link-fragment-missing",
          "/news/2024/07/01/annual-meeting/#agenda-item" },
        { "See [a](/news/2024/07/01/annual-meeting/#agenda-items), [b](../../../07/01/annual-meeting/), "
          "[c](/news/2024/07/01/%61nnual-meeting/?x=1), [d](/about/), [e](/), [f](/tags/announcements/), "
          "[g](/assets/port.png), [h](/sitemap.xml) and [i](#top).\n",
          NULL, NULL },
        { "See [j](/members/).\n", "link-internal-missing", "/members/" },
    };
    EXPECT_ALL(*state, cases);
}

static void says_nothing_of_a_part_of_a_site(void **state)
{
    Scratch *scratch = *state;
    Diags found = { .arena = &scratch->arena };

    check_example(&found, scratch,
                  "==> _config.yml <==\n" SITE "==> _posts/2024-08-06-joins.md <==\n" FRONT_MATTER
                  "See [a](/news/2023/x/), [b](/2024/08/06/another.html), [c]({{ site.nothing }}) and [d].\n\n"
                  "[d]: {{ site.nothing }}\n");
    for (size_t i = 0; i < found.len; i++)
        assert_string_equal(found.items[i].rule, "liquid-unknown-variable");
}

static void points_at_the_tag_that_made_it(void **state)
{
    Scratch *scratch = *state;
    Diags found = { .arena = &scratch->arena };

    check_example(&found, scratch,
                  "==> herald.yml <==\n" SITE "vars: { league: 'htps://a.example' }\n"
                  "==> posts/2024-08-06-joins.md <==\n" FRONT_MATTER "See [a][b] and [c][b].\n\n"
                  "[b]: {{ site.league }}/x/\n");
    assert_int_equal(found.len, 1);
    assert_string_equal(found.items[0].rule, "link-scheme");
    assert_str(found.items[0].hint, "{{ site.league }}/x/");
}

static void sees_a_missing_colon_before_a_tag(void **state)
{
    Scratch *scratch = *state;
    Diags found = { .arena = &scratch->arena };

    check_example(&found, scratch,
                  "==> herald.yml <==\n" SITE "vars: { league: 'https://a.example' }\n"
                  "==> posts/2024-08-06-joins.md <==\n" FRONT_MATTER "See [a][b].\n\n[b] {{ site.league }}/x/\n");
    assert_int_equal(found.len, 1);
    assert_string_equal(found.items[0].rule, "ref-definition-malformed");
    assert_str(found.items[0].hint, " ");
}

static void tells_of_copied_links_and_broken_promises(void **state)
{
    static const LinkCase cases[] = {
        { "- [Port Ellery](https://a.example/x/)\n- [Saint Odile](https://a.example/x/)\n", "link-duplicate-target",
          "https://a.example/x/" },
        { "- [6 April 2024](https://a.example/x/)\n- [20 April 2024](https://a.example/x/)\n", NULL, NULL },
        { "- [Port Ellery][a]\n- [Saint Odile][a]\n\n[a]: https://a.example/x/\n", NULL, NULL },
        { "- [Port Ellery](https://a.example/x/), see [its harbour](https://a.example/x/)\n", NULL, NULL },
        { "See [the league](https://a.example/). The charter is available here.\n", "link-promised-missing",
          "available here" },
        { "Port Ellery, homepage: More of it below.\n", "link-promised-missing", "homepage:" },
        { "Port Ellery, homepage: <https://a.example/>.\n", NULL, NULL },
        { "For the charter click here.\n", "link-promised-missing", "click here" },
        { "For the charter click here: <https://a.example/>.\n", NULL, NULL },
        { "The harbour that is found here in summer.\n", NULL, NULL },
    };
    EXPECT_ALL(*state, cases);
}

TEST_MAIN(TEST(tells_what_is_wrong_with_an_address), TEST(tells_of_what_is_nearly_a_link),
          TEST(tells_of_labels_and_definitions), TEST(knows_what_each_dialect_makes_a_link),
          TEST(tells_of_texts_that_mislead), TEST(knows_what_the_site_has), TEST(says_nothing_of_a_part_of_a_site),
          TEST(points_at_the_tag_that_made_it), TEST(sees_a_missing_colon_before_a_tag),
          TEST(tells_of_copied_links_and_broken_promises))
