#include "base/parallel.h"
#include "tests/markup/support.h"

static void reads_blocks(void **state)
{
    expect_html(*state, "", "", 0);
    expect_html(*state, "# A\n\nb\nc\n***\n", "<h1>A</h1>\n<p>b\nc</p>\n<hr />\n", 0);
    expect_html(*state, "A\n=\n\n> q\n\n    code <\n",
                "<h1>A</h1>\n<blockquote>\n<p>q</p>\n</blockquote>\n<pre><code>code &lt;\n</code></pre>\n", 0);
    expect_html(*state, "- a\n- b\n\n3) c\n",
                "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol start=\"3\">\n<li>c</li>\n</ol>\n", 0);
    expect_html(*state, "```js x\na\n```\n", "<pre><code class=\"language-js\">a\n</code></pre>\n", 0);
}

static void reads_inlines(void **state)
{
    expect_html(*state, "*a* **b** `c` \\* &amp;  \nd\\\ne",
                "<p><em>a</em> <strong>b</strong> <code>c</code> * &amp;<br />\nd<br />\ne</p>\n", 0);
    expect_html(*state, "[a](/b \"c\") ![d](e.png \"f\") <http://g.h>",
                "<p><a href=\"/b\" title=\"c\">a</a> <img src=\"e.png\" alt=\"d\" title=\"f\" /> <a "
                "href=\"http://g.h\">http://g.h</a></p>\n",
                0);
    expect_html(*state, "a <b>c</b>\n\n<div>\n*d*\n</div>\n", "<p>a <b>c</b></p>\n<div>\n*d*\n</div>\n", 0);
}

static void reads_line_ends_of_all_systems(void **state)
{
    expect_html(*state, "# A\r\n\r\nb\r\nc\r\n", "<h1>A</h1>\n<p>b\nc</p>\n", 0);
    expect_html(*state, "# A\r\rb\rc\r", "<h1>A</h1>\n<p>b\nc</p>\n", 0);
    expect_html(*state, "\xEF\xBB\xBF# A\n", "<h1>A</h1>\n", 0);
}

static void reads_tables(void **state)
{
    expect_html(
        *state, "| a | b | c |\n|:--|:-:|--:|\n| 1 | *2* |\n",
        "<table>\n<thead>\n<tr>\n<th style=\"text-align: left\">a</th>\n<th style=\"text-align: center\">b</th>\n"
        "<th style=\"text-align: right\">c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td style=\"text-align: left\">1</td>\n<td style=\"text-align: center\"><em>2</em></td>\n"
        "<td style=\"text-align: right\"></td>\n</tr>\n</tbody>\n</table>\n",
        0);
    expect_html(*state, "| a |\n|---|\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n", 0);
}

static void reads_strikethrough(void **state)
{
    expect_html(*state, "~~a~~ ~b~ c~d", "<p><del>a</del> <del>b</del> c~d</p>\n", 0);
}

static void reads_task_lists(void **state)
{
    expect_html(
        *state, "- [ ] a\n- [X] b [x]\n- [x]c\n- [ ]\n",
        "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> a</li>\n"
        "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> b [x]</li>\n<li>[x]c</li>\n<li>[ ]</li>\n</ul>\n",
        0);
    expect_html(*state, "> 1. [x] *a*\n",
                "<blockquote>\n<ol>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                "<em>a</em></li>\n</ol>\n</blockquote>\n",
                0);
    expect_html(*state, "- \\[ ] a\n- [ ] [x]\n",
                "<ul>\n<li>[ ] a</li>\n<li><input type=\"checkbox\" disabled=\"\" /> [x]</li>\n</ul>\n", 0);
}

static void reads_footnotes(void **state)
{
    Document document = parse(*state, "a[^x] b[^y] c[^x] d[^z]\n\n[^y]: Y\n[^x]: X\n\n    X2\n[^unused]: U\n");
    const Node *reference = document.root->first->first->next;
    const Node *note = document.root->first->next;

    assert_int_equal(reference->kind, NODE_FOOTNOTE_REFERENCE);
    assert_int_equal(reference->footnote.number, 1);
    assert_str(reference->footnote.label, "x");
    assert_int_equal(note->kind, NODE_FOOTNOTE);
    assert_int_equal(note->footnote.number, 1);
    assert_str(note->footnote.label, "x");
    assert_int_equal(note->footnote.occurrence, 2);
    assert_int_equal(note->next->footnote.number, 2);
    assert_null(note->next->next);
    assert_str(document.root->first->last->text, " d[^z]");
}

