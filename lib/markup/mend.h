/* lib/markup/mend.h - Markdown made fit for cmark-gfm 0.29: its parser reads CommonMark of 2019, and takes quadratic
 * time for some hostile texts. Where that matters (in few posts), marks are put into the text before it is parsed, and
 * taken out of whatever the parser hands back. Internal to gfm.c. */
#pragma once

#include "base/arena.h"

/* Where each line starts, by "\n", "\r" or "\r\n" as cmark has it. */
typedef struct Lines {
    const uint32_t *starts;
    size_t count;
} Lines;

typedef struct MendInsert {
    uint32_t at;  /* offset in the mended text behind what was put in */
    uint32_t sum; /* bytes put in up to there */
} MendInsert;

typedef struct Mended {
    Str text; /* what the parser is to read: the original itself where nothing had to be put in */
    Lines lines;
    const MendInsert *inserts;
    size_t insert_count;
} Mended;

/* `smart` and `bare_links` say what is done with the text later: bare addresses are kept from typographic quotes and
 * from emphasis. Everything lives in `arena`. */
void mend_text(Mended *out, Str text, bool smart, bool bare_links, Arena *arena);

Str mend_undo(Str literal, Arena *arena); /* without marks; itself when it has none */

/* Of an offset in the mended text, the one in the original. */
uint32_t mend_original_offset(const Mended *mended, size_t at);
