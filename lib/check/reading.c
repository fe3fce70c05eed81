/* lib/check/reading.c */
#include "check/reading.h"

#include "base/buf.h"

static const Str object = STR_INIT("\xEF\xBF\xBC"); /* U+FFFC */

typedef struct Writer {
    const Document *document;
    Buf text;
    VEC(uint32_t) offsets;
    Arena *arena;
} Writer;

static void put(Writer *writer, Str text, uint32_t offset)
{
    for (size_t i = 0; i < text.len; i++)
        vec_push(writer->arena, &writer->offsets, offset);
    buf_put(&writer->text, text);
}

static size_t character_length(Str text, size_t at)
{
    size_t length = 1;
    while ((str_at(text, at + length) & 0xC0) == 0x80 && at + length < text.len)
        length++;
    return length;
}

/* How much of the Markdown at `at` stands for one character that reads otherwise: a character reference, a dash or an
 * ellipsis made of several characters, else one. */
static size_t made_length(Str source, size_t at)
{
    int c = str_at(source, at);
    size_t length = 1;

    if (c == '&') {
        size_t end = str_find_char(source, ';', at);
        return end == STR_NONE ? 1 : end - at + 1;
    }
    while ((c == '-' || c == '.' || c == '<' || c == '>') && str_at(source, at + length) == c && length < 3)
        length++;
    return length == 1 ? character_length(source, at) : length;
}

/* An ampersand may be one, or the first character of the reference to one. */
static bool stands_for_itself(Str source, size_t at, Str character)
{
    Str rest = str_from_offset(source, at);
    return str_starts_with(rest, character) && !str_starts_with(rest, STR("&amp;"));
}

/* Text and Markdown side by side: they differ by escapes, references and typographic signs. */
static void put_text(Writer *writer, const Node *node)
{
    Str source = str_slice(writer->document->text, node->start, node->end);
    size_t at = 0;

    for (size_t i = 0; i < node->text.len;) {
        size_t length = character_length(node->text, i);
        Str character = str_slice(node->text, i, i + length);
        if (str_at(source, at) == '\\' && str_at(character, 0) == str_at(source, at + 1))
            at++;
        bool same = stands_for_itself(source, at, character);
        put(writer, character, node->start + (uint32_t)(at < source.len ? at : source.len));
        at += same ? length : made_length(source, at);
        i += length;
    }
}

static void put_leaf(Writer *writer, const Node *node)
{
    switch (node->kind) {
    case NODE_TEXT:
        put_text(writer, node);
        break;
    case NODE_SOFT_BREAK:
    case NODE_HARD_BREAK:
        put(writer, STR(" "), node->start);
        break;
    case NODE_CODE:
    case NODE_IMAGE:
    case NODE_HTML:
    case NODE_FOOTNOTE_REFERENCE:
        put(writer, object, node->start);
        break;
    default:
        break;
    }
}

static bool holds_inlines(const Node *node)
{
    return node_is_block(node) && node->first != NULL && !node_is_block(node->first);
}

static const Node *next_inline(const Node *block, const Node *node)
{
    return node->kind == NODE_IMAGE ? node_after(block, node) : node_next(block, node);
}

bool reading_next(Reading *out, const Document *document, Arena *arena)
{
    const Node *block = out->block == NULL ? document->root : node_next(document->root, out->block);
    Writer writer = { .document = document, .text = { .arena = arena }, .arena = arena };

    while (block != NULL && !holds_inlines(block))
        block = node_next(document->root, block);
    if (block == NULL)
        return false;
    for (const Node *node = next_inline(block, block); node != NULL; node = next_inline(block, node))
        put_leaf(&writer, node);
    vec_push(arena, &writer.offsets, block->last->end);
    *out = (Reading){ document, block, buf_str(&writer.text), writer.offsets.items };
    return true;
}

static uint32_t end_offset(const Reading *reading, size_t end)
{
    /* what came from the last character ends where the next begins, unless markup stands between them */
    Str text = reading->document->text;
    if (end == 0)
        return reading->offsets[0];
    size_t last = end - 1;
    while (last > 0 && ((unsigned char)reading->text.data[last] & 0xC0) == 0x80)
        last--;
    uint32_t start = reading->offsets[last], next = reading->offsets[end];
    size_t length = character_length(text, start);
    bool same = stands_for_itself(text, start, str_slice(reading->text, last, end));
    return same || next <= start ? start + (uint32_t)length : start + (uint32_t)made_length(text, start);
}

Span reading_span(const Reading *reading, size_t start, size_t end)
{
    return places_find(&reading->document->places, reading->offsets[start], end_offset(reading, end));
}

Str reading_source(const Reading *reading, size_t start, size_t end)
{
    return str_slice(reading->document->text, reading->offsets[start], end_offset(reading, end));
}
