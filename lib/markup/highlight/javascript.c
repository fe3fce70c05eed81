#include "markup/highlight/languages.h"

#define KEYWORDS                                                                                                       \
    " as async await break case catch continue debugger default delete do else export finally from for if import in "  \
    "instanceof new of return super switch this throw try typeof void while yield "
#define DECLARATIONS " var let const with function class extends constructor get set static "
#define RESERVED " enum implements interface package private protected public "
#define CONSTANTS " true false null NaN Infinity undefined "
#define BUILTINS                                                                                                       \
    " Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI "             \
    "decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window "         \
    "navigator self global Promise Set Map WeakSet WeakMap Symbol Proxy Reflect Int8Array Uint8Array "                 \
    "Uint8ClampedArray Int16Array Uint16Array Uint16ClampedArray Int32Array Uint32Array Uint32ClampedArray "           \
    "Float32Array Float64Array DataView ArrayBuffer "
#define ID "[a-zA-Z\\u$_][\\w\\u]*"

enum {
    ROOT,
    MULTILINE_COMMENT,
    SPACE,
    EXPR_START,
    REGEX,
    REGEX_END,
    REGEX_GROUP,
    DQ,
    SQ,
    STATEMENT,
    OBJECT,
    TERNARY,
    TEMPLATE_STRING,
    TEMPLATE_STRING_EXPR,
};

static bool start_ternary(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_push(lexer, TERNARY);
    lexer_push(lexer, EXPR_START);
    return true;
}

static bool end_bad_group(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "err", match_group(match, 0));
    lexer_pop(lexer);
    lexer_pop(lexer);
    return true;
}

static const Rule root[] = {
    PUSH("\\s*#!.*\n", "cp", STATEMENT),
    RULES(SPACE),
    PUSH("(?:\\+\\+|--|~|\\?\\?=?|&&|\\|\\||\\\\(?=\n)|<<|>>>?|===|!==)", "o", EXPR_START),
    PUSH("[\\-<>+*%&|^/!=]=?", "o", EXPR_START),
    PUSH("[(\\[,]", "p", EXPR_START),
    PUSH(";", "p", STATEMENT),
    TAKE("[)\\].]", "p"),
    PUSH("`", "s2", TEMPLATE_STRING),
    TAKE("\\?\\.", "p"),
    ACT("\\?", start_ternary),
    PUSH("(@)(\\w+)?", "p nd", EXPR_START),
    PUSH("[{}]", "p", STATEMENT),
    WORD_PUSH(ID, "k", EXPR_START, KEYWORDS),
    WORD_PUSH(ID, "kd", EXPR_START, DECLARATIONS),
    WORD(ID, "kr", RESERVED),
    WORD(ID, "kc", CONSTANTS),
    WORD(ID, "nb", BUILTINS),
    TAKE(ID, "nx"),
    TAKE("[0-9]+\\.[0-9]+(?:[eE][0-9]+)?[fd]?", "mf"),
    TAKE("(?i)0x[0-9a-f]+", "mh"),
    TAKE("(?i)0o[0-7][0-7_]*", "mo"),
    TAKE("(?i)0b[01][01_]*", "mb"),
    TAKE("[0-9]+", "mi"),
    PUSH("\"", "dl", DQ),
    PUSH("'", "dl", SQ),
    TAKE(":", "p"),
    { 0 },
};

static const Rule multiline_comment[] = {
    POP("\\*/", "cm"),
    TAKE("[^*/]+", "cm"),
    TAKE("[*/]", "cm"),
    { 0 },
};

static const Rule space[] = {
    TAKE("\\s+", "-"), TAKE("<!--", "c"), TAKE("//.*", "c1"), PUSH("/\\*", "cm", MULTILINE_COMMENT), { 0 },
};

static const Rule expr_start[] = {
    RULES(SPACE), GOTO("/", "sr", REGEX), GOTO("\\{", "p", OBJECT), POP("", NULL), { 0 },
};

static const Rule regex[] = {
    GOTO("/", "sr", REGEX_END),
    POP("[^/]\n", "err"),
    POP("\n", "err"),
    PUSH("\\[\\^", "se", REGEX_GROUP),
    PUSH("\\[", "se", REGEX_GROUP),
    TAKE("\\\\.", "se"),
    TAKE("[(][?][:=<!]", "se"),
    TAKE("[{][\\d,]+[}]", "se"),
    TAKE("[()?]", "se"),
    TAKE(".", "sr"),
    { 0 },
};

