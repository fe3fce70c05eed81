/* tests/feed/atom_test.c */
#include "feed/atom.h"
#include "tests/feed/sample.h"

static void writes_all_that_the_model_has(void **state)
{
    Scratch *scratch = *state;
    Str feed = atom_write(&sample_feed, &(FeedLinks){ .self_url = STR("https://news.example.org/feeds/news.atom") },
                          &scratch->arena);

    assert_golden(feed, "tests/feed/sample.atom", scratch);
}

static void writes_a_feed_without_entries(void **state)
{
    Scratch *scratch = *state;
    Str feed = atom_write(&sample_empty, &(FeedLinks){ .self_url = STR("https://news.example.org/feeds/news.atom") },
                          &scratch->arena);

    assert_golden(feed, "tests/feed/empty.atom", scratch);
}

static void writes_an_archive_with_its_neighbours_and_hubs(void **state)
{
    Scratch *scratch = *state;
    FeedModel archive = sample_archive();
    FeedLinks links = sample_links("atom", &scratch->arena);

    assert_golden(atom_write(&archive, &links, &scratch->arena), "tests/feed/archive.atom", scratch);
}

TEST_MAIN(TEST(writes_an_archive_with_its_neighbours_and_hubs), TEST(writes_all_that_the_model_has),
          TEST(writes_a_feed_without_entries))
