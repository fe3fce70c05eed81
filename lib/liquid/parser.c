/* lib/liquid/parser.c - from pieces to nodes; every fault is reported and reading goes on. */
#include "liquid/parser.h"

#include "liquid/engine.h"
#include "liquid/eval.h"

enum { MAX_DEPTH = 100, MAX_FAULTS = 100 };

/* --- pieces ------------------------------------------------------------------------------------------------------ */

Span parser_span(const Parser *parser, size_t start, size_t end)
{
    return span_part(parser->region, start, end);
}

static Located slice(const Parser *parser, size_t start, size_t end)
{
    return (Located){ str_slice(parser->lexer.text, start, end), parser_span(parser, start, end) };
}

Tag parser_tag(const Parser *parser, const Piece *piece)
{
    return (Tag){
        .name = str_slice(parser->lexer.text, piece->name_start, piece->name_end),
        .markup = slice(parser, piece->markup_start, piece->markup_end),
        .span = parser_span(parser, piece->start, piece->end),
    };
}

Piece parser_next(Parser *parser)
{
    if (parser->has_pushed) {
        parser->has_pushed = false;
        return parser->pushed;
    }
    if (parser->syntax.diags->stops - parser->first_stop >= MAX_FAULTS)
        parser->gave_up = true;
    if (parser->gave_up)
        return (Piece){ .kind = PIECE_END };
    return lexer_next(&parser->lexer);
}

bool parser_fault(Parser *parser, Span span, const char *wanted)
{
    return diag_stop(parser->syntax.diags, "liquid-syntax", span, "expected %s", wanted);
}

/* --- nodes ------------------------------------------------------------------------------------------------------- */

/* Of a tag that could not be read, or in which one could not, parts may be missing: nobody renders that. */
static bool is_whole(const Parser *parser, const Node *node)
{
    const Diags *diags = parser->syntax.diags;
    if (diags->stops == parser->first_stop || node->render == NULL)
        return true;
    for (size_t i = diags->len; i-- > parser->first_diag;) {
        const Diag *diag = &diags->items[i];
        if (diag->kind == DIAG_STOP && diag->span.start >= node->span.start
            && (strcmp(diag->rule, "liquid-syntax") == 0 || strcmp(diag->rule, "liquid-limit") == 0))
            return false;
    }
    return true;
}

void parser_add(Parser *parser, Nodes *out, Node node)
{
    if (is_whole(parser, &node))
        vec_push(parser->syntax.arena, out, node);
}

static void add_text(Parser *parser, Nodes *out, const Piece *piece)
{
    Located text = slice(parser, piece->start, piece->end);
    Str rest = parser->trim_next ? str_trim_left(text.str) : text.str;
    parser->trim_next = false;
    parser->after_text = rest.len > 0;
    if (rest.len == 0)
        return;
    size_t cut = text.str.len - rest.len;
    Node node = { .text = rest, .span = located_part(text, cut, text.str.len) };
    node.blank = str_trim(rest).len == 0;
    parser_add(parser, out, node);
}

static void trim_around(Parser *parser, Nodes *out, const Piece *piece)
{
    bool trims = piece->trim_left && parser->after_text;
    parser->trim_next = piece->trim_right;
    parser->after_text = false;
    if (!trims)
        return;
    Node *last = &out->items[out->len - 1];
    last->text = str_trim_right(last->text);
    last->span = span_part(last->span, 0, last->text.len);
    if (last->text.len == 0)
        out->len--;
}

static Flow render_output(Buf *out, const Node *node, LiquidRender *render)
{
    LiquidValue value = eval_expression(render, node->data);
    if (!render->failed)
        liquid_put(out, value, render);
    return FLOW_ON;
}

static void report_broken(Parser *parser, const Piece *piece)
{
    Str text = parser->lexer.text;
    bool is_output = str_at(text, piece->start + 1) == '{';
    Span span = parser_span(parser, piece->start, piece->end);
    if (piece->kind == PIECE_NAMELESS) {
        diag_stop(parser->syntax.diags, "liquid-syntax", span, "expected the name of a tag");
        return;
    }
    diag_stop(parser->syntax.diags, "liquid-unclosed", span, "%s is not closed", is_output ? "\"{{\"" : "\"{%\"");
    diag_hint(parser->syntax.diags,
              "end it with \"%s\"; braces that Liquid shall leave alone stand between {%% raw %%} "
              "and {%% endraw %%}",
              is_output ? "}}" : "%}");
}

