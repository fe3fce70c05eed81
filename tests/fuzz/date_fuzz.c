/* tests/fuzz/date_fuzz.c - no text breaks the reader of dates; what it proposes it reads itself, as the same instant.
 */
#include <stdlib.h>

#include "post/date.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Located as_source(Str text, Arena *arena)
{
    const Source *source = source_new(STR("fuzz.md"), text, arena);
    return (Located){ text, span_whole(source) };
}

static void expect(bool holds)
{
    if (!holds)
        abort();
}

/* A fix leaves nothing to fix, and changes nothing else. */
static void check_fix(const Date *date, Str spelling, const Zone *zone, Arena *arena)
{
    Diags diags = { .arena = arena };
    Date again;
    expect(date_read(&again, as_source(spelling, arena), zone, false, &diags));
    expect(diags.len == 0);
    expect(again.unix_s == date->unix_s && again.nanoseconds == date->nanoseconds);
    expect(again.precision == date->precision && again.zone_written == date->zone_written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Located text = as_source((Str){ (const char *)data, size }, &arena);
    const Zone *zone = zone_open(STR(""), &arena);
    Date date;
    size_t rest;

    if (date_read(&date, text, zone, false, &diags)) {
        expect(diags.stops == 0 && diags.len <= 1);
        if (diags.len == 1 && diags.items[0].fix.span.source != NULL)
            check_fix(&date, diags.items[0].fix.replacement, zone, &arena);
    } else {
        expect(diags.stops == 1 && diags.len == 1 && diags.items[0].hint.len > 0);
    }
    date_from_file_name(&date, &rest, text.str, zone);
    expect(rest <= size);
    arena_free(&arena);
    return 0;
}
