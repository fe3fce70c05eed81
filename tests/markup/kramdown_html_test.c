/* tests/markup/kramdown_html_test.c - kramdown's dialect: HTML among Markdown; as Jekyll renders it. */
#include "tests/markup/kramdown_support.h"

static void leaves_blocks_raw_up_to_their_end_tags(void **state)
{
    expect_kramdown(*state, "<blockquote>a\n\n*b*\n</blockquote>\n\n*c*\n",
                    "<blockquote>a\n\n*b*\n</blockquote>\n<p><em>c</em></p>\n");
    expect_kramdown(*state, "<div>*a*</div> *b*\n", "<div>*a*</div>\n<p><em>b</em></p>\n");
    expect_kramdown(*state, "<p>a\n<div>b\n</p>\n", "<p>a\n<div>b\n&lt;/p&gt;\n</div></p>\n");
}

static void prints_elements_closed_and_quoted(void **state)
{
    expect_kramdown(*state, "<DIV Class='a' id=b hidden>x<br></DIV>\n",
                    "<div class=\"a\" id=\"b\" hidden=\"\">x<br /></div>\n");
    expect_kramdown(*state, "<table><tr><td>a & b < c &lt;\n",
                    "<table><tr><td>a &amp; b &lt; c &lt;\n</td></tr></table>\n");
    expect_kramdown(*state, "<p>a</b></p>\n", "<p>a&lt;/b&gt;</p>\n");
}

static void reads_markdown_where_asked(void **state)
{
    expect_kramdown(*state, "<div markdown=\"1\">\n*a*\n\n# b\n</div>\n",
                    "<div>\n<p><em>a</em></p>\n<h1 id=\"b\">b</h1>\n</div>\n");
    expect_kramdown(*state, "<section class=\"x\"><div markdown=\"1\">\n* a\n</div></section>\n",
                    "<section class=\"x\"><div>\n<ul>\n<li>a</li>\n</ul>\n</div></section>\n");
    expect_kramdown(*state, "<p markdown=\"1\">*a*</p>\n", "<p><em>a</em></p>\n");
    expect_kramdown(*state, "<div markdown=\"span\">*a*</div>\n", "<div><em>a</em></div>\n");
    expect_kramdown(*state, "<div markdown=\"0\">*a*</div>\n", "<div>*a*</div>\n");
    expect_kramdown(*state, "<div markdown=\"1\">\n*a*</div>\n", "<div>\n<p><em>a</em>&lt;/div&gt;</p>\n</div>\n");
    expect_kramdown(*state, "<pre>a<div markdown=\"1\">\n*b*\n</div>c</pre>\n",
                    "<pre>a<div>\n<p><em>b</em></p>\n</div>c</pre>\n");
}

static void lets_a_block_element_end_a_paragraph(void **state)
{
    expect_kramdown(*state, "a\n<div>b</div>\nc\n", "<p>a</p>\n<div>b</div>\n<p>c</p>\n");
    expect_kramdown(*state, "a\n<span>b</span>\n", "<p>a\n<span>b</span></p>\n");
}

static void keeps_comments_in_the_paragraph_they_follow(void **state)
{
    expect_kramdown(*state, "a\n<!--more-->\nb\n", "<p>a\n<!--more-->\nb</p>\n");
    expect_kramdown(*state, "a\n\n<!-- *b* -->\n*c*\n", "<p>a</p>\n<!-- *b* -->\n<p><em>c</em></p>\n");
    expect_kramdown(*state, " <!-- a -->\n", "<p><!-- a --></p>\n");
}

static void takes_no_unquoted_address(void **state)
{
    expect_kramdown(*state, "<a href=/x>b</a>\n", "<p>&lt;a href=/x&gt;b&lt;/a&gt;</p>\n");
}

static void reads_markdown_in_span_elements(void **state)
{
    expect_kramdown(*state, "<b>*a*</b> <code>*b*</code> <kbd>&amp;</kbd>\n",
                    "<p><b><em>a</em></b> <code>*b*</code> <kbd>&amp;</kbd></p>\n");
    expect_kramdown(*state, "<img src=\"a\"> Hi *x*\n", "<p><img src=\"a\" /> Hi <em>x</em></p>\n");
    expect_kramdown(*state, "a <br> b <span class='c'>\"d\"</span>\n",
                    "<p>a <br /> b <span class=\"c\">“d”</span></p>\n");
    expect_kramdown(*state, "a <div>b</div>\n", "<p>a &lt;div&gt;b&lt;/div&gt;</p>\n");
    expect_kramdown(*state, "a </b> c\n", "<p>a &lt;/b&gt; c</p>\n");
    expect_kramdown(*state, "<i>a *b*\n", "<p><i>a <em>b</em></i></p>\n");
}

static void leaves_scripts_alone(void **state)
{
    expect_kramdown(*state, "<script>\nif (a < b && *c*) {}\n</script>\n\n*a*\n",
                    "<script>\nif (a < b && *c*) {}\n</script>\n<p><em>a</em></p>\n");
    expect_kramdown(*state, "<style>\n\n* { a: b }\n</style>\n", "<style>\n\n* { a: b }\n</style>\n");
}

TEST_MAIN(TEST(leaves_blocks_raw_up_to_their_end_tags), TEST(prints_elements_closed_and_quoted),
          TEST(reads_markdown_where_asked), TEST(lets_a_block_element_end_a_paragraph),
          TEST(keeps_comments_in_the_paragraph_they_follow), TEST(takes_no_unquoted_address),
          TEST(reads_markdown_in_span_elements), TEST(leaves_scripts_alone))
