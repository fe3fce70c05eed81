#include "markup/highlight/languages.h"

#define KEYWORDS                                                                                                       \
    " auto break case const continue default do else enum extern for goto if register restricted "                     \
    "return sizeof static struct switch typedef union volatile virtual while _Alignas _Alignof "                       \
    "_Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local "
#define TYPES                                                                                                          \
    " int long float short double char unsigned signed void jmp_buf FILE DIR div_t ldiv_t mbstate_t "                  \
    "sig_atomic_t fpos_t clock_t time_t va_list size_t ssize_t off_t wchar_t ptrdiff_t wctrans_t "                     \
    "wint_t wctype_t _Bool _Complex int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t "                \
    "int_least8_t int_least16_t int_least32_t int_least64_t uint_least8_t uint_least16_t "                             \
    "uint_least32_t uint_least64_t int_fast8_t int_fast16_t int_fast32_t int_fast64_t uint_fast8_t "                   \
    "uint_fast16_t uint_fast32_t uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t char16_t "                        \
    "char32_t "
#define RESERVED                                                                                                       \
    " __asm __int8 __based __except __int16 __stdcall __cdecl __fastcall __int32 __declspec __finally "                \
    "__int61 __try __leave inline _inline __inline naked _naked __naked restrict _restrict __restrict "                \
    "thread _thread __thread typename _typename __typename "
#define ID "[a-zA-Z_]\\w*"

enum {
    ROOT,
    EXPR_BOL,
    BOL,
    INLINE_WHITESPACE,
    WHITESPACE,
    EXPR_WHITESPACE,
    STATEMENTS,
    CASE,
    FUNCTION,
    STRING,
    MACRO,
    IF_0,
};

static void start(Lexer *lexer)
{
    lexer_push(lexer, BOL);
}

/* Where the parentheses end behind which a body or `;` stands, or STR_NONE; `;` may not stand before. */
static size_t find_signature_end(Lexer *lexer, Match *behind, size_t at)
{
    Str text = lexer->text;
    size_t *work = &lexer->out->work;

    for (; at < text.len && text.data[at] != ';' && *work > 0; at++) {
        --*work;
        if (text.data[at] == ')'
            && pattern_match(behind, "((?:\\s|//(?~\n)\n|/\\*(?~*/)\\*/)*)([{;])", text, at + 1, work))
            return at + 1;
    }
    return STR_NONE;
}

/* `match` is words, stars and white space: the last word is a function's name when a signature follows. */
static bool read_function(Lexer *lexer, const Match *match)
{
    Match behind;
    Str run = match_group(match, 0);
    Str type = str_trim_right(run);
    size_t start = match->groups[0].start;

    if (str_at(lexer->text, lexer->at) != '(')
        return false;
    while (type.len > 0 && (char_is_alnum(type.data[type.len - 1]) || type.data[type.len - 1] == '_'))
        type.len--;
    Str name = str_trim_right(str_from_offset(run, type.len));
    if (type.len < 2 || name.len == 0 || char_is_digit(name.data[0]))
        return false;
    size_t end = find_signature_end(lexer, &behind, lexer->at);
    if (end == STR_NONE)
        return false;
    lexer_read_as(lexer, lexer->language, type);
    lexer_token(lexer, "nf", name);
    lexer_read_as(lexer, lexer->language, str_slice(lexer->text, start + type.len + name.len, end));
    lexer_read_as(lexer, lexer->language, match_group(&behind, 1));
    lexer_token(lexer, "p", match_group(&behind, 2));
    if (str_eq(match_group(&behind, 2), STR("{")))
        lexer_push(lexer, FUNCTION);
    lexer->at = behind.groups[0].end;
    return true;
}

static const Rule root[] = {
    RULES(EXPR_WHITESPACE), ACT("[\\w*\\s]+", read_function), PUSH("\\{", "p", FUNCTION), RULES(STATEMENTS), { 0 },
};

