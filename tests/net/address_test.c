#include "net/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "tests/support.h"

static bool is_public(const char *text)
{
    struct sockaddr_in four = { .sin_family = AF_INET };
    struct sockaddr_in6 six = { .sin6_family = AF_INET6 };

    if (inet_pton(AF_INET, text, &four.sin_addr) == 1)
        return address_is_public((const struct sockaddr *)(const void *)&four);
    assert_int_equal(inet_pton(AF_INET6, text, &six.sin6_addr), 1);
    return address_is_public((const struct sockaddr *)(const void *)&six);
}

static void tells_what_the_whole_internet_reaches(void **state)
{
    static const char *const open[] = { "1.1.1.1",       "9.255.255.255",   "11.0.0.0",       "100.63.255.255",
                                        "100.128.0.0",   "126.255.255.255", "128.0.0.0",      "172.15.255.255",
                                        "172.32.0.0",    "192.167.255.255", "192.169.0.0",    "223.255.255.255",
                                        "2606:4700::11", "2a00::1",         "::ffff:1.1.1.1", "64:ff9b::101:101" };
    static const char *const closed[] = {
        "0.0.0.0",      "10.0.0.0",    "10.255.255.255",  "100.64.0.0",       "100.127.255.255",
        "127.0.0.1",    "127.8.8.8",   "169.254.169.254", "172.16.0.0",       "172.31.255.255",
        "192.0.0.1",    "192.0.2.1",   "192.168.0.1",     "198.18.0.1",       "198.19.255.255",
        "198.51.100.7", "203.0.113.9", "224.0.0.1",       "240.0.0.1",        "255.255.255.255",
        "::",           "::1",         "::ffff:10.0.0.1", "fc00::1",          "fd12:3456::1",
        "fe80::1",      "ff02::1",     "2001:db8::1",     "2001::1",          "2002:7f00:1::1",
        "3fff::1",      "::127.0.0.1", "64:ff9b::7f00:1", "::ffff:127.0.0.1",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(open) / sizeof(open[0]); i++) {
        if (!is_public(open[i]))
            fail_msg("%s is public", open[i]);
    }
    for (size_t i = 0; i < sizeof(closed) / sizeof(closed[0]); i++) {
        if (is_public(closed[i]))
            fail_msg("%s is not public", closed[i]);
    }
}

static void knows_nothing_of_other_families(void **state)
{
    struct sockaddr other = { .sa_family = AF_UNIX };
    (void)state;
    assert_false(address_is_public(&other));
}

static void sees_through_spellings_of_numbers(void **state)
{
    static const char *const closed[] = { "127.0.0.1", "127.1",     "0x7f.1",     "0177.0.0.1",  "2130706433",
                                          "localhost", "LocalHost", "localhost.", "a.localhost", "[::1]",
                                          "[fe80::1]", "",          "10.0.0.1.",  "0",           "[::ffff:a00:1]" };
    static const char *const open[] = { "example.org", "localhost.example.org", "1.1.1.1", "[2606:4700::1]",
                                        "127.example" };

    (void)state;
    for (size_t i = 0; i < sizeof(closed) / sizeof(closed[0]); i++) {
        if (!address_is_private_name(str_from(closed[i])))
            fail_msg("%s is private", closed[i]);
    }
    for (size_t i = 0; i < sizeof(open) / sizeof(open[0]); i++) {
        if (address_is_private_name(str_from(open[i])))
            fail_msg("%s is not private", open[i]);
    }
}

static void takes_a_name_that_is_none_for_unknown_to_all(void **state)
{
    char long_name[300];

    (void)state;
    memset(long_name, 'a', sizeof(long_name));
    assert_true(address_is_private_name((Str){ long_name, sizeof(long_name) }));
    assert_true(address_is_private_name((Str){ "1.1.1.1\0x", 9 }));
    assert_int_equal(address_look_up((Str){ long_name, sizeof(long_name) }), HOST_MISSING);
    assert_int_equal(address_look_up(STR("127.0.0.1")), HOST_FOUND);
}

TEST_MAIN(TEST(tells_what_the_whole_internet_reaches), TEST(knows_nothing_of_other_families),
          TEST(sees_through_spellings_of_numbers), TEST(takes_a_name_that_is_none_for_unknown_to_all))
