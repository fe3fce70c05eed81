/* lib/jekyll/filter.h - `exclude:` and `include:` of _config.yml, and the names that Jekyll leaves out anyway. */
#pragma once

#include "jekyll/config.h"

/* Whether an entry of `folder` is left out; the entry may lie in folders of its own, and is tried as a whole. */
bool filter_drops(const JekyllPaths *paths, Str folder, Str entry);

/* Whether a path, or a folder above it, is left out. */
bool filter_drops_path(const JekyllPaths *paths, Str path);

bool filter_includes(const JekyllPaths *paths, Str entry); /* `include:` names it */
