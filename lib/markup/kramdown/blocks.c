/* lib/markup/kramdown/blocks.c - the block parsers in kramdown's order, and the simple ones of them. */
#include "markup/kramdown/html_tag.h"
#include "markup/kramdown/parser.h"
#include "markup/kramdown/scan.h"

enum { HEADING_LEVELS = 6 };
enum { DEEPEST = NODE_MAX_DEPTH - 24 }; /* a table of contents in the deepest block needs some levels more */

static BlockParser *const parsers[] = {
    parse_blank,
    parse_indented_code,
    parse_fenced_code,
    parse_quote,
    parse_heading,
    parse_rule,
    parse_list,
    parse_definition_list,
    parse_html_block,
    parse_underlined_heading,
    parse_math_block,
    parse_table,
    parse_footnote_definition,
    parse_link_definition,
    parse_abbreviation_definition,
    parse_block_extension,
    parse_end_of_block,
    parse_paragraph, /* takes whatever comes */
};

static Outcome parse_block(Parser *parser)
{
    for (size_t i = 0;; i++) {
        Outcome outcome = parsers[i](parser);
        if (outcome != NOT_MINE)
            return outcome;
    }
}

/* What lies too deep stands in the last block that may hold it. */
static void add_rest(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t start = reader->at;

    reader->at = reader->text.len;
    Block *paragraph = block_add(parser, BLOCK_PARAGRAPH, start, reader->at);
    paragraph->text = passage_trim(passage_slice(reader->passage, start, reader->at));
}

bool parse_blocks(Parser *parser, Block *tree, Reader *reader)
{
    Block *outer_tree = parser->tree;
    Reader *outer_reader = parser->reader;
    Ial *outer_ial = parser->block_ial;
    Outcome outcome = TAKEN;

    parser->tree = tree;
    parser->block_ial = NULL;
    if (reader != NULL)
        parser->reader = reader;
    while (outcome != ENDED && parser->reader->at < parser->reader->text.len) {
        if (parser->depth > DEEPEST)
            add_rest(parser);
        else
            outcome = parse_block(parser);
    }
    parser->tree = outer_tree;
    parser->reader = outer_reader;
    parser->block_ial = outer_ial;
    return outcome == ENDED;
}

bool parse_passage(Parser *parser, Block *tree, Passage passage)
{
    Reader reader = { .passage = passage, .text = passage.text };
    parser->depth++;
    bool ended = parse_blocks(parser, tree, &reader);
    parser->depth--;
    return ended;
}

/* --- where blocks end --- */

bool ends_lazily(Parser *parser)
{
    Reader *reader = parser->reader;
    Str text = reader->text;
    size_t at = reader->at;
    Str content;

    return at >= text.len || scan_blank_lines(text, at) > 0 || scan_end_marker(text, at) > 0
           || ial_line_end(reader, at, &content) > 0 || html_ends_lines(text, at);
}

bool ends_paragraph(Parser *parser)
{
    Str text = parser->reader->text;
    size_t at = parser->reader->at;

    if (ends_lazily(parser) || scan_colon(text, at, 3) > 0)
        return true;
    return !parser->options.long_paragraphs
           && (scan_is_list(text, at) || scan_is_heading(text, at) || scan_is_quote(text, at)
               || scan_is_fence(text, at));
}

bool after_boundary(const Parser *parser)
{
    const Block *last = parser->tree->last;
    return last == NULL || last->kind == BLOCK_BLANK || (last->kind == BLOCK_MARK && last->mark == MARK_END)
           || parser->block_ial != NULL;
}

bool before_boundary(Parser *parser)
{
    Reader *reader = parser->reader;
    Str content;

    return reader->at >= reader->text.len || scan_blank_lines(reader->text, reader->at) > 0
           || scan_end_marker(reader->text, reader->at) > 0 || ial_line_end(reader, reader->at, &content) > 0;
}

/* --- blank lines, ends of blocks, rules --- */

Outcome parse_blank(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t end = scan_blank_lines(reader->text, reader->at);
    Block *last = parser->tree->last;

    if (end == 0)
        return NOT_MINE;
    if (last != NULL && last->kind == BLOCK_BLANK)
        last->single_blank = false;
    else
        block_add(parser, BLOCK_BLANK, reader->at, end)->single_blank = end == reader->at + 1;
    reader->at = end;
    return TAKEN;
}

Outcome parse_end_of_block(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t end = scan_end_marker(reader->text, reader->at);

    if (end == 0)
        return NOT_MINE;
    block_add_mark(parser, MARK_END, reader->at, end);
    reader->at = end;
    return TAKEN;
}

