/* lib/markup/kramdown/lists.c - the lines of a list's item. */
#include "markup/kramdown/lists.h"

#include "markup/kramdown/html_tag.h"
#include "markup/kramdown/scan.h"

/* Behind an attribute list at the start of an item, or 0. */
static size_t item_list_end(Str content, Str *inner)
{
    size_t at = scan_white(content, 0) + 2;

    if (str_at(content, at - 2) != '{' || str_at(content, at - 1) != ':' || str_at(content, at) == '/'
        || str_at(content, scan_id(content, at)) == ':')
        return 0;
    for (size_t end = at; end < content.len; end++) {
        if (content.data[end] != '}' || (content.data[end - 1] == '\\' && end > at))
            continue;
        *inner = str_slice(content, at, end);
        return end > at ? scan_white(content, end + 1) : 0;
    }
    return 0;
}

static bool holds_list_only(Str content)
{
    Str inner;
    size_t end = item_list_end(content, &inner);
    return str_trim(content).len == 0 || (end > 0 && end >= content.len);
}

/* White space before an item's text decides how deep its other lines are: TABs go to columns of four. */
static size_t measure_indent(Str content, size_t marker, size_t *start)
{
    size_t column = marker;
    size_t at = 0;

    for (;; at++) {
        int c = str_at(content, at);
        if (c == ' ')
            column++;
        else if (c == '\t')
            column += 4 - column % 4;
        else
            break;
    }
    *start = scan_white(content, at);
    return column;
}

Passage item_begin(Parser *parser, ItemShape *shape, Passage content, size_t marker, Ial **ial)
{
    Str inner;
    size_t start = 0;

    shape->indent = measure_indent(content.text, marker, &start);
    if (holds_list_only(content.text)) {
        shape->indent = 4;
        start = scan_white(content.text, 0);
    }
    size_t list = item_list_end(content.text, &inner);
    if (list > 0) {
        ial_read(parser, ial_of(parser, ial), inner);
        start = list;
    }
    shape->most_spaces = shape->indent > 4 ? 3 : shape->indent - 1;
    return passage_slice(content, start, content.text.len);
}

/* Whether the line is indented as deep as the item's text, counting a TAB as four. */
static bool is_indented(Str text, size_t at, size_t indent)
{
    for (size_t unit = 0; unit < indent / 4; unit++) {
        at = scan_indent(text, at);
        if (at == 0)
            return false;
    }
    return scan_spaces(text, at, indent % 4) == at + indent % 4 || scan_indent(text, at) > 0;
}

static bool is_lazy(Reader *reader, size_t at)
{
    Str content;
    return ial_line_end(reader, at, &content) == 0 && !html_ends_lines(reader->text, at);
}

bool item_goes_on(Reader *reader, const ItemShape *shape, bool after_blank)
{
    Str text = reader->text;
    size_t at = reader->at;

    if (scan_blank_lines(text, at) > 0 || at >= text.len)
        return false;
    return is_indented(text, at, shape->indent) || (!after_blank && is_lazy(reader, at));
}

ItemLine item_read_line(Reader *reader, const ItemShape *shape)
{
    Str text = reader->text;
    ItemLine line = { .begin = reader->at, .start = reader->at, .end = scan_line_end(text, reader->at) };

    while (str_at(text, line.start) == '\t')
        line.start++;
    line.spaces = 4 * (line.start - reader->at);
    while (str_at(text, line.start) == ' ') {
        line.start++;
        line.spaces++;
    }
    line.indented = line.spaces >= shape->indent;
    if (line.indented)
        line.spaces -= shape->indent;
    line.is_list = line.spaces <= 3 && scan_is_list(text, line.start) && !char_is_space(str_at(text, line.start));
    reader->at = line.end;
    return line;
}

void item_put_line(PassageBuilder *out, const Reader *reader, const ItemLine *line, size_t more_spaces)
{
    enum { SPACES_MAX = 256 }; /* a hostile indent must not be written again for every line */
    static const char spaces[SPACES_MAX + 1] = "                                                                "
                                               "                                                                "
                                               "                                                                "
                                               "                                                                ";
    size_t count = line->spaces + (more_spaces < SPACES_MAX ? more_spaces : SPACES_MAX);

    if (count > SPACES_MAX + line->end - line->begin)
        count = SPACES_MAX + line->end - line->begin;
    for (; count > 0; count -= count < SPACES_MAX ? count : SPACES_MAX) {
        Str some = { spaces, count < SPACES_MAX ? count : SPACES_MAX };
        passage_put_made(out, some, passage_origin(&reader->passage, line->begin));
    }
    passage_put(out, &reader->passage, line->start, line->end);
}
