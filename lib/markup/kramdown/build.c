/* lib/markup/kramdown/build.c - blocks become nodes, and their texts are read. */
#include "markup/kramdown/build.h"

#include "markup/kramdown/html_tag.h"

Node *build_node(Parser *parser, Node *into, const Block *block, NodeKind kind)
{
    Node *node = node_new(parser->arena, kind);

    node->start = block->start;
    node->end = block->end;
    ial_apply(parser, node, block->own);
    ial_apply(parser, node, block->ial);
    node_append(into, node);
    return node;
}

Node *build_element(Parser *parser, Node *into, const Block *block, Str name)
{
    Node *node = build_node(parser, into, block, NODE_ELEMENT_BLOCK);
    node->text = name;
    return node;
}

void drop_attribute(Node *node, Str name)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        Attribute *attribute = &node->attributes[i];
        if (!str_eq(attribute->name, name))
            continue;
        memmove(attribute, attribute + 1, (--node->attribute_count - i) * sizeof(*attribute));
        return;
    }
}

static void move_attribute(Parser *parser, Node *to, Node *from, Str name)
{
    Str value = node_attribute(from, name);

    if (value.len == 0 || node_attribute(to, name).len > 0)
        return;
    node_set_attribute(to, parser->arena, name, value);
    drop_attribute(from, name);
}

/* An image alone in its paragraph, marked `{:standalone}`, becomes a figure with its text below. */
static bool build_figure(Parser *parser, Node *paragraph)
{
    Node *image = paragraph->first;

    if (image == NULL || image->next != NULL || image != parser->standalone || image->kind != NODE_IMAGE)
        return false;
    paragraph->kind = NODE_ELEMENT_BLOCK;
    paragraph->text = STR("figure");
    move_attribute(parser, paragraph, image, STR("class"));
    move_attribute(parser, paragraph, image, STR("id"));
    Node *caption = node_new(parser->arena, NODE_ELEMENT_BLOCK);
    caption->text = STR("figcaption");
    caption->start = caption->end = image->end;
    if (image->first != NULL)
        node_append(caption, node_copy(image->first, parser->arena));
    node_append(paragraph, caption);
    return true;
}

/* Text that stands without an element before the next block ends with a newline, which a backslash before it means. */
static bool parse_before_block(Parser *parser, Node *node, const Block *block)
{
    Passage text = block->text;
    size_t end = text.text.len;
    PassageBuilder longer;

    while (end > 0 && text.text.data[end - 1] == '\\')
        end--;
    size_t count = text.text.len - end;
    if (!block->bare || count == 0 || block->next == NULL || block->next->kind == BLOCK_BLANK)
        return false;
    passage_begin(&longer, parser->arena);
    passage_put(&longer, &text, 0, text.text.len);
    passage_put_made(&longer, STR("\n"), block->end);
    parse_spans(parser, node, passage_built(&longer));
    if (count % 2 == 1 && node->last != NULL && node->last->kind == NODE_HARD_BREAK)
        node_unlink(node->last);
    return true;
}

static void build_paragraph(Parser *parser, Node *into, const Block *block)
{
    Node *node = build_node(parser, into, block, NODE_PARAGRAPH);

    node->paragraph.bare = block->bare;
    if (!parse_before_block(parser, node, block))
        parse_spans(parser, node, block->text);
    if (!block->bare)
        build_figure(parser, node);
}

static void build_loose(Parser *parser, Node *into, const Block *block)
{
    Node *node = build_node(parser, into, block, NODE_PARAGRAPH);

    node->paragraph.bare = true;
    parse_spans(parser, node, block->text);
}

static void build_heading(Parser *parser, Node *into, const Block *block)
{
    Node *node = build_node(parser, into, block, NODE_HEADING);
    int level = block->level + parser->options.heading_offset;

    node->heading.level = level < 1 ? 1 : level > 6 ? 6 : level;
    parse_spans(parser, node, block->text);
    give_heading_id(parser, node, block->text.text);
    note_heading(parser, node, block->level);
}

static void build_quote(Parser *parser, Node *into, const Block *block)
{
    build_children(parser, build_node(parser, into, block, NODE_QUOTE), block);
}

/* The word of the class `language-word` that an attribute list gives, cut out of it. */
static Str cut_language(Parser *parser, Node *node)
{
    Str class = node_attribute(node, STR("class"));
    size_t at = str_find(class, STR("language-"), 0);
    size_t end = at;

    if (at == STR_NONE)
        return (Str){ 0 };
    while (end < class.len && !char_is_space(class.data[end]))
        end++;
    if (end == at + 9)
        return (Str){ 0 };
    Str rest = arena_join(parser->arena, str_slice(class, 0, at), str_from_offset(class, end), (Str){ 0 });
    node_set_attribute(node, parser->arena, STR("class"), str_trim(rest));
    if (str_trim(rest).len == 0)
        drop_attribute(node, STR("class"));
    return str_slice(class, at + 9, end);
}

static void build_code(Parser *parser, Node *into, const Block *block)
{
    Node *node = build_node(parser, into, block, NODE_CODE_BLOCK);
    Str info = block->code.info;

    node->text = block->text.text;
    node->code.fenced = block->code.fenced;
    node->code.info = info.len > 0 ? info : cut_language(parser, node);
}

static void build_rule(Parser *parser, Node *into, const Block *block)
{
    build_node(parser, into, block, NODE_RULE);
}

