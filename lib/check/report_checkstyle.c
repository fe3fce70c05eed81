/* lib/check/report_checkstyle.c - the XML of checkstyle. */
#include "check/report_parts.h"
#include "text/xml.h"

static void put_error(XmlWriter *xml, const Diag *diag, PlaceCursor *cursor, Arena *arena)
{
    Place place = report_range(diag->span, cursor).start;
    xml_open(xml, "error");
    xml_attribute(xml, "line", arena_format(arena, "%u", place.line));
    xml_attribute(xml, "column", arena_format(arena, "%u", place.column));
    xml_attribute(xml, "severity", str_from(report_severity(diag->severity)));
    xml_attribute(xml, "message", report_sentence(diag, arena));
    xml_attribute(xml, "source", arena_format(arena, "herald.%s.%s", report_code(diag), diag->rule));
    xml_close(xml);
}

void report_checkstyle(Buf *out, const Report *report)
{
    Arena scratch = { 0 };
    XmlWriter *xml = xml_new();
    PlaceCursor cursor = { 0 };
    Str path = { NULL, 0 };

    xml_open(xml, "checkstyle");
    xml_attribute(xml, "version", STR("8.0"));
    for (size_t i = 0; i < report->diags->len; i++) {
        const Diag *diag = &report->diags->items[i];
        Str next = report_path(report, diag, &scratch);
        if (i == 0 || !str_eq(next, path)) {
            if (i > 0)
                xml_close(xml);
            xml_open(xml, "file");
            xml_attribute(xml, "name", next);
        }
        path = next;
        put_error(xml, diag, &cursor, &scratch);
    }
    if (report->diags->len > 0)
        xml_close(xml);
    xml_close(xml);
    buf_put(out, xml_finish(xml, &scratch));
    arena_free(&scratch);
}
