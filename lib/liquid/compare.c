/* lib/liquid/compare.c - which values are equal, and which come first. */
#include "liquid/compare.h"

#include "liquid/number.h"
#include "liquid/render.h"

enum { MAX_NESTING = 100, MAX_COMPARISONS = 1000000 };

typedef struct Comparison {
    LiquidRender *render; /* NULL: nothing is counted against its limits */
    size_t made;          /* comparisons so far: values may hold one another many times over */
    int depth;
} Comparison;

static size_t text_size(LiquidValue value)
{
    return value.type == LIQUID_STRING ? value.string.len : 0;
}

/* Counts one comparison; false when there were too many. */
static bool enter(Comparison *comparison, LiquidValue a, LiquidValue b)
{
    if (comparison->made++ >= MAX_COMPARISONS || comparison->depth >= MAX_NESTING)
        return false;
    size_t shorter = text_size(a) < text_size(b) ? text_size(a) : text_size(b);
    return comparison->render == NULL || render_spend_bytes(comparison->render, shorter);
}

static bool equal(Comparison *comparison, LiquidValue a, LiquidValue b);

static bool equal_arrays(Comparison *comparison, const LiquidArray *a, const LiquidArray *b)
{
    if (a == b)
        return true;
    if (a->len != b->len)
        return false;
    for (size_t i = 0; i < a->len; i++) {
        if (!equal(comparison, a->items[i], b->items[i]))
            return false;
    }
    return true;
}

static bool equal_hashes(Comparison *comparison, LiquidValue a, LiquidValue b)
{
    if (a.hash == b.hash)
        return true;
    if (a.hash->len != b.hash->len)
        return false;
    for (size_t i = 0; i < a.hash->len; i++) {
        LiquidValue other;
        if (!liquid_hash_get(&other, b.hash, a.hash->entries[i].key)
            || !equal(comparison, a.hash->entries[i].value, other))
            return false;
    }
    return true;
}

static bool is_number(LiquidValue value)
{
    return value.type == LIQUID_INT || value.type == LIQUID_BIG || value.type == LIQUID_FLOAT;
}

static int compare_times(const LiquidTime *a, const LiquidTime *b)
{
    if (a->unix_s != b->unix_s)
        return a->unix_s < b->unix_s ? -1 : 1;
    return (a->nanoseconds > b->nanoseconds) - (a->nanoseconds < b->nanoseconds);
}

static bool equal_scalars(LiquidValue a, LiquidValue b)
{
    switch (a.type) {
    case LIQUID_BOOL:
        return a.boolean == b.boolean;
    case LIQUID_STRING:
        return str_eq(a.string, b.string);
    case LIQUID_RANGE:
        return a.range.first == b.range.first && a.range.last == b.range.last;
    case LIQUID_TIME:
        return a.time->is_date == b.time->is_date && compare_times(a.time, b.time) == 0;
    case LIQUID_DROP:
        return a.drop.object == b.drop.object && a.drop.class == b.drop.class;
    default:
        return true; /* nil, empty, blank */
    }
}

static bool equal(Comparison *comparison, LiquidValue a, LiquidValue b)
{
    if (!enter(comparison, a, b))
        return false;
    if (is_number(a) && is_number(b))
        return number_compare_values(a, b) == 0;
    if (a.type != b.type)
        return false;
    comparison->depth++;
    bool same = a.type == LIQUID_ARRAY  ? equal_arrays(comparison, a.array, b.array)
                : a.type == LIQUID_HASH ? equal_hashes(comparison, a, b)
                                        : equal_scalars(a, b);
    comparison->depth--;
    return same;
}

bool liquid_equal(LiquidValue a, LiquidValue b)
{
    return compare_equal(NULL, a, b);
}

bool compare_equal(LiquidRender *render, LiquidValue a, LiquidValue b)
{
    Comparison comparison = { .render = render };
    return equal(&comparison, a, b);
}

static bool compare(Comparison *comparison, int *order, LiquidValue a, LiquidValue b);

static bool compare_arrays(Comparison *comparison, int *order, const LiquidArray *a, const LiquidArray *b)
{
    for (size_t i = 0; i < a->len && i < b->len; i++) {
        if (!compare(comparison, order, a->items[i], b->items[i]))
            return false;
        if (*order != 0)
            return true;
    }
    *order = (a->len > b->len) - (a->len < b->len);
    return true;
}

static bool compare(Comparison *comparison, int *order, LiquidValue a, LiquidValue b)
{
    if (!enter(comparison, a, b))
        return false;
    if (is_number(a) && is_number(b)) {
        *order = number_compare_values(a, b);
        return *order != NUMBER_UNORDERED;
    }
    if (a.type != b.type)
        return false;
    if (a.type == LIQUID_STRING) {
        int by_bytes = str_cmp(a.string, b.string);
        *order = (by_bytes > 0) - (by_bytes < 0);
        return true;
    }
    if (a.type == LIQUID_TIME) {
        *order = compare_times(a.time, b.time);
        return a.time->is_date == b.time->is_date;
    }
    if (a.type == LIQUID_ARRAY) {
        comparison->depth++;
        bool comparable = compare_arrays(comparison, order, a.array, b.array);
        comparison->depth--;
        return comparable;
    }
    *order = 0;
    return equal(comparison, a, b); /* Ruby's <=> of all else: equal or nothing */
}

bool liquid_compare(int *order, LiquidValue a, LiquidValue b)
{
    return compare_order(NULL, order, a, b);
}

bool compare_order(LiquidRender *render, int *order, LiquidValue a, LiquidValue b)
{
    Comparison comparison = { .render = render };
    return compare(&comparison, order, a, b);
}

const char *liquid_class_name(LiquidValue value)
{
    static const char *const names[] = {
        [LIQUID_NIL] = "NilClass", [LIQUID_BOOL] = "Boolean",  [LIQUID_INT] = "Integer",  [LIQUID_BIG] = "Integer",
        [LIQUID_FLOAT] = "Float",  [LIQUID_STRING] = "String", [LIQUID_ARRAY] = "Array",  [LIQUID_HASH] = "Hash",
        [LIQUID_RANGE] = "Range",  [LIQUID_TIME] = "Time",     [LIQUID_EMPTY] = "String", [LIQUID_BLANK] = "String",
    };
    if (value.type == LIQUID_BOOL)
        return value.boolean ? "TrueClass" : "FalseClass";
    if (value.type == LIQUID_TIME && value.time->is_date)
        return "Date";
    return value.type == LIQUID_DROP ? value.drop.class->name : names[value.type];
}
