/* tests/mail/encode_test.c */
#include "mail/encode.h"
#include "tests/support.h"

static Str quoted(Scratch *scratch, Str text)
{
    Buf out = { .arena = &scratch->arena };

    encode_quoted_printable(&out, text);
    return buf_str(&out);
}

static Str based(Scratch *scratch, Str bytes)
{
    Buf out = { .arena = &scratch->arena };

    encode_base64(&out, bytes);
    return buf_str(&out);
}

static Str repeated(Scratch *scratch, const char *part, size_t count)
{
    Buf out = { .arena = &scratch->arena };

    for (size_t i = 0; i < count; i++)
        buf_put_cstr(&out, part);
    return buf_str(&out);
}

static size_t longest_line(Str text)
{
    size_t longest = 0;
    Str line;

    while (str_split(&line, &text, '\n')) {
        if (str_trim_right(line).len > longest)
            longest = str_trim_right(line).len;
    }
    return longest;
}

static void quotes_what_is_not_visible_ascii(void **state)
{
    Scratch *scratch = *state;

    assert_str(quoted(scratch, STR("a = b")), "a =3D b\r\n");
    assert_str(quoted(scratch, STR("caf\xc3\xa9\n")), "caf=C3=A9\r\n");
    assert_str(quoted(scratch, STR("a\x7f\x01")), "a=7F=01\r\n");
    assert_str(quoted(scratch, STR("")), "");
}

static void makes_every_line_end_canonical(void **state)
{
    Scratch *scratch = *state;

    assert_str(quoted(scratch, STR("a\nb\r\nc\rd")), "a\r\nb\r\nc\r\nd\r\n");
    assert_str(quoted(scratch, STR("\n\n")), "\r\n\r\n");
    assert_str(quoted(scratch, STR("a\r")), "a\r\n");
}

static void quotes_blanks_at_the_end_of_a_line_only(void **state)
{
    Scratch *scratch = *state;

    assert_str(quoted(scratch, STR("a b \nc\t\n  d")), "a b=20\r\nc=09\r\n  d\r\n");
    assert_str(quoted(scratch, STR("a  \n")), "a =20\r\n");
}

static void never_begins_a_line_with_a_dot_or_from(void **state)
{
    Scratch *scratch = *state;

    assert_str(quoted(scratch, STR(".\n..a\nFrom here\nFrom: x\n From a\n")),
               "=2E\r\n=2E.a\r\n=46rom here\r\nFrom: x\r\n From a\r\n");
}

static void keeps_the_hazards_away_from_lines_it_breaks_itself(void **state)
{
    Scratch *scratch = *state;

    Str dots = quoted(scratch, arena_join(&scratch->arena, repeated(scratch, "x", 75), STR(".y"), STR("")));
    assert_true(str_ends_with(dots, STR("x=\r\n=2Ey\r\n")));
    Str from = quoted(scratch, arena_join(&scratch->arena, repeated(scratch, "x", 75), STR("From y"), STR("")));
    assert_true(str_ends_with(from, STR("x=\r\n=46rom y\r\n")));
}

static void breaks_lines_at_76(void **state)
{
    Scratch *scratch = *state;

    assert_int_equal(quoted(scratch, repeated(scratch, "x", 76)).len, 78);
    Str broken = quoted(scratch, repeated(scratch, "x", 77));
    assert_int_equal(str_find(broken, STR("=\r\n"), 0), 75);
    assert_int_equal(broken.len, 77 + 3 + 2);
    assert_int_equal(longest_line(quoted(scratch, repeated(scratch, "x=\t.", 500))), 76);
    assert_false(str_ends_with(quoted(scratch, repeated(scratch, "=", 500)), STR("=\r\n")));
}

static void never_breaks_inside_a_character(void **state)
{
    Scratch *scratch = *state;
    Str out = quoted(scratch, repeated(scratch, "\xe4\xb8\xad", 100)); /* U+4E2D */
    Str line;

    assert_true(longest_line(out) <= 76);
    while (str_split(&line, &out, '\n')) {
        assert_true(line.len == 0 || str_starts_with(line, STR("=E4=B8=AD")));
    }
}

static void writes_base64_with_padding(void **state)
{
    Scratch *scratch = *state;

    assert_str(based(scratch, STR("")), "");
    assert_str(based(scratch, STR("f")), "Zg==\r\n");
    assert_str(based(scratch, STR("fo")), "Zm8=\r\n");
    assert_str(based(scratch, STR("foo")), "Zm9v\r\n");
    assert_str(based(scratch, STR("foobar")), "Zm9vYmFy\r\n");
    assert_str(based(scratch, STR("\xff\xfe\x00")), "//4A\r\n");
}

