/* lib/text/yaml_entries.c */
#include "text/yaml_entries.h"

#include "base/vec.h"

typedef struct Entry {
    size_t index;
    Span written; /* the key, where it was not only merged in */
} Entry;

static Entry *put(YamlEntries *entries, TreeEntry item)
{
    Entry **entry = (Entry **)map_at(&entries->known, item.key.str);
    if (*entry == NULL) {
        *entry = ARENA_NEW(entries->known.arena, Entry);
        (*entry)->index = entries->len;
        vec_push(entries->known.arena, entries, item);
    } else {
        entries->items[(*entry)->index] = item;
    }
    return *entry;
}

static bool is_mergeable(const Tree *value)
{
    if (value->kind != TREE_LIST)
        return value->kind == TREE_MAP;
    for (size_t i = 0; i < value->item_count; i++) {
        if (value->items[i]->kind != TREE_MAP)
            return false;
    }
    return true;
}

static void merge_map(YamlEntries *entries, const Tree *map)
{
    for (size_t i = 0; i < map->entry_count; i++)
        put(entries, map->entries[i]);
}

static void merge(YamlEntries *entries, const Tree *value)
{
    if (value->kind == TREE_MAP)
        merge_map(entries, value);
    for (size_t i = value->item_count; i > 0; i--)
        merge_map(entries, value->items[i - 1]);
}

/* A key in quotes may hold anything: only what stays on its line is repeated. */
static bool is_showable(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.data[i] < ' ')
            return false;
    }
    return true;
}

static void tell_second(const Tree *key, Span first, bool stops, Diags *diags)
{
    unsigned line = source_place(first.source, first.start).line;
    Str name = is_showable(key->text) ? key->text : STR("this key");
    (stops ? diag_stop : diag_error)(diags, "duplicate-key", key->span,
                                     "\"" STR_FMT "\" stands twice, the first time on line %u", STR_ARG(name), line);
    diag_hint(diags, "keep one of the two");
}

bool yaml_entries_add(YamlEntries *entries, const Tree *key, const Tree *value, Diags *diags)
{
    if (str_eq(key->text, STR("<<")) && is_mergeable(value)) {
        merge(entries, value);
        return true;
    }
    Entry *entry = put(entries, (TreeEntry){ { key->text, key->span }, value });
    if (entry->written.source != NULL)
        tell_second(key, entry->written, !entries->last_wins, diags);
    bool taken = entry->written.source == NULL || entries->last_wins;
    entry->written = key->span;
    return taken;
}
