#include "markup/excerpt.h"
#include "tests/markup/support.h"

static void expect_separator(Scratch *scratch, const char *markdown, size_t at)
{
    Document document = parse(scratch, markdown);
    assert_int_equal(excerpt_separator(&document), at);
}

static void finds_the_separator(void **state)
{
    expect_separator(*state, "a\n\n<!--more-->\n\nb", 3);
    expect_separator(*state, "ä <!-- MORE  --> b", 3);
    expect_separator(*state, "a\n\n<!--\nMore\n-->", 3);
    expect_separator(*state, "> a\n>\n> b <!--more-->", 10);
    expect_separator(*state, "<p>a</p>\n<!-- x --><!--more-->", 19);
}

static void finds_none_where_there_is_none(void **state)
{
    expect_separator(*state, "", STR_NONE);
    expect_separator(*state, "`<!--more-->` <!-- more or less --> \\<!--more-->", STR_NONE);
    expect_separator(*state, "```\n<!--more-->\n```\n\n    <!--more-->\n", STR_NONE);
}

static void expect_excerpt(Scratch *scratch, const char *markdown, const char *html)
{
    Document document = parse(scratch, markdown);
    Document excerpt;

    assert_true(excerpt_document(&excerpt, &document, &scratch->arena));
    assert_str(html_of(scratch, &excerpt), html);
}

static void takes_what_stands_before_the_separator(void **state)
{
    expect_excerpt(*state, "# a\n\n*b*\n\n<!--more-->\n\nc", "<h1>a</h1>\n<p><em>b</em></p>\n");
    expect_excerpt(*state, "a **b <!--more--> c** d", "<p>a <strong>b </strong></p>\n");
    expect_excerpt(*state, "- a\n- b\n\n  <!--more-->\n\n  c\n",
                   "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n");
    expect_excerpt(*state, "<p>a</p>\n<!--more-->\n<p>b</p>", "<p>a</p>\n");
}

static void takes_the_first_paragraph_with_words(void **state)
{
    expect_excerpt(*state, "# a\n\n![b](c)\n\nd *e*\nf\n\ng", "<p>d <em>e</em>\nf</p>\n");
    expect_excerpt(*state, "<!--more-->\n\na\n", "<p>a</p>\n");
    expect_excerpt(*state, "> a\n\nb", "<p>b</p>\n");
    expect_excerpt(*state, "- a\n- b\n", "<p>a</p>\n");
    expect_excerpt(*state, "# a\n\n```\nb\n```", "<h1>a</h1>\n");
    expect_excerpt(*state, "<div class=x><p>a</p>\n<p>b</p></div>", "<p>a</p>\n");
}

static void leaves_footnotes_behind(void **state)
{
    expect_excerpt(*state, "a[^b] c\n\n[^b]: d\n", "<p>a c</p>\n");
    expect_excerpt(*state, "a[^b]\n\n<!--more-->\n\n[^b]: d\n", "<p>a</p>\n");
}

static void says_when_there_are_no_words(void **state)
{
    Scratch *scratch = *state;
    static const char *const texts[] = { "", "\n\n", "![a](b)", "***", "<!--more-->", "<script>a</script>" };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        Document document = parse(scratch, texts[i]);
        Document excerpt;
        assert_false(excerpt_document(&excerpt, &document, &scratch->arena));
        assert_str(excerpt_words(&document, 100, &scratch->arena), "");
    }
}

static void expect_words(Scratch *scratch, const char *markdown, size_t most, const char *words)
{
    Document document = parse(scratch, markdown);
    assert_str(excerpt_words(&document, most, &scratch->arena), words);
}

static void cuts_words_between_words(void **state)
{
    expect_words(*state, "a  *b*\nc [d](e) `f` <b>g</b> ![h](i)", 100, "a b c d f g");
    expect_words(*state, "One two three", 13, "One two three");
    expect_words(*state, "One two three", 12, "One two…");
    expect_words(*state, "One two, three", 10, "One two…");
    expect_words(*state, "äöü äöü äöü", 9, "äöü äöü…");
    expect_words(*state, "日本語のテキスト", 5, "日本語の…");
    expect_words(*state, "Unverständlichkeit", 6, "Unver…");
    expect_words(*state, "a", 0, "");
}

TEST_MAIN(TEST(finds_the_separator), TEST(finds_none_where_there_is_none), TEST(takes_what_stands_before_the_separator),
          TEST(takes_the_first_paragraph_with_words), TEST(leaves_footnotes_behind), TEST(says_when_there_are_no_words),
          TEST(cuts_words_between_words))
