/* lib/post/fence.h - where front matter begins and ends. For frontmatter.c. */
#pragma once

#include "base/diag.h"

typedef struct Fences {
    Span open;  /* the first `---` */
    Span block; /* between the fences */
    Span body;
} Fences;

/* Finds both fences, and says what is slightly or wholly wrong with them; the rules are frontmatter.h's. */
bool fences_find(Fences *out, const Source *source, Diags *diags);

/* What stands between the fences is no YAML, first at `at`. True when a fence is the likely cause, and said so: a
 * closing one that is not quite a fence, or none at all and a rule (`---`) of the body taken for it. */
bool fences_explain(const Fences *fences, size_t at, Diags *diags);

/* `key:` at the start of a line, with nothing or a blank behind the colon. */
bool fence_is_key_line(Str line);
