/* lib/check/naming.h - what the rules of authors and of tags have in common. */
#pragma once

#include "check/subject.h"

/* Whether posts of this site are expected to have what `without` of them lack: most others do. What the configuration
 * requires (`check: required`) is checked there and not expected here. */
bool naming_is_expected(const Site *site, size_t without);

/* Whether a slip of this key has been told of (fm-unknown-key), or a comment in its value's place
 * (comment-truncates-value): then the key is not missing or empty as well. */
bool naming_has_slip(const SitePost *post, const char *key);

/* The same, and the finding is an error from now on: without the key the post fails the check. */
bool naming_raise_slip(SitePost *post, const char *key);

/* Where it is said that something is missing: the empty value, else its key, else the fence at the top. */
Span naming_place(const SitePost *post, const TreeEntry *entry);

/* A fix that writes `right` for `wrong` at `span`, where it stands there literally and YAML reads `right` as text. */
void naming_fix(SitePost *post, Span span, Str wrong, Str right, bool safe);
