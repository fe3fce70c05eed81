#include "markup/highlight/languages.h"

#define INSTRUCTION                                                                                                    \
    "(from|maintainer|cmd|label|expose|env|add|copy|entrypoint|volume|user|workdir|arg|stopsignal|healthcheck|shell)"

enum { ROOT, RUN };

typedef struct Build {
    Lexer *shell;
} Build;

static void start(Lexer *lexer)
{
    Build *build = lexer->data;

    build->shell = lexer_new(&language_shell, lexer->out);
}

static bool start_run(Lexer *lexer, const Match *match)
{
    Build *build = lexer->data;

    lexer_token(lexer, "k", match_group(match, 0));
    lexer_push(lexer, RUN);
    lexer_reset(build->shell);
    return true;
}

static bool read_shell(Lexer *lexer, const Match *match)
{
    Build *build = lexer->data;

    lexer_read(build->shell, match_group(match, 0));
    return true;
}

static const Rule root[] = {
    TAKE("\\s+", "-"),
    TAKE("(?i)^(from)(\\s+)(.*&)(\\s+)(as)(\\s+)(.*)", "k w s w k w s"),
    TAKE("(?i)^(onbuild)(\\s+)" INSTRUCTION "(.*)", "k w k s"),
    TAKE("(?i)^" INSTRUCTION "\\b(.*)", "k s"),
    TAKE("#.*", "c"),
    ACT("(?i)^(?:onbuild\\s+)?run(\\s+)", start_run),
    TAKE("\\w+", "-"),
    TAKE("\\W+", "-"),
    { 0 },
};

static const Rule run[] = {
    POP("\n", "-"),
    TAKE("\\\\(?:.|\n)", "se"),
    ACT("(?:\\\\.|[^\n\\\\])+", read_shell),
    { 0 },
};

static const Rule *const states[] = { root, run };

const Language language_docker = {
    .names = " docker dockerfile Dockerfile ", .states = states, .data_size = sizeof(Build), .start = start
};
