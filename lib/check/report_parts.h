/* lib/check/report_parts.h - what the formats are made of. For the files report_*.c. */
#pragma once

#include "check/report.h"
#include "check/rule.h"

/* First and last place of a span, the latter exclusive; columns in code points. 1:1 where there is no source. */
typedef struct Range {
    Place start, end;
} Range;
Range report_range(Span span, PlaceCursor *cursor);
Range report_range_bytes(Span span); /* columns in bytes of UTF-8 */

/* The path as a forge knows it; "" for a fault of the whole run. */
Str report_path(const Report *report, const Diag *diag, Arena *arena);

Str report_sentence(const Diag *diag, Arena *arena); /* the message, then the hint in brackets where there is one */

/* Text in which Markdown and HTML see nothing, and that calls nobody by @name. One line. */
void report_put_markdown_text(Buf *out, Str text);

/* How many backticks fence the text, so that nothing in it closes them. */
size_t report_fence_width(Str text);

/* How often each severity stands there, and "2 errors, 1 warning": notes only where there are some. */
typedef struct ReportCounts {
    size_t of[SEVERITY_ERROR + 1];
} ReportCounts;
ReportCounts report_count(const Diags *diags);
void report_put_counts(Buf *out, const ReportCounts *counts);
