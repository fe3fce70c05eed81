/* tests/feed/json_test.c */
#include "feed/json.h"
#include "tests/feed/sample.h"

static void writes_all_that_the_model_has(void **state)
{
    Scratch *scratch = *state;
    Str feed = jsonfeed_write(&sample_feed, &(FeedLinks){ .self_url = STR("https://news.example.org/feeds/news.json") },
                              &scratch->arena);

    assert_golden(feed, "tests/feed/sample.json", scratch);
}

static void writes_a_feed_without_entries(void **state)
{
    Scratch *scratch = *state;
    Str feed = jsonfeed_write(
        &sample_empty, &(FeedLinks){ .self_url = STR("https://news.example.org/feeds/news.json") }, &scratch->arena);

    assert_golden(feed, "tests/feed/empty.json", scratch);
}

static void writes_an_archive_with_its_neighbours_and_hubs(void **state)
{
    Scratch *scratch = *state;
    FeedModel archive = sample_archive();
    FeedLinks links = sample_links("json", &scratch->arena);

    assert_golden(jsonfeed_write(&archive, &links, &scratch->arena), "tests/feed/archive.json", scratch);
}

TEST_MAIN(TEST(writes_an_archive_with_its_neighbours_and_hubs), TEST(writes_all_that_the_model_has),
          TEST(writes_a_feed_without_entries))
