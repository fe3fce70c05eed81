#include "markup/highlight/languages.h"

#define NAME "[_A-Za-z][_0-9A-Za-z]*"

enum {
    ROOT,
    BASIC,
    DIRECTIVES,
    FRAGMENT,
    QUERY,
    TYPE,
    UNION,
    UNION_VARIANT,
    UNION_PIPE,
    TYPE_SET,
    ARGUMENTS,
    VARIABLES,
    TYPE_NAMES,
    TYPE_LIST,
    SELECTION,
    LIST,
    OBJECT,
    VALUE,
};

static bool start_query(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_push(lexer, QUERY);
    lexer_push(lexer, SELECTION);
    return true;
}

static bool read_description(Lexer *lexer, const Match *match)
{
    lexer_groups(lexer, "s2 w", match);
    lexer_read_as(lexer, &language_markdown, match_group(match, 3));
    lexer_token(lexer, "w", match_group(match, 4));
    lexer_token(lexer, "s2", match_group(match, 5));
    return true;
}

static bool end_two(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_pop(lexer);
    lexer_pop(lexer);
    return true;
}

static bool end_selection(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_pop(lexer);
    if (lexer_top(lexer)->state == QUERY || lexer_top(lexer)->state == FRAGMENT)
        lexer_pop(lexer);
    return true;
}

static bool end_of_value(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_pop(lexer);
    if (lexer_top(lexer)->state == VALUE)
        lexer_pop(lexer);
    return true;
}

static bool end_union(Lexer *lexer, const Match *match)
{
    (void)match;
    lexer_pop(lexer);
    lexer_pop(lexer);
    return true;
}

/* One value of a list is followed by others. */
static bool read_value(Lexer *lexer, const char *token, const Match *match)
{
    lexer_token(lexer, token, match_group(match, 0));
    if (lexer_top(lexer)->state != LIST)
        lexer_pop(lexer);
    return true;
}

static bool read_variable(Lexer *lexer, const Match *match)
{
    return read_value(lexer, "nv", match);
}

static bool read_constant(Lexer *lexer, const Match *match)
{
    return read_value(lexer, "kc", match);
}

static bool read_float(Lexer *lexer, const Match *match)
{
    return read_value(lexer, "mf", match);
}

static bool read_integer(Lexer *lexer, const Match *match)
{
    return read_value(lexer, "mi", match);
}

static bool read_string(Lexer *lexer, const Match *match)
{
    return read_value(lexer, "s2", match);
}

static bool read_name(Lexer *lexer, const Match *match)
{
    return read_value(lexer, "n", match);
}

static const Rule root[] = {
    PUSH("\\b(?:query|mutation|subscription)\\b", "k", QUERY),
    ACT("\\{", start_query),
    PUSH("\\bfragment\\b", "k", FRAGMENT),
    PUSH("\\bscalar\\b", "k", VALUE),
    PUSH("\\b(?:type|interface|enum|input|schema)\\b", "k", TYPE),
    PUSH("\\bunion\\b", "k", UNION),
    TAKE("\\bextend\\b", "k"),
    RULES(BASIC),
    ACT("(\"\"\")(\n)((?:.|\n)*?)(\n)(\"\"\")", read_description),
    { 0 },
};

static const Rule basic[] = {
    TAKE("\\s+", "w"),
    TAKE("#.*", "c"),
    TAKE("[!,]", "p"),
    { 0 },
};

static const Rule directives[] = {
    PUSH("(@" NAME ")(\\s*)(\\()", "k w p", ARGUMENTS),
    TAKE("@" NAME "\\b", "k"),
    { 0 },
};

static const Rule fragment[] = {
    TAKE("\\bon\\b", "k"),
    RULES(QUERY),
    { 0 },
};

static const Rule query[] = {
    RULES(DIRECTIVES),
    TAKE("\\b" NAME "\\b", "n"),
    PUSH("\\(", "p", VARIABLES),
    PUSH("\\{", "p", SELECTION),
    RULES(BASIC),
    { 0 },
};

static const Rule type[] = {
    TAKE("\\bimplements\\b", "k"),
    TAKE("\\b" NAME "\\b", "n"),
    PUSH("\\(", "p", VARIABLES),
    PUSH("\\{", "p", TYPE_SET),
    RULES(BASIC),
    { 0 },
};

