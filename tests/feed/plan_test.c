/* tests/feed/plan_test.c */
#include "feed/plan.h"

#include "feed/feed.h"
#include "tests/feed/site.h"

enum { DAY_S = 86400 };
static const int64_t new_year_2024 = 1704067200;

static FeedPlan plan_of(HandSite *hand, const Channel *channel, Scratch *scratch)
{
    FeedPlan plan;
    feed_plan(&plan, &hand->site, channel, &scratch->arena);
    return plan;
}

/* Two of 2024, one of 2023, one of 2021. */
static HandSite *years(Scratch *scratch)
{
    HandSite *hand = hand_site(scratch);
    hand_post(hand, "d", new_year_2024 + 2 * DAY_S, "D\n");
    hand_post(hand, "c", new_year_2024, "C\n");
    hand_post(hand, "b", new_year_2024 - 1, "B\n");
    hand_post(hand, "a", new_year_2024 - 900 * DAY_S, "A\n");
    return hand;
}

static void a_feed_that_has_everything_is_complete(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = years(scratch);
    Channel channel = hand_channel();

    FeedPlan plan = plan_of(hand, &channel, scratch);
    assert_int_equal(plan.document_count, 1);
    assert_int_equal(plan.documents[0].part, FEED_COMPLETE);
    channel.limit = 4;
    assert_int_equal(plan_of(hand, &channel, scratch).documents[0].part, FEED_COMPLETE);
    channel.limit = 3;
    plan = plan_of(hand, &channel, scratch);
    assert_int_equal(plan.documents[0].part, FEED_NEWEST);
    assert_int_equal(plan.documents[0].posts.len, 3);
}

static void a_feed_without_posts_claims_nothing(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();

    channel.archive_yearly = true;
    FeedPlan plan = plan_of(hand, &channel, scratch);
    assert_int_equal(plan.document_count, 1);
    assert_int_equal(plan.documents[0].part, FEED_NEWEST);
    assert_int_equal(plan.documents[0].posts.len, 0);
}

static void a_year_is_over_when_a_later_one_has_begun(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = years(scratch);
    Channel channel = hand_channel();

    channel.archive_yearly = true;
    FeedPlan plan = plan_of(hand, &channel, scratch);
    const FeedDocument *documents = plan.documents;
    assert_int_equal(plan.document_count, 4);
    assert_int_equal(documents[0].part, FEED_NEWEST);
    assert_str(documents[0].stem, "/feeds/news");
    assert_str(documents[0].prev_archive, "/feeds/news/2023");
    assert_str(documents[0].current, "");
    assert_str(documents[1].stem, "/feeds/news/2021");
    assert_int_equal(documents[1].part, FEED_ARCHIVE);
    assert_str(documents[1].prev_archive, "");
    assert_str(documents[1].next_archive, "/feeds/news/2023");
    assert_str(documents[1].current, "/feeds/news");
    assert_str(documents[2].prev_archive, "/feeds/news/2021");
    assert_str(documents[2].next_archive, "/feeds/news/2024");
    assert_int_equal(documents[3].part, FEED_GROWING);
    assert_int_equal(documents[3].posts.len, 2);
    assert_str(documents[3].next_archive, "");
}

static void the_year_is_that_of_the_sites_zone(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = years(scratch);
    Channel channel = hand_channel();

    channel.archive_yearly = true;
    hand->site.zone = zone_open(STR("Asia/Tokyo"), &scratch->arena);
    FeedPlan plan = plan_of(hand, &channel, scratch);
    assert_int_equal(plan.document_count, 3); /* a second before midnight in UTC is 2024 there */
    assert_int_equal(plan.documents[2].posts.len, 3);
}

static void counts_from_the_oldest(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = years(scratch);
    Channel channel = hand_channel();

    channel.archive_size = 3;
    FeedPlan plan = plan_of(hand, &channel, scratch);
    assert_int_equal(plan.document_count, 3);
    assert_str(plan.documents[1].stem, "/feeds/news/1");
    assert_int_equal(plan.documents[1].posts.len, 3);
    assert_str(plan.documents[1].posts.items[2]->post.slug, "a");
    assert_str(plan.documents[2].stem, "/feeds/news/2");
    channel.archive_size = 4; /* full, but no later one has begun */
    assert_int_equal(plan_of(hand, &channel, scratch).document_count, 1);
}

static void no_post_lies_between_the_newest_and_the_archives(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = years(scratch);
    Channel channel = hand_channel();

    channel.archive_yearly = true;
    channel.limit = 1;
    assert_int_equal(plan_of(hand, &channel, scratch).documents[0].posts.len, 2);
    channel.limit = 3;
    assert_int_equal(plan_of(hand, &channel, scratch).documents[0].posts.len, 3);
}

/* What an archive of the years before says when the newest post is there, and when it is not. */
static void a_new_post_changes_no_archive(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = years(scratch);
    Channel channel = hand_channel();
    FeedFiles before, after;

    channel.archive_yearly = true;
    for (size_t i = 1; i <= 2; i++) {
        hand->site.posts = hand->published + 1;
        hand->site.post_count = 3;
        FeedPlan plan = plan_of(hand, &channel, scratch);
        assert_true(
            feed_write_document(&before, &hand->site, &channel, &plan.documents[i], &scratch->arena, &scratch->diags));
        hand->site.posts = hand->published;
        hand->site.post_count = 4;
        plan = plan_of(hand, &channel, scratch);
        assert_true(
            feed_write_document(&after, &hand->site, &channel, &plan.documents[i], &scratch->arena, &scratch->diags));
        assert_int_equal(before.len, 3);
        for (size_t f = 0; f < 3; f++) {
            assert_true(str_eq(before.items[f].path, after.items[f].path));
            assert_true(str_eq(before.items[f].bytes, after.items[f].bytes));
        }
    }
    assert_str(after.items[0].path, "/feeds/news/2023.atom");
    assert_true(str_contains(after.items[0].bytes, STR("<fh:archive/>")));
    assert_true(
        str_contains(after.items[2].bytes, STR("\"next_url\": \"https://news.example.org/feeds/news/2021.json\"")));
}

TEST_MAIN(TEST(a_feed_that_has_everything_is_complete), TEST(a_feed_without_posts_claims_nothing),
          TEST(a_year_is_over_when_a_later_one_has_begun), TEST(the_year_is_that_of_the_sites_zone),
          TEST(counts_from_the_oldest), TEST(no_post_lies_between_the_newest_and_the_archives),
          TEST(a_new_post_changes_no_archive))
