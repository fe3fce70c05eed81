#include "markup/mend.h"
#include "tests/markup/support.h"

/* CommonMark 0.31. */
static void reads_what_newer_specifications_say(void **state)
{
    expect_html(*state, "&#87654321; &#x1234567; &#1234567;", "<p>&amp;#87654321; &amp;#x1234567; \uFFFD</p>\n", 0);
    expect_html(*state, "*£*a **x€**b _™_", "<p>*£*a **x€**b <em>™</em></p>\n", 0);
    expect_html(*state, "a <!-- b -- c\n-- d -->", "<p>a <!-- b -- c\n-- d --></p>\n", 0);
    expect_html(*state, "a <!--> b <!---> c --->", "<p>a <!--> b <!---> c ---&gt;</p>\n", 0);
    expect_html(*state, "<TextArea a>\n\n*b*\n\n</textAREA>\n\n*c*",
                "<TextArea a>\n\n*b*\n\n</textAREA>\n<p><em>c</em></p>\n", 0);
}

static void leaves_no_mark_behind(void **state)
{
    expect_html(*state, "`*£` &#87654321 <a b=\"*£*\"> [c*€](d*€ \"e*€\")\n",
                "<p><code>*£</code> &amp;#87654321 <a b=\"*£*\"> <a href=\"d*%E2%82%AC\" title=\"e*€\">c*€</a></p>\n",
                0);
    expect_html(
        *state, "```x*€\n*€ <!-- -- -->\n```\n\n<textarea>`</textarea>` <textarea>\n",
        "<pre><code class=\"language-x*€\">*€ &lt;!-- -- --&gt;\n</code></pre>\n<textarea>`</textarea>` <textarea>\n",
        0);
    expect_html(*state, "a `<textarea>` </textarea>\n", "<p>a <code>&lt;textarea&gt;</code> </textarea></p>\n", 0);
}

/* The characters which the marks are made of. */
static void keeps_an_authors_own_marks(void **state)
{
    expect_html(*state, "\U00010A7F\U00010A7E\U00010A7D\\\U00010A7C *£*a",
                "<p>\U00010A7F\U00010A7E\U00010A7D\\\U00010A7C *£*a</p>\n", 0);
    expect_html(*state, "http://a.b/*\U00010A7E*cde *£*f",
                "<p><a href=\"http://a.b/*%F0%90%A9%BE*cde\">http://a.b/*\U00010A7E*cde</a> *£*f</p>\n",
                .bare_links = true);
}

static void leaves_structure_as_it_is(void **state)
{
    expect_html(*state, "a <!-- b\n---\nc -->", "<h2>a &lt;!-- b</h2>\n<p>c --&gt;</p>\n", 0);
    expect_html(*state, "a `<!--` -- `-->`", "<p>a <code>&lt;!--</code> – <code>--&gt;</code></p>\n", .smart = true);
    expect_html(*state, "| a*£* |\n|---|\n", "<table>\n<thead>\n<tr>\n<th>a*£*</th>\n</tr>\n</thead>\n</table>\n", 0);
}

static void leaves_most_texts_alone(void **state)
{
    Scratch *scratch = *state;
    static const Str text =
        STR_INIT("# A\n\n“Grüße” **b** – [c](https://d.e/f_g--h), <i>x</i> &amp; https://a.b/c.\n\n- [ ] é\n");
    Mended mended;

    mend_text(&mended, text, true, true, &scratch->arena);
    assert_ptr_equal(mended.text.data, text.data);
    assert_int_equal(mended.insert_count, 0);
    assert_int_equal(mended.lines.count, 6);
    assert_int_equal(mend_original_offset(&mended, 17), 17);
}

static void knows_where_bytes_came_from(void **state)
{
    Scratch *scratch = *state;
    static const Str text = STR_INIT("a*£*b\n&#87654321;c");
    Mended mended;

    mend_text(&mended, text, false, false, &scratch->arena);
    assert_int_equal(mended.insert_count, 3);
    assert_str(mend_undo(mended.text, &scratch->arena), text.data);
    for (size_t i = 0; i < mended.text.len; i++) {
        uint32_t at = mend_original_offset(&mended, i);
        assert_true(at < text.len);
        if (mended.text.data[i] == 'b' || mended.text.data[i] == 'c')
            assert_int_equal(text.data[at], mended.text.data[i]);
    }
    assert_int_equal(mend_original_offset(&mended, mended.text.len), text.len);
}

/* Each takes milliseconds; where time is not linear, minutes: whoever waits knows. */
static void ends_soon_on_hostile_texts(void **state)
{
    static const struct Hostile {
        const char *before, *repeated;
        int count;
    } texts[] = {
        { "", "![[]()", 20000 },
        { "", "a\n|-|-|\n", 20000 },
        { "a|b\n", ":-:\n", 20000 },
        { "x <!-- a\n", "a\n|-|-|\n", 20000 },
        { "", "a <? b ", 20000 },
        { "", "a <!A b ", 20000 },
        { "", "a <![CDATA[ b ", 20000 },
        { "", "[", 50000 },
        { "", "> ", 50000 },
        { "", "- ", 20000 },
        { "", "1. ", 20000 },
        { "", "*a _b ", 20000 },
        { "", "<!-- a -- ", 20000 },
        { "", "http://a.b/_", 20000 },
        { "", "www.a_", 20000 },
        { "", "a@b.c-", 20000 },
        { "", "# a\n", 20000 },
        { "", "<a b=\"", 20000 },
        { "", "[^a] [^", 20000 },
        { "", "*a* [b](c) ", 20000 },
        { "", "a|", 50000 },
        { "a|b\n-|-\n", "c|", 50000 },
        { "", "\"'a ", 50000 },
        { "", "\xF0\x90\xA9\xBF*\xC2\xA3*", 10000 },
    };
    Scratch *scratch = *state;

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        const char *text = joined(scratch, texts[i].before, repeated(scratch, texts[i].repeated, texts[i].count));
        text = joined(scratch, text, repeated(scratch, "\n", 20000));
        Document document = parse_with(scratch, text, (GfmOptions){ true, true, true });
        assert_non_null(document.root->first);
    }
}

