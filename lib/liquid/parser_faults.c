/* lib/liquid/parser_faults.c - tags that stand where they may not: what was meant, and at which place to say so. */
#include "liquid/engine.h"
#include "liquid/parser.h"

static Diags *diags_of(Parser *parser)
{
    return parser->syntax.diags;
}

/* Whether something was said about this tag: one slip is told once. */
static bool is_reported(Parser *parser, const Tag *tag)
{
    const Diags *diags = diags_of(parser);
    for (size_t i = diags->len; i-- > parser->first_diag;) {
        const Diag *diag = &diags->items[i];
        if (diag->kind == DIAG_STOP && diag->span.start >= tag->span.start && diag->span.end <= tag->span.end)
            return true;
    }
    return false;
}

/* A tag that runs on into another one lacks its end: that it can be read in part is no second fault. */
static void forget_lax(Diags *diags, Span span)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        bool inside = diag->span.source == span.source && diag->span.start >= span.start && diag->span.end <= span.end;
        if (!inside || strcmp(diag->rule, "liquid-lax") != 0)
            diags->items[kept++] = *diag;
    }
    diags->len = kept;
}

void parser_report_unclosed(Parser *parser, const Tag *opening)
{
    if (parser->gave_up || is_reported(parser, opening))
        return;
    bool runs_on = str_contains(opening->markup.str, STR("{%")) || str_contains(opening->markup.str, STR("{{"));
    if (runs_on)
        forget_lax(diags_of(parser), opening->span);
    diag_stop(diags_of(parser), "liquid-unclosed", opening->span, "\"" STR_FMT "\" is never closed",
              STR_ARG(opening->name));
    if (runs_on)
        diag_hint(diags_of(parser), "the tag itself seems to lack its \"%%}\"");
    else
        diag_hint(diags_of(parser), "write {%% end" STR_FMT " %%} where it ends", STR_ARG(opening->name));
}

static uint32_t line_of(Span span)
{
    return source_place(span.source, span.start).line;
}

static void report_mismatch(Parser *parser, const Tag *end)
{
    const Tag *opening = &parser->block->opening;
    diag_stop(diags_of(parser), "liquid-block-mismatch", opening->span,
              "\"" STR_FMT "\" is closed by \"" STR_FMT "\" in line %u", STR_ARG(opening->name), STR_ARG(end->name),
              line_of(end->span));
    diag_hint(diags_of(parser), "write {%% end" STR_FMT " %%} there", STR_ARG(opening->name));
}

/* Whether a tag of an unknown name was meant to open what this one ends. */
static bool was_meant(const Parser *parser, Str name)
{
    for (size_t i = 0; i < parser->unknown_count; i++) {
        if (str_distance(parser->unknown[i], name, 2) <= 2)
            return true;
    }
    return false;
}

static void report_stray(Parser *parser, const Tag *end)
{
    if (was_meant(parser, str_from_offset(end->name, 3)))
        return;
    diag_stop(diags_of(parser), "liquid-block-mismatch", end->span,
              "\"" STR_FMT "\" closes nothing: no \"" STR_FMT "\" is open here", STR_ARG(end->name),
              STR_ARG(str_from_offset(end->name, 3)));
    if (parser->block != NULL)
        diag_hint(diags_of(parser), "open is \"" STR_FMT "\" of line %u", STR_ARG(parser->block->opening.name),
                  line_of(parser->block->opening.span));
}

static size_t count_open(const Parser *parser, Str name)
{
    size_t count = 0;
    for (const Block *block = parser->block; block != NULL; block = block->outer)
        count += str_eq(block->opening.name, name);
    return count;
}

/* Whether `count` blocks of that name that are open here are closed in what follows. */
static bool closes_later(const Parser *parser, Str name, size_t count)
{
    Lexer ahead = parser->lexer;
    size_t opened = 0;
    for (Piece piece = lexer_next(&ahead); piece.kind != PIECE_END; piece = lexer_next(&ahead)) {
        Str tag = str_slice(ahead.text, piece.name_start, piece.name_end);
        if (piece.kind != PIECE_TAG)
            continue;
        if (str_eq(tag, name)) {
            opened++;
        } else if (tag.len == name.len + 3 && str_starts_with(tag, STR("end")) && str_ends_with(tag, name)) {
            if (opened > 0)
                opened--;
            else if (--count == 0)
                return true;
        }
    }
    return false;
}

