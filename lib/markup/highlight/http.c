#include "markup/highlight/languages.h"

enum { ROOT, HEADERS, CONTENT };

/* What the content is in; known once its type was read. */
typedef struct Message {
    const Language *language;
    Lexer *content;
} Message;

static const struct ContentType {
    Str type;
    const Language *language;
} types[] = {
    { STR_INIT("application/json"), &language_json },
    { STR_INIT("application/vnd.api+json"), &language_json },
    { STR_INIT("application/hal+json"), &language_json },
    { STR_INIT("application/problem+json"), &language_json },
    { STR_INIT("application/schema+json"), &language_json },
    { STR_INIT("text/html"), &language_html },
    { STR_INIT("application/xhtml+xml"), &language_html },
    { STR_INIT("text/xml"), &language_xml },
    { STR_INIT("application/xml"), &language_xml },
    { STR_INIT("image/svg+xml"), &language_xml },
    { STR_INIT("application/rss+xml"), &language_xml },
    { STR_INIT("application/atom+xml"), &language_xml },
    { STR_INIT("text/css"), &language_css },
    { STR_INIT("application/javascript"), &language_javascript },
    { STR_INIT("text/javascript"), &language_javascript },
    { STR_INIT("application/x-javascript"), &language_javascript },
    { STR_INIT("text/x-yaml"), &language_yaml },
};

static void start(Lexer *lexer)
{
    Message *message = lexer->data;

    *message = (Message){ .language = &language_plain };
}

static bool read_header(Lexer *lexer, const Match *match)
{
    Message *message = lexer->data;
    Str value = match_group(match, 5);
    Str type = str_slice(value, 0, str_find_char(value, ';', 0));

    lexer_groups(lexer, "na - p - s -", match);
    if (!str_eq_nocase(match_group(match, 1), STR("content-type")))
        return true;
    message->language = &language_plain;
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (str_eq_nocase(type, types[i].type))
            message->language = types[i].language;
    }
    return true;
}

static bool read_content(Lexer *lexer, const Match *match)
{
    Message *message = lexer->data;

    if (message->content == NULL)
        message->content = lexer_new(message->language, lexer->out);
    lexer_read(message->content, match_group(match, 0));
    return true;
}

#define LINE_END "(\r?\n|$)"

static const Rule root[] = {
    PUSH("(GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH)([ ]+)([^ ]+)([ ]+)(HTTPS?)(/)(\\d(?:\\.\\d)?)" LINE_END,
         "nf - nn - k o m -", HEADERS),
    PUSH("(HTTPS?)(/)(\\d\\.\\d)([ ]+)(\\d{3})([ ]+)?([^\r\n]*)" LINE_END, "k o m - m - ne -", HEADERS),
    { 0 },
};

static const Rule headers[] = {
    ACT("([^\\s:]+)([ ]*)(:)([ ]*&)([^\r\n]+)" LINE_END, read_header),
    TAKE("([^\r\n]+)" LINE_END, "s -"),
    PUSH("\r?\n", "-", CONTENT),
    { 0 },
};

static const Rule content[] = {
    ACT("(?:.|\n)+", read_content),
    { 0 },
};

static const Rule *const states[] = { root, headers, content };

const Language language_http = { .names = " http ", .states = states, .data_size = sizeof(Message), .start = start };