/* 20,000 links to an address of 20,000 bytes would be 400 MB; 500 columns of 8,000 empty rows, a gigabyte. */
static void shows_what_multiplies_as_it_is_written(void **state)
{
    Scratch *scratch = *state;
    const char *links = joined(scratch, joined(scratch, "[a]: ", repeated(scratch, "x", 100000)),
                               joined(scratch, "\n\n", repeated(scratch, "[a] ", 20000)));
    const char *table =
        joined(scratch, joined(scratch, repeated(scratch, "x|", 500), "\n"),
               joined(scratch, repeated(scratch, "-|", 500), joined(scratch, "\n", repeated(scratch, "a\n", 8000))));

    Document document = parse(scratch, links);
    assert_int_equal(document.root->first->kind, NODE_CODE_BLOCK);
    assert_str(document.root->first->text, links);
    document = parse(scratch, table);
    assert_int_equal(document.root->first->kind, NODE_CODE_BLOCK);
    expect_html(scratch, "~~a~~", "<p><del>a</del></p>\n", 0); /* and the next is read as ever */
}

static int count_kind(const Document *document, NodeKind kind)
{
    int count = 0;

    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node))
        count += node->kind == kind;
    return count;
}

/* For each link cmark walks over the emphases before it in the paragraph. */
static void gives_up_links_where_emphases_are_too_many(void **state)
{
    Scratch *scratch = *state;
    const char *some = repeated(scratch, "*a* [b](c) ", 700);
    Document document = parse(scratch, some);
    assert_int_equal(count_kind(&document, NODE_LINK), 700);
    assert_int_equal(count_kind(&document, NODE_EMPHASIS), 700);

    document = parse(scratch, repeated(scratch, "*a* [b](c) ", 50000));
    assert_in_range(count_kind(&document, NODE_LINK), 700, 10000);
    assert_int_equal(count_kind(&document, NODE_EMPHASIS), 50000);
    const Node *last = document.root->first->last;
    assert_true(str_ends_with(last->text, STR(" [b](c)")));

    document = parse(scratch, repeated(scratch, "*a* [b](c)\n\n", 50000));
    assert_int_equal(count_kind(&document, NODE_LINK), 50000);
}

static void takes_very_many_pipes_as_text(void **state)
{
    Scratch *scratch = *state;
    const char *row = joined(scratch, repeated(scratch, "-|", 600), "\n");
    const char *text = joined(scratch, joined(scratch, repeated(scratch, "a|", 600), "\n"), row);
    Document document = parse(scratch, text);
    assert_int_equal(document.root->first->kind, NODE_PARAGRAPH);
    assert_str(document.root->first->first->text, joined(scratch, repeated(scratch, "a|", 600), ""));

    document = parse(scratch, joined(scratch, "a|b\n-|-\n", repeated(scratch, "c|", 600)));
    assert_int_equal(count_kind(&document, NODE_TABLE_CELL), 4);
}

static void repeats_no_long_address_too_often(void **state)
{
    Scratch *scratch = *state;
    const char *address = joined(scratch, "\n\n[a]: ", repeated(scratch, "x", 1000));
    Document document = parse(scratch, joined(scratch, repeated(scratch, "[a] ", 20000), address));
    assert_in_range(count_kind(&document, NODE_LINK), 1000, 5000);
    assert_str(document.root->first->last->text, "a");
}

/* Apostrophes here and there make no text too long to be typeset. */
static void counts_quotes_by_paragraph(void **state)
{
    Scratch *scratch = *state;
    Document document = parse_with(scratch, repeated(scratch, "it's \"so\"\n\n", 5000), (GfmOptions){ .smart = true });
    assert_str(document.root->last->first->text, "it’s “so”");
}

static void bounds_depth(void **state)
{
    static const char *const openers[] = { "> ", "- ", "*a **b ", "[", "![", "1. > " };
    Scratch *scratch = *state;

    for (size_t i = 0; i < sizeof(openers) / sizeof(openers[0]); i++) {
        const char *closers = i == 2 ? repeated(scratch, "** *", 10000) : repeated(scratch, "](b)", i < 2 ? 0 : 10000);
        Document document =
            parse(scratch, joined(scratch, repeated(scratch, openers[i], 10000), joined(scratch, "deep", closers)));
        bool found = false;
        for (const Node *node = document.root; node != NULL; node = node_next(document.root, node)) {
            int depth = 0;
            for (const Node *at = node; at != document.root; at = at->parent)
                depth++;
            assert_true(depth <= NODE_MAX_DEPTH + 8);
            found |= str_contains(node->text, STR("deep"));
        }
        assert_true(found);
    }
}

TEST_MAIN(TEST(reads_what_newer_specifications_say), TEST(leaves_no_mark_behind), TEST(keeps_an_authors_own_marks),
          TEST(leaves_structure_as_it_is), TEST(leaves_most_texts_alone), TEST(knows_where_bytes_came_from),
          TEST(ends_soon_on_hostile_texts), TEST(shows_what_multiplies_as_it_is_written), TEST(bounds_depth),
          TEST(gives_up_links_where_emphases_are_too_many), TEST(takes_very_many_pipes_as_text),
          TEST(repeats_no_long_address_too_often), TEST(counts_quotes_by_paragraph))
