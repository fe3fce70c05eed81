/* lib/check/html.c - reads the HTML in a body tag by tag. */
#include "check/html.h"

#include <stdlib.h>

enum { MAX_SEARCHES = 32 }; /* of what takes longer, in one post */

typedef struct Scan {
    const Subject *subject;
    Ground ground;
    Str text;
    bool gfm;
    VEC(const Node *) leaves; /* in order of places */
    size_t leaf;              /* the one that `at` has not left yet */
    HtmlBalance balance;
    Map ids;
    size_t foreign;  /* what stands before this is SVG or mathematics */
    int searches;    /* for end tags of custom elements, and in vain for those of scripts */
    int unknown;     /* names that HTML does not know */
    bool no_comment; /* no comment ends from here on */
} Scan;

static Part part_of(const HtmlTag *tag)
{
    return (Part){ tag->start, tag->end };
}

static int by_start(const void *left, const void *right)
{
    const Node *a = *(const Node *const *)left, *b = *(const Node *const *)right;
    return a->start < b->start ? -1 : a->start > b->start;
}

static void list_leaves(Scan *scan)
{
    const Document *document = scan->subject->document;
    bool sorted = true;

    for (const Node *leaf = ground_leaf(document, document->root); leaf != NULL;
         leaf = ground_leaf(document, node_after(document->root, leaf))) {
        if (leaf->kind != NODE_PARAGRAPH && leaf->kind != NODE_HEADING && leaf->kind != NODE_TABLE_CELL)
            continue;
        sorted = sorted && (scan->leaves.len == 0 || scan->leaves.items[scan->leaves.len - 1]->start <= leaf->start);
        vec_push(scan->subject->scratch, &scan->leaves, leaf);
    }
    if (!sorted)
        qsort(scan->leaves.items, scan->leaves.len, sizeof(*scan->leaves.items), by_start);
}

static const Node *leaf_at(Scan *scan, size_t at)
{
    while (scan->leaf < scan->leaves.len && scan->leaves.items[scan->leaf]->end <= at)
        html_balance_leave(&scan->balance, scan->leaves.items[scan->leaf++]);
    if (scan->leaf == scan->leaves.len || scan->leaves.items[scan->leaf]->start > at)
        return NULL;
    return scan->leaves.items[scan->leaf];
}

/* --- attributes -------------------------------------------------------------------------------------------------- */

static bool is_handler(Str name)
{
    return name.len > 3 && char_lower(name.data[0]) == 'o' && char_lower(name.data[1]) == 'n'
           && char_is_alpha(name.data[2]);
}

static void check_id(Scan *scan, Str id, Part part)
{
    if (id.len == 0 || !link_is_literal(scan->subject, part))
        return;
    if (!map_has(&scan->ids, id)) {
        map_put(&scan->ids, id, scan);
        return;
    }
    if (link_say(scan->subject, "html-duplicate-id", part, "the id \"" STR_FMT "\" stands here already", STR_ARG(id)))
        diag_hint(scan->subject->diags, "give each element an id of its own: a link to it leads to the first");
}

static void check_attributes(Scan *scan, const HtmlTag *tag)
{
    HtmlAttributeText attribute;
    uint32_t start = tag->end - 1 - (uint32_t)tag->attributes.len;
    size_t at = 0;

    while (html_tag_attribute(&attribute, tag->attributes, &at)) {
        Part part = { start + attribute.start, start + attribute.end };
        if (str_eq_nocase(attribute.name, STR("id"))) {
            check_id(scan, attribute.value, part);
        } else if (is_handler(attribute.name) && link_is_literal(scan->subject, part)
                   && link_say(scan->subject, "html-unsafe", part,
                               "\"" STR_FMT "\" is a program, which mails and feed readers refuse",
                               STR_ARG(attribute.name))) {
            diag_hint(scan->subject->diags, "delete it");
        }
    }
}

static bool is_data(const HtmlTag *script)
{
    return str_contains(script->attributes, STR("ld+json")) || str_contains(script->attributes, STR("math/"));
}

static void check_script(Scan *scan, const HtmlTag *tag)
{
    if (!str_eq_nocase(tag->name, STR("script")) || is_data(tag) || !link_is_literal(scan->subject, part_of(tag)))
        return;
    if (link_say(scan->subject, "html-unsafe", part_of(tag),
                 "a script is a program, which mails and feed readers refuse"))
        diag_hint(scan->subject->diags, "leave it to the site's template, or write a link to what it shows");
}

