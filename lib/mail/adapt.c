/* lib/mail/adapt.c */
#include "mail/adapt.h"

#include "base/utf8.h"
#include "mail/address.h"
#include "markup/html.h"
#include "markup/plain.h"
#include "text/html.h"
#include "text/unicode.h"

/* --- text --- */

static const struct Range {
    uint32_t first, last;
} unfit[] = {
    { 0x00, 0x08 },     { 0x0b, 0x1f },     { 0x7f, 0x9f },     { 0x202a, 0x202e },
    { 0x2066, 0x2069 }, { 0xfdd0, 0xfdef }, { 0xfeff, 0xfeff },
};
enum { UNFIT_COUNT = sizeof(unfit) / sizeof(unfit[0]), REPLACEMENT = 0xfffd, ASCII_END = 0x7f };

static bool is_fit(uint32_t c)
{
    if ((c & 0xfffe) == 0xfffe)
        return false;
    for (size_t i = 0; i < UNFIT_COUNT; i++) {
        if (unfit[i].first <= c && c <= unfit[i].last)
            return false;
    }
    return true;
}

static bool is_plain(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        int c = str_at(text, i);
        if (c >= ASCII_END || (c < ' ' && c != '\n' && c != '\t'))
            return false;
    }
    return true;
}

Str adapt_text(Str text, Arena *arena)
{
    Buf fit = { .arena = arena };

    if (is_plain(text))
        return text;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = (uint32_t)utf8_next(text, &at);
        if (c == REPLACEMENT) /* something was lost before us: say so in a way that every program shows */
            buf_put_char(&fit, '?');
        else if (is_fit(c))
            buf_put_utf8(&fit, c);
    }
    return unicode_nfc(buf_str(&fit), arena);
}

/* --- addresses --- */

static bool has_scheme(Str url, Str scheme)
{
    return str_eq_nocase(str_slice(url, 0, scheme.len), scheme);
}

/* What stands between `//` and the path. */
static Str authority_of(Str url)
{
    size_t start = str_find(url, STR("//"), 0);
    size_t end = start == STR_NONE ? url.len : start + 2;
    Str rest = str_from_offset(url, end);

    for (end = 0; end < rest.len; end++) {
        if (str_find_char(STR("/?#"), rest.data[end], 0) != STR_NONE)
            break;
    }
    return str_slice(rest, 0, end);
}

static Str host_of(Str url)
{
    Str authority = authority_of(url);

    return str_slice(authority, 0, str_find_char(authority, ':', 0));
}

Str adapt_url(Str url, const AdaptBase *base, Arena *arena)
{
    Str absolute = url_resolve(str_trim(url), base->page_url, arena);
    Buf escaped = { .arena = arena };
    Buf encoded = { .arena = arena };

    if (has_scheme(absolute, STR("http://")) && str_eq_nocase(authority_of(absolute), base->site_host))
        absolute = arena_join(arena, STR("https"), str_from_offset(absolute, 4), STR(""));
    html_put_url(&escaped, absolute); /* encodes as CommonMark does; its escaping for HTML is taken back */
    html_put_unescaped(&encoded, buf_str(&escaped));
    return buf_str(&encoded);
}

bool adapt_url_is_linkable(Str url)
{
    if (has_scheme(url, STR("https://")))
        return domain_is_full(host_of(url));
    return has_scheme(url, STR("mailto:")) || has_scheme(url, STR("tel:"));
}

/* --- documents --- */

/* Levels as the author nested them become levels without gaps. */
typedef struct Levels {
    int open[6]; /* the author's levels of the headings we are under */
    int depth;
} Levels;

static int next_level(Levels *levels, int level, int top)
{
    while (levels->depth > 0 && levels->open[levels->depth - 1] >= level)
        levels->depth--;
    levels->open[levels->depth++] = level;
    int shifted = top + levels->depth - 1;
    return shifted > 6 ? 6 : shifted;
}

static bool is_pixel(Str size)
{
    return str_eq(size, STR("0")) || str_eq(size, STR("1")) || str_eq(size, STR("0px")) || str_eq(size, STR("1px"));
}

static bool is_showable(const Node *image)
{
    return has_scheme(image->link.url, STR("https://")) && adapt_url_is_linkable(image->link.url)
           && !is_pixel(node_attribute(image, STR("width"))) && !is_pixel(node_attribute(image, STR("height")));
}

/* Its children take its place. Returns the node to go on with. */
static Node *dissolve(const Node *root, Node *node)
{
    Node *next = node->first != NULL ? node->first : node_next(root, node);
    Node *child;

    while ((child = node->first) != NULL) {
        node_unlink(child);
        node_insert_before(node, child);
    }
    node_unlink(node);
    return next;
}

static void adapt_address(Node *node, const AdaptBase *base, Arena *arena)
{
    if (node->link.url.len == 0)
        return;
    node->link.url = adapt_url(node->link.url, base, arena);
    if (node->kind == NODE_IMAGE
        && has_scheme(node->link.url, STR("http://"))) /* at worst its alternative text shows */
        node->link.url = arena_join(arena, STR("https"), str_from_offset(node->link.url, 4), STR(""));
}

static bool has_words(const Node *node, Arena *arena)
{
    Buf words = { .arena = arena };

    render_words(&words, node);
    return str_trim(buf_str(&words)).len > 0;
}

/* A link must be called something: where neither words nor an alternative text do it, its address does. */
static void name_link(Node *link, Arena *arena)
{
    Node *place = link;

    if (has_words(link, arena))
        return;
    for (Node *node = link; node != NULL; node = node_next(link, node)) {
        if (node->kind == NODE_IMAGE && has_words(node, arena))
            return;
        if (node->kind == NODE_IMAGE && place == link)
            place = node;
    }
    Node *name = node_new(arena, NODE_TEXT);
    name->text = link->link.url;
    node_append(place, name);
}

static Node *adapt_node(const Document *document, Node *node, const AdaptBase *base, Levels *levels, int top_level)
{
    node->text = adapt_text(node->text, document->arena);
    switch ((int)node->kind) {
    case NODE_HEADING:
        node->heading.level = next_level(levels, node->heading.level, top_level);
        break;
    case NODE_LINK:
        adapt_address(node, base, document->arena);
        if (node->link.url.len == 0)
            return dissolve(document->root, node);
        break;
    case NODE_IMAGE:
        adapt_address(node, base, document->arena);
        if (!is_showable(node))
            return dissolve(document->root, node);
        break;
    default:
        break;
    }
    return node_next(document->root, node);
}

void adapt_document(Document *document, const AdaptBase *base, int top_level)
{
    Levels levels = { 0 };

    for (Node *node = document->root; node != NULL;)
        node = adapt_node(document, node, base, &levels, top_level);
    for (Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        if (node->kind == NODE_LINK)
            name_link(node, document->arena);
    }
}
