/* tests/feed/value_test.c */
#include "feed/value.h"

#include "tests/support.h"

typedef const char *Fault(Str value);

static void expect(Fault *fault, bool good, const char *const *values)
{
    for (; *values != NULL; values++) {
        if ((fault(str_from(*values)) == NULL) != good)
            fail_msg("\"%s\" is taken for %s", *values, good ? "wrong" : "right");
    }
}

static void knows_addresses(void **state)
{
    static const char *const good[] = { "https://example.org/",
                                        "https://example.org/a?b=%20#c",
                                        "mailto:ann@example.org",
                                        "https://example.org/h\xC3\xA4user",
                                        "tag:example.org,2024-08-06:a/b",
                                        "tag:ann@example.org,2024:a",
                                        "urn:isbn:1",
                                        "urn:uuid:6a0a4f5e-8b6c-4d3e-9f10-203040506070",
                                        NULL };
    static const char *const bad[] = { "",
                                       "/a/",
                                       "#a",
                                       "example.org",
                                       "https:",
                                       "https:/example.org",
                                       "https:///a",
                                       "https://example.org/a b",
                                       "https://example.org/\n",
                                       "https://example.org/%2",
                                       "https://example.org/<b>",
                                       "tag:example.org:a",
                                       "tag:example.org,24:a",
                                       "tag:example.org,2024-13:a",
                                       "tag:-example,2024:a",
                                       "urn:a",
                                       "urn:uuid:6a0a",
                                       NULL };
    (void)state;

    expect(address_value_fault, true, good);
    expect(address_value_fault, false, bad);
    assert_true(address_is_relative(STR("//example.org/")));
    assert_false(address_is_relative(STR("a+b:c")));
}

static void knows_other_values(void **state)
{
    (void)state;
    expect(media_type_fault, true,
           (const char *const[]){ "text/html", "image/svg+xml", "text/html; charset=utf-8", NULL });
    expect(media_type_fault, false, (const char *const[]){ "", "text", "/html", "text/", "te xt/html", NULL });
    expect(email_fault, true, (const char *const[]){ "ann@example.org", "a+b@mail.example.org", NULL });
    expect(email_fault, false,
           (const char *const[]){ "", "ann", "@example.org", "ann@", "ann@org", "a b@example.org", "ann@example.org.",
                                  "ann@a@example.org", NULL });
    expect(language_fault, true, (const char *const[]){ "", "en", "pt-BR", "zh-Hant-TW", "x-klingon", NULL });
    expect(language_fault, false, (const char *const[]){ "english", "en_US", "e n", "en-", "en-123456789", NULL });
    expect(number_fault, true, (const char *const[]){ "0", "12", NULL });
    expect(number_fault, false, (const char *const[]){ "", "-1", "1.5", "1k", NULL });
}

TEST_MAIN(TEST(knows_addresses), TEST(knows_other_values))
