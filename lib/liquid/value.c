/* lib/liquid/value.c - making values, and walking them. */
#include "liquid/value.h"

#include "liquid/number.h"
#include "liquid/render.h"
#include "liquid/time.h"

enum { SMALL_HASH = 8, MAX_NESTING = 100, RANGE_ITEM_STEPS = 4 };

/* --- making ------------------------------------------------------------------------------------------------------ */

LiquidValue liquid_array(const LiquidValue *items, size_t len, Arena *arena)
{
    LiquidArray *array = ARENA_NEW(arena, LiquidArray);
    *array = (LiquidArray){ items, len };
    return (LiquidValue){ .type = LIQUID_ARRAY, .array = array };
}

static const Map *index_entries(const LiquidHashEntry *entries, size_t len, Arena *arena)
{
    if (len <= SMALL_HASH)
        return NULL;
    Map *index = ARENA_NEW(arena, Map);
    index->arena = arena;
    for (size_t i = 0; i < len; i++)
        map_put(index, entries[i].key, (void *)(uintptr_t)&entries[i]);
    return index;
}

LiquidValue liquid_hash(const LiquidHashEntry *entries, size_t len, Arena *arena)
{
    LiquidHash *hash = ARENA_NEW(arena, LiquidHash);
    *hash = (LiquidHash){ entries, len, index_entries(entries, len, arena) };
    return (LiquidValue){ .type = LIQUID_HASH, .hash = hash };
}

LiquidValue liquid_time(LiquidTime time, Arena *arena)
{
    LiquidTime *copy = ARENA_NEW(arena, LiquidTime);
    *copy = time;
    return (LiquidValue){ .type = LIQUID_TIME, .time = copy };
}

/* Whether a timestamp ends in +09:00 or the like. */
static bool has_offset(Str text)
{
    size_t clock = str_find_char(text, ':', 0);
    return str_find_char(text, '+', 0) != STR_NONE
           || (clock != STR_NONE && str_find_char(text, '-', clock) != STR_NONE);
}

/* Of a float: it is a whole number too large for a tree. */
static bool is_whole(Str text)
{
    size_t at = str_at(text, 0) == '-' ? 1 : 0;
    size_t start = at;
    while (char_is_digit(str_at(text, at)))
        at++;
    return at > start && at == text.len;
}

static LiquidValue from_scalar(const Tree *tree, Arena *arena)
{
    LiquidTime time;

    switch (tree->type) {
    case TREE_NULL:
        return liquid_nil();
    case TREE_BOOL:
        return liquid_bool(tree->boolean);
    case TREE_INT:
        return liquid_int(tree->integer);
    case TREE_FLOAT:
        return is_whole(tree->text) ? number_to_i(tree->text) : liquid_float(tree->real);
    case TREE_DATE:
    case TREE_TIME:
        if (liquid_time_read(&time, tree->text, 0, NULL)) {
            time.is_date = tree->type == TREE_DATE;
            time.is_utc = !time.is_date && char_lower(str_at(tree->text, tree->text.len - 1)) == 'z';
            time.is_local = !time.is_date && !time.is_utc && !has_offset(tree->text);
            return liquid_time(time, arena);
        }
        break;
    case TREE_STRING:
        break;
    }
    return liquid_string(tree->text);
}

static LiquidValue from_tree(const Tree *tree, Arena *arena, int depth)
{
    if (tree == NULL || depth > MAX_NESTING)
        return liquid_nil();
    if (tree->kind == TREE_SCALAR)
        return from_scalar(tree, arena);
    if (tree->kind == TREE_LIST) {
        LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, tree->item_count);
        for (size_t i = 0; i < tree->item_count; i++)
            items[i] = from_tree(tree->items[i], arena, depth + 1);
        return liquid_array(items, tree->item_count, arena);
    }
    LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, tree->entry_count);
    for (size_t i = 0; i < tree->entry_count; i++)
        entries[i] = (LiquidHashEntry){ tree->entries[i].key.str, from_tree(tree->entries[i].value, arena, depth + 1) };
    return liquid_hash(entries, tree->entry_count, arena);
}

