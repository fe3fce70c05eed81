/* cmd/herald/load.c */
#include "load.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "jekyll/load.h"
#include "jekyll/tags.h"
#include "site/load.h"
#include "site/page.h"

static const Str none = { NULL, 0 };

bool load_is_root(Str folder, Arena *arena)
{
    return file_type(path_join(arena, folder, STR("herald.yml"))) == FILE_REGULAR
           || file_type(path_join(arena, folder, STR("_config.yml"))) == FILE_REGULAR;
}

/* The path without links and dots, or "" when there is nothing. */
static Str real_path(Str path, Arena *arena)
{
    char *real = realpath(path.len == 0 ? "." : arena_cstr(arena, path), NULL);
    Str copy = real == NULL ? none : arena_copy(arena, str_from(real));
    free(real);
    return copy;
}

/* Shown as the caller wrote it where the site is right there, else as the folder above it. */
static bool find_root(Str *root, Str from, Arena *arena)
{
    if (load_is_root(from, arena)) {
        *root = from;
        return true;
    }
    for (Str folder = path_folder(real_path(from, arena)); folder.len > 0; folder = path_folder(folder)) {
        if (load_is_root(folder, arena)) {
            *root = folder;
            return true;
        }
        if (folder.len == 1)
            break;
    }
    return false;
}

static Str start_folder(const Env *env, StrList paths)
{
    if (env->site.len > 0)
        return env->site;
    if (paths.len == 0)
        return STR(".");
    if (file_type(paths.items[0]) == FILE_FOLDER)
        return paths.items[0];
    Str folder = path_folder(paths.items[0]);
    return folder.len == 0 ? STR(".") : folder;
}

static bool is_at_or_below(Str path, Str folder)
{
    return str_starts_with(path, folder) && (path.len == folder.len || str_at(path, folder.len) == '/');
}

Str load_prefix(const Site *site, Arena *arena)
{
    Str here = real_path(STR("."), arena);
    Str home = real_path(site->home, arena);
    bool below = home.len > here.len && is_at_or_below(home, here);
    return below ? str_from_offset(home, here.len + 1) : none;
}

/* With -C, people also write paths as the site has them. Of a file that is not there yet, its folder decides. */
static Str real_path_below(Str home, Str root, Str path, Arena *arena)
{
    const Str folders[] = { none, home, root };
    Str real = none;

    for (size_t i = 0; i < 3 && real.len == 0; i++)
        real = real_path(path_join(arena, folders[i], path), arena);
    for (size_t i = 0; i < 3 && real.len == 0; i++) {
        real = real_path(path_folder(path_join(arena, folders[i], path)), arena);
        real = real.len == 0 ? none : path_join(arena, real, path_name(path));
    }
    return real;
}

static Str real_path_for(const Site *site, Str path, Arena *arena)
{
    return real_path_below(site->home, site->root, path, arena);
}

/* The real path without the folder; "" for the folder itself and what holds it. False: it lies elsewhere. */
static bool cut_folder(Str *out, Str folder, Str real)
{
    bool inside = is_at_or_below(real, folder);
    *out = inside && real.len > folder.len ? str_from_offset(real, folder.len + 1) : none;
    return inside || (real.len > 0 && is_at_or_below(folder, real));
}

/* The path relative to the root; "" for the root itself and what holds it, none when it lies elsewhere. */
static bool make_relative(Str *out, const Site *site, Str path, Arena *arena)
{
    return cut_folder(out, real_path(site->root, arena), real_path_for(site, path, arena));
}

bool load_path_below(Str *out, Str home, Str path, Arena *arena)
{
    return cut_folder(out, real_path(home, arena), real_path_below(home, home, path, arena));
}

Str load_home(const Env *env, StrList paths, Arena *arena)
{
    Str home = start_folder(env, paths);
    find_root(&home, home, arena);
    return home;
}

static bool is_configuration_there(const Site *site, Str path, Arena *arena)
{
    Str extension = path_extension(path), below;
    bool yaml = str_eq_nocase(extension, STR(".yml")) || str_eq_nocase(extension, STR(".yaml"));
    return yaml && load_path_below(&below, site->home, path, arena)
           && file_type(path_join(arena, site->home, below)) == FILE_REGULAR;
}

