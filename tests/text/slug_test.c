#include "text/slug.h"
#include "tests/support.h"

static void expect_slug(Scratch *scratch, const char *title, const char *expected)
{
    assert_str(slug_from_title(str_from(title), &scratch->arena), expected);
}

static void makes_words_of_a_title(void **state)
{
    expect_slug(*state, "Example University joins", "example-university-joins");
    expect_slug(*state, "  What's new -- in 2.0?! ", "what-s-new-in-2-0");
    expect_slug(*state, "A/B & C", "a-b-c");
    expect_slug(*state, "v1", "v1");
}

static void writes_other_scripts_in_latin_letters(void **state)
{
    expect_slug(*state, "Größe zählt – “sehr”…", "grosse-zahlt-sehr");
    expect_slug(*state, "Łódź Æther Øre", "lodz-aether-ore");
    expect_slug(*state, "Привет, мир", "privet-mir");
    expect_slug(*state, "Αθήνα", "athena");
    expect_slug(*state, "Release 2 🎉", "release-2");
}

static void text_without_letters_has_no_slug(void **state)
{
    expect_slug(*state, "", "");
    expect_slug(*state, "--- !? ---", "");
    expect_slug(*state, "🎉🎉", "");
}

static void is_cut_between_words(void **state)
{
    char title[2000];
    memset(title, 'a', sizeof(title));
    title[79] = ' ';
    title[120] = '\0';
    assert_int_equal(slug_from_title(str_from(title), &((Scratch *)*state)->arena).len, 79);
    title[79] = 'a';
    title[80] = ' ';
    assert_int_equal(slug_from_title(str_from(title), &((Scratch *)*state)->arena).len, 80);
    title[80] = 'a';
    title[120] = 'a';
    assert_int_equal(slug_from_title((Str){ title, sizeof(title) }, &((Scratch *)*state)->arena).len, 80);
}

TEST_MAIN(TEST(makes_words_of_a_title), TEST(writes_other_scripts_in_latin_letters),
          TEST(text_without_letters_has_no_slug), TEST(is_cut_between_words))
