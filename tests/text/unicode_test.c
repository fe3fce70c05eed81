#include "text/unicode.h"
#include "tests/support.h"

static void changes_case(void **state)
{
    Scratch *scratch = *state;
    Arena *arena = &scratch->arena;

    assert_str(unicode_lower(STR("AbC-9"), arena), "abc-9");
    assert_str(unicode_lower(STR("ÀÉÎ ΣΑΣ Привет"), arena), "àéî σας привет");
    assert_str(unicode_lower(STR("I"), arena), "i");
    assert_str(unicode_upper(STR("straße ñ"), arena), "STRASSE Ñ");
    assert_str(unicode_upper(STR("abc"), arena), "ABC");
    assert_str(unicode_lower(STR(""), arena), "");
}

static void folds_what_people_type_alike(void **state)
{
    Scratch *scratch = *state;
    Arena *arena = &scratch->arena;

    assert_str(unicode_fold(STR("STRASSE"), arena), "strasse");
    assert_str(unicode_fold(STR("Straße"), arena), "strasse");
    assert_str(unicode_fold(STR("Σίσυφος"), arena), "σίσυφοσ");
    assert_str(unicode_fold(STR("ZOE\xCC\x88"), arena), "zoë");
}

static void composes(void **state)
{
    Scratch *scratch = *state;

    assert_str(unicode_nfc(STR("e\xCC\x81"), &scratch->arena), "é");
    assert_str(unicode_nfc(STR("é"), &scratch->arena), "é");
    assert_str(unicode_nfc(STR("plain"), &scratch->arena), "plain");
}

static void grows_when_the_mapping_is_longer(void **state)
{
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena };
    for (int i = 0; i < 500; i++)
        buf_put(&text, STR("\xEF\xAC\x83")); /* ffi, three letters in upper case */
    assert_int_equal(unicode_upper(buf_str(&text), &scratch->arena).len, 1500);
    text.len = 0;
    for (int i = 0; i < 500; i++)
        buf_put(&text, STR("\xE2\x84\x80")); /* a/c */
    assert_int_equal(unicode_transliterate(buf_str(&text), &scratch->arena).len, 1500);
}

static void survives_what_is_not_utf8(void **state)
{
    Scratch *scratch = *state;
    assert_str(unicode_lower(STR("\xFF"
                                 "A"),
                             &scratch->arena),
               "\xEF\xBF\xBD"
               "a");
}

static void transliterates(void **state)
{
    Scratch *scratch = *state;
    Arena *arena = &scratch->arena;

    assert_str(unicode_transliterate(STR("Größe"), arena), "Grosse");
    assert_str(unicode_transliterate(STR("Łódź, Đà Nẵng"), arena), "Lodz, Da Nang");
    assert_str(unicode_transliterate(STR("Привет"), arena), "Privet");
    assert_str(unicode_transliterate(STR("plain"), arena), "plain");
}

static void tells_kinds_of_characters(void **state)
{
    (void)state;
    assert_true(unicode_is_letter('a') && unicode_is_letter(0xE9) && unicode_is_letter(0x65E5));
    assert_false(unicode_is_letter('1') || unicode_is_letter(0x301) || unicode_is_letter(0x110000));
    assert_true(unicode_is_mark(0x301));
    assert_false(unicode_is_mark('a'));
    assert_true(unicode_is_number('7') && unicode_is_number(0x0663) && unicode_is_number(0xBD));
    assert_false(unicode_is_number('a'));
    assert_true(unicode_is_space(' ') && unicode_is_space('\t') && unicode_is_space(0xA0) && unicode_is_space(0x3000));
    assert_false(unicode_is_space(0x200B) || unicode_is_space(0x0B) || unicode_is_space(0x85));
    assert_true(unicode_is_right_to_left(0x5D0) && unicode_is_right_to_left(0x627));
    assert_false(unicode_is_right_to_left('a') || unicode_is_right_to_left(0x660));
}

static void counts_symbols_as_punctuation(void **state)
{
    (void)state;
    for (const char *c = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"; *c != '\0'; c++)
        assert_true(unicode_is_punctuation((uint32_t)*c));
    assert_true(unicode_is_punctuation(0x2014) && unicode_is_punctuation(0x20AC));
    assert_false(unicode_is_punctuation('a') || unicode_is_punctuation(' ') || unicode_is_punctuation(0x7F));
    assert_false(unicode_is_punctuation(0xE9) || unicode_is_punctuation(UINT32_MAX));
}

static void measures_columns(void **state)
{
    (void)state;
    assert_int_equal(unicode_width(STR("abc")), 3);
    assert_int_equal(unicode_width(STR("日本")), 4);
    assert_int_equal(unicode_width(STR("e\xCC\x81é")), 2);
    assert_int_equal(unicode_width(STR("a\x01\x7F\xE2\x80\x8B")), 1);
    assert_int_equal(unicode_width(STR("😀")), 2);
    assert_int_equal(unicode_width(STR("")), 0);
}

static void knows_the_direction_of_languages(void **state)
{
    (void)state;
    assert_str(unicode_direction(STR("en")), "ltr");
    assert_str(unicode_direction(STR("")), "ltr");
    assert_str(unicode_direction(STR("ar")), "rtl");
    assert_str(unicode_direction(STR("AR-eg")), "rtl");
    assert_str(unicode_direction(STR("he-IL")), "rtl");
    assert_str(unicode_direction(STR("arn")), "ltr");
    assert_str(unicode_direction(STR("az-Arab")), "rtl");
    assert_str(unicode_direction(STR("ur-Latn-PK")), "ltr");
    assert_str(unicode_direction(STR("de-1901-x-arab")), "ltr");
}

TEST_MAIN(TEST(changes_case), TEST(folds_what_people_type_alike), TEST(composes),
          TEST(grows_when_the_mapping_is_longer), TEST(survives_what_is_not_utf8), TEST(transliterates),
          TEST(tells_kinds_of_characters), TEST(counts_symbols_as_punctuation), TEST(measures_columns),
          TEST(knows_the_direction_of_languages))
