/* lib/lsp/workspace.c */
#include "lsp/workspace.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/task.h"
#include "site/load.h"
#include "site/page.h"

/* A site on its way. The thread that loads it has this to itself until it wakes the other. */
typedef struct Loading {
    Workspace *workspace;
    LoadedSite *site;
    bool found;
    Str from;
    StrList extra;
    Task *task;
    Arena arena; /* of this */
} Loading;

bool workspace_open(Workspace *workspace)
{
    if (pipe(workspace->wake) != 0)
        return false;
    fcntl(workspace->wake[0], F_SETFD, FD_CLOEXEC);
    fcntl(workspace->wake[1], F_SETFD, FD_CLOEXEC);
    return true;
}

static void free_site(LoadedSite *site)
{
    Arena arena;

    if (site->site != NULL)
        recheck_end(&site->recheck);
    arena = site->arena; /* it lies in that itself */
    arena_free(&arena);
}

static LoadedSite *new_site(void)
{
    Arena arena = { 0 };
    LoadedSite *site = ARENA_NEW(&arena, LoadedSite);
    site->arena = arena;
    site->diags.arena = &site->arena;
    site->posts.arena = &site->arena;
    return site;
}

static void index_posts(LoadedSite *loaded)
{
    const Site *site = loaded->site;

    loaded->root = path_real(site->root, &loaded->arena);
    loaded->home = path_real(site->home, &loaded->arena);
    for (size_t i = 0; i < site->all_count; i++)
        map_put(&loaded->posts, path_join(&loaded->arena, loaded->root, site->all[i]->post.path),
                (void *)(uintptr_t)(i + 1));
}

static void load(void *context)
{
    Loading *loading = context;
    const Workspace *workspace = loading->workspace;
    LoadedSite *site = loading->site;

    loading->found = workspace->load(workspace->load_context, &site->site, loading->from, loading->extra, &site->arena,
                                     &site->diags);
    if (loading->found) {
        recheck_begin(&site->recheck, site->site, workspace->jobs, NULL);
        index_posts(site);
    }
    while (write(workspace->wake[1], "", 1) < 0 && errno == EINTR)
        ;
}

/* Beside other posts, or in a new folder where posts may be. */
static bool is_place_of_posts(const LoadedSite *loaded, Str path)
{
    const Site *site = loaded->site;

    if (!page_is_markdown(path) || !str_starts_with(path, loaded->root) || str_at(path, loaded->root.len) != '/')
        return false;
    Str folder = path_folder(str_from_offset(path, loaded->root.len + 1));
    Str first = str_slice(folder, 0, str_find_char(folder, '/', 0));
    bool shares_first = first.len > 0 && (!site->jekyll || str_at(first, 0) == '_');
    for (size_t i = 0; i < site->all_count; i++) {
        Str other = path_folder(site->all[i]->post.path);
        if (str_eq(other, folder)
            || (shares_first && str_starts_with(other, first)
                && (other.len == first.len || str_at(other, first.len) == '/')))
            return true;
    }
    return site->jekyll && (str_contains(path, STR("/_posts/")) || str_contains(path, STR("/_drafts/")));
}

bool workspace_find(const Workspace *workspace, OpenDocument *document)
{
    document->post = NO_POST;
    if (workspace->site == NULL || document->path.len == 0)
        return false;
    uintptr_t found = (uintptr_t)map_get(&workspace->site->posts, document->path);
    if (found > 0)
        document->post = (int64_t)found - 1;
    document->stale = found > 0;
    bool wanted = document->wanted;
    document->wanted = wanted || (found == 0 && is_place_of_posts(workspace->site, document->path));
    return document->wanted && !wanted;
}

static StrList find_extra(const Documents *documents, Arena *arena)
{
    VEC(Str) extra = { 0 };
    for (const OpenDocument *document = documents->first; document != NULL; document = document->next) {
        if (document->wanted)
            vec_push(arena, &extra, arena_copy(arena, document->path));
    }
    return (StrList){ extra.items, extra.len };
}

void workspace_start_loading(Workspace *workspace, const Documents *documents)
{
    Arena arena = { 0 };
    Loading *loading;

    if (workspace->loading != NULL || workspace->from.len == 0)
        return;
    loading = ARENA_NEW(&arena, Loading);
    *loading = (Loading){ .workspace = workspace, .site = new_site() };
    loading->arena = arena;
    loading->from = arena_copy(&loading->arena, workspace->from);
    loading->extra = find_extra(documents, &loading->arena);
    workspace->loading = loading;
    loading->task = task_start(load, loading, &loading->arena);
}

static Loading *end_loading(Workspace *workspace)
{
    Loading *loading = workspace->loading;
    char byte;

    while (read(workspace->wake[0], &byte, 1) < 0 && errno == EINTR)
        ;
    task_join(loading->task);
    workspace->loading = NULL;
    return loading;
}

static void free_loading(Loading *loading)
{
    Arena arena = loading->arena;
    arena_free(&arena);
}

bool workspace_take(Workspace *workspace, Documents *documents)
{
    bool again = false;

    if (workspace->loading == NULL)
        return false;
    Loading *loading = end_loading(workspace);
    if (workspace->site != NULL)
        free_site(workspace->site);
    workspace->site = loading->found ? loading->site : NULL;
    if (!loading->found)
        free_site(loading->site);
    for (OpenDocument *document = documents->first; document != NULL; document = document->next)
        again |= workspace_find(workspace, document);
    free_loading(loading);
    return again;
}

void workspace_close(Workspace *workspace)
{
    if (workspace->loading != NULL) {
        Loading *loading = end_loading(workspace);
        free_site(loading->site);
        free_loading(loading);
    }
    if (workspace->site != NULL)
        free_site(workspace->site);
    workspace->site = NULL;
    close(workspace->wake[0]);
    close(workspace->wake[1]);
    arena_free(&workspace->arena);
}

bool workspace_check(Workspace *workspace, OpenDocument *document)
{
    if (!document->stale || document->post < 0 || workspace->site == NULL)
        return false;
    Recheck *recheck = &workspace->site->recheck;
    const SitePost *post = recheck->site->all[document->post];
    Str text = document->text.source->text;

    document->stale = false;
    if (post->post.source == NULL || !str_eq(post->post.source->text, text))
        recheck_post(recheck, (size_t)document->post, text);
    return true;
}

bool workspace_forget(Workspace *workspace, const OpenDocument *document)
{
    if (workspace->site == NULL || document->post < 0)
        return false;
    Recheck *recheck = &workspace->site->recheck;
    const SitePost *first = recheck->first[document->post];

    if (first == NULL)
        return recheck->site->all[document->post]->post.source == NULL;
    if (first->post.source != NULL)
        recheck_post(recheck, (size_t)document->post, first->post.source->text);
    return first->post.source == NULL;
}

const SitePost *workspace_post(const Workspace *workspace, const OpenDocument *document)
{
    if (workspace->site == NULL || document->post < 0)
        return NULL;
    return workspace->site->site->all[document->post];
}

Str workspace_shown_file(const LoadedSite *site, Str shown, Arena *arena)
{
    return path_join(arena, site->home, shown);
}

Str workspace_site_file(const LoadedSite *site, Str path, Arena *arena)
{
    return path_join(arena, site->root, path);
}
