/* lib/check/report_jsonl.c - diagnostics as JSON Lines. */
#include "check/report_parts.h"

static void put_span(JsonWriter *json, Span span, PlaceCursor *cursor)
{
    Range range = report_range(span, cursor);

    json_key(json, "line");
    json_int(json, range.start.line);
    json_key(json, "column");
    json_int(json, range.start.column);
    json_key(json, "end_line");
    json_int(json, range.end.line);
    json_key(json, "end_column");
    json_int(json, range.end.column);
}

static void put_fix(JsonWriter *json, const Fix *fix, PlaceCursor cursor)
{
    json_key(json, "fix");
    json_open_object(json);
    put_span(json, fix->span, &cursor);
    json_field(json, "replacement", fix->replacement);
    json_key(json, "safe");
    json_bool(json, fix->safe);
    json_close_object(json);
}

void report_put_json(JsonWriter *json, const Diag *diag, PlaceCursor *cursor)
{
    json_open_object(json);
    json_field(json, "file", diag_path(diag));
    put_span(json, diag->span, cursor);
    json_field(json, "severity", str_from(report_severity(diag->severity)));
    json_field(json, "rule", str_from(diag->rule));
    json_field(json, "code", str_from(report_code(diag)));
    json_field(json, "message", diag->message);
    if (diag->hint.len > 0)
        json_field(json, "hint", diag->hint);
    if (diag->fix.span.source != NULL)
        put_fix(json, &diag->fix, *cursor);
    json_close_object(json);
}

void report_put_jsonl(Buf *out, const Diags *diags)
{
    PlaceCursor cursor = { 0 };

    for (size_t i = 0; i < diags->len; i++) {
        JsonWriter json = { .out = out, .one_line = true };
        report_put_json(&json, &diags->items[i], &cursor);
        buf_put_char(out, '\n');
    }
}
