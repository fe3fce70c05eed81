/* tests/feed/rss_test.c */
#include "feed/rss.h"
#include "tests/feed/sample.h"

static void writes_all_that_the_model_has(void **state)
{
    Scratch *scratch = *state;
    Str feed = rss_write(&sample_feed, &(FeedLinks){ .self_url = STR("https://news.example.org/feeds/news.rss") },
                         &scratch->arena);

    assert_golden(feed, "tests/feed/sample.rss", scratch);
}

static void writes_a_feed_without_entries(void **state)
{
    Scratch *scratch = *state;
    Str feed = rss_write(&sample_empty, &(FeedLinks){ .self_url = STR("https://news.example.org/feeds/news.rss") },
                         &scratch->arena);

    assert_golden(feed, "tests/feed/empty.rss", scratch);
}

static void has_an_image_only_of_a_format_that_rss_knows(void **state)
{
    Scratch *scratch = *state;
    FeedModel model = sample_empty;
    FeedLinks links = { .self_url = STR("https://news.example.org/feeds/news.rss") };

    model.icon_url = STR("https://news.example.org/icon.svg");
    assert_false(str_contains(rss_write(&model, &links, &scratch->arena), STR("<image>")));
    model.logo_url = STR("https://news.example.org/logo.png");
    assert_true(
        str_contains(rss_write(&model, &links, &scratch->arena), STR("<url>https://news.example.org/logo.png</url>")));
}

static void writes_an_archive_with_its_neighbours_and_hubs(void **state)
{
    Scratch *scratch = *state;
    FeedModel archive = sample_archive();
    FeedLinks links = sample_links("rss", &scratch->arena);

    assert_golden(rss_write(&archive, &links, &scratch->arena), "tests/feed/archive.rss", scratch);
}

TEST_MAIN(TEST(writes_an_archive_with_its_neighbours_and_hubs), TEST(writes_all_that_the_model_has),
          TEST(writes_a_feed_without_entries), TEST(has_an_image_only_of_a_format_that_rss_knows))
