/* cmd/herald/publications.h - what a change publishes: of each post its page, its feeds and its digests. */
#pragma once

#include "check/changes.h"
#include "check/publication.h"
#include "site/site.h"

/* The posts among the changes, in order of paths: those that are published or will be, and those that were. `before` is
 * the old version of the site, or NULL. */
Publications publications_find(const Site *site, const Site *before, const Changes *changes, Arena *arena);
