#include "tests/markup/support.h"

#define expect_ids(scratch, markdown, expected) expect_html(scratch, markdown, expected, .heading_ids = true)

static void makes_ids_as_github_does(void **state)
{
    expect_ids(*state, "# Hello, World!\n", "<h1 id=\"hello-world\">Hello, World!</h1>\n");
    expect_ids(*state, "## *A* `b_c` [D](e) -- 1.2\n",
               "<h2 id=\"a-b_c-d----12\"><em>A</em> <code>b_c</code> <a href=\"e\">D</a> -- 1.2</h2>\n");
    expect_ids(*state, "# Größe der Ämter, 日本語\n",
               "<h1 id=\"größe-der-ämter-日本語\">Größe der Ämter, 日本語</h1>\n");
    expect_ids(*state, "> a b\n> ===\n", "<blockquote>\n<h1 id=\"a-b\">a b</h1>\n</blockquote>\n");
}

static void makes_them_unique(void **state)
{
    expect_ids(*state, "# a\n# a\n# a-1\n# A\n",
               "<h1 id=\"a\">a</h1>\n<h1 id=\"a-1\">a</h1>\n<h1 id=\"a-1-1\">a-1</h1>\n<h1 id=\"a-2\">A</h1>\n");
}

static void gives_a_heading_without_words_one_too(void **state)
{
    expect_ids(*state, "#\n# 🎉\n", "<h1 id=\"section\"></h1>\n<h1 id=\"section-1\">🎉</h1>\n");
}

static void makes_none_unasked(void **state)
{
    expect_html(*state, "# a\n", "<h1>a</h1>\n", 0);
}

TEST_MAIN(TEST(makes_ids_as_github_does), TEST(makes_them_unique), TEST(gives_a_heading_without_words_one_too),
          TEST(makes_none_unasked))
