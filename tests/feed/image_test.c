/* tests/feed/image_test.c */
#include "feed/image.h"

#include <unistd.h>

#include "base/file.h"
#include "tests/feed/site.h"

/* A folder with media/a b.png (5 bytes), media/empty.png and media/notes.txt, published below /assets/. */
static HandSite *site_with_files(Scratch *scratch)
{
    HandSite *hand = hand_site(scratch);

    hand->site.root = temporary_folder(scratch);
    hand->site.assets = STR("media");
    Str media = path_join(&scratch->arena, hand->site.root, STR("media"));
    assert_true(file_write(path_join(&scratch->arena, media, STR("a b.png")), STR("12345"), &scratch->diags));
    assert_true(file_write(path_join(&scratch->arena, media, STR("empty.png")), STR(""), &scratch->diags));
    assert_true(file_write(path_join(&scratch->arena, media, STR("notes.txt")), STR("text"), &scratch->diags));
    return hand;
}

static void remove_files(const HandSite *hand)
{
    static const char *const names[] = { "/media/a b.png", "/media/empty.png", "/media/notes.txt" };
    Arena arena = { 0 };

    for (size_t i = 0; i < 3; i++)
        unlink(arena_format(&arena, STR_FMT "%s", STR_ARG(hand->site.root), names[i]).data);
    rmdir(arena_format(&arena, STR_FMT "/media", STR_ARG(hand->site.root)).data);
    rmdir(arena_cstr(&arena, hand->site.root));
    arena_free(&arena);
}

static FeedEnclosure enclosure(const HandSite *hand, Str url, Scratch *scratch)
{
    return feed_enclosure(&hand->site, url, &scratch->arena);
}

static void gives_the_type_and_length_of_a_file_of_the_site(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = site_with_files(scratch);

    FeedEnclosure found = enclosure(hand, STR("https://news.example.org/assets/a%20b.png"), scratch);
    assert_str(found.url, "https://news.example.org/assets/a%20b.png");
    assert_string_equal(found.type, "image/png");
    assert_int_equal(found.length, 5);

    hand->site.config.baseurl = STR("/en");
    assert_int_equal(enclosure(hand, STR("https://news.example.org/en/assets/a%20b.png"), scratch).length, 5);
    assert_int_equal(enclosure(hand, STR("https://news.example.org/assets/a%20b.png"), scratch).url.len, 0);
    remove_files(hand);
}

static void gives_none_where_something_is_not_known(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = site_with_files(scratch);
    static const Str urls[] = {
        STR_INIT("https://news.example.org/assets/missing.png"),
        STR_INIT("https://news.example.org/assets/empty.png"),
        STR_INIT("https://news.example.org/assets/notes.txt"),
        STR_INIT("https://news.example.org/assets/a%20b.png?v=2"),
        STR_INIT("https://news.example.org/assets/a%20b.png%00"),
        STR_INIT("https://news.example.org/assets/"),
        STR_INIT("https://news.example.org/media/a%20b.png"), /* not what that folder is published as */
        STR_INIT("https://news.example.org/assets/../media/a%20b.png"),
        STR_INIT("https://news.example.org/assets/%2e%2e/%2e%2e/a%20b.png"),
        STR_INIT("https://news.example.org.evil.example/assets/a%20b.png"),
        STR_INIT("https://cdn.example.net/assets/a%20b.png"),
    };

    for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++)
        assert_str(enclosure(hand, urls[i], scratch).url, "");
    remove_files(hand);
}

/* A Jekyll site publishes any file at the path where it has it. */
static void finds_the_files_of_a_jekyll_site(void **state)
{
    Scratch *scratch = *state;
    HandSite *hand = site_with_files(scratch);

    hand->site.jekyll = true;
    hand->site.assets = (Str){ 0 };
    assert_int_equal(enclosure(hand, STR("https://news.example.org/media/a%20b.png"), scratch).length, 5);
    assert_int_equal(enclosure(hand, STR("https://news.example.org/../media/a%20b.png"), scratch).length, 0);
    remove_files(hand);
}

TEST_MAIN(TEST(gives_the_type_and_length_of_a_file_of_the_site), TEST(gives_none_where_something_is_not_known),
          TEST(finds_the_files_of_a_jekyll_site))
