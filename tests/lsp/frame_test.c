/* tests/lsp/frame_test.c */
#include "lsp/frame.h"

#include "base/buf.h"
#include "tests/support.h"

static void reads_one_message_after_the_other(void **state)
{
    Str bytes = STR("Content-Length: 2\r\n\r\n{}Content-Length: 7\r\n\r\n[\"é\"]");
    Str content;
    size_t length;
    (void)state;

    assert_int_equal(frame_read(&content, &length, bytes), FRAME_MESSAGE);
    assert_str(content, "{}");
    assert_int_equal(length, 23);
    bytes = str_from_offset(bytes, length);
    assert_int_equal(frame_read(&content, &length, bytes), FRAME_WANTS_MORE); /* six bytes of seven */
    assert_int_equal(length, 23);
}

static void counts_bytes_not_characters(void **state)
{
    Str content;
    size_t length;
    (void)state;

    assert_int_equal(frame_read(&content, &length, STR("Content-Length: 6\r\n\r\n[\"é\"]rest")), FRAME_MESSAGE);
    assert_str(content, "[\"é\"]");
}

static void takes_other_headers_in_any_case_and_order(void **state)
{
    Str content;
    size_t length;
    (void)state;

    assert_int_equal(frame_read(&content, &length,
                                STR("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n"
                                    "content-length:3\r\n\r\nabc")),
                     FRAME_MESSAGE);
    assert_str(content, "abc");
    assert_int_equal(frame_read(&content, &length, STR("Content-Length: 0\r\n\r\n")), FRAME_MESSAGE);
    assert_str(content, "");
}

static void waits_for_what_is_not_there_yet(void **state)
{
    static const Str bytes = STR_INIT("Content-Length: 2\r\n\r\n{}");
    Str content;
    size_t length;
    (void)state;

    for (size_t i = 0; i < bytes.len; i++)
        assert_int_equal(frame_read(&content, &length, str_slice(bytes, 0, i)), FRAME_WANTS_MORE);
    assert_int_equal(frame_read(&content, &length, bytes), FRAME_MESSAGE);
}

static void refuses_what_has_no_length_that_can_be_had(void **state)
{
    static const char *const broken[] = {
        "\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "Content-Type: x\r\n\r\n{}",
        "Content-Length: \r\n\r\n{}",
        "Content-Length: -1\r\n\r\n{}",
        "Content-Length: 0x2\r\n\r\n{}",
        "Content-Length: 67108865\r\n\r\n{}",
        "Content-Length: 99999999999999999999999999\r\n\r\n{}",
    };
    Str content;
    size_t length;
    (void)state;

    for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++)
        assert_int_equal(frame_read(&content, &length, str_from(broken[i])), FRAME_BROKEN);
}

static void does_not_wait_for_a_header_without_end(void **state)
{
    Scratch *scratch = *state;
    Buf bytes = { .arena = &scratch->arena };
    Str content;
    size_t length;

    buf_put_repeated(&bytes, 'x', FRAME_MAX_HEADER_BYTES - 1);
    assert_int_equal(frame_read(&content, &length, buf_str(&bytes)), FRAME_WANTS_MORE);
    buf_put_char(&bytes, 'x');
    assert_int_equal(frame_read(&content, &length, buf_str(&bytes)), FRAME_BROKEN);
}

TEST_MAIN(TEST(reads_one_message_after_the_other), TEST(counts_bytes_not_characters),
          TEST(takes_other_headers_in_any_case_and_order), TEST(waits_for_what_is_not_there_yet),
          TEST(refuses_what_has_no_length_that_can_be_had), TEST(does_not_wait_for_a_header_without_end))
