/* tests/jekyll/excerpt_test.c - what templates of a Jekyll site see as a post's excerpt. */
#include "tests/jekyll/folder.h"

static const char dashes[] = "---\ntitle: T\n---\n";

static void expect_in(Scratch *scratch, const char *config, const char *post, const char *expected)
{
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", config);
    folder_put(scratch, folder, "_posts/2024-03-05-a.md", post);
    folder_put(scratch, folder, "page.html", "---\nlayout: none\n---\n[{{ site.posts[0].excerpt }}]");
    Site *site = folder_load(scratch, folder);
    assert_str(folder_page(site, "page.html")->content, expected);
    folder_end(scratch, site);
}

static void expect(Scratch *scratch, const char *body, const char *expected)
{
    Str post = arena_join(&scratch->arena, str_from(dashes), str_from(body), (Str){ NULL, 0 });
    expect_in(scratch, "title: S\n", arena_cstr(&scratch->arena, post), expected);
}

static void it_ends_at_the_first_empty_line(void **state)
{
    expect(*state, "One *word*.\n\nTwo.\n", "[<p>One <em>word</em>.</p>\n]");
    expect(*state, "\n \n# Head\n\nOne.\n", "[<h1 id=\"head\">Head</h1>\n]");
    expect(*state, "One alone\n", "[<p>One alone</p>\n]");
    expect(*state, "{:.x}\n![](a.png)\n\nTwo\n", "[<p class=\"x\"><img src=\"a.png\" alt=\"\" /></p>\n]");
    expect(*state, "", "[]");
}

static void it_takes_the_link_definitions_it_names(void **state)
{
    expect(*state, "A [b] and [c][d].\n\n[b]: /b\n  [d]: /d\n[e]: /e\n",
           "[<p>A <a href=\"/b\">b</a> and <a href=\"/d\">c</a>.</p>\n]");
    expect(*state, "A [b].\n\n     [b]: /b\n[]: /x\n[b]:\n", "[<p>A [b].</p>\n]");
}

static void it_closes_open_blocks(void **state)
{
    expect(*state, "{% if true %}{% for i in (1..2) %}{{ i }}\n\n{% endfor %}{% endif %}\n", "[<p>1\n2</p>\n]");
    expect(*state, "{% if true %}a{% endif %}{% assign x = 1 %}\n\nb\n", "[<p>a</p>\n]");
}

static void the_separator_may_be_another(void **state)
{
    static const char more[] = "excerpt_separator: <!--more-->\n";
    expect_in(*state, more, "---\ntitle: T\n---\nA\n\nB\n<!--more-->\nC\n", "[<p>A</p>\n<p>B</p>\n]");
    expect_in(*state, more, "---\ntitle: T\n---\nA\n\nB\n", "[<p>A</p>\n<p>B</p>\n]");
    expect_in(*state, more, "---\ntitle: T\nexcerpt_separator: STOP\n---\nA STOP B\n", "[<p>A</p>\n]");
    expect_in(*state, "excerpt_separator: \"\"\n", "---\ntitle: T\n---\nA\n\nB\n", "[]");
}

static void front_matter_wins(void **state)
{
    expect_in(*state, "title: S\n", "---\ntitle: T\nexcerpt: As *written*\n---\nA\n\nB\n", "[As *written*]");
}

TEST_MAIN(TEST(it_ends_at_the_first_empty_line), TEST(it_takes_the_link_definitions_it_names),
          TEST(it_closes_open_blocks), TEST(the_separator_may_be_another), TEST(front_matter_wins))
