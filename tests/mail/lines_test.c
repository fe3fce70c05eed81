/* tests/mail/lines_test.c */
#include "mail/lines.h"
#include "base/buf.h"
#include "tests/support.h"
#include "text/unicode.h"

static Str fit(Scratch *scratch, Str text)
{
    return lines_fit(text, &scratch->arena);
}

static void leaves_lines_that_fit_alone(void **state)
{
    Scratch *scratch = *state;

    assert_str(fit(scratch, STR("One\n\n    two  spaces\n")), "One\n\n    two  spaces\n");
    assert_str(fit(scratch, STR("")), "");
}

static void takes_away_blanks_and_empty_lines(void **state)
{
    Scratch *scratch = *state;

    assert_str(fit(scratch, STR("\n \nOne  \n\n\n\n\nTwo\t\n\n")), "One\n\n\nTwo\n");
}

static void breaks_wide_lines_behind_their_indentation(void **state)
{
    Scratch *scratch = *state;
    Str line = STR("    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb cccccccccc dddddddddd");

    assert_str(fit(scratch, line),
               "    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb cccccccccc\n    dddddddddd\n");
}

static void breaks_words_that_are_wider_than_a_line(void **state)
{
    Scratch *scratch = *state;
    Buf line = { .arena = &scratch->arena };
    Str part;
    size_t count = 0;

    buf_put(&line, STR("> "));
    for (size_t i = 0; i < 100; i++)
        buf_put(&line, STR("\xe4\xb8\xad")); /* two columns each */
    Str text = fit(scratch, buf_str(&line));
    text = str_trim_right(text);
    for (; str_split(&part, &text, '\n'); count++) {
        assert_true(unicode_width(part) <= 78);
        assert_true(str_starts_with(part, STR("> ")));
    }
    assert_int_equal(count, 3);
}

static Str long_url(Scratch *scratch)
{
    Buf url = { .arena = &scratch->arena };

    buf_put(&url, STR("https://example.org/"));
    buf_put_repeated(&url, 'x', 90);
    return buf_str(&url);
}

static void keeps_addresses_whole(void **state)
{
    Scratch *scratch = *state;
    Arena *arena = &scratch->arena;
    Str url = long_url(scratch);
    const char *alone = arena_cstr(arena, arena_join(arena, url, STR("\n"), STR("")));

    assert_str(fit(scratch, url), alone);
    assert_str(fit(scratch, arena_join(arena, STR("[12] "), url, STR(""))),
               arena_cstr(arena, arena_join(arena, STR("[12] "), url, STR("\n"))));
    assert_str(fit(scratch, arena_join(arena, STR("> See "), url, STR(" now"))),
               arena_cstr(arena, arena_join(arena, STR("> See\n"), url, STR("\n> now\n"))));
    assert_str(fit(scratch, arena_join(arena, STR("A link ("), url, STR(")."))),
               arena_cstr(arena, arena_join(arena, STR("A link\n(\n"), url, STR(").\n"))));
}

TEST_MAIN(TEST(leaves_lines_that_fit_alone), TEST(takes_away_blanks_and_empty_lines),
          TEST(breaks_wide_lines_behind_their_indentation), TEST(breaks_words_that_are_wider_than_a_line),
          TEST(keeps_addresses_whole))
