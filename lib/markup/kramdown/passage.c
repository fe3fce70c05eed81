/* lib/markup/kramdown/passage.c */
#include "markup/kramdown/passage.h"

static size_t part_of(const PassageParts *parts, uint32_t at)
{
    size_t low = 0;
    size_t high = parts->len;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (parts->items[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

uint32_t passage_origin(const Passage *passage, size_t offset)
{
    uint32_t at = passage->base + (uint32_t)offset;

    if (passage->parts == NULL)
        return at;
    if (passage->parts->len == 0)
        return 0;
    size_t i = part_of(passage->parts, at);
    const PassagePart *part = &passage->parts->items[i];
    uint32_t origin = part->origin + (at - part->at);
    if (i + 1 < passage->parts->len && part[1].origin >= part->origin && part[1].origin < origin)
        return part[1].origin; /* made text may be longer than what it stands for */
    return origin;
}

uint32_t passage_end(const Passage *passage, size_t offset)
{
    return offset == 0 ? passage_origin(passage, 0) : passage_origin(passage, offset - 1) + 1;
}

Passage passage_slice(Passage passage, size_t start, size_t end)
{
    Str text = str_slice(passage.text, start, end);

    start = start < passage.text.len ? start : passage.text.len;
    return (Passage){ text, passage.parts, passage.base + (uint32_t)start };
}

Passage passage_trim(Passage passage)
{
    size_t start = passage.text.len - str_trim_left(passage.text).len;
    return passage_trim_right(passage_slice(passage, start, passage.text.len));
}

Passage passage_trim_right(Passage passage)
{
    return passage_slice(passage, 0, str_trim_right(passage.text).len);
}

void passage_begin(PassageBuilder *builder, Arena *arena)
{
    builder->text = (Buf){ .arena = arena };
    builder->parts = ARENA_NEW(arena, PassageParts);
}

static void add_part(PassageBuilder *builder, uint32_t origin)
{
    PassageParts *parts = builder->parts;
    uint32_t at = (uint32_t)builder->text.len;

    if (parts->len > 0) {
        const PassagePart *last = &parts->items[parts->len - 1];
        if (last->origin + (at - last->at) == origin)
            return;
    }
    vec_push(builder->text.arena, parts, (PassagePart){ at, origin });
}

void passage_put(PassageBuilder *builder, const Passage *from, size_t start, size_t end)
{
    if (from->parts == NULL) {
        add_part(builder, from->base + (uint32_t)start);
        buf_put(&builder->text, str_slice(from->text, start, end));
        return;
    }
    size_t next = from->parts->len == 0 ? 0 : part_of(from->parts, from->base + (uint32_t)start) + 1;
    while (start < end) {
        size_t stop = end;
        if (next < from->parts->len && from->parts->items[next].at - from->base < end)
            stop = from->parts->items[next].at - from->base;
        next++;
        add_part(builder, passage_origin(from, start));
        buf_put(&builder->text, str_slice(from->text, start, stop));
        start = stop;
    }
}

void passage_put_made(PassageBuilder *builder, Str made, uint32_t origin)
{
    vec_push(builder->text.arena, builder->parts, (PassagePart){ (uint32_t)builder->text.len, origin });
    buf_put(&builder->text, made);
}

Passage passage_built(const PassageBuilder *builder)
{
    return (Passage){ buf_str(&builder->text), builder->parts, 0 };
}