/* False, told as a wrong call: by its name it is a picture, a text without markup, or the like. */
static bool is_perhaps_post(const Site *site, const Env *env, Str path, Str relative, Arena *arena)
{
    if (page_is_markdown(relative) || str_eq_nocase(path_extension(relative), STR(".html"))
        || file_type(path_join(arena, site->root, relative)) == FILE_NONE)
        return true;
    usage_error(env, NULL, STR_FMT " is no post: posts are Markdown files, and their names end in .md", STR_ARG(path));
    return false;
}

static bool is_known(const Site *site, Str relative)
{
    bool found = false;
    for (size_t p = 0; p < site->all_count && !found; p++)
        found = str_eq(site->all[p]->post.path, relative);
    for (size_t p = 0; p < site->own_page_count && !found; p++)
        found = str_eq(site->pages[p]->path, relative);
    return found;
}

/* Loads once more with the files that the site itself does not count among its posts. A configuration is read and told
 * of anyway. False: one of them can be no post, and it has been said. */
static bool load_extra(Site **site, LoadOptions *options, const Env *env, StrList paths, Arena *arena, Diags *diags)
{
    VEC(Str) extra = { 0 };

    for (size_t i = 0; i < paths.len; i++) {
        Str relative;
        if (file_type(paths.items[i]) == FILE_FOLDER)
            continue;
        if (!make_relative(&relative, *site, paths.items[i], arena)) {
            Str real = real_path_for(*site, paths.items[i], arena);
            relative = real.len > 0 ? real : paths.items[i];
        }
        if (is_known(*site, relative) || is_configuration_there(*site, paths.items[i], arena))
            continue;
        if (!is_perhaps_post(*site, env, paths.items[i], relative, arena))
            return false;
        vec_push(arena, &extra, relative);
    }
    if (extra.len == 0)
        return true;
    site_free(*site);
    *diags = (Diags){ .arena = diags->arena };
    options->extra = (StrList){ extra.items, extra.len };
    *site = (*site)->jekyll ? jekyll_load(options, arena, diags) : site_load(options, arena, diags);
    return true;
}

/* The paths as the site has them; what lies elsewhere, by its real path. */
static void set_scope(Site *site, StrList paths, Arena *arena)
{
    SiteScope *scope = ARENA_NEW(arena, SiteScope);
    Str *items = ARENA_ARRAY(arena, Str, paths.len);

    if (paths.len == 0)
        return;
    for (size_t i = 0; i < paths.len; i++) {
        if (!make_relative(&items[i], site, paths.items[i], arena))
            items[i] = real_path_for(site, paths.items[i], arena);
    }
    scope->paths = (StrList){ items, paths.len };
    site->scope = scope;
}

bool load_site_with(Site **out, const Env *env, StrList paths, const Overlay *overlays, size_t overlay_count,
                    Arena *arena, Diags *diags)
{
    Str from = start_folder(env, paths);
    LoadOptions options = {
        .configs = env->configs,
        .now_unix_s = env->now_unix_s,
        .overlays = overlays,
        .overlay_count = overlay_count,
        .jobs = env->jobs,
        .progress = env->progress,
        .extend = jekyll_tags_register,
    };
    bool found = find_root(&options.root, from, arena);

    if (!found) {
        options.root = from;
        if (paths.len == 0 && env->configs.len == 0) {
            diag_stop(diags, "site-missing", (Span){ 0 },
                      "there is no herald.yml and no _config.yml in " STR_FMT " or above it", STR_ARG(from));
            diag_hint(diags, "go to the folder of your site, or name it with -C");
            return false;
        }
    }
    bool native = file_type(path_join(arena, options.root, STR("herald.yml"))) == FILE_REGULAR;
    native = native || (!found && env->configs.len == 0);
    *out = native ? site_load(&options, arena, diags) : jekyll_load(&options, arena, diags);
    if (!load_extra(out, &options, env, paths, arena, diags)) {
        site_free(*out);
        *diags = (Diags){ .arena = diags->arena };
        return false;
    }
    set_scope(*out, paths, arena);
    return true;
}

