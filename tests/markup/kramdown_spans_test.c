/* tests/markup/kramdown_spans_test.c - kramdown's dialect: text; as Jekyll renders it. */
#include "tests/markup/kramdown_support.h"

static void turns_quotes_by_their_context(void **state)
{
    expect_kramdown(*state, "\"a\" 'b' it's\n", "<p>“a” ‘b’ it’s</p>\n");
    expect_kramdown(*state, "'03 the '90s\n", "<p>‘03 the ’90s</p>\n");
    expect_kramdown(*state, "(\"a\") \"*b*\" '**c**'\n", "<p>(“a”) “<em>b</em>” ‘<strong>c</strong>’</p>\n");
    expect_kramdown(*state, "a=\"b\" \"'c'\" \"'d\n", "<p>a=”b” “‘c’” “‘d</p>\n");
    expect_kramdown(*state, "\\\"a\\\"\n", "<p>&quot;a&quot;</p>\n");
    expect_kramdown(*state, "\"a\".  \"b\"...\n", "<p>“a”.  “b”…</p>\n");
}

static void draws_dashes_and_guillemets(void **state)
{
    expect_kramdown(*state, "a -- b --- c...\n", "<p>a – b — c…</p>\n");
    expect_kramdown(*state, "<<a>> << b >>\n", "<p>«a» «\u00A0b\u00A0»</p>\n");
    expect_kramdown(*state, "\\<<a\\>>\n", "<p>&lt;&lt;a&gt;&gt;</p>\n");
}

static void emphasises(void **state)
{
    expect_kramdown(*state, "*a* _b_ **c** __d__\n",
                    "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>\n");
    expect_kramdown(*state, "**Note:**text\n", "<p><strong>Note:</strong>text</p>\n");
    expect_kramdown(*state, "***a***\n", "<p><strong><em>a</em></strong></p>\n");
    expect_kramdown(*state, "a_b_c and _a_b\n", "<p>a_b_c and _a_b</p>\n");
    expect_kramdown(*state, "* a* b*\n", "<ul>\n<li>a* b*</li>\n</ul>\n");
    expect_kramdown(*state, "**a *b* c**\n", "<p><strong>a <em>b</em> c</strong></p>\n");
    expect_kramdown(*state, "*a **b***\n", "<p><em>a <strong>b</strong></em></p>\n");
    expect_kramdown(*state, "_a\n\n*b\n", "<p>_a</p>\n<p>*b</p>\n");
    expect_kramdown(*state, "**a\n", "<p>**a</p>\n");
}

static void takes_code_as_it_is(void **state)
{
    expect_kramdown(*state, "`a` ``b ` c``\n",
                    "<p><code class=\"language-plaintext highlighter-rouge\">a</code> <code class=\"language-plaintext "
                    "highlighter-rouge\">b ` c</code></p>\n");
    expect_kramdown(*state, "` x`\n", "<p>` x`</p>\n");
    expect_kramdown(*state, "`a\nb`\n", "<p><code class=\"language-plaintext highlighter-rouge\">a\nb</code></p>\n");
    expect_kramdown(*state, "`a\n", "<p>`a</p>\n");
    expect_kramdown(*state, "`<b>&amp;`\n",
                    "<p><code class=\"language-plaintext highlighter-rouge\">&lt;b&gt;&amp;amp;</code></p>\n");
}

static void links(void **state)
{
    expect_kramdown(*state, "[a](b \"c\")\n", "<p><a href=\"b\" title=\"c\">a</a></p>\n");
    expect_kramdown(*state, "[a](b c)\n", "<p><a href=\"b c\">a</a></p>\n");
    expect_kramdown(*state, "[a](<b c>)\n", "<p><a href=\"b c\">a</a></p>\n");
    expect_kramdown(*state, "[a](b (c) 'd')\n", "<p><a href=\"b (c)\" title=\"d\">a</a></p>\n");
    expect_kramdown(*state, "[a [b] c](d)\n", "<p><a href=\"d\">a [b] c</a></p>\n");
    expect_kramdown(*state, "![a *b*](c)\n", "<p><img src=\"c\" alt=\"a *b*\" /></p>\n");
    expect_kramdown(*state, "[![a](b)](c)\n", "<p><a href=\"c\"><img src=\"b\" alt=\"a\" /></a></p>\n");
    expect_kramdown(*state, "[a](b\n", "<p>[a](b</p>\n");
    expect_kramdown(*state, "[a](/é?b[]&c)\n", "<p><a href=\"/é?b[]&amp;c\">a</a></p>\n");
}

