/* lib/check/report_text.c - diagnostics for people. */
#include "check/report.h"
#include "check/snippet.h"

enum { GUTTER = 8 }; /* columns before the source line: its number and a bar */

static const char *const colors[] = {
    [SEVERITY_INFO] = "\033[1;36m",
    [SEVERITY_WARNING] = "\033[1;33m",
    [SEVERITY_ERROR] = "\033[1;31m",
};
static const char bold[] = "\033[1m";
static const char faint[] = "\033[2m";
static const char plain[] = "\033[m";

static void put_colored(Buf *out, const char *color, const ReportStyle *style, Str text)
{
    buf_put_cstr(out, style->color ? color : "");
    buf_put(out, text);
    buf_put_cstr(out, style->color ? plain : "");
}

static void put_head(Buf *out, const Diag *diag, Place place, const ReportStyle *style)
{
    Str path = diag_path(diag);

    buf_put_cstr(out, style->color ? bold : "");
    report_put_safe(out, path);
    if (place.line > 0)
        buf_put_format(out, ":%u:%u", place.line, place.column);
    buf_put_cstr(out, path.len > 0 ? ": " : "");
    buf_put_cstr(out, style->color ? plain : "");
    put_colored(out, colors[diag->severity], style, str_from(report_severity(diag->severity)));
    buf_put_cstr(out, ": ");
    report_put_safe(out, diag->message);
    buf_put_format(out, " [%s %s]\n", report_code(diag), diag->rule);
}

static void put_snippet(Buf *out, const Diag *diag, uint32_t line, const ReportStyle *style)
{
    Arena arena = { 0 };
    Snippet snippet = snippet_make(diag->span, line, style->columns - GUTTER, &arena);

    buf_put_format(out, "%5u | ", line);
    buf_put(out, snippet.line);
    buf_put_cstr(out, "\n      | ");
    put_colored(out, colors[diag->severity], style, snippet.carets);
    buf_put_char(out, '\n');
    arena_free(&arena);
}

static void put_hint(Buf *out, Str hint, const ReportStyle *style)
{
    if (hint.len == 0)
        return;
    put_colored(out, faint, style, STR("  hint: "));
    report_put_safe(out, hint);
    buf_put_char(out, '\n');
}

void report_put_text(Buf *out, const Diags *diags, const ReportStyle *style)
{
    PlaceCursor cursor = { 0 };

    for (size_t i = 0; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        Place place = { 0 };
        if (diag->span.source != NULL)
            place = source_place_from(&cursor, diag->span.source, diag->span.start);
        put_head(out, diag, place, style);
        if (place.line > 0)
            put_snippet(out, diag, place.line, style);
        put_hint(out, diag->hint, style);
    }
}