static bool is_tight(const Block *list)
{
    for (const Block *item = list->first; item != NULL; item = item->next) {
        for (const Block *child = item->first; child != NULL; child = child->next) {
            if (child->kind == BLOCK_PARAGRAPH && !child->bare)
                return false;
        }
    }
    return true;
}

static void build_list(Parser *parser, Node *into, const Block *block)
{
    if (parser->toc == NULL && ial_has_ref(block->ial, STR("toc"))) {
        place_toc(parser, into, block);
        return;
    }
    Node *list = build_node(parser, into, block, NODE_LIST);
    list->list.ordered = block->list.ordered;
    list->list.start = 1;
    list->list.delimiter = '.';
    list->list.tight = is_tight(block);
    if (parser->notes_place == NULL && ial_has_ref(block->ial, STR("footnotes")))
        parser->notes_place = list;
    else
        build_children(parser, list, block);
}

static void build_item(Parser *parser, Node *into, const Block *block)
{
    Node *item = build_node(parser, into, block, NODE_ITEM);

    item->item.task = block->item.task;
    item->item.checked = block->item.checked;
    build_children(parser, item, block);
}

static void build_definitions(Parser *parser, Node *into, const Block *block)
{
    build_children(parser, build_element(parser, into, block, STR("dl")), block);
}

static void build_term(Parser *parser, Node *into, const Block *block)
{
    const Ial *list = block->parent->ial;
    Node *term = build_element(parser, into, block, STR("dt"));

    parse_spans(parser, term, block->text);
    for (size_t i = 0; list != NULL && i < list->refs.len && node_attribute(term, STR("id")).len == 0; i++) {
        Str ref = list->refs.items[i];
        if (!str_starts_with(ref, STR("auto_ids")))
            continue;
        Str prefix = str_at(ref, 8) == '-' ? str_from_offset(ref, 9) : (Str){ 0 };
        Str slug = plain_slug(plain_words(parser, term), parser->work);
        Str id = arena_join(parser->arena, prefix, slug, (Str){ 0 });
        if (id.len > 0)
            node_set_attribute(term, parser->arena, STR("id"), id);
    }
}

static void build_definition(Parser *parser, Node *into, const Block *block)
{
    build_children(parser, build_element(parser, into, block, STR("dd")), block);
}

/* --- tables --- */

static void build_cell(Parser *parser, Node *row, const Block *block, CellAlign align, size_t column)
{
    Node *cell = build_node(parser, row, block, NODE_TABLE_CELL);

    cell->cell.align = align;
    cell->cell.column = column;
    parse_spans(parser, cell, block->text);
    if (cell->first == NULL) {
        Node *space = node_new(parser->arena, NODE_TEXT);
        space->text = STR("\u00A0");
        space->literal.made = true;
        space->literal.sign = SIGN_REFERENCE;
        space->start = space->end = cell->start;
        node_append(cell, space);
    }
}

static void build_table(Parser *parser, Node *into, const Block *block)
{
    Node *table = build_node(parser, into, block, NODE_TABLE);

    table->table.aligns = block->table.aligns;
    table->table.columns = block->table.columns;
    for (const Block *line = block->first; line != NULL; line = line->next) {
        Node *row = build_node(parser, table, line, NODE_TABLE_ROW);
        size_t column = 0;
        row->row.header = line->row.header;
        row->row.footer = line->row.footer;
        row->row.group = line->row.group;
        for (const Block *cell = line->first; cell != NULL; cell = cell->next, column++)
            build_cell(parser, row, cell, block->table.aligns[column], column);
    }
}

/* --- the rest --- */

static void build_math(Parser *parser, Node *into, const Block *block)
{
    Node *node = build_node(parser, into, block, NODE_PARAGRAPH);
    node_append(node, build_math_text(parser, node, block->text.text));
}

static void build_nothing(Parser *parser, Node *into, const Block *block)
{
    (void)parser;
    (void)into;
    (void)block;
}

typedef void Builder(Parser *parser, Node *into, const Block *block);

static Builder *const builders[] = {
    [BLOCK_ROOT] = build_nothing,  [BLOCK_BLANK] = build_nothing,
    [BLOCK_MARK] = build_nothing,  [BLOCK_PARAGRAPH] = build_paragraph,
    [BLOCK_LOOSE] = build_loose,   [BLOCK_HEADING] = build_heading,
    [BLOCK_QUOTE] = build_quote,   [BLOCK_CODE] = build_code,
    [BLOCK_RULE] = build_rule,     [BLOCK_LIST] = build_list,
    [BLOCK_ITEM] = build_item,     [BLOCK_DEFINITIONS] = build_definitions,
    [BLOCK_TERM] = build_term,     [BLOCK_DEFINITION] = build_definition,
    [BLOCK_TABLE] = build_table,   [BLOCK_ROW] = build_nothing,
    [BLOCK_CELL] = build_nothing,  [BLOCK_MATH] = build_math,
    [BLOCK_HTML] = build_html,     [BLOCK_HTML_TEXT] = build_html,
    [BLOCK_VERBATIM] = build_html,
};

void build_children(Parser *parser, Node *into, const Block *from)
{
    for (const Block *block = from->first; block != NULL; block = block->next)
        builders[block->kind](parser, into, block);
}

void build_document(Parser *parser, Block *root)
{
    Document *document = parser->document;

    document->root = node_new(parser->arena, NODE_DOCUMENT);
    document->root->end = (uint32_t)document->text.len;
    build_children(parser, document->root, root);
    build_notes(parser);
    fill_toc(parser);
    find_abbreviations(parser);
    write_signs(parser);
}
