/* lib/markup/kramdown.h - Markdown as kramdown 2.4 with its GFM parser 1.1 reads it, into our tree. */
#pragma once

#include "markup/node.h"

/* `{ 0 }` is what Jekyll configures: input GFM, auto_ids, no hard_wrap, quirk paragraph_end. */
typedef struct KramdownOptions {
    bool no_ids;           /* auto_ids: false */
    bool hard_wrap;        /* every line end is a break */
    bool no_symbols;       /* quirk no_auto_typographic: dashes, ellipses and guillemets stay as typed */
    bool long_paragraphs;  /* without the quirk paragraph_end: only a blank line lets another block begin */
    bool parse_block_html; /* Markdown in HTML blocks without markdown="1" */
    bool no_span_html;     /* parse_span_html: false */
    int heading_offset;    /* header_offset */
    Str id_prefix;         /* auto_id_prefix */
    unsigned toc_levels;   /* bit 1 to 6: the heading levels of a table of contents; 0 is all */
    Str footnote_prefix;   /* put before the names of footnotes in ids */
    int first_footnote;    /* footnote_nr; 0 is 1 */
} KramdownOptions;

/* Parses `text`, which must live as long as the arena. Safe for threads, in time linear in the text's size. Never
 * fails: every text is Markdown. */
void kramdown_parse(Document *out, Str text, const Places *places, const KramdownOptions *options, Arena *arena);
