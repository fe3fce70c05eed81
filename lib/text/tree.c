/* lib/text/tree.c */
#include "text/tree.h"

#include "base/map.h"

const TreeEntry *tree_entry(const Tree *map, Str key)
{
    if (map == NULL || map->kind != TREE_MAP)
        return NULL;
    for (size_t i = 0; i < map->entry_count; i++) {
        if (str_eq(map->entries[i].key.str, key))
            return &map->entries[i];
    }
    return NULL;
}

const Tree *tree_get(const Tree *map, Str key)
{
    const TreeEntry *entry = tree_entry(map, key);
    return entry == NULL ? NULL : entry->value;
}

Located tree_located(const Tree *scalar)
{
    Located located = { scalar->text, scalar->span };
    Str source = source_text(scalar->span);
    bool enclosed = scalar->quoted && source.len == scalar->text.len + 2;
    if (enclosed && str_eq(str_slice(source, 1, source.len - 1), scalar->text))
        located.span = span_part(scalar->span, 1, source.len - 1);
    return located;
}

bool tree_is_null(const Tree *tree)
{
    return tree == NULL || (tree->kind == TREE_SCALAR && tree->type == TREE_NULL);
}

Tree *tree_new_string(Arena *arena, Located text)
{
    Tree *tree = ARENA_NEW(arena, Tree);
    *tree = (Tree){ .kind = TREE_SCALAR, .span = text.span, .type = TREE_STRING, .text = text.str };
    return tree;
}

static const Tree *merge_maps(const Tree *base, const Tree *over, Arena *arena)
{
    TreeEntry *entries = ARENA_ARRAY(arena, TreeEntry, base->entry_count + over->entry_count);
    size_t count = base->entry_count;
    Map places = { .arena = arena };

    for (size_t i = 0; i < count; i++) {
        entries[i] = base->entries[i];
        map_put(&places, entries[i].key.str, &entries[i]);
    }
    for (size_t i = 0; i < over->entry_count; i++) {
        TreeEntry entry = over->entries[i];
        TreeEntry *old = map_get(&places, entry.key.str);
        if (old == NULL)
            entries[count++] = entry;
        else
            *old = (TreeEntry){ entry.key, tree_merge(old->value, entry.value, arena) };
    }
    Tree *merged = ARENA_NEW(arena, Tree);
    *merged = *over;
    merged->entries = entries;
    merged->entry_count = count;
    return merged;
}

const Tree *tree_merge(const Tree *base, const Tree *over, Arena *arena)
{
    if (base == NULL || over == NULL)
        return over == NULL ? base : over;
    if (base->kind != TREE_MAP || over->kind != TREE_MAP)
        return over;
    return merge_maps(base, over, arena);
}
