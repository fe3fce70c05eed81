#include "markup/plain.h"
#include "tests/markup/support.h"

static void expect_wide(Scratch *scratch, int width, const char *markdown, const char *expected)
{
    Document document = parse_with(scratch, markdown, (GfmOptions){ .bare_links = true });
    Buf text = { .arena = &scratch->arena };

    render_plain(&text, &document,
                 &(PlainOptions){ .width = width, .first_note = 1, .page_url = STR("https://a.b/c/") });
    assert_str(buf_str(&text), expected);
}

static void expect(Scratch *scratch, const char *markdown, const char *expected)
{
    expect_wide(scratch, 30, markdown, expected);
}

static void fills_paragraphs(void **state)
{
    expect(*state, "", "");
    expect(*state, "One *two* **three** `four` five six\nseven ~~eight~~\n\nNine\n",
           "One two three four five six\nseven ~eight~\n\nNine\n");
    expect(*state, "a\\\nb  \nc", "a\nb\nc\n");
    expect_wide(*state, 0, "One two three four five six seven eight nine ten",
                "One two three four five six seven eight nine ten\n");
}

static void counts_columns_not_bytes(void **state)
{
    expect(*state, "äöü äöü äöü äöü äöü äöü äöü äöü äöü", "äöü äöü äöü äöü äöü äöü äöü\näöü äöü\n");
    expect(*state, "日本語のテキストには空白がない。それでも「改行」する。",
           "日本語のテキストには空白がな\nい。それでも「改行」する。\n");
    expect(*state, "xxxxxxxxxxxxxxxxxxxxxxxxxx 10&nbsp;km", "xxxxxxxxxxxxxxxxxxxxxxxxxx\n10 km\n"); /* not parted */
}

static void never_breaks_an_address(void **state)
{
    expect(*state, "see https://example.org/a/very/long/address/indeed.html there",
           "see\nhttps://example.org/a/very/long/address/indeed.html\nthere\n");
    expect(*state, "<https://example.org/%E8%AA%9E%E8%AA%9E%E8%AA%9E%E8%AA%9E>",
           "https://example.org/%E8%AA%9E%E8%AA%9E%E8%AA%9E%E8%AA%9E\n");
    expect(*state, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
           "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nxxxxxxxxxxxxx\n"); /* but other words */
}

static void underlines_headings(void **state)
{
    expect(*state, "# Größe *x*\n## 日本\ntext", "Größe x\n=======\n\n日本\n----\n\ntext\n");
    expect(*state, "# one two three four five six seven\n",
           "one two three four five six\nseven\n===========================\n");
    expect(*state, "#\n\na", "a\n");
}

static void hangs_lists(void **state)
{
    expect(*state, "- one two three four five six seven\n- b\n  1. c\n  2. d\n-\n",
           "- one two three four five six\n  seven\n- b\n  1. c\n  2. d\n-\n");
    expect(*state, "9. a\n\n10. b\n\n    c\n", "9. a\n\n10. b\n\n    c\n");
    expect(*state, "- [ ] a\n- [x] b\n", "- [ ] a\n- [x] b\n");
}

static void quotes(void **state)
{
    expect(*state, "> a\n>\n> > b\n>\n> - c\n\nd", "> a\n>\n> > b\n>\n> - c\n\nd\n");
}

static void leaves_code_as_it_is(void **state)
{
    expect(*state, "```\na  b\n\n\tc = \"d e f g h i j k l m n o p q r s t\";\n```\n",
           "    a  b\n\n        c = \"d e f g h i j k l m n o p q r s t\";\n");
}

static void cuts_code_that_no_mail_can_hold(void **state)
{
    Scratch *scratch = *state;

    expect(
        scratch, joined(scratch, "    ", repeated(scratch, "abcdefghi ", 9)),
        joined(scratch, joined(scratch, "    ", repeated(scratch, "abcdefghi ", 7)), "\\\n    abcdefghi abcdefghi\n"));
}

static void lists_addresses_once(void **state)
{
    expect(*state, "[a](x) [b](/y) [c](x) <https://d.e> f@g.h",
           "a [1] b [2] c [1] https://d.e\nf@g.h\n\n[1] https://a.b/c/x\n[2] https://a.b/y\n");
    expect(*state, "[a](b?c&d'ü) www.e.f", "a [1] www.e.f [2]\n\n[1] https://a.b/c/b?c&d'%C3%BC\n[2] http://www.e.f\n");
    expect(*state, "[mail](mailto:a@b.c) [d]()", "mail [1] d [2]\n\n[1] mailto:a@b.c\n[2] https://a.b/c/\n");
}

static void goes_on_numbering(void **state)
{
    Scratch *scratch = *state;
    Document document = parse(scratch, "[a](http://b) [c](http://d)");
    Buf text = { .arena = &scratch->arena };

    buf_put(&text, STR("Title\n"));
    assert_int_equal(render_plain(&text, &document, &(PlainOptions){ .width = 72, .first_note = 5 }), 7);
    assert_str(buf_str(&text), "Title\na [5] c [6]\n\n[5] http://b\n[6] http://d\n");
}

static void describes_images(void **state)
{
    expect(*state, "![a *b*\nc](d) ![](e) [![f](g)](http://h)", "[Image: a b c] [Image: f] [1]\n\n[1] http://h\n");
}

static void aligns_tables(void **state)
{
    expect(*state, "| Name | n | R |\n|---|:-:|--:|\n| é *x* | 1 | 2 |\n| 日本 | 22222 | 333 |\n",
           "Name    n      R\n----  -----  ---\né x     1      2\n日本  22222  333\n");
}

static void writes_wide_tables_as_records(void **state)
{
    expect(*state, "| A name | B |\n|---|---|\n| one two three four five six | [x](http://y) |\n| | z |\n",
           "A name: one two three four\n  five six\nB: x [1]\n\nB: z\n\n[1] http://y\n");
}

static void writes_footnotes(void **state)
{
    expect(*state, "a[^x].\n\n---\n\n[^x]: b\n\n    c\n", "a[^1].\n\n* * *\n\n[^1] b\n\n  c\n");
}

static void says_the_words_alone(void **state)
{
    Scratch *scratch = *state;
    Document document =
        parse(scratch, "# a  *b*\n\n[c](d)\\\n`e  f` ![g](h) <i>j</i> k[^l]\n\n- m\n\n<p>n</p>\n\n[^l]: o\n");
    Buf words = { .arena = &scratch->arena };

    render_words(&words, document.root);
    assert_str(buf_str(&words), "a b c e f j k m");
    words.len = 0;
    buf_put(&words, STR("x "));
    render_words(&words, document.root->first);
    assert_str(buf_str(&words), "x a b");
    words.len = 0;
    render_words(&words, node_new(&scratch->arena, NODE_PARAGRAPH));
    assert_str(buf_str(&words), "");
}

TEST_MAIN(TEST(fills_paragraphs), TEST(counts_columns_not_bytes), TEST(never_breaks_an_address),
          TEST(underlines_headings), TEST(hangs_lists), TEST(quotes), TEST(leaves_code_as_it_is),
          TEST(cuts_code_that_no_mail_can_hold), TEST(lists_addresses_once), TEST(goes_on_numbering),
          TEST(describes_images), TEST(aligns_tables), TEST(writes_wide_tables_as_records), TEST(writes_footnotes),
          TEST(says_the_words_alone))
