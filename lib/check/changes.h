/* lib/check/changes.h - which files, and which lines of them, an author touched between two versions of a site. */
#pragma once

#include "base/diag.h"
#include "base/map.h"

typedef enum ChangeKind { CHANGE_ADDED, CHANGE_MODIFIED, CHANGE_RENAMED, CHANGE_REMOVED } ChangeKind;

/* Lines `first` to `last` of the new version, from 1. */
typedef struct TouchedLines {
    uint32_t first, last;
} TouchedLines;

typedef struct ChangedFile {
    ChangeKind kind;
    Str path;                  /* in the new version; of a removed file, in the old one. From the site's folder */
    Str old_path;              /* in the old version; "" of an added file */
    uint32_t similarity;       /* of a renamed file, in percent */
    VEC(TouchedLines) touched; /* in order; of an added file every line is touched, whatever stands here */
} ChangedFile;

typedef struct Changes {
    VEC(ChangedFile *) files;
    Map by_path;     /* of what is in the new version: from `path` to ChangedFile */
    Map by_old_path; /* of what was in the old one: from `old_path` */
} Changes;

/* Reads what `git diff --raw -z -p -U0 -M` writes. False: it is something else. */
bool changes_read(Changes *out, Str diff, Arena *arena);

/* A file that git does not know yet. */
void changes_add_new(Changes *changes, Str path, Arena *arena);

const ChangedFile *changes_of(const Changes *changes, Str path); /* NULL: it is as it was */

/* What the file at `old_path` is called now; "" when it is gone. */
Str changes_new_path(const Changes *changes, Str old_path);

/* Whether the author touched a line that the finding is about, or called the file so that it is about. */
bool changes_touch(const Changes *changes, const Diag *diag);

/* Keeps of the findings in the new version those that the author touched, and those that the old version does not have
 * (elsewhere, but because of what was changed). `before` is what was found in the old version. Returns how many it
 * took away; what the world did always stays. */
size_t changes_filter(Diags *found, const Diags *before, const Changes *changes);
