/* lib/check/links.c - every link and image of a post, one after the other. */
#include "check/link.h"

#include <stdarg.h>
#include <stdio.h>

#include "check/rule.h"
#include "markup/plain.h"
#include "site/config.h"
#include "text/html.h"

typedef struct Links {
    VEC(Link) all;
} Links;

static Span find_span(const Subject *subject, Part part)
{
    return places_find(&subject->document->places, part.start, part.end);
}

bool link_is_literal(const Subject *subject, Part part)
{
    return str_eq(source_text(find_span(subject, part)), str_slice(subject->document->text, part.start, part.end));
}

static bool was_said(const Diags *diags, const char *rule, Span span)
{
    enum { MAX_BACK = 32 };
    for (size_t i = diags->len; i > 0 && diags->len - i < MAX_BACK; i--) {
        const Diag *diag = &diags->items[i - 1];
        if (span_cmp(diag->span, span) == 0 && strcmp(diag->rule, rule) == 0)
            return true;
    }
    return false;
}

bool link_say(const Subject *subject, const char *rule, Part part, const char *format, ...)
{
    char message[512];
    Span span = find_span(subject, part);
    va_list arguments;

    if (!link_is_literal(subject, part) && was_said(subject->diags, rule, span))
        return false;
    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    Severity severity = rule_find(str_from(rule))->severity;
    if (severity == SEVERITY_ERROR)
        diag_error(subject->diags, rule, span, "%s", message);
    else if (severity == SEVERITY_WARNING)
        diag_warning(subject->diags, rule, span, "%s", message);
    else
        diag_info(subject->diags, rule, span, "%s", message);
    return true;
}

void link_offer(const Subject *subject, Part part, Str replacement, bool safe)
{
    if (link_is_literal(subject, part))
        diag_fix(subject->diags, find_span(subject, part), arena_copy(subject->keep, replacement), safe);
}

Str link_host(Str url, Arena *arena)
{
    Str host = url_host(url, arena);
    size_t port = str_find_char(host, ':', 0);
    host = str_slice(host, 0, port);
    return str_starts_with(host, STR("www.")) ? str_from_offset(host, 4) : host;
}

/* --- from what was read to links --------------------------------------------------------------------------------- */

static Str words_of(const Subject *subject, const Node *node)
{
    Buf out = { .arena = subject->scratch };
    render_words(&out, node);
    return str_trim(buf_str(&out));
}

static bool has_image(const Node *node)
{
    for (const Node *at = node->first; at != NULL; at = node_next(node, at)) {
        if (at->kind == NODE_IMAGE || at->kind == NODE_HTML || at->kind == NODE_ELEMENT || at->kind == NODE_CODE)
            return true;
    }
    return false;
}

static void add_bracket(Links *links, const Subject *subject, const LinkScan *scan, const Bracket *bracket)
{
    Link link = { .subject = subject, .scan = scan, .form = LINK_BRACKETS, .image = bracket->image };

    link.url = str_trim(bracket->node->link.url);
    link.definition = bracket->definition;
    link.place = bracket->definition != NULL ? bracket->definition->url : bracket->target;
    link.whole = (Part){ bracket->open - bracket->image, bracket->end };
    if (link.place.end <= link.place.start)
        link.place = link.whole;
    link.text = (Part){ bracket->open + 1, bracket->close };
    link.shown = words_of(subject, bracket->node);
    if (link.shown.len == 0 && has_image(bracket->node))
        link.shown = STR("\xEF\xBF\xBC"); /* an object: it has something to click on */
    link.bracket = bracket;
    vec_push(subject->scratch, &links->all, link);
}

static void add_address(Links *links, const Subject *subject, const LinkScan *scan, const Address *address)
{
    Link link = { .subject = subject, .scan = scan, .form = address->bare ? LINK_BARE : LINK_ANGLES };

    link.url = link.shown = link_text(scan, address->url);
    if (address->mail && !str_starts_with(link.url, STR("mailto:")))
        link.url = arena_join(subject->scratch, STR("mailto:"), link.url, (Str){ NULL, 0 });
    else if (!str_contains(link.url, STR(":")))
        link.url = arena_join(subject->scratch, STR("http://"), link.url, (Str){ NULL, 0 });
    link.place = address->url;
    link.whole = address->whole;
    vec_push(subject->scratch, &links->all, link);
}

