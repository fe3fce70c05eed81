/* lib/check/report_junit.c - test reports in JUnit's XML, as Ant's schema has it: a suite for each file. */
#include "check/report_parts.h"
#include "text/datetime.h"
#include "text/xml.h"

typedef struct Suite {
    size_t start, end; /* among the diagnostics */
    size_t failures, errors;
} Suite;

static Suite next_suite(const Report *report, size_t start)
{
    const Diags *diags = report->diags;
    Suite suite = { .start = start, .end = start };

    while (suite.end < diags->len && str_eq(diag_path(&diags->items[suite.end]), diag_path(&diags->items[start]))) {
        const Diag *diag = &diags->items[suite.end++];
        if (diag->kind == DIAG_WORLD)
            suite.errors++;
        else
            suite.failures += report_fails(report, diag);
    }
    return suite;
}

static void put_number(XmlWriter *xml, const char *name, size_t value, Arena *arena)
{
    xml_attribute(xml, name, arena_format(arena, "%zu", value));
}

static void open_suite(XmlWriter *xml, const Report *report, Str name, size_t id, size_t tests, const Suite *suite,
                       Arena *arena)
{
    Buf timestamp = { .arena = arena };
    datetime_put_format(&timestamp, STR("%Y-%m-%dT%H:%M:%S"), report->now_unix_s, 0, 0);
    xml_open(xml, "testsuite");
    xml_attribute(xml, "name", name);
    xml_attribute(xml, "package", STR("herald"));
    put_number(xml, "id", id, arena);
    xml_attribute(xml, "timestamp", buf_str(&timestamp));
    xml_attribute(xml, "hostname", STR("localhost"));
    put_number(xml, "tests", tests, arena);
    put_number(xml, "failures", suite->failures, arena);
    put_number(xml, "errors", suite->errors, arena);
    xml_attribute(xml, "time", STR("0"));
    xml_element(xml, "properties", STR(""));
}

static void close_suite(XmlWriter *xml, Str said)
{
    xml_element(xml, "system-out", said);
    xml_element(xml, "system-err", STR(""));
    xml_close(xml);
}

/* As in text, "3:7: error: ..."; what does not fail is told of as the output of the suite. */
static void put_line(Buf *out, const Diag *diag, Place place)
{
    if (diag->span.source != NULL)
        buf_put_format(out, "%u:%u: ", place.line, place.column);
    buf_put_format(out, "%s: ", report_severity(diag->severity));
    report_put_safe(out, diag->message);
    buf_put_format(out, " [%s %s]\n", report_code(diag), diag->rule);
    if (diag->hint.len > 0) {
        buf_put_cstr(out, "  hint: ");
        report_put_safe(out, diag->hint);
        buf_put_char(out, '\n');
    }
}

static void put_case(XmlWriter *xml, const Report *report, const Diag *diag, Place place, Str line, Arena *arena)
{
    xml_open(xml, "testcase");
    xml_attribute(xml, "name",
                  arena_format(arena, "%s %s at %u:%u", report_code(diag), diag->rule, place.line, place.column));
    Str path = report_path(report, diag, arena);
    xml_attribute(xml, "classname", path.len > 0 ? path : STR("herald"));
    xml_attribute(xml, "time", STR("0"));
    if (report_fails(report, diag)) {
        xml_open(xml, diag->kind == DIAG_WORLD ? "error" : "failure");
        xml_attribute(xml, "message", report_safe(diag->message, arena));
        xml_attribute(xml, "type", str_from(diag->rule));
        xml_text(xml, line);
        xml_close(xml);
    }
    xml_close(xml);
}

static void put_suite(XmlWriter *xml, const Report *report, const Suite *suite, size_t id, PlaceCursor *cursor)
{
    Arena scratch = { 0 };
    Buf said = { .arena = &scratch };
    Str path = report_path(report, &report->diags->items[suite->start], &scratch);

    open_suite(xml, report, path.len > 0 ? path : STR("herald"), id, suite->end - suite->start, suite, &scratch);
    for (size_t i = suite->start; i < suite->end; i++) {
        const Diag *diag = &report->diags->items[i];
        Place place = report_range(diag->span, cursor).start;
        Buf line = { .arena = &scratch };
        put_line(&line, diag, place);
        put_case(xml, report, diag, place, buf_str(&line), &scratch);
        if (!report_fails(report, diag))
            buf_put(&said, buf_str(&line));
    }
    close_suite(xml, buf_str(&said));
    arena_free(&scratch);
}

/* A report without a test looks like one that went wrong. */
static void put_clean(XmlWriter *xml, const Report *report)
{
    Arena scratch = { 0 };
    open_suite(xml, report, STR("herald"), 0, 1, &(Suite){ 0 }, &scratch);
    xml_open(xml, "testcase");
    xml_attribute(xml, "name", arena_format(&scratch, "%zu files without a finding", report->files));
    xml_attribute(xml, "classname", STR("herald"));
    xml_attribute(xml, "time", STR("0"));
    xml_close(xml);
    close_suite(xml, STR(""));
    arena_free(&scratch);
}

void report_junit(Buf *out, const Report *report)
{
    Arena scratch = { 0 };
    XmlWriter *xml = xml_new();
    PlaceCursor cursor = { 0 };
    size_t id = 0;

    xml_open(xml, "testsuites");
    for (size_t start = 0; start < report->diags->len;) {
        Suite suite = next_suite(report, start);
        put_suite(xml, report, &suite, id++, &cursor);
        start = suite.end;
    }
    if (report->diags->len == 0)
        put_clean(xml, report);
    xml_close(xml);
    buf_put(out, xml_finish(xml, &scratch));
    arena_free(&scratch);
}
