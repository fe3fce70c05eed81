#include "markup/highlight/languages.h"

#define KEYWORDS                                                                                                       \
    " as async await break const continue crate dyn else enum extern false fn for if impl in let log loop match mod "  \
    "move mut pub ref return self Self static struct super trait true type unsafe use where while abstract become "    \
    "box do final macro override priv typeof unsized virtual yield try union "
#define BUILTINS                                                                                                       \
    " Add BitAnd BitOr BitXor bool c_char c_double c_float char c_int clock_t c_long c_longlong Cons Const Copy "      \
    "c_schar c_short c_uchar c_uint c_ulong c_ulonglong c_ushort c_void dev_t DIR dirent Div Either Eq Err f32 f64 "   \
    "Failure FILE float fpos_t i16 i32 i64 i8 isize Index ino_t int intptr_t Left mode_t Modulo Mul Neg Nil None Num " \
    "off_t Ok Option Ord Owned pid_t Ptr ptrdiff_t Right Send Shl Shr size_t Some ssize_t str Sub Success time_t u16 " \
    "u32 u64 u8 usize uint uintptr_t Box Vec String Gc Rc Arc u128 i128 Result Sync Pin Unpin Sized Drop drop Fn "     \
    "FnMut FnOnce Clone PartialEq PartialOrd AsMut AsRef From Into Default DoubleEndedIterator ExactSizeIterator "     \
    "Extend IntoIterator Iterator "
#define ID "[a-zA-Z\\u_][\\w\\u]*"
#define ESCAPE "\\\\(?:[nrt'\"\\\\0]|x[0-9a-fA-F]{2}|u\\{(?:[0-9a-fA-F]_*){1,6}\\})"
#define EXPONENT "[eE][\\-+]?[0-9_]+"
#define FLOAT_TYPE "(?:f32|f64)"

enum {
    ROOT,
    BOL,
    ATTRIBUTE,
    WHITESPACE,
    COMMENTS,
    PLAIN_COMMENT,
    DOC_COMMENT,
    MACRO,
    MACRO_RULES,
    LITERALS,
    STRING,
};

/* How many of ( [ { are open in the macros being read. */
typedef struct Delimiters {
    long open[3];
} Delimiters;

static void start(Lexer *lexer)
{
    Delimiters *delimiters = lexer->data;

    *delimiters = (Delimiters){ 0 };
    lexer_push(lexer, BOL);
}

static bool open_delimiter(Lexer *lexer, const Match *match)
{
    Delimiters *delimiters = lexer->data;
    char c = match_group(match, 0).data[0];

    delimiters->open[c == '(' ? 0 : c == '[' ? 1 : 2]++;
    lexer_token(lexer, "p", match_group(match, 0));
    return true;
}

static bool close_delimiter(Lexer *lexer, const Match *match)
{
    Delimiters *delimiters = lexer->data;
    char c = match_group(match, 0).data[0];

    delimiters->open[c == ')' ? 0 : c == ']' ? 1 : 2]--;
    if (delimiters->open[0] == 0 && delimiters->open[1] == 0 && delimiters->open[2] == 0)
        lexer_pop(lexer);
    lexer_token(lexer, "p", match_group(match, 0));
    return true;
}

static const Rule bol[] = {
    RULES(WHITESPACE),
    TAKE("#\\s[^\n]*", "cs"),
    POP("", NULL),
    { 0 },
};

static const Rule attribute[] = {
    RULES(WHITESPACE), RULES(LITERALS), TAKE("[(,)=:]", "nd"), POP("\\]", "nd"), TAKE(ID, "nd"), { 0 },
};

static const Rule whitespace[] = {
    TAKE("\\s+", "-"),
    RULES(COMMENTS),
    { 0 },
};

static const Rule comments[] = {
    TAKE("////+[^\n]*", "c1"),
    TAKE("//[/!][^\n]*", "cd"),
    TAKE("//[^\n]*", "c1"),
    TAKE("/\\*\\*\\*?/", "cm"),
    PUSH("/\\*\\*\\*+", "cm", PLAIN_COMMENT),
    PUSH("/\\*[*!]", "cd", DOC_COMMENT),
    PUSH("/\\*", "cm", PLAIN_COMMENT),
    { 0 },
};

