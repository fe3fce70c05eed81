#include "net/http.h"

#include "base/buf.h"

#include "tests/support.h"

#include "tests/net/server.h"

static const HttpSettings usual = { .user_agent = STR_INIT("herald-test"),
                                    .parallel = 4,
                                    .per_host = 2,
                                    .timeout_ms = 2000,
                                    .total_ms = 10000,
                                    .pause_ms = 5,
                                    .allow_private = true };

/* What was heard, as text: one line an answer. */
typedef struct Heard {
    Buf text;
} Heard;

static void hear(HttpClient *client, const HttpRequest *request, const HttpResponse *response)
{
    Heard *heard = request->context;

    (void)client;
    buf_put_format(&heard->text, "%d %d %s" STR_FMT "%s\n", (int)response->fault, response->status,
                   response->moved_to.len > 0 ? "moved " : "", STR_ARG(response->body), response->cut ? " cut" : "");
}

static Str url_of(Scratch *scratch, const Server *server, const char *path)
{
    return arena_format(&scratch->arena, "http://127.0.0.1:%d%s", server->port, path);
}

/* Asks `count` times, and gives what was heard. */
static const char *ask(Scratch *scratch, Server *server, HttpSettings settings, HttpRequest request, int count)
{
    Heard heard = { .text = { .arena = &scratch->arena } };
    HttpClient *client = http_open(&settings, &scratch->arena, &scratch->diags);

    assert_non_null(client);
    request.answer = hear;
    request.context = &heard;
    for (int i = 0; i < count; i++)
        http_add(client, &request);
    http_run(client);
    http_close(client);
    if (server != NULL)
        server_stop(server);
    return arena_cstr(&scratch->arena, buf_str(&heard.text));
}

static const char *say_hello(const char *request, int number)
{
    (void)request, (void)number;
    return "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";
}

static void brings_a_page(void **state)
{
    Scratch *scratch = *state;
    Server server;

    server_start(&server, say_hello);
    HttpRequest request = { .url = url_of(scratch, &server, "/a#b"), .max_body = 100 };
    assert_string_equal(ask(scratch, &server, usual, request, 1), "0 200 hello\n");
    assert_non_null(strstr(server.last, "GET /a HTTP/1.1\r\n"));
    assert_non_null(strstr(server.last, "User-Agent: herald-test\r\n"));
    assert_null(strstr(server.last, "Authorization"));
}

static void stops_where_enough_was_heard(void **state)
{
    Scratch *scratch = *state;
    Server server;

    server_start(&server, say_hello);
    HttpRequest request = { .url = url_of(scratch, &server, "/"), .max_body = 3 };
    assert_string_equal(ask(scratch, &server, usual, request, 1), "0 200 hel cut\n");
}

static void sends_methods_headers_and_bodies(void **state)
{
    static const HttpHeader headers[] = { { STR_INIT("Content-Type"), STR_INIT("text/plain") } };
    Scratch *scratch = *state;
    Server server;

    server_start(&server, say_hello);
    HttpRequest request = { .method = STR("PUT"),
                            .url = url_of(scratch, &server, "/key"),
                            .body = STR("one\ntwo"),
                            .headers = headers,
                            .header_count = 1,
                            .max_body = 9 };
    assert_string_equal(ask(scratch, &server, usual, request, 1), "0 200 hello\n");
    assert_non_null(strstr(server.last, "PUT /key HTTP/1.1\r\n"));
    assert_non_null(strstr(server.last, "Content-Type: text/plain\r\n"));
    assert_non_null(strstr(server.last, "\r\n\r\none\ntwo"));
    assert_null(strstr(server.last, "Expect:"));
}

static const char *be_busy_twice(const char *request, int number)
{
    return number <= 2 ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                       : say_hello(request, number);
}

static void asks_again_as_often_as_it_may(void **state)
{
    Scratch *scratch = *state;
    Server server;

    server_start(&server, be_busy_twice);
    HttpRequest request = { .url = url_of(scratch, &server, "/"), .max_body = 9, .retries = 2 };
    assert_string_equal(ask(scratch, &server, usual, request, 1), "0 200 hello\n");
    assert_int_equal(server.requests, 3);
    server_start(&server, be_busy_twice);
    request = (HttpRequest){ .url = url_of(scratch, &server, "/"), .max_body = 9, .retries = 1 };
    assert_string_equal(ask(scratch, &server, usual, request, 1), "0 503 \n");
}

static const char *send_on(const char *request, int number)
{
    if (strstr(request, " /a ") != NULL)
        return "HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    if (strstr(request, " /b ") != NULL)
        return "HTTP/1.1 302 Found\r\nLocation: c?d\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    if (strstr(request, " /round ") != NULL)
        return "HTTP/1.1 308 Round\r\nLocation: /round\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    return say_hello(request, number);
}

