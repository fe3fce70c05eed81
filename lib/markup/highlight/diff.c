#include "markup/highlight/languages.h"

static const Rule root[] = {
    TAKE("^ .*\n?", "-"),
    TAKE("^---$\n?", "p"),
    TAKE("^[+>].*\n?", "gi"),
    TAKE("^[\\-<].*\n?", "gd"),
    TAKE("^!.*\n?", "gs"),
    TAKE("^(?:[Ii]ndex|diff).*\n?", "gh"),
    TAKE("^(@@[^@]*@@)([^\n]*\n)", "p -"),
    TAKE("^\\w.*\n?", "p"),
    TAKE("^=.*\n?", "gh"),
    TAKE("\\s.*\n?", "-"),
    { 0 },
};

static const Rule *const states[] = { root };

const Language language_diff = { .names = " diff patch udiff ", .states = states };
