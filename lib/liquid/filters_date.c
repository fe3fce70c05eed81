/* lib/liquid/filters_date.c */
#include "liquid/filters.h"
#include "liquid/number.h"
#include "liquid/render.h"
#include "liquid/time.h"
#include "text/datetime.h"

static bool is_all_digits(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!char_is_digit(str_at(text, i)))
            return false;
    }
    return text.len > 0;
}

static LiquidTime local_time(int64_t unix_s, const LiquidInput *input)
{
    return (LiquidTime){ .unix_s = unix_s, .offset_s = liquid_zone_offset_s(input->zone, unix_s) };
}

/* Only digits are seconds since 1970, even those of a year. */
bool liquid_to_time(LiquidTime *out, LiquidValue value, const LiquidRender *render)
{
    const LiquidInput *input = render->input;
    if (value.type == LIQUID_TIME) {
        *out = *value.time;
        if (out->is_local)
            out->offset_s = liquid_zone_offset_s(input->zone, out->unix_s);
        return true;
    }
    if (value.type == LIQUID_INT) {
        *out = local_time(value.integer, input);
        return true;
    }
    if (value.type != LIQUID_STRING || value.string.len == 0)
        return false;
    if (str_eq_nocase(value.string, STR("now")) || str_eq_nocase(value.string, STR("today"))) {
        *out = local_time(input->now_unix_s, input);
        return true;
    }
    if (!is_all_digits(value.string))
        return liquid_time_read(out, value.string, input->now_unix_s, input->zone);
    *out = local_time(number_leading_int(value.string), input);
    return true;
}

enum { DATE_STEPS = 40 }; /* reading and writing a date takes longer than other filters */

static LiquidValue date(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    static const int64_t farthest_s = 31556952000000; /* a million years: what the calendar is made for */
    Buf buf = { .arena = render->arena };
    Str format = liquid_to_s(args[0], render);
    LiquidTime time;

    (void)count;
    if (!render_spend(render, DATE_STEPS) || format.len == 0 || !liquid_to_time(&time, input, render)
        || time.unix_s > farthest_s || time.unix_s < -farthest_s)
        return input;
    if (!datetime_put_format(&buf, format, time.unix_s, time.nanoseconds, time.offset_s))
        return liquid_fail(render, "invalid format: " STR_FMT, STR_ARG(format));
    return liquid_string(buf_str(&buf));
}

const FilterEntry filters_date[] = {
    { "date", date, 1, 1 },
    { NULL, NULL, 0, 0 },
};
