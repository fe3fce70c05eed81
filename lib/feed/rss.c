/* lib/feed/rss.c */
#include "feed/rss.h"

#include <inttypes.h>

#include "feed/text.h"
#include "text/datetime.h"
#include "text/xml.h"

static void put_plain(XmlWriter *xml, const char *name, Str text)
{
    xml_open(xml, name);
    xml_text_hex(xml, text);
    xml_close(xml);
}

/* RFC 822 with the four-digit year and the zone name that every reader knows. */
static void put_date(XmlWriter *xml, const char *name, int64_t unix_s, Arena *arena)
{
    Buf date = { .arena = arena };

    datetime_put_format(&date, STR("%a, %d %b %Y %H:%M:%S GMT"), unix_s, 0, 0);
    xml_element(xml, name, buf_str(&date));
}

/* RSS takes an item's description for HTML, unlike a title: plain text is first made HTML. Quotes stay as they are,
 * they mean nothing outside a tag. */
static Str text_as_html(Str text, Arena *arena)
{
    Buf html = { .arena = arena };

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        switch (c) {
        case '&':
            buf_put_cstr(&html, "&amp;");
            break;
        case '<':
            buf_put_cstr(&html, "&lt;");
            break;
        case '>':
            buf_put_cstr(&html, "&gt;");
            break;
        default:
            buf_put_char(&html, c);
            break;
        }
    }
    return buf_str(&html);
}

/* All names in one element: of several, some readers show the first only, others the last. */
static Str join_names(const FeedModel *feed, const FeedEntry *entry, Arena *arena)
{
    Buf names = { .arena = arena };

    for (size_t i = 0; i < entry->author_count; i++) {
        if (i > 0)
            buf_put(&names, STR(", "));
        buf_put(&names, entry->authors[i].name);
    }
    return names.len > 0 ? buf_str(&names) : feed->author;
}

static void put_guid(XmlWriter *xml, Str id)
{
    xml_open(xml, "guid");
    xml_attribute(xml, "isPermaLink", STR("false"));
    xml_text(xml, id);
    xml_close(xml);
}

static void put_enclosure(XmlWriter *xml, const FeedEnclosure *enclosure, Arena *arena)
{
    if (enclosure->url.len == 0)
        return;
    xml_open(xml, "enclosure");
    xml_attribute(xml, "url", enclosure->url);
    xml_attribute(xml, "length", arena_format(arena, "%" PRIu64, enclosure->length));
    xml_attribute(xml, "type", str_from(enclosure->type));
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

static void put_item(XmlWriter *xml, const FeedModel *feed, const FeedEntry *entry, Arena *arena)
{
    xml_open(xml, "item");
    put_plain(xml, "title", entry->title);
    xml_element(xml, "link", entry->url);
    put_guid(xml, entry->id);
    put_date(xml, "pubDate", entry->published_unix_s, arena);
    if (entry->updated_unix_s > entry->published_unix_s)
        xml_element(xml, "atom:updated", feed_rfc3339(entry->updated_unix_s, arena));
    put_plain(xml, "dc:creator", join_names(feed, entry, arena));
    xml_element_optional(xml, "dc:language", entry->language);
    for (size_t i = 0; i < entry->tag_count; i++) {
        xml_open(xml, "category");
        xml_attribute(xml, "domain", feed->tags_url);
        xml_text_hex(xml, entry->tags[i]);
        xml_close(xml);
    }
    xml_element_optional(xml, "description", text_as_html(entry->summary, arena));
    xml_element_optional(xml, "content:encoded", entry->content_html);
    put_enclosure(xml, &entry->enclosure, arena);
    put_thumbnail(xml, entry->image_url);
    xml_close(xml);
}

/* RSS knows images of three formats only; an icon is an SVG often enough. */
static bool is_rss_image(Str url)
{
    static const Str extensions[] = { STR_INIT(".png"), STR_INIT(".jpg"), STR_INIT(".jpeg"), STR_INIT(".gif") };

    for (size_t i = 0; i < sizeof(extensions) / sizeof(extensions[0]); i++) {
        if (str_ends_with(url, extensions[i]))
            return true;
    }
    return false;
}

/* Its title and link are those of the channel, as the profile wants it. */
static void put_image(XmlWriter *xml, const FeedModel *feed)
{
    Str url = is_rss_image(feed->icon_url) ? feed->icon_url : feed->logo_url;

    if (!is_rss_image(url))
        return;
    xml_open(xml, "image");
    xml_element(xml, "url", url);
    put_plain(xml, "title", feed->title);
    xml_element(xml, "link", feed->home_url);
    xml_close(xml);
}

static void put_link(XmlWriter *xml, const char *rel, Str href)
{
    if (href.len == 0)
        return;
    xml_open(xml, "atom:link");
    xml_attribute(xml, "rel", str_from(rel));
    xml_attribute(xml, "type", STR("application/rss+xml"));
    xml_attribute(xml, "href", href);
    xml_close(xml);
}

static void put_links(XmlWriter *xml, const FeedModel *feed, const FeedLinks *links)
{
    put_link(xml, "self", links->self_url);
    put_link(xml, "current", links->current_url);
    put_link(xml, "prev-archive", links->prev_archive_url);
    put_link(xml, "next-archive", links->next_archive_url);
    for (size_t i = 0; i < feed->hubs.len; i++) {
        xml_open(xml, "atom:link");
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

Str rss_write(const FeedModel *feed, const FeedLinks *links, Arena *arena)
{
    XmlWriter *xml = xml_new();

    if (feed->stylesheet.len > 0)
        xml_stylesheet(xml, STR("text/css"), feed->stylesheet);
    xml_open(xml, "rss");
    xml_attribute(xml, "version", STR("2.0"));
    xml_attribute(xml, "xmlns:atom", STR("http://www.w3.org/2005/Atom"));
    xml_attribute(xml, "xmlns:content", STR("http://purl.org/rss/1.0/modules/content/"));
    xml_attribute(xml, "xmlns:dc", STR("http://purl.org/dc/elements/1.1/"));
    xml_attribute(xml, "xmlns:fh", STR("http://purl.org/syndication/history/1.0"));
    xml_attribute(xml, "xmlns:media", STR("http://search.yahoo.com/mrss/"));
    xml_open(xml, "channel");
    put_plain(xml, "title", feed->title);
    xml_element(xml, "link", feed->home_url);
    put_plain(xml, "description", feed->description.len > 0 ? feed->description : feed->title);
    xml_element_optional(xml, "language", feed->language);
    put_date(xml, "lastBuildDate", feed->updated_unix_s, arena);
    xml_element(xml, "generator", STR("herald"));
    xml_element(xml, "docs", STR("https://www.rssboard.org/rss-specification"));
    put_image(xml, feed);
    put_links(xml, feed, links);
    put_part(xml, feed->part);
    for (size_t i = 0; i < feed->entry_count; i++)
        put_item(xml, feed, &feed->entries[i], arena);
    xml_close(xml);
    xml_close(xml);
    return xml_finish(xml, arena);
}
