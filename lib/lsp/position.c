/* lib/lsp/position.c */
#include "lsp/position.h"

#include "base/utf8.h"

PositionText position_text(const Source *source, PositionEncoding encoding)
{
    PositionText text = { .source = source, .encoding = encoding };
    for (size_t cr = str_find_char(source->text, '\r', 0); cr != STR_NONE && !text.bare_cr;
         cr = str_find_char(source->text, '\r', cr + 1))
        text.bare_cr = str_at(source->text, cr + 1) != '\n';
    return text;
}

static bool is_bare_cr(Str text, size_t at)
{
    return str_at(text, at) == '\r' && str_at(text, at + 1) != '\n';
}

/* Where the line of an editor begins within [start, end), a line of the Source; `*lines` counts those before it. */
static size_t last_line_start(Str text, size_t start, size_t end, uint32_t *lines)
{
    size_t found = start;
    for (size_t i = start; i < end; i++) {
        if (is_bare_cr(text, i)) {
            found = i + 1;
            ++*lines;
        }
    }
    return found;
}

static uint32_t count_units(Str text, PositionEncoding encoding)
{
    uint32_t units = 0;
    for (size_t at = 0; encoding == POSITION_UTF16 && at < text.len;)
        units += utf8_next(text, &at) > 0xFFFF ? 2 : 1;
    return encoding == POSITION_UTF16 ? units : (uint32_t)text.len;
}

static size_t character_start(Str text, size_t offset)
{
    while (offset > 0 && offset < text.len && ((unsigned char)text.data[offset] & 0xC0) == 0x80)
        offset--;
    return offset;
}

Position position_of(const PositionText *text, size_t offset)
{
    Str bytes = text->source->text;
    Position position = { 0, 0 };

    offset = character_start(bytes, offset > bytes.len ? bytes.len : offset);
    uint32_t line = source_line_number(text->source, (uint32_t)offset) - 1;
    size_t start = text->source->line_starts[line];
    position.line = line;
    if (text->bare_cr) {
        uint32_t before = 0;
        last_line_start(bytes, 0, offset, &before);
        start = last_line_start(bytes, start, offset, &(uint32_t){ 0 });
        position.line += before;
    }
    position.character = count_units(str_slice(bytes, start, offset), text->encoding);
    return position;
}

/* Where line `line` begins; the end of the text past the last. */
static size_t line_start(const PositionText *text, uint32_t line)
{
    Str bytes = text->source->text;

    if (!text->bare_cr)
        return line < text->source->line_count ? text->source->line_starts[line] : bytes.len;
    size_t at = 0;
    for (; line > 0 && at < bytes.len; at++)
        line -= bytes.data[at] == '\n' || is_bare_cr(bytes, at);
    return line > 0 ? bytes.len : at;
}

size_t position_offset(const PositionText *text, Position position)
{
    Str bytes = text->source->text;
    size_t at = line_start(text, position.line);
    uint32_t units = 0;

    while (at < bytes.len && units < position.character && bytes.data[at] != '\n' && bytes.data[at] != '\r') {
        size_t next = at;
        bool wide = utf8_next(bytes, &next) > 0xFFFF;
        units += text->encoding == POSITION_UTF8 ? (uint32_t)(next - at) : wide ? 2 : 1;
        if (units > position.character)
            break;
        at = next;
    }
    return at;
}
