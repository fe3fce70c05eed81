#include "markup/highlight/languages.h"

enum {
    ROOT,
    BASIC,
    INDENTATION,
    BLOCK_LINE,
    DESCRIPTORS,
    BLOCK_NODES,
    FLOW_NODES,
    FLOW_COLLECTION,
    FLOW_SEQUENCE,
    FLOW_MAPPING,
    BLOCK_SCALAR_CONTENT,
    BLOCK_SCALAR_HEADER,
    IGNORED_LINE,
    QUOTED_WHITESPACE,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    PLAIN_BLOCK_NEW_LINE,
    PLAIN_BLOCK,
    PLAIN_FLOW,
    YAML_DIRECTIVE,
    TAG_DIRECTIVE,
};

#define TAGCHARS "[\\w;/?:@&=+$,.!~*'()\\[\\]%\\-]"
#define PLAINSTART "[^ \t\n\r\f\v?:,\\[\\]{}#&*!|>'\"%@`]"

/* The columns of the blocks that are open: a line that stands further left ends them. */
typedef struct Indents {
    size_t *columns;
    size_t len, cap;
    size_t next;     /* where the content of this line stands */
    bool has_scalar; /* the column of a block scalar is known */
    size_t scalar;
} Indents;

static void push_column(Lexer *lexer, size_t column)
{
    Indents *indents = lexer->data;

    if (indents->len == indents->cap) {
        size_t cap = indents->cap == 0 ? 16 : indents->cap * 2;
        indents->columns =
            arena_grow(lexer->out->arena, indents->columns, indents->cap * sizeof(size_t), cap * sizeof(size_t));
        indents->cap = cap;
    }
    indents->columns[indents->len++] = column;
}

static void reset_indent(Lexer *lexer)
{
    Indents *indents = lexer->data;

    indents->len = 0;
    push_column(lexer, 0);
    indents->next = 0;
    indents->has_scalar = false;
}

static size_t current(const Indents *indents)
{
    return indents->columns[indents->len - 1];
}

/* Gives the part of the white space that belongs to an open block; the rest is an error. */
static size_t save_indent(Indents *indents, size_t width)
{
    indents->next = width;
    if (width >= current(indents))
        return width;
    while (width < current(indents))
        indents->len--;
    return current(indents);
}

static void set_indent(Lexer *lexer)
{
    Indents *indents = lexer->data;

    if (current(indents) < indents->next)
        push_column(lexer, indents->next);
}

static bool start_directive(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "nt", match_group(match, 0));
    reset_indent(lexer);
    lexer_push(lexer, str_eq(match_group(match, 1), STR("YAML")) ? YAML_DIRECTIVE : TAG_DIRECTIVE);
    return true;
}

static bool start_document(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "nn", match_group(match, 0));
    reset_indent(lexer);
    lexer_push(lexer, BLOCK_LINE);
    return true;
}

static bool start_line(Lexer *lexer, const Match *match)
{
    Str space = match_group(match, 0);
    size_t held = save_indent(lexer->data, space.len);

    lexer_token(lexer, "-", str_slice(space, 0, held));
    lexer_token(lexer, "err", str_from_offset(space, held));
    lexer_push(lexer, BLOCK_LINE);
    lexer_push(lexer, INDENTATION);
    return true;
}

static bool end_empty_line(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "-", match_group(match, 0));
    lexer_pop(lexer);
    lexer_pop(lexer);
    return true;
}

static bool continue_indent(Lexer *lexer, const Match *match)
{
    Indents *indents = lexer->data;
    Str space = match_group(match, 0);

    lexer_token(lexer, "-", space);
    indents->next += space.len;
    return true;
}

static bool end_indent(Lexer *lexer, const Match *match)
{
    continue_indent(lexer, match);
    lexer_pop(lexer);
    return true;
}

static bool meet_indicator(Lexer *lexer, const Match *match)
{
    Indents *indents = lexer->data;

    set_indent(lexer);
    indents->next++;
    lexer_token(lexer, "pi", match_group(match, 0));
    return true;
}

static bool meet_key(Lexer *lexer, const Match *match)
{
    lexer_groups(lexer, "na pi", match);
    set_indent(lexer);
    return true;
}

static bool start_block_scalar(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "pi", match_group(match, 0));
    lexer_push(lexer, BLOCK_SCALAR_CONTENT);
    lexer_push(lexer, BLOCK_SCALAR_HEADER);
    return true;
}

