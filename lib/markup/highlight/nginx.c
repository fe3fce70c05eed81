#include "markup/highlight/languages.h"

enum { ROOT, BLOCK, STATEMENT, BASE };

#define ID "[^\\s$;{}()#]+"

static const Rule root[] = {
    TAKE("(include)(\\s+)([^\\s;]+)", "k - n"),
    PUSH(ID, "k", STATEMENT),
    RULES(BASE),
    { 0 },
};

static const Rule block[] = {
    POP("\\}", "p"),
    PUSH(ID, "kn", STATEMENT),
    RULES(BASE),
    { 0 },
};

static const Rule statement[] = {
    GOTO("\\{", "p", BLOCK),
    POP(";", "p"),
    RULES(BASE),
    { 0 },
};

static const Rule base[] = {
    TAKE("\\s+", "-"),
    TAKE("#.*", "c1"),
    TAKE("(?:on|off)\\b", "no"),
    TAKE("[$][\\w\\-]+", "nv"),
    TAKE("([a-zA-Z0-9.\\-]+)(:)([0-9]+)", "nf p mi"),
    TAKE("[a-zA-Z\\-]+/[a-zA-Z\\-]+", "nc"),
    TAKE("[0-9]+[kmgKMG]?\\b", "mi"),
    TAKE("(~)(\\s*)([^\\s{]+)", "p - sr"),
    TAKE("[:=~]", "p"),
    TAKE("/(?:" ID ")?", "n"),
    TAKE("[^#\\s;{}$\\\\]+", "s"),
    TAKE("[$;]", "-"),
    { 0 },
};

static const Rule *const states[] = { root, block, statement, base };

const Language language_nginx = { .names = " nginx ", .states = states };
