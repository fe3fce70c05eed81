/* lib/text/yaml_entries.h - the entries of a mapping while it is read. Inside lib/text. */
#pragma once

#include "base/map.h"
#include "text/tree.h"

/* `{ .known = { .arena = a } }` has no entries; all it needs comes from that arena. */
typedef struct YamlEntries {
    TreeEntry *items;
    size_t len, cap;
    Map known; /* from a key to where it stands */
} YamlEntries;

/* Adds an entry. The key `<<` merges a mapping, or a list of them, as Psych does: it overrides what stands above it, is
 * overridden by what follows, and of a list the first mapping wins. False: the key was written before; one diag_stop of
 * rule duplicate-key. */
bool yaml_entries_add(YamlEntries *entries, const Tree *key, const Tree *value, Diags *diags);