static const Rule regex_end[] = {
    POP("[gimuy]+", "sr"),
    POP("", NULL),
    { 0 },
};

static const Rule regex_group[] = {
    TAKE("/", "se"), ACT("[^/]\n", end_bad_group), POP("\\]", "se"), TAKE("\\\\.", "se"), TAKE(".", "sr"), { 0 },
};

static const Rule dq[] = {
    TAKE("\\\\[\\\\nrt\"]?", "se"),
    TAKE("[^\\\\\"]+", "s2"),
    POP("\"", "dl"),
    { 0 },
};

static const Rule sq[] = {
    TAKE("\\\\[\\\\nrt']?", "se"),
    TAKE("[^\\\\']+", "s1"),
    POP("'", "dl"),
    { 0 },
};

static const Rule statement[] = {
    GOTO("case\\b", "k", EXPR_START),
    TAKE("(" ID ")(\\s*)(:)", "nl - p"),
    RULES(EXPR_START),
    { 0 },
};

static const Rule object[] = {
    RULES(SPACE),
    PUSH_SAME("\\{", "p"),
    GOTO("\\}", "p", STATEMENT),
    PUSH("(" ID ")(\\s*)(:)", "na - p", EXPR_START),
    TAKE(":", "p"),
    RULES(ROOT),
    { 0 },
};

static const Rule ternary[] = {
    GOTO(":", "p", EXPR_START),
    RULES(ROOT),
    { 0 },
};

static const Rule template_string[] = {
    PUSH("\\$\\{", "p", TEMPLATE_STRING_EXPR),
    POP("`", "s2"),
    TAKE("\\\\[$`]", "se"),
    TAKE("[^$`\\\\]+", "s2"),
    TAKE("[\\\\$]", "s2"),
    { 0 },
};

static const Rule template_string_expr[] = {
    POP("\\}", "p"),
    RULES(ROOT),
    { 0 },
};

static const Rule *const states[] = {
    [ROOT] = root,
    [MULTILINE_COMMENT] = multiline_comment,
    [SPACE] = space,
    [EXPR_START] = expr_start,
    [REGEX] = regex,
    [REGEX_END] = regex_end,
    [REGEX_GROUP] = regex_group,
    [DQ] = dq,
    [SQ] = sq,
    [STATEMENT] = statement,
    [OBJECT] = object,
    [TERNARY] = ternary,
    [TEMPLATE_STRING] = template_string,
    [TEMPLATE_STRING_EXPR] = template_string_expr,
};

const Language language_javascript = { .names = " javascript js ", .states = states };

/* TypeScript and JSX put their own rules before those of JavaScript. */
enum {
    JS_ROOT = TEMPLATE_STRING_EXPR + 1,
    JS_STATEMENT,
    JS_EXPR_START,
    TAG,
    TAG_OPENING,
    ELEMENT,
    ELEMENT_NAME,
    JSX_ELEMENT_NAME,
    INTERPOL,
    INTERPOL_INNER,
};

#define SHARED_STATES                                                                                                  \
    [MULTILINE_COMMENT] = multiline_comment, [SPACE] = space, [REGEX] = regex, [REGEX_END] = regex_end,                \
    [REGEX_GROUP] = regex_group, [DQ] = dq, [SQ] = sq, [OBJECT] = object, [TERNARY] = ternary,                         \
    [TEMPLATE_STRING] = template_string, [TEMPLATE_STRING_EXPR] = template_string_expr, [JS_ROOT] = root,              \
    [JS_STATEMENT] = statement, [JS_EXPR_START] = expr_start,

#define TS_KEYWORDS " is namespace static private protected public implements readonly "
#define TS_DECLARATIONS " type abstract "
#define TS_RESERVED " string any number module declare keyof "
#define TS_BUILTINS " Pick Partial Readonly Record "

static const Rule ts_root[] = {
    TAKE("[?][.]", "p"),
    TAKE("[?]{2}", "o"),
    WORD_PUSH(ID, "k", EXPR_START, TS_KEYWORDS),
    WORD_PUSH(ID, "kd", EXPR_START, TS_DECLARATIONS),
    WORD(ID, "kr", TS_RESERVED),
    WORD(ID, "nb", TS_BUILTINS),
    RULES(JS_ROOT),
    { 0 },
};

