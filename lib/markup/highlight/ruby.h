/* lib/markup/highlight/ruby.h - what the tables of Ruby say in code. */
#pragma once

#include "markup/highlight/languages.h"

enum {
    RUBY_ROOT, /* what an embedding language may put before RUBY_CODE */
    RUBY_CODE,
    RUBY_WHITESPACE,
    RUBY_STRINGS,
    RUBY_SIGIL_STRINGS,
    RUBY_SIGIL_PLAIN,
    RUBY_SIGIL_INTERPOLATED,
    RUBY_SIGIL_REGEX,
    RUBY_REGEX_FLAGS,
    RUBY_SIMPLE_STRING,
    RUBY_SIMPLE_SYM,
    RUBY_SIMPLE_BACKTICK,
    RUBY_HEREDOCS,
    RUBY_HEREDOC_QUEUE,
    RUBY_RESOLVE_HEREDOCS,
    RUBY_TEST_HEREDOC,
    RUBY_FUNCNAME,
    RUBY_CLASSNAME,
    RUBY_TERNARY,
    RUBY_DEFEXPR,
    RUBY_IN_INTERP,
    RUBY_STRING_INTP,
    RUBY_STRING_INTP_ESCAPED,
    RUBY_METHOD_CALL,
    RUBY_METHOD_CALL_SPACED,
    RUBY_EXPR_START,
    RUBY_SLASH_REGEX,
    RUBY_END_PART,
    RUBY_STATE_COUNT,
};

typedef struct Heredoc {
    Str name;
    bool indented; /* its end may stand behind white space */
} Heredoc;

/* The here documents whose text is yet to come, in order. */
typedef struct RubyData {
    Heredoc *queue;
    size_t first, len, cap;
} RubyData;

void ruby_start(Lexer *lexer);
bool ruby_start_ternary(Lexer *lexer, const Match *match);
bool ruby_start_defexpr(Lexer *lexer, const Match *match);

/* Text as in %w[a b]: the frame on the stack keeps its delimiters. */
bool ruby_start_sigil(Lexer *lexer, const Match *match);
bool ruby_sigil_escape(Lexer *lexer, const Match *match);
bool ruby_sigil_delimiter(Lexer *lexer, const Match *match);

bool ruby_start_heredoc(Lexer *lexer, const Match *match);
bool ruby_test_heredoc(Lexer *lexer, const Match *match);
