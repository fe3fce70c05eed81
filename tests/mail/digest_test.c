/* tests/mail/digest_test.c */
#include "mail/digest.h"
#include "mail/digest_html.h"
#include "mail/digest_text.h"
#include "markup/gfm.h"
#include "tests/feed/site.h"
#include "text/yaml.h"

static const int64_t may_day = 1714521600; /* 2024-05-01T00:00:00Z */
enum { DAY_S = 86400, MAY_DAYS = 31 };

static const char config_text[] = "mail:\n"
                                  "  from: Example News <news@example.org>\n"
                                  "  unsubscribe: https://example.org/u/\n";

/* A hand-made site that can send mail; it is June 2024. */
static HandSite *mail_site(Scratch *scratch)
{
    Arena *arena = &scratch->arena;
    HandSite *hand = hand_site(scratch);
    const Tree *tree;

    assert_true(yaml_read(&tree, located(config_text).span, arena, &scratch->diags));
    hand->site.config.tree = tree;
    hand->site.config.mail_from = STR("Example News <news@example.org>");
    hand->site.config.mail_address = STR("1 Example Quay");
    hand->site.zone = zone_open(STR("UTC"), arena);
    hand->site.engine = liquid_engine_new(arena);
    hand->site.now_unix_s = may_day + (int64_t)40 * DAY_S;
    return hand;
}

static Channel mail_channel(void)
{
    Channel channel = hand_channel();

    channel.digest = channel.digest_full = true;
    return channel;
}

static Period may(const HandSite *hand)
{
    Period period = { 0 };

    assert_true(period_read(&period, STR("2024-05"), hand->site.zone, hand->site.arena));
    return period;
}

/* The digest of May 2024. */
static Digest make(HandSite *hand, const Channel *channel, Scratch *scratch)
{
    Digest digest;
    Period period = may(hand);

    assert_true(digest_make(&digest, &hand->site, channel, &period, &scratch->arena, &scratch->diags));
    assert_no_diags(&scratch->diags);
    return digest;
}

static Str html_of(Digest *digest, Scratch *scratch)
{
    return digest_html(digest, &scratch->arena);
}

static bool in_both(Digest *digest, const char *text, Scratch *scratch)
{
    Str html = html_of(digest, scratch);

    return str_contains(html, str_from(text)) && str_contains(digest_text(digest, &scratch->arena), str_from(text));
}

static void holds_the_posts_of_the_period_newest_first(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();

    hand_post(hand, "june", may_day + (int64_t)MAY_DAYS * DAY_S, "Too late.");
    hand_post(hand, "second", may_day + DAY_S, "Later words.");
    hand_post(hand, "first", may_day, "Early words.");
    hand_post(hand, "april", may_day - 1, "Too early.");
    Digest digest = make(hand, &channel, scratch);

    assert_int_equal(digest.item_count, 2);
    assert_str(digest.items[0].title, "second");
    assert_str(digest.items[1].title, "first");
    assert_str(digest.summary, "May 2024 \xc2\xb7 2 posts");
    assert_str(digest.subject, "All news, May 2024");
    assert_true(in_both(&digest, "Early words.", scratch));
    assert_false(in_both(&digest, "Too late.", scratch));
}

static void is_no_mail_without_posts(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();

    hand_post(hand, "june", may_day + (int64_t)MAY_DAYS * DAY_S, "Too late.");
    assert_int_equal(make(hand, &channel, scratch).post_count, 0);
}

static void says_the_same_in_both_parts(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();

    channel.digest_intro = STR("Welcome to *this* issue.");
    Post *post = hand_post(hand, "post", may_day, "Read [the notes](https://docs.example.org/notes).");
    post->subtitle = STR("A subtitle");
    post->authors = &(Author){ .name = STR("Ann Example") };
    post->author_count = 1;
    Digest digest = make(hand, &channel, scratch);

    static const char *const both[] = { "All news",
                                        "May 2024 \xc2\xb7 1 post",
                                        "A subtitle",
                                        "1 May 2024 \xc2\xb7 Ann Example",
                                        "the notes",
                                        "https://docs.example.org/notes",
                                        "Read \xe2\x80\x9cpost\xe2\x80\x9d on the web",
                                        "https://news.example.org/2024/05/01/post/",
                                        "All news of News",
                                        "Unsubscribe from All news",
                                        "https://example.org/u/",
                                        "1 Example Quay" };
    for (size_t i = 0; i < sizeof(both) / sizeof(both[0]); i++) {
        if (!in_both(&digest, both[i], scratch))
            fail_msg("not in both: %s", both[i]);
    }
    assert_true(str_contains(html_of(&digest, scratch), STR("<em>this</em>")));
}

