/* lib/base/map.h - from a string to a pointer, in order of first insertion. */
#pragma once

#include "base/arena.h"

typedef struct MapEntry {
    Str key; /* a view: whoever puts a key keeps it alive as long as the map */
    void *value;
    uint64_t hash;
} MapEntry;

/* `{ .arena = a }` is an empty map. Walk `entries[0]` to `entries[len - 1]` for its contents. */
typedef struct Map {
    Arena *arena;
    MapEntry *entries;
    size_t len, cap;
    uint32_t *slots; /* index of an entry plus 1, or 0 */
    size_t slot_count;
} Map;

void *map_get(const Map *map, Str key); /* NULL when absent */
bool map_has(const Map *map, Str key);
void map_put(Map *map, Str key, void *value); /* replaces the value of a key that is there */
void **map_at(Map *map, Str key);             /* where the value stands; a new key starts with NULL */