/* An end tag of another block than the innermost: is the tag wrong, is one missing, or is it too many? Whatever makes
 * the rest of the template come out even. */
static bool other_end(Parser *parser, const Tag *tag, const Piece *piece)
{
    Str name = str_from_offset(tag->name, 3);
    const Block *block = parser->block;
    if (block == NULL) {
        report_stray(parser, tag);
        return false;
    }
    size_t open = count_open(parser, name);
    if (open > 0 && !closes_later(parser, name, open)) {
        parser_report_unclosed(parser, &block->opening);
        parser->pushed = *piece;
        parser->has_pushed = true;
        return true;
    }
    if (open == 0 && closes_later(parser, block->opening.name, count_open(parser, block->opening.name))) {
        report_stray(parser, tag);
        return false;
    }
    report_mismatch(parser, tag);
    return true;
}

static bool is_divider_of_some_block(Str name)
{
    return str_eq(name, STR("else")) || str_eq(name, STR("elsif")) || str_eq(name, STR("when"));
}

static bool was_unknown(const Parser *parser, Str name)
{
    for (size_t i = 0; i < parser->unknown_count; i++) {
        if (str_eq(parser->unknown[i], name))
            return true;
    }
    return false;
}

/* Of a slip of the end tag that is due, the end tag. */
static Str suggest(const Parser *parser, Str name)
{
    if (parser->block != NULL && str_starts_with(name, STR("end"))) {
        Str end = arena_join(parser->syntax.arena, STR("end"), parser->block->opening.name, (Str){ NULL, 0 });
        if (str_distance(name, end, 2) <= 2)
            return end;
    }
    static const Str dividers[] = { STR_INIT("elsif"), STR_INIT("else"), STR_INIT("when") };
    for (size_t i = 0; i < sizeof(dividers) / sizeof(dividers[0]); i++) {
        if (parser->block != NULL && str_distance(name, dividers[i], 1) <= 1)
            return dividers[i];
    }
    return engine_suggest(&parser->syntax.engine->tags, name);
}

static bool unknown_tag(Parser *parser, const Tag *tag)
{
    Str near = suggest(parser, tag->name);
    size_t start = (size_t)(tag->name.data - source_text(tag->span).data);
    diag_stop(diags_of(parser), "liquid-unknown-tag", span_part(tag->span, start, start + tag->name.len),
              "there is no tag \"" STR_FMT "\"", STR_ARG(tag->name));
    if (near.len > 0) {
        diag_hint(diags_of(parser), "did you mean \"" STR_FMT "\"?", STR_ARG(near));
        diag_fix(diags_of(parser), span_part(tag->span, start, start + tag->name.len), near, false);
    } else {
        diag_hint(diags_of(parser), "if it comes from a plugin, take it out: herald runs no plugins");
    }
    if (parser->unknown_count < PARSER_MAX_UNKNOWN)
        parser->unknown[parser->unknown_count++] = tag->name;
    return parser->block != NULL && parser_is_end(parser->block, near);
}

bool parser_misplaced(Parser *parser, const Tag *tag, const Piece *piece)
{
    if (is_divider_of_some_block(tag->name)) {
        bool is_when = str_eq(tag->name, STR("when"));
        diag_stop(diags_of(parser), "liquid-syntax", tag->span, "\"" STR_FMT "\" stands outside of %s",
                  STR_ARG(tag->name), is_when ? "a case block" : "an if, unless, case or for block");
        return false;
    }
    if (str_starts_with(tag->name, STR("end"))) {
        Str name = str_from_offset(tag->name, 3);
        const TagClass *class = map_get(&parser->syntax.engine->tags, name);
        if (class != NULL && class->is_block)
            return other_end(parser, tag, piece);
        if (was_unknown(parser, name))
            return false;
    }
    return unknown_tag(parser, tag);
}
