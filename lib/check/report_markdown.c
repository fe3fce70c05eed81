/* lib/check/report_markdown.c - a summary for people: the job summary of GitHub Actions, a comment. */
#include "check/report_parts.h"

/* GitHub takes 1 MiB; the last words want some room, and so does what is published. */
enum { MAX_BYTES = 1024 * 1024, RESERVE = 1024, PUBLICATIONS_ROOM = 256 * 1024 };

static const char *const headings[] = { "Notes", "Warnings", "Errors" };

static void put_row(Buf *out, const Report *report, const Diag *diag, PlaceCursor *cursor)
{
    Arena scratch = { 0 };
    Str path = report_path(report, diag, &scratch);

    buf_put_cstr(out, "| ");
    report_put_markdown_text(out, path);
    if (diag->span.source != NULL) {
        Place place = report_range(diag->span, cursor).start;
        buf_put_format(out, ":%u:%u", place.line, place.column);
    }
    buf_put_cstr(out, " | ");
    report_put_markdown_text(out, diag->message);
    if (diag->hint.len > 0) {
        buf_put_cstr(out, "<br>");
        report_put_markdown_text(out, diag->hint);
    }
    buf_put_format(out, " | %s %s |\n", report_code(diag), diag->rule);
    arena_free(&scratch);
}

/* The table of one severity, as far as there is room; returns how many rows were left out. */
static size_t put_table(Buf *out, const Report *report, Severity severity, size_t count)
{
    PlaceCursor cursor = { 0 };
    size_t left = 0, room = MAX_BYTES - RESERVE - (report->change != NULL ? PUBLICATIONS_ROOM : 0);

    if (count == 0)
        return 0;
    buf_put_format(out, "\n### %s (%zu)\n\n| Where | What | Rule |\n| --- | --- | --- |\n", headings[severity], count);
    for (size_t i = 0; i < report->diags->len; i++) {
        if (report->diags->items[i].severity != severity)
            continue;
        size_t before = out->len;
        if (left == 0)
            put_row(out, report, &report->diags->items[i], &cursor);
        if (left > 0 || out->len > room) {
            out->len = before;
            left++;
        }
    }
    return left;
}

static const char *verdict(const Report *report)
{
    for (size_t i = 0; i < report->diags->len; i++) {
        if (report_fails(report, &report->diags->items[i]))
            return "failed";
    }
    return "passed";
}

void report_markdown(Buf *out, const Report *report)
{
    ReportCounts counts = report_count(report->diags);
    size_t left = 0;

    buf_put_format(out, "## herald check: %s\n\n", verdict(report));
    report_put_summary(out, report);
    for (int severity = SEVERITY_ERROR; severity >= SEVERITY_INFO; severity--)
        left += put_table(out, report, (Severity)severity, counts.of[severity]);
    if (left > 0)
        buf_put_format(out, "\nand %zu more\n", left);
    if (report->diags->len > 0)
        buf_put_cstr(out, "\n`herald explain CODE` says more of a rule.\n");
    if (report->change != NULL)
        publications_put_markdown(out, &report->change->publications, report->prefix, MAX_BYTES - RESERVE);
}
