/* lib/liquid/lookup.c - looking into values. */
#include "liquid/lookup.h"

#include "base/utf8.h"
#include "liquid/number.h"
#include "liquid/render.h"

enum { INTEGER_SIZE = 8 /* Ruby's: bytes */ };

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

/* In bytes, as Ruby counts them. */
static int64_t big_size(LiquidValue value)
{
    NumberInt whole = number_whole_value(value);
    NumberDigits rest = whole < 0 ? -(NumberDigits)whole : (NumberDigits)whole;
    int64_t size = 0;
    for (; rest > 0; rest >>= 8)
        size++;
    return size;
}

bool value_size(LiquidValue *out, LiquidValue value, LiquidRender *render)
{
    switch (value.type) {
    case LIQUID_STRING:
        render_spend_bytes(render, value.string.len);
        *out = liquid_int((int64_t)utf8_length(value.string));
        return true;
    case LIQUID_INT:
        *out = liquid_int(INTEGER_SIZE);
        return true;
    case LIQUID_BIG:
        *out = liquid_int(big_size(value));
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
        return value_size(out, value, render);
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

/* Where a position is wanted a float counts as its whole part. */
static LiquidValue plain_property(LiquidValue property, LiquidValue value)
{
    bool is_hash = value.type == LIQUID_HASH || value.type == LIQUID_DROP;
    if (property.type == LIQUID_FLOAT && property.real > -1e18 && property.real < 1e18 && !is_hash)
        return liquid_int((int64_t)property.real);
    if (property.type == LIQUID_EMPTY || property.type == LIQUID_BLANK)
        return liquid_string(STR(""));
    return property;
}

bool liquid_property(LiquidValue *out, LiquidValue value, LiquidValue property, LiquidRender *render)
{
    *out = liquid_nil();
    property = plain_property(property, value);
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
