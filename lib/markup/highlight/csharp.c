#include "markup/highlight/languages.h"

#define KEYWORDS                                                                                                       \
    " abstract as base break case catch checked const continue default delegate do else enum event explicit extern "   \
    "false finally fixed for foreach goto if implicit in interface internal is lock new null operator out override "   \
    "params private protected public readonly ref return sealed sizeof stackalloc static switch this throw true try "  \
    "typeof unchecked unsafe virtual void volatile while add alias async await get global partial remove set value "   \
    "where yield nameof ascending by descending equals from group into join let on orderby select "
#define TYPES " bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var "
#define ID "@?[_a-zA-Z]\\w*"
#define PLAIN_ID "[_a-zA-Z]\\w*\\b"

enum { ROOT, WHITESPACE, NEST, SPLICE_STRING, SPLICE_LITERAL, CLASS, NAMESPACE };

static const Rule root[] = {
    RULES(WHITESPACE),
    PUSH("[$]\\s*\"", "s", SPLICE_STRING),
    PUSH("[$]@\\s*\"", "s", SPLICE_LITERAL),
    TAKE("<\\[\\s*(?:" ID ":)?", "k"),
    TAKE("\\]>", "k"),
    TAKE("[~!%^&*()+=|\\[\\]{}:;,.<>/?\\-]", "p"),
    TAKE("@\"(?:\"\"|[^\"])*\"", "s"),
    TAKE("\"(?:\\\\.|.)*?[\"\n]", "s"),
    TAKE("'(?:\\\\.|.)'", "sc"),
    TAKE("(?i)0x[0-9a-f]+[lu]?", "m"),
    TAKE("(?i)[0-9](?:[.][0-9]*)?(?:e[+\\-][0-9]+)?[fldu]?", "m"),
    PUSH("\\b(?:class|struct|interface)\\b", "k", CLASS),
    PUSH("\\b(?:namespace|using)\\b", "k", NAMESPACE),
    TAKE("^#[ \t]*(?:if|endif|else|elif|define|undef|line|error|warning|region|endregion|pragma)\\b.*\n", "cp"),
    WORD(PLAIN_ID, "k", KEYWORDS),
    WORD(PLAIN_ID, "kt", TYPES),
    TAKE(ID "(?=\\s*[(])", "nf"),
    TAKE(ID, "n"),
    { 0 },
};

static const Rule whitespace[] = {
    TAKE("\\s+", "-"),
    TAKE("//.*", "c1"),
    TAKE("/\\*(?~*/)\\*/", "cm"),
    { 0 },
};

static const Rule nest[] = {
    PUSH("\\{", "p", NEST),
    POP("\\}", "p"),
    RULES(ROOT),
    { 0 },
};

static const Rule splice_string[] = {
    TAKE("\\\\.", "s"), PUSH("\\{", "p", NEST), POP("[\"\n]", "s"), TAKE(".", "s"), { 0 },
};

static const Rule splice_literal[] = {
    TAKE("\"\"", "s"), PUSH("\\{", "p", NEST), POP("\"", "s"), TAKE(".", "s"), { 0 },
};

static const Rule class_name[] = {
    RULES(WHITESPACE),
    POP(ID, "nc"),
    { 0 },
};

static const Rule namespace_name[] = {
    RULES(WHITESPACE),
    POP("(?=[(])", NULL),
    POP("(?:" ID "|[.])+", "nn"),
    { 0 },
};

static const Rule *const states[] = {
    root, whitespace, nest, splice_string, splice_literal, class_name, namespace_name,
};

const Language language_csharp = { .names = " csharp c# cs ", .states = states };
