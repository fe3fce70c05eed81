#include "markup/highlight/languages.h"

#define KEYWORDS                                                                                                       \
    " assert break continue del elif else except exec finally for global if lambda pass print raise "                  \
    "return try while yield as with from import async await nonlocal "
#define EXCEPTIONS                                                                                                     \
    " ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError "                    \
    "BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError "                               \
    "ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EnvironmentError "                        \
    "Exception FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit "                      \
    "IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError "                \
    "KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError "                                \
    "NotADirectoryError NotImplemented NotImplementedError OSError OverflowError OverflowWarning "                     \
    "PendingDeprecationWarning ProcessLookupError RecursionError ReferenceError ResourceWarning "                      \
    "RuntimeError RuntimeWarning StandardError StopAsyncIteration StopIteration SyntaxError "                          \
    "SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError "                          \
    "UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning "                         \
    "UserWarning ValueError VMSError Warning WindowsError ZeroDivisionError "
#define BUILTINS                                                                                                       \
    " __import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr "                     \
    "classmethod cmp coerce compile complex delattr dict dir divmod enumerate eval execfile exit file "                \
    "filter float format frozenset getattr globals hasattr hash hex id input int intern isinstance "                   \
    "issubclass iter len list locals long map max memoryview min next object oct open ord pow "                        \
    "property range raw_input reduce reload repr reversed round set setattr slice sorted staticmethod "                \
    "str sum super tuple type unichr unicode vars xrange zip "
#define BUILTINS_PSEUDO " self None Ellipsis NotImplemented False True "
#define ID "[a-zA-Z\\u_][\\w\\u]*"
#define DOTTED "[a-zA-Z\\u_.][\\w\\u.]*"
#define DIGITS "[0-9](?:_?[0-9])*"

enum { ROOT, FUNCNAME, CLASSNAME, STRING, INTERPOL };

enum { KIND_RAW = 1, KIND_FORMAT = 2, KIND_TRIPLE = 4 }; /* of the string a frame stands for: in `close` */

static bool start_string(Lexer *lexer, const Match *match)
{
    Str prefix = match_group(match, 1);
    Str quote = match_group(match, 2);
    int kind = quote.len == 3 ? KIND_TRIPLE : 0;

    for (size_t i = 0; i < prefix.len; i++) {
        int c = char_lower(str_at(prefix, i));
        kind |= c == 'r' ? KIND_RAW : c == 'f' ? KIND_FORMAT : 0;
    }
    lexer_groups(lexer, "sa s", match);
    lexer_push(lexer, STRING);
    lexer_top(lexer)->open = quote.data[0];
    lexer_top(lexer)->close = (char)kind;
    return true;
}

static bool meet_quote(Lexer *lexer, const Match *match)
{
    Str quote = match_group(match, 0);
    const Frame *top = lexer_top(lexer);

    lexer_token(lexer, "s", quote);
    if (quote.data[0] == top->open && (quote.len == 3) == ((top->close & KIND_TRIPLE) != 0))
        lexer_pop(lexer);
    return true;
}

static bool meet_brace(Lexer *lexer, const Match *match)
{
    bool formatted = (lexer_top(lexer)->close & KIND_FORMAT) != 0;

    lexer_token(lexer, formatted ? "si" : "s", match_group(match, 0));
    if (formatted)
        lexer_push(lexer, INTERPOL);
    return true;
}

static bool meet_escape(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, (lexer_top(lexer)->close & KIND_RAW) != 0 ? "s" : "se", match_group(match, 0));
    return true;
}

static bool read_expression(Lexer *lexer, const Match *match)
{
    lexer_read_as(lexer, lexer->language, match_group(match, 0));
    return true;
}

static const Rule root[] = {
    TAKE("\n+", "-"),
    TAKE("^(:)(\\s*)([rRuU]{0,2}\"\"\"(?~\"\"\")\"\"\")", "p - sd"),
    TAKE("[ \t\r\f\v]+", "-"),
    TAKE("#.*\n?", "c1"),
    TAKE("[\\[\\]{}:(),;.]", "p"),
    TAKE("\\\\\n", "-"),
    TAKE("\\\\", "-"),
    TAKE("(?:in|is|and|or|not)\\b", "ow"),
    TAKE("(?:<<|>>|//|\\*\\*)=?", "o"),
    TAKE("(?:[\\-~+/*%=<>&^|@]=?|!=)", "o"),
    TAKE("(from)((?:\\\\\\s|\\s)+)(" DOTTED ")((?:\\\\\\s|\\s)+)(import)", "kn - nn - kn"),
    TAKE("(import)(\\s+)(" DOTTED ")", "kn - nn"),
    PUSH("(def)((?:\\s|\\\\\\s)+)", "k -", FUNCNAME),
    PUSH("(class)((?:\\s|\\\\\\s)+)", "k -", CLASSNAME),
    TAKE("`[^`\n]*`", "sb"),
    ACT("([rfbuRFBU]{0,2})('''|\"\"\"|['\"])", start_string),
    TAKE("@" DOTTED, "nd"),
    WORD(ID, "k", KEYWORDS),
    WORD(ID, "nb", EXCEPTIONS),
    WORD(ID, "nb", BUILTINS),
    WORD(ID, "bp", BUILTINS_PSEUDO),
    TAKE(ID, "n"),
    TAKE("(?i)" DIGITS "\\.(?:" DIGITS ")?(?:e[+\\-]?" DIGITS ")?j?", "mf"),
    TAKE("(?i)" DIGITS "e[+\\-]?" DIGITS "j?", "mf"),
    TAKE("(?i)" DIGITS "j", "mf"),
    TAKE("(?i)0b(?:_?[01])+", "mb"),
    TAKE("(?i)0o(?:_?[0-7])+", "mo"),
    TAKE("(?i)0x(?:_?[a-f0-9])+", "mh"),
    TAKE("\\d+L", "il"),
    TAKE("(?:[1-9](?:_?[0-9])*|0(?:_?0)*)", "mi"),
    { 0 },
};

static const Rule funcname[] = {
    POP(ID, "nf"),
    { 0 },
};

static const Rule classname[] = {
    POP(ID, "nc"),
    { 0 },
};

static const Rule string[] = {
    TAKE("[^'\"\\\\{]+", "s"),
    TAKE("\\{\\{", "s"),
    ACT("(?:'''|\"\"\"|['\"])", meet_quote),
    ACT("\\\\(?:[\\\\abfnrtv\"']|\n|newline|N\\{[a-zA-Z][a-zA-Z "
        "]+\\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})",
        meet_escape),
    TAKE("\\\\.", "s"),
    ACT("\\{", meet_brace),
    { 0 },
};

static const Rule interpol[] = {
    ACT("[^{}!:]+", read_expression), TAKE("![asr]", "si"), TAKE(":", "si"),
    PUSH("\\{", "si", INTERPOL),      POP("\\}", "si"),     { 0 },
};

static const Rule *const states[] = {
    [ROOT] = root, [FUNCNAME] = funcname, [CLASSNAME] = classname, [STRING] = string, [INTERPOL] = interpol,
};

const Language language_python = { .names = " python py ", .states = states };
