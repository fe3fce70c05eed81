/* cmd/herald/git.h - what git knows of a site's folder, asked of the program git. */
#pragma once

#include "check/changes.h"
#include "command.h"

/* Two versions of a site. */
typedef struct GitRange {
    Str folder;    /* the site's */
    Str prefix;    /* of that folder in its repository: "", or as "docs/" */
    Str base;      /* commit */
    Str head;      /* commit; "" for the files as they lie there */
    bool in_place; /* the files lie there as that commit has them, or there is none */
    bool shallow;  /* the history is cut off somewhere */
} GitRange;

/* Reads A...B (from where the two parted), A..B, or A alone: the files as they are now, from where they parted from A.
 * An end that is left out is HEAD. What is asked for and not there is told on standard error: an exit status. */
int git_range_read(GitRange *out, const Env *env, Str folder, Str range, Arena *arena);

/* What was changed between them. */
int git_changes(Changes *out, const Env *env, const GitRange *range, Arena *arena);

/* Writes the site as it was at the commit into `target`, a folder that is there, and adds each file and folder it made
 * to `made`. Pictures and the like, whose bytes no rule looks at, are empty. */
typedef VEC(Str) GitFiles;
int git_write_tree(GitFiles *made, const Env *env, const GitRange *range, Str commit, Str target, Arena *arena);
