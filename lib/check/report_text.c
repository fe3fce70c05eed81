/* lib/check/report_text.c - diagnostics for people. */
#include "base/map.h"
#include "check/report_parts.h"
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

/* --- the same in several places ---------------------------------------------------------------------------------- */

/* What is said alike of a line that stands in several places, often text pasted from post to post: for each diagnostic
 * the index of the next one alike, 0 for none; and whether one before tells of it. */
typedef struct Alikes {
    size_t *next;
    bool *told;
} Alikes;

static Str alike_key(const Diag *diag, Arena *arena)
{
    Buf key = { .arena = arena };
    uint32_t line = source_line_number(diag->span.source, diag->span.start);
    uint32_t line_start = diag->span.source->line_starts[line - 1];
    buf_put_format(&key, "%s %d %u %u\n", diag->rule, (int)diag->severity, diag->span.start - line_start,
                   diag->span.end - line_start);
    buf_put(&key, source_line(diag->span.source, line));
    buf_put_char(&key, '\n');
    buf_put(&key, diag->message);
    buf_put_char(&key, '\n');
    buf_put(&key, diag->hint);
    return buf_str(&key);
}

static Place find_place(const Diag *diag, PlaceCursor *cursor)
{
    return diag->span.source == NULL ? (Place){ 0 } : source_place_from(cursor, diag->span.source, diag->span.start);
}

/* Longer lines are nobody's boilerplate. */
enum { PASTED_BYTES = 2000, PLACES_SHOWN = 8 };

static bool may_be_pasted(const Diag *diag)
{
    const Source *source = diag->span.source;
    return source != NULL && source_line(source, source_line_number(source, diag->span.start)).len <= PASTED_BYTES;
}

static Alikes find_alikes(const Diags *diags, Arena *arena)
{
    Alikes alikes = { ARENA_ARRAY(arena, size_t, diags->len), ARENA_ARRAY(arena, bool, diags->len) };
    Map last = { .arena = arena }; /* from what is said to the index of the last one alike, plus 1 */

    for (size_t i = 0; i < diags->len; i++) {
        if (!may_be_pasted(&diags->items[i]))
            continue;
        void **before = map_at(&last, alike_key(&diags->items[i], arena));
        if (*before != NULL) {
            alikes.next[(uintptr_t)*before - 1] = i;
            alikes.told[i] = true;
        }
        *before = (void *)(uintptr_t)(i + 1);
    }
    return alikes;
}

static void put_further_places(Buf *out, const Diags *diags, const size_t *next, size_t first)
{
    PlaceCursor cursor = { 0 };
    size_t more = 0;

    for (size_t i = next[first]; i != 0; i = next[i]) {
        if (more++ >= PLACES_SHOWN)
            continue;
        Place place = find_place(&diags->items[i], &cursor);
        buf_put_cstr(out, "  also in ");
        report_put_safe(out, diag_path(&diags->items[i]));
        buf_put_format(out, ":%u:%u\n", place.line, place.column);
    }
    if (more > PLACES_SHOWN)
        buf_put_format(out, "  and in %zu more %s\n", more - PLACES_SHOWN,
                       more - PLACES_SHOWN == 1 ? "place" : "places");
}

/* What is wrong with a file as a whole, as its name, is told of at its beginning. */
static bool has_line(const Diag *diag, Place place)
{
    return place.line > 0 && diag->span.end > 0;
}

void report_put_text(Buf *out, const Diags *diags, const ReportStyle *style)
{
    Arena arena = { 0 };
    Alikes alikes = find_alikes(diags, &arena);
    PlaceCursor cursor = { 0 };

    for (size_t i = 0; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        if (alikes.told[i])
            continue;
        Place place = find_place(diag, &cursor);
        put_head(out, diag, place, style);
        if (has_line(diag, place))
            put_snippet(out, diag, place.line, style);
        put_hint(out, diag->hint, style);
        put_further_places(out, diags, alikes.next, i);
    }
    arena_free(&arena);
}

void report_lines(Buf *out, const Report *report)
{
    Arena arena = { 0 };
    PlaceCursor cursor = { 0 };

    for (size_t i = 0; i < report->diags->len; i++) {
        const Diag *diag = &report->diags->items[i];
        Place place = report_range(diag->span, &cursor).start;
        Str path = report_path(report, diag, &arena);
        report_put_safe(out, path.len > 0 ? path : STR("."));
        buf_put_format(out, ":%u:%u: %s: ", place.line, place.column, report_severity(diag->severity));
        buf_put(out, report_sentence(diag, &arena));
        buf_put_format(out, " [%s %s]\n", report_code(diag), diag->rule);
    }
    arena_free(&arena);
}
