/* lib/base/map.c - open addressing; entries in one array keep the order. */
#include "base/map.h"

static uint32_t *find_slot(const Map *map, Str key, uint64_t hash)
{
    size_t mask = map->slot_count - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        uint32_t *slot = &map->slots[i];
        if (*slot == 0)
            return slot;
        const MapEntry *entry = &map->entries[*slot - 1];
        if (entry->hash == hash && str_eq(entry->key, key))
            return slot;
    }
}

static void grow_slots(Map *map)
{
    map->slot_count = map->slot_count == 0 ? 16 : map->slot_count * 2;
    map->slots = ARENA_ARRAY(map->arena, uint32_t, map->slot_count);
    for (size_t i = 0; i < map->len; i++)
        *find_slot(map, map->entries[i].key, map->entries[i].hash) = (uint32_t)i + 1;
}

static MapEntry *find(const Map *map, Str key)
{
    if (map->len == 0)
        return NULL;
    uint32_t slot = *find_slot(map, key, str_hash(key));
    return slot == 0 ? NULL : &map->entries[slot - 1];
}

void *map_get(const Map *map, Str key)
{
    const MapEntry *entry = find(map, key);
    return entry == NULL ? NULL : entry->value;
}

bool map_has(const Map *map, Str key)
{
    return find(map, key) != NULL;
}

void **map_at(Map *map, Str key)
{
    if (map->slot_count < (map->len + 1) * 2)
        grow_slots(map);
    uint64_t hash = str_hash(key);
    uint32_t *slot = find_slot(map, key, hash);
    if (*slot != 0)
        return &map->entries[*slot - 1].value;
    if (map->len == map->cap) {
        size_t cap = map->cap == 0 ? 8 : map->cap * 2;
        map->entries = arena_grow(map->arena, map->entries, map->cap * sizeof(MapEntry), cap * sizeof(MapEntry));
        map->cap = cap;
    }
    map->entries[map->len++] = (MapEntry){ .key = key, .hash = hash };
    *slot = (uint32_t)map->len;
    return &map->entries[map->len - 1].value;
}

void map_put(Map *map, Str key, void *value)
{
    *map_at(map, key) = value;
}
