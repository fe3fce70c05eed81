/* tests/markup/kramdown_lists_test.c - kramdown's dialect: lists of all kinds; as Jekyll renders it. */
#include "tests/markup/kramdown_support.h"

static void makes_each_item_loose_by_itself(void **state)
{
    expect_kramdown(*state, "* a\n* b\n\n* c\n", "<ul>\n<li>a</li>\n<li>\n<p>b</p>\n</li>\n<li>c</li>\n</ul>\n");
    expect_kramdown(*state, "* a\n\n* b\n\n* c\n",
                    "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>\n");
    expect_kramdown(*state, "* a\n\n  b\n* c\n",
                    "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>\n");
}

static void takes_all_bullets_for_one_list(void **state)
{
    expect_kramdown(*state, "- a\n* b\n+ c\n", "<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ul>\n");
}

static void takes_no_parenthesis_for_a_number(void **state)
{
    expect_kramdown(*state, "1) a\n2) b\n", "<p>1) a\n2) b</p>\n");
    expect_kramdown(*state, "3. a\n7. b\n", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n");
}

static void nests_by_the_indent_of_each_item(void **state)
{
    expect_kramdown(*state, "* a\n  * b\n    * c\n* d\n",
                    "<ul>\n<li>a\n<ul>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ul>\n");
    expect_kramdown(*state, "1. a\n   - b\n2. c\n", "<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>\n");
    expect_kramdown(*state, "* a\n * b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    expect_kramdown(*state, "*   a\n    * b\n", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n");
}

static void goes_on_lazily(void **state)
{
    expect_kramdown(*state, "* a\nb\n  c\n", "<ul>\n<li>a\nb\nc</li>\n</ul>\n");
    expect_kramdown(*state, "* a\n\nb\n", "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n");
}

static void holds_blocks(void **state)
{
    expect_kramdown(
        *state, "* a\n\n      code\n",
        "<ul>\n<li>\n<p>a</p>\n<div class=\"language-plaintext highlighter-rouge\"><div class=\"highlight\"><pre "
        "class=\"highlight\"><code>code\n</code></pre></div></div>\n</li>\n</ul>\n");
    expect_kramdown(*state, "* > quote\n* # head\n",
                    "<ul>\n<li>\n<blockquote>\n<p>quote</p>\n</blockquote>\n</li>\n<li>\n<h1 "
                    "id=\"head\">head</h1>\n</li>\n</ul>\n");
    expect_kramdown(*state, "*\n* b\n", "<p>*</p>\n<ul>\n<li>b</li>\n</ul>\n");
    expect_kramdown(*state, "* a\\\n# b\n", "<ul>\n<li>a\n<h1 id=\"b\">b</h1>\n</li>\n</ul>\n");
    expect_kramdown(*state, "* a\\\\\n# b\n", "<ul>\n<li>a<br />\n<h1 id=\"b\">b</h1>\n</li>\n</ul>\n");
}

static void counts_tabs_as_four_columns(void **state)
{
    expect_kramdown(*state, "*\ta\n\n\tb\n", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n");
    expect_kramdown(*state, "1.\ta\n\t* b\n", "<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>\n");
}

static void shows_tasks(void **state)
{
    expect_kramdown(
        *state, "* [ ] open\n* [x] done\n* plain\n",
        "<ul class=\"task-list\">\n<li class=\"task-list-item\"><input type=\"checkbox\" "
        "class=\"task-list-item-checkbox\" disabled=\"disabled\" />open</li>\n<li class=\"task-list-item\"><input "
        "type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\" checked=\"checked\" "
        "/>done</li>\n<li class=\"task-list-item\">plain</li>\n</ul>\n");
    expect_kramdown(*state, "- [x]\n", "<ul>\n<li>[x]</li>\n</ul>\n");
}

static void gives_items_attributes(void **state)
{
    expect_kramdown(*state, "* {:.a} b\n* c\n{: #l}\n", "<ul id=\"l\">\n<li class=\"a\">b</li>\n<li>c</li>\n</ul>\n");
}

static void defines_terms(void **state)
{
    expect_kramdown(*state, "term\n: definition\n", "<dl>\n<dt>term</dt>\n<dd>definition</dd>\n</dl>\n");
    expect_kramdown(*state, "a\nb\n: c\n: d\n", "<dl>\n<dt>a</dt>\n<dt>b</dt>\n<dd>c</dd>\n<dd>d</dd>\n</dl>\n");
    expect_kramdown(*state, "a\n\n: b\n", "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n</dd>\n</dl>\n");
    expect_kramdown(*state, "a\n: b\n\n    code\n\nc\n: d\n",
                    "<dl>\n<dt>a</dt>\n<dd>b\n<p>code</p>\n</dd>\n<dt>c</dt>\n<dd>d</dd>\n</dl>\n");
    expect_kramdown(*state, "{:.t} a\n: {:.d} b\n", "<dl>\n<dt class=\"t\">a</dt>\n<dd class=\"d\">b</dd>\n</dl>\n");
    expect_kramdown(*state, ": no term\n", "<p>: no term</p>\n");
}

static void lists_the_headings_where_asked(void **state)
{
    expect_kramdown(*state, "* anything\n{:toc}\n\n# A\n\n## B *c*\n\n### D {#d}\n\n# E\n{:.no_toc}\n",
                    "<ul id=\"markdown-toc\">\n<li><a href=\"#a\" id=\"markdown-toc-a\">A</a>\n<ul>\n<li><a "
                    "href=\"#b-c\" id=\"markdown-toc-b-c\">B <em>c</em></a>\n<ul>\n<li><a href=\"#d\" "
                    "id=\"markdown-toc-d\">D</a></li>\n</ul>\n</li>\n</ul>\n</li>\n</ul>\n<h1 id=\"a\">A</h1>\n<h2 "
                    "id=\"b-c\">B <em>c</em></h2>\n<h3 id=\"d\">D</h3>\n<h1 class=\"no_toc\" id=\"e\">E</h1>\n");
    expect_kramdown(*state, "1. x\n{:toc}\n\nno headings\n", "<p>no headings</p>\n");
}

TEST_MAIN(TEST(makes_each_item_loose_by_itself), TEST(takes_all_bullets_for_one_list),
          TEST(takes_no_parenthesis_for_a_number), TEST(nests_by_the_indent_of_each_item), TEST(goes_on_lazily),
          TEST(holds_blocks), TEST(counts_tabs_as_four_columns), TEST(shows_tasks), TEST(gives_items_attributes),
          TEST(defines_terms), TEST(lists_the_headings_where_asked))
