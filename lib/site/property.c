/* lib/site/property.c - properties of items, as `where`, `group_by` and `sort` look them up. */
#include "liquid/number.h"
#include "site/filter_parts.h"

enum { MAX_DIGITS = 18 }; /* of a whole number that surely fits */

static LiquidValue refuse(LiquidRender *render, LiquidValue item, Str name)
{
    return liquid_fail(render, "cannot look up '" STR_FMT "' in %s", STR_ARG(name), liquid_class_name(item));
}

/* Where a text holds the name, that is its property, as Ruby's String#[] has it. */
static bool look_up(LiquidValue *out, LiquidValue item, Str name, LiquidRender *render)
{
    *out = liquid_nil();
    if (item.type == LIQUID_HASH) {
        liquid_hash_get(out, item.hash, name);
    } else if (item.type == LIQUID_DROP) {
        if (!item.drop.class->get(out, item.drop.object, name, render))
            *out = liquid_nil();
    } else if (item.type == LIQUID_STRING) {
        if (str_contains(item.string, name))
            *out = liquid_string(name);
    } else {
        return false;
    }
    return true;
}

/* Behind what has no properties a path gives false; a list or a whole number wants positions. */
static LiquidValue walk_path(LiquidRender *render, LiquidValue item, Str path)
{
    Str rest = path;
    while (rest.len > 0 && rest.data[rest.len - 1] == '.')
        rest.len--;
    for (Str name; rest.len > 0 && str_split(&name, &rest, '.');) {
        LiquidValue value;
        if (look_up(&value, item, name, render))
            item = value;
        else if (item.type == LIQUID_ARRAY || item.type == LIQUID_INT)
            return refuse(render, item, name);
        else
            item = liquid_bool(false);
    }
    return item;
}

static size_t count_digits(Str s)
{
    size_t i = 0;
    while (char_is_digit(str_at(s, i)))
        i++;
    return i;
}

static LiquidValue whole_number(Str digits, bool negative, LiquidRender *render)
{
    while (digits.len > 1 && digits.data[0] == '0')
        digits = str_from_offset(digits, 1);
    Str text = arena_join(liquid_arena(render), negative ? STR("-") : (Str){ NULL, 0 }, digits, (Str){ NULL, 0 });
    return digits.len > MAX_DIGITS ? liquid_string(text) : liquid_int(number_leading_int(text));
}

/* "01" is 1, "2.10" is 2.1, " .5 " is 0.5. */
static LiquidValue number_or_text(LiquidValue value, LiquidRender *render)
{
    Str text = str_trim(value.string);
    bool negative = str_at(text, 0) == '-';
    Str unsigned_text = str_from_offset(text, negative);
    size_t whole = count_digits(unsigned_text);

    if (whole > 0 && whole == unsigned_text.len)
        return whole_number(unsigned_text, negative, render);
    if (str_at(unsigned_text, whole) != '.')
        return value;
    size_t fraction = count_digits(str_from_offset(unsigned_text, whole + 1));
    if (whole + 1 + fraction != unsigned_text.len || whole + fraction == 0)
        return value;
    Str padded = arena_join(liquid_arena(render), STR("0"), unsigned_text, STR("0"));
    double real = number_leading_float(padded);
    return liquid_float(negative ? -real : real);
}

LiquidValue filter_property(LiquidRender *render, LiquidValue item, Str name)
{
    LiquidValue value;
    if (str_find_char(name, '.', 0) != STR_NONE)
        value = walk_path(render, item, name);
    else if (!look_up(&value, item, name, render))
        return refuse(render, item, name);
    return value.type == LIQUID_STRING ? number_or_text(value, render) : value;
}
