/* tests/mail/adapt_test.c */
#include "mail/adapt.h"
#include "markup/clean.h"
#include "markup/gfm.h"
#include "tests/support.h"

static const AdaptBase base = { STR_INIT("https://news.example.org/2024/a/"), STR_INIT("news.example.org") };

static Document adapt(Scratch *scratch, const char *markdown)
{
    Document document, clean;
    GfmOptions options = { .bare_links = true };

    gfm_parse(&document, str_from(markdown), &(Places){ 0 }, &options, &scratch->arena);
    document_clean(&clean, &document, &scratch->arena);
    adapt_document(&clean, &base, 3);
    return clean;
}

/* The node of a kind behind `skip` others of it; a NODE_DOCUMENT when there is none. */
static const Node *find(const Document *document, NodeKind kind, size_t skip)
{
    static const Node none = { .kind = NODE_DOCUMENT };

    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        if (node->kind == kind && skip-- == 0)
            return node;
    }
    return &none;
}

static bool has(const Document *document, NodeKind kind)
{
    return find(document, kind, 0)->kind == kind;
}

static Str first_text(const Node *node)
{
    return node->first == NULL ? STR("") : node->first->text;
}

static void takes_out_what_no_mail_should_hold(void **state)
{
    Scratch *scratch = *state;
    Arena *arena = &scratch->arena;

    assert_str(adapt_text(STR("plain\ttext\n"), arena), "plain\ttext\n");
    assert_str(adapt_text(STR("a\x01\x7f"
                              "b\r"),
                          arena),
               "ab");
    assert_str(adapt_text(STR("a\xe2\x80\xae"
                              "b\xe2\x81\xa6"
                              "c\xef\xbb\xbf"),
                          arena),
               "abc");
    assert_str(adapt_text(STR("a\xef\xbf\xbe\xef\xb7\x90\xc2\x85z"), arena), "az");
    assert_str(adapt_text(STR("lost \xef\xbf\xbd"), arena), "lost ?");
    assert_str(adapt_text(STR("e\xcc\x81"), arena), "\xc3\xa9");
    assert_str(adapt_text(STR("\xd7\xa9\xe2\x80\x8f"), arena), "\xd7\xa9\xe2\x80\x8f"); /* a mark that is harmless */
}

static void makes_addresses_absolute_and_encoded(void **state)
{
    Scratch *scratch = *state;
    Arena *arena = &scratch->arena;

    assert_str(adapt_url(STR("/x/"), &base, arena), "https://news.example.org/x/");
    assert_str(adapt_url(STR("#part"), &base, arena), "https://news.example.org/2024/a/#part");
    assert_str(adapt_url(STR("https://example.net/a b?c&d'\"|\xc3\xa9"), &base, arena),
               "https://example.net/a%20b?c&d'%22%7C%C3%A9");
    assert_str(adapt_url(STR("https://example.net/%20"), &base, arena), "https://example.net/%20");
    assert_str(adapt_url(STR("mailto:a@example.org"), &base, arena), "mailto:a@example.org");
}

static void takes_its_own_addresses_to_https(void **state)
{
    Scratch *scratch = *state;
    AdaptBase plain = { base.page_url, STR("") };

    assert_str(adapt_url(STR("http://news.example.org/a"), &base, &scratch->arena), "https://news.example.org/a");
    assert_str(adapt_url(STR("http://other.example.org/a"), &base, &scratch->arena), "http://other.example.org/a");
    assert_str(adapt_url(STR("http://news.example.org.evil.example/"), &base, &scratch->arena),
               "http://news.example.org.evil.example/");
    assert_str(adapt_url(STR("http://news.example.org/a"), &plain, &scratch->arena), "http://news.example.org/a");
}

static void links_only_to_what_mail_may_link_to(void **state)
{
    (void)state;
    assert_true(adapt_url_is_linkable(STR("https://example.org")));
    assert_true(adapt_url_is_linkable(STR("https://example.org:8443/a?b#c")));
    assert_true(adapt_url_is_linkable(STR("mailto:a@example.org")));
    assert_true(adapt_url_is_linkable(STR("tel:+4512345678")));
    assert_false(adapt_url_is_linkable(STR("http://example.org/")));
    assert_false(adapt_url_is_linkable(STR("https://localhost/")));
    assert_false(adapt_url_is_linkable(STR("https://192.0.2.1/")));
    assert_false(adapt_url_is_linkable(STR("https://bank.example@evil.example/")));
    assert_false(adapt_url_is_linkable(STR("https://b%C3%BCcher.example/")));
    assert_false(adapt_url_is_linkable(STR("javascript:alert(1)")));
    assert_false(adapt_url_is_linkable(STR("/x/")));
    assert_false(adapt_url_is_linkable(STR("")));
}

static void leaves_no_gap_between_headings(void **state)
{
    Document document = adapt(*state, "# a\n\n### b\n\n##### c\n\n## d\n\n###### e\n\n# f\n");
    static const int levels[] = { 3, 4, 5, 4, 5, 3 };

    for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
        assert_int_equal(find(&document, NODE_HEADING, i)->heading.level, levels[i]);
}

static void goes_no_deeper_than_six(void **state)
{
    Document document = adapt(*state, "# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f\n");

    assert_int_equal(find(&document, NODE_HEADING, 3)->heading.level, 6);
    assert_int_equal(find(&document, NODE_HEADING, 5)->heading.level, 6);
}

static void puts_words_in_the_place_of_images_that_cannot_be_shown(void **state)
{
    Scratch *scratch = *state;
    Document document = adapt(scratch, "![a *map*](https://localhost/x.png) ![b](/b.png)\n\n"
                                       "<img src=\"https://example.org/c.gif\" width=\"1\" height=\"1\" alt=\"\">\n");

    assert_str(find(&document, NODE_TEXT, 0)->text, "a ");
    assert_str(find(&document, NODE_IMAGE, 0)->link.url, "https://news.example.org/b.png");
    assert_int_equal(find(&document, NODE_IMAGE, 1)->kind, NODE_DOCUMENT);
}

static void asks_for_images_by_https(void **state)
{
    Document document = adapt(*state, "![a](http://example.net/a.png)\n");

    assert_str(find(&document, NODE_IMAGE, 0)->link.url, "https://example.net/a.png");
}

static void gives_every_link_a_name(void **state)
{
    Document document = adapt(*state, "[](https://example.net/) [![](/a.png)](https://example.org/)\n");

    assert_str(first_text(find(&document, NODE_LINK, 0)), "https://example.net/");
    assert_str(first_text(find(&document, NODE_IMAGE, 0)), "https://example.org/");
    document = adapt(*state, "[![A map](/a.png)](https://example.org/)\n");
    assert_str(first_text(find(&document, NODE_IMAGE, 0)), "A map");
}

static void dissolves_links_without_an_address(void **state)
{
    Document document = adapt(*state, "[one *two*](javascript:alert) three\n");

    assert_false(has(&document, NODE_LINK));
    assert_str(find(&document, NODE_TEXT, 0)->text, "one ");
}

static int init(void **state)
{
    (void)state;
    gfm_init();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(takes_out_what_no_mail_should_hold),
        TEST(makes_addresses_absolute_and_encoded),
        TEST(takes_its_own_addresses_to_https),
        TEST(links_only_to_what_mail_may_link_to),
        TEST(leaves_no_gap_between_headings),
        TEST(goes_no_deeper_than_six),
        TEST(puts_words_in_the_place_of_images_that_cannot_be_shown),
        TEST(asks_for_images_by_https),
        TEST(gives_every_link_a_name),
        TEST(dissolves_links_without_an_address),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, init, NULL);
}