static void links_by_reference(void **state)
{
    expect_kramdown(*state, "[a] [b]\n\n[b]: c \"d\"\n", "<p><a href=\"c\" title=\"d\">a</a></p>\n");
    expect_kramdown(*state, "[A\nb]\n\n[a B]: <c d>\n  'e'\n", "<p><a href=\"c d\" title=\"e\">A\nb</a></p>\n");
    expect_kramdown(*state, "[Update]: text of it\n\n[update]\n", "<p><a href=\"text of it\">update</a></p>\n");
    expect_kramdown(*state, "[a][] ![b][a]\n\n[a]: /x\n{: .l}\n",
                    "<p><a href=\"/x\" class=\"l\">a</a> <img src=\"/x\" alt=\"b\" class=\"l\" /></p>\n");
    expect_kramdown(*state, "[none] [a][none]\n", "<p>[none] [a][none]</p>\n");
    expect_kramdown(*state, "[a]\n\n[a]: <b> c> \"d\"\n", "<p><a href=\"b&gt; c\" title=\"d\">a</a></p>\n");
}

static void links_addresses_in_angles_only(void **state)
{
    expect_kramdown(*state, "<https://example.org/?a&b> <a@example.org> https://example.org\n",
                    "<p><a href=\"https://example.org/?a&amp;b\">https://example.org/?a&amp;b</a> <a "
                    "href=\"mailto:a@example.org\">a@example.org</a> https://example.org</p>\n");
    expect_kramdown(*state, "<mailto:a@example.org>\n", "<p><a href=\"mailto:a@example.org\">a@example.org</a></p>\n");
}

static void breaks_lines(void **state)
{
    expect_kramdown(*state, "a  \nb\\\\\nc\\\nd\ne\n", "<p>a<br />\nb<br />\nc<br />\nd\ne</p>\n");
}

static void escapes(void **state)
{
    expect_kramdown(*state, "\\*a\\* \\`b\\` \\# \\~ \\a\n", "<p>*a* `b` # ~ \\a</p>\n");
}

static void knows_the_references_of_html_4(void **state)
{
    expect_kramdown(*state, "&copy; &#8364; &#x20AC; &nbsp;x &check; &;\n",
                    "<p>© € € \u00A0x &amp;check; &amp;;</p>\n");
}

static void deletes(void **state)
{
    expect_kramdown(*state, "~~a *b*~~ ~~ c~~ ~~d\n", "<p><del>a <em>b</em></del> ~~ c~~ ~~d</p>\n");
}

static void gives_spans_attributes(void **state)
{
    expect_kramdown(*state, "*a*{: .b #c}[d](e){: target=\"_blank\"}\n",
                    "<p><em class=\"b\" id=\"c\">a</em><a href=\"e\" target=\"_blank\">d</a></p>\n");
    expect_kramdown(*state, "text{: .a}\n", "<p>text{: .a}</p>\n");
    expect_kramdown(*state, "{:l: .m title=\"n\"}\n\na\n{: l .o}\n", "<p class=\"m o\" title=\"n\">a</p>\n");
    expect_kramdown(*state, "a $$b c$${:.d} e", "<p>a <span class=\"d\">$b c$</span> e</p>\n");
    expect_kramdown(*state, "a $$$${:.d}", "<p>a <span class=\"d\">$$</span></p>\n");
}