bool load_site_text(Site **out, const Env *env, Str path, Str text, Arena *arena, Diags *diags)
{
    StrList paths = { &path, 1 };
    Str home = start_folder(env, paths);
    Overlay *overlay = ARENA_NEW(arena, Overlay);

    find_root(&home, home, arena);
    Str real_home = real_path(home, arena);
    Str real = real_path_below(home, home, path, arena);
    bool inside = is_at_or_below(real, real_home) && real.len > real_home.len;
    *overlay = (Overlay){ inside ? str_from_offset(real, real_home.len + 1) : real, text };
    if (!load_site_with(out, env, paths, overlay, 1, arena, diags))
        return false;
    if (str_eq((*out)->root, (*out)->home))
        return true;
    make_relative(&overlay->path, *out, path, arena); /* only its configuration says where a Jekyll site's files are */
    site_free(*out);
    *diags = (Diags){ .arena = diags->arena };
    return load_site_with(out, env, paths, overlay, 1, arena, diags);
}

bool load_site_for(Site **out, const Env *env, StrList paths, Arena *arena, Diags *diags)
{
    return load_site_with(out, env, paths, NULL, 0, arena, diags);
}

bool load_site(Site **out, const Env *env, Arena *arena, Diags *diags)
{
    return load_site_for(out, env, (StrList){ 0 }, arena, diags);
}

bool load_holds_sources(const Site *site, Str folder, Arena *scratch)
{
    Str root = real_path(site->root, scratch);
    Str target = real_path(folder, scratch);

    if (target.len == 0) /* not there yet: its folder may be */
        target = path_join(scratch, real_path(path_folder(folder), scratch), path_name(folder));
    if (is_at_or_below(root, target))
        return true;
    for (size_t i = 0; i < site->all_count; i++) {
        Str path = site->all[i]->post.path;
        Str posts = path_join(scratch, root, path_folder(path));
        bool outside = str_starts_with(path, STR("/")); /* a PATH of the caller's: the site may well lie beside it */
        if (outside ? str_eq(target, posts) : !str_eq(posts, root) && is_at_or_below(target, posts))
            return true;
    }
    return false;
}

bool load_check_output(const Site *site, Str folder, Diags *diags)
{
    Arena scratch = { 0 };
    bool sound = !load_holds_sources(site, folder, &scratch);
    Str shown = folder.len == 0 ? STR(".") : folder;
    arena_free(&scratch);
    return sound
           || diag_stop(diags, "path-outside", (Span){ 0 },
                        "the output " STR_FMT " would lie among the sources of the site", STR_ARG(shown));
}

static bool is_repeated(const Diag *last, const Diag *diag)
{
    return diag->span.source != NULL && span_cmp(last->span, diag->span) == 0 && strcmp(last->rule, diag->rule) == 0
           && str_eq(last->message, diag->message);
}

/* Of a file that several posts include, each has its faults; the hint names the first of them by its path. */
static void drop_repeated(Diags *sorted)
{
    Diags once = { .arena = sorted->arena };

    for (size_t i = 0; i < sorted->len; i++) {
        const Diag *diag = &sorted->items[i];
        Diag *last = once.len == 0 ? NULL : &once.items[once.len - 1];
        if (last == NULL || !is_repeated(last, diag))
            diags_append(&once, &(Diags){ .items = &sorted->items[i], .len = 1 });
        else if (str_cmp(diag->hint, last->hint) < 0)
            last->hint = diag->hint;
    }
    *sorted = once;
}

void load_drop_consequences(Diags *diags)
{
    Diags own = { .arena = diags->arena };
    for (size_t i = 0; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        if (diag->span.source == NULL || diag->path.len == 0)
            diags_append(&own, &(Diags){ .items = &diags->items[i], .len = 1 });
    }
    *diags = own;
}

void load_collect(Diags *out, const Site *site)
{
    diags_append(out, site->diags);
    for (size_t i = 0; i < site->all_count; i++) {
        if (site->all[i]->diags.len > 0 && site_in_scope(site, site->all[i]->post.path))
            diags_append(out, &site->all[i]->diags);
    }
    for (size_t i = 0; i < site->page_count; i++) {
        const SitePage *page = site->pages[i];
        if (page->diags.len > 0 && site_in_scope(site, page->path))
            diags_append(out, &page->diags);
    }
    diags_sort(out);
    drop_repeated(out);
}
