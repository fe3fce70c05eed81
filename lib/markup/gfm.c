/* lib/markup/gfm.c - the wrapper of cmark-gfm. */
#include "markup/gfm.h"

#define CMARK_NO_SHORT_NAMES /* it would name its node types as we name ours */
#include <cmark-gfm/node.h>
#include <cmark-gfm-core-extensions.h>
#include <pthread.h>
#include <setjmp.h>

#include "base/buf.h"
#include "markup/gfm_passes.h"
#include "markup/mend.h"

/* cmark-gfm's allocator has no argument of ours, so the arena of the parse that this thread is in stands here: the one
 * thing besides `strikethrough_lock` that is not handed down. Nothing of it outlives gfm_parse. */
typedef struct ParseMemory {
    Arena arena;
    size_t budget; /* bytes the parse may still take */
    jmp_buf too_much;
} ParseMemory;
static _Thread_local ParseMemory *memory;
enum { BUDGET_BASE = 1 << 20, BUDGET_PER_BYTE = 1024 };

/* cmark-gfm keeps a table of special characters for the whole process, which a parse with `strikethrough` changes while
 * it runs: only for `~`, so that texts without one need not wait for it. `autolink` changes it for common characters
 * and is never used. */
static pthread_mutex_t strikethrough_lock = PTHREAD_MUTEX_INITIALIZER;

/* The size of an allocation stands in front of it. */
enum { SIZE_ROOM = _Alignof(max_align_t) };

static void *take(size_t size)
{
    if (size > memory->budget)
        longjmp(memory->too_much, 1);
    memory->budget -= size;
    char *at = (char *)arena_alloc(&memory->arena, SIZE_ROOM + size) + SIZE_ROOM;
    memcpy(at - SIZE_ROOM, &size, sizeof(size));
    return at;
}

static void *parse_calloc(size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        longjmp(memory->too_much, 1);
    return take(total);
}

static void *parse_realloc(void *old, size_t size)
{
    size_t held;

    if (old == NULL)
        return take(size);
    memcpy(&held, (char *)old - SIZE_ROOM, sizeof(held));
    if (held >= size)
        return old;
    void *moved = take(size);
    memcpy(moved, old, held);
    return moved;
}

static void parse_free(void *old)
{
    (void)old; /* all ends with the arena */
}

static cmark_mem parse_memory = { parse_calloc, parse_realloc, parse_free };

void gfm_init(void)
{
    cmark_gfm_core_extensions_ensure_registered();
}

static void attach(cmark_parser *parser, const char *extension)
{
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extension));
}

static cmark_node *parse(Str text, bool smart, bool strikethrough)
{
    int options = CMARK_OPT_FOOTNOTES | (smart ? CMARK_OPT_SMART : 0);
    cmark_parser *parser = cmark_parser_new_with_mem(options, &parse_memory);

    attach(parser, "table");
    if (strikethrough)
        attach(parser, "strikethrough");
    cmark_parser_feed(parser, text.data, text.len);
    return cmark_parser_finish(parser);
}

/* At each quote cmark looks back over all that are open in the paragraph: a text of nothing else would take minutes. */
static bool has_few_quotes(Str text)
{
    enum { LOOKS_BASE = 1 << 23, LOOKS_PER_BYTE = 64 };
    size_t looks = 0;
    size_t quotes = 0;
    bool blank = true; /* the line, so far */

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '\n') {
            quotes = blank ? 0 : quotes;
            blank = true;
        } else if (!char_is_space(c)) {
            blank = false;
        }
        if (c == '"' || c == '\'')
            looks += quotes++;
    }
    return looks <= LOOKS_BASE + text.len * LOOKS_PER_BYTE;
}

/* NULL when the parse would take more memory than its text is worth: links to one huge address, tables of empty cells.
 */
static cmark_node *parse_bounded(Str text, bool smart)
{
    const bool strikethrough = str_find_char(text, '~', 0) != STR_NONE;
    cmark_node *volatile root = NULL;

    if (strikethrough)
        pthread_mutex_lock(&strikethrough_lock);
    if (setjmp(memory->too_much) == 0)
        root = parse(text, smart, strikethrough);
    if (strikethrough)
        pthread_mutex_unlock(&strikethrough_lock);
    return root;
}

/* One conversion of cmark's tree into ours. */
typedef struct Converter {
    Document *document;
    Arena *arena;
    const Mended *mended;
    int footnotes;    /* definitions seen */
    size_t addresses; /* bytes of addresses that links may still repeat */
} Converter;

static Str copy_bytes(Converter *c, const unsigned char *data, size_t len)
{
    Str copy = arena_copy(c->arena, (Str){ (const char *)data, len });
    return c->mended->insert_count == 0 ? copy : mend_undo(copy, c->arena);
}

