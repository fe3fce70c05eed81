#include "markup/highlight/languages.h"

enum { ROOT, TEXT, COMMENT, TAG_END, TAG_END_END, TAG_START, TAG, ATTR, DQ, SQ, SCRIPT, STYLE };

#define NAME "[a-zA-Z\\u:_\\-][\\w\\u:.\\-]*"

typedef struct Embedded {
    Lexer *script, *style;
} Embedded;

static void start(Lexer *lexer)
{
    Embedded *embedded = lexer->data;

    embedded->script = lexer_new(&language_javascript, lexer->out);
    embedded->style = lexer_new(&language_css, lexer->out);
}

static bool start_script(Lexer *lexer, const Match *match)
{
    Embedded *embedded = lexer->data;

    lexer_token(lexer, "nt", match_group(match, 0));
    lexer_reset(embedded->script);
    lexer_push(lexer, SCRIPT);
    lexer_push(lexer, TAG);
    return true;
}

static bool start_style(Lexer *lexer, const Match *match)
{
    Embedded *embedded = lexer->data;

    lexer_token(lexer, "nt", match_group(match, 0));
    lexer_reset(embedded->style);
    lexer_push(lexer, STYLE);
    lexer_push(lexer, TAG);
    return true;
}

static bool read_script(Lexer *lexer, const Match *match)
{
    Embedded *embedded = lexer->data;

    lexer_read(embedded->script, match_group(match, 0));
    return true;
}

static bool read_style(Lexer *lexer, const Match *match)
{
    Embedded *embedded = lexer->data;

    lexer_read(embedded->style, match_group(match, 0));
    return true;
}

static const Rule text[] = {
    TAKE("[^<&]+", "-"),
    TAKE("&(?:(?!;)\\S)*;", "ni"),
    { 0 },
};

static const Rule root[] = {
    RULES(TEXT),
    TAKE("(?i)<!doctype (?~>)>", "cp"),
    TAKE("<!\\[CDATA\\[(?~]]>)\\]\\]>", "cp"),
    PUSH("<!--", "c", COMMENT),
    TAKE("<\\?(?~?>)\\?>", "cp"),
    ACT("<\\s*script\\s*", start_script),
    ACT("<\\s*style\\s*", start_style),
    PUSH("</", "nt", TAG_END),
    PUSH("<", "nt", TAG_START),
    { 0 },
};

static const Rule tag_end[] = {
    RULES(TAG_END_END),
    GOTO(NAME, "nt", TAG_END_END),
    { 0 },
};

static const Rule tag_end_end[] = {
    TAKE("\\s+", "-"),
    POP(">", "nt"),
    { 0 },
};

static const Rule tag_start[] = {
    TAKE("\\s+", "-"),
    GOTO(NAME, "nt", TAG),
    GOTO("", NULL, TAG),
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
    PUSH("[a-zA-Z\\u:_\\[\\]()*.\\-][\\w\\u:.\\[\\]()*\\-]*\\s*=\\s*", "na", ATTR),
    TAKE("[a-zA-Z\\u:_*#\\-][\\w\\u:.*#\\-]*", "na"),
    POP("/?\\s*>", "nt"),
    { 0 },
};

static const Rule attr[] = {
    GOTO("\"", "s", DQ),
    GOTO("'", "s", SQ),
    POP("[^\\s>]+", "s"),
    { 0 },
};

static const Rule dq[] = {
    POP("\"", "s"),
    TAKE("[^\"]+", "s"),
    { 0 },
};

static const Rule sq[] = {
    POP("'", "s"),
    TAKE("[^']+", "s"),
    { 0 },
};

static const Rule script[] = {
    ACT("[^<]+", read_script),
    POP("<\\s*/\\s*script\\s*>", "nt"),
    ACT("<", read_script),
    { 0 },
};

static const Rule style[] = {
    ACT("[^<]+", read_style),
    POP("<\\s*/\\s*style\\s*>", "nt"),
    ACT("<", read_style),
    { 0 },
};

static const Rule *const states[] = {
    [COMMENT] = comment,     [ROOT] = root,   [TEXT] = text, [TAG_END] = tag_end, [TAG_END_END] = tag_end_end,
    [TAG_START] = tag_start, [TAG] = tag,     [ATTR] = attr, [DQ] = dq,           [SQ] = sq,
    [SCRIPT] = script,       [STYLE] = style,
};

const Language language_html = { .names = " html ", .states = states, .data_size = sizeof(Embedded), .start = start };

enum { XML_TAG = COMMENT + 1, XML_ATTR };

#define XML_NAME "[a-zA-Z\\u:_][\\w\\u:.\\-]*"

static const Rule xml_root[] = {
    RULES(TEXT),
    TAKE("<!\\[CDATA\\[(?:(?!\\]\\]>).)*\\]\\]>", "cp"),
    PUSH("<!--", "c", COMMENT),
    TAKE("<\\?(?:(?!\\?>).)*\\?>", "cp"),
    TAKE("<![^>]*>", "cp"),
    PUSH("<\\s*" XML_NAME, "nt", XML_TAG),
    TAKE("<\\s*/\\s*" XML_NAME "\\s*>", "nt"),
    { 0 },
};

static const Rule xml_tag[] = {
    TAKE("\\s+", "-"),
    PUSH(XML_NAME "\\s*=", "na", XML_ATTR),
    POP("/?\\s*>", "nt"),
    { 0 },
};

static const Rule xml_attr[] = {
    TAKE("\\s+", "-"),
    POP("(?:\"[^\"]*\"|'[^']*'|[^\\s>]+)", "s"),
    { 0 },
};

static const Rule *const xml_states[] = {
    [ROOT] = xml_root, [TEXT] = text, [COMMENT] = comment, [XML_TAG] = xml_tag, [XML_ATTR] = xml_attr,
};

const Language language_xml = { .names = " xml ", .states = xml_states };
