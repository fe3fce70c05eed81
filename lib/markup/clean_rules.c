/* lib/markup/clean_rules.c - what becomes of each HTML element. What is not named here dissolves into what is in it. */
#include "markup/clean_parts.h"
#include "markup/url.h"

/* What Markdown has a node for. */
static const struct MarkdownRule {
    Str name;
    CleanAction action;
    NodeKind kind;
} markdown_rules[] = {
    { STR_INIT("a"), CLEAN_WRAP, NODE_LINK },
    { STR_INIT("b"), CLEAN_WRAP, NODE_STRONG },
    { STR_INIT("blockquote"), CLEAN_BLOCK, NODE_QUOTE },
    { STR_INIT("br"), CLEAN_LEAF, NODE_HARD_BREAK },
    { STR_INIT("code"), CLEAN_LEAF, NODE_CODE },
    { STR_INIT("del"), CLEAN_WRAP, NODE_STRIKETHROUGH },
    { STR_INIT("em"), CLEAN_WRAP, NODE_EMPHASIS },
    { STR_INIT("h1"), CLEAN_BLOCK, NODE_HEADING },
    { STR_INIT("h2"), CLEAN_BLOCK, NODE_HEADING },
    { STR_INIT("h3"), CLEAN_BLOCK, NODE_HEADING },
    { STR_INIT("h4"), CLEAN_BLOCK, NODE_HEADING },
    { STR_INIT("h5"), CLEAN_BLOCK, NODE_HEADING },
    { STR_INIT("h6"), CLEAN_BLOCK, NODE_HEADING },
    { STR_INIT("hr"), CLEAN_LEAF, NODE_RULE },
    { STR_INIT("i"), CLEAN_WRAP, NODE_EMPHASIS },
    { STR_INIT("img"), CLEAN_LEAF, NODE_IMAGE },
    { STR_INIT("li"), CLEAN_BLOCK, NODE_ITEM },
    { STR_INIT("menu"), CLEAN_BLOCK, NODE_LIST },
    { STR_INIT("ol"), CLEAN_BLOCK, NODE_LIST },
    { STR_INIT("p"), CLEAN_BLOCK, NODE_PARAGRAPH },
    { STR_INIT("pre"), CLEAN_LEAF, NODE_CODE_BLOCK },
    { STR_INIT("s"), CLEAN_WRAP, NODE_STRIKETHROUGH },
    { STR_INIT("strike"), CLEAN_WRAP, NODE_STRIKETHROUGH },
    { STR_INIT("strong"), CLEAN_WRAP, NODE_STRONG },
    { STR_INIT("table"), CLEAN_BLOCK, NODE_TABLE },
    { STR_INIT("td"), CLEAN_BLOCK, NODE_TABLE_CELL },
    { STR_INIT("th"), CLEAN_BLOCK, NODE_TABLE_CELL },
    { STR_INIT("tr"), CLEAN_BLOCK, NODE_TABLE_ROW },
    { STR_INIT("ul"), CLEAN_BLOCK, NODE_LIST },
};

/* All others that are known. */
static const struct NamesRule {
    const char *names;
    CleanAction action;
    NodeKind kind;
} names_rules[] = {
    { "abbr bdi bdo cite dfn ins kbd mark q rp rt ruby samp small span sub sup time u var", CLEAN_WRAP, NODE_ELEMENT },
    { "address dd details div dl dt figcaption figure summary", CLEAN_BLOCK, NODE_ELEMENT_BLOCK },
    { "audio embed iframe object video", CLEAN_EMBED, NODE_LINK },
    { "article aside caption center fieldset footer header hgroup legend main nav section", CLEAN_DISSOLVE_BLOCK,
      NODE_DOCUMENT },
    { "applet area base button canvas col colgroup datalist dialog form frame frameset head input link map meta meter "
      "noembed noframes optgroup option output param plaintext progress script select source style template textarea "
      "title track xmp",
      CLEAN_DROP, NODE_DOCUMENT },
};

bool clean_is_word_of(Str word, const char *words)
{
    Str rest = str_from(words);
    Str part;

    while (str_split(&part, &rest, ' ')) {
        if (str_eq(part, word))
            return true;
    }
    return false;
}