static const Rule plain_comment[] = {
    POP("\\*/", "cm"), PUSH("/\\*", "cm", PLAIN_COMMENT), TAKE("[^*/]+", "cm"), TAKE("[*/]", "cm"), { 0 },
};

static const Rule doc_comment[] = {
    POP("\\*/", "cd"), PUSH("/\\*", "cd", DOC_COMMENT), TAKE("[^*/]+", "cd"), TAKE("[*/]", "cd"), { 0 },
};

static const Rule root[] = {
    PUSH("\n", "-", BOL),
    RULES(WHITESPACE),
    PUSH("#!?\\[", "nd", ATTRIBUTE),
    WORD("\\b[a-zA-Z_]\\w*\\b", "k", KEYWORDS),
    RULES(LITERALS),
    TAKE("[=\\-]>", "k"),
    TAKE("<->", "k"),
    TAKE("[()\\[\\]{}|,:;]", "p"),
    TAKE("(?:[*/!@~&+%^<>=?\\-]|\\.{2,3})", "o"),
    TAKE("(?:[.]\\s*)?" ID "(?=\\s*[(])", "nf"),
    TAKE("[.]\\s*await\\b", "k"),
    TAKE("[.]\\s*" ID, "py"),
    TAKE("[.]\\s*\\d+", "na"),
    TAKE("(" ID ")(::)", "nn p"),
    PUSH("\\bmacro_rules!", "nd", MACRO_RULES),
    PUSH(ID "!", "nd", MACRO),
    TAKE("'static\\b", "k"),
    TAKE("'" ID, "nv"),
    WORD(ID, "nb", BUILTINS),
    TAKE(ID, "n"),
    { 0 },
};

static const Rule macro[] = {
    RULES(LITERALS),
    ACT("[\\[{(]", open_delimiter),
    ACT("[\\]})]", close_delimiter),
    TAKE(ID "!", "nd"),
    RULES(ROOT),
    TAKE(".", "-"),
    { 0 },
};

static const Rule macro_rules[] = {
    TAKE("[$]" ID "(?::" ID ")?", "nv"),
    TAKE("[$]", "nv"),
    RULES(MACRO),
    { 0 },
};

static const Rule literals[] = {
    TAKE("\\b(?:true|false)\\b", "kc"),
    TAKE("b?'(?:" ESCAPE "|[^\\\\])'", "sc"),
    PUSH("b?\"", "s", STRING),
    TAKE("b?r(#*)\"(?:.|\n)*?\"\\1", "s"),
    TAKE("[0-9][0-9_]*(?:\\.[0-9][0-9_]*(?:" EXPONENT ")?" FLOAT_TYPE "?|" EXPONENT FLOAT_TYPE "?|" FLOAT_TYPE
         "|\\.(?![._a-zA-Z\\u]))",
         "mf"),
    TAKE("(?:0b[10_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)(?:u(?:8|16|32|64|128|size)?|i(?:8|16|32|64|128|size))?",
         "mi"),
    { 0 },
};

static const Rule string[] = {
    POP("\"", "s"),
    TAKE(ESCAPE, "se"),
    TAKE("[^\"\\\\]+", "s"),
    { 0 },
};

static const Rule *const states[] = {
    [ROOT] = root,
    [BOL] = bol,
    [ATTRIBUTE] = attribute,
    [WHITESPACE] = whitespace,
    [COMMENTS] = comments,
    [PLAIN_COMMENT] = plain_comment,
    [DOC_COMMENT] = doc_comment,
    [MACRO] = macro,
    [MACRO_RULES] = macro_rules,
    [LITERALS] = literals,
    [STRING] = string,
};

const Language language_rust = { .names = " rust rs rust,no_run rs,no_run rust,ignore rs,ignore rust,should_panic "
                                          "rs,should_panic ",
                                 .states = states,
                                 .data_size = sizeof(Delimiters),
                                 .start = start };
