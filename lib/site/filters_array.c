/* lib/site/filters_array.c - push, pop, shift, unshift, sample, array_to_sentence_string, to_integer. */
#include "base/utf8.h"
#include "liquid/number.h"
#include "site/filter_parts.h"

static LiquidValue part(const LiquidArray *array, size_t start, size_t end, LiquidRender *render)
{
    return liquid_array(array->items + start, end - start, liquid_arena(render));
}

/* How many of `array` an argument asks for. */
static bool read_amount(size_t *out, const LiquidArray *array, LiquidRender *render, const LiquidValue *args,
                        size_t count, const char *fault)
{
    int64_t amount;
    if (!filter_count(&amount, render, args, count))
        return false;
    if (amount < 0) {
        liquid_fail(render, "%s", fault);
        return false;
    }
    *out = (uint64_t)amount > array->len ? array->len : (size_t)amount;
    return true;
}

static LiquidValue pop(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    size_t amount;
    if (input.type != LIQUID_ARRAY)
        return input;
    if (!read_amount(&amount, input.array, render, args, count, "negative array size"))
        return liquid_nil();
    return part(input.array, 0, input.array->len - amount, render);
}

static LiquidValue shift(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    size_t amount;
    if (input.type != LIQUID_ARRAY)
        return input;
    if (!read_amount(&amount, input.array, render, args, count, "negative array size"))
        return liquid_nil();
    return part(input.array, amount, input.array->len, render);
}

static LiquidValue with_item(LiquidRender *render, LiquidValue input, LiquidValue item, bool in_front)
{
    if (input.type != LIQUID_ARRAY || !liquid_spend(render, input.array->len))
        return input;
    size_t len = input.array->len;
    LiquidValue *items = ARENA_ARRAY(liquid_arena(render), LiquidValue, len + 1);
    for (size_t i = 0; i < len; i++)
        items[i + in_front] = input.array->items[i];
    items[in_front ? 0 : len] = item;
    return liquid_array(items, len + 1, liquid_arena(render));
}

static LiquidValue push(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    return with_item(render, input, args[0], false);
}

static LiquidValue unshift(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)count;
    return with_item(render, input, args[0], true);
}

/* --- sample ------------------------------------------------------------------------------------------------------ */

/* Random for the reader, but not from build to build: it hangs on the page and on how far its template has come. */
static uint64_t seed_of(LiquidRender *render)
{
    LiquidValue url = liquid_get(liquid_variable(render, STR("page")), STR("url"), render);
    return str_hash(liquid_text(url, render)) ^ ((uint64_t)liquid_steps(render) << 32);
}

/* Sebastiano Vigna's SplitMix64. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

static LiquidValue sample(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    uint64_t state = seed_of(render);
    size_t amount = 1;

    if (input.type != LIQUID_ARRAY)
        return input;
    size_t len = input.array->len;
    int64_t asked = 1;
    if (count > 0 && args[0].type == LIQUID_INT)
        asked = args[0].integer;
    else if (count > 0 && !number_strict_int(&asked, liquid_to_s(args[0], render)))
        asked = 1; /* what is no number asks for one */
    if (asked == 1)
        return len == 0 ? liquid_nil() : input.array->items[next_random(&state) % len];
    if (!read_amount(&amount, input.array, render, args, count, "negative sample number") || !liquid_spend(render, len))
        return liquid_nil();
    LiquidValue *items = ARENA_ARRAY(liquid_arena(render), LiquidValue, len);
    for (size_t i = 0; i < len; i++)
        items[i] = input.array->items[i];
    for (size_t i = 0; i < amount; i++) {
        size_t other = i + next_random(&state) % (len - i);
        LiquidValue item = items[i];
        items[i] = items[other];
        items[other] = item;
    }
    return liquid_array(items, amount, liquid_arena(render));
}

/* --- text and numbers -------------------------------------------------------------------------------------------- */

/* An item among many is joined as Ruby's join does: a list within by its own items. */
static void put_joined(Buf *out, LiquidValue item, LiquidRender *render)
{
    if (item.type != LIQUID_ARRAY) {
        buf_put(out, liquid_to_s(item, render));
        return;
    }
    LiquidArray flat = liquid_list(item, render);
    for (size_t i = 0; i < flat.len; i++) {
        buf_put(out, i == 0 ? (Str){ NULL, 0 } : STR(", "));
        liquid_put(out, flat.items[i], render);
    }
}

static void put_sentence(Buf *out, const LiquidArray *items, Str connector, LiquidRender *render)
{
    size_t last = items->len - 1;
    for (size_t i = 0; i < last && liquid_spend(render, 1); i++) {
        if (items->len == 2)
            buf_put(out, liquid_to_s(items->items[i], render));
        else
            put_joined(out, items->items[i], render);
        buf_put(out, items->len == 2 ? STR(" ") : STR(", "));
    }
    if (last > 0) {
        buf_put(out, connector);
        buf_put_char(out, ' ');
    }
    buf_put(out, liquid_to_s(items->items[last], render));
}

/* Ruby takes a text for a list of its characters, as far as two of them. */
static bool split_pair(Buf *out, Str text, Str connector)
{
    size_t first = utf8_offset(text, 1);
    size_t second = utf8_offset(text, 2);
    if (second < text.len)
        return false;
    buf_put(out, str_slice(text, 0, first));
    if (second > first)
        buf_put_format(out, " " STR_FMT " ", STR_ARG(connector));
    buf_put(out, str_slice(text, first, second));
    return true;
}

static LiquidValue array_to_sentence(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = liquid_arena(render) };
    Str connector = count > 0 ? liquid_to_s(args[0], render) : STR("and");

    if (input.type == LIQUID_STRING && split_pair(&buf, input.string, connector))
        return liquid_string(buf_str(&buf));
    if (input.type != LIQUID_ARRAY)
        return liquid_fail(render, "array_to_sentence_string takes a list, not %s", liquid_class_name(input));
    if (input.array->len > 0)
        put_sentence(&buf, input.array, connector, render);
    return liquid_string(buf_str(&buf));
}

/* A number without what is behind its point. */
static LiquidValue whole_part(LiquidRender *render, Number number)
{
    number = number_whole(number);
    if (number.kind != NUMBER_INT)
        return liquid_fail(render, "the number is too large for to_integer");
    return number_value(number);
}

static LiquidValue to_integer(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    switch (input.type) {
    case LIQUID_NIL:
        return liquid_int(0);
    case LIQUID_BOOL:
        return liquid_int(input.boolean);
    case LIQUID_INT:
    case LIQUID_BIG:
        return input;
    case LIQUID_STRING:
        return number_to_i(input.string);
    case LIQUID_TIME:
        return liquid_int(input.time->unix_s);
    case LIQUID_FLOAT:
        return whole_part(render, number_from(input));
    default:
        return liquid_fail(render, "to_integer takes a number or text, not %s", liquid_class_name(input));
    }
}

const SiteFilter site_filters_array[] = {
    { "push", push, 1, 1 },
    { "pop", pop, 0, 1 },
    { "shift", shift, 0, 1 },
    { "unshift", unshift, 1, 1 },
    { "sample", sample, 0, 1 },
    { "array_to_sentence_string", array_to_sentence, 0, 1 },
    { "to_integer", to_integer, 0, 0 },
    { NULL, NULL, 0, 0 },
};