static CleanAction find_rule(NodeKind *kind, Str name)
{
    for (size_t i = 0; i < sizeof(markdown_rules) / sizeof(markdown_rules[0]); i++) {
        *kind = markdown_rules[i].kind;
        if (str_eq(markdown_rules[i].name, name))
            return markdown_rules[i].action;
    }
    for (size_t i = 0; i < sizeof(names_rules) / sizeof(names_rules[0]); i++) {
        *kind = names_rules[i].kind;
        if (clean_is_word_of(name, names_rules[i].names))
            return names_rules[i].action;
    }
    return CLEAN_DISSOLVE;
}

CleanAction clean_action_of(const Node *node)
{
    switch (node->kind) {
    case NODE_CODE_BLOCK:
    case NODE_RULE:
    case NODE_TEXT:
    case NODE_SOFT_BREAK:
    case NODE_HARD_BREAK:
    case NODE_CODE:
    case NODE_IMAGE:
    case NODE_FOOTNOTE_REFERENCE:
        return CLEAN_LEAF;
    default:
        return node_is_block(node) ? CLEAN_BLOCK : CLEAN_WRAP;
    }
}

static void put_text_below(Buf *out, const HtmlNode *root)
{
    const HtmlNode *at = root;

    while (at != NULL) {
        buf_put(out, at->text);
        if (str_eq(at->name, STR("br")))
            buf_put_char(out, '\n');
        if (at->first != NULL) {
            at = at->first;
            continue;
        }
        while (at != root && at->next == NULL)
            at = at->parent;
        at = at == root ? NULL : at->next;
    }
}

/* `<pre><code class="language-c">`, as Markdown programs write it. */
static Str find_language(const HtmlNode *pre, Arena *arena)
{
    const HtmlNode *code = pre->first;

    if (code == NULL || !str_eq(code->name, STR("code")))
        return (Str){ 0 };
    Str rest = html_attribute_value(code, STR("class"));
    Str name;
    while (str_split(&name, &rest, ' ')) {
        if (str_starts_with(name, STR("language-")))
            return arena_copy(arena, str_from_offset(name, STR("language-").len));
    }
    return (Str){ 0 };
}

static void read_code(Node *node, const HtmlNode *html, Arena *arena)
{
    Buf text = { .arena = arena };

    put_text_below(&text, html);
    if (node->kind == NODE_CODE_BLOCK) {
        node->code.info = find_language(html, arena);
        if (text.len > 0 && text.data[text.len - 1] != '\n')
            buf_put_char(&text, '\n');
    }
    node->text = buf_str(&text);
}

static void read_image(Node *node, const HtmlNode *html, Arena *arena)
{
    Str words = html_attribute_value(html, STR("alt"));

    node->link.url = html_attribute_value(html, STR("src"));
    node->link.title = html_attribute_value(html, STR("title"));
    if (words.len == 0)
        return;
    Node *text = node_new(arena, NODE_TEXT);
    text->text = words;
    node_append(node, text);
}

static void read_list(Node *node, const HtmlNode *html)
{
    Str start = html_attribute_value(html, STR("start"));

    node->list.ordered = str_eq(html->name, STR("ol"));
    node->list.tight = true; /* until an item turns out to hold blocks */
    node->list.delimiter = '.';
    for (size_t i = 0; i < start.len && i < 9 && char_is_digit(start.data[i]); i++)
        node->list.start = node->list.start * 10 + (start.data[i] - '0');
    if (start.len == 0)
        node->list.start = 1;
}

static CellAlign read_align(const HtmlNode *cell)
{
    static const struct AlignName {
        Str name, style;
        CellAlign align;
    } names[] = {
        { STR_INIT("left"), STR_INIT("text-align:left"), ALIGN_LEFT },
        { STR_INIT("center"), STR_INIT("text-align:center"), ALIGN_CENTER },
        { STR_INIT("right"), STR_INIT("text-align:right"), ALIGN_RIGHT },
    };
    char style[64];
    size_t len = 0;
    Str value = html_attribute_value(cell, STR("style"));

    for (size_t i = 0; i < value.len && len < sizeof(style); i++) {
        if (!char_is_space(value.data[i]))
            style[len++] = (char)char_lower(value.data[i]);
    }
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_eq_nocase(html_attribute_value(cell, STR("align")), names[i].name)
            || str_contains((Str){ style, len }, names[i].style))
            return names[i].align;
    }
    return ALIGN_NONE;
}

