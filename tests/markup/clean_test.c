#include "markup/clean.h"
#include "markup/plain.h"
#include "tests/markup/support.h"

static void expect(Scratch *scratch, const char *markdown, const char *expected)
{
    Document document = parse(scratch, markdown);
    Document clean;

    document_clean(&clean, &document, &scratch->arena);
    assert_false(clean.has_raw_html);
    assert_str(html_of(scratch, &clean), expected);
}

static void shares_what_is_clean_already(void **state)
{
    Scratch *scratch = *state;
    Document document = parse(scratch, "# a\n\n[b](c) ![d](https://e)\n");
    Document clean;

    document_clean(&clean, &document, &scratch->arena);
    assert_ptr_equal(clean.root, document.root);
}

static void leaves_the_document_as_it_was(void **state)
{
    Scratch *scratch = *state;
    Document document = parse(scratch, "- [x] *a* <b>b</b> [c](javascript:d)[^e]\n\n[^e]: f\n");
    Document clean;
    Str before = html_of(scratch, &document);

    document_clean(&clean, &document, &scratch->arena);
    assert_true(str_eq(html_of(scratch, &document), before));
    assert_true(document.has_raw_html);
}

static void reads_elements_that_markdown_has(void **state)
{
    expect(*state, "<p>a <b>b</b> <i>c</i> <s>d</s> <code>e<b>f</b></code><br>g</p>",
           "<p>a <strong>b</strong> <em>c</em> <del>d</del> <code>ef</code><br />\ng</p>\n");
    expect(*state, "<h2>a</h2><blockquote>b</blockquote><hr><pre>c &lt;\n d</pre>",
           "<h2>a</h2>\n<blockquote>\n<p>b</p>\n</blockquote>\n<hr />\n<pre><code>c &lt;\n d\n</code></pre>\n");
    expect(*state, "<ol start=3><li>a<ul><li>b</ul><li>c</ol>",
           "<ol start=\"3\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>\n");
    expect(*state, "<ul><li>a<p>b</p></ul>", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n");
    expect(*state, "<pre><code class=\"x language-c\">a\n</code></pre>",
           "<pre><code class=\"language-c\">a\n</code></pre>\n");
}

static void reads_tables(void **state)
{
    expect(*state,
           "<table><caption>C</caption><tr><th align=RIGHT>a<th style=\"color: red; Text-Align : Center\">b<tr><td "
           "colspan=2>c<p>d</table>",
           "<p>C</p>\n<table>\n<thead>\n<tr>\n<th style=\"text-align: right\">a</th>\n<th style=\"text-align: "
           "center\">b</th>\n"
           "</tr>\n</thead>\n<tbody>\n<tr>\n<td colspan=\"2\">c<br />\nd</td>\n</tr>\n</tbody>\n</table>\n");
}

static void takes_apart_tables_for_layout(void **state)
{
    expect(*state, "<table><tr><td><h1>a</h1><td><table><tr><td>b</table><ul><li>c</ul></table>",
           "<h1>a</h1>\n<table>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n<ul>\n<li>c</li>\n</ul>\n");
}

static void keeps_what_means_something(void **state)
{
    expect(
        *state,
        "a <kbd>b</kbd> H<sub>2</sub>O <abbr title=\"c\">d</abbr> <time datetime=2024>e</time> <span lang=fr>f</span>",
        "<p>a <kbd>b</kbd> H<sub>2</sub>O <abbr title=\"c\">d</abbr> <time datetime=\"2024\">e</time> <span "
        "lang=\"fr\">f</span></p>\n");
    expect(
        *state,
        "<figure><img src=a.png alt='&amp; b' width=10 height=\"20px\"><figcaption>c <em>d</em></figcaption></figure>",
        "<figure><img src=\"a.png\" alt=\"&amp; b\" width=\"10\" />\n<figcaption>c "
        "<em>d</em></figcaption>\n</figure>\n");
    expect(*state, "<details open><summary>a</summary>b</details><dl><dt>c<dd>d</dl>",
           "<details open=\"\">\n<summary>a</summary>\n<p>b</p>\n</details>\n<dl>\n<dt>c</dt>\n<dd>d</dd>\n</dl>\n");
}

static void dissolves_what_means_nothing(void **state)
{
    expect(*state, "<div class=a><section><p style=b>c</p>d</section></div><center><font>e</font></center>",
           "<p>c</p>\n<p>d</p>\n<p>e</p>\n");
    expect(*state, "<div lang=ar dir=rtl><x-y>a</x-y></div>", "<div lang=\"ar\" dir=\"rtl\">a</div>\n");
    expect(*state, "<picture><source srcset=a><img src=b></picture>", "<p><img src=\"b\" alt=\"\" /></p>\n");
}

static void drops_what_acts(void **state)
{
    expect(
        *state,
        "a<script>b</script><style>c</style><!-- d --><form>e</form><template>f</template><svg><text>g</text></svg>h",
        "<p>a</p>\n<p>h</p>\n");
    expect(*state, "<p onclick=a id=b hidden>c</p>d <b onmouseover=e>f</b> <button>g</button><input value=h>",
           "<p>d <strong>f</strong></p>\n");
    expect(*state, "<!--[if mso]><p>a</p><![endif]-->\n\nb", "<p>b</p>\n");
    expect(*state, "<title>a</title><link rel=x><meta name=y><base href=z>b", "<p>b</p>\n");
}

static void makes_links_of_embeds(void **state)
{
    expect(*state, "<iframe src=\"//v.org/e?a&amp;b\" title=\" The talk \"></iframe>",
           "<p><a href=\"https://v.org/e?a&amp;b\">The talk</a></p>\n");
    expect(*state, "a <video><source src=/v.mp4>no video</video> b",
           "<p>a<br />\n<a href=\"/v.mp4\">/v.mp4</a><br />\nb</p>\n");
    expect(*state, "<iframe src=\"javascript:a\"></iframe><object><p>b</object>", "<p>b</p>\n");
    expect(*state, "<iframe srcdoc=a></iframe><audio src=data:x,y></audio><embed src=http://c>",
           "<p><a href=\"http://c\">http://c</a></p>\n");
}

static void takes_away_dangerous_addresses(void **state)
{
    expect(*state,
           "[a](javascript:b) [c](JAVA&#x0A;script:d) <a href=\" &#1;javascript:e\">f</a> [g](tel:1) [h](mailto:i@j.k) "
           "[l](ftp://m)",
           "<p>a c f <a href=\"tel:1\">g</a> <a href=\"mailto:i@j.k\">h</a> l</p>\n");
    expect(*state, "![a *b*](data:image/png;base64,c) <img src=vbscript:d alt=e> ![f](g)",
           "<p>a <em>b</em> e <img src=\"g\" alt=\"f\" /></p>\n");
    expect(*state, "<img src=a srcset=\"b 1x, data:c 2x\"><q cite=javascript:d>e</q>",
           "<p><img src=\"a\" alt=\"\" /><q>e</q></p>\n");
    expect(*state, "<a href=\"java\tscript:x\">y</a> <a href=\"ht\ttp://z\">z</a>",
           "<p>y <a href=\"http://z\">z</a></p>\n");
}

static void lets_an_id_stand_once(void **state)
{
    expect(*state, "<p id=a>b</p><p id=a>c</p><p id=\"d e\">f</p><p id='\"'>g</p>",
           "<p id=\"a\">b</p>\n<p>c</p>\n<p>f</p>\n<p>g</p>\n");
}

static void reads_raw_html_together_with_markdown(void **state)
{
    expect(
        *state, "<div>\n\n*a* <b>b *c*</b>\n\n- d <i>e\n- f\n\n</div>\n",
        "<p><em>a</em> <strong>b <em>c</em></strong></p>\n<ul>\n<li>d <em>e</em></li>\n<li><em>f</em></li>\n</ul>\n");
    expect(*state, "a <figure>b</figure> c", "<p>a</p>\n<figure>b</figure>\n<p>c</p>\n");
    expect(*state, "<a href=b>\n\n# c\n\nd\n\n</a>", "<h1><a href=\"b\">c</a></h1>\n<p><a href=\"b\">d</a></p>\n");
    expect(*state, "a <br> ```b <c>`` d```\n\n    <e>\n",
           "<p>a<br />\n<code>b &lt;c&gt;`` d</code></p>\n<pre><code>&lt;e&gt;\n</code></pre>\n");
}

static void keeps_footnotes_at_the_end(void **state)
{
    expect(*state, "<blockquote>\n\na[^b]\n\n[^b]: c\n",
           "<blockquote>\n<p>a<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1\" "
           "role=\"doc-noteref\">1</a></sup></p>\n"
           "</blockquote>\n<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn:1\">\n<p>c "
           "<a href=\"#fnref:1\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"Back to reference "
           "1\">\u21A9\uFE0E</a></p>\n</li>\n</ol>\n</div>\n");
}

static void shows_tasks_as_characters(void **state)
{
    expect(*state, "- [x] a\n- [ ] b\n", "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>\n");
}

/* An author can write the attribute by which the document's nodes are found again. */
static void is_not_fooled_by_its_own_mark(void **state)
{
    expect(*state, "`a` <b data-herald-node=1>b</b> <b data-herald-node=99>c</b> <b data-herald-node=-1>d</b>",
           "<p><code>a</code> <strong>b</strong> <strong>c</strong> <strong>d</strong></p>\n");
    Scratch *scratch = *state;
    Document document =
        parse(scratch, joined(scratch, joined(scratch, "`", repeated(scratch, "x", 10000)),
                              joined(scratch, "`", repeated(scratch, "<wbr data-herald-node=1>", 10000))));
    Document clean;
    document_clean(&clean, &document, &scratch->arena);
    assert_true(html_of(scratch, &clean).len < 20000);
}

static int depth_of(const Document *document)
{
    int deepest = 0;

    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        int depth = 0;
        for (const Node *at = node; at != document->root; at = at->parent)
            depth++;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

static void bounds_depth(void **state)
{
    static const char *const tags[] = { "<div lang=a>",    "<b>",   "<ul><li>",        "<blockquote>",
                                        "<table><tr><td>", "<sup>", "<li><div lang=a>" };
    Scratch *scratch = *state;

    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        Document document = parse(scratch, joined(scratch, repeated(scratch, tags[i], 10000), "deep"));
        Document clean;
        Buf words = { .arena = &scratch->arena };
        document_clean(&clean, &document, &scratch->arena);
        assert_true(depth_of(&clean) <= NODE_MAX_DEPTH + 8);
        render_words(&words, clean.root);
        assert_str(buf_str(&words), "deep");
    }
}

TEST_MAIN(TEST(shares_what_is_clean_already), TEST(leaves_the_document_as_it_was),
          TEST(reads_elements_that_markdown_has), TEST(reads_tables), TEST(takes_apart_tables_for_layout),
          TEST(keeps_what_means_something), TEST(dissolves_what_means_nothing), TEST(drops_what_acts),
          TEST(makes_links_of_embeds), TEST(takes_away_dangerous_addresses), TEST(lets_an_id_stand_once),
          TEST(reads_raw_html_together_with_markdown), TEST(keeps_footnotes_at_the_end),
          TEST(shows_tasks_as_characters), TEST(is_not_fooled_by_its_own_mark), TEST(bounds_depth))