static Str unescape_html(const Subject *subject, Str text)
{
    Buf out = { .arena = subject->scratch };
    if (str_find_char(text, '&', 0) == STR_NONE)
        return text;
    html_put_unescaped(&out, text);
    return buf_str(&out);
}

/* What is between tags: "x" for a tag alone, as an image. */
static Str strip_tags(const Subject *subject, Str html)
{
    Buf out = { .arena = subject->scratch };
    bool tag = false, any = false;
    for (size_t i = 0; i < html.len; i++) {
        any = any || html.data[i] == '<';
        tag = tag ? html.data[i] != '>' : html.data[i] == '<';
        if (!tag && html.data[i] != '>')
            buf_put_char(&out, html.data[i]);
    }
    Str words = str_trim(buf_str(&out));
    return words.len == 0 && any ? STR("\xEF\xBF\xBC") : words;
}

static void add_tag(Links *links, const Subject *subject, const LinkScan *scan, const LinkTag *tag)
{
    bool anchor = str_eq_nocase(tag->name, STR("a"));
    const TagAttribute *address = tag_attribute(tag, anchor ? "href" : "src");
    Link link = { .subject = subject, .scan = scan, .form = LINK_TAG, .whole = tag->whole, .tag = tag };

    if (address == NULL)
        return;
    link.image = str_eq_nocase(tag->name, STR("img"));
    link.url = str_trim(unescape_html(subject, address->value));
    link.place = address->place.end > address->place.start ? address->place : tag->whole;
    link.text = tag->content;
    link.shown = anchor && tag->content.end > 0 ? strip_tags(subject, link_text(scan, tag->content)) : STR("?");
    vec_push(subject->scratch, &links->all, link);
}

/* Addresses within the text of a link are no links of their own. */
static void add_addresses(Links *links, const Subject *subject, LinkScan *scan)
{
    size_t bracket = 0, kept = 0;
    uint32_t end = 0;

    for (size_t i = 0; i < scan->addresses.len; i++) {
        const Address *address = &scan->addresses.items[i];
        for (; bracket < scan->brackets.len && scan->brackets.items[bracket].open < address->whole.start; bracket++) {
            const Bracket *at = &scan->brackets.items[bracket];
            if (at->node != NULL && at->end > end)
                end = at->end;
        }
        if (address->whole.start < end && address->bare)
            continue;
        scan->addresses.items[kept++] = *address;
        if (!address->bare || scan->document->dialect == DIALECT_GFM)
            add_address(links, subject, scan, &scan->addresses.items[kept - 1]);
    }
    scan->addresses.len = kept;
}

static void list_links(Links *links, const Subject *subject, LinkScan *scan)
{
    for (size_t i = 0; i < scan->brackets.len; i++) {
        if (scan->brackets.items[i].node != NULL)
            add_bracket(links, subject, scan, &scan->brackets.items[i]);
    }
    add_addresses(links, subject, scan);
    for (size_t i = 0; i < scan->tags.len; i++)
        add_tag(links, subject, scan, &scan->tags.items[i]);
}

/* --- the rules --------------------------------------------------------------------------------------------------- */

static void keep_fact(const Link *link)
{
    const Subject *subject = link->subject;
    LinkFact fact = { arena_copy(subject->keep, link->url), find_span(subject, link->place), link->image };
    vec_push(subject->keep, &subject->facts->links, fact);
}

/* The address of a definition is looked at once, however often it is used. */
static void check_link(const Link *link)
{
    bool first = link->definition == NULL || !link->definition->told;

    if (link->definition != NULL)
        link->definition->told = true;
    bool bad = first && check_link_address(link);
    if (first && !bad)
        keep_fact(link);
    if (link->image)
        check_image(link);
    else
        check_link_text(link, !bad);
}

void check_links(const Subject *subject)
{
    LinkScan scan;
    Links links = { 0 };

    if (subject->document == NULL)
        return;
    link_scan(&scan, subject->document, subject->scratch);
    list_links(&links, subject, &scan);
    for (size_t i = 0; i < links.all.len; i++)
        check_link(&links.all.items[i]);
    for (size_t i = 0; i < scan.tags.len; i++)
        check_embed(subject, &scan.tags.items[i]);
    check_link_slips(subject, &scan);
    check_link_faults(subject, &scan);
    check_link_definitions(subject, &scan);
    check_link_pairs(subject, links.all.items, links.all.len);
    check_link_promises(subject, &scan);
}
