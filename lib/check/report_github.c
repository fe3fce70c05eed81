/* lib/check/report_github.c - annotations: the workflow commands of GitHub Actions. */
#include "check/report_parts.h"

/* GitHub shows so many of each severity a step, and says nothing of the others. */
enum { SHOWN_OF_EACH = 10 };

/* As the runner unescapes a command's message and, `in_property`, its properties. */
static void put_escaped(Buf *out, Str text, bool in_property)
{
    for (size_t i = 0; i < text.len; i++) {
        int c = str_at(text, i);
        bool escape = c == '%' || c == '\r' || c == '\n' || (in_property && (c == ':' || c == ','));
        if (escape)
            buf_put_format(out, "%%%02X", (unsigned)c);
        else
            buf_put_char(out, text.data[i]);
    }
}

static void put_message(Buf *out, const Diag *diag)
{
    Arena scratch = { 0 };
    Buf message = { .arena = &scratch };

    report_put_safe(&message, diag->message);
    if (diag->hint.len > 0) {
        buf_put_cstr(&message, "\nhint: ");
        report_put_safe(&message, diag->hint);
    }
    buf_put_format(&message, "\n\"herald explain %s\" says more", report_code(diag));
    put_escaped(out, buf_str(&message), false);
    arena_free(&scratch);
}

static void put_place(Buf *out, const Report *report, const Diag *diag, PlaceCursor *cursor)
{
    Arena scratch = { 0 };
    Str path = report_path(report, diag, &scratch);
    Range range = report_range(diag->span, cursor);

    if (path.len > 0) {
        buf_put_cstr(out, "file=");
        put_escaped(out, path, true);
        buf_put_char(out, ',');
    }
    if (diag->span.source != NULL)
        buf_put_format(out, "line=%u,endLine=%u,", range.start.line, range.end.line);
    if (diag->span.source != NULL && range.start.line == range.end.line)
        buf_put_format(out, "col=%u,endColumn=%u,", range.start.column, range.end.column);
    arena_free(&scratch);
}

/* Those of a severity, as many as are shown; returns how many are not. */
static size_t put_severity(Buf *out, const Report *report, Severity severity)
{
    static const char *const commands[] = { "notice", "warning", "error" };
    PlaceCursor cursor = { 0 };
    size_t count = 0;

    for (size_t i = 0; i < report->diags->len; i++) {
        const Diag *diag = &report->diags->items[i];
        if (diag->severity != severity || ++count > SHOWN_OF_EACH)
            continue;
        buf_put_format(out, "::%s ", commands[severity]);
        put_place(out, report, diag, &cursor);
        buf_put_format(out, "title=%s %s::", report_code(diag), diag->rule);
        put_message(out, diag);
        buf_put_char(out, '\n');
    }
    return count > SHOWN_OF_EACH ? count - SHOWN_OF_EACH : 0;
}

void report_github(Buf *out, const Report *report)
{
    ReportCounts left = { 0 };
    size_t more = 0;

    for (int severity = SEVERITY_ERROR; severity >= SEVERITY_INFO; severity--) {
        left.of[severity] = put_severity(out, report, (Severity)severity);
        more += left.of[severity];
    }
    if (more == 0)
        return;
    buf_put_format(out, "and %zu more: ", more);
    report_put_counts(out, &left);
    buf_put_char(out, '\n');
}
