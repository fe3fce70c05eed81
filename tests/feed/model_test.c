/* tests/feed/model_test.c */
#include "feed/plan.h"

#include "post/identity.h"
#include "tests/feed/site.h"

enum { HOUR_S = 3600, DAY_S = 24 * HOUR_S };
static const int64_t may_day = 1714521600; /* 2024-05-01T00:00:00Z */

static FeedModel model_of(const HandSite *hand, Channel channel, Scratch *scratch)
{
    FeedModel model;
    FeedPlan plan;
    feed_plan(&plan, &hand->site, &channel, &scratch->arena);
    feed_model(&model, &hand->site, &channel, plan.documents[0].posts, &scratch->arena);
    return model;
}

static void takes_the_newest_posts_up_to_the_limit(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();

    hand_post(hand, "c", may_day + 2, "C");
    hand_post(hand, "b", may_day + 1, "B");
    hand_post(hand, "a", may_day, "A");
    channel.limit = 2;
    FeedModel model = model_of(hand, channel, scratch);

    assert_int_equal(model.entry_count, 2);
    assert_str(model.entries[0].id, "tag:news.example.org,2024-05-01:c");
    assert_str(model.entries[0].url, "https://news.example.org/2024/05/01/c/");
    assert_str(model.entries[1].title, "b");
    assert_str(model.entries[1].summary, "Words.");
    assert_int_equal(model.updated_unix_s, may_day + 2);
}

static void says_who_and_where_it_is(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();

    hand->site.config.baseurl = STR("/en");
    hand->site.config.icon = STR("/assets/icon.png");
    hand->site.config.logo = STR("javascript:alert(1)");
    FeedModel model = model_of(hand, channel, scratch);
    assert_str(model.title, "All news");
    assert_str(model.author, "Staff");
    assert_str(model.home_url, "https://news.example.org/en/");
    assert_str(model.tags_url, "https://news.example.org/en/tags/");
    assert_str(model.icon_url, "https://news.example.org/en/assets/icon.png");
    assert_str(model.logo_url, "");

    channel.title = hand->site.config.title = hand->site.config.author = (Str){ 0 };
    model = model_of(hand, channel, scratch);
    assert_str(model.title, "news.example.org");
    assert_str(model.author, "news.example.org");
}

static void has_an_id_that_outlives_its_address(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();

    Str id = model_of(hand, channel, scratch).id;
    assert_int_equal(id.len, sizeof("urn:uuid:6a0a4f5e-8b6c-8d3e-9f10-203040506070") - 1);
    assert_true(str_starts_with(id, STR("urn:uuid:")));
    assert_int_equal(str_at(id, 9 + 14), '8');
    channel.path = STR("/moved");
    channel.title = STR("Renamed");
    hand->site.config.url = STR("http://news.example.org");
    assert_true(str_eq(model_of(hand, channel, scratch).id, id));
    channel.name = STR("other");
    assert_false(str_eq(model_of(hand, channel, scratch).id, id));
    channel.name = STR("news");
    hand->site.config.url = STR("https://other.example.org");
    assert_false(str_eq(model_of(hand, channel, scratch).id, id));
}

static int64_t updated(HandSite *hand, Date date, Scratch *scratch)
{
    hand->posts[0].post.has_updated = true;
    hand->posts[0].post.updated = date;
    FeedModel model = model_of(hand, hand_channel(), scratch);
    assert_int_equal(model.updated_unix_s, model.entries[0].updated_unix_s);
    return model.entries[0].updated_unix_s;
}

static void is_updated_when_the_author_says_so_and_never_before_publication(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Post *post = hand_post(hand, "a", may_day + 5 * HOUR_S, "A");
    Date later = { .unix_s = may_day + 5 * DAY_S, .precision = DATE_SECOND };
    Date earlier = { .unix_s = may_day - 1, .precision = DATE_SECOND };

    assert_int_equal(model_of(hand, hand_channel(), scratch).entries[0].updated_unix_s, post->published_unix_s);
    assert_int_equal(updated(hand, later, scratch), may_day + 5 * DAY_S);
    assert_int_equal(updated(hand, earlier, scratch), post->published_unix_s);
}