/* Where an output that cannot be read may end in truth: it has lost its `}}`, and goes on to those of the next one, or
 * into the next paragraph. 0 for none. */
static size_t lost_end(const Parser *parser, const Piece *piece)
{
    Str text = str_slice(parser->lexer.text, 0, piece->markup_end);
    size_t least = STR_NONE;
    static const Str ends[] = { STR_INIT("{{"), STR_INIT("{%"), STR_INIT("\n\n"), STR_INIT("\n\r\n") };
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        size_t at = str_find(text, ends[i], piece->markup_start);
        least = at < least ? at : least;
    }
    return least == STR_NONE ? 0 : least;
}

static void forget_since(Diags *diags, size_t len)
{
    while (diags->len > len) {
        const Diag *diag = &diags->items[--diags->len];
        diags->errors -= diag->severity == SEVERITY_ERROR;
        diags->stops -= diag->kind == DIAG_STOP;
    }
}

static bool is_unread(const Diags *diags, size_t since)
{
    for (size_t i = since; i < diags->len; i++) {
        if (strcmp(diags->items[i].rule, "liquid-lax") == 0 || strcmp(diags->items[i].rule, "liquid-syntax") == 0)
            return true;
    }
    return false;
}

static void add_output(Parser *parser, Nodes *out, const Piece *piece)
{
    Located markup = slice(parser, piece->markup_start, piece->markup_end);
    Diags *diags = parser->syntax.diags;
    size_t before = diags->len;
    const LiquidExpression *expression = syntax_expression(&parser->syntax, markup);
    size_t end = is_unread(diags, before) ? lost_end(parser, piece) : 0;
    if (end > 0) {
        Piece broken = { .kind = PIECE_UNCLOSED, .start = piece->start, .end = end };
        while (char_is_space(str_at(parser->lexer.text, broken.end - 1)))
            broken.end--;
        forget_since(diags, before);
        report_broken(parser, &broken);
        parser->lexer.at = end;
        parser->trim_next = false;
        return;
    }
    Node node = { .render = render_output, .data = expression };
    node.span = parser_span(parser, piece->start, piece->end);
    parser_add(parser, out, node);
}

/* --- bodies ------------------------------------------------------------------------------------------------------ */

bool parser_is_end(const Block *block, Str name)
{
    return name.len == block->opening.name.len + 3 && str_starts_with(name, STR("end"))
           && str_ends_with(name, block->opening.name);
}

static bool is_divider(const Block *block, Str name)
{
    for (const char *const *divider = block->dividers; *divider != NULL; divider++) {
        if (str_eq(str_from(*divider), name))
            return true;
    }
    return false;
}

typedef enum Step { STEP_ON, STEP_CLOSED, STEP_DIVIDED } Step;

static Step read_tag(Parser *parser, Nodes *out, const Piece *piece, Tag *divider)
{
    const Block *block = parser->block;
    Tag tag = parser_tag(parser, piece);

    if (block != NULL && parser_is_end(block, tag.name))
        return STEP_CLOSED;
    if (block != NULL && is_divider(block, tag.name)) {
        *divider = tag;
        return STEP_DIVIDED;
    }
    const TagClass *class = map_get(&parser->syntax.engine->tags, tag.name);
    if (class == NULL)
        return parser_misplaced(parser, &tag, piece) ? STEP_CLOSED : STEP_ON;
    class->parse(parser, &tag, out);
    return STEP_ON;
}

/* `{% endif` without its end still ends its block. */
static bool is_broken_end(const Parser *parser, const Piece *piece)
{
    Str text = str_from_offset(parser->lexer.text, piece->start + 2);
    Str rest = str_trim_left(str_at(text, 0) == '-' ? str_from_offset(text, 1) : text);
    size_t end = 0;
    while (char_is_alpha(str_at(rest, end)))
        end++;
    return parser->block != NULL && parser_is_end(parser->block, str_slice(rest, 0, end));
}

