/* tests/mail/address_test.c */
#include "mail/address.h"
#include "base/buf.h"
#include "tests/support.h"

static void takes_addresses_as_they_are_written(void **state)
{
    (void)state;
    static const char *good[] = {
        "reader@example.org",     "a.b+tag@news.example.co", "o'neil_x@example.org", "\"john smith\"@example.org",
        "\"a\\\"b\"@example.org", "x@xn--bcher-kva.example", "x@1.example"
    };

    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
        assert_null(address_fault(str_from(good[i])));
}

static void refuses_what_is_no_address(void **state)
{
    (void)state;
    static const char *bad[] = {
        "",
        "reader",
        "@example.org",
        "reader@",
        "reader@localhost",
        "reader@example.123",
        "reader@-x.example",
        "reader@x-.example",
        "reader@a..example",
        "reader@example.org.",
        "reader@[192.0.2.1]",
        ".reader@example.org",
        "reader.@example.org",
        "a..b@example.org",
        "a b@example.org",
        "<a@example.org>",
        "a@b@example.org",
        "\"a\"b\"@example.org",
        "\"a\\\\\"b\"@example.org",
        "\"a\\\"@example.org",
        "\"\"@example.org",
        "r\xc3\xa9@example.org",
        "reader@b\xc3\xbcro.example",
    };

    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        if (address_fault(str_from(bad[i])) == NULL)
            fail_msg("taken: %s", bad[i]);
    }
}

static void refuses_line_breaks_and_controls(void **state)
{
    (void)state;
    const char *fault = "holds a control character or a line break";

    assert_string_equal(address_fault(STR("a@example.org\r\nBcc: b@example.org")), fault);
    assert_string_equal(address_fault(STR("a@example.org\n")), fault);
    assert_string_equal(address_fault(STR("a\0b@example.org")), fault);
    assert_string_equal(address_fault(STR("a\x7f@example.org")), fault);
}

static void holds_the_limits_of_length(void **state)
{
    Scratch *scratch = *state;
    Buf address = { .arena = &scratch->arena };

    buf_put_repeated(&address, 'a', 64);
    buf_put(&address, STR("@example.org"));
    assert_null(address_fault(buf_str(&address)));
    buf_insert(&address, 0, STR("a"));
    assert_non_null(address_fault(buf_str(&address)));

    Buf label = { .arena = &scratch->arena };
    buf_put(&label, STR("a@"));
    buf_put_repeated(&label, 'b', 63);
    buf_put(&label, STR(".org"));
    assert_null(address_fault(buf_str(&label)));
    buf_insert(&label, 2, STR("b"));
    assert_non_null(address_fault(buf_str(&label)));
}

static void reads_mailboxes(void **state)
{
    Scratch *scratch = *state;
    static const struct {
        const char *text, *name, *address;
    } cases[] = {
        { "news@example.org", "", "news@example.org" },
        { "<news@example.org>", "", "news@example.org" },
        { " Example News <news@example.org> ", "Example News", "news@example.org" },
        { "\"News, weekly\" <news@example.org>", "News, weekly", "news@example.org" },
        { "\"The \\\"News\\\"\" <news@example.org>", "The \"News\"", "news@example.org" },
        { "Caf\xc3\xa9 <news@example.org>", "Caf\xc3\xa9", "news@example.org" },
        { "\"a b\"@example.org", "", "\"a b\"@example.org" },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Mailbox mailbox = { 0 };
        assert_null(mailbox_read(&mailbox, str_from(cases[i].text), &scratch->arena));
        assert_str(mailbox.name, cases[i].name);
        assert_str(mailbox.address, cases[i].address);
    }
}

static void refuses_mailboxes_and_leaves_the_result_alone(void **state)
{
    Scratch *scratch = *state;
    Mailbox mailbox = { .name = STR("kept") };

    assert_non_null(mailbox_read(&mailbox, STR("Example News"), &scratch->arena));
    assert_non_null(mailbox_read(&mailbox, STR("Example News <news>"), &scratch->arena));
    assert_non_null(mailbox_read(&mailbox, STR("A\r\nBcc: x <a@example.org>"), &scratch->arena));
    assert_non_null(mailbox_read(&mailbox, STR("a@example.org, b@example.org"), &scratch->arena));
    assert_non_null(mailbox_read(&mailbox, STR(""), &scratch->arena));
    assert_str(mailbox.name, "kept");
}

static void knows_full_domains(void **state)
{
    (void)state;
    assert_true(domain_is_full(STR("example.org")));
    assert_true(domain_is_full(STR("a.b.c.example")));
    assert_false(domain_is_full(STR("localhost")));
    assert_false(domain_is_full(STR("127.0.0.1")));
    assert_false(domain_is_full(STR("example.o")));
    assert_false(domain_is_full(STR("")));
    assert_str(address_domain(STR("\"a@b\"@example.org")), "example.org");
}

TEST_MAIN(TEST(takes_addresses_as_they_are_written), TEST(refuses_what_is_no_address),
          TEST(refuses_line_breaks_and_controls), TEST(holds_the_limits_of_length), TEST(reads_mailboxes),
          TEST(refuses_mailboxes_and_leaves_the_result_alone), TEST(knows_full_domains))
