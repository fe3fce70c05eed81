/* tests/mail/header_test.c */
#include "mail/header.h"
#include "tests/support.h"

static Str text_field(Scratch *scratch, Str text)
{
    Buf out = { .arena = &scratch->arena };

    header_put_text(&out, STR("Subject"), text);
    return buf_str(&out);
}

static Str mailbox_field(Scratch *scratch, Str name)
{
    Buf out = { .arena = &scratch->arena };

    header_put_mailbox(&out, STR("From"), &(Mailbox){ name, STR("news@example.org") });
    return buf_str(&out);
}

/* Each line at most 78 long, none blank, none with a blank at its end, every one but the first a continuation. */
static void assert_folded(Str field)
{
    Str line;

    assert_true(str_ends_with(field, STR("\r\n")));
    field = str_slice(field, 0, field.len - 2);
    for (size_t i = 0; str_split(&line, &field, '\n'); i++) {
        if (field.len > 0) {
            assert_true(str_ends_with(line, STR("\r")));
            line = str_slice(line, 0, line.len - 1);
        }
        assert_true(line.len <= 78);
        assert_true(str_trim(line).len > 0);
        assert_int_equal(str_trim_right(line).len, line.len);
        assert_int_equal(i > 0, line.data[0] == ' ');
    }
}

static void writes_plain_text_as_it_is(void **state)
{
    Scratch *scratch = *state;

    assert_str(text_field(scratch, STR("Example news, August 2024")), "Subject: Example news, August 2024\r\n");
    assert_str(text_field(scratch, STR("  a \t b  ")), "Subject: a b\r\n");
    assert_str(text_field(scratch, STR("")), "");
    assert_str(text_field(scratch, STR(" \r\n ")), "");
}

static void folds_long_text_at_blanks(void **state)
{
    Scratch *scratch = *state;
    Str field = text_field(scratch, STR("one two three four five six seven eight nine ten eleven twelve thirteen "
                                        "fourteen fifteen sixteen"));

    assert_str(field, "Subject: one two three four five six seven eight nine ten eleven twelve\r\n"
                      " thirteen fourteen fifteen sixteen\r\n");
    assert_folded(field);
}

static void encodes_neighbours_as_one_text(void **state)
{
    Scratch *scratch = *state;

    assert_str(text_field(scratch, STR("The caf\xc3\xa9 Andr\xc3\xa9 opens")),
               "Subject: The =?utf-8?Q?caf=C3=A9_Andr=C3=A9?= opens\r\n");
    assert_str(text_field(scratch, STR("caf\xc3\xa9")), "Subject: =?utf-8?Q?caf=C3=A9?=\r\n");
    assert_str(text_field(scratch, STR("read =?utf-8?Q?x?= now")),
               "Subject: read =?utf-8?Q?=3D=3Futf-8=3FQ=3Fx=3F=3D?= now\r\n");
}

static void folds_encoded_text(void **state)
{
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena };

    for (size_t i = 0; i < 40; i++)
        buf_put(&text, i % 3 == 0 ? STR("plain ") : STR("\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82 "));
    assert_folded(text_field(scratch, buf_str(&text)));
    text.len = 0;
    buf_put_repeated(&text, 'x', 300);
    assert_folded(text_field(scratch, buf_str(&text)));
}

static void lets_nobody_add_a_field(void **state)
{
    Scratch *scratch = *state;

    assert_str(text_field(scratch, STR("Hello\r\nBcc: all@example.org\r\n\r\nBody")),
               "Subject: Hello Bcc: all@example.org Body\r\n");
    assert_str(text_field(scratch, STR("a\nb\rc\x0b"
                                       "d\0e")),
               "Subject: a b c d e\r\n");
    assert_str(mailbox_field(scratch, STR("News\r\nBcc: x")), "From: \"News Bcc: x\" <news@example.org>\r\n");
}

