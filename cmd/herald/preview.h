/* cmd/herald/preview.h - what becomes of one post, before it is published. */
#pragma once

#include "site/site.h"

/* One file of a preview. */
typedef struct PreviewFile {
    const char *name;
    const char *what; /* for people; "" of the index */
    Str bytes;
} PreviewFile;

enum { PREVIEW_FILES = 8 };

typedef struct Preview {
    PreviewFile items[PREVIEW_FILES];
    size_t len;
} Preview;

/* Makes the page, the entry in feeds and the mail of a post whose body was rendered, and an index.html that links them,
 * as they would be on the day it is published; `site` counts it among its posts. `held` says why it is not published
 * yet, "" when it is. Where the site has no address or sender, made-up ones stand for them. False: a template, the
 * configuration or the post is at fault. */
bool preview_make(Preview *out, const Site *site, const SitePost *post, Str held, Arena *arena, Diags *diags);
