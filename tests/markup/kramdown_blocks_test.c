/* tests/markup/kramdown_blocks_test.c - kramdown's dialect: paragraphs, headings, quotes, code, rules; as Jekyll
 * renders it. */
#include "tests/markup/kramdown_support.h"

static void gives_headings_ids_as_jekyll_does(void **state)
{
    expect_kramdown(*state, "# What's New, été\n", "<h1 id=\"whats-new-été\">What’s New, été</h1>\n");
    expect_kramdown(*state, "# A b\n\n# A b\n\n# A b\n",
                    "<h1 id=\"a-b\">A b</h1>\n<h1 id=\"a-b-1\">A b</h1>\n<h1 id=\"a-b-2\">A b</h1>\n");
    expect_kramdown(*state, "## Mine {#own-id}\n", "<h2 id=\"own-id\">Mine</h2>\n");
    expect_kramdown(*state, "# `code` & *em*: [link](x)\n",
                    "<h1 id=\"code--em-link\"><code class=\"language-plaintext highlighter-rouge\">code</code> &amp; "
                    "<em>em</em>: <a href=\"x\">link</a></h1>\n");
    expect_kramdown(*state, "# ***\n\n# 1. Ducks\n", "<h1>***</h1>\n<h1 id=\"1-ducks\">1. Ducks</h1>\n");
    expect_kramdown(*state, "# a <script><</script>", "<h1 id=\"a-\">a <script>&lt;</script></h1>\n");
}

static void takes_a_heading_only_with_words(void **state)
{
    expect_kramdown(*state, "## \n\n##no\n", "<p>##</p>\n<p>##no</p>\n");
    expect_kramdown(*state, "text\n# Heading\nmore\n", "<p>text</p>\n<h1 id=\"heading\">Heading</h1>\n<p>more</p>\n");
    expect_kramdown(*state, "# closed ##\n# not closed#\n",
                    "<h1 id=\"closed\">closed</h1>\n<h1 id=\"not-closed\">not closed#</h1>\n");
    expect_kramdown(*state, "###### six\n####### seven\n", "<h6 id=\"six\">six</h6>\n<p>####### seven</p>\n");
}

static void underlines_headings_only_after_a_blank_line(void **state)
{
    expect_kramdown(*state, "Title\n=====\n\nSub\n---\n", "<h1 id=\"title\">Title</h1>\n<h2 id=\"sub\">Sub</h2>\n");
    expect_kramdown(*state, "a\nb\n---\n", "<p>a\nb\n—</p>\n");
    expect_kramdown(*state, "para\n\nc {#d}\n-=-\n", "<p>para</p>\n<h2 id=\"d\">c</h2>\n");
}

static void ends_a_paragraph_where_another_block_begins(void **state)
{
    expect_kramdown(*state, "May\n20. was sunny\n", "<p>May</p>\n<ol>\n<li>was sunny</li>\n</ol>\n");
    expect_kramdown(*state, "a\n> b\nc\n", "<p>a</p>\n<blockquote>\n<p>b\nc</p>\n</blockquote>\n");
    expect_kramdown(*state, "a\n~~~\nb\n~~~\n",
                    "<p>a</p>\n<div class=\"language-plaintext highlighter-rouge\"><div class=\"highlight\"><pre "
                    "class=\"highlight\"><code>b\n</code></pre></div></div>\n");
    expect_kramdown(*state, "a\n* b\n", "<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n");
    expect_kramdown(*state, "a\n---\n\nb\n", "<h2 id=\"a\">a</h2>\n<p>b</p>\n");
}

static void goes_on_with_a_paragraph_that_nothing_ended(void **state)
{
    expect_kramdown(*state, "a\n``` x y\nb\n", "<p>a\n``` x y\nb</p>\n");
    expect_kramdown(*state, "a\n## \nb\n", "<p>a\n##\nb</p>\n");
    expect_kramdown(*state, "a  \n## \nb\n", "<p>a<br />\n##\nb</p>\n");
}