/* --- tags -------------------------------------------------------------------------------------------------------- */

/* `<tag>` in text where HTML would be wanted, but is not written as HTML. */
static void check_malformed(Scan *scan, const HtmlTag *tag)
{
    bool typed = tag->closing ? html_element_flags(tag->name) != 0
                              : html_element_flags(tag->name) != 0 && str_contains(tag->attributes, STR("="));
    if (!typed || str_contains(tag->attributes, STR("\n\n")))
        return;
    Str shown = tag->closing ? STR("</") : STR("<");
    Part part = { tag->start, tag->start + (uint32_t)(shown.len + tag->name.len) };
    if (!link_say(scan->subject, "html-unclosed", part, "the tag " STR_FMT STR_FMT " is not finished", STR_ARG(shown),
                  STR_ARG(tag->name)))
        return;
    diag_hint(scan->subject->diags, "write > at its end, and the same quote on both sides of each value");
}

static bool is_custom(Scan *scan, const HtmlTag *tag)
{
    if (str_find_char(tag->name, '-', 0) == STR_NONE)
        return false;
    if (tag->attributes.len > 0 || scan->searches++ > MAX_SEARCHES)
        return true;
    Str end = arena_join(scan->subject->scratch, STR("</"), tag->name, STR(">"));
    return str_find(scan->text, end, tag->end) != STR_NONE;
}

/* Gives what the name was probably meant to be, or the name itself. */
static Str check_unknown(Scan *scan, const HtmlTag *tag)
{
    Str near = scan->unknown++ < MAX_SEARCHES ? html_element_near(tag->name) : STR("");
    if (link_say(scan->subject, "html-unknown-element", part_of(tag), "HTML has no element \"" STR_FMT "\"",
                 STR_ARG(tag->name))) {
        if (near.len > 0)
            diag_hint(scan->subject->diags, "did you mean <" STR_FMT ">?", STR_ARG(near));
        else
            diag_hint(scan->subject->diags, "to show it as it stands, put it in `...`: else it vanishes");
    }
    return near.len > 0 ? near : tag->name;
}

/* Behind the end tag of an element whose content is text. */
static size_t skip_content(Scan *scan, const HtmlTag *tag)
{
    if (scan->searches > MAX_SEARCHES)
        return STR_NONE;
    for (size_t at = tag->end; (at = str_find(scan->text, STR("</"), at)) != STR_NONE; at += 2) {
        if (str_eq_nocase(str_slice(scan->text, at + 2, at + 2 + tag->name.len), tag->name))
            return at;
    }
    scan->searches++;
    return STR_NONE;
}

static void check_level(const Scan *scan, const HtmlTag *tag)
{
    if (str_eq_nocase(tag->name, STR("h1")) && link_is_literal(scan->subject, part_of(tag))
        && link_say(scan->subject, "heading-h1", part_of(tag),
                    "this heading is of the first level, as the title of the post is"))
        diag_hint(scan->subject->diags, "write <h2> for the sections of a post, <h3> for their parts");
}

/* What begins at a start tag; gives where to read on. */
static size_t read_content(Scan *scan, const HtmlTag *tag, const Node *leaf, Str alias)
{
    unsigned flags = html_element_flags(tag->name);
    html_balance_start(&scan->balance, tag, leaf, alias, !scan->gfm || (flags & ELEMENT_OPTIONAL) == 0);
    size_t end = (flags & (ELEMENT_RAW | ELEMENT_FOREIGN)) != 0 ? skip_content(scan, tag) : STR_NONE;
    if (end == STR_NONE)
        return tag->end;
    if ((flags & ELEMENT_FOREIGN) != 0)
        scan->foreign = end;
    return (flags & ELEMENT_RAW) != 0 ? end : tag->end;
}

static size_t read_start(Scan *scan, const HtmlTag *tag, const Node *leaf)
{
    unsigned flags = html_element_flags(tag->name);
    bool inside_foreign = tag->start < scan->foreign;
    Str alias = { 0 };

    if (flags == 0 && !inside_foreign && !is_custom(scan, tag))
        alias = check_unknown(scan, tag);
    check_level(scan, tag);
    check_attributes(scan, tag);
    check_script(scan, tag);
    bool empty = (flags & ELEMENT_VOID) != 0 || (tag->self_closed && (!scan->gfm || inside_foreign));
    return empty ? tag->end : read_content(scan, tag, leaf, alias);
}

