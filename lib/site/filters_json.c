/* lib/site/filters_json.c - jsonify, as Ruby's json writes it. */
#include <math.h>

#include "site/drop_post.h"
#include "site/filter_parts.h"
#include "text/json.h"

enum { MAX_DEPTH = 32, NEIGHBOUR_DEPTH = 2 };

typedef struct Writer {
    JsonWriter json;
    LiquidRender *render;
} Writer;

static void put_value(Writer *writer, LiquidValue value, int depth);

static void put_float(Writer *writer, LiquidValue value)
{
    Str text = liquid_text(value, writer->render);
    if (isfinite(value.real))
        json_raw(&writer->json, text);
    else
        liquid_fail(writer->render, "JSON has no " STR_FMT, STR_ARG(text));
}

static void put_array(Writer *writer, const LiquidArray *array, int depth)
{
    json_open_array(&writer->json);
    for (size_t i = 0; i < array->len && !liquid_failed(writer->render); i++)
        put_value(writer, array->items[i], depth + 1);
    json_close_array(&writer->json);
}

static void put_hash(Writer *writer, const LiquidHash *hash, int depth)
{
    json_open_object(&writer->json);
    for (size_t i = 0; i < hash->len && !liquid_failed(writer->render); i++) {
        json_key_str(&writer->json, hash->entries[i].key);
        put_value(writer, hash->entries[i].value, depth + 1);
    }
    json_close_object(&writer->json);
}

/* A document is written with all it has; deep inside, its neighbours without their texts and their own neighbours. */
static void put_drop(Writer *writer, LiquidValue drop, int depth, bool brief)
{
    StrList keys;
    if (!drop_json_keys(&keys, drop, brief, writer->render)) {
        json_string(&writer->json, liquid_text(drop, writer->render));
        return;
    }
    json_open_object(&writer->json);
    for (size_t i = 0; i < keys.len && !liquid_failed(writer->render); i++) {
        LiquidValue value = liquid_nil();
        drop.drop.class->get(&value, drop.drop.object, keys.items[i], writer->render);
        json_key_str(&writer->json, keys.items[i]);
        if (value.type == LIQUID_DROP && value.drop.class == drop.drop.class && depth >= NEIGHBOUR_DEPTH
            && liquid_spend(writer->render, 1))
            put_drop(writer, value, depth + 1, true);
        else
            put_value(writer, value, depth + 1);
    }
    json_close_object(&writer->json);
}

static void put_value(Writer *writer, LiquidValue value, int depth)
{
    JsonWriter *json = &writer->json;
    if (depth > MAX_DEPTH || !liquid_spend(writer->render, 1)) {
        json_null(json);
        return;
    }
    switch (value.type) {
    case LIQUID_NIL:
        json_null(json);
        break;
    case LIQUID_BOOL:
        json_bool(json, value.boolean);
        break;
    case LIQUID_INT:
        json_int(json, value.integer);
        break;
    case LIQUID_BIG:
        json_raw(json, liquid_text(value, writer->render));
        break;
    case LIQUID_FLOAT:
        put_float(writer, value);
        break;
    case LIQUID_ARRAY:
        put_array(writer, value.array, depth);
        break;
    case LIQUID_HASH:
        put_hash(writer, value.hash, depth);
        break;
    case LIQUID_DROP:
        put_drop(writer, value, depth, false);
        break;
    default:
        json_string(json, liquid_text(value, writer->render));
    }
}

static LiquidValue jsonify(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = liquid_arena(render) };
    Writer writer = { .json = { .out = &buf }, .render = render };
    (void)args;
    (void)count;
    put_value(&writer, input, 0);
    return liquid_string(buf_str(&buf));
}

const SiteFilter site_filters_json[] = {
    { "jsonify", jsonify, 0, 0 },
    { NULL, NULL, 0, 0 },
};
