/* lib/feed/read_atom.c - Atom 1.0 (RFC 4287). */
#include "base/vec.h"
#include "feed/reading.h"

static const char atom[] = FEED_NS_ATOM;

/* Of XHTML the text is what stands in the element, as it stands. */
static FeedText read_words(const XmlNode *node)
{
    if (node != NULL && node->first != NULL)
        return (FeedText){ source_text(node->inner), node->span };
    return feed_text_of(node);
}

static bool is_html(const XmlNode *node)
{
    Str type = node == NULL ? (Str){ NULL, 0 } : xml_value(node, "", "type");
    return str_eq(type, STR("html")) || str_eq(type, STR("xhtml")) || str_eq(type, STR("text/html"));
}

static void read_person(FeedTexts *authors, FeedValues *values, const XmlNode *node, Arena *arena)
{
    const XmlNode *name = xml_child(node, atom, "name");
    FeedText text = name == NULL ? (FeedText){ { NULL, 0 }, node->tag } : feed_text_of(name);

    if (xml_is(node, atom, "author"))
        vec_push(arena, authors, text);
    feed_value_push(values, VALUE_ADDRESS, "the address of a person", feed_text_untrimmed(xml_child(node, atom, "uri")),
                    arena);
    feed_value_push(values, VALUE_EMAIL, "the e-mail of a person", feed_text_of(xml_child(node, atom, "email")), arena);
}

/* The link's address where it is of the kind that is asked for. */
static void take_link(FeedText *alternate, FeedText *self, FeedValues *values, const XmlNode *node, Arena *arena)
{
    FeedText rel = feed_text_at(node, "", "rel"), href = feed_text_at(node, "", "href");
    Str type = xml_value(node, "", "type");
    bool is_page =
        type.len == 0 || str_starts_with(type, STR("text/html")) || str_starts_with(type, STR("application/xhtml"));

    if ((!feed_has(rel) || str_eq(rel.str, STR("alternate"))) && (!feed_has(*alternate) || is_page))
        *alternate = href;
    else if (str_eq(rel.str, STR("self")))
        *self = href;
    feed_value_push(values, VALUE_ADDRESS, "the address of a link", href, arena);
    feed_value_push(values, VALUE_MEDIA_TYPE, "the type of a link", feed_text_at(node, "", "type"), arena);
    feed_value_push(values, VALUE_LANGUAGE, "the language of a link", feed_text_at(node, "", "hreflang"), arena);
    feed_value_push(values, VALUE_NUMBER, "the length of a link", feed_text_at(node, "", "length"), arena);
}

/* Readers take one alternate of a type and language; of two they may take either. */
static bool is_other_alternate(const XmlNode *a, const XmlNode *b)
{
    Str rel = xml_value(b, "", "rel");
    return xml_is(b, atom, "link") && (rel.len == 0 || str_eq(rel, STR("alternate")))
           && str_eq(xml_value(a, "", "type"), xml_value(b, "", "type"))
           && str_eq(xml_value(a, "", "hreflang"), xml_value(b, "", "hreflang"));
}

static void judge_alternates(const XmlNode *parent, Diags *diags)
{
    enum { ENOUGH = 50 }; /* each is compared with each */
    const XmlNode *seen[ENOUGH];
    size_t count = 0;

    for (const XmlNode *node = parent->first; node != NULL && count < ENOUGH; node = node->next) {
        if (!is_other_alternate(node, node))
            continue;
        for (size_t i = 0; i < count; i++) {
            if (is_other_alternate(seen[i], node)) {
                diag_error(diags, "feed-value", node->tag, "two alternate links have one type and one language");
                return;
            }
        }
        seen[count++] = node;
    }
}

static void take_enclosure(ReadEntry *entry, const XmlNode *node, Arena *arena)
{
    if (str_eq(xml_value(node, "", "rel"), STR("enclosure")))
        vec_push(arena, &entry->enclosures,
                 (ReadEnclosure){ node->tag, xml_value(node, "", "type"), xml_value(node, "", "length") });
}

static void take_category(ReadEntry *entry, const XmlNode *node, Arena *arena)
{
    FeedText term = feed_text_at(node, "", "term");

    vec_push(arena, &entry->tags, feed_has(term) ? term : (FeedText){ { NULL, 0 }, node->tag });
    feed_value_push(&entry->values, VALUE_ADDRESS, "the scheme of a category", feed_text_at(node, "", "scheme"), arena);
}

static void take_content(ReadEntry *entry, const XmlNode *node, Arena *arena)
{
    Str type = xml_value(node, "", "type");

    entry->content = read_words(node);
    entry->content_is_html = is_html(node);
    entry->content_elsewhere = xml_get(node, "", "src") != NULL || str_contains(type, STR("/"));
    feed_value_push(&entry->values, VALUE_ADDRESS, "the address of the content", feed_text_at(node, "", "src"), arena);
    if (str_contains(type, STR("/")))
        feed_value_push(&entry->values, VALUE_MEDIA_TYPE, "the type of the content", feed_text_at(node, "", "type"),
                        arena);
}

