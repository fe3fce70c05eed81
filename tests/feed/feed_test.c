/* tests/feed/feed_test.c */
#include "feed/feed.h"
#include "tests/feed/site.h"
#include "text/xml.h"

static void writes_each_format_to_its_place(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();
    FeedFiles files;

    hand_post(hand, "a", 1714521600, "A\n");
    assert_true(feed_write(&files, &hand->site, &channel, &scratch->arena, &scratch->diags));
    assert_int_equal(files.len, 3);
    assert_str(files.items[0].path, "/feeds/news.atom");
    assert_string_equal(files.items[0].media_type, "application/atom+xml");
    assert_str(files.items[1].path, "/feeds/news.rss");
    assert_string_equal(files.items[1].media_type, "application/rss+xml");
    assert_str(files.items[2].path, "/feeds/news.json");
    assert_string_equal(files.items[2].media_type, "application/feed+json");
    for (size_t i = 0; i < files.len; i++) {
        assert_true(str_contains(files.items[i].bytes, files.items[i].path)); /* it says where it is */
        assert_true(str_contains(files.items[i].bytes, STR("tag:news.example.org,2024-05-01:a")));
    }

    channel.formats = FEED_RSS;
    assert_true(feed_write(&files, &hand->site, &channel, &scratch->arena, &scratch->diags));
    assert_int_equal(files.len, 1);
    assert_str(files.items[0].path, "/feeds/news.rss");
    assert_no_diags(&scratch->diags);
}

static void writes_atom_alone_to_an_exact_path(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();
    FeedFiles files;

    channel.exact_path = STR("/feed.xml");
    hand->site.config.baseurl = STR("/en");
    assert_true(feed_write(&files, &hand->site, &channel, &scratch->arena, &scratch->diags));
    assert_int_equal(files.len, 1);
    assert_str(files.items[0].path, "/feed.xml");
    assert_string_equal(files.items[0].media_type, "application/atom+xml");
    assert_true(str_contains(files.items[0].bytes, STR("href=\"https://news.example.org/en/feed.xml\"")));
}

static void writes_feeds_without_posts(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();
    FeedFiles files;

    assert_true(feed_write(&files, &hand->site, &channel, &scratch->arena, &scratch->diags));
    assert_int_equal(files.len, 3);
}

static void a_site_without_address_has_no_feeds(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();
    FeedFiles files;

    hand->site.config.url = (Str){ 0 };
    assert_true(feed_write(&files, &hand->site, &channel, &scratch->arena, &scratch->diags));
    assert_int_equal(files.len, 0);
    assert_no_diags(&scratch->diags);
}

static void is_well_formed_whatever_people_write(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();
    FeedFiles files;
    const Str hostile = STR("]]> <![CDATA[ <b> &amp; &#1; \x01\x0B\xEF\xBF\xBE \xE2\x80\xAE\U0001F600 <!-- ?> \"'");
    const Author author = { .name = hostile };
    const Tag tag = { .label = hostile };

    Post *post = hand_post(hand, "a", 1714521600, hostile.data);
    post->title.str = hostile;
    post->authors = &author;
    post->author_count = 1;
    post->tags = &tag;
    post->tag_count = 1;
    hand->posts[0].excerpt_text = hostile;
    channel.title = channel.description = hand->site.config.author = hostile;
    assert_true(feed_write(&files, &hand->site, &channel, &scratch->arena, &scratch->diags));
    assert_int_equal(files.len, 3);
    assert_true(xml_is_well_formed(files.items[0].bytes));
    assert_true(xml_is_well_formed(files.items[1].bytes));
    assert_false(str_contains(files.items[0].bytes, STR("<![CDATA[")));
    assert_false(str_contains(files.items[1].bytes, STR("<![CDATA[")));
}

static void writes_the_same_bytes_again(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();
    FeedFiles first, second;

    hand_post(hand, "b", 1714521601, "## B\n\nText[^1].\n\n[^1]: Note.\n");
    hand_post(hand, "a", 1714521600, "A\n");
    hand->site.now_unix_s = 1714600000;
    assert_true(feed_write(&first, &hand->site, &channel, &scratch->arena, &scratch->diags));
    hand->site.now_unix_s = 1914600000;
    assert_true(feed_write(&second, &hand->site, &channel, &scratch->arena, &scratch->diags));
    for (size_t i = 0; i < first.len; i++)
        assert_true(str_eq(first.items[i].bytes, second.items[i].bytes));
}

TEST_MAIN(TEST(writes_each_format_to_its_place), TEST(writes_atom_alone_to_an_exact_path),
          TEST(writes_feeds_without_posts), TEST(a_site_without_address_has_no_feeds),
          TEST(is_well_formed_whatever_people_write), TEST(writes_the_same_bytes_again))
