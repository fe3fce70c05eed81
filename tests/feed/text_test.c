/* tests/feed/text_test.c */
#include "feed/text.h"
#include "tests/support.h"

static void leaves_out_what_no_reader_should_show(void **state)
{
    Scratch *scratch = *state;

    assert_str(feed_text(STR("a\x01\x02"
                             "b\r\n\tc\x7F"),
                         &scratch->arena),
               "ab\n\tc");
    assert_str(feed_text(STR("\uFFFEx\uFFFF\uFDD0\U0001FFFE\U0010FFFF\xC2\x85\xC2\x9F"
                             "y"),
                         &scratch->arena),
               "xy");
    assert_str(feed_text(STR("\x01"), &scratch->arena), "");
    assert_str(feed_text(STR("lost \uFFFDone\uFFFD"), &scratch->arena), "lost one");
}

static void keeps_all_that_is_meant(void **state)
{
    Scratch *scratch = *state;
    Str text = STR("Größe 日本語 🎉 \u200Fשלום\u200E \u00A0\u2028 ]]> <b> &amp;");

    assert_ptr_equal(feed_text(text, &scratch->arena).data, text.data);
    assert_str(feed_text((Str){ 0 }, &scratch->arena), "");
}

static void writes_instants_in_utc(void **state)
{
    Scratch *scratch = *state;

    assert_str(feed_rfc3339(1722945600, &scratch->arena), "2024-08-06T12:00:00Z");
    assert_str(feed_rfc3339(0, &scratch->arena), "1970-01-01T00:00:00Z");
}

TEST_MAIN(TEST(leaves_out_what_no_reader_should_show), TEST(keeps_all_that_is_meant), TEST(writes_instants_in_utc))
