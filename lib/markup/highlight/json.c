#include "markup/highlight/languages.h"

enum { ROOT, OBJECT, ARRAY, VALUE, STRING, NAME };

static const Rule root[] = {
    TAKE("\\s+", "w"),
    PUSH("\\{", "p", OBJECT),
    PUSH("\\[", "p", ARRAY),
    RULES(NAME),
    RULES(VALUE),
    TAKE("[\\]}]", "p"),
    { 0 },
};

static const Rule object[] = {
    TAKE("\\s+", "w"), RULES(NAME), RULES(VALUE), POP("\\}", "p"), TAKE(",", "p"), { 0 },
};

static const Rule array[] = {
    RULES(VALUE),
    POP("\\]", "p"),
    TAKE(",", "p"),
    { 0 },
};

static const Rule name[] = {
    TAKE("(\"(?:\\\\.|[^\"\\\\\n])*\")(\\s*)(:)", "nl w p"),
    { 0 },
};

static const Rule value[] = {
    TAKE("\\s+", "w"),
    TAKE("(?:true|false|null)", "kc"),
    TAKE("(?i)-?(?:0|[1-9]\\d*)\\.\\d+(?:e[+-]?\\d+)?", "mf"),
    TAKE("(?i)-?(?:0|[1-9]\\d*)(?:e[+-]?\\d+)?", "mi"),
    PUSH("\"", "s2", STRING),
    PUSH("\\[", "p", ARRAY),
    PUSH("\\{", "p", OBJECT),
    { 0 },
};

static const Rule string[] = {
    TAKE("[^\\\\\"]+", "s2"),
    TAKE("\\\\.", "se"),
    POP("\"", "s2"),
    { 0 },
};

static const Rule *const states[] = { root, object, array, value, string, name };

const Language language_json = { .names = " json ", .states = states };

static const Rule doc_name[] = {
    TAKE("([$\\w]+)(\\s*)(:)", "na - p"),
    TAKE("(\"(?:\\\\.|[^\"\\\\\n])*\")(\\s*)(:)", "nl w p"),
    { 0 },
};

enum { DOC_VALUE = NAME + 1 };

static const Rule doc_value[] = {
    TAKE("/\\*(?:(?!\\*/).)*\\*/", "c"), TAKE("//.*", "c1"), TAKE("\\.\\.\\.", "c1"), RULES(DOC_VALUE), { 0 },
};

static const Rule *const doc_states[] = { root, object, array, doc_value, string, doc_name, value };

/* JSON with the comments and bare names of documentation. */
const Language language_json_doc = { .names = " json-doc jsonc ", .states = doc_states };
