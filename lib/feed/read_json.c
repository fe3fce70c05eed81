/* lib/feed/read_json.c - JSON Feed 1.1 and 1.0. */
#include "base/vec.h"
#include "feed/reading.h"
#include "text/json.h"

/* Where each item stands: the reader of JSON has no places of its own. */
typedef struct ItemSpans {
    Span *items;
    size_t len, cap;
} ItemSpans;

typedef struct ItemScan {
    const Source *source;
    Arena *arena;
    ItemSpans *out;
    size_t depth;
    size_t key_start, key_end; /* of the last string on the first level */
    bool in_items;             /* of the feed */
    size_t item_start;
} ItemScan;

static size_t skip_string(Str text, size_t at)
{
    for (at++; at < text.len && text.data[at] != '"'; at++)
        at += text.data[at] == '\\';
    return at;
}

static void open_bracket(ItemScan *scan, size_t at)
{
    Str key = str_slice(scan->source->text, scan->key_start, scan->key_end);

    scan->depth++;
    if (scan->depth == 2)
        scan->in_items = scan->source->text.data[at] == '[' && str_eq(key, STR("items"));
    if (scan->depth == 3 && scan->in_items)
        scan->item_start = at;
}

static void close_bracket(ItemScan *scan, size_t at)
{
    if (scan->depth == 3 && scan->in_items)
        vec_push(scan->arena, scan->out, (Span){ scan->source, (uint32_t)scan->item_start, (uint32_t)at + 1 });
    scan->depth -= scan->depth > 0;
}

static void find_items(ItemSpans *out, const Source *source, Arena *arena)
{
    ItemScan scan = { .source = source, .arena = arena, .out = out };
    Str text = source->text;

    for (size_t at = 0; at < text.len; at++) {
        char c = text.data[at];
        if (c == '"') {
            size_t end = skip_string(text, at);
            if (scan.depth == 1) {
                scan.key_start = at + 1;
                scan.key_end = end;
            }
            at = end;
        } else if (c == '{' || c == '[') {
            open_bracket(&scan, at);
        } else if (c == '}' || c == ']') {
            close_bracket(&scan, at);
        }
    }
}

/* --- members ----------------------------------------------------------------------------------------------------- */

typedef struct Member {
    const Tree *tree;
    Span span; /* of what it is in */
    Diags *diags;
    Arena *arena;
} Member;

/* A text, whatever was written; what should be one and is not is told. */
static FeedText text_of(const Member *in, const char *key)
{
    const Tree *value = tree_get(in->tree, str_from(key));

    if (value == NULL || (value->kind == TREE_SCALAR && value->type == TREE_NULL))
        return (FeedText){ 0 };
    if (value->kind == TREE_SCALAR && value->type == TREE_STRING)
        return (FeedText){ str_trim(value->text), in->span };
    diag_error(in->diags, "feed-value", in->span, "\"%s\" is not text", key);
    return (FeedText){ value->kind == TREE_SCALAR ? value->text : (Str){ NULL, 0 }, in->span };
}

static void take_address(FeedValues *values, const Member *in, const char *key, const char *name)
{
    feed_value_push(values, VALUE_ADDRESS, name, text_of(in, key), in->arena);
}

/* A list of that name; NULL when there is none. */
static const Tree *list_of(const Member *in, const char *key)
{
    const Tree *value = tree_get(in->tree, str_from(key));

    if (value == NULL || value->kind == TREE_LIST)
        return value;
    diag_error(in->diags, "feed-value", in->span, "\"%s\" is no list", key);
    return NULL;
}

static void read_author(FeedTexts *authors, FeedValues *values, const Member *in)
{
    FeedText name = text_of(in, "name"), url = text_of(in, "url");
    bool empty = !feed_has(name) && !feed_has(url) && !feed_has(text_of(in, "avatar"));

    vec_push(in->arena, authors, feed_has(name) ? name : (FeedText){ empty ? (Str){ NULL, 0 } : url.str, in->span });
    take_address(values, in, "url", "the address of an author");
}

static void read_authors(FeedTexts *authors, FeedValues *values, const Member *in)
{
    const Tree *list = list_of(in, "authors"), *single = tree_get(in->tree, STR("author"));

    for (size_t i = 0; list != NULL && i < list->item_count; i++)
        read_author(authors, values, &(Member){ list->items[i], in->span, in->diags, in->arena });
    if (list == NULL && single != NULL)
        read_author(authors, values, &(Member){ single, in->span, in->diags, in->arena });
}

static void read_tags(ReadEntry *entry, const Member *in)
{
    const Tree *list = list_of(in, "tags");

    for (size_t i = 0; list != NULL && i < list->item_count; i++) {
        const Tree *tag = list->items[i];
        vec_push(in->arena, &entry->tags,
                 (FeedText){ tag->kind == TREE_SCALAR ? tag->text : (Str){ NULL, 0 }, in->span });
    }
}

