/* lib/post/frontmatter.h - the YAML block between the two `---` lines at the top of a post. */
#pragma once

#include "text/tree.h"

typedef struct FrontMatter {
    const Tree *tree; /* a mapping; empty for an empty block */
    Span fence;       /* the opening `---` */
    Span block;       /* the YAML, without the fences */
    Span body;        /* what follows the closing fence's line */
} FrontMatter;

/* A byte order mark (bom) and blanks behind a fence (fm-fence-trailing-space) are
 * taken with a warning; a tab after a colon is read as a blank. Refused with a DIAG_STOP: front-matter-missing,
 * front-matter-not-first, front-matter-unclosed, fence-malformed (`--`, `----`), not-a-mapping, toml-front-matter
 * (+++), and what yaml_read refuses. Then `fence`, `block` and `body` are set all the same where both fences stand. */
bool frontmatter_read(FrontMatter *out, const Source *source, Arena *arena, Diags *diags);
