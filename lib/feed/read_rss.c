/* lib/feed/read_rss.c - RSS 2.0, and those of its family before it. */
#include "base/vec.h"
#include "feed/reading.h"

static void take_enclosure(ReadEntry *entry, const XmlNode *node, Arena *arena)
{
    vec_push(arena, &entry->enclosures,
             (ReadEnclosure){ node->tag, xml_value(node, "", "type"), xml_value(node, "", "length") });
    feed_value_push(&entry->values, VALUE_ADDRESS, "the address of the enclosure", feed_text_at(node, "", "url"),
                    arena);
    feed_value_push(&entry->values, VALUE_MEDIA_TYPE, "the type of the enclosure", feed_text_at(node, "", "type"),
                    arena);
    feed_value_push(&entry->values, VALUE_NUMBER, "the length of the enclosure", feed_text_at(node, "", "length"),
                    arena);
}

static void take_guid(ReadEntry *entry, const XmlNode *node, Arena *arena)
{
    entry->id = feed_text_of(node);
    if (!str_eq(xml_value(node, "", "isPermaLink"), STR("false")))
        feed_value_push(&entry->values, VALUE_ADDRESS, "the guid, which does not say isPermaLink=\"false\",", entry->id,
                        arena);
}

static void take_author(ReadEntry *entry, const XmlNode *node, Arena *arena)
{
    FeedText author = feed_text_of(node);
    size_t end = str_find_char(author.str, ' ', 0);

    vec_push(arena, &entry->authors, author);
    if (xml_is(node, "", "author"))
        feed_value_push(&entry->values, VALUE_EMAIL, "the e-mail that <author> begins with",
                        (FeedText){ str_slice(author.str, 0, end), author.span }, arena);
}

static void take_in_item(ReadEntry *entry, const XmlNode *node, Arena *arena)
{
    const struct {
        const char *space, *name;
        FeedText *text;
    } fields[] = { { "", "title", &entry->title },         { "", "link", &entry->url },
                   { "", "description", &entry->summary }, { FEED_NS_CONTENT, "encoded", &entry->content },
                   { "", "pubDate", &entry->published },   { FEED_NS_ATOM, "updated", &entry->updated } };

    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        if (xml_is(node, fields[i].space, fields[i].name) && !feed_has(*fields[i].text))
            *fields[i].text = feed_text_of(node);
    }
    if (xml_is(node, "", "guid"))
        take_guid(entry, node, arena);
    else if (xml_is(node, "", "enclosure"))
        take_enclosure(entry, node, arena);
    else if (xml_is(node, "", "author") || xml_is(node, FEED_NS_DC, "creator"))
        take_author(entry, node, arena);
    else if (xml_is(node, "", "category"))
        vec_push(arena, &entry->tags, feed_text_of(node));
    else if (xml_is(node, FEED_NS_DC, "language"))
        feed_value_push(&entry->values, VALUE_LANGUAGE, "the language", feed_text_of(node), arena);
}

static void read_item(FeedReading *out, const XmlNode *node, Arena *arena)
{
    ReadEntry entry = {
        .node = node, .span = node->span, .tag = node->tag, .content_is_html = true, .summary_is_html = true
    };

    for (const XmlNode *child = node->first; child != NULL; child = child->next)
        take_in_item(&entry, child, arena);
    if (!feed_has(entry.content)) {
        entry.content = entry.summary;
        entry.summary = (FeedText){ 0 };
    }
    feed_value_push(&entry.values, VALUE_ADDRESS, "the link", entry.url, arena);
    vec_push(arena, &out->entries, entry);
}

static void take_link(FeedReading *out, const XmlNode *node, Arena *arena)
{
    FeedText href = feed_text_at(node, "", "href");

    if (str_eq(xml_value(node, "", "rel"), STR("self")))
        out->self = href;
    feed_value_push(&out->values, VALUE_ADDRESS, "the address of a link", href, arena);
    feed_value_push(&out->values, VALUE_MEDIA_TYPE, "the type of a link", feed_text_at(node, "", "type"), arena);
}

static void take_image(FeedReading *out, const XmlNode *node, Arena *arena)
{
    out->has_icon = true;
    feed_value_push(&out->values, VALUE_ADDRESS, "the address of the image", feed_text_of(xml_child(node, "", "url")),
                    arena);
    feed_value_push(&out->values, VALUE_ADDRESS, "the link of the image", feed_text_of(xml_child(node, "", "link")),
                    arena);
}

static void take_in_channel(FeedReading *out, const XmlNode *node, Arena *arena)
{
    if (xml_is(node, "", "item"))
        read_item(out, node, arena);
    else if (xml_is(node, FEED_NS_ATOM, "link"))
        take_link(out, node, arena);
    else if (xml_is(node, "", "image"))
        take_image(out, node, arena);
    else if (xml_is(node, "", "managingEditor") || xml_is(node, FEED_NS_DC, "creator"))
        vec_push(arena, &out->authors, feed_text_of(node));
}

bool feed_read_rss(FeedReading *out, const XmlNode *root, Arena *arena, Diags *diags)
{
    const XmlNode *channel = xml_child(root, "", "channel");
    Str version = xml_value(root, "", "version");

    out->format = READ_RSS;
    if (channel == NULL)
        return diag_error(diags, "feed-unreadable", root->tag, "this is no feed: it has no <channel>");
    if (!str_eq(version, STR("2.0")))
        diag_warning(diags, "feed-declaration", root->tag,
                     "the feed is of RSS \"" STR_FMT "\", which is no longer in use", STR_ARG(version));
    out->tag = channel->tag;
    out->title = feed_text_of(xml_child(channel, "", "title"));
    out->home = feed_text_of(xml_child(channel, "", "link"));
    out->language = feed_text_of(xml_child(channel, "", "language"));
    out->updated = feed_text_of(xml_child(channel, "", "lastBuildDate"));
    feed_value_push(&out->values, VALUE_ADDRESS, "the link of the feed", out->home, arena);
    for (const XmlNode *child = channel->first; child != NULL; child = child->next)
        take_in_channel(out, child, arena);
    return true;
}
