/* lib/site/filters.c - what filters share, and their registration. */
#include "site/filters.h"

#include "liquid/number.h"
#include "site/filter_parts.h"

bool filter_text(Str *out, LiquidRender *render, LiquidValue input, const char *filter)
{
    if (input.type == LIQUID_STRING) {
        *out = input.string;
        return true;
    }
    liquid_fail(render, "%s takes text, not %s", filter, liquid_class_name(input));
    return false;
}

bool filter_count(int64_t *out, LiquidRender *render, const LiquidValue *args, size_t count)
{
    *out = 1;
    if (count == 0)
        return true;
    if (args[0].type == LIQUID_INT)
        *out = args[0].integer;
    else if (!number_strict_int(out, liquid_to_s(args[0], render))) {
        liquid_fail(render, "invalid integer");
        return false;
    }
    return true;
}

bool filter_items(LiquidArray *out, LiquidValue input, LiquidRender *render)
{
    size_t count = liquid_count(input);
    bool is_hash = input.type == LIQUID_HASH;

    if (input.type == LIQUID_ARRAY) {
        *out = *input.array;
        return liquid_spend(render, count);
    }
    if (!is_hash && !liquid_is_list(input))
        return false;
    *out = (LiquidArray){ NULL, 0 };
    if (!liquid_spend(render, count))
        return true;
    LiquidValue *items = ARENA_ARRAY(liquid_arena(render), LiquidValue, count);
    for (size_t i = 0; i < count; i++)
        items[i] = is_hash ? input.hash->entries[i].value : liquid_item(input, i, render);
    *out = (LiquidArray){ items, count };
    return true;
}

bool filter_compare(int *order, LiquidValue a, LiquidValue b, LiquidRender *render)
{
    static const Str keys[] = { STR_INIT("date"), STR_INIT("path") };

    if (a.type != LIQUID_DROP || b.type != LIQUID_DROP || a.drop.class != b.drop.class)
        return liquid_compare(order, a, b);
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        LiquidValue left = liquid_get(a, keys[i], render);
        LiquidValue right = liquid_get(b, keys[i], render);
        if (liquid_compare(order, left, right) && *order != 0)
            return true;
    }
    return liquid_compare(order, a, b);
}

void filters_register(LiquidEngine *engine)
{
    static const SiteFilter *const tables[] = { site_filters_array, site_filters_date,   site_filters_group,
                                                site_filters_json,  site_filters_markup, site_filters_select,
                                                site_filters_text,  site_filters_url };
    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
        for (const SiteFilter *entry = tables[i]; entry->name != NULL; entry++)
            liquid_engine_add_filter(engine, entry->name, entry->filter, entry->min_args, entry->max_args);
    }
}
