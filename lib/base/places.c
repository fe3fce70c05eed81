/* lib/base/places.c */
#include "base/places.h"

void places_add(Places *places, size_t text_start, Span span, bool literal)
{
    PlacesPart part = { text_start, span, literal };
    if (places->len > 0 && places->items[places->len - 1].text_start == text_start)
        places->items[places->len - 1] = part;
    else
        vec_push(places->arena, places, part);
}

static size_t part_of(const Places *places, size_t at)
{
    size_t low = 0;
    size_t high = places->len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (places->items[middle].text_start <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static Span place_at(const Places *places, size_t at)
{
    const PlacesPart *part = &places->items[part_of(places, at)];
    if (!part->literal || at < part->text_start)
        return part->span;
    size_t offset = at - part->text_start;
    size_t len = part->span.end - part->span.start;
    return span_part(part->span, offset, offset < len ? offset + 1 : len);
}

Span places_find(const Places *places, size_t start, size_t end)
{
    if (places->len == 0)
        return (Span){ 0 };
    Span first = place_at(places, start);
    if (end <= start) {
        first.end = first.start;
        return first;
    }
    Span last = place_at(places, end - 1);
    if (last.source != first.source || last.end < first.start)
        return first;
    first.end = last.end;
    return first;
}
