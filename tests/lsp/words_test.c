/* tests/lsp/words_test.c */
#include "lsp/words.h"

#include "jekyll/tags.h"
#include "post/key.h"
#include "site/filters.h"
#include "tests/support.h"

static LiquidEngine *engine_of(Scratch *scratch)
{
    LiquidEngine *engine = liquid_engine_new(&scratch->arena);
    filters_register(engine);
    jekyll_tags_register(engine);
    return engine;
}

static void assert_known(Str words, Str name)
{
    if (words.len == 0)
        fail_msg("nothing is told of \"" STR_FMT "\"", STR_ARG(name));
}

static void every_filter_has_a_line(void **state)
{
    const LiquidEngine *engine = engine_of(*state);
    size_t i = 0;
    for (; liquid_engine_filter_at(engine, i).len > 0; i++)
        assert_known(words_of_filter(liquid_engine_filter_at(engine, i)), liquid_engine_filter_at(engine, i));
    assert_true(i > 50);
}

static void every_tag_has_a_line(void **state)
{
    const LiquidEngine *engine = engine_of(*state);
    size_t i = 0;
    for (; liquid_engine_tag_at(engine, i).len > 0; i++)
        assert_known(words_of_tag(liquid_engine_tag_at(engine, i)), liquid_engine_tag_at(engine, i));
    assert_true(i > 20);
}

static void every_key_has_a_line(void **state)
{
    size_t i = 0;
    (void)state;
    for (; key_at(i).len > 0; i++)
        assert_known(words_of_key(key_at(i)), key_at(i));
    assert_true(i > 20);
}

static void nothing_is_told_of_other_words(void **state)
{
    (void)state;
    assert_int_equal(words_of_filter(STR("titel")).len, 0);
    assert_int_equal(words_of_key(STR("")).len, 0);
}

TEST_MAIN(TEST(every_filter_has_a_line), TEST(every_tag_has_a_line), TEST(every_key_has_a_line),
          TEST(nothing_is_told_of_other_words))