static void read_attachments(ReadEntry *entry, const Member *in)
{
    const Tree *list = list_of(in, "attachments");

    for (size_t i = 0; list != NULL && i < list->item_count; i++) {
        Member member = { list->items[i], in->span, in->diags, in->arena };
        FeedText type = text_of(&member, "mime_type");
        const Tree *size = tree_get(member.tree, STR("size_in_bytes"));
        take_address(&entry->values, &member, "url", "the address of an attachment");
        feed_value_push(&entry->values, VALUE_MEDIA_TYPE, "the type of an attachment", type, in->arena);
        if (!feed_has(text_of(&member, "url")))
            diag_error(in->diags, "feed-value", in->span, "an attachment has no \"url\"");
        if (size != NULL && (size->kind != TREE_SCALAR || size->type < TREE_INT || size->type > TREE_FLOAT))
            diag_error(in->diags, "feed-value", in->span, "\"size_in_bytes\" is no number");
        vec_push(in->arena, &entry->enclosures,
                 (ReadEnclosure){ in->span, type.str, size == NULL ? STR("1") : size->text });
    }
}

static void read_item(FeedReading *out, const Member *in)
{
    ReadEntry entry = { .span = in->span, .tag = span_part(in->span, 0, 1) };
    FeedText html = text_of(in, "content_html"), text = text_of(in, "content_text");

    entry.id = text_of(in, "id");
    entry.url = text_of(in, "url");
    entry.title = text_of(in, "title");
    entry.summary = text_of(in, "summary");
    entry.content_is_html = feed_has(html);
    entry.content = feed_has(html) ? html : text;
    entry.published = text_of(in, "date_published");
    entry.updated = text_of(in, "date_modified");
    read_authors(&entry.authors, &entry.values, in);
    read_tags(&entry, in);
    read_attachments(&entry, in);
    feed_value_push(&entry.values, VALUE_ADDRESS, "the address of the item", entry.url, in->arena);
    take_address(&entry.values, in, "external_url", "the external address");
    take_address(&entry.values, in, "image", "the address of the image");
    take_address(&entry.values, in, "banner_image", "the address of the banner");
    feed_value_push(&entry.values, VALUE_LANGUAGE, "the language", text_of(in, "language"), in->arena);
    vec_push(in->arena, &out->entries, entry);
}

static void read_items(FeedReading *out, const Member *in)
{
    const Tree *items = list_of(in, "items");
    ItemSpans spans = { 0 };

    if (items == NULL) {
        diag_error(in->diags, "feed-value", in->span, "the feed has no list \"items\"");
        return;
    }
    find_items(&spans, out->source, in->arena);
    for (size_t i = 0; i < items->item_count; i++) {
        Span span = spans.len == items->item_count ? spans.items[i] : in->span;
        if (items->items[i]->kind == TREE_MAP)
            read_item(out, &(Member){ items->items[i], span, in->diags, in->arena });
        else
            diag_error(in->diags, "feed-value", span, "an item is no object");
    }
}

bool feed_read_json(FeedReading *out, Arena *arena, Diags *diags)
{
    const Tree *tree;
    Located text = { out->source->text, span_whole(out->source) };

    if (!json_read(&tree, text, "feed-unreadable", arena, diags))
        return false;
    out->tag = (Span){ out->source, 0, 1 };
    Member feed = { tree, out->tag, diags, arena };
    FeedText version = text_of(&feed, "version");
    if (!str_starts_with(version.str, STR("https://jsonfeed.org/version/1"))
        && !str_starts_with(version.str, STR("http://jsonfeed.org/version/1")))
        return diag_error(diags, "feed-unreadable", out->tag,
                          "this is no JSON Feed: its \"version\" is not https://jsonfeed.org/version/1.1");
    out->title = text_of(&feed, "title");
    out->language = text_of(&feed, "language");
    out->home = text_of(&feed, "home_page_url");
    out->self = text_of(&feed, "feed_url");
    out->has_icon = feed_has(text_of(&feed, "icon")) || feed_has(text_of(&feed, "favicon"));
    feed_value_push(&out->values, VALUE_ADDRESS, "\"home_page_url\"", out->home, arena);
    feed_value_push(&out->values, VALUE_ADDRESS, "\"feed_url\"", out->self, arena);
    take_address(&out->values, &feed, "next_url", "\"next_url\"");
    take_address(&out->values, &feed, "icon", "\"icon\"");
    take_address(&out->values, &feed, "favicon", "\"favicon\"");
    read_authors(&out->authors, &out->values, &feed);
    read_items(out, &feed);
    return true;
}