static FeedText *field_of(ReadEntry *entry, const XmlNode *node)
{
    const struct {
        const char *name;
        FeedText *text;
    } fields[] = { { "id", &entry->id },
                   { "title", &entry->title },
                   { "summary", &entry->summary },
                   { "published", &entry->published },
                   { "updated", &entry->updated } };

    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        if (xml_is(node, atom, fields[i].name) && !feed_has(*fields[i].text))
            return fields[i].text;
    }
    return NULL;
}

/* No white space may stand round it. */
static bool is_exact(const XmlNode *node)
{
    return xml_is(node, atom, "id") || xml_is(node, atom, "published") || xml_is(node, atom, "updated");
}

static void take_in_entry(ReadEntry *entry, const XmlNode *node, Arena *arena)
{
    FeedText none = { 0 };
    FeedText *field = field_of(entry, node);

    if (field != NULL)
        *field = is_exact(node) ? feed_text_untrimmed(node) : read_words(node);
    else if (xml_is(node, atom, "link"))
        take_link(&entry->url, &none, &entry->values, node, arena);
    else if (xml_is(node, atom, "author") || xml_is(node, atom, "contributor"))
        read_person(&entry->authors, &entry->values, node, arena);
    else if (xml_is(node, atom, "category"))
        take_category(entry, node, arena);
    else if (xml_is(node, atom, "content") && !feed_has(entry->content))
        take_content(entry, node, arena);
    else if (xml_is(node, atom, "source") && xml_child(node, atom, "author") != NULL && entry->authors.len == 0)
        read_person(&entry->authors, &entry->values, xml_child(node, atom, "author"), arena);
    if (xml_is(node, atom, "link"))
        take_enclosure(entry, node, arena);
    feed_value_push(&entry->values, VALUE_LANGUAGE, "the language", feed_text_at(node, FEED_NS_XML, "lang"), arena);
}

/* Content that readers can show by themselves (RFC 4287 section 4.1.1.1). */
static bool is_xml_or_text(const XmlNode *content)
{
    Str type = xml_value(content, "", "type");
    bool text =
        str_starts_with(type, STR("text/")) || str_ends_with(type, STR("/xml")) || str_ends_with(type, STR("+xml"));
    return text && xml_get(content, "", "src") == NULL;
}

static void read_entry(FeedReading *out, const XmlNode *node, Arena *arena, Diags *diags)
{
    ReadEntry entry = { .node = node, .span = node->span, .tag = node->tag };

    judge_alternates(node, diags);
    for (const XmlNode *child = node->first; child != NULL; child = child->next)
        take_in_entry(&entry, child, arena);
    const XmlNode *title = xml_child(node, atom, "title"), *summary = xml_child(node, atom, "summary");
    entry.title_is_plain = title != NULL && str_eq(xml_value(title, "", "type"), STR("text"));
    entry.summary_is_html = is_html(summary);
    if (summary == NULL && entry.content_elsewhere && !is_xml_or_text(xml_child(node, atom, "content")))
        diag_error(diags, "feed-summary", entry.content.span, "the content is not text, and the entry has no summary");
    feed_value_push(&entry.values, VALUE_LANGUAGE, "the language", feed_text_at(node, FEED_NS_XML, "lang"), arena);
    vec_push(arena, &out->entries, entry);
}

static void take_in_feed(FeedReading *out, const XmlNode *node, Arena *arena, Diags *diags)
{
    if (xml_is(node, atom, "entry")) {
        read_entry(out, node, arena, diags);
    } else if (xml_is(node, atom, "link")) {
        take_link(&out->home, &out->self, &out->values, node, arena);
    } else if (xml_is(node, atom, "author") || xml_is(node, atom, "contributor")) {
        read_person(&out->authors, &out->values, node, arena);
    } else if (xml_is(node, atom, "icon") || xml_is(node, atom, "logo")) {
        out->has_icon = true;
        feed_value_push(&out->values, VALUE_ADDRESS, "the address of the icon", feed_text_untrimmed(node), arena);
    } else if (xml_is(node, atom, "generator")) {
        feed_value_push(&out->values, VALUE_ADDRESS, "the address of the generator", feed_text_at(node, "", "uri"),
                        arena);
    }
}

bool feed_read_atom(FeedReading *out, const XmlNode *root, Arena *arena, Diags *diags)
{
    out->format = READ_ATOM;
    out->tag = root->tag;
    if (xml_is(root, FEED_NS_ATOM, "entry")) {
        read_entry(out, root, arena, diags);
        return true;
    }
    judge_alternates(root, diags);
    out->id = feed_text_untrimmed(xml_child(root, atom, "id"));
    out->title = read_words(xml_child(root, atom, "title"));
    out->updated = feed_text_untrimmed(xml_child(root, atom, "updated"));
    out->language = feed_text_at(root, FEED_NS_XML, "lang");
    for (const XmlNode *child = root->first; child != NULL; child = child->next)
        take_in_feed(out, child, arena, diags);
    return true;
}
