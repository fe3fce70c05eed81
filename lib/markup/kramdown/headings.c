/* lib/markup/kramdown/headings.c - ids of headings, and the table of contents made of them. */
#include "base/utf8.h"
#include "markup/kramdown/build.h"
#include "text/html.h"
#include "text/unicode.h"

/* What a heading says, without marks: for the GFM parser with code and what stands for other characters. */
Str plain_words(const Parser *parser, const Node *heading)
{
    Buf out = { .arena = parser->work };
    const Node *next = NULL;

    for (const Node *node = heading->first; node != NULL; node = next) {
        bool is_script = node->kind == NODE_HTML && node->parent->kind == NODE_ELEMENT;
        bool is_text = node->kind == NODE_TEXT && !node->literal.made;
        bool is_more = node->kind == NODE_TEXT || node->kind == NODE_CODE;
        bool skips = node->kind == NODE_IMAGE;
        next = skips ? node_after(heading, node) : node_next(heading, node);
        if (is_script)
            html_put_unescaped(&out, node->text);
        else if (is_text || (is_more && !parser->options.alone))
            buf_put(&out, node->text);
    }
    return buf_str(&out);
}

/* As GitHub: lower case, letters, digits, `_` and `-`, white space as hyphens. */
static Str github_slug(Str words, Arena *arena)
{
    Buf out = { .arena = arena };
    Str lower = unicode_lower(words, arena);

    for (size_t at = 0; at < lower.len;) {
        size_t start = at;
        uint32_t c = (uint32_t)utf8_next(lower, &at);
        if (c == ' ' || c == '\t')
            buf_put_char(&out, '-');
        else if (c == '-' || unicode_is_word(c))
            buf_put(&out, str_slice(lower, start, at));
    }
    return buf_str(&out);
}

/* As kramdown alone: from the first ASCII letter on. */
Str plain_slug(Str words, Arena *arena)
{
    Buf out = { .arena = arena };

    for (size_t at = 0; at < words.len; at++) {
        char c = words.data[at];
        bool kept = char_is_alpha(c) || (out.len > 0 && (char_is_digit(c) || c == '-'));
        if (kept)
            buf_put_char(&out, (char)char_lower(c));
        else if (c == ' ' && out.len > 0)
            buf_put_char(&out, '-');
    }
    return buf_str(&out);
}

/* How often a slug was asked for before. */
static int count_slug(Map *seen, Str slug, Arena *arena)
{
    int **count = (int **)map_at(seen, slug);

    if (*count == NULL) {
        *count = ARENA_NEW(arena, int);
        return 0;
    }
    return ++**count;
}

/* An author may give an empty id: then there is none. */
static bool drop_empty_id(Node *heading)
{
    size_t count = heading->attribute_count;

    if (str_trim(node_attribute(heading, STR("id"))).len == 0)
        drop_attribute(heading, STR("id"));
    return heading->attribute_count < count;
}

static Str words_of(const Parser *parser, const Node *heading, Str written)
{
    const KramdownOptions *options = &parser->options;
    bool raw = options->alone && !options->bare_ids;
    return raw ? written : plain_words(parser, heading);
}

void give_heading_id(Parser *parser, Node *heading, Str written)
{
    Arena *arena = parser->arena;
    bool plain = parser->in_element || parser->in_note || parser->options.alone;
    Map *seen = plain ? &parser->used_ids : &parser->gfm_ids;

    if (drop_empty_id(heading) || parser->options.no_ids || node_attribute(heading, STR("id")).len > 0)
        return;
    Str words = words_of(parser, heading, written);
    if (plain && parser->options.latin_ids)
        words = unicode_transliterate(words, parser->work);
    Str slug = plain ? plain_slug(words, arena) : github_slug(words, arena);
    if (plain && slug.len == 0)
        slug = STR("section");
    int count = count_slug(seen, slug, parser->work);
    if (count > 0)
        slug = arena_format(arena, STR_FMT "-%d", STR_ARG(slug), count);
    if (parser->options.id_prefix.len > 0)
        slug = arena_join(arena, parser->options.id_prefix, slug, (Str){ 0 });
    if (slug.len > 0)
        node_set_attribute(heading, arena, STR("id"), slug);
}

