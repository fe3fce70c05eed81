/* tests/feed/gate_test.c */
#include "feed/gate.h"

#include "tests/feed/site.h"

static const char entry_start[] = "<feed "
                                  "xmlns='http://www.w3.org/2005/Atom'><title>News</title><id>urn:x-news:1</"
                                  "id><updated>2024-05-01T00:00:00Z</updated>"
                                  "<author><name>Ann</name></author><entry><title>A</title><id>urn:x-news:2</"
                                  "id><updated>2024-05-01T00:00:00Z</updated>"
                                  "<link href='https://news.example.org/a/'/>";

static bool passes(Scratch *scratch, const char *rest, const char *type)
{
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();
    FeedFile file = { STR("/feeds/news.atom"), type, arena_format(&scratch->arena, "%s%s", entry_start, rest) };

    hand_post(hand, "a", 1714521600, "A\n");
    return feed_passes(&file, &channel, (PostList){ hand->published, 1 }, &scratch->diags);
}

static void lets_a_sound_feed_pass_without_a_word(void **state)
{
    Scratch *scratch = *state;

    assert_true(passes(scratch, "<content type='html'>&lt;p id='a'></content></entry></feed>", "application/atom+xml"));
    assert_no_diags(&scratch->diags);
}

static void names_the_post_of_what_is_wrong(void **state)
{
    static const char *const faults[] = {
        "<content type='html'>&lt;a href='/b/'></content></entry></feed>",
        "<content type='html'>&lt;script></content></entry></feed>",
        "<published>2024-05-02T00:00:00Z</published></entry></feed>",
        "<published>2024-05-02</published></entry></feed>",
        "<strange/></entry></feed>",
        "<summary>a</summary><summary>b</summary></entry></feed>",
        "<content type='html'>\xEF\xBF\xBD</content></entry></feed>",
    };
    Scratch *scratch = *state;

    for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
        assert_false(passes(scratch, faults[i], "application/atom+xml"));
        assert_int_equal(scratch->diags.stops, i + 1);
        const Diag *diag = &scratch->diags.items[i];
        assert_string_equal(diag->rule, "feed-invalid");
        assert_str(diag->span.source->path, "posts/a.md");
        assert_true(str_contains(diag->message, STR("in the entry of this post, ")));
    }
}

static void tells_of_the_channel_what_is_no_posts_fault(void **state)
{
    Scratch *scratch = *state;

    assert_false(passes(scratch, "</entry><strange/></feed>", "application/atom+xml"));
    assert_false(passes(scratch, "</entry>", "application/atom+xml"));
    assert_int_equal(scratch->diags.stops, 2);
    assert_null(scratch->diags.items[0].span.source);
}

static void no_feed_is_written_of_two_posts_with_one_id(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = hand_site(scratch);
    Channel channel = hand_channel();
    FeedFiles files;

    hand_post(hand, "b", 1714521601, "B\n");
    hand_post(hand, "a", 1714521600, "A\n")->id = hand->posts[0].post.id;
    assert_false(feed_write(&files, &hand->site, &channel, &scratch->arena, &scratch->diags));
    assert_int_equal(files.len, 0);
    assert_int_equal(scratch->diags.stops, 1);
    assert_str(scratch->diags.items[0].span.source->path, "posts/a.md");
}

TEST_MAIN(TEST(lets_a_sound_feed_pass_without_a_word), TEST(names_the_post_of_what_is_wrong),
          TEST(tells_of_the_channel_what_is_no_posts_fault), TEST(no_feed_is_written_of_two_posts_with_one_id))