static bool read_scalar_header(Lexer *lexer, const Match *match)
{
    Indents *indents = lexer->data;
    Str header = match_group(match, 0);

    indents->has_scalar = false;
    lexer_goto(lexer, IGNORED_LINE);
    if (header.len == 0)
        return true;
    indents->has_scalar = true;
    indents->scalar = current(indents);
    for (size_t i = 0; i < header.len; i++) {
        if (char_is_digit(str_at(header, i)))
            indents->scalar += (size_t)(str_at(header, i) - '0');
    }
    lexer_token(lexer, "pi", header);
    return true;
}

static bool read_scalar_blank(Lexer *lexer, const Match *match)
{
    const Indents *indents = lexer->data;
    Str space = match_group(match, 0);
    size_t mark = indents->has_scalar ? indents->scalar : space.len;

    lexer_token(lexer, "-", str_slice(space, 0, mark));
    lexer_token(lexer, "no", str_from_offset(space, mark));
    return true;
}

static bool read_scalar_indent(Lexer *lexer, const Match *match)
{
    Indents *indents = lexer->data;
    Str space = match_group(match, 0);
    size_t least = indents->has_scalar ? indents->scalar : current(indents);

    lexer_token(lexer, "-", space);
    if (!indents->has_scalar) {
        indents->has_scalar = true;
        indents->scalar = space.len;
    }
    if (space.len < least) {
        save_indent(indents, space.len);
        lexer_goto(lexer, INDENTATION);
    }
    return true;
}

static bool end_plain_scalar(Lexer *lexer, const Match *match)
{
    (void)match;
    for (int i = 0; i < 3; i++)
        lexer_pop(lexer);
    return true;
}

static bool continue_plain_scalar(Lexer *lexer, const Match *match)
{
    Indents *indents = lexer->data;
    Str space = match_group(match, 0);

    lexer_token(lexer, "-", space);
    lexer_pop(lexer);
    if (space.len <= current(indents)) {
        save_indent(indents, space.len);
        lexer_goto(lexer, INDENTATION);
    }
    return true;
}

static const Rule root[] = {
    RULES(BASIC),
    TAKE("\n+", "-"),
    TAKE("[ ]+(?=#|$)", "-"),
    ACT("^%(YAML|TAG)\\b", start_directive),
    ACT("^(?:---|\\.\\.\\.)(?= |$)", start_document),
    ACT("[ ]*(?!\\s|$)", start_line),
    { 0 },
};

static const Rule basic[] = {
    TAKE("#.*", "c1"),
    { 0 },
};

static const Rule indentation[] = {
    ACT("[ \t\r\f\v]*\n", end_empty_line),
    ACT("[ ]+(?=[\\-:?](?:[ ]|$))", continue_indent),
    ACT("[?:\\-](?=[ ]|$)", meet_indicator),
    ACT("[ ]*", end_indent),
    { 0 },
};

static const Rule block_line[] = {
    POP("[ ]*(?=#|$)", "-"),
    TAKE("[ ]+", "-"),
    RULES(DESCRIPTORS),
    RULES(BLOCK_NODES),
    RULES(FLOW_NODES),
    PUSH("(?=" PLAINSTART "|[?:\\-][^ \t\n\r\f\v])", NULL, PLAIN_BLOCK),
    { 0 },
};

static const Rule descriptors[] = {
    TAKE("!<[0-9A-Za-z;/?:@&=+$,_.!~*'()\\[\\]%\\-]+>", "kt"),
    TAKE("(?:![\\w\\-]+(?=!))?!" TAGCHARS "*", "kt"),
    TAKE("&[\\w\\u\\-]+", "nl"),
    TAKE("\\*[\\w\\u\\-]+", "nv"),
    { 0 },
};

static const Rule block_nodes[] = {
    ACT("([^#,:?\\[\\]{}\"'\n]+)(:)(?=\\s|$)", meet_key),
    ACT("[|>][+\\-]?", start_block_scalar),
    { 0 },
};

static const Rule flow_nodes[] = {
    PUSH("\\[", "pi", FLOW_SEQUENCE),
    PUSH("\\{", "pi", FLOW_MAPPING),
    PUSH("'", "s1", SINGLE_QUOTED),
    PUSH("\"", "s2", DOUBLE_QUOTED),
    { 0 },
};

static const Rule flow_collection[] = {
    TAKE("\\s+", "-"),
    RULES(BASIC),
    TAKE("[?:,]", "pi"),
    RULES(DESCRIPTORS),
    RULES(FLOW_NODES),
    PUSH("(?=" PLAINSTART ")", NULL, PLAIN_FLOW),
    { 0 },
};

static const Rule flow_sequence[] = {
    POP("\\]", "pi"),
    RULES(FLOW_COLLECTION),
    { 0 },
};

