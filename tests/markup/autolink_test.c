#include "tests/markup/support.h"

#define expect_links(scratch, markdown, expected)                                                                      \
    expect_html(scratch, markdown, "<p>" expected "</p>\n", .bare_links = true)

static void finds_addresses(void **state)
{
    expect_links(*state, "http://a.b", "<a href=\"http://a.b\">http://a.b</a>");
    expect_links(*state, "see HTTPS://a.b/c?d=e&f#g now",
                 "see <a href=\"HTTPS://a.b/c?d=e&amp;f#g\">HTTPS://a.b/c?d=e&amp;f#g</a> now");
    expect_links(*state, "ftp://a.b/c http://localhost:80/x",
                 "<a href=\"ftp://a.b/c\">ftp://a.b/c</a> <a href=\"http://localhost:80/x\">http://localhost:80/x</a>");
    expect_links(
        *state, "www.a.org/b and *www.c.de*",
        "<a href=\"http://www.a.org/b\">www.a.org/b</a> and <em><a href=\"http://www.c.de\">www.c.de</a></em>");
    expect_links(*state, "http://münchen.de/ü", "<a href=\"http://m%C3%BCnchen.de/%C3%BC\">http://münchen.de/ü</a>");
}

static void finds_mail_addresses(void **state)
{
    expect_links(*state, "a.b-c+d_e@f-g.h", "<a href=\"mailto:a.b-c+d_e@f-g.h\">a.b-c+d_e@f-g.h</a>");
    expect_links(*state, "to a@b.c. or mailto:d@e.f!",
                 "to <a href=\"mailto:a@b.c\">a@b.c</a>. or <a href=\"mailto:d@e.f\">mailto:d@e.f</a>!");
    expect_links(*state, "@a a@b a@b.c- @b.c a@b.c_ a@b@c.d",
                 "@a a@b a@b.c- @b.c a@b.c_ a@<a href=\"mailto:b@c.d\">b@c.d</a>");
}

static void leaves_what_is_none(void **state)
{
    expect_links(*state, "www. http:// https:/a ttp://a.b xwww.a.b javascript://a.b",
                 "www. http:// https:/a ttp://a.b xwww.a.b javascript://a.b");
    expect_links(*state, "http://a_b.c www.d.e_f",
                 "http://a_b.c www.d.e_f"); /* no _ in the last two parts of a domain */
    expect_links(*state, "http://a_b.c.d", "<a href=\"http://a_b.c.d\">http://a_b.c.d</a>");
}

static void leaves_the_sentences_punctuation(void **state)
{
    expect_links(*state, "http://a.b/c. (http://a.b/c), http://a.b/c?! \"http://a.b/c\"",
                 "<a href=\"http://a.b/c\">http://a.b/c</a>. (<a href=\"http://a.b/c\">http://a.b/c</a>), "
                 "<a href=\"http://a.b/c\">http://a.b/c</a>?! &quot;<a href=\"http://a.b/c\">http://a.b/c</a>&quot;");
    expect_links(*state, "http://a.b/c_(d) http://a.b/((c) http://a.b/(c))",
                 "<a href=\"http://a.b/c_(d)\">http://a.b/c_(d)</a> <a href=\"http://a.b/((c)\">http://a.b/((c)</a> "
                 "<a href=\"http://a.b/(c)\">http://a.b/(c)</a>)");
    expect_links(*state, "http://a.b?c&d; http://a.b;",
                 "<a href=\"http://a.b?c\">http://a.b?c</a>&amp;d; <a href=\"http://a.b\">http://a.b</a>;");
    expect_links(*state, "**http://a.b**<br>http://c.d<br>",
                 "<strong><a href=\"http://a.b\">http://a.b</a></strong><br><a href=\"http://c.d\">http://c.d</a><br>");
}

static void keeps_addresses_from_emphasis_and_typography(void **state)
{
    expect_html(*state, "http://a.b/_c_/*d*/e--f...g'h",
                "<p><a href=\"http://a.b/_c_/*d*/e--f...g&#x27;h\">http://a.b/_c_/*d*/e--f...g'h</a></p>\n",
                .bare_links = true, .smart = true);
    expect_html(*state, "\"http://a.b\" -- www.c.d...",
                "<p>“<a href=\"http://a.b\">http://a.b</a>” – <a href=\"http://www.c.d\">www.c.d</a>…</p>\n",
                .bare_links = true, .smart = true);
    expect_html(*state, "[a](http://b.c/_d_)*e* <http://f.g/_h_> `http://i.j/_k_`",
                "<p><a href=\"http://b.c/_d_\">a</a><em>e</em> <a href=\"http://f.g/_h_\">http://f.g/_h_</a> "
                "<code>http://i.j/_k_</code></p>\n",
                .bare_links = true);
}

static void looks_neither_in_links_nor_in_code(void **state)
{
    expect_links(*state, "[http://a.b](c) ![http://a.b](c) `http://a.b` <b title=\"http://a.b\">",
                 "<a href=\"c\">http://a.b</a> <img src=\"c\" alt=\"http://a.b\" /> <code>http://a.b</code> <b "
                 "title=\"http://a.b\">");
    expect_html(*state, "    http://a.b\n", "<pre><code>http://a.b\n</code></pre>\n", .bare_links = true);
    expect_html(*state, "http://a.b", "<p>http://a.b</p>\n", 0);
}

static void knows_where_they_stand(void **state)
{
    Document document = parse_with(*state, "see http://a.b/c.\n", (GfmOptions){ .bare_links = true });
    const Node *link = document.root->first->first->next;

    assert_int_equal(link->kind, NODE_LINK);
    assert_true(link->link.autolink);
    assert_str(str_slice(document.text, link->start, link->end), "http://a.b/c");
    assert_str(str_slice(document.text, link->next->start, link->next->end), ".");
}

TEST_MAIN(TEST(finds_addresses), TEST(finds_mail_addresses), TEST(leaves_what_is_none),
          TEST(leaves_the_sentences_punctuation), TEST(keeps_addresses_from_emphasis_and_typography),
          TEST(looks_neither_in_links_nor_in_code), TEST(knows_where_they_stand))
