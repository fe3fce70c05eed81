#include "markup/highlight/languages.h"

enum { ROOT, EXPORT, BLOCK_HEADER, BLOCK_BODY, SHELL, SHELL_EXPR, SHELL_LINE };

/* Where one function's name starts another's, the longer one stands first. */
#define FUNCTION                                                                                                       \
    "(abspath|addprefix|addsuffix|and|basename|call|dir|error|eval|file|filter-out|filter|findstring|firstword|"       \
    "flavor|foreach|if|join|lastword|notdir|origin|or|patsubst|realpath|shell|sort|strip|subst|suffix|value|"          \
    "warning|wildcard|wordlist|words|word)"
#define STOP "(?:\\$\\(|\\$\\{|\\(|\\)|\\}|\\\\|$)"

/* The commands of a rule are read by one lexer that goes on from line to line. */
typedef struct Recipe {
    Lexer *shell;
} Recipe;

static void start(Lexer *lexer)
{
    Recipe *recipe = lexer->data;

    recipe->shell = lexer_new(&language_shell, lexer->out);
}

static bool end_recipe(Lexer *lexer, const Match *match)
{
    Recipe *recipe = lexer->data;

    (void)match;
    lexer_reset(recipe->shell);
    lexer_pop(lexer);
    return true;
}

static bool read_shell(Lexer *lexer, const Match *match)
{
    Recipe *recipe = lexer->data;

    lexer_read(recipe->shell, match_group(match, 0));
    return true;
}

static bool open_parenthesis(Lexer *lexer, const Match *match)
{
    lexer_push(lexer, SHELL_EXPR);
    return read_shell(lexer, match);
}

static const Rule root[] = {
    TAKE("\\s+", "-"),
    TAKE("#.*\n", "c"),
    TAKE("([\\-s]?include)((?:[\t ]+[^\t\n #]+)+)", "k sx"),
    TAKE("(ifn?def|ifn?eq)([\t ]+)([^#\n]+)", "k - nv"),
    TAKE("(?:else|endif)[\t ]*(?=[#\n])", "k"),
    PUSH("(export)([\t ]+)(?=[\\w${}()\t \\-]+\n)", "k -", EXPORT),
    TAKE("export[\t ]+", "k"),
    PUSH("([\\w${}().\\-]+)([\t ]*)([!?:+]?=)", "nv - o", SHELL_LINE),
    TAKE("\"(?:\\\\.|[^\"\\\\])*\"", "s2"),
    TAKE("'(?:\\\\.|[^'\\\\])*'", "s1"),
    PUSH("([^\n:]+)(:+)([ \t]*)", "nl o -", BLOCK_HEADER),
    { 0 },
};

static const Rule export_rules[] = {
    TAKE("[\\w${}()\\-]", "nv"),
    POP("\n", "-"),
    TAKE("[\t ]+", "-"),
    { 0 },
};

static const Rule block_header[] = {
    TAKE("[^,\\\\\n#]+", "nf"),  TAKE(",", "p"), TAKE("#", "c"), TAKE("\\\\(?:.|\n)", "-"),
    GOTO("\n", "-", BLOCK_BODY), { 0 },
};

static const Rule block_body[] = {
    TAKE("(ifn?def|ifn?eq)([\t ]+)([^#\n]+)(#.*)?(\n)", "k - nv c -"),
    TAKE("(else|endif)([\t ]*)(#.*)?(\n)", "k - c -"),
    PUSH("(\t[\t ]*)([@\\-]?)", "- p", SHELL_LINE),
    ACT("", end_recipe),
    { 0 },
};

static const Rule shell[] = {
    TAKE("\\$[({][\t ]*\\w[\\w:=%.]*[\t ]*[)}]", "nv"),
    PUSH("(\\$[({])([\t ]*)" FUNCTION "([\t ]+)", "nf - nb -", SHELL_EXPR),
    ACT("\\\\(?:.|\n)", read_shell),
    ACT("(?:.|\n)+?(?=" STOP ")", read_shell),
    ACT(STOP, read_shell),
    { 0 },
};

static const Rule shell_expr[] = {
    ACT("[({]", open_parenthesis),
    POP("[)}]", "nf"),
    RULES(SHELL),
    { 0 },
};

static const Rule shell_line[] = {
    POP("\n", "-"),
    RULES(SHELL),
    { 0 },
};

static const Rule *const states[] = {
    [ROOT] = root,   [EXPORT] = export_rules,   [BLOCK_HEADER] = block_header, [BLOCK_BODY] = block_body,
    [SHELL] = shell, [SHELL_EXPR] = shell_expr, [SHELL_LINE] = shell_line,
};

const Language language_make = {
    .names = " make makefile mf gnumake bsdmake ", .states = states, .data_size = sizeof(Recipe), .start = start
};
