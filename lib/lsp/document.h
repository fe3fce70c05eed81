/* lib/lsp/document.h - the texts that an editor has open, as they are while somebody writes. */
#pragma once

#include "lsp/position.h"
#include "text/tree.h"

enum { NO_POST = -1 };

typedef struct OpenDocument {
    struct OpenDocument *next;
    Str uri;  /* as the editor writes it */
    Str path; /* without links and dots; "" when it is no file of this machine */
    int64_t version;
    PositionText text; /* its source is the whole text; its path is `path` */
    int64_t post;      /* index into the site's posts, or NO_POST */
    bool stale;        /* was not checked since it changed */
    bool told;         /* it was a post when its diagnostics were published last */
    bool wanted;       /* the site does not have it, but shall count it among its posts */
    Arena arena;       /* of all above but the text */
    Arena text_arena;
} OpenDocument;

typedef struct Documents {
    OpenDocument *first;
    PositionEncoding encoding;
} Documents;

OpenDocument *documents_find(const Documents *documents, Str uri); /* NULL when it is not open */
OpenDocument *documents_find_path(const Documents *documents, Str path);

/* Opens it, also once more with a new text. */
OpenDocument *documents_open(Documents *documents, Str uri, int64_t version, Str text);
void documents_close(Documents *documents, Str uri);
void documents_close_all(Documents *documents);

/* Makes the changes of textDocument/didChange, one upon the other: each with a range, or a whole new text. What is no
 * change is left out. */
void document_change(OpenDocument *document, int64_t version, const Tree *changes);

/* `{line, character}` and `{start, end}` of JSON; false when they are none. */
bool position_read(Position *out, const Tree *tree);
bool range_read(size_t *start, size_t *end, const PositionText *text, const Tree *tree);
