/* lib/check/ground.c */
#include "check/ground.h"

#include "text/html.h"

typedef struct Painter {
    const Document *document;
    Str text;
    unsigned char *kinds;
    size_t behind; /* the inline painted last */
} Painter;

static void paint(Painter *painter, size_t start, size_t end, int kind)
{
    end = end < painter->text.len ? end : painter->text.len;
    if (start < end)
        memset(painter->kinds + start, kind, end - start);
}

static size_t character_end(Str text, size_t at)
{
    at++;
    while ((str_at(text, at) & 0xC0) == 0x80 && at < text.len)
        at++;
    return at;
}

/* A typographic sign was made of one to three characters. */
static size_t sign_length(Str source, size_t at)
{
    int c = str_at(source, at);
    size_t length = 1;
    while ((c == '-' || c == '.' || c == '<' || c == '>') && length < 3 && str_at(source, at + length) == c)
        length++;
    return length;
}

/* Text and Markdown side by side: they differ by escapes, references and typographic signs. */
static size_t paint_text(Painter *painter, Str text, size_t at, int kind)
{
    Str source = painter->text;
    uint32_t code_points[2];

    if (str_starts_with(str_from_offset(source, at), text)) {
        paint(painter, at, at + text.len, kind);
        return at + text.len;
    }
    for (size_t i = 0; i < text.len && at < source.len;) {
        char c = text.data[i];
        size_t length = source.data[at] == '&' ? html_read_reference(str_from_offset(source, at), code_points) : 0;
        if (source.data[at] == '\\' && str_at(source, at + 1) == c) {
            paint(painter, at, at + 2, GROUND_ESCAPED);
            at += 2;
            i++;
        } else if (length > 0 && !str_starts_with(str_from_offset(text, i), str_slice(source, at, at + length))) {
            paint(painter, at, at + length, GROUND_ESCAPED);
            at += length;
            i = character_end(text, i);
            if (code_points[1] != 0)
                i = character_end(text, i);
        } else if (source.data[at] == c) {
            painter->kinds[at++] = (unsigned char)kind;
            i++;
        } else {
            length = sign_length(source, at);
            paint(painter, at, at + length, kind);
            at += length;
            i = character_end(text, i);
        }
    }
    return at;
}

/* Signs that stand otherwise in the source: escapes, entities, and what smart punctuation makes. */
static bool may_be_made(Str text, size_t at)
{
    if (strchr("&\\\"'\n", text.data[at]) != NULL)
        return true;
    if (!str_starts_with(str_from_offset(text, at), STR("\xE2\x80")))
        return false;
    return at + 2 >= text.len || strchr("\x93\x94\x98\x99\x9C\x9D\xA6", text.data[at + 2]) != NULL;
}

/* Where an inline begins: what cmark says of a line that is indented more than its paragraph is too small. */
static size_t real_start(const Painter *painter, const Node *node)
{
    enum { SOUGHT = 12, FAR = 400 };
    Str source = painter->text, sought = str_slice(node->text, 0, SOUGHT);
    size_t from = node->start > painter->behind ? node->start : painter->behind;

    if (painter->document->dialect != DIALECT_GFM || str_starts_with(str_from_offset(source, from), sought))
        return from;
    for (size_t i = 0; i < sought.len; i++) {
        if (may_be_made(sought, i))
            sought.len = i;
    }
    if (sought.len == 0)
        return from;
    size_t at = str_find(str_slice(source, 0, from + FAR), sought, painter->behind);
    return at == STR_NONE ? from : at;
}

static void paint_inline(Painter *painter, const Node *node, int kind)
{
    size_t at = real_start(painter, node);

    if (node->kind == NODE_TEXT)
        painter->behind = node->literal.made ? node->end : paint_text(painter, node->text, at, kind);
    else
        painter->behind = node->end > at ? node->end : at + node->text.len;
    if (node->kind == NODE_TEXT && node->literal.made)
        paint(painter, node->start, node->end, str_at(painter->text, node->start) == '&' ? GROUND_ESCAPED : kind);
    else if (node->kind == NODE_TEXT && at > 0 && painter->text.data[at - 1] == '\\'
             && painter->kinds[at - 1] == GROUND_NONE)
        paint(painter, at, at + 1, GROUND_ESCAPED);
    else if (node->kind == NODE_CODE)
        paint(painter, at, painter->behind, GROUND_CODE);
    else if (node->kind == NODE_HTML)
        paint(painter, at, painter->behind, GROUND_HTML);
}

static int text_kind(const Node *parent)
{
    if (parent->kind == NODE_LINK && parent->link.autolink)
        return GROUND_ADDRESS;
    bool element = parent->kind == NODE_ELEMENT || parent->kind == NODE_ELEMENT_BLOCK;
    return element && parent->element.raw ? GROUND_RAW : GROUND_TEXT;
}

static void paint_node(Painter *painter, const Node *node)
{
    switch (node->kind) {
    case NODE_TEXT:
        paint_inline(painter, node, text_kind(node->parent));
        break;
    case NODE_CODE:
    case NODE_HTML:
        paint_inline(painter, node, GROUND_NONE);
        break;
    case NODE_CODE_BLOCK:
        paint(painter, node->start, node->end, GROUND_CODE);
        break;
    case NODE_HTML_BLOCK: /* cmark's end of one that is one line long is its start */
        paint(painter, node->start, node->start + node->text.len, GROUND_HTML);
        paint(painter, node->start, node->end, GROUND_HTML);
        break;
    case NODE_ELEMENT_BLOCK:
    case NODE_ELEMENT:
        paint(painter, node->start, node->end, GROUND_HTML);
        break;
    default:
        break;
    }
}

void ground_read(Ground *out, const Document *document, Arena *arena)
{
    Painter painter = { .document = document, .text = document->text };

    painter.kinds = ARENA_ARRAY(arena, unsigned char, document->text.len);
    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        if (node_is_block(node))
            painter.behind = node->start;
        paint_node(&painter, node);
    }
    *out = (Ground){ document, document->text, painter.kinds };
}

int ground_at(const Ground *ground, size_t at)
{
    return at < ground->text.len ? ground->kinds[at] : GROUND_NONE;
}

const Node *ground_leaf(const Document *document, const Node *block)
{
    while (block != NULL && (!node_is_block(block) || block->first == NULL || node_is_block(block->first)))
        block = node_next(document->root, block);
    return block;
}