static Str copy_chunk(Converter *c, const cmark_chunk *chunk)
{
    return chunk->len == 0 ? (Str){ 0 } : copy_bytes(c, chunk->data, (size_t)chunk->len);
}

/* The offset of a line and column, both from 1: cmark's can be wrong, so they are held within the text. */
static uint32_t find_offset(const Converter *c, int line, int column)
{
    Lines lines = c->mended->lines;

    if (line < 1)
        return 0;
    size_t at = (size_t)line <= lines.count ? lines.starts[line - 1] : c->mended->text.len;
    if (column > 0)
        at += (size_t)(column - 1);
    return mend_original_offset(c->mended, at < c->mended->text.len ? at : c->mended->text.len);
}

static void set_place(Node *node, const Converter *c, const cmark_node *from)
{
    if (from->start_line < 1) { /* breaks have none */
        const Node *beside = node->previous != NULL ? node->previous : node->parent;
        node->start = node->end = node->previous != NULL ? beside->end : beside->start;
        return;
    }
    node->start = find_offset(c, from->start_line, from->start_column);
    node->end = find_offset(c, from->end_line, from->end_column + 1);
    if (node->end < node->start)
        node->end = node->start;
}

static const NodeKind block_kinds[] = {
    [CMARK_NODE_DOCUMENT & CMARK_NODE_VALUE_MASK] = NODE_DOCUMENT,
    [CMARK_NODE_BLOCK_QUOTE & CMARK_NODE_VALUE_MASK] = NODE_QUOTE,
    [CMARK_NODE_LIST & CMARK_NODE_VALUE_MASK] = NODE_LIST,
    [CMARK_NODE_ITEM & CMARK_NODE_VALUE_MASK] = NODE_ITEM,
    [CMARK_NODE_CODE_BLOCK & CMARK_NODE_VALUE_MASK] = NODE_CODE_BLOCK,
    [CMARK_NODE_HTML_BLOCK & CMARK_NODE_VALUE_MASK] = NODE_HTML_BLOCK,
    [CMARK_NODE_PARAGRAPH & CMARK_NODE_VALUE_MASK] = NODE_PARAGRAPH,
    [CMARK_NODE_HEADING & CMARK_NODE_VALUE_MASK] = NODE_HEADING,
    [CMARK_NODE_THEMATIC_BREAK & CMARK_NODE_VALUE_MASK] = NODE_RULE,
    [CMARK_NODE_FOOTNOTE_DEFINITION & CMARK_NODE_VALUE_MASK] = NODE_FOOTNOTE,
};
static const NodeKind inline_kinds[] = {
    [CMARK_NODE_TEXT & CMARK_NODE_VALUE_MASK] = NODE_TEXT,
    [CMARK_NODE_SOFTBREAK & CMARK_NODE_VALUE_MASK] = NODE_SOFT_BREAK,
    [CMARK_NODE_LINEBREAK & CMARK_NODE_VALUE_MASK] = NODE_HARD_BREAK,
    [CMARK_NODE_CODE & CMARK_NODE_VALUE_MASK] = NODE_CODE,
    [CMARK_NODE_HTML_INLINE & CMARK_NODE_VALUE_MASK] = NODE_HTML,
    [CMARK_NODE_EMPH & CMARK_NODE_VALUE_MASK] = NODE_EMPHASIS,
    [CMARK_NODE_STRONG & CMARK_NODE_VALUE_MASK] = NODE_STRONG,
    [CMARK_NODE_LINK & CMARK_NODE_VALUE_MASK] = NODE_LINK,
    [CMARK_NODE_IMAGE & CMARK_NODE_VALUE_MASK] = NODE_IMAGE,
    [CMARK_NODE_FOOTNOTE_REFERENCE & CMARK_NODE_VALUE_MASK] = NODE_FOOTNOTE_REFERENCE,
};

/* Types of extensions get their numbers at run time. */
static NodeKind extension_kind(cmark_node *from)
{
    static const struct ExtensionKind {
        Str type;
        NodeKind kind;
    } kinds[] = {
        { STR_INIT("strikethrough"), NODE_STRIKETHROUGH }, { STR_INIT("table"), NODE_TABLE },
        { STR_INIT("table_header"), NODE_TABLE_ROW },      { STR_INIT("table_row"), NODE_TABLE_ROW },
        { STR_INIT("table_cell"), NODE_TABLE_CELL },
    };
    Str type = str_from(cmark_node_get_type_string(from));

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (str_eq(kinds[i].type, type))
            return kinds[i].kind;
    }
    return NODE_TEXT;
}

static NodeKind find_kind(cmark_node *from)
{
    size_t value = from->type & CMARK_NODE_VALUE_MASK;

    if (CMARK_NODE_BLOCK_P(from) && value < sizeof(block_kinds) / sizeof(block_kinds[0]))
        return block_kinds[value];
    if (!CMARK_NODE_BLOCK_P(from) && value < sizeof(inline_kinds) / sizeof(inline_kinds[0]))
        return inline_kinds[value];
    return extension_kind(from);
}

