/* tests/feed/rss_test.c */
#include "feed/rss.h"
#include "tests/feed/sample.h"

static void writes_all_that_the_model_has(void **state)
{
    Scratch *scratch = *state;
    Str feed = rss_write(&sample_feed, STR("https://news.example.org/feeds/news.rss"), &scratch->arena);

    assert_golden(feed, "tests/feed/sample.rss", scratch);
}

static void writes_a_feed_without_entries(void **state)
{
    Scratch *scratch = *state;
    Str feed = rss_write(&sample_empty, STR("https://news.example.org/feeds/news.rss"), &scratch->arena);

    assert_golden(feed, "tests/feed/empty.rss", scratch);
}

TEST_MAIN(TEST(writes_all_that_the_model_has), TEST(writes_a_feed_without_entries))
