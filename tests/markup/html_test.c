#include "tests/markup/support.h"

static void expect(Scratch *scratch, const char *markdown, HtmlOptions options, const char *expected)
{
    Document document = parse_with(scratch, markdown, (GfmOptions){ .heading_ids = true });
    Buf html = { .arena = &scratch->arena };

    render_html(&html, &document, &options);
    assert_str(buf_str(&html), expected);
}

static void makes_addresses_absolute(void **state)
{
    HtmlOptions options = { .page_url = STR("https://a.b/c/d/") };

    expect(*state, "[x](../y?z&w) [x](#s) [x](http://e.f) [x](mailto:g@h.i)\n", options,
           "<p><a href=\"https://a.b/c/y?z&amp;w\">x</a> <a href=\"https://a.b/c/d/#s\">x</a> <a "
           "href=\"http://e.f\">x</a> "
           "<a href=\"mailto:g@h.i\">x</a></p>\n");
    expect(*state, "![x](/y.png)\n", options, "<p><img src=\"https://a.b/y.png\" alt=\"x\" /></p>\n");
}

static void prefixes_ids_and_what_points_to_them(void **state)
{
    expect(*state, "# A\n\n[x](#a) [y](b#a)\n", (HtmlOptions){ .id_prefix = STR("p-") },
           "<h1 id=\"p-a\">A</h1>\n<p><a href=\"#p-a\">x</a> <a href=\"b#a\">y</a></p>\n");
    /* an absolute fragment leads to the page, where ids have no prefix */
    expect(*state, "# A\n\n[x](#a)\n", (HtmlOptions){ .id_prefix = STR("p-"), .page_url = STR("http://c.d/") },
           "<h1 id=\"p-a\">A</h1>\n<p><a href=\"http://c.d/#a\">x</a></p>\n");
}

static void passes_raw_html_or_shows_it(void **state)
{
    expect(*state, "<p\n>&\n\na <b>c</b>", (HtmlOptions){ 0 }, "<p\n>&\n<p>a <b>c</b></p>\n");
    expect(*state, "a <b>c</b>", (HtmlOptions){ .plain_raw_html = true }, "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
}

static void writes_footnotes(void **state)
{
    expect(*state, "a[^x] b[^x]\n\n[^x]: - c\n", (HtmlOptions){ .id_prefix = STR("p-") },
           "<p>a<sup class=\"footnote-ref\"><a href=\"#p-fn:1\" id=\"p-fnref:1\" role=\"doc-noteref\">1</a></sup> "
           "b<sup class=\"footnote-ref\"><a href=\"#p-fn:1\" id=\"p-fnref:1:2\" role=\"doc-noteref\">1</a></sup></p>\n"
           "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"p-fn:1\">\n<ul>\n<li>c</li>\n</ul>\n"
           "<p> <a href=\"#p-fnref:1\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"Back to reference "
           "1\">"
           "\u21A9\uFE0E</a> <a href=\"#p-fnref:1:2\" class=\"footnote-backref\" role=\"doc-backlink\" "
           "aria-label=\"Back to reference 1-2\">\u21A9\uFE0E<sup>2</sup></a></p>\n</li>\n</ol>\n</div>\n");
}

static void puts_backlinks_into_the_last_paragraph(void **state)
{
    expect(
        *state, "a[^x]\n\n[^x]: c\n", (HtmlOptions){ 0 },
        "<p>a<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1\" role=\"doc-noteref\">1</a></sup></p>\n"
        "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn:1\">\n"
        "<p>c <a href=\"#fnref:1\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"Back to reference 1\">"
        "\u21A9\uFE0E</a></p>\n</li>\n</ol>\n</div>\n");
}

static void escapes_by_place(void **state)
{
    expect(*state, "[\"<a>\"](b\"c&<d> \"e\\\"<\")\n\n```\"<\n\"<\n```\n", (HtmlOptions){ 0 },
           "<p><a href=\"b%22c&amp;%3Cd%3E\" title=\"e&quot;&lt;\">&quot;<a>&quot;</a></p>\n"
           "<pre><code class=\"language-&quot;&lt;\">&quot;&lt;\n</code></pre>\n");
    expect(*state, "![a \"b\" *c* `<`\nd](<e f> 'g\"')", (HtmlOptions){ 0 },
           "<p><img src=\"e%20f\" alt=\"a &quot;b&quot; c &lt; d\" title=\"g&quot;\" /></p>\n");
}

static void writes_one_node_alone(void **state)
{
    Scratch *scratch = *state;
    Document document = parse(scratch, "# a\n\n- *b*\n");
    Buf html = { .arena = &scratch->arena };

    buf_put(&html, STR("before"));
    render_html_node(&html, &document, document.root->last, &(HtmlOptions){ 0 });
    assert_str(buf_str(&html), "before<ul>\n<li><em>b</em></li>\n</ul>\n");
}

static void writes_elements_with_absolute_addresses(void **state)
{
    Scratch *scratch = *state;
    Arena *arena = &scratch->arena;
    Document document = { .arena = arena, .root = node_new(arena, NODE_DOCUMENT) };
    Node *image = node_new(arena, NODE_IMAGE);
    Node *quote = node_new(arena, NODE_ELEMENT_BLOCK);
    Buf html = { .arena = arena };

    quote->text = STR("figure");
    node_set_attribute(quote, arena, STR("id"), STR("f"));
    node_set_attribute(quote, arena, STR("cite"), STR("../q"));
    image->link.url = STR("i.png");
    node_set_attribute(image, arena, STR("srcset"), STR(" i.png 1x, /j,k.png 2x,l.png, m.png"));
    node_append(document.root, quote);
    node_append(quote, image);
    render_html(&html, &document, &(HtmlOptions){ .page_url = STR("http://a.b/c/"), .id_prefix = STR("x-") });
    assert_str(buf_str(&html), "<figure id=\"x-f\" cite=\"http://a.b/q\"><img src=\"http://a.b/c/i.png\" alt=\"\" "
                               "srcset=\"http://a.b/c/i.png 1x, http://a.b/j,k.png 2x, http://a.b/c/l.png, "
                               "http://a.b/c/m.png\" /></figure>\n");
}

TEST_MAIN(TEST(makes_addresses_absolute), TEST(prefixes_ids_and_what_points_to_them), TEST(passes_raw_html_or_shows_it),
          TEST(writes_footnotes), TEST(puts_backlinks_into_the_last_paragraph), TEST(escapes_by_place),
          TEST(writes_one_node_alone), TEST(writes_elements_with_absolute_addresses))