LiquidValue liquid_from_tree(const Tree *tree, Arena *arena)
{
    return from_tree(tree, arena, 0);
}

bool liquid_truthy(LiquidValue value)
{
    return value.type != LIQUID_NIL && (value.type != LIQUID_BOOL || value.boolean);
}

/* --- items ------------------------------------------------------------------------------------------------------- */

static size_t range_count(LiquidValue range)
{
    if (range.range.last < range.range.first)
        return 0;
    uint64_t steps = (uint64_t)range.range.last - (uint64_t)range.range.first;
    return steps >= SIZE_MAX ? SIZE_MAX : (size_t)steps + 1;
}

size_t liquid_count(LiquidValue value)
{
    switch (value.type) {
    case LIQUID_ARRAY:
        return value.array->len;
    case LIQUID_HASH:
        return value.hash->len;
    case LIQUID_RANGE:
        return range_count(value);
    case LIQUID_STRING:
        return value.string.len > 0 ? 1 : 0;
    case LIQUID_DROP:
        return value.drop.class->size == NULL || value.drop.class->entry == NULL
                   ? 0
                   : value.drop.class->size(value.drop.object);
    default:
        return 0;
    }
}

static LiquidValue pair(Str key, LiquidValue value, Arena *arena)
{
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, 2);
    items[0] = liquid_string(key);
    items[1] = value;
    return liquid_array(items, 2, arena);
}

LiquidValue liquid_item(LiquidValue value, size_t i, LiquidRender *render)
{
    Str key = { NULL, 0 };

    switch (value.type) {
    case LIQUID_ARRAY:
        return value.array->items[i];
    case LIQUID_HASH:
        return pair(value.hash->entries[i].key, value.hash->entries[i].value, liquid_arena(render));
    case LIQUID_RANGE:
        return liquid_int((int64_t)((uint64_t)value.range.first + i));
    case LIQUID_DROP: {
        LiquidValue item = value.drop.class->entry(&key, value.drop.object, i, render);
        return key.data == NULL ? item : pair(key, item, liquid_arena(render));
    }
    default:
        return value;
    }
}

bool liquid_is_list(LiquidValue value)
{
    if (value.type == LIQUID_ARRAY || value.type == LIQUID_RANGE)
        return true;
    return value.type == LIQUID_DROP && value.drop.class->size != NULL && value.drop.class->entry != NULL;
}

typedef VEC(LiquidValue) Values;

static void flatten(Values *out, LiquidValue list, int depth, LiquidRender *render)
{
    size_t count = liquid_count(list);
    if (depth > MAX_NESTING)
        return;
    for (size_t i = 0; i < count; i++) {
        if (!render_spend(render, list.type == LIQUID_RANGE ? RANGE_ITEM_STEPS : 1))
            return;
        LiquidValue item = liquid_item(list, i, render);
        if (item.type == LIQUID_ARRAY)
            flatten(out, item, depth + 1, render);
        else
            vec_push(render->arena, out, item);
    }
}

static bool is_flat(const LiquidArray *array)
{
    for (size_t i = 0; i < array->len; i++) {
        if (array->items[i].type == LIQUID_ARRAY)
            return false;
    }
    return true;
}

LiquidArray liquid_list(LiquidValue value, LiquidRender *render)
{
    if (value.type == LIQUID_NIL || (value.type == LIQUID_ARRAY && !render_spend(render, value.array->len)))
        return (LiquidArray){ NULL, 0 };
    if (value.type == LIQUID_ARRAY && is_flat(value.array))
        return *value.array;
    Values items = { 0 };
    if (liquid_is_list(value))
        flatten(&items, value, 0, render);
    else
        vec_push(render->arena, &items, value);
    return (LiquidArray){ items.items, items.len };
}
