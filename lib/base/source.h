/* lib/base/source.h - the bytes of a file, with a table of its lines; and places in it. */
#pragma once

#include "base/arena.h"

enum { SOURCE_MAX_BYTES = 64 << 20 }; /* no announcement is that long; offsets then fit 32 bits with room */

/* Immutable once made, so it may be read by several threads. */
typedef struct Source {
    Str path; /* as shown to people: relative to the working directory or the site */
    Str text;
    const uint32_t *line_starts; /* byte offset of each line's first byte; line_starts[0] is 0 */
    size_t line_count;           /* at least 1 */
} Source;

/* Bytes from `start` up to, not including, `end` of a source. `{ 0 }` is "no place": a fault of the whole run. */
typedef struct Span {
    const Source *source;
    uint32_t start;
    uint32_t end;
} Span;

/* Text with the place it came from. The two differ in length where the source had escapes or folded lines. */
typedef struct Located {
    Str str;
    Span span;
} Located;

typedef struct Place {
    uint32_t line;   /* from 1 */
    uint32_t column; /* from 1, in Unicode code points */
} Place;

/* Makes a source of text that lives at least as long as `arena`; `text` is at most SOURCE_MAX_BYTES long. */
Source *source_new(Str path, Str text, Arena *arena);

Place source_place(const Source *source, uint32_t offset);          /* offsets past the end give the end */
uint32_t source_line_number(const Source *source, uint32_t offset); /* its line alone, without counting columns */

/* The same for many offsets that mostly ascend: a long line is counted once. Begins as `{ 0 }`. */
typedef struct PlaceCursor {
    const Source *source;
    uint32_t offset;
    Place place; /* of `offset` */
} PlaceCursor;
Place source_place_from(PlaceCursor *cursor, const Source *source, uint32_t offset);

Str source_line(const Source *source, uint32_t line); /* without its line end; "" past the last line */
Str source_text(Span span);                           /* the bytes a span covers; "" for no place */

Span span_part(Span span, size_t start, size_t end); /* offsets within the span, clamped to it */
Span span_whole(const Source *source);
int span_cmp(Span a, Span b); /* by path, then start, then end */

/* Bytes `start` to `end` of the text; where text and source differ in length, the whole of its span. */
Span located_part(Located text, size_t start, size_t end);
Located located_slice(Located text, size_t start, size_t end);
Located located_trim(Located text);
