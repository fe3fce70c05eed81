/* lib/check/reading.h - the words of a post as its readers see them, each with its place: for the rules about text. */
#pragma once

#include "markup/node.h"

/* The text of one paragraph, heading, table cell or other block that holds inlines. Line ends are blanks; what is no
 * text of the author's own (code, images, raw HTML, footnote marks) stands as U+FFFC each. */
typedef struct Reading {
    const Document *document;
    const Node *block;
    Str text;
    const struct ReadingRun *runs; /* where its parts came from, in order */
    size_t run_count;
} Reading;

typedef struct Readings {
    const Reading *items;
    size_t len;
} Readings;

/* All of a document, in the order of their blocks. */
Readings readings_of(const Document *document, Arena *arena);

/* Where in document->text what a byte of it came from begins. */
uint32_t reading_offset(const Reading *reading, size_t position);

/* Where bytes `start` to `end` of its text stand in the author's file. */
Span reading_span(const Reading *reading, size_t start, size_t end);

/* The bytes that `reading_span` covers, as the Markdown has them. */
Str reading_source(const Reading *reading, size_t start, size_t end);
