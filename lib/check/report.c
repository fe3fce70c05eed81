/* lib/check/report.c - what all formats share. */
#include "check/report.h"

#include "check/rule.h"
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

static void put_count(Buf *out, size_t count, const char *noun)
{
    buf_put_format(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

void report_put_summary(Buf *out, const Diags *diags, size_t files)
{
    size_t counts[] = { 0, 0, 0 };

    for (size_t i = 0; i < diags->len; i++)
        counts[diags->items[i].severity]++;
    put_count(out, files, "file");
    buf_put_cstr(out, ", ");
    put_count(out, counts[SEVERITY_ERROR], "error");
    buf_put_cstr(out, ", ");
    put_count(out, counts[SEVERITY_WARNING], "warning");
    if (counts[SEVERITY_INFO] > 0) {
        buf_put_cstr(out, ", ");
        put_count(out, counts[SEVERITY_INFO], "note");
    }
    buf_put_char(out, '\n');
}
