/* lib/check/report_gitlab.c - Code Quality of GitLab. */
#include "check/fingerprint.h"
#include "check/report_parts.h"

static const char *severity_of(const Diag *diag)
{
    static const char *const severities[] = { "info", "minor", "major" };
    if (diag->kind == DIAG_WORLD)
        return "blocker";
    return diag->kind == DIAG_STOP ? "critical" : severities[diag->severity];
}

void report_gitlab(Buf *out, const Report *report)
{
    Arena scratch = { 0 };
    JsonWriter json = { .out = out, .indented = true };
    PlaceCursor cursor = { 0 };
    const Str *fingerprints = fingerprints_make(report->diags, &scratch);

    json_open_array(&json);
    for (size_t i = 0; i < report->diags->len; i++) {
        const Diag *diag = &report->diags->items[i];
        json_open_object(&json);
        json_field(&json, "description", report_sentence(diag, &scratch));
        json_field(&json, "check_name", str_from(diag->rule));
        json_field(&json, "fingerprint", fingerprints[i]);
        json_field(&json, "severity", str_from(severity_of(diag)));
        json_key(&json, "location");
        json_open_object(&json);
        json_field(&json, "path", report_path(report, diag, &scratch));
        json_key(&json, "lines");
        json_open_object(&json);
        json_key(&json, "begin");
        json_int(&json, report_range(diag->span, &cursor).start.line);
        json_close_object(&json);
        json_close_object(&json);
        json_close_object(&json);
    }
    json_close_array(&json);
    buf_put_char(out, '\n');
    arena_free(&scratch);
}
