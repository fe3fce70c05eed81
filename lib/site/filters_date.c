/* lib/site/filters_date.c - date_to_xmlschema, date_to_rfc822, date_to_string, date_to_long_string: all in the site's
 * zone. */
#include "site/drops.h"
#include "site/filter_parts.h"
#include "text/datetime.h"

/* A day alone is its midnight there. */
static bool read_time(LiquidTime *out, LiquidValue input, LiquidRender *render)
{
    const Zone *zone = drops_host_site(render)->zone;

    if (!liquid_to_time(out, input, render) || out->unix_s > DATETIME_MAX_S || out->unix_s < -DATETIME_MAX_S)
        return false;
    if (out->is_date)
        out->unix_s = zone_to_unix_s(zone, civil_add_offset(out->unix_s, out->offset_s));
    out->offset_s = zone_offset_s(zone, out->unix_s);
    return true;
}

static LiquidValue refuse(LiquidRender *render, LiquidValue input)
{
    Buf buf = { .arena = liquid_arena(render) };
    liquid_inspect(&buf, input, render);
    return liquid_fail(render, "Invalid Date: '" STR_FMT "' is not a valid datetime.", STR_ARG(buf_str(&buf)));
}

/* Nothing and "" go through. */
static LiquidValue format_date(LiquidRender *render, LiquidValue input, Str format)
{
    LiquidTime time;
    Buf buf = { .arena = liquid_arena(render) };

    if (liquid_to_s(input, render).len == 0)
        return input;
    if (!read_time(&time, input, render))
        return refuse(render, input);
    datetime_put_format(&buf, format, time.unix_s, time.nanoseconds, time.offset_s);
    return liquid_string(buf_str(&buf));
}

static LiquidValue date_to_xmlschema(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return format_date(render, input, STR("%Y-%m-%dT%H:%M:%S%:z"));
}

static LiquidValue date_to_rfc822(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return format_date(render, input, STR("%a, %d %b %Y %H:%M:%S %z"));
}

static const char *ordinal_suffix(int day)
{
    static const char *const suffixes[] = { "th", "st", "nd", "rd" };
    if (day >= 11 && day <= 13)
        return "th";
    return day % 10 < 4 ? suffixes[day % 10] : "th";
}

static bool is_word(const LiquidValue *args, size_t count, size_t i, Str word)
{
    return i < count && args[i].type == LIQUID_STRING && str_eq(args[i].string, word);
}

/* `month` is %b or %B; arguments "ordinal" and "US". */
static LiquidValue date_in_words(LiquidRender *render, LiquidValue input, const char *month, const LiquidValue *args,
                                 size_t count)
{
    Arena *arena = liquid_arena(render);
    LiquidTime time;

    if (!is_word(args, count, 0, STR("ordinal")) || !read_time(&time, input, render))
        return format_date(render, input, arena_format(arena, "%%d %s %%Y", month));
    int day = civil_from_seconds(civil_add_offset(time.unix_s, time.offset_s)).day;
    const char *suffix = ordinal_suffix(day);
    if (is_word(args, count, 1, STR("US")))
        return format_date(render, input, arena_format(arena, "%s %d%s, %%Y", month, day, suffix));
    return format_date(render, input, arena_format(arena, "%d%s %s %%Y", day, suffix, month));
}

static LiquidValue date_to_string(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    return date_in_words(render, input, "%b", args, count);
}

static LiquidValue date_to_long_string(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    return date_in_words(render, input, "%B", args, count);
}

const SiteFilter site_filters_date[] = {
    { "date_to_xmlschema", date_to_xmlschema, 0, 0 },
    { "date_to_rfc822", date_to_rfc822, 0, 0 },
    { "date_to_string", date_to_string, 0, 2 },
    { "date_to_long_string", date_to_long_string, 0, 2 },
    { NULL, NULL, 0, 0 },
};
