/* lib/feed/json.c */
#include "feed/json.h"

#include "feed/text.h"
#include "text/json.h"

static void put_optional(JsonWriter *json, const char *key, Str text)
{
    if (text.len > 0)
        json_field(json, key, text);
}

static void put_author(JsonWriter *json, Str name, Str url)
{
    json_open_object(json);
    json_field(json, "name", name);
    put_optional(json, "url", url);
    json_close_object(json);
}

static void put_authors(JsonWriter *json, const FeedEntry *entry)
{
    if (entry->author_count == 0)
        return;
    json_key(json, "authors");
    json_open_array(json);
    for (size_t i = 0; i < entry->author_count; i++)
        put_author(json, entry->authors[i].name, entry->authors[i].url);
    json_close_array(json);
}

static void put_tags(JsonWriter *json, const FeedEntry *entry)
{
    if (entry->tag_count == 0)
        return;
    json_key(json, "tags");
    json_open_array(json);
    for (size_t i = 0; i < entry->tag_count; i++)
        json_string(json, entry->tags[i]);
    json_close_array(json);
}

static void put_attachment(JsonWriter *json, const FeedEnclosure *enclosure)
{
    if (enclosure->url.len == 0)
        return;
    json_key(json, "attachments");
    json_open_array(json);
    json_open_object(json);
    json_field(json, "url", enclosure->url);
    json_field(json, "mime_type", str_from(enclosure->type));
    json_key(json, "size_in_bytes");
    json_int(json, (int64_t)enclosure->length);
    json_close_object(json);
    json_close_array(json);
}

/* An item must have content of one kind: in a feed of excerpts that is the summary, as text. */
static void put_content(JsonWriter *json, const FeedEntry *entry)
{
    if (entry->content_html.len > 0)
        json_field(json, "content_html", entry->content_html);
    else
        json_field(json, "content_text", entry->summary.len > 0 ? entry->summary : entry->title);
}

static void put_item(JsonWriter *json, const FeedEntry *entry, Arena *arena)
{
    json_open_object(json);
    json_field(json, "id", entry->id);
    json_field(json, "url", entry->url);
    json_field(json, "title", entry->title);
    put_optional(json, "summary", entry->summary);
    put_content(json, entry);
    put_optional(json, "image", entry->image_url);
    json_field(json, "date_published", feed_rfc3339(entry->published_unix_s, arena));
    json_field(json, "date_modified", feed_rfc3339(entry->updated_unix_s, arena));
    put_authors(json, entry);
    put_tags(json, entry);
    put_optional(json, "language", entry->language);
    put_attachment(json, &entry->enclosure);
    json_close_object(json);
}

/* A hub of a JSON Feed has its type beside it. */
static void put_hubs(JsonWriter *json, StrList hubs)
{
    if (hubs.len == 0)
        return;
    json_key(json, "hubs");
    json_open_array(json);
    for (size_t i = 0; i < hubs.len; i++) {
        json_open_object(json);
        json_field(json, "type", STR("WebSub"));
        json_field(json, "url", hubs.items[i]);
        json_close_object(json);
    }
    json_close_array(json);
}

static void put_feed(JsonWriter *json, const FeedModel *feed, const FeedLinks *links, Arena *arena)
{
    json_open_object(json);
    json_field(json, "version", STR("https://jsonfeed.org/version/1.1"));
    json_field(json, "title", feed->title);
    json_field(json, "home_page_url", feed->home_url);
    json_field(json, "feed_url", links->self_url);
    put_optional(json, "next_url", links->prev_archive_url); /* a page of the past */
    put_optional(json, "description", feed->description);
    put_optional(json, "icon", feed->logo_url.len > 0 ? feed->logo_url : feed->icon_url);
    put_optional(json, "favicon", feed->icon_url);
    put_optional(json, "language", feed->language);
    json_key(json, "authors");
    json_open_array(json);
    put_author(json, feed->author, (Str){ 0 });
    json_close_array(json);
    put_hubs(json, feed->hubs);
    json_key(json, "items");
    json_open_array(json);
    for (size_t i = 0; i < feed->entry_count; i++)
        put_item(json, &feed->entries[i], arena);
    json_close_array(json);
    json_close_object(json);
}

Str jsonfeed_write(const FeedModel *feed, const FeedLinks *links, Arena *arena)
{
    Arena growing = { 0 };
    Arena scratch = { 0 };
    Buf out = { .arena = &growing };
    JsonWriter json = { .out = &out, .indented = true };

    put_feed(&json, feed, links, &scratch);
    buf_put_char(&out, '\n');
    Str document = arena_copy(arena, buf_str(&out));
    arena_free(&scratch);
    arena_free(&growing);
    return document;
}