static Step read_piece(Parser *parser, Nodes *out, Tag *divider)
{
    Piece piece = parser_next(parser);
    if (piece.kind == PIECE_TEXT) {
        add_text(parser, out, &piece);
        return STEP_ON;
    }
    if (!parser->lexer.lines)
        trim_around(parser, out, &piece);
    switch (piece.kind) {
    case PIECE_END:
        if (parser->block != NULL)
            parser_report_unclosed(parser, &parser->block->opening);
        return STEP_CLOSED;
    case PIECE_OUTPUT:
        add_output(parser, out, &piece);
        return STEP_ON;
    case PIECE_TAG:
        return read_tag(parser, out, &piece, divider);
    default:
        report_broken(parser, &piece);
        return is_broken_end(parser, &piece) ? STEP_CLOSED : STEP_ON;
    }
}

static Body finish_body(const Nodes *nodes)
{
    Body body = { nodes->items, nodes->len, true };
    for (size_t i = 0; i < nodes->len; i++)
        body.blank = body.blank && nodes->items[i].blank;
    return body;
}

void parser_remove_space(Body *body)
{
    Node *nodes = (Node *)(uintptr_t)body->nodes; /* still ours: nothing renders it yet */
    size_t kept = 0;
    for (size_t i = 0; i < body->len; i++) {
        if (nodes[i].render != NULL)
            nodes[kept++] = nodes[i];
    }
    body->len = kept;
}

static void go_deeper(Parser *parser, const Tag *tag)
{
    if (++parser->depth <= MAX_DEPTH || parser->gave_up)
        return;
    diag_stop(parser->syntax.diags, "liquid-limit", tag->span, "blocks are nested more than %d deep", MAX_DEPTH);
    parser->gave_up = true;
}

void parser_open(Parser *parser, Block *block, const Tag *tag, const char *const *dividers)
{
    *block = (Block){ *tag, dividers, parser->block };
    parser->block = block;
    go_deeper(parser, tag);
}

BodyEnd parser_body(Parser *parser, Body *out, Tag *divider)
{
    Nodes nodes = { 0 };
    Step step = STEP_ON;
    while (step == STEP_ON)
        step = read_piece(parser, &nodes, divider);
    *out = finish_body(&nodes);
    if (step == STEP_DIVIDED)
        return BODY_DIVIDED;
    parser->block = parser->block->outer;
    parser->depth--;
    return BODY_CLOSED;
}

Body parser_block(Parser *parser, const Tag *tag)
{
    static const char *const none[] = { NULL };
    Block block;
    Body body;
    Tag divider;

    parser_open(parser, &block, tag, none);
    parser_body(parser, &body, &divider);
    return body;
}

void parser_lines(Parser *parser, const Tag *tag, Nodes *out)
{
    Lexer outside = parser->lexer;
    Block *block = parser->block;
    bool trim_next = parser->trim_next;
    size_t start = (size_t)(tag->markup.str.data - outside.text.data);
    Tag divider;

    parser->lexer = (Lexer){ .text = outside.text, .at = start, .end = start + tag->markup.str.len, .lines = true };
    parser->block = NULL; /* what was opened outside cannot be closed inside */
    go_deeper(parser, tag);
    while (read_piece(parser, out, &divider) == STEP_ON) {
    }
    parser->depth--;
    parser->lexer = outside;
    parser->block = block;
    parser->trim_next = trim_next;
}

/* --- templates --------------------------------------------------------------------------------------------------- */

bool liquid_is_needed(Str text)
{
    return str_contains(text, STR("{{")) || str_contains(text, STR("{%"));
}

const LiquidTemplate *liquid_parse_all(const LiquidEngine *engine, Span region, LiquidMode mode, Arena *arena,
                                       Diags *diags)
{
    Str text = source_text(region);
    Nodes nodes = { 0 };
    Tag divider;
    Parser parser = {
        .syntax = { .engine = engine, .mode = mode, .arena = arena, .diags = diags },
        .region = region,
        .lexer = { .text = text, .end = text.len },
        .first_diag = diags->len,
        .first_stop = diags->stops,
    };

    while (read_piece(&parser, &nodes, &divider) == STEP_ON) {
    }
    LiquidTemplate *template = ARENA_NEW(arena, LiquidTemplate);
    *template = (LiquidTemplate){ finish_body(&nodes), region };
    return template;
}

const LiquidTemplate *liquid_parse(const LiquidEngine *engine, Span region, LiquidMode mode, Arena *arena, Diags *diags)
{
    size_t stops = diags->stops;
    const LiquidTemplate *template = liquid_parse_all(engine, region, mode, arena, diags);
    return diags->stops > stops ? NULL : template;
}