static void breaks_base64_at_76(void **state)
{
    Scratch *scratch = *state;

    assert_int_equal(based(scratch, repeated(scratch, "x", 57)).len, 78);
    Str two = based(scratch, repeated(scratch, "x", 58));
    assert_int_equal(str_find(two, STR("\r\n"), 0), 76);
    assert_int_equal(two.len, 78 + 6);
}

static void takes_the_shorter_encoding(void **state)
{
    Scratch *scratch = *state;
    Buf latin = { .arena = &scratch->arena };
    Buf chinese = { .arena = &scratch->arena };
    Buf empty = { .arena = &scratch->arena };

    assert_str(encode_text_part(&latin, STR("Un caf\xc3\xa9, s'il vous pla\xc3\xaet")), "quoted-printable");
    assert_str(encode_text_part(&chinese, STR("\xe4\xb8\xad\xe6\x96\x87\n")), "base64");
    assert_str(buf_str(&chinese), "5Lit5paHDQo=\r\n"); /* with its line end made CRLF */
    assert_str(encode_text_part(&empty, STR("")), "quoted-printable");
}

static Str worded(Scratch *scratch, size_t column, Str text)
{
    Buf out = { .arena = &scratch->arena };

    encode_words(&out, &column, text);
    Str last = str_from_offset(buf_str(&out), str_find_last_char(buf_str(&out), '\n') + 1);
    if (str_contains(buf_str(&out), STR("\n")))
        assert_int_equal(column, last.len);
    return buf_str(&out);
}

static void writes_encoded_words(void **state)
{
    Scratch *scratch = *state;

    assert_str(worded(scratch, 8, STR("Caf\xc3\xa9 release (2)")), " =?utf-8?Q?Caf=C3=A9_release_=282=29?=");
    assert_str(worded(scratch, 8, STR("\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82")),
               " =?utf-8?B?0J/RgNC40LLQtdGC?=");
    assert_str(worded(scratch, 8, STR("a\"b.c,d?_=@")), " =?utf-8?B?YSJiLmMsZD9fPUA=?=");
    assert_str(worded(scratch, 8, STR("")), "");
}

static void replaces_bytes_that_are_no_text(void **state)
{
    assert_str(worded(*state, 8, STR("\xff")), " =?utf-8?B?77+9?=");
}

/* Every word is at most 75 long and holds whole characters, every line at most 76. */
static void assert_words_sound(Str out, size_t column)
{
    Str line;

    while (str_split(&line, &out, '\n')) {
        line = str_trim_right(line);
        assert_true(column + line.len <= 76);
        assert_true(str_starts_with(line, STR(" =?utf-8?")));
        assert_true(str_ends_with(line, STR("?=")));
        assert_true(line.len - 1 <= 75);
        column = 0;
    }
}

static void splits_between_characters(void **state)
{
    Scratch *scratch = *state;

    for (size_t column = 5; column < 80; column++) {
        Str q = worded(scratch, column, repeated(scratch, "abc \xc3\xa9", 40));
        Str b = worded(scratch, column, repeated(scratch, "\xf0\x9f\x98\x80", 60)); /* U+1F600: 4 bytes */
        if (column <= 76 - 13 - 12) { /* else the first line is the field's alone, and empty here */
            assert_words_sound(q, column);
            assert_words_sound(b, column);
        }
        assert_false(str_contains(q, STR("=C3?=")));
        for (size_t at = str_find(b, STR("?B?"), 0); at != STR_NONE; at = str_find(b, STR("?B?"), at + 1))
            assert_true(str_starts_with(str_from_offset(b, at), STR("?B?8J+YgP"))
                        || str_starts_with(str_from_offset(b, at), STR("?B?8J+YgA==")));
    }
}

static void knows_words_that_must_be_encoded(void **state)
{
    (void)state;
    assert_false(encode_word_needed(STR("release-2.0,")));
    assert_true(encode_word_needed(STR("caf\xc3\xa9")));
    assert_true(encode_word_needed(STR("=?utf-8?Q?x?=")));
    assert_true(encode_word_needed(STR("a\tb")));
    assert_true(encode_word_needed(STR("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")));
}

TEST_MAIN(TEST(quotes_what_is_not_visible_ascii), TEST(makes_every_line_end_canonical),
          TEST(quotes_blanks_at_the_end_of_a_line_only), TEST(never_begins_a_line_with_a_dot_or_from),
          TEST(keeps_the_hazards_away_from_lines_it_breaks_itself), TEST(breaks_lines_at_76),
          TEST(never_breaks_inside_a_character), TEST(writes_base64_with_padding), TEST(breaks_base64_at_76),
          TEST(takes_the_shorter_encoding), TEST(writes_encoded_words), TEST(replaces_bytes_that_are_no_text),
          TEST(splits_between_characters), TEST(knows_words_that_must_be_encoded))