static size_t read_end(Scan *scan, const HtmlTag *tag, const Node *leaf)
{
    bool known = html_element_flags(tag->name) != 0 || tag->start < scan->foreign
                 || str_find_char(tag->name, '-', 0) != STR_NONE;
    html_balance_end(&scan->balance, tag, leaf, known);
    return tag->end;
}

/* A tag that is not written as one, or breaks off; its end tag is awaited all the same. */
static size_t read_malformed(Scan *scan, const HtmlTag *tag, const Node *leaf)
{
    unsigned flags = html_element_flags(tag->name);
    check_malformed(scan, tag);
    if (!tag->closing && flags != 0 && (flags & ELEMENT_VOID) == 0 && str_contains(tag->attributes, STR("=")))
        html_balance_start(&scan->balance, tag, leaf, tag->name, false);
    return tag->start + 1 + tag->closing + tag->name.len;
}

/* `<{{ site.url }}/page/>`: an address, wherever the site has one. */
static bool is_made(const Scan *scan, size_t at)
{
    Span sign = places_find(&scan->subject->document->places, at, at + 1);
    return sign.source != NULL && str_starts_with(str_from_offset(sign.source->text, sign.end), STR("{{"));
}

static size_t read_tag(Scan *scan, size_t at)
{
    HtmlTag tag;

    if (!html_tag_read(&tag, scan->text, at) || is_made(scan, at))
        return at + 1;
    const Node *leaf = leaf_at(scan, at);
    bool is_text = scan->gfm && ground_at(&scan->ground, at) == GROUND_TEXT;
    if (!tag.finished || is_text)
        return read_malformed(scan, &tag, leaf);
    return tag.closing ? read_end(scan, &tag, leaf) : read_start(scan, &tag, leaf);
}

static size_t read_comment(Scan *scan, size_t at)
{
    size_t close = scan->no_comment ? STR_NONE : str_find(scan->text, STR("-->"), at + 2);
    size_t inner = close == STR_NONE ? STR_NONE : str_find(str_slice(scan->text, 0, close), STR("<!--"), at + 4);
    Part part = { (uint32_t)at, (uint32_t)at + 4 };

    scan->no_comment = close == STR_NONE;
    if ((close == STR_NONE || inner != STR_NONE)
        && link_say(scan->subject, "html-comment-unclosed", part, "this comment has no end"))
        diag_hint(scan->subject->diags, "write --> where it ends");
    return close == STR_NONE ? scan->gfm ? scan->text.len : at + 4 : close + 3;
}

static size_t read_markup(Scan *scan, size_t at)
{
    int kind = ground_at(&scan->ground, at);

    if (kind == GROUND_CODE || kind == GROUND_ADDRESS || kind == GROUND_NONE)
        return at + 1;
    bool escaped = kind == GROUND_ESCAPED && at > 0 && (scan->text.data[at] == '<' || scan->text.data[at - 1] == '\\');
    if (escaped)
        return at + 1;
    if (scan->text.data[at] == '&') {
        check_html_entity(scan->subject, scan->text, at);
        return at + 1;
    }
    if (str_starts_with(str_from_offset(scan->text, at), STR("<!--")))
        return read_comment(scan, at);
    return read_tag(scan, at);
}

void check_html(const Subject *subject)
{
    if (subject->document == NULL)
        return;
    Scan scan = {
        .subject = subject,
        .text = subject->document->text,
        .gfm = subject->document->dialect == DIALECT_GFM,
        .balance = { .subject = subject },
        .ids = { .arena = subject->scratch },
    };
    if (str_find_char(scan.text, '<', 0) == STR_NONE && str_find_char(scan.text, '&', 0) == STR_NONE)
        return;
    ground_read(&scan.ground, subject->document, subject->scratch);
    list_leaves(&scan);
    for (size_t at = 0; at < scan.text.len;) {
        if (scan.text.data[at] == '<' || scan.text.data[at] == '&')
            at = read_markup(&scan, at);
        else
            at++;
    }
    leaf_at(&scan, scan.text.len);
    html_balance_finish(&scan.balance);
}
