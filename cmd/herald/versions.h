/* cmd/herald/versions.h - the two versions of a site that check --diff compares, each in a folder. */
#pragma once

#include "git.h"

typedef struct Versions {
    Changes changes;
    Str prefix;    /* of the site's folder in its repository: "" or "docs" */
    bool has_base; /* the old version is a site too */
    Env base_env;  /* whose site is the old version */
    Env head_env;  /* whose site is the new one */
    StrList paths; /* of the new one, as they were asked for */
    GitFiles made; /* on the disk, to be taken away */
    Arena *arena;
} Versions;

/* Finds the site and both versions of it. The new one is where the site lies, when its files are those of that version;
 * else it is written to a folder beside that of the old one, below TMPDIR or /tmp. What is amiss is told on standard
 * error: an exit status. In any case the caller closes. */
int versions_open(Versions *out, const Env *env, Str range, StrList paths, Arena *arena);

/* Takes away what was written. */
void versions_close(Versions *versions);
