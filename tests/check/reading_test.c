/* tests/check/reading_test.c */
#include "check/reading.h"

#include "markup/gfm.h"
#include "markup/kramdown.h"
#include "tests/support.h"

static void read_all(Scratch *scratch, Reading *readings, size_t count, const char *markdown, Dialect dialect)
{
    Document *document = ARENA_NEW(&scratch->arena, Document);
    Places *places = ARENA_NEW(&scratch->arena, Places);
    Located text = located(markdown);

    places->arena = &scratch->arena;
    places_add(places, 0, text.span, true);
    gfm_init();
    if (dialect == DIALECT_KRAMDOWN)
        kramdown_parse(document, text.str, places, &(KramdownOptions){ 0 }, &scratch->arena);
    else
        gfm_parse(document, text.str, places, &(GfmOptions){ .smart = true, .bare_links = true }, &scratch->arena);
    Readings all = readings_of(document, &scratch->arena);
    assert_int_equal(all.len, count);
    for (size_t i = 0; i < count; i++)
        readings[i] = all.items[i];
}

static void assert_place(const Reading *reading, const char *part, const char *source)
{
    size_t at = str_find(reading->text, str_from(part), 0);
    assert_true(at != STR_NONE);
    assert_str(source_text(reading_span(reading, at, at + strlen(part))), source);
}

static void reads_blocks_with_the_places_of_their_words(void **state)
{
    static const Dialect dialects[] = { DIALECT_GFM, DIALECT_KRAMDOWN };
    for (size_t d = 0; d < 2; d++) {
        Reading readings[3];
        read_all(*state, readings, 3,
                 "# A *fine* day\n\nIt's 5 \\* 3 &amp; \"more\" --- `code` [link\ntext](http://a.example) end...\n\n* "
                 "item\n",
                 dialects[d]);
        assert_str(readings[0].text, "A fine day");
        assert_str(readings[1].text, "It’s 5 * 3 & “more” — \xEF\xBF\xBC link text end…");
        assert_str(readings[2].text, "item");
        assert_place(&readings[0], "fine", "fine");
        assert_place(&readings[1], "It’s", "It's");
        assert_place(&readings[1], "3 &", "3 &amp;");
        assert_place(&readings[1], "more", "more");
        assert_place(&readings[1], "—", "---");
        assert_place(&readings[1], "link text", "link\ntext");
        assert_place(&readings[1], "end", "end");
        assert_place(&readings[1], "…", "...");
    }
}

static void leaves_code_and_pictures_out(void **state)
{
    static const Dialect dialects[] = { DIALECT_GFM, DIALECT_KRAMDOWN };
    for (size_t d = 0; d < 2; d++) {
        Reading reading;
        read_all(*state, &reading, 1, "Press <kbd>the the</kbd> key.<br/>Then ![a picture](x.png) wait.\n",
                 dialects[d]);
        assert_false(str_contains(reading.text, STR("the the")));
        assert_false(str_contains(reading.text, STR("picture")));
        assert_false(str_contains(reading.text, STR("key.Then")));
        assert_place(&reading, "wait", "wait");
    }
}

TEST_MAIN(TEST(reads_blocks_with_the_places_of_their_words), TEST(leaves_code_and_pictures_out))
