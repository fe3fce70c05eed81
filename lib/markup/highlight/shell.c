#include "markup/highlight/languages.h"

#define KEYWORDS " if fi else while do done for then return function select continue until esac elif in "
#define BUILTINS                                                                                                       \
    " alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval exec exit "       \
    "export "                                                                                                          \
    "false fc fg getopts hash help history jobs let local logout mapfile popd pushd pwd read readonly set shift "      \
    "shopt "                                                                                                           \
    "source suspend test time times trap true type typeset ulimit umask unalias unset wait cat tac nl od base32 "      \
    "base64 fmt pr fold head tail split csplit wc sum cksum b2sum md5sum sha1sum sha224sum sha256sum sha384sum "       \
    "sha512sum sort shuf uniq comm ptx tsort cut paste join tr expand unexpand ls dir vdir dircolors cp dd install "   \
    "mv rm shred link ln mkdir mkfifo mknod readlink rmdir unlink chown chgrp chmod touch df du stat sync truncate "   \
    "echo printf yes expr tee basename dirname pathchk mktemp realpath stty printenv tty id logname whoami groups "    \
    "users who date arch nproc uname hostname hostid uptime chcon runcon chroot env nice nohup stdbuf timeout kill "   \
    "sleep factor numfmt seq tar grep sudo awk sed gzip gunzip "

enum {
    ROOT,
    BASIC,
    DATA,
    INTERP,
    HEREDOC,
    HEREDOC_NL,
    DOUBLE_QUOTES,
    ANSI_STRING,
    SINGLE_QUOTES,
    CURLY,
    PAREN_INTERP,
    PAREN_INNER,
    MATH,
    CASE,
    CASE_STANZA,
    BACKTICKS,
};

typedef struct ShellData {
    Str heredoc; /* the word that ends the one being read */
} ShellData;

static bool start_heredoc(Lexer *lexer, const Match *match)
{
    ShellData *data = lexer->data;
    Str quote = match_group(match, 3);
    Str name = match_group(match, 5);
    Str behind = str_slice(match->text, match->groups[0].end, match->groups[0].end + quote.len);

    if (!str_eq(quote, behind))
        return false;
    lexer_groups(lexer, "o - sh sh no", match);
    lexer_token(lexer, "sh", behind);
    lexer->at += behind.len;
    data->heredoc = name;
    lexer_push(lexer, HEREDOC);
    return true;
}

/* A word that stands alone; the white space up to the last line feed behind it goes with it. */
static bool test_heredoc(Lexer *lexer, const Match *match)
{
    ShellData *data = lexer->data;
    Str line = match_group(match, 0);
    bool is_end = str_eq(match_group(match, 1), data->heredoc);

    line.len = str_find_last_char(line, '\n') + 1;
    size_t end = match->groups[0].start + line.len;
    if (line.len == 0 || end <= match->groups[1].end)
        return false;
    lexer_token(lexer, is_end ? "no" : "sh", line);
    lexer->at = end;
    if (is_end) {
        lexer_pop(lexer);
        lexer_pop(lexer);
    }
    return true;
}

static const Rule root[] = {
    RULES(BASIC),
    RULES(DATA),
    { 0 },
};

static const Rule basic[] = {
    TAKE("#.*", "c"),
    WORD("\\b([a-z]+)\\b(?:\\s+\\b)?", "k", KEYWORDS),
    PUSH("\\bcase\\b", "k", CASE),
    WORD("\\b([a-z0-9]+)\\b(?:\\s+\\b)?(?![.\\-])", "nb", BUILTINS),
    TAKE("\\.(?=\\s)", "nb"),
    TAKE("(\\b\\w+)(=)", "nv o"),
    TAKE("[\\[\\]{}()!=>]", "o"),
    TAKE("(?:&&|\\|\\|)", "o"),
    TAKE("<<<", "o"),
    ACT("(<<-?)(\\s*)(['\"]?)(\\\\?)(\\w+)", start_heredoc),
    { 0 },
};

static const Rule heredoc[] = {
    PUSH("\n", "sh", HEREDOC_NL), TAKE("[^$\n\\\\]+", "sh"), RULES(INTERP), TAKE("[$]", "sh"), { 0 },
};