static void quotes_lazily(void **state)
{
    expect_kramdown(*state, "> a\nb\n> # c\n\nd\n",
                    "<blockquote>\n<p>a\nb</p>\n<h1 id=\"c\">c</h1>\n</blockquote>\n<p>d</p>\n");
    expect_kramdown(*state, ">no space\n> > deep\n",
                    "<blockquote>\n<p>no space</p>\n<blockquote>\n<p>deep</p>\n</blockquote>\n</blockquote>\n");
}

static void wraps_code_as_rouge_does(void **state)
{
    expect_kramdown(*state, "~~~ text\na < b\n~~~\n",
                    "<div class=\"language-text highlighter-rouge\"><div class=\"highlight\"><pre "
                    "class=\"highlight\"><code>a &lt; b\n</code></pre></div></div>\n");
    expect_kramdown(*state, "```\nx\n```\n",
                    "<div class=\"language-plaintext highlighter-rouge\"><div class=\"highlight\"><pre "
                    "class=\"highlight\"><code>x\n</code></pre></div></div>\n");
    expect_kramdown(*state, "    indented\n\n    more\n",
                    "<div class=\"language-plaintext highlighter-rouge\"><div class=\"highlight\"><pre "
                    "class=\"highlight\"><code>indented\n\nmore\n</code></pre></div></div>\n");
    expect_kramdown(*state, "``` foolang\nx\n```\n", "<pre><code class=\"language-foolang\">x\n</code></pre>\n");
    expect_kramdown(*state, "````\n```\n````\n",
                    "<div class=\"language-plaintext highlighter-rouge\"><div class=\"highlight\"><pre "
                    "class=\"highlight\"><code>```\n</code></pre></div></div>\n");
}

static void joins_lazy_lines_of_code(void **state)
{
    expect_kramdown(*state, "    a\nb\n    c\n",
                    "<div class=\"language-plaintext highlighter-rouge\"><div class=\"highlight\"><pre "
                    "class=\"highlight\"><code>a b\nc\n</code></pre></div></div>\n");
}

static void leaves_fences_with_two_words_as_text(void **state)
{
    expect_kramdown(*state, "``` a b\nc\n```\n",
                    "<p><code class=\"language-plaintext highlighter-rouge\">a b\nc\n</code></p>\n");
    expect_kramdown(*state, "~~~\nunclosed\n", "<p>~~~\nunclosed</p>\n");
}

static void adds_classes_to_code(void **state)
{
    expect_kramdown(*state, "    a\n{: .wide #x}\n",
                    "<div id=\"x\" class=\"language-plaintext wide highlighter-rouge\"><div class=\"highlight\"><pre "
                    "class=\"highlight\"><code>a\n</code></pre></div></div>\n");
    expect_kramdown(*state, "~~~\na\n~~~\n{: .language-text}\n",
                    "<div class=\"language-text highlighter-rouge\"><div class=\"highlight\"><pre "
                    "class=\"highlight\"><code>a\n</code></pre></div></div>\n");
    expect_kramdown(*state, "`a`{: .b}\n", "<p><code class=\"language-plaintext b highlighter-rouge\">a</code></p>\n");
    expect_kramdown(*state, "~~~\na\n~~~\n{:.language-}\n",
                    "<div class=\"language-plaintext language- highlighter-rouge\"><div class=\"highlight\">"
                    "<pre class=\"highlight\"><code>a\n</code></pre></div></div>\n");
}

static void draws_rules(void **state)
{
    expect_kramdown(*state, "* * *\n\n---\n___\n- - -\n", "<hr />\n<hr />\n<hr />\n<hr />\n");
}

