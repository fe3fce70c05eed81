/* lib/markup/kramdown/extensions.c - `{:name: ...}`, `{: ...}`, `{::comment}` ... `{:/}`. */
#include "markup/kramdown/extensions.h"

#include "markup/kramdown/scan.h"

/* `{:/name}` or `{:/}` at `at`, or 0. */
static size_t stop_end(Str text, size_t at, Str name)
{
    if (!str_eq(str_slice(text, at, at + 3), STR("{:/")))
        return 0;
    at += 3;
    if (str_eq(str_slice(text, at, at + name.len), name))
        at += name.len;
    return str_at(text, at) == '}' ? at + 1 : 0;
}

static size_t find_stop(const Extension *extension, Str text, size_t at, size_t *start)
{
    for (;; at++) {
        at = str_find(text, STR("{:/"), at);
        if (at == STR_NONE)
            return 0;
        size_t end = stop_end(text, at, extension->name);
        *start = at;
        if (end > 0 && !extension->block)
            return end;
        while (*start > 0 && text.data[*start - 1] == ' ')
            (*start)--;
        bool begins_line = at - *start <= 3 && (*start == 0 || text.data[*start - 1] == '\n');
        end = end > 0 && begins_line ? scan_end_of_line(text, end) : 0;
        if (end > 0)
            return end;
    }
}

bool extension_begins(Reader *reader, size_t at)
{
    Str text = reader->text;
    size_t name = at + 3;
    size_t end = name;

    if (str_eq(str_slice(text, at, name), STR("{:/")))
        return str_at(text, scan_id(text, name)) == '}';
    while (scan_is_word_char(str_at(text, end)))
        end++;
    size_t close = ial_close(reader, name);
    bool closes = str_at(text, end) == '}' || (str_at(text, end) == '/' && str_at(text, end + 1) == '}');
    return end > name && close != STR_NONE && (closes || char_is_space(str_at(text, end)));
}

/* Which of the three extensions the name is. */
static bool find_extension(size_t *out, Str name)
{
    static const Str names[] = { STR_INIT("comment"), STR_INIT("nomarkdown"), STR_INIT("options") };

    for (*out = 0; *out < sizeof(names) / sizeof(names[0]); ++*out) {
        if (str_eq(name, names[*out]))
            return true;
    }
    return false;
}

/* The end of an extension's body, or 0. */
static size_t find_end(Extension *extension, Reader *reader, size_t body)
{
    size_t stop = 0;
    size_t *unstopped = &reader->unstopped_from[extension->kind];

    if (*unstopped > 0 && body + 1 >= *unstopped)
        return 0;
    size_t end = find_stop(extension, reader->text, body, &stop);
    if (end == 0)
        *unstopped = body + 1;
    extension->has_body = true;
    extension->body_start = body;
    extension->body_end = stop;
    if (extension->block && end > 0 && stop > body && reader->text.data[stop - 1] == '\n')
        extension->body_end--;
    return end;
}

bool extension_read(Extension *out, Reader *reader, size_t at, bool block)
{
    Str text = reader->text;
    size_t start = at + 3;
    size_t name_end = start;

    if (!str_eq(str_slice(text, at, start), STR("{::")))
        return false;
    while (scan_is_word_char(str_at(text, name_end)))
        name_end++;
    size_t close = ial_close(reader, start);
    if (name_end == start || close == STR_NONE || close < name_end)
        return false;
    bool closed = close > name_end && text.data[close - 1] == '/';
    Str options = str_slice(text, name_end, closed ? close - 1 : close);
    if (options.len > 0 && !char_is_space(options.data[0]))
        return false;
    *out = (Extension){ .name = str_slice(text, start, name_end), .options = str_trim(options), .block = block };
    size_t body = block ? scan_end_of_line(text, close + 1) : close + 1;
    if (!find_extension(&out->kind, out->name) || body == 0)
        return false;
    out->end = closed ? body : find_end(out, reader, body);
    return out->end > 0;
}