static void renders_the_subject(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();

    hand_post(hand, "first", may_day, "Words.");
    channel.digest_subject = STR("{{ site.title }}: {{ channel.title }}, {{ period }} ({{ count }})");
    assert_str(make(hand, &channel, scratch).subject, "News: All news, May 2024 (1)");
    channel.digest_subject = STR("{% if false %}x{% endif %}");
    assert_str(make(hand, &channel, scratch).subject, "All news, May 2024");
}

static void lets_no_title_add_a_field(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();
    Buf message = { .arena = &scratch->arena };

    channel.title = STR("News\r\nBcc: all@example.org");
    hand_post(hand, "first", may_day, "Words.");
    Digest digest = make(hand, &channel, scratch);
    digest_put_message(&message, &digest, STR("reader@example.net"));
    assert_false(str_contains(buf_str(&message), STR("\nBcc:")));
}

static void shows_excerpts_where_the_channel_wants_them(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();

    channel.digest_full = false;
    hand_post(hand, "second", may_day + 1, "Beginning.\n\nRest of it.");
    hand_post(hand, "first", may_day, "Body alone.")->excerpt = STR("Given *by hand*.");
    Digest digest = make(hand, &channel, scratch);

    assert_true(in_both(&digest, "Beginning.", scratch));
    assert_false(in_both(&digest, "Rest of it.", scratch));
    assert_true(str_contains(html_of(&digest, scratch), STR("Given <em>by hand</em>.")));
    assert_false(in_both(&digest, "Body alone.", scratch));
}

static const char *words(Scratch *scratch, size_t count)
{
    Buf text = { .arena = &scratch->arena };

    buf_put(&text, STR("Beginning.\n\n"));
    for (size_t i = 0; i < count; i++)
        buf_put(&text, STR("word "));
    buf_put(&text, STR("end\n"));
    buf_put_char(&text, '\0');
    return text.data;
}

static void cuts_the_longest_posts_until_the_html_fits(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();

    hand_post(hand, "c", may_day + 2, words(scratch, 9000));
    hand_post(hand, "b", may_day + 1, words(scratch, 12000));
    hand_post(hand, "a", may_day, words(scratch, 8000));
    Digest digest = make(hand, &channel, scratch);

    assert_int_equal(digest.items[0].depth, DIGEST_FULL);
    assert_int_equal(digest.items[1].depth, DIGEST_EXCERPT);
    assert_int_equal(digest.items[2].depth, DIGEST_FULL);
    Str html = html_of(&digest, scratch);
    assert_true(html.len <= DIGEST_HTML_MAX);
    assert_true(html.len > DIGEST_HTML_MAX / 2);
}

static void cuts_excerpts_to_titles(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();
    Str body = str_from(words(scratch, 30000));

    hand_post(hand, "a", may_day, arena_cstr(&scratch->arena, str_from_offset(body, STR("Beginning.\n\n").len)));
    Digest digest = make(hand, &channel, scratch);
    assert_int_equal(digest.items[0].depth, DIGEST_TITLE);
    assert_false(in_both(&digest, "word word", scratch));
    assert_true(in_both(&digest, "on the web", scratch));
}

static void is_dated_at_the_end_of_a_period_that_is_over(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();

    hand_post(hand, "a", may_day + 5, "Words.");
    assert_int_equal(make(hand, &channel, scratch).date_unix_s, may_day + (int64_t)MAY_DAYS * DAY_S);
    hand->site.now_unix_s = may_day + DAY_S;
    assert_int_equal(make(hand, &channel, scratch).date_unix_s, may_day + 5);
}

