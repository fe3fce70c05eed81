/* The rules about HTML: each at its exact place, and silent where browsers and readers see what was meant. */
#include "tests/check/example.h"

static const char *in_kramdown(Scratch *scratch, const char *body)
{
    Str head = STR("==> herald.yml <==\ntitle: Harbour news\nurl: https://news.example\nmarkdown: kramdown\n"
                   "==> posts/2024-08-06-port-ellery-joins.md <==\n---\ntitle: Port Ellery joins\nauthor: staff\n"
                   "date: 2024-08-06\ntags: [announcements]\n---\n");
    return arena_cstr(&scratch->arena, arena_join(&scratch->arena, head, str_from(body), (Str){ 0 }));
}

static void elements_have_an_end_in_their_paragraph(void **state)
{
    assert_check_says(*state, "It is <b>so.\n", "html-unclosed: <b>\n");
    assert_check_says(*state, "It is <b>so.\n\nAnd</b> so.\n", "html-unclosed: <b>\n");
    assert_check_says(*state, "<div>\n\nIt is so.\n\nAnd so.\n", "html-unclosed: <div>\n");
    assert_check_says(*state, "It is <b>so<b> here.\n", "html-unclosed: <b>\n");
    assert_check_says(*state, "See <a href=\"https://x.example>this</a> page.\n", "html-unclosed: <a\n");
    assert_check_says(*state, "<div>\n\nIt is <br> so <i>a</i><wbr>.\n\n</div>\n\n<hr>\n", "");
    assert_check_says(*state, "Write `<b>` or \\<b> or <https://x.example/>, 1 <b 2.\n\n    <b>\n", "");
}

static void end_tags_may_be_left_out_where_html_says_so(void **state)
{
    assert_check_says(*state, "<ul>\n<li>one\n<li>two\n</ul>\n\n<p>It is so.\n", "");
    assert_check_says(*state, in_kramdown(*state, "<ul>\n<li>one\n<li>two</li>\n</ul>\n"), "html-unclosed: <li>\n");
    assert_check_says(*state, in_kramdown(*state, "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n\nIt is <br/>so.\n"), "");
}

static void end_tags_end_something(void **state)
{
    assert_check_says(*state, "It is so.</b>\n", "html-stray-close: </b>\n");
    assert_check_says(*state, "It is so.</br>\n", "html-stray-close: </br>\n");
    assert_check_says(*state, in_kramdown(*state, "It is so.</b>\n"), "html-stray-close: </b>\n");
}

static void what_begins_last_ends_first(void **state)
{
    assert_check_says(*state, "It <b>is <i>so</b></i>.\n", "html-misnested: </b>\n");
    assert_check_says(*state, "It <b>is <i>so</i></b>.\n", "");
    assert_check_says(*state, in_kramdown(*state, "It <b>is <i>so</b></i>.\n"), "html-misnested: </b>\n");
}

static void an_element_has_a_name_that_html_knows(void **state)
{
    assert_check_says(*state, "It <stong>is</stong> so.\n", "html-unknown-element: <stong>\n");
    assert_check_says(*state, "It <strong>is</stong> so.\n", "html-unknown-element: </stong>\n");
    assert_check_says(*state, "Version <version> is here.\n", "html-unknown-element: <version>\n");
    assert_check_says(*state, "Take <package-name> here.\n", "html-unknown-element: <package-name>\n");
    assert_check_says(*state, "It <my-clock>is</my-clock> <FONT COLOR=red>so</FONT>.\n", "");
    assert_check_says(*state, "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/><g></g></svg>\n", "");
}

static void programs_are_refused(void **state)
{
    assert_check_says(*state, "<p onclick=\"go()\">It is so.</p>\n", "html-unsafe: onclick=\"go()\"\n");
    assert_check_says(*state, "Text.\n\n<script>if (a<b && c) go();</script>\n", "html-unsafe: <script>\n");
    assert_check_says(*state, "<p title=\"onclick=1\">On line.</p>\n", "");
}

static void comments_have_an_end(void **state)
{
    assert_check_says(*state, "Text.\n\n<!-- one\n\nMore <b>text.\n", "html-comment-unclosed: <!--\n");
    assert_check_says(*state, "Text.\n\n<!-- one\n\nMore.\n\n<!-- two -->\n", "html-comment-unclosed: <!--\n");
    assert_check_says(*state, "Text <!-- one <b> & --> more.\n", "");
    assert_check_says(*state, in_kramdown(*state, "Text.\n\n<!-- one\n\nMore.\n"), "html-comment-unclosed: <!--\n");
}

static void references_name_a_character(void **state)
{
    assert_check_says(*state, "One &nbps; two &copy three &#8211 four.\n",
                      "html-entity: &nbps;\nhtml-entity: &copy\nhtml-entity: &#8211\n");
    assert_check_says(*state, "R&D, AT&T, Q & A, &eacute;, &#233;, `&x;`, [a](https://x.example/?a=1&copy=2).\n", "");
}

static void an_id_stands_once(void **state)
{
    assert_check_says(*state, "<p id=\"a\">One.</p>\n\n<p id='a'>Two.</p>\n\n<p id=b>Three.</p>\n",
                      "html-duplicate-id: id='a'\n");
}

static void what_includes_open_others_may_close(void **state)
{
    assert_check_says(*state,
                      "==> _config.yml <==\ntitle: Harbour news\nurl: https://news.example\n"
                      "==> _includes/open.html <==\n<div class=\"box\">\n"
                      "==> _includes/close.html <==\n</div>\n"
                      "==> _posts/2024-08-06-port-ellery-joins.md <==\n---\ntitle: Port Ellery joins\nauthor: staff\n"
                      "date: 2024-08-06\ntags: [announcements]\n---\n"
                      "{% include open.html %}\n<p>It is so.</p>\n{% include close.html %}\n",
                      "");
}

static void an_address_that_liquid_makes_is_no_tag(void **state)
{
    assert_check_says(*state,
                      "==> _config.yml <==\ntitle: Harbour news\nroot: \"\"\n"
                      "==> _posts/2024-08-06-port-ellery-joins.md <==\n---\ntitle: Port Ellery joins\nauthor: staff\n"
                      "date: 2024-08-06\ntags: [announcements]\n---\nSee <{{ site.root }}/harbour/>.\n",
                      "");
}

TEST_MAIN(TEST(elements_have_an_end_in_their_paragraph), TEST(end_tags_may_be_left_out_where_html_says_so),
          TEST(end_tags_end_something), TEST(what_begins_last_ends_first), TEST(an_element_has_a_name_that_html_knows),
          TEST(programs_are_refused), TEST(comments_have_an_end), TEST(references_name_a_character),
          TEST(an_id_stands_once), TEST(what_includes_open_others_may_close),
          TEST(an_address_that_liquid_makes_is_no_tag))
