/* lib/site/filters_group.c - group_by, group_by_exp, sort. */
#include "liquid/sort.h"
#include "site/filter_parts.h"

/* --- groups ------------------------------------------------------------------------------------------------------ */

typedef struct Bucket {
    LiquidValue name;
    VEC(LiquidValue) items;
} Bucket;

static void put_in_bucket(Map *buckets, LiquidValue name, LiquidValue item)
{
    Buf key = { .arena = buckets->arena };
    liquid_put_key(&key, name);
    Bucket **slot = (Bucket **)(void *)map_at(buckets, buf_str(&key));
    if (*slot == NULL) {
        *slot = ARENA_NEW(buckets->arena, Bucket);
        (*slot)->name = name;
    }
    vec_push(buckets->arena, &(*slot)->items, item);
}

static LiquidValue group_of(const Bucket *bucket, Arena *arena)
{
    LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, 3);
    entries[0] = (LiquidHashEntry){ STR("name"), bucket->name };
    entries[1] = (LiquidHashEntry){ STR("items"), liquid_array(bucket->items.items, bucket->items.len, arena) };
    entries[2] = (LiquidHashEntry){ STR("size"), liquid_int((int64_t)bucket->items.len) };
    return liquid_hash(entries, 3, arena);
}

static LiquidValue groups_of(const Map *buckets)
{
    LiquidValue *groups = ARENA_ARRAY(buckets->arena, LiquidValue, buckets->len);
    for (size_t i = 0; i < buckets->len; i++)
        groups[i] = group_of(buckets->entries[i].value, buckets->arena);
    return liquid_array(groups, buckets->len, buckets->arena);
}

/* Unlike `where`, these walk a hash as its pairs. */
static bool can_group(LiquidValue input)
{
    return input.type == LIQUID_HASH || liquid_is_list(input);
}

static LiquidValue group_by(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Map buckets = { .arena = liquid_arena(render) };
    Str property = liquid_to_s(args[0], render);
    size_t len = liquid_count(input);

    (void)count;
    if (!can_group(input))
        return input;
    for (size_t i = 0; i < len && liquid_spend(render, 1) && !liquid_failed(render); i++) {
        LiquidValue item = liquid_item(input, i, render);
        LiquidValue name = filter_property(render, item, property);
        put_in_bucket(&buckets, liquid_string(liquid_to_s(name, render)), item);
    }
    return groups_of(&buckets);
}

static LiquidValue group_by_exp(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Map buckets = { .arena = liquid_arena(render) };
    LiquidBinding binding = { .name = liquid_text(args[0], render) };
    size_t len = liquid_count(input);

    (void)count;
    if (!can_group(input))
        return input;
    const LiquidExpression *expression = liquid_expression(render, liquid_to_s(args[1], render));
    if (expression == NULL)
        return liquid_nil();
    liquid_bind(render, &binding);
    for (size_t i = 0; i < len && liquid_spend(render, 1) && !liquid_failed(render); i++) {
        binding.value = liquid_item(input, i, render);
        put_in_bucket(&buckets, liquid_evaluate(render, expression), binding.value);
    }
    liquid_unbind(render);
    return groups_of(&buckets);
}

/* --- sort -------------------------------------------------------------------------------------------------------- */

/* Ruby names small things by their value, others by their class. */
static Str shown(LiquidValue value, LiquidRender *render)
{
    if (value.type == LIQUID_NIL)
        return STR("nil");
    if (value.type == LIQUID_BOOL || value.type == LIQUID_INT || value.type == LIQUID_BIG || value.type == LIQUID_FLOAT)
        return liquid_text(value, render);
    return str_from(liquid_class_name(value));
}

static void refuse_pair(LiquidRender *render, LiquidValue a, LiquidValue b)
{
    Str right = shown(b, render);
    if (!liquid_failed(render))
        liquid_fail(render, "comparison of %s with " STR_FMT " failed", liquid_class_name(a), STR_ARG(right));
}

static bool compare_items(int *order, LiquidValue a, LiquidValue b, LiquidRender *render)
{
    if (filter_compare(order, a, b, render))
        return true;
    refuse_pair(render, a, b);
    return false;
}

/* Keys of different kinds go by their text. */
static bool compare_keys(int *order, LiquidValue a, LiquidValue b, LiquidRender *render)
{
    if (!filter_compare(order, a, b, render))
        *order = str_cmp(liquid_to_s(a, render), liquid_to_s(b, render));
    return true;
}

static bool fill(SortItem *items, LiquidValue input, const Str *property, LiquidRender *render)
{
    size_t count = liquid_count(input);
    for (size_t i = 0; i < count && !liquid_failed(render); i++) {
        items[i].value = liquid_item(input, i, render);
        items[i].key = property == NULL ? items[i].value : filter_property(render, items[i].value, *property);
    }
    return !liquid_failed(render);
}

/* Nothing beside something: without a key there is no order for it. */
static bool has_stray_nil(const SortItem *items, size_t count, LiquidRender *render)
{
    for (size_t i = 1; i < count; i++) {
        if ((items[i].key.type == LIQUID_NIL) != (items[0].key.type == LIQUID_NIL)) {
            refuse_pair(render, items[i - 1].key, items[i].key);
            return true;
        }
    }
    return false;
}

static bool read_nils(bool *first, LiquidRender *render, const LiquidValue *args, size_t count)
{
    Str nils = count > 1 ? liquid_to_s(args[1], render) : STR("first");
    *first = str_eq(nils, STR("first"));
    if (*first || str_eq(nils, STR("last")))
        return true;
    liquid_fail(render, "Invalid nils order: '" STR_FMT "' is not a valid nils order. It must be 'first' or 'last'.",
                STR_ARG(nils));
    return false;
}

/* False after failing. */
static bool sort_items(SortItem *items, LiquidValue input, const Str *property, bool nils_first, LiquidRender *render)
{
    size_t len = liquid_count(input);
    if (!fill(items, input, property, render) || (property == NULL && has_stray_nil(items, len, render)))
        return false;
    return liquid_sort(items, len, property == NULL ? compare_items : compare_keys, nils_first, render);
}

static LiquidValue sort(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Arena *arena = liquid_arena(render);
    size_t len = liquid_count(input);
    bool has_key = count > 0 && args[0].type != LIQUID_NIL;
    bool nils_first = true;

    if (input.type == LIQUID_NIL)
        return liquid_fail(render, "Cannot sort a null object.");
    if (has_key && !read_nils(&nils_first, render, args, count))
        return liquid_nil();
    if (!can_group(input))
        return liquid_fail(render, "cannot sort %s", liquid_class_name(input));
    if (!liquid_spend(render, len))
        return liquid_nil();
    SortItem *items = ARENA_ARRAY(arena, SortItem, len);
    LiquidValue *sorted = ARENA_ARRAY(arena, LiquidValue, len);
    Str property = has_key ? liquid_to_s(args[0], render) : (Str){ NULL, 0 };
    if (!sort_items(items, input, has_key ? &property : NULL, nils_first, render))
        return liquid_nil();
    for (size_t i = 0; i < len; i++)
        sorted[i] = items[i].value;
    return liquid_array(sorted, len, arena);
}

const SiteFilter site_filters_group[] = {
    { "group_by", group_by, 1, 1 },
    { "group_by_exp", group_by_exp, 2, 2 },
    { "sort", sort, 0, 2 },
    { NULL, NULL, 0, 0 },
};