Outcome parse_rule(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t end = scan_rule(reader->text, reader->at);

    if (end == 0)
        return NOT_MINE;
    block_add(parser, BLOCK_RULE, reader->at, end);
    reader->at = end;
    return TAKEN;
}

/* --- paragraphs --- */

/* A paragraph goes on where another block began to end it, but was none. */
static void join(Parser *parser, Block *paragraph, Passage more, bool had_break)
{
    Str joiner = had_break ? STR("  \n") : STR("\n");
    Str old = paragraph->text.text;

    paragraph->end = passage_end(&more, more.text.len);
    if (paragraph->builder == NULL && old.data + old.len + joiner.len == more.text.data
        && paragraph->text.parts == more.parts) {
        paragraph->text.text.len += joiner.len + more.text.len;
        return;
    }
    if (paragraph->builder == NULL) {
        paragraph->builder = ARENA_NEW(parser->work, PassageBuilder);
        passage_begin(paragraph->builder, parser->arena);
        passage_put(paragraph->builder, &paragraph->text, 0, old.len);
    }
    passage_put_made(paragraph->builder, joiner, passage_origin(&more, 0));
    passage_put(paragraph->builder, &more, 0, more.text.len);
    paragraph->text = passage_built(paragraph->builder);
}

/* White space that is neither an indent nor less than one: a space and a TAB. */
static Outcome add_loose_line(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t start = reader->at;
    Block *last = parser->tree->last;

    reader->at = scan_line_end(reader->text, start);
    Passage text = passage_trim_right(passage_slice(reader->passage, start, reader->at));
    if (last != NULL && last->kind == BLOCK_LOOSE) {
        join(parser, last, text, false);
        return TAKEN;
    }
    Block *loose = block_new(parser, BLOCK_LOOSE);
    loose->start = passage_origin(&reader->passage, start);
    loose->end = passage_end(&text, text.text.len);
    loose->text = passage_trim(text);
    block_append(parser->tree, loose);
    return TAKEN;
}

Outcome parse_paragraph(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t start = reader->at;
    Block *last = parser->tree->last;
    int first = str_at(reader->text, scan_spaces(reader->text, start, 3));

    if (first == ' ' || first == '\t')
        return add_loose_line(parser);

    do
        reader->at = scan_line_end(reader->text, reader->at);
    while (!ends_paragraph(parser));
    Passage text = passage_trim_right(passage_slice(reader->passage, start, reader->at));
    if (last != NULL && last->kind == BLOCK_PARAGRAPH) {
        bool had_break = start >= 3 && str_eq(str_slice(reader->text, start - 3, start), STR("  \n"));
        join(parser, last, text, had_break);
        return TAKEN;
    }
    Block *paragraph = block_add(parser, BLOCK_PARAGRAPH, start, start + text.text.len);
    paragraph->text = passage_trim(text);
    return TAKEN;
}

/* --- quotes --- */

Outcome parse_quote(Parser *parser)
{
    Reader *reader = parser->reader;
    Str text = reader->text;
    size_t start = reader->at;
    PassageBuilder content;

    if (!scan_is_quote(text, start))
        return NOT_MINE;
    passage_begin(&content, parser->arena);
    do {
        size_t from = reader->at;
        reader->at = scan_line_end(text, from);
        size_t mark = scan_spaces(text, from, 3);
        if (str_at(text, mark) == '>')
            from = scan_spaces(text, mark + 1, 1);
        passage_put(&content, &reader->passage, from, reader->at);
    } while (!ends_lazily(parser));
    Block *quote = block_add(parser, BLOCK_QUOTE, start, reader->at);
    parse_passage(parser, quote, passage_built(&content));
    return TAKEN;
}

/* --- headings --- */

static bool is_id(Str name)
{
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.data[i];
        bool starts = char_is_alpha(c) || c == '_' || c == ':' || c >= 0x80;
        if (!starts && (i == 0 || !(char_is_digit(c) || c == '-' || c == '.')))
            return false;
    }
    return name.len > 0;
}

/* `{#id}` at the end of a heading that has text. */
static void cut_id(Passage *text, Str *id)
{
    Str s = text->text;
    size_t open = str_find_last_char(s, '{');

    if (open == STR_NONE || open == 0 || s.data[s.len - 1] != '}' || str_at(s, open + 1) != '#')
        return;
    bool spaced = s.data[open - 1] == ' ' || s.data[open - 1] == '\t';
    Str name = str_slice(s, open + 2, s.len - 1);
    if (!spaced || !is_id(name))
        return;
    *id = name;
    *text = passage_trim_right(passage_slice(*text, 0, open - 1));
}

