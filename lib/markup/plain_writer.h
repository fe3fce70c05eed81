/* lib/markup/plain_writer.h - the plain text renderer's parts. Internal to plain*.c. */
#pragma once

#include "base/map.h"
#include "markup/plain.h"

enum { PLAIN_MOST_COLUMNS = 78 }; /* RFC 5322: no line of ours is longer, but for a lone address */

typedef struct PlainWriter {
    Buf *out;
    size_t start; /* of this rendering in `out` */
    const PlainOptions *options;
    Arena scratch;
    Buf prefix;       /* of every line: "> ", blanks below a bullet */
    Buf first_prefix; /* of the next line alone, when `has_first` */
    bool has_first;
    bool gap;       /* an empty line comes before the next one */
    Buf gap_prefix; /* and stands in these containers */
    Map notes;      /* address -> its number as a pointer to int */
    int next_note;
} PlainWriter;

/* Inline text on its way to lines is UTF-8 with '\n' for a hard break and these. */
#define PLAIN_STICKY '\x01' /* a blank that is no place to break */
#define PLAIN_WHOLE '\x02'  /* until the next one, no place to break */

/* Lines. A container's first line may begin otherwise than its others: "- ", then blanks. */
void plain_push_prefix(PlainWriter *writer, Str first, Str rest);
void plain_pop_prefix(PlainWriter *writer, size_t prefix_len); /* back to what `prefix.len` was */
void plain_ask_gap(PlainWriter *writer);
void plain_put_line(PlainWriter *writer, Str line);
int plain_columns(const PlainWriter *writer); /* for text behind the prefix; a large number when nothing is wrapped */

/* Fills lines with inline text; gives the width of the widest. */
int plain_put_wrapped(PlainWriter *writer, Str inlines);
int plain_width(Str inlines); /* of one line of inline text */

/* The inline text of `first` and what follows it, up to `end`. */
void plain_put_inlines(PlainWriter *writer, Buf *out, const Node *first, const Node *end);

void plain_put_table(PlainWriter *writer, const Node *table);
