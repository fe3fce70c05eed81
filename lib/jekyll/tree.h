/* lib/jekyll/tree.h - which files of a Jekyll site are posts, and which are pages. */
#pragma once

#include "jekyll/config.h"
#include "site/load.h"
#include "site/page.h"

typedef struct JekyllFiles {
    const PostFile *posts; /* _posts, and what is dated in the collections that have output */
    size_t post_count;
    const PageFile *pages; /* all else that is published: documents without a date, pages, files to copy */
    size_t page_count;
} JekyllFiles;

bool jekyll_list_files(JekyllFiles *out, Site *site, const JekyllPaths *paths, StrList extra);
