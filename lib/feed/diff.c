/* lib/feed/diff.c */
#include "feed/diff.h"

#include "base/map.h"
#include "base/vec.h"
#include "feed/instant.h"

const char *const feed_field_names[FEED_FIELDS] = { "id",      "url",     "title", "published", "updated", "summary",
                                                    "content", "authors", "tags",  "language",  "self" };

/* The entries of a feed, by what they may be known by. */
typedef struct Index {
    const FeedReading *feed;
    Map by_id, by_page, by_title;
} Index;

static Str title_key(const ReadEntry *entry, Arena *arena)
{
    if (entry->title.str.len == 0 || entry->published.str.len == 0)
        return (Str){ NULL, 0 };
    return arena_join(arena, entry->published.str, STR("\n"), entry->title.str);
}

/* What readers know it by. */
static Str key_of(const ReadEntry *entry)
{
    if (entry->id.str.len > 0)
        return entry->id.str;
    return entry->url.str.len > 0 ? entry->url.str : entry->title.str;
}

static void put_first(Map *map, Str key, const ReadEntry *entry)
{
    if (key.len > 0 && !map_has(map, key))
        map_put(map, key, (void *)(uintptr_t)entry);
}

static Index index_of(const FeedReading *feed, Arena *arena)
{
    Index index = { feed, { .arena = arena }, { .arena = arena }, { .arena = arena } };

    for (size_t i = 0; i < feed->entries.len; i++) {
        const ReadEntry *entry = &feed->entries.items[i];
        put_first(&index.by_id, key_of(entry), entry);
        put_first(&index.by_page, entry->url.str, entry);
        put_first(&index.by_title, title_key(entry, arena), entry);
    }
    return index;
}

static bool same_texts(const FeedTexts *a, const FeedTexts *b)
{
    if (a->len != b->len)
        return false;
    for (size_t i = 0; i < a->len; i++) {
        if (!str_eq(a->items[i].str, b->items[i].str))
            return false;
    }
    return true;
}

/* As instants where both are such, for a date may be written in several ways. */
static bool same_date(FeedText a, FeedText b)
{
    int64_t a_s = 0, b_s = 1;

    if (str_eq(a.str, b.str))
        return true;
    bool a_read = instant_read_rfc3339(&a_s, a.str) == NULL || instant_read_rfc822(&a_s, a.str) == NULL;
    bool b_read = instant_read_rfc3339(&b_s, b.str) == NULL || instant_read_rfc822(&b_s, b.str) == NULL;
    return a_read && b_read && a_s == b_s;
}

static unsigned unless(bool same, FeedField field)
{
    return same ? 0 : (unsigned)field;
}

static unsigned compare(const ReadEntry *a, const ReadEntry *b, bool one_format)
{
    unsigned fields = unless(str_eq(a->url.str, b->url.str), FIELD_URL);

    fields |= unless(str_eq(a->title.str, b->title.str), FIELD_TITLE);
    fields |= unless(same_date(a->published, b->published), FIELD_PUBLISHED);
    fields |= unless(same_texts(&a->tags, &b->tags), FIELD_TAGS);
    if (one_format) { /* RSS has `updated` only where it differs, one text for all authors, and other ways of text */
        fields |= unless(same_date(a->updated, b->updated), FIELD_UPDATED);
        fields |= unless(same_texts(&a->authors, &b->authors), FIELD_AUTHORS);
        fields |= unless(str_eq(a->summary.str, b->summary.str), FIELD_SUMMARY);
        fields |= unless(str_eq(a->content.str, b->content.str), FIELD_CONTENT);
    }
    return fields;
}

static unsigned compare_feeds(const FeedReading *a, const FeedReading *b)
{
    unsigned fields = unless(str_eq(a->title.str, b->title.str), FIELD_TITLE);

    fields |= unless(str_eq(a->home.str, b->home.str), FIELD_URL);
    fields |= unless(str_eq(a->language.str, b->language.str), FIELD_LANGUAGE);
    if (a->format == b->format) {
        fields |= unless(str_eq(a->id.str, b->id.str), FIELD_ID);
        fields |= unless(str_eq(a->self.str, b->self.str), FIELD_SELF);
    }
    return fields;
}

/* The old entry of which this is another delivery: one whose id the new feed does not have. */
static const ReadEntry *find_delivered(const Index *before, const Index *after, const ReadEntry *entry, Arena *arena)
{
    const ReadEntry *candidates[] = { map_get(&before->by_page, entry->url.str),
                                      map_get(&before->by_title, title_key(entry, arena)) };

    for (size_t i = 0; i < 2; i++) {
        if (candidates[i] != NULL && map_get(&after->by_id, key_of(candidates[i])) == NULL)
            return candidates[i];
    }
    return NULL;
}

static bool instant_of(int64_t *unix_s, const ReadEntry *entry)
{
    FeedText date = feed_has(entry->published) ? entry->published : entry->updated;
    return instant_read_rfc3339(unix_s, date.str) == NULL || instant_read_rfc822(unix_s, date.str) == NULL;
}

static bool is_older_than_all(const ReadEntry *entry, const FeedReading *feed)
{
    int64_t own, other;

    if (!instant_of(&own, entry) || feed->entries.len == 0)
        return false;
    for (size_t i = 0; i < feed->entries.len; i++) {
        if (instant_of(&other, &feed->entries.items[i]) && other <= own)
            return false;
    }
    return true;
}

static void push(FeedDiff *out, FeedChange change, Arena *arena)
{
    out->count[change.kind]++;
    vec_push(arena, out, change);
}

void feed_diff(FeedDiff *out, const FeedReading *before, const FeedReading *after, Arena *arena)
{
    Index old = index_of(before, arena), new = index_of(after, arena);
    Map seen = { .arena = arena }; /* ids of the old feed that are accounted for */
    bool one_format = before->format == after->format;
    unsigned fields = compare_feeds(before, after);

    *out = (FeedDiff){ 0 };
    if (fields != 0)
        push(out, (FeedChange){ .kind = FEED_ITSELF, .fields = fields }, arena);
    for (size_t i = 0; i < after->entries.len; i++) {
        const ReadEntry *entry = &after->entries.items[i];
        const ReadEntry *was = map_get(&old.by_id, key_of(entry));
        FeedChangeKind kind = FEED_CHANGED;
        if (was == NULL) {
            was = find_delivered(&old, &new, entry, arena);
            kind = was == NULL ? FEED_ADDED : FEED_REDELIVERED;
        }
        fields = was == NULL ? 0 : compare(was, entry, one_format) | (kind == FEED_REDELIVERED ? FIELD_ID : 0U);
        if (was != NULL)
            map_put(&seen, key_of(was), out);
        if (was != NULL && fields == 0)
            out->unchanged++;
        else
            push(out, (FeedChange){ .kind = kind, .before = was, .after = entry, .fields = fields }, arena);
    }
    for (size_t i = 0; i < before->entries.len; i++) {
        const ReadEntry *entry = &before->entries.items[i];
        if (!map_has(&seen, key_of(entry)))
            push(out,
                 (FeedChange){ .kind = FEED_REMOVED, .before = entry, .is_older = is_older_than_all(entry, after) },
                 arena);
    }
}
