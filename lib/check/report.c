/* lib/check/report.c - what all formats share. */
#include "check/report.h"

#include "base/file.h"
#include "check/report_parts.h"
#include "check/snippet.h"

const char *report_severity(Severity severity)
{
    static const char *const names[] = {
        [SEVERITY_INFO] = "info",
        [SEVERITY_WARNING] = "warning",
        [SEVERITY_ERROR] = "error",
    };
    return names[severity];
}

const char *report_code(const Diag *diag)
{
    const Rule *rule = rule_find(str_from(diag->rule));
    return rule == NULL ? "" : rule->code;
}

void report_put_safe(Buf *out, Str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t next = at + 1;
        while (next < text.len && ((unsigned char)text.data[next] & 0xC0U) == 0x80U)
            next++;
        snippet_put_char(out, str_slice(text, at, next), 0);
        at = next;
    }
}

ReportCounts report_count(const Diags *diags)
{
    ReportCounts counts = { 0 };
    for (size_t i = 0; i < diags->len; i++)
        counts.of[diags->items[i].severity]++;
    return counts;
}

static void put_count(Buf *out, size_t count, const char *noun)
{
    buf_put_format(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

void report_put_counts(Buf *out, const ReportCounts *counts)
{
    put_count(out, counts->of[SEVERITY_ERROR], "error");
    buf_put_cstr(out, ", ");
    put_count(out, counts->of[SEVERITY_WARNING], "warning");
    if (counts->of[SEVERITY_INFO] > 0) {
        buf_put_cstr(out, ", ");
        put_count(out, counts->of[SEVERITY_INFO], "note");
    }
}

void report_put_summary(Buf *out, const Report *report)
{
    ReportCounts counts = report_count(report->diags);

    put_count(out, report->files, "file");
    buf_put_cstr(out, ", ");
    report_put_counts(out, &counts);
    if (report->known > 0)
        buf_put_format(out, ", %zu in the baseline", report->known);
    if (report->change != NULL && report->change->elsewhere > 0)
        buf_put_format(out, "; %zu more %s there before and not your task", report->change->elsewhere,
                       report->change->elsewhere == 1 ? "was" : "were");
    buf_put_char(out, '\n');
}

Range report_range(Span span, PlaceCursor *cursor)
{
    Range range = { { 1, 1 }, { 1, 1 } };

    if (span.source != NULL) {
        range.start = source_place_from(cursor, span.source, span.start);
        PlaceCursor ahead = *cursor;
        range.end = source_place_from(&ahead, span.source, span.end);
    }
    return range;
}

static Place place_in_bytes(const Source *source, uint32_t offset)
{
    uint32_t line = source_line_number(source, offset);
    return (Place){ line, 1 + offset - source->line_starts[line - 1] };
}

Range report_range_bytes(Span span)
{
    if (span.source == NULL)
        return (Range){ { 1, 1 }, { 1, 1 } };
    return (Range){ place_in_bytes(span.source, span.start), place_in_bytes(span.source, span.end) };
}

Str report_path(const Report *report, const Diag *diag, Arena *arena)
{
    Str path = diag_path(diag);
    return path.len == 0 ? path : path_join(arena, report->prefix, path);
}

Str report_safe(Str text, Arena *arena)
{
    Buf out = { .arena = arena };
    report_put_safe(&out, text);
    return buf_str(&out);
}

Str report_sentence(const Diag *diag, Arena *arena)
{
    Buf out = { .arena = arena };
    report_put_safe(&out, diag->message);
    if (diag->hint.len > 0) {
        buf_put_cstr(&out, " (");
        report_put_safe(&out, diag->hint);
        buf_put_char(&out, ')');
    }
    return buf_str(&out);
}

bool report_fails(const Report *report, const Diag *diag)
{
    return diag->kind == DIAG_WORLD || (int)diag->severity >= report->fail_on;
}

void report_put_markdown_text(Buf *out, Str text)
{
    static const char special[] = "\\`*_[]|~$#";
    Arena scratch = { 0 };
    Str safe = report_safe(text, &scratch);

    for (size_t i = 0; i < safe.len; i++) {
        char c = safe.data[i];
        if (c == '&' || c == '<') {
            buf_put_cstr(out, c == '&' ? "&amp;" : "&lt;");
            continue;
        }
        if (c != '\0' && strchr(special, c) != NULL)
            buf_put_char(out, '\\');
        buf_put_char(out, c);
        buf_put_cstr(out, c == '@' ? "<!-- -->" : "");
    }
    arena_free(&scratch);
}

size_t report_fence_width(Str text)
{
    size_t longest = 2, run = 0;
    for (size_t i = 0; i < text.len; i++) {
        run = text.data[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest + 1;
}

/* --- the formats ------------------------------------------------------------------------------------------------- */

static void put_text(Buf *out, const Report *report)
{
    report_put_text(out, report->diags, &report->style);
    if (report->change != NULL)
        publications_put_text(out, &report->change->publications);
}

static void put_jsonl(Buf *out, const Report *report)
{
    report_put_jsonl(out, report->diags);
}

const char *const report_format_names[] = { "text",       "jsonl",    "lines",       "github",
                                            "sarif",      "rdjsonl",  "gitlab",      "junit",
                                            "checkstyle", "markdown", "suggestions", "gitlab-suggestions",
                                            NULL };

ReportPut *const report_formats[] = {
    put_text,      put_jsonl,    report_lines,      report_github,   report_sarif,       report_rdjsonl,
    report_gitlab, report_junit, report_checkstyle, report_markdown, report_suggestions, report_gitlab_suggestions
};