static void fill_list(Node *node, const cmark_node *from)
{
    const cmark_list *list = &from->as.list;

    node->list.ordered = list->list_type == CMARK_ORDERED_LIST;
    node->list.tight = list->tight;
    node->list.start = list->start;
    node->list.delimiter = list->delimiter == CMARK_PAREN_DELIM ? ')' : '.';
}

static void fill_table(Node *node, cmark_node *from, Arena *arena)
{
    const uint8_t *letters = cmark_gfm_extensions_get_table_alignments(from);
    size_t columns = cmark_gfm_extensions_get_table_columns(from);
    CellAlign *aligns = ARENA_ARRAY(arena, CellAlign, columns);

    for (size_t i = 0; i < columns; i++) {
        aligns[i] = letters[i] == 'l'   ? ALIGN_LEFT
                    : letters[i] == 'c' ? ALIGN_CENTER
                    : letters[i] == 'r' ? ALIGN_RIGHT
                                        : ALIGN_NONE;
    }
    node->table.aligns = aligns;
    node->table.columns = columns;
}

static void fill_cell(Node *node)
{
    const Node *row = node->parent;
    size_t column = 0;

    if (row->kind != NODE_TABLE_ROW || row->parent->kind != NODE_TABLE)
        return;
    if (node->previous != NULL)
        column = node->previous->cell.column + 1;
    node->cell.column = column;
    if (column < row->parent->table.columns)
        node->cell.align = row->parent->table.aligns[column];
}

static void fill_footnote(Converter *c, Node *node, const cmark_node *from)
{
    if (node->kind == NODE_FOOTNOTE) {
        node->footnote.label = copy_chunk(c, &from->as.literal);
        node->footnote.number = ++c->footnotes;
        node->footnote.occurrence = from->footnote.def_count;
        return;
    }
    if (from->parent_footnote_def != NULL)
        node->footnote.label = copy_chunk(c, &from->parent_footnote_def->as.literal);
    for (int i = 0; i < from->as.literal.len; i++)
        node->footnote.number = node->footnote.number * 10 + (from->as.literal.data[i] - '0');
    node->footnote.occurrence = from->footnote.ref_ix;
}

static void fill_code(Converter *c, Node *node, const cmark_node *from)
{
    node->text = copy_chunk(c, &from->as.code.literal);
    node->code.info = copy_chunk(c, &from->as.code.info);
    node->code.fenced = from->as.code.fenced != 0;
}

/* <https://...> and <a@b.org>: the text is the address. */
static bool is_autolink(const cmark_node *from)
{
    const cmark_node *text = from->first_child;

    if (text == NULL || text->next != NULL || text->type != CMARK_NODE_TEXT || from->as.link.title.len > 0)
        return false;
    Str url = { (const char *)from->as.link.url.data, (size_t)from->as.link.url.len };
    Str shown = { (const char *)text->as.literal.data, (size_t)text->as.literal.len };
    return shown.len > 0 && str_ends_with(url, shown)
           && (url.len == shown.len || str_eq(str_slice(url, 0, url.len - shown.len), STR("mailto:")));
}

static void fill_link(Converter *c, Node *node, const cmark_node *from)
{
    node->link.url = copy_chunk(c, &from->as.link.url);
    node->link.title = copy_chunk(c, &from->as.link.title);
    node->link.autolink = node->kind == NODE_LINK && is_autolink(from);
}

static void fill(Converter *c, Node *node, cmark_node *from)
{
    switch (node->kind) {
    case NODE_HEADING:
        node->heading.level = from->as.heading.level;
        break;
    case NODE_LIST:
        fill_list(node, from);
        break;
    case NODE_CODE_BLOCK:
        fill_code(c, node, from);
        break;
    case NODE_LINK:
    case NODE_IMAGE:
        fill_link(c, node, from);
        break;
    case NODE_TABLE:
        fill_table(node, from, c->arena);
        break;
    case NODE_TABLE_ROW:
        node->row.header = cmark_gfm_extensions_get_table_row_is_header(from) != 0;
        break;
    case NODE_TABLE_CELL:
        fill_cell(node);
        break;
    case NODE_FOOTNOTE:
    case NODE_FOOTNOTE_REFERENCE:
        fill_footnote(c, node, from);
        break;
    case NODE_HTML_BLOCK:
    case NODE_CODE:
        node->text = copy_chunk(c, &from->as.literal);
        break;
    default:
        break;
    }
}

