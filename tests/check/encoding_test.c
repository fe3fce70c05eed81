/* What cannot be seen in a file, and what was read in the wrong encoding: exactly where, and nothing else. */
#include "tests/check/example.h"

static void finds_what_nobody_can_see(void **state)
{
    assert_check_says(*state, "Har<U+200B>bour\n", "unicode-invisible: \xE2\x80\x8B\n");
    assert_check_says(*state, "One<U+FEFF><U+FEFF> fault\n", "unicode-invisible: \xEF\xBB\xBF\xEF\xBB\xBF\n");
    assert_check_says(*state, "Har<U+00AD>bour\n", "unicode-invisible: \xC2\xAD\n");
    assert_check_says(*state,
                      "---\ntitle: Port El<U+200D>lery joins\nauthor: staff\ndate: 2024-08-06\n"
                      "tags: [announcements]\nexcerpt: Port Ellery joins.\n---\nGlad.\n",
                      "unicode-invisible: \xE2\x80\x8D\n");
}

static void leaves_joiners_to_the_scripts_that_need_them(void **state)
{
    assert_check_says(*state, "A family \U0001F468<U+200D>\U0001F469<U+200D>\U0001F467 here\n", "");
    assert_check_says(*state, "\u0645\u06CC<U+200C>\u062E\u0648\u0627\u0647\u0645 means I want\n", "");
    assert_check_says(*state, "\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35<U+200B>\u0E0A\u0E32\u0E27\u0E42\u0E25\u0E01\n", "");
}

static void finds_changes_of_direction(void **state)
{
    assert_check_says(*state, "Port <U+202E>yrellE\n", "bidi-control: \xE2\x80\xAE\n");
    assert_check_says(*state, "Port <U+2067>Ellery<U+2069> joins\n", "bidi-control: \xE2\x81\xA7\n");
    assert_check_says(*state, "Port<U+200E> Ellery\n", "bidi-control: \xE2\x80\x8E\n");
    assert_check_says(*state, "Port <U+2067>\u05E9\u05DC\u05D5\u05DD<U+2069> joins\n", "");
    assert_check_says(*state, "Port <U+2067>\u05E9\u05DC\u05D5\u05DD joins\n", "bidi-control: \xE2\x81\xA7\n");
}

static void finds_text_read_in_the_wrong_encoding(void **state)
{
    assert_check_says(*state, "Port Elleryâ€™s charts\n", "mojibake: â€™\n");
    assert_check_says(*state, "Announced â€“ at last\n", "mojibake: â€“\n");
    assert_check_says(*state, "The cafÃ© is open\n", "mojibake: Ã©\n");
    assert_check_says(*state, "A fee of 5 â‚¬\n", "mojibake: â‚¬\n");
    assert_check_says(*state, "Heraldâ„¢ and Å‚uk\n", "mojibake: â„¢\nmojibake: Å‚\n");
    assert_check_says(*state, "A fee of Â£5\n", "mojibake: Â\u00A3\n");
    assert_check_says(*state, "End.Â  Next\n", "mojibake: Â\n");
    assert_check_says(*state, "Itâ€šÃ„Ã´s\n", "mojibake: â€šÃ„Ã´\n");
    assert_check_says(*state, "It‚Äôs new\n", "mojibake: ‚Äô\n");
    assert_check_says(*state, "It ÃƒÂ©tait\n", "mojibake: ÃƒÂ©\n");
    assert_check_says(*state, "ÐŸÑ€Ð¸Ð²ÐµÑ‚ all\n", "mojibake: ÐŸÑ€Ð¸Ð²ÐµÑ‚\n");
    assert_check_says(*state, "It<U+0092>s here\n", "mojibake: \xC2\x92\n");
    assert_check_says(*state, "A lost <U+FFFD> here\n", "mojibake: \xEF\xBF\xBD\n");
}

static void leaves_letters_before_signs_alone(void **state)
{
    assert_check_says(*state, "The letters “É”, “Ñ” and “Ã” in CAFÉ… and Ångström, 5 Å², « Â » and the “café…”\n", "");
    assert_check_says(*state, "Say `Ã©` for \"â€™\" when you write about it\n", "");
    assert_check_says(*state, "“IRMÃ” naïve façade Großmaß… ✓ → € 5\n", "");
}

static void finds_line_separators(void **state)
{
    assert_check_says(*state, "Port<U+2028>Ellery\n", "line-separator: \xE2\x80\xA8\n");
    assert_check_says(*state, "Port <U+0085>Ellery\n", "line-separator: \xC2\x85\n");
}

static void tells_of_line_ends_once(void **state)
{
    assert_check_says(*state, "One<U+000D>\ntwo<U+000D>\n", "crlf: \r\n\n");
    assert_check_says(*state, "One\ntwo<U+000D>\nthree\n", "crlf: \r\n\n");
    assert_check_says(*state, "One last line", "no-final-newline: \n");
}

static void knows_what_no_break_spaces_are_for(void **state)
{
    assert_check_says(*state, "a<U+00A0>blank and<U+00A0>one more\n", "unicode-nbsp: \xC2\xA0\n");
    assert_check_says(*state, "End.<U+00A0> Next\n", "unicode-nbsp: \xC2\xA0\n");
    assert_check_says(*state, "<U+00A0>Next\n", "unicode-nbsp: \xC2\xA0\n");
    assert_check_says(
        *state, "«<U+00A0>Oui<U+00A0>!<U+00A0>», 5<U+00A0>km, a<U+00A0>– b, Dr.<U+00A0>May, v<U+202F>Praze\n", "");
}

TEST_MAIN(TEST(finds_what_nobody_can_see), TEST(leaves_joiners_to_the_scripts_that_need_them),
          TEST(finds_changes_of_direction), TEST(finds_text_read_in_the_wrong_encoding),
          TEST(leaves_letters_before_signs_alone), TEST(finds_line_separators), TEST(tells_of_line_ends_once),
          TEST(knows_what_no_break_spaces_are_for))
