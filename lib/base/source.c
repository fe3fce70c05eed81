/* lib/base/source.c */
#include "base/source.h"

#include <assert.h>

#include "base/utf8.h"

static size_t count_lines(Str text)
{
    size_t count = 1;
    for (size_t at = 0; (at = str_find_char(text, '\n', at)) != STR_NONE; at++)
        count++;
    return count;
}

Source *source_new(Str path, Str text, Arena *arena)
{
    assert(text.len <= SOURCE_MAX_BYTES);
    Source *source = ARENA_NEW(arena, Source);
    size_t count = count_lines(text);
    uint32_t *starts = ARENA_ARRAY(arena, uint32_t, count);
    size_t at = 0;
    for (size_t line = 1; line < count; line++) {
        at = str_find_char(text, '\n', at) + 1;
        starts[line] = (uint32_t)at;
    }
    *source = (Source){ path, text, starts, count };
    return source;
}

static size_t line_of(const Source *source, uint32_t offset)
{
    size_t low = 0;
    size_t high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

Place source_place(const Source *source, uint32_t offset)
{
    if (offset > source->text.len)
        offset = (uint32_t)source->text.len;
    size_t line = line_of(source, offset);
    Str before = str_slice(source->text, source->line_starts[line], offset);
    return (Place){ (uint32_t)line + 1, (uint32_t)utf8_length(before) + 1 };
}

uint32_t source_line_number(const Source *source, uint32_t offset)
{
    return (uint32_t)line_of(source, offset) + 1;
}

Place source_place_from(PlaceCursor *cursor, const Source *source, uint32_t offset)
{
    uint32_t line = cursor->place.line;
    bool ahead = cursor->source == source && cursor->offset <= offset && offset <= source->text.len
                 && (line == source->line_count || offset < source->line_starts[line]);

    if (ahead)
        cursor->place.column += (uint32_t)utf8_length(str_slice(source->text, cursor->offset, offset));
    else
        cursor->place = source_place(source, offset);
    cursor->source = source;
    cursor->offset = offset;
    return cursor->place;
}

Str source_line(const Source *source, uint32_t line)
{
    if (line == 0 || line > source->line_count)
        return (Str){ NULL, 0 };
    size_t start = source->line_starts[line - 1];
    size_t end = line < source->line_count ? source->line_starts[line] - 1 : source->text.len;
    if (end > start && source->text.data[end - 1] == '\r')
        end--;
    return str_slice(source->text, start, end);
}

Str source_text(Span span)
{
    return span.source == NULL ? (Str){ NULL, 0 } : str_slice(span.source->text, span.start, span.end);
}

Span span_part(Span span, size_t start, size_t end)
{
    size_t len = span.end - span.start;
    if (end > len)
        end = len;
    if (start > end)
        start = end;
    return (Span){ span.source, span.start + (uint32_t)start, span.start + (uint32_t)end };
}

Span span_whole(const Source *source)
{
    return (Span){ source, 0, (uint32_t)source->text.len };
}

int span_cmp(Span a, Span b)
{
    if (a.source != b.source) {
        if (a.source == NULL || b.source == NULL)
            return a.source == NULL ? -1 : 1;
        int order = str_cmp(a.source->path, b.source->path);
        if (order != 0)
            return order;
    }
    if (a.start != b.start)
        return a.start < b.start ? -1 : 1;
    return (a.end > b.end) - (a.end < b.end);
}

Span located_part(Located text, size_t start, size_t end)
{
    if (text.span.end - text.span.start != text.str.len)
        return text.span;
    return span_part(text.span, start, end);
}

Located located_slice(Located text, size_t start, size_t end)
{
    return (Located){ str_slice(text.str, start, end), located_part(text, start, end) };
}

Located located_trim(Located text)
{
    size_t end = str_trim_right(text.str).len;
    size_t start = 0;
    while (start < end && char_is_space(str_at(text.str, start)))
        start++;
    return located_slice(text, start, end);
}
