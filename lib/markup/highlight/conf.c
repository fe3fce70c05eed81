#include "markup/highlight/languages.h"

static const Rule root[] = {
    TAKE("#.*\n", "c"),
    TAKE("\"[^\"\n]*\"", "s2"),
    TAKE("'[^'\n]*'", "s1"),
    TAKE("[a-zA-Z]\\w*", "n"),
    TAKE("\\d+", "m"),
    TAKE("[^\\w#\"']+", "-"),
    { 0 },
};

static const Rule *const states[] = { root };

const Language language_conf = { .names = " conf config configuration ", .states = states };

enum { PROPERTIES, BASIC, VALUE, QUOTED, ESCAPE };

static const Rule properties[] = {
    RULES(BASIC),
    PUSH("([\\w.\\-]+)(\\s*)([=:])", "py - p", VALUE),
    { 0 },
};

static const Rule basic[] = {
    TAKE("[!#].*\n", "c"),
    TAKE("\\s+", "-"),
    TAKE("\\\\\n", "se"),
    { 0 },
};

static const Rule value[] = {
    POP("\n", "-"),          RULES(BASIC), PUSH("\"", "s", QUOTED), TAKE("'[^'\n]*'", "s"), RULES(ESCAPE),
    TAKE("[^\\\\\n]+", "s"), { 0 },
};

static const Rule quoted[] = {
    POP("\"", "s"),
    RULES(ESCAPE),
    TAKE("[^\\\\\"]+", "s"),
    { 0 },
};

static const Rule escape[] = {
    TAKE("\\\\u[0-9]{4}", "se"),
    TAKE("\\\\(?:.|\n)", "se"),
    { 0 },
};

static const Rule *const properties_states[] = { properties, basic, value, quoted, escape };

const Language language_properties = { .names = " properties ", .states = properties_states };