static void takes_a_day_of_change_as_it_takes_a_day_of_publication(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Post *post = hand_post(hand, "a", 0, "A");
    Date day = { .unix_s = may_day + 5 * DAY_S, .precision = DATE_DAY };

    post->date = (Date){ .unix_s = may_day, .precision = DATE_DAY };
    post->published_unix_s = identity_instant(post, hand->site.zone);
    assert_in_range(post->published_unix_s, may_day + 12 * HOUR_S, may_day + 13 * HOUR_S - 1);
    assert_int_equal(updated(hand, post->date, scratch), post->published_unix_s);
    assert_int_equal(updated(hand, day, scratch), post->published_unix_s + 5 * DAY_S);
}

/* An old post that was changed makes the feed new. */
static void is_as_new_as_its_newest_entry(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);

    hand_post(hand, "b", may_day, "B");
    Post *old = hand_post(hand, "a", may_day - DAY_S, "A");
    old->has_updated = true;
    old->updated = (Date){ .unix_s = may_day + DAY_S, .precision = DATE_SECOND };
    assert_int_equal(model_of(hand, hand_channel(), scratch).updated_unix_s, may_day + DAY_S);
}

static void has_an_instant_of_its_own_when_it_is_empty(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();

    channel.select_type = STR("event");
    assert_int_equal(model_of(hand, channel, scratch).updated_unix_s, 0);
    hand_post(hand, "a", may_day, "A");
    FeedModel model = model_of(hand, channel, scratch);
    assert_int_equal(model.entry_count, 0);
    assert_int_equal(model.updated_unix_s, may_day);
}

static void names_authors_and_tags_in_plain_text(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Post *post = hand_post(hand, "a", may_day, "A");
    const Author authors[] = { { .name = STR_INIT("Ann\xEF\xBF\xBE <b>"), .url = STR_INIT("/people/ann/") },
                               { .name = STR_INIT("\x01") },
                               { .name = STR_INIT("Bo"), .url = STR_INIT("data:text/html,x") } };
    const Tag tags[] = { { .label = STR_INIT("R&D ]]>\x07") }, { .label = STR_INIT("\x7F") } };

    post->title.str = STR("One\x0B & \xEF\xBF\xBF<two>");
    post->authors = authors;
    post->author_count = 3;
    post->tags = tags;
    post->tag_count = 2;
    FeedEntry entry = model_of(hand, hand_channel(), scratch).entries[0];

    assert_str(entry.title, "One & <two>");
    assert_int_equal(entry.author_count, 2);
    assert_str(entry.authors[0].name, "Ann <b>");
    assert_str(entry.authors[0].url, "https://news.example.org/people/ann/");
    assert_str(entry.authors[1].name, "Bo");
    assert_str(entry.authors[1].url, "");
    assert_int_equal(entry.tag_count, 1);
    assert_str(entry.tags[0], "R&D ]]>");
}

static void names_a_language_that_differs(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);

    hand_post(hand, "b", may_day + 1, "B")->language = STR("he");
    hand_post(hand, "a", may_day, "A")->language = STR("EN");
    FeedModel model = model_of(hand, hand_channel(), scratch);
    assert_str(model.entries[0].language, "he");
    assert_str(model.entries[1].language, "");
}

