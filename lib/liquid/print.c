/* lib/liquid/print.c - how values look: Ruby's to_s and inspect. */
#include "base/utf8.h"
#include "liquid/number.h"
#include "liquid/render.h"
#include "liquid/time.h"
#include "text/datetime.h"

enum { MAX_NESTING = 100, MAX_ITEMS = 1000000, SECONDS_A_DAY = 86400, JULIAN_DAY_OF_1970 = 2440588 };

/* Values may hold one another many times over, so what is printed of one is bounded. */
typedef struct Printer {
    Buf *out;
    LiquidRender *render; /* may be NULL */
    size_t items;
    int depth;
    bool as_key; /* exactly one text for each value: drops by where they are */
} Printer;

static void inspect(Printer *printer, LiquidValue value);

/* Counts one item; false when it is not to be printed. */
static bool enter(Printer *printer)
{
    if (printer->depth >= MAX_NESTING || ++printer->items > MAX_ITEMS)
        return false;
    LiquidRender *render = printer->render;
    if (render == NULL)
        return true;
    if (printer->out->len > render->max_len)
        render_stop(render, "the output is too long");
    return render_spend(render, 1);
}

/* --- parts ------------------------------------------------------------------------------------------------------- */

static void put_time(Printer *printer, const LiquidTime *time)
{
    Str format = time->is_date  ? STR("%Y-%m-%d")
                 : time->is_utc ? STR("%Y-%m-%d %H:%M:%S UTC")
                                : STR("%Y-%m-%d %H:%M:%S %z");
    int32_t offset_s = time->offset_s;
    if (time->is_local && printer->render != NULL)
        offset_s = liquid_zone_offset_s(printer->render->input->zone, time->unix_s);
    datetime_put_format(printer->out, format, time->unix_s, time->nanoseconds, offset_s);
}

static void inspect_time(Printer *printer, const LiquidTime *time)
{
    Buf *out = printer->out;
    if (!time->is_date) {
        put_time(printer, time);
        return;
    }
    int64_t local_s = time->unix_s + time->offset_s;
    int64_t days = local_s / SECONDS_A_DAY - (local_s % SECONDS_A_DAY < 0);
    buf_put(out, STR("#<Date: "));
    put_time(printer, time);
    buf_put_format(out, " ((%lldj,0s,0n),+0s,2299161j)>", (long long)(days + JULIAN_DAY_OF_1970));
}

static Str drop_text(LiquidValue value, LiquidRender *render)
{
    const LiquidDropClass *class = value.drop.class;
    return class->text != NULL && render != NULL ? class->text(value.drop.object, render) : str_from(class->name);
}

static void inspect_drop(Printer *printer, LiquidValue value)
{
    buf_put(printer->out, STR("#<"));
    buf_put_cstr(printer->out, value.drop.class->name);
    if (printer->as_key)
        buf_put_format(printer->out, ":%p", value.drop.object);
    buf_put_char(printer->out, '>');
}

static void put_control(Buf *out, int32_t c)
{
    static const char names[] = "abtnvfr"; /* U+0007 to U+000D */
    if (c >= 7 && c <= 13)
        buf_put_format(out, "\\%c", names[c - 7]);
    else if (c == 27)
        buf_put(out, STR("\\e"));
    else if (c == 127)
        buf_put(out, STR("\\x7F"));
    else
        buf_put_format(out, "\\u%04X", (unsigned)c);
}

static bool is_control(int32_t c)
{
    return c < 32 || (c >= 127 && c < 160) || c == 0x2028 || c == 0x2029;
}

static void inspect_text(Buf *out, Str text)
{
    buf_put_char(out, '"');
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        int32_t c = utf8_next(text, &at);
        int next = str_at(text, at);
        if (is_control(c)) {
            put_control(out, c);
            continue;
        }
        if (c == '"' || c == '\\' || (c == '#' && (next == '{' || next == '$' || next == '@')))
            buf_put_char(out, '\\');
        buf_put(out, str_slice(text, start, at));
    }
    buf_put_char(out, '"');
}

static void inspect_array(Printer *printer, LiquidValue value)
{
    buf_put_char(printer->out, '[');
    for (size_t i = 0; i < value.array->len && !(printer->render != NULL && printer->render->stopped); i++) {
        if (i > 0)
            buf_put(printer->out, STR(", "));
        inspect(printer, value.array->items[i]);
    }
    buf_put_char(printer->out, ']');
}