static const Rule expr_bol[] = {
    RULES(INLINE_WHITESPACE), PUSH("#if\\s0", "c", IF_0), PUSH("#", "cp", MACRO), POP("", NULL), { 0 },
};

static const Rule bol[] = {
    TAKE(ID ":(?!:)", "nl"),
    RULES(EXPR_BOL),
    { 0 },
};

static const Rule inline_whitespace[] = {
    TAKE("[ \t\r]+", "-"),
    TAKE("\\\\\n", "-"),
    TAKE("/(?:\\\\\n)?\\*(?~*/)\\*/(?:\\\\\n)?", "cm"),
    { 0 },
};

static const Rule whitespace[] = {
    PUSH("\n+", "-", BOL),
    PUSH("//.*", "c1", BOL),
    RULES(INLINE_WHITESPACE),
    { 0 },
};

static const Rule expr_whitespace[] = {
    PUSH("\n+", "-", EXPR_BOL),
    RULES(WHITESPACE),
    { 0 },
};

static const Rule statements[] = {
    RULES(WHITESPACE),
    PUSH("(?:u8|u|U|L)?\"", "s", STRING),
    TAKE("(?i)(?:u8|u|l)?'(?:\\\\[0-7]{1,3}|\\\\x[a-f0-9]{1,2}|\\\\.|[^\\\\'\n])'", "sc"),
    TAKE("(?i)(?:\\d+\\.\\d*|\\.?\\d+)e[+\\-]?\\d+[lu]*", "mf"),
    TAKE("(?i)0x[0-9a-f]+[lu]*", "mh"),
    TAKE("(?i)0[0-7]+[lu]*", "mo"),
    TAKE("(?i)\\d+[lu]*", "mi"),
    TAKE("\\*/", "err"),
    TAKE("[~!%^&*+=|?:<>/\\-]", "o"),
    TAKE("[()\\[\\],.;]", "p"),
    PUSH("\\bcase\\b", "k", CASE),
    TAKE("(?:true|false|NULL)\\b", "nb"),
    WORD(ID, "k", KEYWORDS),
    WORD(ID, "kt", TYPES),
    WORD(ID, "kr", RESERVED),
    TAKE(ID, "n"),
    { 0 },
};

static const Rule case_rules[] = {
    POP(":", "p"),
    RULES(STATEMENTS),
    { 0 },
};

static const Rule function[] = {
    RULES(WHITESPACE), RULES(STATEMENTS), TAKE(";", "p"), PUSH("\\{", "p", FUNCTION), POP("\\}", "p"), { 0 },
};

static const Rule string[] = {
    POP("\"", "s"),
    TAKE("\\\\(?:[\\\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", "se"),
    TAKE("[^\\\\\"\n]+", "s"),
    TAKE("\\\\\n", "s"),
    TAKE("\\\\", "s"),
    { 0 },
};

static const Rule macro[] = {
    TAKE("(include)(\\s*)(<[^>]+>)([^\n]*)", "cp - cpf c1"),
    TAKE("(include)(\\s*)(\"[^\"]+\")([^\n]*)", "cp - cpf c1"),
    TAKE("[^/\n\\\\]+", "cp"),
    TAKE("\\\\(?:.|\n)", "cp"),
    RULES(INLINE_WHITESPACE),
    TAKE("/", "cp"),
    POP("\n", "cp"),
    { 0 },
};

static const Rule if_0[] = {
    PUSH("^\\s*#if", "c", IF_0),
    POP("^\\s*#\\s*el(?:se|if)", "c"),
    POP("^\\s*#\\s*endif\\b.*\n", "c"),
    TAKE(".*\n", "c"),
    { 0 },
};

#define SHARED_STATES                                                                                                  \
    [EXPR_BOL] = expr_bol, [BOL] = bol, [INLINE_WHITESPACE] = inline_whitespace, [WHITESPACE] = whitespace,            \
    [EXPR_WHITESPACE] = expr_whitespace, [FUNCTION] = function, [STRING] = string, [MACRO] = macro, [IF_0] = if_0,

