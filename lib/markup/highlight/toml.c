#include "markup/highlight/languages.h"

enum { ROOT, BASIC, VALUE, CONTENT, DQ, MDQ, SQ, MSQ, ESCAPE, ARRAY, INLINE };

#define BARE "(\\S+&)"
#define DOUBLE "(\"[^\"]+\")"
#define SINGLE "('[^']+')"
#define DIGITS "\\d+(?:_\\d+)*"

static const Rule root[] = {
    RULES(BASIC),
    PUSH(BARE "(\\s*)(=)", "py - p", VALUE),
    PUSH(DOUBLE "(\\s*)(=)", "py - p", VALUE),
    PUSH(SINGLE "(\\s*)(=)", "py - p", VALUE),
    { 0 },
};

static const Rule basic[] = {
    TAKE("\\s+", "-"),
    TAKE("#.*", "c"),
    TAKE("(?:true|false)", "kc"),
    PUSH(BARE "(\\s*)(=)(\\s*)(\\{)", "nn - o - p", INLINE),
    PUSH(DOUBLE "(\\s*)(=)(\\s*)(\\{)", "nn - o - p", INLINE),
    PUSH(SINGLE "(\\s*)(=)(\\s*)(\\{)", "nn - o - p", INLINE),
    TAKE("\\[\\S+&\\]", "nn"),
    TAKE("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z", "ld"),
    TAKE("[+\\-]?" DIGITS "\\." DIGITS "(?:[eE][+\\-]?" DIGITS ")?", "mf"),
    TAKE("[+\\-]?" DIGITS "[eE][+\\-]?" DIGITS, "mf"),
    TAKE("[+\\-]?(?:nan|inf)", "mf"),
    TAKE("0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*", "mh"),
    TAKE("0o[0-7]+(?:_[0-7]+)*", "mo"),
    TAKE("0b[01]+(?:_[01]+)*", "mb"),
    TAKE("[+\\-]?" DIGITS, "mi"),
    { 0 },
};

static const Rule value[] = {
    POP("\n", "-"),
    RULES(CONTENT),
    { 0 },
};

static const Rule content[] = {
    RULES(BASIC),
    TAKE(BARE "(\\s*)(=)", "py - p"),
    TAKE(DOUBLE "(\\s*)(=)", "py - p"),
    TAKE(SINGLE "(\\s*)(=)", "py - p"),
    PUSH("\"\"\"", "s", MDQ),
    PUSH("\"", "s", DQ),
    PUSH("'''", "s", MSQ),
    PUSH("'", "s", SQ),
    RULES(ESCAPE),
    TAKE(",", "p"),
    PUSH("\\[", "p", ARRAY),
    { 0 },
};

static const Rule dq[] = {
    POP("\"", "s"), POP("\n", "err"), RULES(ESCAPE), TAKE("[^\\\\\"\n]+", "s"), { 0 },
};

static const Rule mdq[] = {
    POP("\"\"\"", "s"), RULES(ESCAPE), TAKE("[^\\\\\"]+", "s"), TAKE("\"+", "s"), { 0 },
};

static const Rule sq[] = {
    POP("'", "s"),
    POP("\n", "err"),
    TAKE("[^'\n]+", "s"),
    { 0 },
};

static const Rule msq[] = {
    POP("'''", "s"),
    TAKE("[^']+", "s"),
    TAKE("'+", "s"),
    { 0 },
};

static const Rule escape[] = {
    TAKE("\\\\[0t\tn\n \"\\\\r]", "se"),
    { 0 },
};

static const Rule array[] = {
    RULES(CONTENT),
    POP("\\]", "p"),
    { 0 },
};

static const Rule inline_table[] = {
    RULES(CONTENT),
    POP("\\}", "p"),
    { 0 },
};

static const Rule *const states[] = { root, basic, value, content, dq, mdq, sq, msq, escape, array, inline_table };

const Language language_toml = { .names = " toml ", .states = states };
