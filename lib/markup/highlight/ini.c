#include "markup/highlight/languages.h"

enum { ROOT, BASIC, VALUE, DQ, ESC_STR };

static const Rule root[] = {
    RULES(BASIC),
    PUSH("([\\w\\-.]+)(\\s*)(=)", "py - p", VALUE),
    TAKE("\\[[^\\]\n]*\\]", "nn"),
    { 0 },
};

static const Rule basic[] = {
    TAKE("[;#].*\n", "c"),
    TAKE("\\s+", "-"),
    TAKE("\\\\\n", "se"),
    { 0 },
};

static const Rule value[] = {
    POP("\n", "-"),          RULES(BASIC), PUSH("\"", "s", DQ), TAKE("'[^'\n]*'", "s"), RULES(ESC_STR),
    TAKE("[^\\\\\n]+", "s"), { 0 },
};

static const Rule dq[] = {
    POP("\"", "s"),
    RULES(ESC_STR),
    TAKE("[^\\\\\"]+", "s"),
    { 0 },
};

static const Rule esc_str[] = {
    TAKE("\\\\(?:.|\n)", "se"),
    { 0 },
};

static const Rule *const states[] = { root, basic, value, dq, esc_str };

const Language language_ini = { .names = " ini ", .states = states };
