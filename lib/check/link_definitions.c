/* lib/check/link_definitions.c - `[label]: address "title"` on lines of their own. */
#include "check/link_scan.h"

static uint32_t line_end(Str text, uint32_t at, uint32_t end)
{
    size_t newline = str_find_char(str_slice(text, 0, end), '\n', at);
    return newline == STR_NONE ? end : (uint32_t)newline + 1;
}

static uint32_t skip_blanks(Str text, uint32_t at)
{
    while (str_at(text, at) == ' ' || str_at(text, at) == '\t')
        at++;
    return at;
}

static uint32_t word_end(Str text, uint32_t at, uint32_t end)
{
    while (at < end && !char_is_space(text.data[at]))
        at++;
    return at;
}

static bool begins_title(Str text, uint32_t at)
{
    int c = str_at(text, at);
    return c == '"' || c == '\'' || c == '(';
}

/* `<...>` may hold spaces; in kramdown every address may, up to a title. */
static Part read_address(Str text, uint32_t at, uint32_t end, bool spaces)
{
    size_t close = str_at(text, at) == '<' ? str_find_char(str_slice(text, 0, end), '>', at) : STR_NONE;
    if (close != STR_NONE)
        return (Part){ at + 1, (uint32_t)close };
    Part url = { at, word_end(text, at, end) };
    for (;;) {
        uint32_t next = skip_blanks(text, url.end);
        if (next >= end || char_is_space(text.data[next]) || begins_title(text, next))
            return url;
        if (!spaces)
            return (Part){ at, at };
        url.end = word_end(text, next, end);
    }
}

static void add_definition(LinkScan *scan, Part line, Part label, Part url)
{
    Definition *definition = ARENA_NEW(scan->arena, Definition);

    *definition = (Definition){ .line = line, .label = label, .url = url };
    definition->key = link_key(link_text(scan, label), scan->arena);
    definition->address = link_text(scan, url);
    definition->repeated = map_has(&scan->by_label, definition->key);
    vec_push(scan->arena, &scan->definitions, definition);
    if (!definition->repeated || scan->document->dialect == DIALECT_KRAMDOWN)
        map_put(&scan->by_label, definition->key, definition);
}

/* Where a definition at the start of a line ends; 0 when there is none. CommonMark's address may stand on the next
 * line. */
static uint32_t read_definition(LinkScan *scan, uint32_t start, uint32_t end)
{
    Str text = scan->document->text;
    uint32_t behind = line_end(text, start, end), at = start;

    while (at < behind && (char_is_space(text.data[at]) || text.data[at] == '>'))
        at++;
    if (str_at(text, at) != '[' || str_at(text, at + 1) == '^')
        return 0;
    size_t close = str_find_char(str_slice(text, 0, behind), ']', at);
    if (close == STR_NONE || close == at + 1 || str_at(text, close + 1) != ':')
        return 0;
    Part label = { at + 1, (uint32_t)close };
    uint32_t address = skip_blanks(text, (uint32_t)close + 2);
    if (address >= behind || text.data[address] == '\n' || text.data[address] == '\r') {
        if (scan->document->dialect == DIALECT_KRAMDOWN || behind >= end)
            return 0;
        address = skip_blanks(text, behind);
        behind = line_end(text, behind, end);
    }
    Part url = read_address(text, address, behind, scan->document->dialect == DIALECT_KRAMDOWN);
    if (url.end <= url.start)
        return 0;
    add_definition(scan, (Part){ start, behind }, label, url);
    return behind;
}

uint32_t link_read_definitions(LinkScan *scan, Part part, bool only_head)
{
    Str text = scan->document->text;

    for (uint32_t at = part.start, next; at < part.end; at = next) {
        next = read_definition(scan, at, part.end);
        if (next == 0 && only_head)
            return at;
        if (next == 0)
            next = line_end(text, at, part.end);
    }
    return part.end;
}