static void has_content_that_stands_alone(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);

    hand_post(hand, "news", may_day, "## Part\n\nSee [it](../other/), [x](/x) and ![p](p.png)\xEF\xBF\xBE.\n");
    Str html = model_of(hand, hand_channel(), scratch).entries[0].content_html;
    assert_true(str_contains(html, STR("href=\"https://news.example.org/2024/05/01/other/\"")));
    assert_true(str_contains(html, STR("href=\"https://news.example.org/x\"")));
    assert_true(str_contains(html, STR("src=\"https://news.example.org/2024/05/01/news/p.png\"")));
    assert_true(str_contains(html, STR(" id=\"news-")));
    assert_false(str_contains(html, STR("\xEF\xBF\xBE")));
}

static void has_nothing_in_its_content_that_acts(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);

    hand_post(hand, "a", may_day,
              "Kept <b onclick=\"x()\">bold</b> [bad](javascript:alert(1))\n\n"
              "<script>alert(1)</script>\n\n<iframe src=\"https://video.example.net/v\" title=\"A talk\"></iframe>\n");
    Str html = model_of(hand, hand_channel(), scratch).entries[0].content_html;
    assert_true(str_contains(html, STR("Kept")));
    assert_true(str_contains(html, STR("https://video.example.net/v")));
    assert_false(str_contains(html, STR("alert")));
    assert_false(str_contains(html, STR("onclick")));
    assert_false(str_contains(html, STR("<iframe")));
}

/* Two posts with one slug, one heading: their ids differ, and are the same whatever stands beside them. */
static void has_html_ids_that_no_other_entry_has(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();

    hand_post(hand, "b", may_day + 1, "## Part\n");
    hand_post(hand, "a", may_day, "## Part\n")->slug = STR("b");
    FeedModel both = model_of(hand, channel, scratch);
    assert_true(str_contains(both.entries[0].content_html, STR(" id=\"b-")));
    assert_true(str_contains(both.entries[1].content_html, STR(" id=\"b-")));
    assert_false(str_eq(both.entries[0].content_html, both.entries[1].content_html));
    channel.limit = 1;
    FeedModel one = model_of(hand, channel, scratch);
    assert_true(str_eq(one.entries[0].content_html, both.entries[0].content_html));
}

static void has_no_content_in_a_feed_of_excerpts(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();

    hand_post(hand, "a", may_day, "A");
    channel.full_content = false;
    FeedEntry entry = model_of(hand, channel, scratch).entries[0];
    assert_str(entry.content_html, "");
    assert_str(entry.summary, "Words.");
}

static void knows_an_image_by_its_address(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    static const struct Case {
        const char *written, *url;
    } cases[] = {
        { "/assets/a b.png", "https://news.example.org/assets/a%20b.png" },
        { "assets/a.png", "https://news.example.org/assets/a.png" },
        { "//cdn.example.net/a.png", "https://cdn.example.net/a.png" },
        { "http://cdn.example.net/a.png", "http://cdn.example.net/a.png" },
        { "data:image/png;base64,AAAA", "" },
        { "javascript:alert(1)", "" },
        { "", "" },
    };

    Post *post = hand_post(hand, "a", may_day, "A");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        post->image = str_from(cases[i].written);
        FeedEntry entry = model_of(hand, hand_channel(), scratch).entries[0];
        assert_str(entry.image_url, cases[i].url);
        assert_str(entry.enclosure.url, "");
    }
}

TEST_MAIN(TEST(takes_the_newest_posts_up_to_the_limit), TEST(says_who_and_where_it_is),
          TEST(has_an_id_that_outlives_its_address),
          TEST(is_updated_when_the_author_says_so_and_never_before_publication),
          TEST(takes_a_day_of_change_as_it_takes_a_day_of_publication), TEST(is_as_new_as_its_newest_entry),
          TEST(has_an_instant_of_its_own_when_it_is_empty), TEST(names_authors_and_tags_in_plain_text),
          TEST(names_a_language_that_differs), TEST(has_content_that_stands_alone),
          TEST(has_nothing_in_its_content_that_acts), TEST(has_html_ids_that_no_other_entry_has),
          TEST(has_no_content_in_a_feed_of_excerpts), TEST(knows_an_image_by_its_address))
