/* tests/feed/inspect_test.c - what golden cases are too small for. */
#include "feed/inspect.h"

#include "base/buf.h"
#include "tests/support.h"

static void expect_only(Scratch *scratch, Str bytes, const char *rule)
{
    FeedReading feed;
    const FeedRules rules = { 0 };

    feed_inspect_bytes(&feed, bytes, STR("feed"), &rules, &scratch->arena, &scratch->diags);
    assert_int_equal(scratch->diags.len, 1);
    assert_string_equal(scratch->diags.items[0].rule, rule);
}

static void a_large_feed_is_told_of(void **state)
{
    Scratch *scratch = *state;
    Buf feed = { .arena = &scratch->arena };

    buf_put_cstr(&feed,
                 "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"A\",\"language\":\"en\",\"icon\":"
                 "\"https://example.org/i.png\",\"home_page_url\":\"https://example.org/\",\"feed_url\":"
                 "\"https://example.org/f.json\",\"items\":[],\"description\":\"");
    buf_put_repeated(&feed, 'a', 500000);
    buf_put_cstr(&feed, "\"}");
    expect_only(scratch, buf_str(&feed), "feed-size");
}

static void what_is_too_large_is_not_read(void **state)
{
    Scratch *scratch = *state;
    Buf feed = { .arena = &scratch->arena };

    buf_put_repeated(&feed, '{', FEED_MAX_BYTES + 1);
    expect_only(scratch, buf_str(&feed), "feed-unreadable");
}

static void findings_are_bounded(void **state)
{
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena };
    FeedReading feed;
    const FeedRules rules = { 0 };

    buf_put_cstr(&text, "<rss version='2.0'><channel>");
    for (int i = 0; i < 5000; i++)
        buf_put_cstr(&text, "<item><link>/</link></item>");
    buf_put_cstr(&text, "</channel></rss>");
    assert_true(feed_inspect_bytes(&feed, buf_str(&text), STR("feed"), &rules, &scratch->arena, &scratch->diags));
    assert_true(scratch->diags.len < FEED_MAX_FINDINGS + 100);
}

TEST_MAIN(TEST(a_large_feed_is_told_of), TEST(what_is_too_large_is_not_read), TEST(findings_are_bounded))
