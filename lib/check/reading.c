/* lib/check/reading.c */
#include "check/reading.h"

#include "base/buf.h"

static const Str object = STR_INIT("\xEF\xBF\xBC"); /* U+FFFC */

/* A part of the text. A literal one was copied; each byte of another stands for all that is there from `offset` on. */
typedef struct ReadingRun {
    size_t start;    /* in the text of the reading */
    uint32_t offset; /* in the text of the document */
    bool literal;
} ReadingRun;

/* HTML elements whose text is no prose, in the order of str_cmp. */
static const char *const code_elements[] = { "code", "kbd", "pre", "samp", "script", "style", "textarea", "tt", "var" };

static bool is_code_element(Str name)
{
    return str_is_among(name, code_elements, sizeof(code_elements) / sizeof(code_elements[0]));
}

typedef struct Writer {
    const Document *document;
    Buf text;
    VEC(ReadingRun) runs;
    Arena *arena;
} Writer;

static void put(Writer *writer, Str text, uint32_t offset, bool literal)
{
    const ReadingRun *last = writer->runs.len == 0 ? NULL : &writer->runs.items[writer->runs.len - 1];
    bool goes_on =
        literal && last != NULL && last->literal && last->offset + (writer->text.len - last->start) == offset;

    if (!goes_on)
        vec_push(writer->arena, &writer->runs, (ReadingRun){ writer->text.len, offset, literal });
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

    if (str_eq(node->text, source)) {
        put(writer, source, node->start, true);
        return;
    }
    for (size_t i = 0; i < node->text.len;) {
        size_t length = character_length(node->text, i);
        Str character = str_slice(node->text, i, i + length);
        if (str_at(source, at) == '\\' && str_at(character, 0) == str_at(source, at + 1))
            at++;
        bool same = stands_for_itself(source, at, character);
        put(writer, character, node->start + (uint32_t)(at < source.len ? at : source.len), same);
        at += same ? length : made_length(source, at);
        i += length;
    }
}

/* Which element a raw tag opens, "" for none. */
static Str opened_element(Str tag)
{
    size_t end = 1;
    while (char_is_alnum(str_at(tag, end)))
        end++;
    return str_at(tag, 0) == '<' ? str_slice(tag, 1, end) : (Str){ NULL, 0 };
}

static bool closes_element(const Node *node, Str name)
{
    return node->kind == NODE_HTML && str_starts_with(node->text, STR("</"))
           && str_eq_nocase(str_slice(node->text, 2, 2 + name.len), name);
}

static void put_leaf(Writer *writer, const Node *node)
{
    switch (node->kind) {
    case NODE_TEXT:
        put_text(writer, node);
        break;
    case NODE_SOFT_BREAK:
    case NODE_HARD_BREAK:
        put(writer, STR(" "), node->start, false);
        break;
    case NODE_CODE:
    case NODE_IMAGE:
    case NODE_HTML:
    case NODE_FOOTNOTE_REFERENCE:
        put(writer, object, node->start, false);
        break;
    case NODE_ELEMENT:
        if (node->first == NULL || is_code_element(node->text))
            put(writer, object, node->start, false);
        break;
    default:
        break;
    }
}

static bool holds_inlines(const Node *node)
{
    bool code = node->kind == NODE_ELEMENT_BLOCK && is_code_element(node->text);
    return node_is_block(node) && node->first != NULL && !node_is_block(node->first) && !code;
}

static const Node *next_inline(const Node *block, const Node *node)
{
    bool whole = node->kind == NODE_IMAGE || (node->kind == NODE_ELEMENT && is_code_element(node->text));
    if (node->kind != NODE_HTML || !is_code_element(opened_element(node->text)))
        return whole ? node_after(block, node) : node_next(block, node);
    /* what stands between raw tags hangs beside them */
    enum { NEAR = 100 };
    const Node *close = node->next;
    for (int i = 0; close != NULL && i < NEAR && !closes_element(close, opened_element(node->text)); i++)
        close = close->next;
    return node_after(block, close == NULL ? node : close);
}

static Reading read_block(const Document *document, const Node *block, Arena *arena)
{
    Writer writer = { .document = document, .text = { .arena = arena }, .arena = arena };

    for (const Node *node = next_inline(block, block); node != NULL; node = next_inline(block, node))
        put_leaf(&writer, node);
    vec_push(arena, &writer.runs, (ReadingRun){ writer.text.len, block->last->end, false });
    return (Reading){ document, block, buf_str(&writer.text), writer.runs.items, writer.runs.len };
}

Readings readings_of(const Document *document, Arena *arena)
{
    VEC(Reading) readings = { 0 };
    const Node *next;

    for (const Node *node = document->root; node != NULL; node = next) {
        bool found = holds_inlines(node);
        next = found ? node_after(document->root, node) : node_next(document->root, node);
        if (found)
            vec_push(arena, &readings, read_block(document, node, arena));
    }
    return (Readings){ readings.items, readings.len };
}

static const ReadingRun *run_at(const Reading *reading, size_t position)
{
    size_t low = 0, high = reading->run_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (reading->runs[middle].start <= position)
            low = middle;
        else
            high = middle;
    }
    return &reading->runs[low];
}

uint32_t reading_offset(const Reading *reading, size_t position)
{
    const ReadingRun *run = run_at(reading, position);
    return run->offset + (run->literal ? (uint32_t)(position - run->start) : 0);
}

/* What came from the last character ends where the next begins, unless markup stands between them. */
static uint32_t end_offset(const Reading *reading, size_t end)
{
    Str text = reading->document->text;
    if (end == 0)
        return reading_offset(reading, 0);
    const ReadingRun *run = run_at(reading, end - 1);
    if (run->literal)
        return run->offset + (uint32_t)(end - run->start);
    uint32_t next = reading_offset(reading, end);
    bool known = next > run->offset && str_at(reading->text, run->start) != ' ';
    size_t length = known ? made_length(text, run->offset) : character_length(text, run->offset);
    return run->offset + (uint32_t)length;
}

Span reading_span(const Reading *reading, size_t start, size_t end)
{
    return places_find(&reading->document->places, reading_offset(reading, start), end_offset(reading, end));
}

Str reading_source(const Reading *reading, size_t start, size_t end)
{
    return str_slice(reading->document->text, reading_offset(reading, start), end_offset(reading, end));
}