static void marks_footnotes(void **state)
{
    expect_kramdown(
        *state, "a[^1] b[^two] c[^1]\n\n[^1]: One.\n[^two]: Two\n\n    more\n\n        code\n",
        "<p>a<sup id=\"fnref:1\" role=\"doc-noteref\"><a href=\"#fn:1\" class=\"footnote\" "
        "rel=\"footnote\">1</a></sup> b<sup id=\"fnref:two\" role=\"doc-noteref\"><a href=\"#fn:two\" "
        "class=\"footnote\" rel=\"footnote\">2</a></sup> c<sup id=\"fnref:1:1\" role=\"doc-noteref\"><a href=\"#fn:1\" "
        "class=\"footnote\" rel=\"footnote\">1</a></sup></p>\n<div class=\"footnotes\" "
        "role=\"doc-endnotes\">\n<ol>\n<li id=\"fn:1\" role=\"doc-endnote\">\n<p>One.\u00A0<a href=\"#fnref:1\" "
        "class=\"reversefootnote\" role=\"doc-backlink\">↩</a>\u00A0<a href=\"#fnref:1:1\" class=\"reversefootnote\" "
        "role=\"doc-backlink\">↩<sup>2</sup></a></p>\n</li>\n<li id=\"fn:two\" "
        "role=\"doc-endnote\">\n<p>Two</p>\n<p>more</p>\n<div class=\"language-plaintext highlighter-rouge\"><div "
        "class=\"highlight\"><pre class=\"highlight\"><code>code\n</code></pre></div></div>\n<p><a href=\"#fnref:two\" "
        "class=\"reversefootnote\" role=\"doc-backlink\">↩</a></p>\n</li>\n</ol>\n</div>\n");
    expect_kramdown(*state, "[^none]\n", "<p>[^none]</p>\n");
    expect_kramdown(*state, "a[^x]\n\n[^x]:\n    > q\n",
                    "<p>a<sup id=\"fnref:x\" role=\"doc-noteref\"><a href=\"#fn:x\" class=\"footnote\" "
                    "rel=\"footnote\">1</a></sup></p>\n<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li "
                    "id=\"fn:x\" role=\"doc-endnote\">\n<blockquote>\n<p>q</p>\n</blockquote>\n<p><a href=\"#fnref:x\" "
                    "class=\"reversefootnote\" role=\"doc-backlink\">↩</a></p>\n</li>\n</ol>\n</div>\n");
}

static void explains_abbreviations(void **state)
{
    expect_kramdown(*state, "HTML and HTMLs and (HTML)\n\n*[HTML]: Markup \"language\"\n",
                    "<p><abbr title=\"Markup &quot;language&quot;\">HTML</abbr> and HTMLs and (<abbr title=\"Markup "
                    "&quot;language&quot;\">HTML</abbr>)</p>\n");
    expect_kramdown(*state, "`HTML` <code>HTML</code>\n\n*[HTML]: x\n",
                    "<p><code class=\"language-plaintext highlighter-rouge\">HTML</code> <code>HTML</code></p>\n");
}

static void leaves_out_comments_of_kramdown(void **state)
{
    expect_kramdown(*state, "{::comment}\na\n{:/comment}\n\nb {::comment}c{:/} d {::nomarkdown}*e*{:/}\n",
                    "<!-- a -->\n<p>b <!-- c --> d *e*</p>\n");
    expect_kramdown(*state, "{::options auto_ids=\"false\" /}\n\n# a\n", "<h1>a</h1>\n");
}

static void makes_a_figure(void **state)
{
    expect_kramdown(*state, "![a](b){:standalone .c}\n",
                    "<figure class=\"c\"><img src=\"b\" alt=\"a\" />\n<figcaption>a</figcaption>\n</figure>\n");
}

TEST_MAIN(TEST(turns_quotes_by_their_context), TEST(draws_dashes_and_guillemets), TEST(emphasises),
          TEST(takes_code_as_it_is), TEST(links), TEST(links_by_reference), TEST(links_addresses_in_angles_only),
          TEST(breaks_lines), TEST(escapes), TEST(knows_the_references_of_html_4), TEST(deletes),
          TEST(gives_spans_attributes), TEST(marks_footnotes), TEST(explains_abbreviations),
          TEST(leaves_out_comments_of_kramdown), TEST(makes_a_figure))