static void ends_blocks_at_a_caret(void **state)
{
    expect_kramdown(*state, "* a\n^\n* b\n", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n");
    expect_kramdown(*state, "a\n^\n    code\n",
                    "<p>a</p>\n<div class=\"language-plaintext highlighter-rouge\"><div class=\"highlight\"><pre "
                    "class=\"highlight\"><code>code\n</code></pre></div></div>\n");
    expect_kramdown(*state, "a\n{:.b\\}\n", "<p class=\"b\\\">a</p>\n");
}

static void shows_formulas_for_mathjax(void **state)
{
    expect_kramdown(*state, "$$x^2$$ and $$y$$\n", "<p>\\(x^2\\) and \\(y\\)</p>\n");
    expect_kramdown(*state, "$$\na < b\n$$\n", "\\[a &lt; b\\]\n");
    expect_kramdown(*state, "\\$$x$$\n", "<p>\\(x\\)</p>\n");
    expect_kramdown(*state, "$$\na\n$$\n{: .m}\n", "<div class=\"m\">\\[a\\]\n</div>\n");
}

static void makes_tables_of_lines_with_pipes(void **state)
{
    expect_kramdown(*state, "a | b\n", "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n");
    expect_kramdown(*state, "|a|b|\n|:-|-:|\n|1|2|\n|3|\n",
                    "<table>\n<thead>\n<tr>\n<th style=\"text-align: left\">a</th>\n<th style=\"text-align: "
                    "right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td style=\"text-align: left\">1</td>\n<td "
                    "style=\"text-align: right\">2</td>\n</tr>\n<tr>\n<td style=\"text-align: left\">3</td>\n<td "
                    "style=\"text-align: right\">\u00A0</td>\n</tr>\n</tbody>\n</table>\n");
    expect_kramdown(*state, "| a |\n|---|\n| b |\n|===|\n| c |\n",
                    "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</"
                    "tbody>\n<tfoot>\n<tr>\n<td>c</td>\n</tr>\n</tfoot>\n</table>\n");
    expect_kramdown(*state, "|a|\n|-|\n|b|\n|-|\n|c|\n",
                    "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</"
                    "tbody>\n<tbody>\n<tr>\n<td>c</td>\n</tr>\n</tbody>\n</table>\n");
    expect_kramdown(*state, "| `a|b` | c \\| d |\n",
                    "<table>\n<tbody>\n<tr>\n<td><code class=\"language-plaintext "
                    "highlighter-rouge\">a|b</code></td>\n<td>c | d</td>\n</tr>\n</tbody>\n</table>\n");
    expect_kramdown(*state, "a | b\nno pipe\n", "<p>a | b\nno pipe</p>\n");
    expect_kramdown(*state, "a\nb | c\n", "<p>a\nb | c</p>\n");
    expect_kramdown(*state, "|-\n| :-: | -- |\n| x | y |\n",
                    "<table>\n<tbody>\n<tr>\n<td>x</td>\n<td>y</td>\n</tr>\n</tbody>\n</table>\n");
    expect_kramdown(*state, "a<So></so>|\n", "<p>a<So>&lt;/so&gt;|</So></p>\n");
}

static void ends_lines_as_the_author_did(void **state)
{
    expect_kramdown(*state, "a\r\nb\r\n\r\n* c\r\n", "<p>a\nb</p>\n<ul>\n<li>c</li>\n</ul>\n");
    expect_kramdown(*state, "no newline", "<p>no newline</p>\n");
    expect_kramdown(*state, "", "");
    expect_kramdown(*state, "\n\n \n", "");
}

TEST_MAIN(TEST(gives_headings_ids_as_jekyll_does), TEST(takes_a_heading_only_with_words),
          TEST(underlines_headings_only_after_a_blank_line), TEST(ends_a_paragraph_where_another_block_begins),
          TEST(goes_on_with_a_paragraph_that_nothing_ended), TEST(quotes_lazily), TEST(wraps_code_as_rouge_does),
          TEST(joins_lazy_lines_of_code), TEST(leaves_fences_with_two_words_as_text), TEST(adds_classes_to_code),
          TEST(draws_rules), TEST(ends_blocks_at_a_caret), TEST(shows_formulas_for_mathjax),
          TEST(makes_tables_of_lines_with_pipes), TEST(ends_lines_as_the_author_did))
