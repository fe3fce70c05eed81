/* tests/mail/message_test.c */
#include "mail/message.h"
#include "tests/support.h"

static MailHead sample_head(void)
{
    return (MailHead){
        .from = { STR("Example News"), STR("news@example.org") },
        .to = { .address = STR("reader@example.net") },
        .subject = STR("News, August 2024"),
        .date_unix_s = 1725148800,
        .message_id = STR("<digest.1@example.org>"),
        .language = STR("en"),
        .list_title = STR("News"),
        .list_id = STR("news.example.org"),
    };
}

static Str compose(Scratch *scratch, MailHead head, Str text, Str html)
{
    Buf out = { .arena = &scratch->arena };
    MailBody body = mail_body(text, html, &scratch->arena);

    mail_compose(&out, &head, &body);
    return buf_str(&out);
}

static void composes_a_message_of_two_parts(void **state)
{
    Scratch *scratch = *state;
    Str message = compose(scratch, sample_head(), STR("Hello\n"), STR("<p>Hello</p>\n"));
    size_t at = str_find(message, STR("boundary=\""), 0) + 10;
    const char *boundary = arena_cstr(&scratch->arena, str_slice(message, at, at + 34));
    Str expected = arena_format(&scratch->arena,
                                "Date: Sun, 01 Sep 2024 00:00:00 +0000\r\n"
                                "From: Example News <news@example.org>\r\n"
                                "To: reader@example.net\r\n"
                                "Subject: News, August 2024\r\n"
                                "Message-ID: <digest.1@example.org>\r\n"
                                "List-Id: News <news.example.org>\r\n"
                                "List-Post: NO\r\n"
                                "Auto-Submitted: auto-generated\r\n"
                                "Content-Language: en\r\n"
                                "MIME-Version: 1.0\r\n"
                                "Content-Type: multipart/alternative;\r\n"
                                " boundary=\"%s\"\r\n"
                                "\r\n"
                                "--%s\r\n"
                                "Content-Type: text/plain; charset=utf-8\r\n"
                                "Content-Transfer-Encoding: quoted-printable\r\n"
                                "\r\n"
                                "Hello\r\n"
                                "--%s\r\n"
                                "Content-Type: text/html; charset=utf-8\r\n"
                                "Content-Transfer-Encoding: quoted-printable\r\n"
                                "\r\n"
                                "<p>Hello</p>\r\n"
                                "--%s--\r\n",
                                boundary, boundary, boundary, boundary);

    assert_str(message, arena_cstr(&scratch->arena, expected));
}

static void gives_the_same_bytes_for_the_same_input(void **state)
{
    Scratch *scratch = *state;
    Str first = compose(scratch, sample_head(), STR("a"), STR("b"));

    assert_true(str_eq(first, compose(scratch, sample_head(), STR("a"), STR("b"))));
    assert_false(str_eq(first, compose(scratch, sample_head(), STR("b"), STR("a"))));
}

static void puts_reply_to_and_unsubscribe_where_given(void **state)
{
    Scratch *scratch = *state;
    MailHead head = sample_head();

    head.reply_to = (Mailbox){ .address = STR("office@example.org") };
    head.unsubscribe = STR("https://example.org/u/");
    Str message = compose(scratch, head, STR("a"), STR("b"));
    assert_true(str_contains(message, STR("\r\nReply-To: office@example.org\r\nTo: ")));
    assert_true(str_contains(message, STR("\r\nList-Unsubscribe: <https://example.org/u/>\r\n")));
}

static void encodes_each_part_as_it_needs(void **state)
{
    Scratch *scratch = *state;
    Str message = compose(scratch, sample_head(), STR("\xe4\xb8\xad\xe6\x96\x87"), STR("<p>caf\xc3\xa9"));

    assert_true(str_contains(message, STR("base64\r\n\r\n5Lit5paHDQo=\r\n--=_")));
    assert_true(str_contains(message, STR("quoted-printable\r\n\r\n<p>caf=C3=A9\r\n--=_")));
}

TEST_MAIN(TEST(composes_a_message_of_two_parts), TEST(gives_the_same_bytes_for_the_same_input),
          TEST(puts_reply_to_and_unsubscribe_where_given), TEST(encodes_each_part_as_it_needs))
