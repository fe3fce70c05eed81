/* lib/markup/gfm.h - GitHub Flavored Markdown, by cmark-gfm's parser, into our tree. */
#pragma once

#include "base/diag.h"
#include "markup/node.h"

void gfm_init(void); /* once, before the first thread: registers cmark-gfm's extensions */

typedef struct GfmOptions {
    bool smart;       /* typographic quotes, dashes, ellipses */
    bool bare_links;  /* GFM's extended autolinks: www., http://, https://, and mail addresses (found on the tree) */
    bool heading_ids; /* an `id` on every heading, as GitHub makes them, unique in the document */
} GfmOptions;

/* Parses `text`, which must live as long as the arena. Tables, strikethrough, footnotes and task lists are always on.
 * Safe for threads (see docs/ARCHITECTURE.md for what cmark-gfm shares). Never fails: every text is Markdown. */
void gfm_parse(Document *out, Str text, const Places *places, const GfmOptions *options, Arena *arena);
