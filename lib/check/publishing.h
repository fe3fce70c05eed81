/* lib/check/publishing.h - what a change does to what is published already. */
#pragma once

#include "check/changes.h"
#include "site/site.h"

/* Compares two versions of a site that are loaded: posts that were published in the old one, and what became of their
 * addresses, feed ids and dates. Posts are the same when `changes` says so, or their id, text or title does. What is
 * wrong goes to the new site's diagnostics and those of its posts; what it says of posts that are gone stands in the
 * sources of `before`, which must live as long. */
void check_publishing(Site *site, const Site *before, const Changes *changes);

/* Whether a file that git takes for the same under another name holds the same post, and is not a new one that was made
 * like one that went. */
bool publishing_is_same(const ChangedFile *file, const Post *before, const Post *after);