static const Rule heredoc_nl[] = {
    ACT("\\s*(\\w+)\\s*", test_heredoc),
    POP("", NULL),
    { 0 },
};

static const Rule double_quotes[] = {
    POP("(?:\\$#?)?\"", "s2"),
    RULES(INTERP),
    TAKE("[^\"`\\\\$]+", "s2"),
    { 0 },
};

static const Rule ansi_string[] = {
    TAKE("\\\\.", "se"),
    TAKE("[^\\\\']+", "s1"),
    RULES(SINGLE_QUOTES),
    { 0 },
};

static const Rule single_quotes[] = {
    POP("'", "s1"),
    TAKE("[^']+", "s1"),
    { 0 },
};

static const Rule data[] = {
    TAKE("\\s+", "-"),
    TAKE("\\\\.", "se"),
    PUSH("\\$?\"", "s2", DOUBLE_QUOTES),
    PUSH("\\$'", "s1", ANSI_STRING),
    PUSH("'", "s1", SINGLE_QUOTES),
    TAKE("\\*", "k"),
    TAKE(";", "p"),
    TAKE("-[\\w\\-]+", "nt"),
    TAKE("[^=*\\s{}()$\"'`;\\\\<]+", "-"),
    TAKE("\\d+(?= |\n?\\z)", "m"),
    TAKE("<", "-"),
    RULES(INTERP),
    { 0 },
};

static const Rule curly[] = {
    POP("\\}", "k"), TAKE(":-", "k"), TAKE("[a-zA-Z0-9_]+", "nv"), TAKE("[^}:\"`'$]+", "p"), RULES(ROOT), { 0 },
};

static const Rule paren_interp[] = {
    POP("\\)", "si"),
    PUSH("\\(", "o", PAREN_INNER),
    RULES(ROOT),
    { 0 },
};

static const Rule paren_inner[] = {
    PUSH_SAME("\\(", "o"),
    POP("\\)", "o"),
    RULES(ROOT),
    { 0 },
};

static const Rule math[] = {
    POP("\\)\\)", "k"), TAKE("(?:[-+*/%^|&!]|\\*\\*|\\|\\|)", "o"), TAKE("\\d+(?:#\\w+)?", "m"), RULES(ROOT), { 0 },
};

static const Rule case_rules[] = {
    POP("\\besac\\b", "k"), TAKE("\\|", "p"), PUSH("\\)", "p", CASE_STANZA), RULES(ROOT), { 0 },
};

static const Rule case_stanza[] = {
    POP(";;", "p"),
    RULES(ROOT),
    { 0 },
};

static const Rule backticks[] = {
    POP("`", "sb"),
    RULES(ROOT),
    { 0 },
};

static const Rule interp[] = {
    TAKE("\\\\$", "se"),
    TAKE("\\\\.", "se"),
    PUSH("\\$\\(\\(", "k", MATH),
    PUSH("\\$\\(", "si", PAREN_INTERP),
    PUSH("\\$\\{#?", "k", CURLY),
    PUSH("`", "sb", BACKTICKS),
    TAKE("\\$#?(?:\\w+|.)", "nv"),
    TAKE("\\$#", "nv"),
    { 0 },
};

static const Rule *const states[] = {
    [ROOT] = root,
    [BASIC] = basic,
    [DATA] = data,
    [INTERP] = interp,
    [HEREDOC] = heredoc,
    [HEREDOC_NL] = heredoc_nl,
    [DOUBLE_QUOTES] = double_quotes,
    [ANSI_STRING] = ansi_string,
    [SINGLE_QUOTES] = single_quotes,
    [CURLY] = curly,
    [PAREN_INTERP] = paren_interp,
    [PAREN_INNER] = paren_inner,
    [MATH] = math,
    [CASE] = case_rules,
    [CASE_STANZA] = case_stanza,
    [BACKTICKS] = backticks,
};

const Language language_shell = { .names = " shell bash zsh ksh sh ",
                                  .states = states,
                                  .data_size = sizeof(ShellData) };