bool extension_apply(Parser *parser, const Extension *extension)
{
    Ial given = { 0 };

    if (str_eq(extension->name, STR("comment")) || str_eq(extension->name, STR("nomarkdown")))
        return true;
    if (!str_eq(extension->name, STR("options")))
        return false;
    ial_read(parser, &given, extension->options);
    for (size_t i = 0; i < given.attributes.len; i++) {
        const Attribute *option = &given.attributes.items[i];
        kramdown_set_inline(&parser->options, option->name, option->value, parser->arena);
    }
    return true;
}

/* Text that another converter of kramdown's is meant to show. */
static bool is_for_html(Parser *parser, const Extension *extension)
{
    Ial given = { 0 };

    ial_read(parser, &given, extension->options);
    for (size_t i = 0; i < given.attributes.len; i++) {
        if (str_eq(given.attributes.items[i].name, STR("type")))
            return str_contains(given.attributes.items[i].value, STR("html"));
    }
    return true;
}

Str extension_text(Parser *parser, const Extension *extension, Str body)
{
    if (str_eq(extension->name, STR("comment")))
        return arena_join(parser->arena, STR("<!-- "), body, STR(" -->"));
    return str_eq(extension->name, STR("nomarkdown")) && is_for_html(parser, extension) ? body : (Str){ 0 };
}

static bool read_extension(Parser *parser, size_t start)
{
    Reader *reader = parser->reader;
    Extension extension;

    if (!extension_read(&extension, reader, start, true) || !extension_apply(parser, &extension))
        return false;
    if (extension.has_body && !str_eq(extension.name, STR("options"))) {
        Block *raw = block_add(parser, BLOCK_VERBATIM, start, extension.end);
        raw->text = passage_slice(reader->passage, extension.body_start, extension.body_end);
        raw->text.text = extension_text(parser, &extension, raw->text.text);
    } else if (str_eq(extension.name, STR("options"))) {
        block_add_mark(parser, MARK_OTHER, start, extension.end);
    }
    reader->at = extension.end;
    return true;
}

/* `{:name: .class}` defines a list for others to name; 0 when this is none. */
static size_t read_named_list(Parser *parser, size_t start)
{
    Reader *reader = parser->reader;
    Str text = reader->text;
    size_t name_end = scan_id(text, start + 2);

    if (name_end == start + 2 || str_at(text, name_end) != ':')
        return 0;
    size_t close = ial_close(reader, name_end + 1);
    size_t end = close == STR_NONE || close == name_end + 1 ? 0 : scan_end_of_line(text, close + 1);
    if (end == 0)
        return 0;
    Ial **named = (Ial **)map_at(&parser->lists, str_slice(text, start + 2, name_end));
    ial_read(parser, ial_of(parser, named), str_slice(text, name_end + 1, close));
    block_add_mark(parser, MARK_OTHER, reader->at, end);
    return end;
}

static bool takes_list(const Block *block)
{
    if (block == NULL || block->kind == BLOCK_BLANK)
        return false;
    return block->kind != BLOCK_MARK || block->mark == MARK_LINK || block->mark == MARK_ABBREVIATION
           || block->mark == MARK_FOOTNOTE;
}

Outcome parse_block_extension(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t start = scan_spaces(reader->text, reader->at, 3);
    Block *last = parser->tree->last;
    Str content;

    if (str_at(reader->text, start) != '{' || str_at(reader->text, start + 1) != ':')
        return NOT_MINE;
    size_t end = read_named_list(parser, start);
    if (end > 0) {
        reader->at = end;
        return TAKEN;
    }
    if (read_extension(parser, start))
        return TAKEN;
    end = ial_line_end(reader, reader->at, &content);
    if (end == 0)
        return NOT_MINE;
    size_t from = reader->at;
    reader->at = end;
    if (!takes_list(last)) {
        ial_read(parser, ial_of(parser, &parser->block_ial), content);
        return TAKEN;
    }
    ial_read(parser, ial_of(parser, &last->ial), content);
    if (ial_line_end(reader, end, &content) == 0)
        block_add_mark(parser, MARK_LIST, from, end);
    return TAKEN;
}
