#include "markup/highlight/languages.h"

enum { ROOT, COMMENT, RUBY };

/* Both go on where they stopped when the other was at work. */
typedef struct Template {
    Lexer *html, *ruby;
} Template;

static void start(Lexer *lexer)
{
    Template *template = lexer->data;

    template->html = lexer_new(&language_html, lexer->out);
    template->ruby = lexer_new(&language_ruby, lexer->out);
}

static bool read_html(Lexer *lexer, const Match *match)
{
    Template *template = lexer->data;

    lexer_read(template->html, match_group(match, 0));
    return true;
}

static bool read_ruby(Lexer *lexer, const Match *match)
{
    Template *template = lexer->data;

    lexer_read(template->ruby, match_group(match, 0));
    return true;
}

#define CLOSE "(?:%%>|-%>|%>)"

static const Rule root[] = {
    PUSH("<%#", "c", COMMENT),
    PUSH("<%[%=\\-]?", "cp", RUBY),
    ACT("(?:(?!<%)(?:.|\n))+", read_html),
    { 0 },
};

static const Rule comment[] = {
    POP(CLOSE, "c"),
    TAKE("(?:(?!" CLOSE ")(?:.|\n))+", "c"),
    { 0 },
};

static const Rule ruby[] = {
    POP(CLOSE, "cp"),
    ACT("(?:(?!" CLOSE ")(?:.|\n))+", read_ruby),
    { 0 },
};

static const Rule *const states[] = { root, comment, ruby };

const Language language_erb = {
    .names = " erb eruby rhtml ", .states = states, .data_size = sizeof(Template), .start = start
};
