/* lib/lsp/lsp.h - the Language Server Protocol 3.17 over two streams: what an editor asks of a site. */
#pragma once

#include "lsp/workspace.h"

typedef struct LspOptions {
    int in, out; /* open files: what the editor writes and reads */
    WorkspaceLoad *load;
    void *load_context;
    int jobs;
    Str from; /* where the site is looked for; "": where the editor says that it works */
    Str docs; /* URI of the page of all rules; "" for none */
} LspOptions;

typedef enum LspEnd {
    LSP_ENDED,     /* as the protocol wants it: shutdown, then exit */
    LSP_ABANDONED, /* exit without shutdown, the end of `in`, or what is no message */
    LSP_BROKEN,    /* `in` cannot be read, or `out` written */
} LspEnd;

/* Serves until the editor ends it. */
LspEnd lsp_run(const LspOptions *options);
