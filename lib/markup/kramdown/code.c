/* lib/markup/kramdown/code.c - code blocks: indented, and between fences. */
#include "markup/kramdown/code.h"

#include "markup/kramdown/html_tag.h"
#include "markup/kramdown/scan.h"

/* Behind a line that is indented and not blank, or 0. */
static size_t indented_end(Str text, size_t at)
{
    size_t start = scan_indent(text, at);

    if (start == 0)
        return 0;
    while (str_at(text, start) == ' ' || str_at(text, start) == '\t')
        start++;
    return start >= text.len || char_is_space(text.data[start]) ? 0 : scan_line_end(text, start);
}

/* Behind a line that goes on with the code before it though it is not indented, or 0. */
static size_t lazy_end(Reader *reader, size_t at)
{
    Str text = reader->text;
    Str content;
    size_t start = at;

    while (str_at(text, start) == ' ' || str_at(text, start) == '\t')
        start++;
    if (start >= text.len || char_is_space(text.data[start]))
        return 0;
    if (ial_line_end(reader, at, &content) > 0 || scan_end_marker(text, at) > 0 || html_ends_lines(text, at))
        return 0;
    return scan_line_end(text, start);
}

size_t code_lines_end(Reader *reader, size_t at)
{
    for (;;) {
        size_t blank = scan_blank_lines(reader->text, at);
        size_t end = indented_end(reader->text, blank > 0 ? blank : at);
        if (end == 0)
            return at;
        for (; end > 0; end = indented_end(reader->text, at))
            at = end;
        for (end = lazy_end(reader, at); end > 0; end = lazy_end(reader, at))
            at = end;
    }
}

/* A lazy line is joined to the line before it. */
static Passage cut_indent(Parser *parser, size_t start, size_t end)
{
    const Reader *reader = parser->reader;
    Str text = reader->text;
    PassageBuilder code;
    bool open = false; /* a line's newline is still to be written */

    passage_begin(&code, parser->arena);
    for (size_t at = start, next; at < end; at = next) {
        next = scan_line_end(text, at);
        size_t first = scan_spaces(text, at, 3);
        bool lazy = open && !char_is_space(str_at(text, first));
        if (lazy)
            passage_put_made(&code, STR(" "), passage_origin(&reader->passage, at));
        else if (open)
            passage_put(&code, &reader->passage, at - 1, at);
        size_t indent = lazy ? 0 : scan_indent(text, at);
        passage_put(&code, &reader->passage, indent > 0 ? indent : at, next - 1);
        open = true;
    }
    passage_put(&code, &reader->passage, end - 1, end);
    return passage_built(&code);
}

Outcome parse_indented_code(Parser *parser)
{
    Reader *reader = parser->reader;
    size_t start = reader->at;

    if (indented_end(reader->text, start) == 0)
        return NOT_MINE;
    size_t end = code_lines_end(reader, start);
    Block *code = block_add(parser, BLOCK_CODE, start, end);
    code->text = cut_indent(parser, start, end);
    reader->at = end;
    return TAKEN;
}

/* --- between fences --- */

static size_t run_length(Str text, size_t at)
{
    size_t end = at;

    while (str_at(text, end) != STR_END && text.data[end] == text.data[at])
        end++;
    return end - at;
}

/* All lines that may close code, with the longest run of each character that follows. */
static void find_fences(Parser *parser, Reader *reader)
{
    Str text = reader->text;
    size_t most[2] = { 0, 0 };
    bool alone = parser->options.alone;

    reader->fences_known = true;
    for (size_t at = 0; at < text.len; at = scan_line_end(text, at)) {
        size_t start = alone ? at : scan_spaces(text, at, 3);
        int c = str_at(text, start);
        if (c != '~' && (c != '`' || alone))
            continue;
        size_t count = run_length(text, start);
        if (count >= 3 && scan_end_of_line(text, start + count) > 0)
            vec_push(parser->work, &reader->fences, (Fence){ .line = at, .count = count, .character = (char)c });
    }
    for (size_t i = reader->fences.len; i-- > 0;) {
        Fence *fence = &reader->fences.items[i];
        size_t *longest = &most[fence->character == '~'];
        if (*longest < fence->count)
            *longest = fence->count;
        fence->most[0] = most[0];
        fence->most[1] = most[1];
    }
}

static size_t first_fence(const Reader *reader, size_t at)
{
    size_t low = 0;
    size_t high = reader->fences.len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reader->fences.items[middle].line < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The fence that closes code opened with `count` marks; marks that no line has stand in the info. */
static const Fence *find_closing(const Reader *reader, size_t at, char character, size_t *count)
{
    size_t i = first_fence(reader, at);

    if (i == reader->fences.len)
        return NULL;
    size_t most = reader->fences.items[i].most[character == '~'];
    if (*count > most)
        *count = most;
    if (*count < 3)
        return NULL;
    while (reader->fences.items[i].character != character || reader->fences.items[i].count < *count)
        i++;
    return &reader->fences.items[i];
}

/* The only word of a line; false when there are more. */
static bool read_info(Str *info, Str line)
{
    *info = str_trim(line);
    for (size_t i = 0; i < info->len; i++) {
        if (char_is_space(info->data[i]))
            return false;
    }
    size_t options = str_find_char(*info, '?', 1);
    if (options != STR_NONE)
        info->len = options;
    return true;
}

Outcome parse_fenced_code(Parser *parser)
{
    Reader *reader = parser->reader;
    Str text = reader->text;
    size_t at = scan_spaces(text, reader->at, 3);
    Str info;

    bool found = parser->options.alone ? str_eq(str_slice(text, reader->at, reader->at + 3), STR("~~~"))
                                       : scan_is_fence(text, reader->at);
    if (!found)
        return NOT_MINE;
    if (!reader->fences_known)
        find_fences(parser, reader);
    size_t count = run_length(text, at);
    size_t start = scan_line_end(text, at);
    const Fence *closing = count < 3 ? NULL : find_closing(reader, start, text.data[at], &count);
    if (closing == NULL || !read_info(&info, str_slice(text, at + count, start)))
        return NOT_MINE;
    size_t end = scan_line_end(text, closing->line);
    Block *code = block_add(parser, BLOCK_CODE, reader->at, end);
    code->text = passage_slice(reader->passage, start, closing->line);
    code->code.fenced = true;
    code->code.info = info;
    reader->at = end;
    return TAKEN;
}
