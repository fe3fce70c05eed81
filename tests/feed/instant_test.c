/* tests/feed/instant_test.c */
#include "feed/instant.h"

#include "tests/support.h"

static void reads_rfc3339(void **state)
{
    static const struct {
        const char *text;
        int64_t unix_s;
    } good[] = { { "2024-08-06T12:00:00Z", 1722945600 },
                 { "2024-08-06T14:00:00+02:00", 1722945600 },
                 { "2024-08-06T12:00:00.25Z", 1722945600 },
                 { "2024-02-29T00:00:00Z", 1709164800 } };
    static const char *const bad[] = { "",
                                       "2024-08-06",
                                       "2024-08-06T12:00:00",
                                       "2024-08-06 12:00:00Z",
                                       "2023-02-29T00:00:00Z",
                                       "2024-08-06T24:00:00Z",
                                       "2024-08-06T12:00:00+0200",
                                       "2024-08-06T12:00:00Zx",
                                       "24-08-06T12:00:00Z",
                                       "2024-13-06T12:00:00Z",
                                       "2024-08-06T12:00:00.Z" };
    int64_t unix_s;
    (void)state;

    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
        assert_null(instant_read_rfc3339(&unix_s, str_from(good[i].text)));
        assert_int_equal(unix_s, good[i].unix_s);
    }
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        assert_non_null(instant_read_rfc3339(&unix_s, str_from(bad[i])));
}

static void reads_rfc822(void **state)
{
    static const char *const good[] = { "Tue, 06 Aug 2024 12:00:00 GMT", "6 Aug 2024 12:00 UT",
                                        "Tue, 06 Aug 2024 14:00:00 +0200", "Tue, 06 Aug 2024 08:00:00 EDT" };
    static const char *const bad[] = { "",
                                       "Mon, 06 Aug 2024 12:00:00 GMT",
                                       "Tue, 06 Aug 24 12:00:00 GMT",
                                       "Tue, 06 Aug 2024 12:00:00",
                                       "Tue, 06 Aug 2024 12:00:00 CET",
                                       "Tue 06 Aug 2024 12:00:00 GMT",
                                       "2024-08-06T12:00:00Z",
                                       "31 Feb 2024 12:00:00 GMT",
                                       "Tue, 06 August 2024 12:00:00 GMT" };
    int64_t unix_s;
    (void)state;

    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
        assert_null(instant_read_rfc822(&unix_s, str_from(good[i])));
        assert_int_equal(unix_s, 1722945600);
    }
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        assert_non_null(instant_read_rfc822(&unix_s, str_from(bad[i])));
}

TEST_MAIN(TEST(reads_rfc3339), TEST(reads_rfc822))
