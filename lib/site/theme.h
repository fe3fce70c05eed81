/* lib/site/theme.h - the default theme, compiled into the program. */
#pragma once

#include "base/str.h"

typedef struct ThemeFile {
    Str path; /* as "_layouts/post.html" */
    Str bytes;
} ThemeFile;

extern const size_t theme_file_count;
ThemeFile theme_file(size_t i); /* by path */
