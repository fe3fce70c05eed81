/* lib/lsp/workspace.h - the site that an editor works in: loaded beside the editor's requests, and then kept, with the
 * texts of open documents for those of their files. */
#pragma once

#include "check/recheck.h"
#include "lsp/document.h"

/* Loads the site of the folder `from` or one above it; `extra` are paths of files that it shall count among its posts.
 * False: there is none. */
typedef bool WorkspaceLoad(void *context, Site **out, Str from, StrList extra, Arena *arena, Diags *diags);

typedef struct LoadedSite {
    Site *site;
    Recheck recheck;
    Str root;  /* of what is read, without links and dots */
    Str home;  /* of the folder that paths are shown from */
    Map posts; /* by their paths on the disk, to an index into site->all, plus 1 */
    Diags diags;
    Arena arena; /* of all above */
} LoadedSite;

typedef struct Workspace {
    WorkspaceLoad *load;
    void *load_context;
    int jobs;
    Str from;                /* where the site is looked for; "" where nobody has said */
    LoadedSite *site;        /* NULL before the first was loaded, and where there is none */
    struct Loading *loading; /* what is being loaded; NULL for nothing */
    int wake[2];             /* a pipe: a byte comes out when it is loaded */
    Arena arena;
} Workspace;

bool workspace_open(Workspace *workspace); /* false when the system gives no pipe */
void workspace_close(Workspace *workspace);

/* Begins to load the site anew, with what is on the disk now. Not while it is being loaded. */
void workspace_start_loading(Workspace *workspace, const Documents *documents);

/* When wake[0] has a byte: takes the site that was loaded, and finds the documents among its posts. True when one of
 * them should be among its posts and is not, so that it wants to be loaded once more. */
bool workspace_take(Workspace *workspace, Documents *documents);

/* Finds a document that was opened among the posts. True: it should be one, as it lies beside others, and is not. */
bool workspace_find(const Workspace *workspace, OpenDocument *document);

/* Checks the document as it is now, if it is a post and has changed. Returns whether it did. */
bool workspace_check(Workspace *workspace, OpenDocument *document);

/* What was written in a document and not saved counts no more. True: only loading the site anew can tell what does. */
bool workspace_forget(Workspace *workspace, const OpenDocument *document);

/* The post that a document is, or NULL; also while it was not checked since its last change. */
const SitePost *workspace_post(const Workspace *workspace, const OpenDocument *document);

/* The path on the disk of a file that a diagnostic or the site names. */
Str workspace_shown_file(const LoadedSite *site, Str shown, Arena *arena);
Str workspace_site_file(const LoadedSite *site, Str path, Arena *arena);
