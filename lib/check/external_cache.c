/* lib/check/external_cache.c - what is remembered of links from one run to the next. */
#include <stdlib.h>

#include "check/external.h"
#include "text/datetime.h"
#include "text/json.h"

enum {
    VERSION = 1,
    KEPT_DAYS = 180, /* after its last answer an address that no run asks for is forgotten */
    DAY_S = 86400,
};

static const char *const states[] = {
    [EXTERNAL_UNKNOWN] = "unknown",
    [EXTERNAL_GOOD] = "good",
    [EXTERNAL_GONE] = "gone",
    [EXTERNAL_FAILING] = "failing",
};

/* --- reading ----------------------------------------------------------------------------------------------------- */

static int read_number(Str text, size_t from, size_t count)
{
    int number = 0;
    for (size_t i = from; i < from + count; i++)
        number = number * 10 + (text.data[i] - '0');
    return number;
}

/* "2026-11-21T05:00:00Z", as it was written; 0 for anything else. */
static int64_t read_time(const Tree *tree)
{
    static const Str pattern = STR_INIT("0000-00-00T00:00:00Z");
    Str text = tree != NULL && tree->kind == TREE_SCALAR ? tree->text : (Str){ NULL, 0 };

    for (size_t i = 0; i < pattern.len; i++) {
        bool digit = pattern.data[i] == '0';
        if (text.len != pattern.len || (digit ? !char_is_digit(str_at(text, i)) : text.data[i] != pattern.data[i]))
            return 0;
    }
    int year = read_number(text, 0, 4), month = read_number(text, 5, 2), day = read_number(text, 8, 2);
    int hour = read_number(text, 11, 2), minute = read_number(text, 14, 2), second = read_number(text, 17, 2);
    bool sound = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= civil_month_days(year, month)
                 && hour < 24 && minute < 60 && second < 60;
    return sound ? civil_to_seconds(year, month, day, hour, minute, second) : 0;
}

static Str read_text(const Tree *map, const char *key)
{
    const Tree *value = tree_get(map, str_from(key));
    return value != NULL && value->kind == TREE_SCALAR && value->type == TREE_STRING ? value->text : (Str){ NULL, 0 };
}

static void read_places(Map *places, const Tree *map, Arena *arena)
{
    places->arena = arena;
    for (size_t i = 0; map != NULL && map->kind == TREE_MAP && i < map->entry_count; i++) {
        const Tree *value = map->entries[i].value;
        if (value->kind == TREE_SCALAR && value->type == TREE_BOOL)
            map_put(places, map->entries[i].key.str, value->boolean ? PLACE_THERE : PLACE_MISSING);
    }
}

static ExternalState read_state(Str word)
{
    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
        if (str_eq(word, str_from(states[i])))
            return (ExternalState)i;
    }
    return EXTERNAL_UNKNOWN;
}

bool external_cache_read(Map *known, Str text, Arena *arena)
{
    Diags ignored = { .arena = arena };
    const Tree *tree;

    known->arena = arena;
    if (text.len > SOURCE_MAX_BYTES)
        return false;
    Source *source = source_new(STR("links.json"), text, arena);
    bool read = json_read(&tree, (Located){ text, span_whole(source) }, "data-malformed", arena, &ignored);
    const Tree *version = read ? tree_get(tree, STR("version")) : NULL;
    const Tree *links = read ? tree_get(tree, STR("links")) : NULL;

    if (version == NULL || version->type != TREE_INT || version->integer != VERSION || links == NULL
        || links->kind != TREE_MAP)
        return false;
    for (size_t i = 0; i < links->entry_count; i++) {
        const Tree *entry = links->entries[i].value;
        ExternalAnswer *answer = ARENA_NEW(arena, ExternalAnswer);
        const Tree *status = tree_get(entry, STR("status"));
        answer->state = read_state(read_text(entry, "state"));
        answer->status = status != NULL && status->type == TREE_INT ? (int)(status->integer % 1000) : 0;
        answer->moved_to = read_text(entry, "moved");
        answer->checked_s = read_time(tree_get(entry, STR("checked")));
        answer->good_s = read_time(tree_get(entry, STR("good")));
        read_places(&answer->places, tree_get(entry, STR("places")), arena);
        map_put(known, links->entries[i].key.str, answer);
    }
    return true;
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

typedef struct Record {
    Str url;
    const ExternalAnswer *answer;
} Record;

static int compare_records(const void *a, const void *b)
{
    return str_cmp(((const Record *)a)->url, ((const Record *)b)->url);
}

static int compare_places(const void *a, const void *b)
{
    return str_cmp(((const MapEntry *)a)->key, ((const MapEntry *)b)->key);
}

static void put_time(JsonWriter *json, const char *key, int64_t unix_s, Arena *arena)
{
    Buf text = { .arena = arena };
    if (unix_s == 0)
        return;
    datetime_put_rfc3339(&text, unix_s, 0);
    json_field(json, key, buf_str(&text));
}

static void put_places(JsonWriter *json, const Map *places, Arena *arena)
{
    MapEntry *sorted = ARENA_ARRAY(arena, MapEntry, places->len);

    if (places->len == 0)
        return;
    memcpy(sorted, places->entries, places->len * sizeof(*sorted));
    qsort(sorted, places->len, sizeof(*sorted), compare_places);
    json_key(json, "places");
    json_open_object(json);
    for (size_t i = 0; i < places->len; i++) {
        json_key_str(json, sorted[i].key);
        json_bool(json, sorted[i].value == PLACE_THERE);
    }
    json_close_object(json);
}

static void put_record(JsonWriter *json, const Record *record, Arena *arena)
{
    const ExternalAnswer *answer = record->answer;

    json_key_str(json, record->url);
    json_open_object(json);
    json_field(json, "state", str_from(states[answer->state]));
    json_key(json, "status");
    json_int(json, answer->status);
    put_time(json, "checked", answer->checked_s, arena);
    put_time(json, "good", answer->good_s, arena);
    if (answer->moved_to.len > 0)
        json_field(json, "moved", answer->moved_to);
    put_places(json, &answer->places, arena);
    json_close_object(json);
}

void external_cache_put(Buf *out, const ExternalLinks *links)
{
    VEC(Record) records = { 0 };
    JsonWriter json = { .out = out, .indented = true };
    Arena arena = { 0 };

    for (size_t i = 0; i < links->by_url.len; i++) {
        const ExternalLink *link = links->by_url.entries[i].value;
        if (link->answer.checked_s > 0)
            vec_push(&arena, &records, (Record){ link->url, &link->answer });
    }
    for (size_t i = 0; i < links->known.len; i++) {
        const MapEntry *entry = &links->known.entries[i];
        const ExternalAnswer *answer = entry->value;
        const ExternalLink *link = map_get(&links->by_url, entry->key);
        bool kept = answer->checked_s >= links->now_s - (int64_t)KEPT_DAYS * DAY_S;
        if (kept && (link == NULL || link->answer.checked_s == 0))
            vec_push(&arena, &records, (Record){ entry->key, answer });
    }
    if (records.len > 0)
        qsort(records.items, records.len, sizeof(*records.items), compare_records);
    json_open_object(&json);
    json_key(&json, "version");
    json_int(&json, VERSION);
    json_key(&json, "links");
    json_open_object(&json);
    for (size_t i = 0; i < records.len; i++)
        put_record(&json, &records.items[i], &arena);
    json_close_object(&json);
    json_close_object(&json);
    buf_put_char(out, '\n');
    arena_free(&arena);
}
