/* lib/text/html_parse.c - the wrapper of gumbo. */
#include "text/html_parse.h"

#include <gumbo.h>
#include <setjmp.h>

#include "base/buf.h"
#include "text/html_bound.h"

/* All that gumbo takes for one text. It cannot be told that there is no more: so it is left. */
typedef struct ParseMemory {
    Arena arena;
    size_t budget;
    jmp_buf too_much;
} ParseMemory;
enum { BUDGET_BASE = 1 << 20, BUDGET_PER_BYTE = 512 };

static void *take(void *userdata, size_t size)
{
    ParseMemory *memory = userdata;

    if (size > memory->budget)
        longjmp(memory->too_much, 1);
    memory->budget -= size;
    return arena_alloc(&memory->arena, size);
}

static void give_back(void *userdata, void *old)
{
    (void)userdata; /* all ends with the arena */
    (void)old;
}

static Str lower(Str s, Arena *arena)
{
    Buf out = { .arena = arena };

    for (size_t i = 0; i < s.len; i++)
        buf_put_char(&out, (char)char_lower((unsigned char)s.data[i]));
    return buf_str(&out);
}

static Str element_name(const GumboElement *element, Arena *arena)
{
    if (element->tag != GUMBO_TAG_UNKNOWN)
        return str_from(gumbo_normalized_tagname(element->tag));
    GumboStringPiece piece = element->original_tag;
    gumbo_tag_from_original_text(&piece);
    return lower((Str){ piece.data, piece.data == NULL ? 0 : piece.length }, arena);
}

static void copy_attributes(HtmlNode *node, const GumboVector *from, Arena *arena)
{
    HtmlAttribute *attributes = ARENA_ARRAY(arena, HtmlAttribute, from->length);

    for (unsigned i = 0; i < from->length; i++) {
        const GumboAttribute *attribute = from->data[i];
        attributes[i].name = lower(str_from(attribute->name), arena);
        attributes[i].value = arena_copy(arena, str_from(attribute->value));
    }
    node->attributes = attributes;
    node->attribute_count = from->length;
}

static bool has_children(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE || node->type == GUMBO_NODE_DOCUMENT;
}

/* NULL for comments. */
static HtmlNode *convert_node(const GumboNode *from, Arena *arena)
{
    HtmlNode *node = ARENA_NEW(arena, HtmlNode);

    if (has_children(from)) {
        node->name = element_name(&from->v.element, arena);
        node->foreign = from->v.element.tag_namespace != GUMBO_NAMESPACE_HTML;
        copy_attributes(node, &from->v.element.attributes, arena);
        return node;
    }
    if (from->type == GUMBO_NODE_COMMENT)
        return NULL;
    node->text = arena_copy(arena, str_from(from->v.text.text));
    return node;
}

static void append(HtmlNode *parent, HtmlNode *child)
{
    child->parent = parent;
    if (parent->last != NULL)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

/* Walks gumbo's tree without recursion: it can be deeper than our stack. */
static void convert(HtmlNode *root, const GumboNode *from, Arena *arena)
{
    const GumboNode *at = from; /* whose next child is looked at */
    unsigned child = 0;
    HtmlNode *parent = root;
    int depth = 0;

    for (;;) {
        if (child == at->v.element.children.length) {
            if (at == from)
                return;
            child = (unsigned)at->index_within_parent + 1;
            at = at->parent;
            if (--depth < HTML_MAX_DEPTH)
                parent = parent->parent;
            continue;
        }
        const GumboNode *next = at->v.element.children.data[child];
        HtmlNode *node = convert_node(next, arena);
        child++;
        if (node == NULL)
            continue;
        if (!has_children(next)) {
            append(parent, node);
            continue;
        }
        if (depth < HTML_MAX_DEPTH) {
            append(parent, node);
            parent = node;
        }
        depth++;
        at = next;
        child = 0;
    }
}

bool html_parse(const HtmlNode **out, Str html, Arena *arena)
{
    ParseMemory memory = { 0 };
    GumboOptions options = kGumboDefaultOptions;
    volatile bool read = false;

    memory.budget = BUDGET_BASE + html.len * BUDGET_PER_BYTE;
    options.allocator = take;
    options.deallocator = give_back;
    options.userdata = &memory;
    options.max_errors = 0;
    options.fragment_context = GUMBO_TAG_BODY;
    if (setjmp(memory.too_much) == 0) {
        Str text = html_bound(html, HTML_MAX_DEPTH, &memory.arena);
        const GumboOutput *parsed = gumbo_parse_with_options(&options, text.len == 0 ? "" : text.data, text.len);
        HtmlNode *root = ARENA_NEW(arena, HtmlNode);
        convert(root, parsed->root, arena);
        *out = root;
        read = true;
    }
    arena_free(&memory.arena);
    return read;
}

const HtmlAttribute *html_attribute(const HtmlNode *node, Str name)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        if (str_eq(node->attributes[i].name, name))
            return &node->attributes[i];
    }
    return NULL;
}

Str html_attribute_value(const HtmlNode *node, Str name)
{
    const HtmlAttribute *attribute = html_attribute(node, name);
    return attribute == NULL ? (Str){ 0 } : attribute->value;
}