static const Rule union_rules[] = {
    TAKE("\\b" NAME "\\b", "n"),
    PUSH("=", "p", UNION_VARIANT),
    RULES(BASIC),
    { 0 },
};

static const Rule union_variant[] = {
    GOTO("\\b" NAME "\\b", "n", UNION_PIPE),
    RULES(BASIC),
    { 0 },
};

static const Rule union_pipe[] = {
    GOTO("\\|", "p", UNION_VARIANT),
    ACT("(?!\\||\\s|#)", end_union),
    RULES(BASIC),
    { 0 },
};

static const Rule type_set[] = {
    ACT("\\}", end_two),
    PUSH("\\b(" NAME ")(\\s*)(\\()", "n w p", VARIABLES),
    TAKE("\\b" NAME "\\b", "n"),
    PUSH(":", "p", TYPE_NAMES),
    RULES(BASIC),
    { 0 },
};

static const Rule arguments[] = {
    POP("\\)", "p"), TAKE("\\b" NAME "\\b", "n"), PUSH(":", "p", VALUE), RULES(BASIC), { 0 },
};

static const Rule variables[] = {
    POP("\\)", "p"),
    TAKE("\\$" NAME "\\b", "nv"),
    TAKE("\\b" NAME "\\b", "n"),
    PUSH(":", "p", TYPE_NAMES),
    PUSH("=", "p", VALUE),
    RULES(BASIC),
    { 0 },
};

static const Rule type_names[] = {
    POP("\\b(?:Int|Float|String|Boolean|ID)\\b", "nb"),
    POP("\\b" NAME "\\b", "n"),
    PUSH("\\[", "p", TYPE_LIST),
    RULES(BASIC),
    { 0 },
};

static const Rule type_list[] = {
    TAKE("\\b(?:Int|Float|String|Boolean|ID)\\b", "nb"),
    TAKE("\\b" NAME "\\b", "n"),
    ACT("\\]", end_two),
    RULES(BASIC),
    { 0 },
};

static const Rule selection[] = {
    RULES(DIRECTIVES),
    ACT("\\}", end_selection),
    PUSH("\\b(" NAME ")(\\s*)(\\()", "n w p", ARGUMENTS),
    TAKE("\\b(" NAME ")(\\s*)(:)", "n w p"),
    TAKE("\\b" NAME "\\b", "n"),
    TAKE("(\\.\\.\\.)(\\s+)(on)\\b", "p w k"),
    TAKE("\\.\\.\\.", "p"),
    PUSH("\\{", "p", SELECTION),
    RULES(BASIC),
    { 0 },
};

static const Rule list[] = {
    ACT("\\]", end_of_value),
    RULES(VALUE),
    { 0 },
};

static const Rule object[] = {
    ACT("\\}", end_of_value),
    PUSH("\\b(" NAME ")(\\s*)(:)", "n w p", VALUE),
    RULES(BASIC),
    { 0 },
};

static const Rule value[] = {
    TAKE("\"\"\"(?~\"\"\")\"\"\"", "s2"),
    ACT("\\$" NAME "\\b", read_variable),
    ACT("\\b(?:true|false|null)\\b", read_constant),
    ACT("[+\\-]?[0-9]+\\.[0-9]+(?:[eE][+\\-]?[0-9]+)?", read_float),
    ACT("[+\\-]?[1-9][0-9]*(?:[eE][+\\-]?[0-9]+)?", read_integer),
    ACT("\"(?:\\\\[\\\\\"]|[^\"])*\"", read_string),
    ACT("\\b" NAME "\\b", read_name),
    PUSH("\\{", "p", OBJECT),
    PUSH("\\[", "p", LIST),
    RULES(BASIC),
    { 0 },
};

static const Rule *const states[] = {
    [ROOT] = root,
    [BASIC] = basic,
    [DIRECTIVES] = directives,
    [FRAGMENT] = fragment,
    [QUERY] = query,
    [TYPE] = type,
    [UNION] = union_rules,
    [UNION_VARIANT] = union_variant,
    [UNION_PIPE] = union_pipe,
    [TYPE_SET] = type_set,
    [ARGUMENTS] = arguments,
    [VARIABLES] = variables,
    [TYPE_NAMES] = type_names,
    [TYPE_LIST] = type_list,
    [SELECTION] = selection,
    [LIST] = list,
    [OBJECT] = object,
    [VALUE] = value,
};

const Language language_graphql = { .names = " graphql ", .states = states };