static void add_heading(Parser *parser, int level, Passage text, Str id, size_t end)
{
    Reader *reader = parser->reader;
    Block *heading = block_add(parser, BLOCK_HEADING, reader->at, end);

    heading->level = level;
    heading->text = text;
    if (id.len > 0)
        ial_set(parser, ial_of(parser, &heading->own), STR("id"), id);
    reader->at = end;
}

/* With white space before them, or (not by the GFM parser's way) without a backslash. */
static Passage cut_closing_marks(Passage text, bool spaced)
{
    size_t end = text.text.len;

    while (end > 0 && text.text.data[end - 1] == '#')
        end--;
    int before = end == 0 ? STR_END : text.text.data[end - 1];
    if (!spaced && before == '\\')
        end++;
    if (end >= text.text.len || (spaced && before != ' ' && before != '\t'))
        return text;
    return passage_trim_right(passage_slice(text, 0, end));
}

/* kramdown alone asks for no white space behind the marks, and one that no text follows is text of the heading, as the
 * next line is. */
static size_t lone_heading_end(Str text, size_t at)
{
    if (str_at(text, at) == '\n')
        return at + 1 < text.len ? scan_line_end(text, at + 1) : 0;
    return scan_line_end(text, at);
}

static bool begins_heading(const Parser *parser, Str text, size_t at)
{
    if (parser->options.long_paragraphs && !after_boundary(parser))
        return false;
    return parser->options.alone ? str_at(text, at) == '#' : scan_is_heading(text, at);
}

Outcome parse_heading(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t at = reader->at;
    Str id = { 0 };

    if (!begins_heading(parser, reader->text, at))
        return NOT_MINE;
    while (at - reader->at < HEADING_LEVELS && str_at(reader->text, at) == '#')
        at++;
    int level = (int)(at - reader->at);
    while (str_at(reader->text, at) == ' ' || str_at(reader->text, at) == '\t')
        at++;
    size_t end = parser->options.alone ? lone_heading_end(reader->text, at) : scan_line_end(reader->text, at);
    if (end == 0)
        return NOT_MINE;
    Passage text = passage_trim_right(passage_slice(reader->passage, at, end));
    cut_id(&text, &id);
    text = cut_closing_marks(text, !parser->options.long_paragraphs);
    if (text.text.len == 0)
        return NOT_MINE;
    add_heading(parser, level, text, id, end);
    return TAKEN;
}

/* Behind a line of `---` or `===`, or 0. */
static size_t underline_end(Str text, size_t at)
{
    size_t end = at;

    while (str_at(text, end) == '-' || str_at(text, end) == '=')
        end++;
    return end > at ? scan_end_of_line(text, end) : 0;
}

Outcome parse_underlined_heading(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t at = scan_spaces(reader->text, reader->at, 3);
    size_t line_end = scan_line_end(reader->text, at);
    size_t end = underline_end(reader->text, line_end);
    int first = str_at(reader->text, at);
    Str id = { 0 };

    if (end == 0 || first == ' ' || first == '\t' || !after_boundary(parser))
        return NOT_MINE;
    int level = reader->text.data[line_end] == '-' ? 2 : 1;
    Passage text = passage_trim_right(passage_slice(reader->passage, at, line_end));
    cut_id(&text, &id);
    if (text.text.len == 0)
        return NOT_MINE;
    add_heading(parser, level, text, id, end);
    return TAKEN;
}

/* --- formulas --- */

Outcome parse_math_block(Parser *parser)
{
    Reader *reader = parser->reader;
    Str text = reader->text;
    size_t start = reader->at;
    size_t at = scan_spaces(text, start, 3);
    bool escaped = str_at(text, at) == '\\';

    at += escaped;
    if (str_at(text, at) != '$' || str_at(text, at + 1) != '$' || !after_boundary(parser))
        return NOT_MINE;
    size_t close = sought_find(&reader->math, text, STR("$$"), at + 2);
    if (close == STR_NONE)
        return NOT_MINE;
    size_t end = scan_end_of_line(text, close + 2);
    if (escaped) {
        if (end > 0)
            reader->at = at;
        return NOT_MINE;
    }
    reader->at = end > 0 ? end : close + 2;
    if (!before_boundary(parser)) {
        reader->at = start;
        return NOT_MINE;
    }
    Block *math = block_add(parser, BLOCK_MATH, start, reader->at);
    math->text = passage_trim(passage_slice(reader->passage, at + 2, close));
    return TAKEN;
}
