/* lib/check/settle.h - what is left of all findings when the site and its authors have had their say. */
#pragma once

#include "check/settings.h"

/* After all rules: adds what the required keys call for, takes away what comments in the files and the settings ignore,
 * and gives the severities that the settings say. What stops, and what the world did, stays as it is. */
void settle_site(Site *site, const CheckSettings *settings);

/* The same of one post. */
void settle_post(SitePost *post, const CheckSettings *settings);

/* --- its parts --- */

/* The post has the required keys, or a finding that says which it lacks: that of the key's own rule, else key-missing.
 * Where keys are named, those that are not may be missing. */
void required_apply(SitePost *post, const CheckSettings *settings);

/* Takes away what `<!-- herald-ignore RULE... -->` in the body and `# herald-ignore RULE...` in the front matter name,
 * and tells (ignore-unused) of what they name in vain. `body` is where the body stands in `source`. */
void ignores_apply(const Source *source, Span body, Diags *diags);

/* Takes away what another finding of the same post explains: links without a definition, where a comment without an end
 * took it in. */
void explained_drop(Diags *diags);

/* Keeps those of which `keep` says so, and counts anew. */
void diags_filter(Diags *diags, bool (*keep)(void *context, Diag *diag), void *context);