static void inspect_hash(Printer *printer, LiquidValue value)
{
    buf_put_char(printer->out, '{');
    for (size_t i = 0; i < value.hash->len && !(printer->render != NULL && printer->render->stopped); i++) {
        if (i > 0)
            buf_put(printer->out, STR(", "));
        inspect_text(printer->out, value.hash->entries[i].key);
        buf_put(printer->out, STR("=>"));
        inspect(printer, value.hash->entries[i].value);
    }
    buf_put_char(printer->out, '}');
}

/* --- whole ------------------------------------------------------------------------------------------------------- */

/* What to_s and inspect have in common; false for the other types. */
static bool put_plain(Buf *out, LiquidValue value)
{
    switch (value.type) {
    case LIQUID_BOOL:
        buf_put(out, value.boolean ? STR("true") : STR("false"));
        return true;
    case LIQUID_INT:
        buf_put_int(out, value.integer);
        return true;
    case LIQUID_BIG:
        number_put_whole(out, number_whole_value(value));
        return true;
    case LIQUID_FLOAT:
        number_put_float(out, value.real);
        return true;
    case LIQUID_RANGE:
        buf_put_int(out, value.range.first);
        buf_put(out, STR(".."));
        buf_put_int(out, value.range.last);
        return true;
    default:
        return false;
    }
}

static void inspect(Printer *printer, LiquidValue value)
{
    if (!enter(printer) || put_plain(printer->out, value))
        return;
    printer->depth++;
    switch (value.type) {
    case LIQUID_NIL:
        buf_put(printer->out, STR("nil"));
        break;
    case LIQUID_STRING:
        inspect_text(printer->out, value.string);
        break;
    case LIQUID_ARRAY:
        inspect_array(printer, value);
        break;
    case LIQUID_HASH:
        inspect_hash(printer, value);
        break;
    case LIQUID_TIME:
        inspect_time(printer, value.time);
        break;
    case LIQUID_DROP:
        inspect_drop(printer, value);
        break;
    default: /* the literals `empty` and `blank` */
        buf_put(printer->out, STR("\"\""));
    }
    printer->depth--;
}

static void put(Printer *printer, LiquidValue value)
{
    if (!enter(printer) || put_plain(printer->out, value))
        return;
    printer->depth++;
    switch (value.type) {
    case LIQUID_STRING:
        buf_put(printer->out, value.string);
        break;
    case LIQUID_ARRAY:
        for (size_t i = 0; i < value.array->len && !(printer->render != NULL && printer->render->stopped); i++)
            put(printer, value.array->items[i]);
        break;
    case LIQUID_HASH:
        inspect_hash(printer, value);
        break;
    case LIQUID_TIME:
        put_time(printer, value.time);
        break;
    case LIQUID_DROP:
        buf_put(printer->out, drop_text(value, printer->render));
        break;
    default: /* nil, and the literals `empty` and `blank` */
        break;
    }
    printer->depth--;
}

void liquid_put(Buf *out, LiquidValue value, LiquidRender *render)
{
    if (value.type == LIQUID_STRING) {
        buf_put(out, value.string);
        return;
    }
    Printer printer = { .out = out, .render = render };
    put(&printer, value);
}

Str liquid_text(LiquidValue value, LiquidRender *render)
{
    if (value.type == LIQUID_STRING)
        return value.string;
    if (value.type == LIQUID_NIL)
        return (Str){ NULL, 0 };
    Buf buf = { .arena = render->arena };
    liquid_put(&buf, value, render);
    return buf_str(&buf);
}

Str liquid_to_s(LiquidValue value, LiquidRender *render)
{
    if (value.type != LIQUID_ARRAY)
        return liquid_text(value, render);
    Buf buf = { .arena = render->arena };
    liquid_inspect(&buf, value, render);
    return buf_str(&buf);
}

void liquid_inspect(Buf *out, LiquidValue value, LiquidRender *render)
{
    Printer printer = { .out = out, .render = render };
    inspect(&printer, value);
}

void liquid_put_key(Buf *out, LiquidValue value)
{
    Printer printer = { .out = out, .as_key = true };
    inspect(&printer, value);
}
