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

static void has_an_image_only_of_a_format_that_rss_knows(void **state)
{
    Scratch *scratch = *state;
    FeedModel model = sample_empty;
    Str self = STR("https://news.example.org/feeds/news.rss");

    model.icon_url = STR("https://news.example.org/icon.svg");
    assert_false(str_contains(rss_write(&model, self, &scratch->arena), STR("<image>")));
    model.logo_url = STR("https://news.example.org/logo.png");
    assert_true(
        str_contains(rss_write(&model, self, &scratch->arena), STR("<url>https://news.example.org/logo.png</url>")));
}

TEST_MAIN(TEST(writes_all_that_the_model_has), TEST(writes_a_feed_without_entries),
          TEST(has_an_image_only_of_a_format_that_rss_knows))