static void follows_redirects_and_tells_those_for_good(void **state)
{
    Scratch *scratch = *state;
    Server server;

    server_start(&server, send_on);
    HttpRequest request = { .url = url_of(scratch, &server, "/a"), .max_body = 9, .max_redirects = 2 };
    assert_string_equal(ask(scratch, &server, usual, request, 1), "0 200 moved hello\n");
    server_start(&server, send_on);
    request = (HttpRequest){ .url = url_of(scratch, &server, "/b"), .max_body = 9, .max_redirects = 2 };
    assert_string_equal(ask(scratch, &server, usual, request, 1), "0 200 hello\n");
    server_start(&server, send_on);
    request = (HttpRequest){ .url = url_of(scratch, &server, "/a"), .max_body = 9 };
    assert_string_equal(ask(scratch, &server, usual, request, 1), "0 301 \n");
    server_start(&server, send_on);
    request = (HttpRequest){ .url = url_of(scratch, &server, "/round"), .max_body = 9, .max_redirects = 4 };
    assert_string_equal(ask(scratch, &server, usual, request, 1), "9 0 moved \n");
    assert_int_equal(server.requests, 5);
    server_start(&server, send_on);
    request = (HttpRequest){ .method = STR("POST"),
                             .url = url_of(scratch, &server, "/a"),
                             .body = STR("x"),
                             .max_body = 9,
                             .max_redirects = 4 };
    assert_string_equal(ask(scratch, &server, usual, request, 1), "0 301 \n");
}

static const char *end_at_once(const char *request, int number)
{
    (void)request, (void)number;
    return NULL;
}

static const char *speak_otherwise(const char *request, int number)
{
    (void)request, (void)number;
    return "220 mail.example.net ESMTP\r\n";
}

static void names_what_went_wrong(void **state)
{
    Scratch *scratch = *state;
    Server server;

    server_start(&server, end_at_once);
    HttpRequest request = { .url = url_of(scratch, &server, "/"), .max_body = 9 };
    assert_int_equal(strtol(ask(scratch, &server, usual, request, 1), NULL, 10), HTTP_BROKEN);
    assert_int_equal(strtol(ask(scratch, NULL, usual, request, 1), NULL, 10), HTTP_NO_CONNECTION);
    server_start(&server, speak_otherwise);
    request.url = url_of(scratch, &server, "/");
    assert_int_equal(strtol(ask(scratch, &server, usual, request, 1), NULL, 10), HTTP_NOT_HTTP);
    request.url = STR("ftp://example.org/");
    assert_int_equal(strtol(ask(scratch, NULL, usual, request, 1), NULL, 10), HTTP_BAD_URL);
    request.url = STR("http://");
    assert_int_equal(strtol(ask(scratch, NULL, usual, request, 1), NULL, 10), HTTP_BAD_URL);
    request.url = STR("http://a b/");
    assert_int_equal(strtol(ask(scratch, NULL, usual, request, 1), NULL, 10), HTTP_BAD_URL);
}

static void does_not_reach_this_machine_unless_allowed(void **state)
{
    Scratch *scratch = *state;
    Server server;
    HttpSettings strict = usual;

    strict.allow_private = false;
    server_start(&server, say_hello);
    HttpRequest request = { .url = url_of(scratch, &server, "/") };
    assert_string_equal(ask(scratch, &server, strict, request, 2), "3 0 \n3 0 \n");
    assert_int_equal(server.requests, 0);
}

static void gives_up_on_a_host_that_does_not_answer(void **state)
{
    Scratch *scratch = *state;
    Server server;
    HttpSettings one = usual;

    one.per_host = 1;
    server_start(&server, say_hello);
    HttpRequest request = { .url = url_of(scratch, &server, "/") };
    server_stop(&server);
    const char *heard = ask(scratch, NULL, one, request, 500);
    assert_int_equal(strlen(heard), 500 * strlen("4 0 \n"));
    assert_string_equal(heard + 499 * strlen("4 0 \n"), "4 0 \n");
}

static void ends_when_the_time_is_up(void **state)
{
    Scratch *scratch = *state;
    Server server;
    HttpSettings brief = usual;

    brief.total_ms = 60;
    brief.pause_ms = 60000;
    server_start(&server, end_at_once);
    HttpRequest request = { .url = url_of(scratch, &server, "/"), .retries = 1 };
    assert_string_equal(ask(scratch, &server, brief, request, 2), "10 0 \n10 0 \n");
}

static void knows_the_host_of_an_address(void **state)
{
    (void)state;
    assert_str(http_url_host(STR("https://a.example:8080/x")), "a.example");
    assert_str(http_url_host(STR("HTTP://user@a.example?x")), "a.example");
    assert_str(http_url_host(STR("http://[::1]:80/")), "[::1]");
    assert_str(http_url_host(STR("ftp://a.example/")), "");
}

TEST_MAIN(TEST(brings_a_page), TEST(stops_where_enough_was_heard), TEST(sends_methods_headers_and_bodies),
          TEST(asks_again_as_often_as_it_may), TEST(follows_redirects_and_tells_those_for_good),
          TEST(names_what_went_wrong), TEST(does_not_reach_this_machine_unless_allowed),
          TEST(gives_up_on_a_host_that_does_not_answer), TEST(ends_when_the_time_is_up),
          TEST(knows_the_host_of_an_address))
