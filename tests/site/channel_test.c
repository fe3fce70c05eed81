/* tests/site/channel_test.c */
#include "site/channel.h"

#include "tests/support.h"
#include "text/yaml.h"

static Channel read(Scratch *scratch, const char *yaml)
{
    const Tree *tree;
    Channel channel;
    Site site = { .config = { .title = STR("Site"), .language = STR("fr") } };
    Located text = located(yaml);
    assert_true(yaml_read(&tree, text.span, &scratch->arena, &scratch->diags));
    channel_read(&channel, STR("news"), text.span.source, tree, &site, &scratch->arena, &scratch->diags);
    return channel;
}

static void the_site_gives_what_is_not_said(void **state)
{
    Scratch *scratch = *state;
    Channel channel = read(scratch, "");

    assert_str(channel.title, "Site");
    assert_str(channel.language, "fr");
    assert_str(channel.path, "/feeds/news");
    assert_int_equal(channel.formats, FEED_ATOM | FEED_RSS | FEED_JSON);
    assert_int_equal(channel.limit, 30);
    assert_true(channel.full_content);
    assert_false(channel.digest);
    assert_no_diags(&scratch->diags);
}

static void reads_selection_and_digest(void **state)
{
    Scratch *scratch = *state;
    Channel channel = read(scratch, "select: { tags: [A, b], authors: Ann }\nformats: [rss]\npath: x/../feeds/y\n"
                                    "digest: { schedule: weekly, subject: \"S {{ period }}\", content: excerpt }\n");

    assert_int_equal(channel.tag_count, 2);
    assert_str(channel.authors[0], "Ann");
    assert_int_equal(channel.formats, FEED_RSS);
    assert_str(channel.path, "/feeds/y");
    assert_true(channel.digest);
    assert_str(channel.digest_schedule, "weekly");
    assert_false(channel.digest_full);
    assert_no_diags(&scratch->diags);
}

static void reads_archives_and_hubs(void **state)
{
    Scratch *scratch = *state;
    Channel yearly = read(scratch, "archives: yearly\nhub: https://hub.example.net/\n");
    Channel counted = read(scratch, "archives: 100\nhub: [https://a.example.net/, http://b.example.net/]\n");

    assert_true(yearly.archive_yearly);
    assert_int_equal(yearly.archive_size, 0);
    assert_int_equal(yearly.hubs.len, 1);
    assert_false(counted.archive_yearly);
    assert_int_equal(counted.archive_size, 100);
    assert_str(counted.hubs.items[1], "http://b.example.net/");
    assert_no_diags(&scratch->diags);
}

static void archives_are_yearly_or_a_number(void **state)
{
    Scratch *scratch = *state;
    Channel channel = read(scratch, "archives: monthly\n");
    assert_false(channel.archive_yearly);
    assert_rule(&scratch->diags, "config-value");
}

static void a_number_of_archived_posts_is_at_least_one(void **state)
{
    Scratch *scratch = *state;
    assert_int_equal(read(scratch, "archives: 0\n").archive_size, 0);
    assert_rule(&scratch->diags, "config-value");
}

static void a_hub_is_an_address(void **state)
{
    Scratch *scratch = *state;
    assert_int_equal(read(scratch, "hub: hub.example.net\n").hubs.len, 0);
    assert_rule(&scratch->diags, "config-value");
}

static void a_path_stays_inside_the_site(void **state)
{
    Scratch *scratch = *state;
    Channel channel = read(scratch, "path: ../../etc/feed\n");
    assert_rule(&scratch->diags, "path-outside");
    assert_str(channel.path, "/feeds/news");
}

static bool selects(Scratch *scratch, const char *yaml, const char *tag)
{
    Channel channel = read(scratch, yaml);
    Tag label = { .label = str_from(tag) };
    Author author = { .id = STR("ann"), .name = STR("Ann Example") };
    SitePost post = { .collection = STR("posts"),
                      .post = { .tags = &label, .tag_count = 1, .authors = &author, .author_count = 1 } };
    return channel_selects(&channel, &post, &scratch->arena);
}

static void selects_by_any_tag_and_any_author(void **state)
{
    Scratch *scratch = *state;
    assert_true(selects(scratch, "", "x"));
    assert_true(selects(scratch, "select: { tags: [a, News] }", "news"));
    assert_false(selects(scratch, "select: { tags: [a, b] }", "c"));
    assert_true(selects(scratch, "select: { authors: [ann] }", "c"));
    assert_true(selects(scratch, "select: { authors: [ANN EXAMPLE] }", "c"));
    assert_false(selects(scratch, "select: { authors: [Bob], tags: [c] }", "c"));
    assert_false(selects(scratch, "select: { collection: pages }", "c"));
}

TEST_MAIN(TEST(reads_archives_and_hubs), TEST(archives_are_yearly_or_a_number),
          TEST(a_number_of_archived_posts_is_at_least_one), TEST(a_hub_is_an_address),
          TEST(the_site_gives_what_is_not_said), TEST(reads_selection_and_digest), TEST(a_path_stays_inside_the_site),
          TEST(selects_by_any_tag_and_any_author))