/* cmark cuts text at every character that might have meant something: `*from` moves to the last part. */
static Str copy_text(Converter *c, cmark_node **from)
{
    cmark_node *last = *from;
    size_t len = (size_t)last->as.literal.len;

    while (last->next != NULL && last->next->type == CMARK_NODE_TEXT) {
        last = last->next;
        len += (size_t)last->as.literal.len;
    }
    if (last == *from)
        return copy_chunk(c, &last->as.literal);
    Buf text = { .arena = c->arena };
    buf_reserve(&text, len);
    for (const cmark_node *part = *from; part != last->next; part = part->next)
        buf_put(&text, (Str){ (const char *)part->as.literal.data, (size_t)part->as.literal.len });
    *from = last;
    return c->mended->insert_count == 0 ? buf_str(&text) : mend_undo(buf_str(&text), c->arena);
}

/* A link to an address that is defined once can be written again in three bytes. */
static bool is_too_long(Converter *c, NodeKind kind, const cmark_node *from)
{
    if (kind != NODE_LINK && kind != NODE_IMAGE)
        return false;
    size_t len = (size_t)from->as.link.url.len + (size_t)from->as.link.title.len;
    bool too_long = len > c->addresses;
    c->addresses -= too_long ? 0 : len;
    return too_long;
}

/* Whether a node is left out, and what is in it stands in its parent: what nests too deep, and a mark's own tag. */
static bool is_dissolved(const Node *node, const Node *parent, int depth)
{
    switch (node->kind) {
    case NODE_ITEM:
        return parent->kind != NODE_LIST;
    case NODE_LIST:
        return depth >= NODE_MAX_DEPTH - 1;
    case NODE_QUOTE:
    case NODE_FOOTNOTE:
    case NODE_EMPHASIS:
    case NODE_STRONG:
    case NODE_STRIKETHROUGH:
    case NODE_LINK:
    case NODE_IMAGE:
        return depth >= NODE_MAX_DEPTH;
    case NODE_TEXT:
    case NODE_HTML:
        return node->text.len == 0;
    default:
        return false;
    }
}

/* Makes the node of `*from`, which moves on to the last one that went into it, and remembers there where its children
 * go. */
static void convert_node(Converter *c, cmark_node **from, int depth)
{
    Node *parent = (*from)->parent->user_data;
    Node *node = node_new(c->arena, find_kind(*from));
    cmark_node *first = *from;

    if (node->kind == NODE_TEXT)
        node->text = copy_text(c, from);
    else if (node->kind == NODE_HTML)
        node->text = copy_chunk(c, &first->as.literal);
    if (is_dissolved(node, parent, depth) || is_too_long(c, node->kind, first)) {
        (*from)->user_data = parent;
        return;
    }
    node_append(parent, node);
    set_place(node, c, first);
    if (*from != first)
        node->end = find_offset(c, (*from)->end_line, (*from)->end_column + 1);
    fill(c, node, first);
    c->document->has_raw_html |= node->kind == NODE_HTML || node->kind == NODE_HTML_BLOCK;
    (*from)->user_data = node;
}

static void convert(Converter *c, cmark_node *root)
{
    cmark_node *at = root;
    int depth = 0;

    root->user_data = c->document->root;
    for (;;) {
        if (at->first_child != NULL) {
            at = at->first_child;
            depth += at->parent->parent == NULL || at->parent->user_data != at->parent->parent->user_data;
        } else {
            for (; at != root && at->next == NULL; at = at->parent)
                depth -= at->parent->parent == NULL || at->parent->user_data != at->parent->parent->user_data;
            if (at == root)
                return;
            at = at->next;
        }
        convert_node(c, &at, depth);
    }
}

static void show_verbatim(Document *document)
{
    Node *code = node_new(document->arena, NODE_CODE_BLOCK);

    code->text = document->text;
    code->end = (uint32_t)document->text.len;
    node_append(document->root, code);
}

void gfm_parse(Document *out, Str text, const Places *places, const GfmOptions *options, Arena *arena)
{
    ParseMemory parse = { 0 };
    Mended mended;

    *out = (Document){ .arena = arena, .root = node_new(arena, NODE_DOCUMENT), .text = text };
    out->root->end = (uint32_t)text.len;
    if (places != NULL)
        out->places = *places;
    mend_text(&mended, text, options->smart, options->bare_links, &parse.arena);
    parse.budget = BUDGET_BASE + text.len * BUDGET_PER_BYTE;
    memory = &parse;
    cmark_node *root = parse_bounded(mended.text, options->smart && has_few_quotes(mended.text));
    memory = NULL;
    size_t addresses = NODE_REPEATS_BASE + text.len * NODE_REPEATS_PER_BYTE;
    if (root != NULL)
        convert(&(Converter){ .document = out, .arena = arena, .mended = &mended, .addresses = addresses }, root);
    else
        show_verbatim(out);
    arena_free(&parse.arena);
    find_tasks(out);
    if (options->bare_links)
        find_bare_links(out);
    if (options->heading_ids)
        make_heading_ids(out);
}