/* cmark-gfm would lose a part of this. */
static void keeps_text_that_looks_like_a_footnote(void **state)
{
    expect_html(*state, "a [^b\nüc *d*] e\n", "<p>a [^b\nüc <em>d</em>] e</p>\n", 0);
    expect_html(*state, "[^a b](c)\n", "<p><a href=\"c\">^a b</a></p>\n", 0);
}

static void writes_typographic_punctuation(void **state)
{
    expect_html(*state, "\"It's\" 'a' -- b --- c... `\"d\"--`",
                "<p>“It’s” ‘a’ – b — c… <code>&quot;d&quot;--</code></p>\n", .smart = true);
    expect_html(*state, "\"a\" -- b", "<p>&quot;a&quot; -- b</p>\n", 0);
}

static const Node *find(const Document *document, NodeKind kind)
{
    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        if (node->kind == kind)
            return node;
    }
    fail_msg("no node of this kind");
    return document->root;
}

static void expect_place(Scratch *scratch, const char *markdown, NodeKind kind, const char *text)
{
    Document document = parse(scratch, markdown);
    const Node *node = find(&document, kind);
    assert_str(str_slice(document.text, node->start, node->end), text);
}

static void knows_where_nodes_stand(void **state)
{
    expect_place(*state, "é\n\n## b *c*\n\nd", NODE_HEADING, "## b *c*");
    expect_place(*state, "é *c* d", NODE_EMPHASIS, "*c*");
    expect_place(*state, "a\r\n\r\n> b [c](d)\r\n", NODE_LINK, "[c](d)");
    expect_place(*state, "- a\n- b `c`\n", NODE_CODE, "c");
    expect_place(*state, "*£*a **b**\n", NODE_STRONG, "**b**"); /* behind a mark of mend.c */
    expect_place(*state, "a\n\n```\nb\n```\nc", NODE_CODE_BLOCK, "```\nb\n```");
}

static void tells_addresses_shown_as_they_are(void **state)
{
    Document document = parse(*state, "<https://a.b> <c@d.org> [e](https://a.b)");
    const Node *link = document.root->first->first;

    assert_true(link->link.autolink);
    assert_true(link->next->next->link.autolink);
    assert_str(link->next->next->link.url, "mailto:c@d.org");
    assert_false(link->next->next->next->next->link.autolink);
}

static void says_whether_there_is_raw_html(void **state)
{
    assert_false(parse(*state, "a `<b>` \\<b> &lt;b>\n\n    <p>\n").has_raw_html);
    assert_true(parse(*state, "a <b>").has_raw_html);
    assert_true(parse(*state, "<p>").has_raw_html);
}

enum { THREADS = 4, PARSES = 2000 };

static const char *const texts[] = { "*a* ~~b~~ c~d", "a_b_ ~c~ *d*", "**a** `b` [c](d)",
                                     "\"a\" -- *b*\n\n| c |\n|---|\n" };

static void parse_one(void *context, size_t i, int worker)
{
    const Str *expected = context;
    Arena arena = { 0 };
    Buf html = { .arena = &arena };
    Document document;

    (void)worker;
    gfm_parse(&document, str_from(texts[i % 4]), NULL, &(GfmOptions){ .smart = true }, &arena);
    render_html(&html, &document, &(HtmlOptions){ 0 });
    if (!str_eq(buf_str(&html), expected[i % 4]))
        abort(); /* a check of cmocka's would jump out of the thread */
    arena_free(&arena);
}

/* cmark-gfm keeps tables for the whole process, which some of its extensions change while they parse. */
static void reads_on_many_threads_at_once(void **state)
{
    Scratch *scratch = *state;
    Str expected[4];

    for (size_t i = 0; i < 4; i++) {
        Document document = parse_with(scratch, texts[i], (GfmOptions){ .smart = true });
        expected[i] = html_of(scratch, &document);
    }
    parallel_for(PARSES, THREADS, parse_one, expected, NULL);
}

TEST_MAIN(TEST(reads_blocks), TEST(reads_inlines), TEST(reads_line_ends_of_all_systems), TEST(reads_tables),
          TEST(reads_strikethrough), TEST(reads_task_lists), TEST(reads_footnotes),
          TEST(keeps_text_that_looks_like_a_footnote), TEST(writes_typographic_punctuation),
          TEST(knows_where_nodes_stand), TEST(tells_addresses_shown_as_they_are), TEST(says_whether_there_is_raw_html),
          TEST(reads_on_many_threads_at_once))