static void writes_names_as_atoms_quoted_or_encoded(void **state)
{
    Scratch *scratch = *state;

    assert_str(mailbox_field(scratch, STR("Example News")), "From: Example News <news@example.org>\r\n");
    assert_str(mailbox_field(scratch, STR("News, weekly")), "From: \"News, weekly\" <news@example.org>\r\n");
    assert_str(mailbox_field(scratch, STR("A \"b\\c\"")), "From: \"A \\\"b\\\\c\\\"\" <news@example.org>\r\n");
    assert_str(mailbox_field(scratch, STR("Caf\xc3\xa9 (the)")),
               "From: =?utf-8?Q?Caf=C3=A9_=28the=29?= <news@example.org>\r\n");
    assert_str(mailbox_field(scratch, STR("")), "From: news@example.org\r\n");
    assert_str(mailbox_field(scratch, STR(" \n")), "From: news@example.org\r\n");
}

static void keeps_the_blanks_of_a_quoted_address(void **state)
{
    Scratch *scratch = *state;
    Buf out = { .arena = &scratch->arena };

    header_put_mailbox(&out, STR("To"), &(Mailbox){ .address = STR("\"a  b\"@example.org") });
    assert_str(buf_str(&out), "To: <\"a  b\"@example.org>\r\n");
}

static void folds_long_names(void **state)
{
    Scratch *scratch = *state;
    Buf name = { .arena = &scratch->arena };

    for (size_t i = 0; i < 12; i++)
        buf_put(&name, STR("Association "));
    assert_folded(mailbox_field(scratch, buf_str(&name)));
    buf_put(&name, STR("Inc."));
    assert_folded(mailbox_field(scratch, buf_str(&name)));
    buf_put(&name, STR("\xc3\xa9"));
    assert_folded(mailbox_field(scratch, buf_str(&name)));
}

static void writes_values_and_identifiers(void **state)
{
    Scratch *scratch = *state;
    Buf out = { .arena = &scratch->arena };

    header_put_value(&out, STR("Content-Type"),
                     STR("multipart/alternative; boundary=\"=_0123456789012345678901234567\""));
    assert_str(buf_str(&out),
               "Content-Type: multipart/alternative;\r\n boundary=\"=_0123456789012345678901234567\"\r\n");
    out.len = 0;
    header_put_identifier(&out, STR("List-Id"), STR("News"), STR("news.example.org"));
    header_put_identifier(&out, STR("X"), STR(""), STR("https://example.org/"));
    assert_str(buf_str(&out), "List-Id: News <news.example.org>\r\nX: <https://example.org/>\r\n");
}

static void writes_the_date(void **state)
{
    Scratch *scratch = *state;
    Buf out = { .arena = &scratch->arena };

    header_put_date(&out, 1722945600, -4 * 3600);
    assert_str(buf_str(&out), "Date: Tue, 06 Aug 2024 08:00:00 -0400\r\n");
}

static void makes_one_message_id_of_the_same_parts(void **state)
{
    Scratch *scratch = *state;
    Str ab[] = { STR("a"), STR("b") };
    Str joined[] = { STR("ab"), STR("") };
    Str id = header_message_id((StrList){ ab, 2 }, STR("example.org"), &scratch->arena);

    assert_true(str_starts_with(id, STR("<digest.")));
    assert_true(str_ends_with(id, STR("@example.org>")));
    assert_true(str_eq(id, header_message_id((StrList){ ab, 2 }, STR("example.org"), &scratch->arena)));
    assert_false(str_eq(id, header_message_id((StrList){ joined, 2 }, STR("example.org"), &scratch->arena)));
}

TEST_MAIN(TEST(writes_plain_text_as_it_is), TEST(folds_long_text_at_blanks), TEST(encodes_neighbours_as_one_text),
          TEST(folds_encoded_text), TEST(lets_nobody_add_a_field), TEST(writes_names_as_atoms_quoted_or_encoded),
          TEST(keeps_the_blanks_of_a_quoted_address), TEST(folds_long_names), TEST(writes_values_and_identifiers),
          TEST(writes_the_date), TEST(makes_one_message_id_of_the_same_parts))
