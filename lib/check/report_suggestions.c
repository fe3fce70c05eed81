/* lib/check/report_suggestions.c - fixes as review comments whose suggestion a click applies. A suggestion replaces
 * whole lines, so fixes that meet on a line go into one comment. */
#include <stdlib.h>

#include "base/file.h"
#include "check/report_parts.h"

typedef VEC(const Diag *) Fixes;

typedef struct Comment {
    const Diag *const *fixes;
    size_t count;
    uint32_t start, end; /* the bytes of the lines that it replaces, with the last one's end */
    Str text;            /* what stands there then */
} Comment;

static int compare(const void *left, const void *right)
{
    const Diag *a = *(const Diag *const *)left;
    const Diag *b = *(const Diag *const *)right;
    int order = span_cmp(a->fix.span, b->fix.span);
    return order != 0 ? order : strcmp(a->rule, b->rule);
}

/* In order of place; of two that overlap the first. */
static Fixes collect(const Diags *diags, Arena *arena)
{
    Fixes all = { 0 }, fixes = { 0 };

    for (size_t i = 0; i < diags->len; i++) {
        if (diags->items[i].fix.span.source != NULL)
            vec_push(arena, &all, &diags->items[i]);
    }
    if (all.len > 1)
        qsort(all.items, all.len, sizeof(all.items[0]), compare);
    for (size_t i = 0; i < all.len; i++) {
        const Fix *fix = &all.items[i]->fix;
        const Fix *last = fixes.len == 0 ? NULL : &fixes.items[fixes.len - 1]->fix;
        bool meets = last != NULL && fix->span.source == last->span.source
                     && (fix->span.start < last->span.end || fix->span.start == last->span.start);
        if (!meets)
            vec_push(arena, &fixes, all.items[i]);
    }
    return fixes;
}

static uint32_t line_start(const Source *source, uint32_t offset)
{
    return source->line_starts[source_line_number(source, offset) - 1];
}

/* Behind the line on which the byte at `offset` stands. */
static uint32_t line_end(const Source *source, uint32_t offset)
{
    size_t end = str_find_char(source->text, '\n', offset);
    return (uint32_t)(end == STR_NONE ? source->text.len : end + 1);
}

/* Behind the last line that an edit touches. */
static uint32_t edit_end(Span span)
{
    return line_end(span.source, span.end > span.start ? span.end - 1 : span.end);
}

static Str apply(const Comment *comment, const Source *source, Arena *arena)
{
    Buf out = { .arena = arena };
    uint32_t at = comment->start;

    for (size_t i = 0; i < comment->count; i++) {
        const Fix *fix = &comment->fixes[i]->fix;
        buf_put(&out, str_slice(source->text, at, fix->span.start));
        buf_put(&out, fix->replacement);
        at = fix->span.end;
    }
    buf_put(&out, str_slice(source->text, at, comment->end));
    return buf_str(&out);
}

/* Whether the last line still ends as a line when its last fix is applied. */
static bool ends_whole(const Comment *comment)
{
    const Fix *fix = &comment->fixes[comment->count - 1]->fix;
    const Source *source = fix->span.source;
    if (fix->span.end < comment->end || comment->end == source->text.len)
        return true;
    if (fix->replacement.len > 0)
        return str_ends_with(fix->replacement, STR("\n"));
    return fix->span.start == line_start(source, fix->span.start);
}

/* The comment that begins with `fixes[start]`; returns the index behind its last fix. A fix that takes a line's end
 * away draws in the next line, and fixes on lines drawn in come along. */
static size_t make_comment(Comment *comment, const Fixes *fixes, size_t start, Arena *arena)
{
    Span first = fixes->items[start]->fix.span;
    size_t next = start + 1;

    *comment = (Comment){ .fixes = &fixes->items[start], .count = 1, .start = line_start(first.source, first.start) };
    comment->end = edit_end(first);
    for (;;) {
        while (next < fixes->len && fixes->items[next]->fix.span.source == first.source
               && fixes->items[next]->fix.span.start < comment->end) {
            uint32_t end = edit_end(fixes->items[next++]->fix.span);
            comment->end = end > comment->end ? end : comment->end;
        }
        comment->count = next - start;
        if (ends_whole(comment))
            break;
        comment->end = line_end(first.source, comment->end);
    }
    comment->text = apply(comment, first.source, arena);
    return next;
}

