/* lib/check/report_rdjsonl.c - Reviewdog Diagnostic Format, one diagnostic a line: columns count bytes. */
#include "check/report_parts.h"

static void put_position(JsonWriter *json, const char *key, Place place)
{
    json_key(json, key);
    json_open_object(json);
    json_key(json, "line");
    json_int(json, place.line);
    json_key(json, "column");
    json_int(json, place.column);
    json_close_object(json);
}

static void put_range(JsonWriter *json, Span span)
{
    Range range = report_range_bytes(span);
    json_key(json, "range");
    json_open_object(json);
    put_position(json, "start", range.start);
    put_position(json, "end", range.end);
    json_close_object(json);
}

static void put_location(JsonWriter *json, const Diag *diag, Str path)
{
    json_key(json, "location");
    json_open_object(json);
    json_field(json, "path", path);
    if (diag->span.source != NULL)
        put_range(json, diag->span);
    json_close_object(json);
}

static void put_named(JsonWriter *json, const char *key, const char *name, Str value)
{
    json_key(json, key);
    json_open_object(json);
    json_field(json, name, value);
    json_close_object(json);
}

static void put_suggestion(JsonWriter *json, const Fix *fix)
{
    json_key(json, "suggestions");
    json_open_array(json);
    json_open_object(json);
    put_range(json, fix->span);
    json_field(json, "text", fix->replacement);
    json_close_object(json);
    json_close_array(json);
}

void report_rdjsonl(Buf *out, const Report *report)
{
    static const char *const severities[] = { "INFO", "WARNING", "ERROR" };
    Arena scratch = { 0 };

    for (size_t i = 0; i < report->diags->len; i++) {
        const Diag *diag = &report->diags->items[i];
        JsonWriter json = { .out = out, .one_line = true };
        json_open_object(&json);
        json_field(&json, "message", report_sentence(diag, &scratch));
        put_location(&json, diag, report_path(report, diag, &scratch));
        json_field(&json, "severity", str_from(severities[diag->severity]));
        put_named(&json, "source", "name", STR("herald"));
        put_named(&json, "code", "value", str_from(report_code(diag)));
        if (diag->fix.span.source != NULL && diag->fix.span.source == diag->span.source)
            put_suggestion(&json, &diag->fix);
        json_close_object(&json);
        buf_put_char(out, '\n');
        arena_reset(&scratch);
    }
    arena_free(&scratch);
}
