/* lib/liquid/value.c - making values, and looking into them. */
#include "liquid/value.h"

#include "base/utf8.h"
#include "liquid/lookup.h"
#include "liquid/render.h"
#include "liquid/time.h"

enum { SMALL_HASH = 8, INTEGER_SIZE = 8 /* Ruby's: bytes */, MAX_NESTING = 100, RANGE_ITEM_STEPS = 4 };

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
        return liquid_float(tree->real);
    case TREE_DATE:
    case TREE_TIME:
        if (liquid_time_read(&time, tree->text, 0, NULL)) {
            time.is_date = tree->type == TREE_DATE;
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

/* --- looking into values ----------------------------------------------------------------------------------------- */

bool liquid_hash_get(LiquidValue *out, const LiquidHash *hash, Str key)
{
    if (hash->index != NULL) {
        const LiquidHashEntry *entry = map_get(hash->index, key);
        if (entry != NULL)
            *out = entry->value;
        return entry != NULL;
    }
    for (size_t i = 0; i < hash->len; i++) {
        if (str_eq(hash->entries[i].key, key)) {
            *out = hash->entries[i].value;
            return true;
        }
    }
    return false;
}

bool value_key(LiquidValue *out, LiquidValue value, Str key, LiquidRender *render)
{
    if (value.type == LIQUID_HASH)
        return liquid_hash_get(out, value.hash, key);
    return value.type == LIQUID_DROP && value.drop.class->get(out, value.drop.object, key, render);
}

bool value_at(LiquidValue *out, LiquidValue value, int64_t index, LiquidRender *render)
{
    char digits[24];
    if (value.type == LIQUID_HASH || (value.type == LIQUID_DROP && !liquid_is_list(value))) {
        Buf buf = { render->arena, digits, 0, sizeof(digits) };
        buf_put_int(&buf, index);
        return value_key(out, value, buf_str(&buf), render);
    }
    if (value.type != LIQUID_ARRAY && value.type != LIQUID_DROP)
        return false;
    size_t count = liquid_count(value);
    uint64_t distance = index < 0 ? -(uint64_t)index : (uint64_t)index;
    if (index < 0 ? distance > count : distance >= count) {
        *out = liquid_nil();
        return true;
    }
    *out = liquid_item(value, index < 0 ? count - (size_t)distance : (size_t)distance, render);
    return true;
}

bool value_size(LiquidValue *out, LiquidValue value)
{
    switch (value.type) {
    case LIQUID_STRING:
        *out = liquid_int((int64_t)utf8_length(value.string));
        return true;
    case LIQUID_INT:
        *out = liquid_int(INTEGER_SIZE);
        return true;
    case LIQUID_DROP:
        if (value.drop.class->size == NULL)
            return false;
        *out = liquid_int((int64_t)value.drop.class->size(value.drop.object));
        return true;
    case LIQUID_ARRAY:
    case LIQUID_HASH:
    case LIQUID_RANGE:
        *out = liquid_int((int64_t)liquid_count(value));
        return true;
    default:
        return false;
    }
}

bool value_end(LiquidValue *out, LiquidValue value, bool last, LiquidRender *render)
{
    bool is_hash = value.type == LIQUID_HASH && !last;
    if (!liquid_is_list(value) && !is_hash)
        return false;
    size_t count = liquid_count(value);
    if (value.type == LIQUID_RANGE)
        *out = liquid_int(last ? value.range.last : value.range.first);
    else
        *out = count == 0 ? liquid_nil() : liquid_item(value, last ? count - 1 : 0, render);
    return true;
}

bool value_command(LiquidValue *out, LiquidValue value, Str name, LiquidRender *render)
{
    if (str_eq(name, STR("size")))
        return value_size(out, value);
    bool last = str_eq(name, STR("last"));
    return (last || str_eq(name, STR("first"))) && value_end(out, value, last, render);
}

LiquidValue liquid_get(LiquidValue value, Str key, LiquidRender *render)
{
    LiquidValue out;
    if (value_key(&out, value, key, render) || value_command(&out, value, key, render))
        return out;
    return liquid_nil();
}

bool value_has_properties(LiquidValue value)
{
    return value.type == LIQUID_HASH || value.type == LIQUID_DROP || value.type == LIQUID_STRING
           || value.type == LIQUID_INT || value.type == LIQUID_ARRAY;
}

/* Of a text: the property where the text holds it, or the character at a position. */
static bool text_property(LiquidValue *out, Str text, LiquidValue property)
{
    if (property.type == LIQUID_STRING && str_contains(text, property.string))
        *out = property;
    if (property.type != LIQUID_INT)
        return property.type == LIQUID_STRING;
    int64_t length = (int64_t)utf8_length(text);
    int64_t at = property.integer < 0 ? property.integer + length : property.integer;
    if (at < 0 || at >= length)
        return true;
    size_t start = utf8_offset(text, (size_t)at);
    *out = liquid_string(str_slice(text, start, utf8_offset(text, (size_t)at + 1)));
    return true;
}

/* Ruby's Integer#[] gives a bit. */
static LiquidValue bit_of(int64_t integer, int64_t at)
{
    if (at < 0)
        return liquid_int(0);
    return liquid_int(at > 63 ? integer < 0 : (integer >> at) & 1);
}

bool liquid_property(LiquidValue *out, LiquidValue value, LiquidValue property, LiquidRender *render)
{
    *out = liquid_nil();
    bool is_hash = value.type == LIQUID_HASH || value.type == LIQUID_DROP;
    if (property.type == LIQUID_FLOAT && property.real > -1e18 && property.real < 1e18 && !is_hash)
        property = liquid_int((int64_t)property.real);
    if (property.type == LIQUID_EMPTY || property.type == LIQUID_BLANK)
        property = liquid_string(STR(""));
    if (value.type == LIQUID_STRING) {
        render_spend_bytes(render, value.string.len);
        return text_property(out, value.string, property);
    }
    if (value.type == LIQUID_INT) {
        if (property.type == LIQUID_INT)
            *out = bit_of(value.integer, property.integer);
        return property.type == LIQUID_INT;
    }
    if (property.type == LIQUID_INT)
        value_at(out, value, property.integer, render);
    else if (property.type == LIQUID_STRING && value.type != LIQUID_ARRAY)
        value_key(out, value, property.string, render);
    return value.type != LIQUID_ARRAY || property.type == LIQUID_INT;
}
