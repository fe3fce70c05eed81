#include "markup/highlight/languages.h"

enum { ROOT, COMMENT, TAG, ATTR };

#define NAME "[a-zA-Z\\u:_][\\w\\u:.\\-]*"

static const Rule root[] = {
    TAKE("[^<&]+", "-"),
    TAKE("&(?:(?!;)\\S)*;", "ni"),
    TAKE("<!\\[CDATA\\[(?:(?!\\]\\]>).)*\\]\\]>", "cp"),
    PUSH("<!--", "c", COMMENT),
    TAKE("<\\?(?:(?!\\?>).)*\\?>", "cp"),
    TAKE("<![^>]*>", "cp"),
    PUSH("<\\s*" NAME, "nt", TAG),
    TAKE("<\\s*/\\s*" NAME "\\s*>", "nt"),
    { 0 },
};

static const Rule comment[] = {
    TAKE("[^\\-]+", "c"),
    POP("-->", "c"),
    TAKE("-", "c"),
    { 0 },
};

static const Rule tag[] = {
    TAKE("\\s+", "-"),
    PUSH(NAME "\\s*=", "na", ATTR),
    POP("/?\\s*>", "nt"),
    { 0 },
};

static const Rule attr[] = {
    TAKE("\\s+", "-"),
    POP("(?:\"[^\"]*\"|'[^']*'|[^\\s>]+)", "s"),
    { 0 },
};

static const Rule *const states[] = { root, comment, tag, attr };

const Language language_xml = { .names = " xml ", .states = states };
