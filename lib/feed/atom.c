/* lib/feed/atom.c */
#include "feed/atom.h"

#include <inttypes.h>

#include "feed/text.h"
#include "text/xml.h"

/* The type is written out although "text" is the default: some readers take a text without it for HTML. */
static void put_plain(XmlWriter *xml, const char *name, Str text)
{
    if (text.len == 0)
        return;
    xml_open(xml, name);
    xml_attribute(xml, "type", STR("text"));
    xml_text_hex(xml, text);
    xml_close(xml);
}

static void put_link(XmlWriter *xml, Str rel, Str type, Str href)
{
    xml_open(xml, "link");
    xml_attribute(xml, "rel", rel);
    xml_attribute(xml, "type", type);
    xml_attribute(xml, "href", href);
    xml_close(xml);
}

static void put_optional_link(XmlWriter *xml, Str rel, Str href)
{
    if (href.len > 0)
        put_link(xml, rel, STR("application/atom+xml"), href);
}

static void put_author(XmlWriter *xml, Str name, Str url)
{
    xml_open(xml, "author");
    xml_element(xml, "name", name);
    xml_element_optional(xml, "uri", url);
    xml_close(xml);
}

static void put_enclosure(XmlWriter *xml, const FeedEnclosure *enclosure, Arena *arena)
{
    if (enclosure->url.len == 0)
        return;
    xml_open(xml, "link");
    xml_attribute(xml, "rel", STR("enclosure"));
    xml_attribute(xml, "type", str_from(enclosure->type));
    xml_attribute(xml, "length", arena_format(arena, "%" PRIu64, enclosure->length));
    xml_attribute(xml, "href", enclosure->url);
    xml_close(xml);
}

static void put_thumbnail(XmlWriter *xml, Str url)
{
    if (url.len == 0)
        return;
    xml_open(xml, "media:thumbnail");
    xml_attribute(xml, "url", url);
    xml_close(xml);
}

static void put_entry(XmlWriter *xml, const FeedModel *feed, const FeedEntry *entry, Arena *arena)
{
    xml_open(xml, "entry");
    if (entry->language.len > 0)
        xml_attribute(xml, "xml:lang", entry->language);
    put_plain(xml, "title", entry->title);
    xml_element(xml, "id", entry->id);
    put_link(xml, STR("alternate"), STR("text/html"), entry->url);
    put_enclosure(xml, &entry->enclosure, arena);
    put_thumbnail(xml, entry->image_url);
    xml_element(xml, "published", feed_rfc3339(entry->published_unix_s, arena));
    xml_element(xml, "updated", feed_rfc3339(entry->updated_unix_s, arena));
    for (size_t i = 0; i < entry->author_count; i++)
        put_author(xml, entry->authors[i].name, entry->authors[i].url);
    for (size_t i = 0; i < entry->tag_count; i++) {
        xml_open(xml, "category");
        xml_attribute(xml, "term", entry->tags[i]);
        xml_attribute(xml, "scheme", feed->tags_url);
        xml_close(xml);
    }
    put_plain(xml, "summary", entry->summary);
    if (entry->content_html.len > 0) {
        xml_open(xml, "content");
        xml_attribute(xml, "type", STR("html"));
        xml_text(xml, entry->content_html);
        xml_close(xml);
    }
    xml_close(xml);
}

static void put_links(XmlWriter *xml, const FeedModel *feed, const FeedLinks *links)
{
    put_link(xml, STR("self"), STR("application/atom+xml"), links->self_url);
    put_link(xml, STR("alternate"), STR("text/html"), feed->home_url);
    put_optional_link(xml, STR("current"), links->current_url);
    put_optional_link(xml, STR("prev-archive"), links->prev_archive_url);
    put_optional_link(xml, STR("next-archive"), links->next_archive_url);
    for (size_t i = 0; i < feed->hubs.len; i++) {
        xml_open(xml, "link");
        xml_attribute(xml, "rel", STR("hub"));
        xml_attribute(xml, "href", feed->hubs.items[i]);
        xml_close(xml);
    }
}

static void put_part(XmlWriter *xml, FeedPart part)
{
    if (part != FEED_COMPLETE && part != FEED_ARCHIVE)
        return;
    xml_open(xml, part == FEED_COMPLETE ? "fh:complete" : "fh:archive");
    xml_close(xml);
}

Str atom_write(const FeedModel *feed, const FeedLinks *links, Arena *arena)
{
    XmlWriter *xml = xml_new();

    if (feed->stylesheet.len > 0)
        xml_stylesheet(xml, STR("text/css"), feed->stylesheet);
    xml_open(xml, "feed");
    xml_attribute(xml, "xmlns", STR("http://www.w3.org/2005/Atom"));
    xml_attribute(xml, "xmlns:fh", STR("http://purl.org/syndication/history/1.0"));
    xml_attribute(xml, "xmlns:media", STR("http://search.yahoo.com/mrss/"));
    xml_attribute(xml, "xml:lang", feed->language);
    put_plain(xml, "title", feed->title);
    put_plain(xml, "subtitle", feed->description);
    xml_element(xml, "id", feed->id);
    xml_element(xml, "updated", feed_rfc3339(feed->updated_unix_s, arena));
    put_links(xml, feed, links);
    put_part(xml, feed->part);
    xml_element_optional(xml, "icon", feed->icon_url);
    xml_element_optional(xml, "logo", feed->logo_url);
    xml_element(xml, "generator", STR("herald"));
    put_author(xml, feed->author, (Str){ 0 });
    for (size_t i = 0; i < feed->entry_count; i++)
        put_entry(xml, feed, &feed->entries[i], arena);
    xml_close(xml);
    return xml_finish(xml, arena);
}
