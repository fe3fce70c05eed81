/* lib/markup/kramdown/references.c - definitions of links, footnotes and abbreviations. */
#include "markup/kramdown/references.h"

#include "markup/kramdown/code.h"
#include "markup/kramdown/scan.h"
#include "text/unicode.h"

Str fold_label(Parser *parser, Str label)
{
    Buf out = { .arena = parser->arena };

    for (size_t at = 0; at < label.len;) {
        size_t white = scan_white(label, at);
        if (white > at)
            buf_put_char(&out, ' ');
        else
            buf_put_char(&out, label.data[white++]);
        at = white;
    }
    return unicode_lower(buf_str(&out), parser->arena);
}

/* A title in quotes with nothing behind it on its line; 0 when there is none. */
static size_t title_end(Str text, size_t at, Str *title)
{
    int quote = str_at(text, at);

    if (quote != '"' && quote != '\'')
        return 0;
    size_t line_end = scan_line_end(text, at);
    for (size_t close = at + 2; close < line_end; close++) {
        if (text.data[close] != quote)
            continue;
        size_t end = scan_end_of_line(text, close + 1);
        if (end > 0) {
            *title = str_slice(text, at + 1, close);
            return end;
        }
    }
    return 0;
}

static size_t skip_tabs(Str text, size_t at)
{
    while (str_at(text, at) == ' ' || str_at(text, at) == '\t')
        at++;
    return at;
}

/* What may follow an address that ends at `at`: a title, on this line or the next, or nothing. */
static size_t rest_end(Str text, size_t at, LinkTarget *target)
{
    size_t next = skip_tabs(text, at);
    size_t end = 0;

    if (next > at)
        end = title_end(text, next, &target->title);
    if (end == 0 && str_at(text, next) == '\n')
        end = title_end(text, skip_tabs(text, next + 1), &target->title);
    target->has_title = end > 0;
    if (end == 0 && str_at(text, next) == '\n')
        end = next + 1;
    return end;
}

/* An address of one line; white space may stand in it, but not before a quote. */
static size_t read_target(Str text, size_t at, LinkTarget *target)
{
    enum { MAX_ANGLES = 64 };
    size_t line_end = scan_line_end(text, at);
    Str line = str_slice(text, 0, line_end);
    size_t close = str_at(text, at) == '<' ? str_find_char(line, '>', at) : STR_NONE;

    for (int i = 0; i < MAX_ANGLES && close != STR_NONE; i++, close = str_find_char(line, '>', close + 1)) {
        size_t end = rest_end(text, close + 1, target);
        target->url = str_slice(text, at + 1, close);
        if (end > 0)
            return end;
    }
    for (size_t stop = at + 1; stop < line_end; stop++) {
        int c = text.data[stop];
        if (c != ' ' && c != '\t' && c != '\n')
            continue;
        size_t end = rest_end(text, stop, target);
        target->url = str_slice(text, at, stop);
        if (end > 0)
            return end;
        stop = skip_tabs(text, stop);
        if (str_at(text, stop) == '"' || str_at(text, stop) == '\'')
            return 0;
    }
    return 0;
}

Outcome parse_link_definition(Parser *parser)
{
    Reader *reader = parser->reader;
    Str text = reader->text;
    size_t start = scan_spaces(text, reader->at, 3);
    LinkTarget target = { 0 };

    if (str_at(text, start) != '[')
        return NOT_MINE;
    size_t close = str_find_char(text, ']', start);
    if (close == STR_NONE || close == start + 1 || close >= scan_line_end(text, start)
        || str_at(text, close + 1) != ':')
        return NOT_MINE;
    size_t at = skip_tabs(text, close + 2);
    size_t end = at >= text.len || char_is_space(text.data[at]) ? 0 : read_target(text, at, &target);
    if (end == 0)
        return NOT_MINE;
    target.mark = block_add_mark(parser, MARK_LINK, reader->at, end);
    LinkTarget *kept = ARENA_NEW(parser->work, LinkTarget);
    *kept = target;
    map_put(&parser->links, fold_label(parser, str_slice(text, start + 1, close)), kept);
    reader->at = end;
    return TAKEN;
}

void define_links(Parser *parser)
{
    for (size_t i = 0; i < parser->options.link_count; i++) {
        const LinkDefinition *link = &parser->options.links[i];
        LinkTarget *target = ARENA_NEW(parser->work, LinkTarget);
        *target = (LinkTarget){ .url = link->url, .title = link->title, .has_title = link->has_title };
        target->mark = block_new(parser, BLOCK_MARK);
        map_put(&parser->links, fold_label(parser, link->label), target);
    }
}

Outcome parse_abbreviation_definition(Parser *parser)
{
    Reader *reader = parser->reader;
    Str text = reader->text;
    size_t start = scan_spaces(text, reader->at, 3);

    if (str_at(text, start) != '*' || str_at(text, start + 1) != '[')
        return NOT_MINE;
    size_t end = scan_line_end(text, start);
    Str line = str_slice(text, start + 2, end);
    size_t close = str_find(line, STR("]:"), 1);
    if (close == STR_NONE)
        return NOT_MINE;
    Abbreviation *abbreviation = ARENA_NEW(parser->work, Abbreviation);
    abbreviation->name = str_slice(line, 0, close);
    abbreviation->title = str_trim(str_from_offset(line, close + 2));
    abbreviation->mark = block_add_mark(parser, MARK_ABBREVIATION, reader->at, end);
    map_put(&parser->abbreviations, abbreviation->name, abbreviation);
    reader->at = end;
    return TAKEN;
}

/* Without one indent at the start of each line. */
static Passage cut_indents(Parser *parser, size_t start, size_t end)
{
    const Reader *reader = parser->reader;
    PassageBuilder out;

    passage_begin(&out, parser->arena);
    for (size_t at = start; at < end;) {
        size_t next = scan_line_end(reader->text, at);
        size_t indent = scan_indent(reader->text, at);
        passage_put(&out, &reader->passage, indent > 0 ? indent : at, next);
        at = next;
    }
    return passage_built(&out);
}

Outcome parse_footnote_definition(Parser *parser)
{
    Reader *reader = parser->reader;
    Str text = reader->text;
    size_t start = scan_spaces(text, reader->at, 3);
    size_t name_end = scan_id(text, start + 2);

    if (str_at(text, start) != '[' || str_at(text, start + 1) != '^' || name_end == start + 2
        || str_at(text, name_end) != ']' || str_at(text, name_end + 1) != ':')
        return NOT_MINE;
    Str name = str_slice(text, start + 2, name_end);
    size_t end = code_lines_end(reader, scan_line_end(text, name_end));
    Block *content = block_new(parser, BLOCK_ROOT);
    content->start = passage_origin(&reader->passage, reader->at);
    content->end = passage_end(&reader->passage, end);
    parse_passage(parser, content, cut_indents(parser, name_end + 2, end));
    Note **note = (Note **)map_at(&parser->notes, name);
    if (*note == NULL)
        *note = ARENA_NEW(parser->work, Note);
    **note = (Note){ .name = name, .content = content };
    (*note)->mark = block_add_mark(parser, MARK_FOOTNOTE, reader->at, end);
    reader->at = end;
    return TAKEN;
}
