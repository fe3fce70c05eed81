/* lib/liquid/tags_verbatim.c - tags whose inside is not Liquid (raw, comment, doc, #), and the tag `liquid`. */
#include "liquid/tags.h"

/* A `{% name ...` found in text that is not read as tags. */
typedef struct Mark {
    size_t start, name_end;
    Str name;
} Mark;

static bool next_mark(Mark *mark, Str text, size_t from)
{
    for (size_t at = str_find(text, STR("{%"), from); at != STR_NONE; at = str_find(text, STR("{%"), at + 1)) {
        size_t name = scan_space(text, at + 2 + (str_at(text, at + 2) == '-'));
        size_t end = scan_word(text, name);
        if (end > name) {
            *mark = (Mark){ at, end, str_slice(text, name, end) };
            return true;
        }
    }
    return false;
}

/* Goes on behind the `%}` of an end tag. */
static bool leave(Parser *parser, const Mark *mark)
{
    Lexer *lexer = &parser->lexer;
    size_t end = str_find(lexer->text, STR("%}"), mark->name_end);
    if (end == STR_NONE || end + 2 > lexer->end)
        return false;
    parser->trim_next = str_at(lexer->text, end - 1) == '-';
    lexer->at = end + 2;
    return true;
}

static void never_closed(Parser *parser, const Tag *tag)
{
    parser_report_unclosed(parser, tag);
    parser->lexer.at = parser->lexer.end;
}

/* --- raw --------------------------------------------------------------------------------------------------------- */

static Flow render_raw(Buf *out, const Node *node, LiquidRender *render)
{
    render_place(out, node->span, true, render);
    buf_put(out, node->text);
    return FLOW_ON;
}

static bool find_end(Mark *mark, const Parser *parser, Str name)
{
    for (size_t at = parser->lexer.at; next_mark(mark, parser->lexer.text, at); at = mark->name_end) {
        if (str_eq(mark->name, name))
            return mark->start < parser->lexer.end;
    }
    return false;
}

/* Before the `%}` only the last `{%` counts: in `{% endraw {% endraw %}` the first is text. */
static bool find_endraw(Mark *mark, const Parser *parser)
{
    if (!find_end(mark, parser, STR("endraw")))
        return false;
    Str text = parser->lexer.text;
    size_t close = str_find(text, STR("%}"), mark->name_end);
    Mark other;
    for (size_t at = mark->name_end; next_mark(&other, text, at) && other.start < close; at = other.name_end) {
        if (str_eq(other.name, STR("endraw")))
            *mark = other;
    }
    return true;
}

static void parse_raw(Parser *parser, const Tag *tag, Nodes *out)
{
    Mark mark;
    size_t start = parser->lexer.at;
    bool trims = parser->trim_next;
    if (tag->markup.str.len > 0)
        parser_fault(parser, tag->markup.span, "nothing behind \"raw\"");
    if (!find_endraw(&mark, parser) || !leave(parser, &mark)) {
        never_closed(parser, tag);
        return;
    }
    parser->trim_next |= trims; /* `{% raw -%}` trims what stands behind the block, not what is in it */
    Str text = str_slice(parser->lexer.text, start, mark.start);
    if (str_at(parser->lexer.text, mark.start + 2) == '-')
        text = str_trim_right(text);
    if (text.len > 0)
        parser_add(parser, out,
                   (Node){ .render = render_raw, .text = text, .span = parser_span(parser, start, start + text.len) });
}

/* --- comments ---------------------------------------------------------------------------------------------------- */

static void skip_comment_lines(Parser *parser, const Tag *tag)
{
    int depth = 1;
    while (depth > 0) {
        Piece piece = lexer_next(&parser->lexer);
        if (piece.kind == PIECE_END) {
            never_closed(parser, tag);
            return;
        }
        Str name = parser_tag(parser, &piece).name;
        depth += str_eq(name, STR("comment"));
        depth -= str_eq(name, STR("endcomment"));
    }
}

/* Comments nest; what stands between raw and endraw closes none. */
static void skip_comment(Parser *parser, const Tag *tag)
{
    Str text = parser->lexer.text;
    Mark mark, raw_end;
    int depth = 1;
    bool no_raw_end = false;

    for (size_t at = parser->lexer.at; next_mark(&mark, text, at) && mark.start < parser->lexer.end;) {
        at = mark.name_end;
        depth += str_eq(mark.name, STR("comment"));
        depth -= str_eq(mark.name, STR("endcomment"));
        if (depth == 0) {
            if (!leave(parser, &mark))
                break;
            return;
        }
        if (str_eq(mark.name, STR("raw")) && !no_raw_end) {
            parser->lexer.at = at;
            no_raw_end = !find_end(&raw_end, parser, STR("endraw"));
            at = no_raw_end ? at : raw_end.name_end;
        }
    }
    never_closed(parser, tag);
}

static void parse_comment(Parser *parser, const Tag *tag, Nodes *out)
{
    (void)out;
    if (parser->lexer.lines)
        skip_comment_lines(parser, tag);
    else
        skip_comment(parser, tag);
}

static void parse_doc(Parser *parser, const Tag *tag, Nodes *out)
{
    Mark mark;
    (void)out;
    if (tag->markup.str.len > 0)
        parser_fault(parser, tag->markup.span, "nothing behind \"doc\"");
    if (!find_end(&mark, parser, STR("enddoc")) || !leave(parser, &mark))
        never_closed(parser, tag);
}

/* `{% # text %}`: each line begins with its own #. */
static void parse_inline_comment(Parser *parser, const Tag *tag, Nodes *out)
{
    Str line, rest = tag->markup.str;
    (void)out;
    str_split(&line, &rest, '\n');
    while (str_split(&line, &rest, '\n')) {
        Str text = str_trim(line);
        if (text.len > 0 && str_at(text, 0) != '#') {
            parser_fault(parser, tag->span, "\"#\" at the start of each line of the comment");
            return;
        }
    }
}

static void parse_liquid(Parser *parser, const Tag *tag, Nodes *out)
{
    parser_lines(parser, tag, out);
}

const TagClass tags_verbatim[] = {
    { .name = "raw", .parse = parse_raw, .is_block = true },
    { .name = "comment", .parse = parse_comment, .is_block = true },
    { .name = "doc", .parse = parse_doc, .is_block = true },
    { .name = "#", .parse = parse_inline_comment },
    { .name = "liquid", .parse = parse_liquid },
    { .name = NULL },
};
