#include "markup/highlight/languages.h"

#define KEYWORDS                                                                                                       \
    " assert break case catch continue default do else finally for if goto instanceof new return switch this throw "   \
    "try while "
#define DECLARATIONS                                                                                                   \
    " abstract const enum extends final implements native private protected public static strictfp super "             \
    "synchronized throws transient volatile "
#define TYPES " boolean byte char double float int long short var void "
#define ID "[a-zA-Z\\u_][\\w\\u]*"

enum { ROOT, CLASSNAME, IMPORT };

/* Words that each end in white space, then a name and a parenthesis: the words as few as will do. */
static bool read_method(Lexer *lexer, const Match *match)
{
    Match name;
    size_t at = match->groups[0].end;
    size_t *work = &lexer->out->work;

    while (!pattern_match(&name, "([a-zA-Z_]\\w*)(\\s*)(\\()", lexer->text, at, work)) {
        if (!pattern_match(&name, "[a-zA-Z_][\\w.\\[\\]<>]*\\s+", lexer->text, at, work))
            return false;
        at = name.groups[0].end;
    }
    lexer_read_as(lexer, lexer->language, str_slice(lexer->text, match->groups[0].start, at));
    lexer_groups(lexer, "nf - o", &name);
    lexer->at = name.groups[0].end;
    return true;
}

static const Rule root[] = {
    TAKE("[ \t\r\f\v]+", "-"),
    TAKE("//.*", "c1"),
    TAKE("/\\*(?~*/)\\*/", "cm"),
    WORD("[a-z]+\\b", "k", KEYWORDS),
    ACT("\\s*[a-zA-Z_][\\w.\\[\\]<>]*\\s+", read_method),
    TAKE("@" ID, "nd"),
    WORD("[a-z]+\\b", "kd", DECLARATIONS),
    WORD("[a-z]+\\b", "kt", TYPES),
    TAKE("(?:true|false|null)\\b", "kc"),
    PUSH("(?:class|interface)\\b", "kd", CLASSNAME),
    PUSH("(?:import|package)\\b", "kn", IMPORT),
    TAKE("\"(?:\\\\\\\\|\\\\\"|[^\"])*\"", "s"),
    TAKE("'(?:\\\\u[0-9a-f]{4}|\\\\.|[^\\\\])'", "sc"),
    TAKE("(\\.)(" ID ")", "o na"),
    TAKE(ID ":", "nl"),
    TAKE("[A-Z][A-Z0-9_]*\\b", "no"),
    TAKE("[A-Z][a-zA-Z0-9\\u]*\\b", "nc"),
    TAKE("[$]?" ID, "n"),
    TAKE("[~^*!%&\\[\\](){}<>|+=:;,./?\\-]", "o"),
    TAKE("[0-9](?:_*[0-9])*\\.[0-9](?:_*[0-9])*(?:[eE][0-9](?:_*[0-9])*)?[fd]?", "mf"),
    TAKE("(?i)0b[01](?:_*[01])*", "mb"),
    TAKE("(?i)0x[0-9a-f](?:_*[0-9a-f])*", "mh"),
    TAKE("0[0-7](?:_*[0-7])*", "mo"),
    TAKE("[0-9](?:_*[0-9])*L?", "mi"),
    TAKE("\n", "-"),
    { 0 },
};

static const Rule class_name[] = {
    TAKE("\\s+", "-"),
    POP(ID, "nc"),
    { 0 },
};

static const Rule import[] = {
    TAKE("\\s+", "-"),
    POP("(?i)[a-z0-9_.]+\\*?", "nn"),
    { 0 },
};

static const Rule *const states[] = { root, class_name, import };

const Language language_java = { .names = " java ", .states = states };
