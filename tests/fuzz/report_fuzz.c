/* tests/fuzz/report_fuzz.c - whatever a post holds and wherever its faults are: reports can be read by who reads them,
 * comments that ignore rules take away nothing else, and a baseline knows what it was made of.
 *
 * The first twelve bytes of the input say where faults and fixes are; the rest is the post. */
#include <stdlib.h>

#include "base/utf8.h"
#include "check/baseline.h"
#include "check/report.h"
#include "check/settle.h"
#include "text/json.h"
#include "text/xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FAULTS = 4, BYTES_OF_FAULT = 3 };

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static Str put(ReportPut *format, const Diags *diags, Arena *arena)
{
    Report report = { .diags = diags, .files = 1, .fail_on = SEVERITY_ERROR, .style = { .columns = 40 } };
    Buf out = { .arena = arena };
    format(&out, &report);
    return buf_str(&out);
}

static void read_json(Str text, Arena *arena)
{
    Diags diags = { .arena = arena };
    const Tree *tree;
    const Source *source = source_new(STR("report"), text, arena);
    expect(json_read(&tree, (Located){ source->text, span_whole(source) }, "config-syntax", arena, &diags));
}

static void read_lines(Str text, Arena *arena)
{
    Str line;
    while (str_split(&line, &text, '\n')) {
        if (line.len > 0)
            read_json(line, arena);
    }
}

static void check_reports(const Diags *diags, Arena *arena)
{
    Str line, rest = put(report_github, diags, arena);

    read_json(put(report_sarif, diags, arena), arena);
    read_json(put(report_gitlab, diags, arena), arena);
    read_json(put(report_suggestions, diags, arena), arena);
    read_json(put(report_gitlab_suggestions, diags, arena), arena);
    read_lines(put(report_formats[1], diags, arena), arena);
    read_lines(put(report_rdjsonl, diags, arena), arena);
    expect(xml_is_well_formed(put(report_junit, diags, arena)));
    expect(xml_is_well_formed(put(report_checkstyle, diags, arena)));
    put(report_markdown, diags, arena);
    put(report_formats[REPORT_TEXT], diags, arena);
    while (str_split(&line, &rest, '\n'))
        expect(line.len == 0 || str_starts_with(line, STR("::")));
}

static void check_ignores(const Source *source, Diags *diags, Arena *arena)
{
    size_t before = diags->len, unused = 0;

    diag_stop(diags, "title-missing", (Span){ source, 0, 0 }, "the post has no title");
    ignores_apply(source, (Span){ source, (uint32_t)source->text.len / 2, (uint32_t)source->text.len }, diags);
    for (size_t i = 0; i < diags->len; i++)
        unused += strcmp(diags->items[i].rule, "ignore-unused") == 0;
    expect(diags->stops == 1 && diags->len - unused <= before + 1);
    check_reports(diags, arena);
}

static void check_baseline(Diags *diags, Arena *arena)
{
    Baseline known = { .arena = arena };
    Buf out = { .arena = arena };
    Str line;

    baseline_put(&out, diags);
    for (Str rest = buf_str(&out); str_split(&line, &rest, '\n');) {
        if (line.len > 0 && line.data[0] != '#')
            map_put(&known, str_slice(line, 0, str_find_char(line, ' ', 0)), arena);
    }
    expect(known.len == diags->len && baseline_count_gone(&known, diags) == 0);
    expect(baseline_apply(diags, &known) == known.len && diags->len == 0);
}

/* Of a place in the text the character that it is on begins it. */
static uint32_t at_character(Str text, unsigned where)
{
    size_t at = text.len * where / 255;
    while (at > 0 && at < text.len && ((unsigned char)text.data[at] & 0xC0U) == 0x80U)
        at--;
    return (uint32_t)at;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const rules[FAULTS] = { "date-noncanonical", "crlf", "bom", "date-noncanonical" };
    const size_t head = (size_t)FAULTS * BYTES_OF_FAULT;
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };

    if (size < head)
        return 0;
    Str text = arena_copy(&arena, (Str){ (const char *)data + head, size - head });
    if (utf8_find_invalid(text) != STR_NONE)
        text = STR("a\r\nb\n");
    xml_init();
    const Source *source = source_new(text, text, &arena);
    for (size_t i = 0; i < FAULTS; i++) {
        const uint8_t *where = data + i * BYTES_OF_FAULT;
        Span span = { source, at_character(text, where[0]), at_character(text, where[1]) };
        if (span.end < span.start)
            span.end = span.start;
        diag_warning(&diags, rules[i], span, STR_FMT, STR_ARG(text));
        diag_hint(&diags, STR_FMT, STR_ARG(text));
        diag_fix(&diags, span, str_slice(text, 0, at_character(text, where[2])), true);
    }
    diags_sort(&diags);
    check_reports(&diags, &arena);
    Diags copy = { .arena = &arena };
    diags_append(&copy, &diags);
    check_baseline(&copy, &arena);
    check_ignores(source, &diags, &arena);
    arena_free(&arena);
    return 0;
}
