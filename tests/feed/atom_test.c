/* tests/feed/atom_test.c */
#include "feed/atom.h"
#include "tests/feed/sample.h"

static void writes_all_that_the_model_has(void **state)
{
    Scratch *scratch = *state;
    Str feed = atom_write(&sample_feed, STR("https://news.example.org/feeds/news.atom"), &scratch->arena);

    assert_golden(feed, "tests/feed/sample.atom", scratch);
}

static void writes_a_feed_without_entries(void **state)
{
    Scratch *scratch = *state;
    Str feed = atom_write(&sample_empty, STR("https://news.example.org/feeds/news.atom"), &scratch->arena);

    assert_golden(feed, "tests/feed/empty.atom", scratch);
}

TEST_MAIN(TEST(writes_all_that_the_model_has), TEST(writes_a_feed_without_entries))