/* Without the CR of a line's end: forges keep those by themselves. */
static Str without_cr(Str text, Arena *arena)
{
    Buf out = { .arena = arena };
    for (size_t i = 0; i < text.len; i++) {
        bool at_end = text.data[i] == '\r' && (str_at(text, i + 1) == '\n' || i + 1 == text.len);
        if (!at_end)
            buf_put_char(&out, text.data[i]);
    }
    return buf_str(&out);
}

static Str without_end(Str lines)
{
    return str_ends_with(lines, STR("\n")) ? str_slice(lines, 0, lines.len - 1) : lines;
}

static Str make_body(const Comment *comment, Str lines, uint32_t further_lines, bool gitlab, Arena *arena)
{
    Buf body = { .arena = arena };
    size_t fence = report_fence_width(lines);

    for (size_t i = 0; i < comment->count; i++) {
        const Diag *diag = comment->fixes[i];
        buf_put_format(&body, "**%s %s**: ", report_code(diag), diag->rule);
        report_put_markdown_text(&body, diag->message);
        if (diag->hint.len > 0) {
            buf_put_cstr(&body, " (");
            report_put_markdown_text(&body, diag->hint);
            buf_put_char(&body, ')');
        }
        buf_put_cstr(&body, "\n\n");
    }
    buf_put_repeated(&body, '`', fence);
    buf_put_cstr(&body, "suggestion");
    if (gitlab)
        buf_put_format(&body, ":-%u+0", further_lines);
    buf_put_char(&body, '\n');
    buf_put(&body, lines);
    buf_put_cstr(&body, lines.len == 0 || str_ends_with(lines, STR("\n")) ? "" : "\n");
    buf_put_repeated(&body, '`', fence);
    buf_put_char(&body, '\n');
    return buf_str(&body);
}

static void put_comment(JsonWriter *json, const Report *report, const Comment *comment, bool gitlab, Arena *arena)
{
    const Source *source = comment->fixes[0]->fix.span.source;
    Str lines = without_cr(comment->text, arena);
    Str before = without_cr(str_slice(source->text, comment->start, comment->end), arena);
    uint32_t first = source_line_number(source, comment->start);
    uint32_t last = source_line_number(source, comment->end > comment->start ? comment->end - 1 : comment->end);

    if (str_eq(without_end(lines), without_end(before)))
        return; /* only line ends change, which no suggestion can show */
    json_open_object(json);
    json_field(json, "path", path_join(arena, report->prefix, source->path));
    if (first < last) {
        json_key(json, "start_line");
        json_int(json, first);
        json_field(json, "start_side", STR("RIGHT"));
    }
    json_key(json, "line");
    json_int(json, last);
    json_field(json, "side", STR("RIGHT"));
    json_field(json, "body", make_body(comment, lines, last - first, gitlab, arena));
    json_close_object(json);
}

static void put_comments(Buf *out, const Report *report, bool gitlab)
{
    Arena arena = { 0 };
    Fixes fixes = collect(report->diags, &arena);
    JsonWriter json = { .out = out, .indented = true };

    json_open_array(&json);
    for (size_t next = 0; next < fixes.len;) {
        Comment comment;
        next = make_comment(&comment, &fixes, next, &arena);
        put_comment(&json, report, &comment, gitlab, &arena);
    }
    json_close_array(&json);
    buf_put_char(out, '\n');
    arena_free(&arena);
}

void report_suggestions(Buf *out, const Report *report)
{
    put_comments(out, report, false);
}

void report_gitlab_suggestions(Buf *out, const Report *report)
{
    put_comments(out, report, true);
}