static const Rule ts_statement[] = {
    PUSH("(" ID ")(\\?{0,1})(\\s*)(:)", "nl p - p", EXPR_START),
    RULES(JS_STATEMENT),
    { 0 },
};

static const Rule *const ts_states[] = {
    [ROOT] = ts_root, [STATEMENT] = ts_statement, [EXPR_START] = expr_start, SHARED_STATES
};

const Language language_typescript = { .names = " typescript ts ", .states = ts_states };

typedef struct Jsx {
    Lexer *html;
} Jsx;

static void start_jsx(Lexer *lexer)
{
    Jsx *jsx = lexer->data;

    jsx->html = lexer_new(&language_html, lexer->out);
    lexer_push(lexer, EXPR_START);
}

static bool read_text(Lexer *lexer, const Match *match)
{
    Jsx *jsx = lexer->data;

    lexer_read(jsx->html, match_group(match, 0));
    return true;
}

static bool open_tag(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_push(lexer, TAG_OPENING);
    lexer_push(lexer, ELEMENT);
    lexer_push(lexer, ELEMENT_NAME);
    return true;
}

static bool close_tag(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_goto(lexer, ELEMENT);
    lexer_push(lexer, ELEMENT_NAME);
    return true;
}

static bool end_empty_tag(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_pop(lexer);
    lexer_pop(lexer);
    return true;
}

static bool start_interpolation(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "si", match_group(match, 0));
    lexer_push(lexer, INTERPOL);
    lexer_push(lexer, EXPR_START);
    return true;
}

static bool start_block(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_push(lexer, INTERPOL_INNER);
    lexer_push(lexer, STATEMENT);
    return true;
}

/* `<T,` starts no element but the parameters of a type. */
static bool read_type_parameter(Lexer *lexer, const Match *match)
{
    lexer_groups(lexer, "nx p", match);
    for (int i = 0; i < 3; i++)
        lexer_pop(lexer);
    return true;
}

static const Rule jsx_expr_start[] = {
    RULES(TAG),
    RULES(JS_EXPR_START),
    { 0 },
};

static const Rule tag[] = {
    ACT("<", open_tag),
    { 0 },
};

static const Rule tag_opening[] = {
    ACT("</", close_tag), RULES(TAG), ACT("\\{", start_interpolation), ACT("[^<{]+", read_text), { 0 },
};

static const Rule element[] = {
    RULES(SPACE),
    ACT("/>", end_empty_tag),
    POP(">", "p"),
    ACT("\\{", start_interpolation),
    TAKE("\\w[\\w\\-]*", "na"),
    TAKE("=", "p"),
    TAKE("([\"']).*?\\1", "s"),
    { 0 },
};

static const Rule element_name[] = {
    TAKE("[A-Z]\\w*", "nc"), TAKE("\\w+", "nt"), TAKE("\\.", "p"), POP("", NULL), { 0 },
};

static const Rule tsx_element_name[] = {
    ACT("(\\w+)(,)", read_type_parameter),
    RULES(JSX_ELEMENT_NAME),
    { 0 },
};

static const Rule interpol[] = {
    POP("\\}", "si"),
    ACT("\\{", start_block),
    RULES(ROOT),
    { 0 },
};

static const Rule interpol_inner[] = {
    GOTO("\\}", "p", STATEMENT),
    RULES(ROOT),
    { 0 },
};

#define JSX_STATES                                                                                                     \
    [EXPR_START] = jsx_expr_start, [TAG] = tag, [TAG_OPENING] = tag_opening, [ELEMENT] = element,                      \
    [JSX_ELEMENT_NAME] = element_name, [INTERPOL] = interpol, [INTERPOL_INNER] = interpol_inner, SHARED_STATES

static const Rule *const jsx_states[] = {
    [ROOT] = root, [STATEMENT] = statement, [ELEMENT_NAME] = element_name, JSX_STATES
};

const Language language_jsx = {
    .names = " jsx react ", .states = jsx_states, .data_size = sizeof(Jsx), .start = start_jsx
};

static const Rule *const tsx_states[] = {
    [ROOT] = ts_root, [STATEMENT] = ts_statement, [ELEMENT_NAME] = tsx_element_name, JSX_STATES
};

const Language language_tsx = { .names = " tsx ", .states = tsx_states, .data_size = sizeof(Jsx), .start = start_jsx };
