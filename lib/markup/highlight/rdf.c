#include "markup/highlight/languages.h"

static const Rule turtle[] = {
    TAKE("@(?:base|prefix)\\b", "kd"),
    TAKE("(?:true|false)\\b", "kc"),
    TAKE("\"\"\"(?~\"\"\")\"\"\"", "s"),
    TAKE("\"(?:[^\"\\\\]|\\\\.)*\"", "s"),
    TAKE("'''(?~''')'''", "s"),
    TAKE("'(?:[^'\\\\]|\\\\.)*'", "s"),
    TAKE("#.*", "c1"),
    TAKE("@[^\\s,.;]+", "na"),
    TAKE("[+\\-]?[0-9]+\\.[0-9]*E[+\\-]?[0-9]+", "mf"),
    TAKE("[+\\-]?\\.[0-9]+E[+\\-]?[0-9]+", "mf"),
    TAKE("[+\\-]?[0-9]+E[+\\-]?[0-9]+", "mf"),
    TAKE("[+\\-]?[0-9]*\\.[0-9]", "mf"),
    TAKE("[+\\-]?[0-9]+", "mi"),
    TAKE("(?:[.,;(){}\\[\\]]|\\^\\^)", "p"),
    TAKE("<[^>]*>", "nl"),
    TAKE("(?i)(?:base|prefix)\\b", "kd"),
    TAKE("GRAPH\\b", "k"),
    TAKE("a\\b", "k"),
    TAKE("\\s+", "w"),
    TAKE("[^:;<>#@\"().\\[\\]{} ]*:", "nn"),
    TAKE("[^:;<>#@\"().\\[\\]{} ]+", "n"),
    { 0 },
};

static const Rule *const turtle_states[] = { turtle };

const Language language_turtle = { .names = " turtle ", .states = turtle_states };

#define BUILTINS                                                                                                       \
    " abs avg bnode bound ceil coalesce concat contains count datatype day encode_for_uri floor group_concat hours "   \
    "if iri lang langmatches lcase max md5 min minutes month now rand regex replace round sameterm sample seconds "    \
    "separator sha1 sha256 sha384 sha512 str strafter strbefore strdt strends strlang strlen strstarts struuid "       \
    "substr sum timezone tz ucase uri uuid year "
#define KEYWORDS                                                                                                       \
    " add all as asc ask base bind bindings by clear construct copy create data default delete desc describe "         \
    "distinct drop exists filter from graph group having in insert limit load minus move named not offset optional "   \
    "order prefix select reduced service silent to undef union using values where with "
#define WORD_CHAR "[\\w\\u]"

enum { ROOT, DQ, MDQ, DQ_TEXT, SQ, MSQ, SQ_TEXT, ESCAPES, STRING_END };

static const Rule root[] = {
    TAKE("\\s+", "w"),
    TAKE("#.*", "c1"),
    PUSH("\"\"\"", "s2", MDQ),
    PUSH("\"", "s2", DQ),
    PUSH("'''", "s1", MSQ),
    PUSH("'", "s1", SQ),
    TAKE("[$?]" WORD_CHAR "+", "nv"),
    TAKE("([\\w\\u\\-]*)(:)([\\w\\u\\-]+)?", "nn o ss"),
    TAKE("<[^>]*>", "nn"),
    TAKE("(?i)(?:true|false)", "kc"),
    TAKE("a\\b", "k"),
    WORD("(?i)[a-z]" WORD_CHAR "+\\b", "nb", BUILTINS),
    WORD("(?i)[a-z]" WORD_CHAR "+\\b", "k", KEYWORDS),
    TAKE("(?i)[a-z]" WORD_CHAR "+\\b", "err"),
    TAKE("[+\\-]?(?:\\d+\\.\\d*|\\.\\d+)(?:[eE][+\\-]?[0-9]+)?", "mf"),
    TAKE("[+\\-]?\\d+", "mi"),
    TAKE("[\\]\\[(){}.,;=]", "p"),
    TAKE("(?:[/?*+=!<>]|&&|\\|\\||\\^\\^)", "o"),
    { 0 },
};

static const Rule dq[] = {
    GOTO("\"", "s2", STRING_END),
    RULES(DQ_TEXT),
    { 0 },
};

static const Rule mdq[] = {
    GOTO("\"\"\"", "s2", STRING_END),
    TAKE("\"", "s2"),
    RULES(DQ_TEXT),
    { 0 },
};

static const Rule dq_text[] = {
    RULES(ESCAPES),
    TAKE("\\\\", "s2"),
    TAKE("[^\"\\\\]+", "s2"),
    { 0 },
};

static const Rule sq[] = {
    GOTO("'", "s1", STRING_END),
    RULES(SQ_TEXT),
    { 0 },
};

static const Rule msq[] = {
    GOTO("'''", "s1", STRING_END),
    TAKE("'", "s1"),
    RULES(SQ_TEXT),
    { 0 },
};

static const Rule sq_text[] = {
    RULES(ESCAPES),
    TAKE("\\\\", "s1"),
    TAKE("[^'\\\\]+", "s1"),
    { 0 },
};

static const Rule escapes[] = {
    TAKE("\\\\(?:[tbnrf\"'\\\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})", "se"),
    { 0 },
};

/* Here rouge writes the sign of a language twice, which is not done again. */
static const Rule string_end[] = {
    TAKE("(@)([a-zA-Z]+(?:-[a-zA-Z0-9]+)*)", "o py"),
    TAKE("\\^\\^", "o"),
    POP("", NULL),
    { 0 },
};

static const Rule *const states[] = { root, dq, mdq, dq_text, sq, msq, sq_text, escapes, string_end };

const Language language_sparql = { .names = " sparql ", .states = states };