static bool is_header_row(const HtmlNode *row)
{
    if (row->parent != NULL && str_eq(row->parent->name, STR("thead")))
        return true;
    for (const HtmlNode *cell = row->first; cell != NULL; cell = cell->next) {
        if (cell->name.len > 0 && !str_eq(cell->name, STR("th")))
            return false;
    }
    return row->first != NULL;
}

static void fill(Node *node, const HtmlNode *html, Arena *arena)
{
    switch (node->kind) {
    case NODE_LINK:
        node->link.url = html_attribute_value(html, STR("href"));
        node->link.title = html_attribute_value(html, STR("title"));
        break;
    case NODE_IMAGE:
        read_image(node, html, arena);
        break;
    case NODE_HEADING:
        node->heading.level = html->name.data[1] - '0';
        break;
    case NODE_CODE:
    case NODE_CODE_BLOCK:
        read_code(node, html, arena);
        break;
    case NODE_LIST:
        read_list(node, html);
        break;
    case NODE_TABLE_ROW:
        node->row.header = is_header_row(html);
        break;
    case NODE_TABLE_CELL:
        node->cell.align = read_align(html);
        break;
    case NODE_ELEMENT:
    case NODE_ELEMENT_BLOCK:
        node->text = html->name;
        break;
    default:
        break;
    }
}

CleanAction clean_read_element(Node **proto, const HtmlNode *html, Arena *arena)
{
    NodeKind kind = NODE_DOCUMENT;
    CleanAction action = html->foreign ? CLEAN_DROP : find_rule(&kind, html->name);

    *proto = NULL;
    if (action < CLEAN_LEAF)
        return action;
    *proto = node_new(arena, kind);
    fill(*proto, html, arena);
    clean_read_attributes(*proto, html, arena);
    bool bare = (*proto)->attribute_count == 0;
    if (bare && str_eq(html->name, STR("span")))
        return CLEAN_DISSOLVE;
    if (bare && str_eq(html->name, STR("div")))
        return CLEAN_DISSOLVE_BLOCK;
    return action;
}

/* The address of what an embed shows: its own, or that of a <source> in it. */
static Str find_source(const HtmlNode *html)
{
    Str url = html_attribute_value(html, str_eq(html->name, STR("object")) ? STR("data") : STR("src"));

    for (const HtmlNode *child = html->first; child != NULL && url.len == 0; child = child->next) {
        if (str_eq(child->name, STR("source")))
            url = html_attribute_value(child, STR("src"));
    }
    return url;
}

Node *clean_read_embed(const HtmlNode *html, Arena *arena)
{
    Str url = find_source(html);
    Str title = str_trim(html_attribute_value(html, STR("title")));

    if (!url_is_safe(&url, "http https", arena) || url.len == 0)
        return NULL;
    if (str_starts_with(url, STR("//")))
        url = arena_join(arena, STR("https:"), url, (Str){ 0 });
    Node *link = node_new(arena, NODE_LINK);
    Node *text = node_new(arena, NODE_TEXT);
    link->link.url = url;
    link->link.autolink = title.len == 0;
    text->text = title.len == 0 ? url : title;
    node_append(link, text);
    return link;
}

bool clean_is_plain_table(const HtmlNode *table)
{
    static const char blocks[] = "table ul ol menu dl pre blockquote h1 h2 h3 h4 h5 h6 figure details hr address";
    const HtmlNode *at = table->first;

    while (at != NULL) {
        if (clean_is_word_of(at->name, blocks))
            return false;
        if (at->first != NULL) {
            at = at->first;
            continue;
        }
        while (at != table && at->next == NULL)
            at = at->parent;
        at = at == table ? NULL : at->next;
    }
    return table->first != NULL;
}

bool clean_takes_only_inlines(const Node *block)
{
    return block->kind == NODE_PARAGRAPH || block->kind == NODE_HEADING || block->kind == NODE_TABLE_CELL
           || (block->kind == NODE_ELEMENT_BLOCK && clean_is_word_of(block->text, "dt summary"));
}

bool clean_takes_inlines(const Node *block)
{
    return clean_takes_only_inlines(block)
           || (block->kind == NODE_ELEMENT_BLOCK && clean_is_word_of(block->text, "figure figcaption address dd div"));
}