static Str message_to(const Digest *digest, const char *recipient, Scratch *scratch)
{
    Buf message = { .arena = &scratch->arena };

    digest_put_message(&message, digest, str_from(recipient));
    return buf_str(&message);
}

static void gives_the_same_bytes_twice_and_each_reader_his_own_id(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();

    hand_post(hand, "a", may_day, "Words.");
    Digest digest = make(hand, &channel, scratch);
    Digest again = make(hand, &channel, scratch);
    Str first = message_to(&digest, "one@example.net", scratch);
    Str second = message_to(&digest, "two@example.net", scratch);

    assert_true(str_eq(first, message_to(&again, "one@example.net", scratch)));
    assert_true(str_contains(first, STR("\r\nTo: one@example.net\r\n")));
    assert_true(str_contains(first, STR("\r\nList-Id: All news <news.news.example.org>\r\n")));
    assert_true(str_contains(first, STR("\r\nList-Unsubscribe: <https://example.org/u/>\r\n")));
    size_t at = str_find(first, STR("Message-ID: "), 0);
    assert_false(str_contains(second, str_slice(first, at, at + 60)));
}

static void marks_posts_in_other_languages(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();

    hand_post(hand, "a", may_day, "Words.")->language = STR("he");
    Digest digest = make(hand, &channel, scratch);
    Str html = html_of(&digest, scratch);
    assert_true(str_contains(html, STR("<html lang=\"en\" dir=\"ltr\">")));
    assert_true(str_contains(html, STR("<div lang=\"he\" dir=\"rtl\" style=\"text-align:right;\">")));
}

static void has_a_preheader_of_a_fair_length(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);
    Channel channel = mail_channel();

    hand_post(hand, "a", may_day, "B.");
    Digest digest = make(hand, &channel, scratch);
    assert_str(digest.preheader, "a: B. \xc2\xb7 All news, May 2024 \xc2\xb7 1 post");
    hand->posts[0].post.title.str = STR("One title that is long enough");
    digest = make(hand, &channel, scratch);
    assert_str(digest.preheader, "One title that is long enough");
}

static void expect_refusal(HandSite *hand, const char *message, Scratch *scratch)
{
    Channel channel = mail_channel();
    Digest digest;
    Period period = may(hand);

    assert_false(digest_make(&digest, &hand->site, &channel, &period, &scratch->arena, &scratch->diags));
    const Diag *diag = assert_rule(&scratch->diags, "config-value");
    assert_str(diag->message, message);
    assert_true(diag->hint.len > 0);
    scratch->diags.len = 0;
}

static void asks_for_what_the_configuration_lacks(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = mail_site(scratch);

    hand->site.config.mail_from = STR("");
    expect_refusal(hand, "\"mail\" has no \"from\": a digest needs a sender", scratch);
    hand->site.config.mail_from = STR("Example News");
    expect_refusal(hand, "\"from\" of \"mail\" has no @", scratch);
    hand->site.config.mail_from = STR("news@example.org");
    hand->site.config.mail_reply_to = STR("staff@localhost");
    expect_refusal(hand, "\"reply_to\" of \"mail\" has no full domain behind the @, as in name@example.org", scratch);
    hand->site.config.mail_reply_to = STR("");
    hand->site.config.url = STR("");
    expect_refusal(hand, "the site has no \"url\": a mail cannot link to its posts", scratch);
}

static int init(void **state)
{
    (void)state;
    gfm_init();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(holds_the_posts_of_the_period_newest_first),
        TEST(is_no_mail_without_posts),
        TEST(says_the_same_in_both_parts),
        TEST(renders_the_subject),
        TEST(lets_no_title_add_a_field),
        TEST(shows_excerpts_where_the_channel_wants_them),
        TEST(cuts_the_longest_posts_until_the_html_fits),
        TEST(cuts_excerpts_to_titles),
        TEST(is_dated_at_the_end_of_a_period_that_is_over),
        TEST(gives_the_same_bytes_twice_and_each_reader_his_own_id),
        TEST(marks_posts_in_other_languages),
        TEST(has_a_preheader_of_a_fair_length),
        TEST(asks_for_what_the_configuration_lacks),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, init, NULL);
}