/* --- the table of contents --- */

static bool has_word(Str text, Str word)
{
    for (Str part; str_split(&part, &text, ' ');) {
        if (str_eq(part, word))
            return true;
    }
    return false;
}

void note_heading(Parser *parser, Node *heading, int level)
{
    unsigned levels = parser->options.toc_levels;
    bool shown = levels == 0 || (levels >> level & 1) != 0;

    if (shown && heading->attribute_count > 0 && !has_word(node_attribute(heading, STR("class")), STR("no_toc")))
        vec_push(parser->work, &parser->headings, (TocEntry){ heading, level });
}

void place_toc(Parser *parser, Node *into, const Block *block)
{
    Node *list = build_node(parser, into, block, NODE_LIST);

    list->list.ordered = block->list.ordered;
    list->list.start = 1;
    list->list.delimiter = '.';
    list->list.tight = true;
    parser->toc = list;
}

/* A copy of what the heading says, without links and references to footnotes. */
static void copy_words(Parser *parser, Node *into, const Node *from)
{
    for (const Node *child = from->first; child != NULL; child = child->next) {
        if (child->kind == NODE_FOOTNOTE_REFERENCE)
            continue;
        Node *target = into;
        if (child->kind != NODE_LINK) {
            target = node_copy(child, parser->arena);
            node_append(into, target);
        }
        copy_words(parser, target, child);
    }
}

static Node *add_entry(Parser *parser, Node *list, const Node *heading)
{
    Arena *arena = parser->arena;
    Node *item = node_new(arena, NODE_ITEM);
    Node *paragraph = node_new(arena, NODE_PARAGRAPH);
    Node *link = node_new(arena, NODE_LINK);
    Str id = node_attribute(heading, STR("id"));

    item->start = paragraph->start = link->start = parser->toc->start;
    item->end = paragraph->end = link->end = parser->toc->end;
    paragraph->paragraph.bare = true;
    link->link.url = arena_join(arena, STR("#"), id, (Str){ 0 });
    Str toc_id = node_attribute(parser->toc, STR("id"));
    node_set_attribute(link, arena, STR("id"), arena_join(arena, toc_id, STR("-"), id));
    node_append(list, item);
    node_append(item, paragraph);
    node_append(paragraph, link);
    copy_words(parser, link, heading);
    return item;
}

static Node *sublist(Parser *parser, Node *item)
{
    if (item->last->kind == NODE_LIST)
        return item->last;
    Node *list = node_new(parser->arena, NODE_LIST);
    list->list = parser->toc->list;
    list->start = parser->toc->start;
    list->end = parser->toc->end;
    node_append(item, list);
    return list;
}

void fill_toc(Parser *parser)
{
    enum { LEVELS = 7 };
    struct {
        int level;
        Node *item;
    } open[LEVELS];
    size_t depth = 0;

    if (parser->toc == NULL)
        return;
    if (parser->headings.len == 0) {
        node_unlink(parser->toc);
        return;
    }
    if (node_attribute(parser->toc, STR("id")).len == 0)
        node_set_attribute(parser->toc, parser->arena, STR("id"), STR("markdown-toc"));
    for (size_t i = 0; i < parser->headings.len; i++) {
        const TocEntry *entry = &parser->headings.items[i];
        while (depth > 0 && open[depth - 1].level >= entry->level)
            depth--;
        Node *list = depth == 0 ? parser->toc : sublist(parser, open[depth - 1].item);
        open[depth].level = entry->level;
        open[depth++].item = add_entry(parser, list, entry->heading);
    }
}