static const Rule flow_mapping[] = {
    POP("\\}", "pi"),
    RULES(FLOW_COLLECTION),
    { 0 },
};

static const Rule block_scalar_content[] = {
    TAKE("\n+", "-"),
    ACT("^[ ]+$", read_scalar_blank),
    ACT("^[ ]*", read_scalar_indent),
    TAKE("[^\n\r\f\v]+", "s"),
    { 0 },
};

static const Rule block_scalar_header[] = {
    ACT("(?:[1-9][+\\-]?|[+\\-]?[1-9]?)(?=[ ]|$)", read_scalar_header),
    { 0 },
};

static const Rule ignored_line[] = {
    RULES(BASIC),
    TAKE("[ ]+", "-"),
    POP("\n", "-"),
    { 0 },
};

static const Rule quoted_whitespace[] = {
    TAKE("^[ ]+", "-"), TAKE("[ ]+$", "-"), TAKE("\n+", "-"), TAKE("[ ]+", "nv"), { 0 },
};

static const Rule single_quoted[] = {
    RULES(QUOTED_WHITESPACE), TAKE("\\\\'", "se"), POP("'", "s"), TAKE("[^\\s']+", "s"), { 0 },
};

static const Rule double_quoted[] = {
    POP("\"", "s"),
    RULES(QUOTED_WHITESPACE),
    TAKE("\\\\[0abt\tn\nvfre \"\\\\N_LP]", "se"),
    TAKE("\\\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})", "se"),
    TAKE("[^ \t\n\r\f\v\"\\\\]+", "s"),
    { 0 },
};

static const Rule plain_block_new_line[] = {
    TAKE("^[ ]+\n", "-"),
    TAKE("\n+", "-"),
    ACT("^(?=---|\\.\\.\\.)", end_plain_scalar),
    ACT("^[ ]*", continue_plain_scalar),
    { 0 },
};

static const Rule plain_block[] = {
    POP("[ ]*(?=:[ \n]|:$)", "-"),
    TAKE("[ ]*:\\S+", "s"),
    POP("[ ]+(?=#)", "-"),
    TAKE("[ ]+$", "-"),
    PUSH("\n+", "-", PLAIN_BLOCK_NEW_LINE),
    TAKE("[ ]+", "s"),
    TAKE("(?:true|false|null)", "no"),
    POP("\\d+(?:\\.\\d+)?(?=\r?\n| +#)", "m"),
    TAKE("[^\\s:]+", "s"),
    { 0 },
};

static const Rule plain_flow[] = {
    POP("[ ]*(?=[,:?\\[\\]{}])", "-"),
    POP("[ ]+(?=#)", "-"),
    TAKE("^[ ]+", "-"),
    TAKE("[ ]+$", "-"),
    TAKE("\n+", "-"),
    TAKE("[ ]+", "nv"),
    TAKE("[^\\s,:?\\[\\]{}]+", "nv"),
    { 0 },
};

static const Rule yaml_directive[] = {
    GOTO("([ ]+)(\\d+\\.\\d+)", "- m", IGNORED_LINE),
    { 0 },
};

static const Rule tag_directive[] = {
    GOTO("([ ]+)(![\\w\\-]*!|!)([ ]+)(!?" TAGCHARS "+|!)", "- kt - kt", IGNORED_LINE),
    { 0 },
};

static const Rule *const states[] = {
    [ROOT] = root,
    [BASIC] = basic,
    [INDENTATION] = indentation,
    [BLOCK_LINE] = block_line,
    [DESCRIPTORS] = descriptors,
    [BLOCK_NODES] = block_nodes,
    [FLOW_NODES] = flow_nodes,
    [FLOW_COLLECTION] = flow_collection,
    [FLOW_SEQUENCE] = flow_sequence,
    [FLOW_MAPPING] = flow_mapping,
    [BLOCK_SCALAR_CONTENT] = block_scalar_content,
    [BLOCK_SCALAR_HEADER] = block_scalar_header,
    [IGNORED_LINE] = ignored_line,
    [QUOTED_WHITESPACE] = quoted_whitespace,
    [SINGLE_QUOTED] = single_quoted,
    [DOUBLE_QUOTED] = double_quoted,
    [PLAIN_BLOCK_NEW_LINE] = plain_block_new_line,
    [PLAIN_BLOCK] = plain_block,
    [PLAIN_FLOW] = plain_flow,
    [YAML_DIRECTIVE] = yaml_directive,
    [TAG_DIRECTIVE] = tag_directive,
};

const Language language_yaml = {
    .names = " yaml yml ", .states = states, .data_size = sizeof(Indents), .start = reset_indent
};