static const Rule *const states[] = { [ROOT] = root, [STATEMENTS] = statements, [CASE] = case_rules, SHARED_STATES };

const Language language_c = { .names = " c ", .states = states, .start = start };

/* C++ puts its own rules before those of C. */
enum { C_ROOT = IF_0 + 1, C_STATEMENTS, CLASS_NAME, TEMPLATE };

#define CPP_KEYWORDS                                                                                                   \
    " asm auto catch char8_t concept consteval constexpr constinit const_cast co_await co_return co_yield delete "     \
    "dynamic_cast explicit export friend mutable namespace new operator private protected public reinterpret_cast "    \
    "requires restrict size_of static_cast this throw throws typeid typename using virtual final override alignas "    \
    "alignof decltype noexcept static_assert thread_local try "
#define CPP_RESERVED                                                                                                   \
    " __virtual_inheritance __uuidof __super __single_inheritance __multiple_inheritance __interface __event "
#define DIGITS "\\d(?:'?\\d)*"

static const Rule cpp_root[] = {
    TAKE("(?:__offload|__blockingoffload|__outer)\\b", "kp"),
    RULES(C_ROOT),
    { 0 },
};

static const Rule cpp_statements[] = {
    PUSH("(?:class|struct)\\b", "k", CLASS_NAME),
    PUSH("template\\b", "k", TEMPLATE),
    TAKE(DIGITS "(?:\\." DIGITS ")?(?:y|d|h|min|s|ms|us|ns|if|il|i)\\b", "mx"),
    TAKE("(?i)(?:" DIGITS "\\.(?:" DIGITS ")?|\\." DIGITS ")(?:e[+\\-]?" DIGITS "[lu]*)?", "mf"),
    TAKE("(?i)" DIGITS "e[+\\-]?" DIGITS "[lu]*", "mf"),
    TAKE("(?i)0x[0-9a-f](?:'?[0-9a-f])*[lu]*", "mh"),
    TAKE("0b[01]+(?:'[01]+)*", "mb"),
    TAKE("(?i)0[0-7](?:'?[0-7])*[lu]*", "mo"),
    TAKE("(?i)" DIGITS "[lu]*", "mi"),
    TAKE("nullptr\\b", "nb"),
    TAKE("(?:u8|u|U|L)?R\"([a-zA-Z0-9_{}\\[\\]#<>%:;.?*+\\-/^&|~!=,\"']{0,16}&)\\((?:.|\n)*?\\)\\1\"", "s"),
    TAKE("(?:::|<=>)", "o"),
    TAKE("[{}]", "p"),
    WORD(ID, "k", CPP_KEYWORDS),
    TAKE("bool(?!\\w)", "kt"),
    WORD(ID, "kr", CPP_RESERVED),
    RULES(C_STATEMENTS),
    { 0 },
};

static const Rule class_name[] = {
    POP(ID, "nc"), RULES(WHITESPACE), TAKE("\\.\\.\\.", "o"), POP(",", "p"), POP("", NULL), { 0 },
};

static const Rule template[] = {
    POP("[>;]", "p"),
    PUSH("typename\\b", "k", CLASS_NAME),
    RULES(STATEMENTS),
    { 0 },
};

static const Rule cpp_case[] = {
    POP(":(?!:)", "p"),
    RULES(STATEMENTS),
    { 0 },
};

static const Rule *const cpp_states[] = {
    [ROOT] = cpp_root,           [STATEMENTS] = cpp_statements, [CASE] = cpp_case,     SHARED_STATES[C_ROOT] = root,
    [C_STATEMENTS] = statements, [CLASS_NAME] = class_name,     [TEMPLATE] = template,
};

const Language language_cpp = { .names = " cpp c++ ", .states = cpp_states, .start = start };
