/* cmd/herald/load.h - finds the site that a command is about, and loads it. */
#pragma once

#include "command.h"
#include "site/load.h"

/* The site of -C, found upward from there; without -C from the first of `paths`, else from the working directory. The
 * folder with herald.yml or _config.yml is its root. Files among `paths` that the site does not count among its posts
 * are read as posts too, and where there is no site at all, they are one with default settings. A configuration among
 * them is told of as ever. False: there is no site, with one diagnostic site-missing; or one of them can be no post,
 * which has been said; the caller returns EXIT_USAGE. `paths` may be empty; else they are the site's
 * scope (site_in_scope). */
bool load_site_for(Site **out, const Env *env, StrList paths, Arena *arena, Diags *diags);
/* The same, with other text for some of its files. */
bool load_site_with(Site **out, const Env *env, StrList paths, const Overlay *overlays, size_t overlay_count,
                    Arena *arena, Diags *diags);
/* The same for one file, whether it is there or not, with this text for its own. */
bool load_site_text(Site **out, const Env *env, Str path, Str text, Arena *arena, Diags *diags);
bool load_site(Site **out, const Env *env, Arena *arena, Diags *diags);

/* Whether `folder` is the site's own folder, one above it, or one that holds posts: nothing is ever written there. */
bool load_holds_sources(const Site *site, Str folder, Arena *scratch);

/* False: one diagnostic says that the output cannot be written to `folder`. */
bool load_check_output(const Site *site, Str folder, Diags *diags);

/* All diagnostics of a site, sorted; of posts and pages only those in its scope. */
void load_collect(Diags *out, const Site *site);

/* Takes out what follows from faults of other posts: they are told of. */
void load_drop_consequences(Diags *diags);

/* The path of the site's folder from the working directory; "" when it is that one, or does not lie below it. */
Str load_prefix(const Site *site, Arena *arena);

/* The folder of the site that load_site_for would load; where there is none, the folder it would look in first. */
Str load_home(const Env *env, StrList paths, Arena *arena);

bool load_is_root(Str folder, Arena *arena); /* there is a herald.yml or a _config.yml in it */

/* The path, as given on the command line, relative to the folder of a site; "" for that folder and what holds it.
 * False: it lies elsewhere. */
bool load_path_below(Str *out, Str home, Str path, Arena *arena);
