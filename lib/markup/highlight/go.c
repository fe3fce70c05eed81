#include "markup/highlight/languages.h"

#define KEYWORDS                                                                                                       \
    " break default func interface select case defer go map struct chan else goto package switch const fallthrough "   \
    "if range type continue for import return var "
#define TYPES                                                                                                          \
    " bool byte complex64 complex128 error float32 float64 int8 int16 int32 int64 int rune string uint8 uint16 "       \
    "uint32 uint64 uintptr uint "
#define FUNCTIONS " append cap close complex copy delete imag len make new panic print println real recover "
#define CONSTANTS " true false iota nil "
#define ID "[a-zA-Z\\u_][\\w\\u]*"
#define ESCAPE "\\\\(?:[abfnrtv\\\\'\"]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2})"

enum { ROOT, INTERPRETEDSTRING, RAWSTRING };

static const Rule root[] = {
    TAKE("//.*", "c"),
    TAKE("/\\*(?~*/)\\*/", "c"),
    WORD("\\w+\\b", "k", KEYWORDS),
    WORD("\\w+\\b", "kt", TYPES),
    WORD("\\w+\\b", "nb", FUNCTIONS),
    WORD("\\w+\\b", "no", CONSTANTS),
    TAKE("[0-9]+i", "m"),
    TAKE("(?:[0-9]+\\.[0-9]*(?:[eE][+\\-]?[0-9]+)?|[0-9]+[eE][+\\-]?[0-9]+|\\.[0-9]+(?:[eE][+\\-]?[0-9]+)?)i?", "m"),
    TAKE("(?:0[xX][0-9A-Fa-f]+|[0-9]+)", "m"),
    TAKE("'(?:" ESCAPE "|\\\\[0-7]{3}|.)'", "sc"),
    TAKE("(?:\\.\\.\\.|[+\\-&|^*/%=<>!:.])", "o"),
    TAKE("[()\\[\\]{},;]", "p"),
    TAKE(ID, "n"),
    TAKE("\\s+", "-"),
    PUSH("`", "s", RAWSTRING),
    PUSH("\"", "s", INTERPRETEDSTRING),
    { 0 },
};

static const Rule interpreted_string[] = {
    TAKE(ESCAPE, "se"), TAKE("\\\\.", "err"), POP("\"", "s"), TAKE("[^\"\\\\]+", "s"), { 0 },
};

static const Rule raw_string[] = {
    POP("`", "s"),
    TAKE("[^`]+", "s"),
    { 0 },
};

static const Rule *const states[] = { root, interpreted_string, raw_string };

const Language language_go = { .names = " go golang ", .states = states };
