/* lib/text/yaml_entries.h - the entries of a mapping while it is read. Inside lib/text. */
#pragma once

#include "base/map.h"
#include "text/tree.h"

/* `{ .known = { .arena = a } }` has no entries; all it needs comes from that arena. */
typedef struct YamlEntries {
    TreeEntry *items;
    size_t len, cap;
    Map known;      /* from a key to where it stands */
    bool last_wins; /* a key that stands twice is told, and has its second value */
} YamlEntries;

/* Adds an entry. The key `<<` merges a mapping, or a list of them, as Psych does: it overrides what stands above it, is
 * overridden by what follows, and of a list the first mapping wins. A key that was written
 * before is a duplicate-key: without `last_wins` a diag_stop, and false. */
bool yaml_entries_add(YamlEntries *entries, const Tree *key, const Tree *value, Diags *diags);
