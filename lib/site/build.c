/* lib/site/build.c */
#include "site/build.h"

#include "base/file.h"
#include "site/drops.h"
#include "site/page.h"
#include "site/sitemap.h"
#include "site/template.h"
#include "site/theme.h"

enum { MAX_JOBS = OUTPUT_MAX_JOBS };

typedef struct BuildWork {
    Site *site;
    Outputs *outputs; /* NULL: nothing is written */
    Arena scratch[MAX_JOBS];
} BuildWork;

/* NULL: the content alone. Of a name that nobody has, templates_check_layout has told. */
static const Layout *find_layout(const Site *site, Str name, Str otherwise)
{
    if (name.len == 0 || str_eq(name, STR("none")) || str_eq(name, STR("null")))
        return NULL;
    const Layout *layout = templates_layout(site, name);
    return layout != NULL ? layout : templates_layout(site, otherwise);
}

bool site_render_post(Str *out, const Site *site, const SitePost *post, Arena *arena, Diags *diags)
{
    PageInput input = {
        .page = drops_post(post),
        .content = post->content_html,
        .layout = find_layout(site, post->post.layout, STR("post")),
    };
    return template_render(out, site, &input, arena, diags);
}

static bool render_page(Str *out, const Site *site, const SitePage *page, Arena *arena, Diags *diags)
{
    PageInput input = {
        .page = drops_page(page),
        .paginator = drops_paginator(page->paginator),
        .content = page->content,
        .layout = find_layout(site, page->layout, STR("page")),
    };
    return template_render(out, site, &input, arena, diags);
}

static void build_post(void *context, size_t i, int worker)
{
    BuildWork *work = context;
    SitePost *post = work->site->all[i];
    Arena *scratch = &work->scratch[worker];
    Str html;

    if (!post->sound || post->post.status != POST_PUBLISHED || !site_in_scope(work->site, post->post.path))
        return;
    if (site_render_post(&html, work->site, post, scratch, &post->diags) && work->outputs != NULL)
        outputs_put(work->outputs, post->output, html, worker, &post->diags);
    arena_reset(scratch);
}

static void build_page(void *context, size_t i, int worker)
{
    BuildWork *work = context;
    SitePage *page = work->site->pages[i];
    Arena *scratch = &work->scratch[worker];
    Str html;

    if (!page->sound || !site_in_scope(work->site, page->path))
        return;
    if (render_page(&html, work->site, page, scratch, &page->diags) && work->outputs != NULL)
        outputs_put(work->outputs, page->output, html, worker, &page->diags);
    arena_reset(scratch);
}

static bool copy_file(const Site *site, Outputs *outputs, Str path, Str to, Arena *scratch, Diags *diags)
{
    Str bytes;
    bool ok = file_read(&bytes, path_join(scratch, site->root, path), scratch, diags)
              && outputs_put(outputs, to, bytes, 0, diags);
    arena_reset(scratch);
    return ok;
}

/* Files among the pages that are none: they keep their path. */
static bool copy_files(const Site *site, Outputs *outputs, Diags *diags)
{
    Arena scratch = { 0 };
    bool ok = true;
    for (size_t i = 0; i < site->file_count; i++)
        ok = copy_file(site, outputs, site->files[i].path, site->files[i].name, &scratch, diags) && ok;
    arena_free(&scratch);
    return ok;
}

/* Whether the site has a file at that path of the output itself. */
static bool has_file(const Site *site, Str path)
{
    for (size_t i = 0; i < site->asset_files.len; i++) {
        if (str_eq(site->asset_files.items[i], str_from_offset(path, sizeof("assets/") - 1)))
            return true;
    }
    return pages_have(site, path);
}

/* The theme's own assets, where the site has no file of that name. */
static bool copy_theme_assets(const Site *site, Outputs *outputs, Diags *diags)
{
    static const Str prefix = STR_INIT("assets/");
    bool ok = true;
    for (size_t i = 0; i < theme_file_count; i++) {
        ThemeFile file = theme_file(i);
        if (str_starts_with(file.path, prefix) && !has_file(site, file.path))
            ok = outputs_put(outputs, file.path, file.bytes, 0, diags) && ok;
    }
    return ok;
}

static bool copy_assets(Site *site, Outputs *outputs, Diags *diags)
{
    Arena scratch = { 0 };
    bool ok = copy_files(site, outputs, diags);

    for (size_t i = 0; i < site->asset_files.len; i++) {
        Str from = path_join(site->arena, site->assets, site->asset_files.items[i]);
        Str to = path_join(site->arena, STR("assets"), site->asset_files.items[i]);
        ok = copy_file(site, outputs, from, to, &scratch, diags) && ok;
    }
    arena_free(&scratch);
    return copy_theme_assets(site, outputs, diags) && ok;
}

static bool build_sitemap(Site *site, Outputs *outputs, Diags *diags)
{
    VEC(SitemapUrl) urls = { 0 };
    Arena *arena = site->arena;

    if (site->config.url.len == 0 || pages_have(site, STR("sitemap.xml")))
        return true; /* a sitemap has absolute addresses only */
    for (size_t i = 0; i < site->page_count; i++) {
        const SitePage *page = site->pages[i];
        if (page->sound && page->listed)
            vec_push(arena, &urls, (SitemapUrl){ .url = site_absolute_url(site, page->url, arena) });
    }
    for (size_t i = 0; i < site->post_count; i++) {
        const SitePost *post = site->posts[i];
        int64_t changed = post->post.published_unix_s;
        if (post->post.has_updated && post->post.updated.unix_s > changed)
            changed = post->post.updated.unix_s;
        vec_push(arena, &urls, (SitemapUrl){ site_absolute_url(site, post->url, arena), true, changed });
    }
    const SitemapFile *files;
    Str base = arena_join(arena, site->config.url, site->config.baseurl, (Str){ NULL, 0 });
    bool ok = true;
    size_t count = sitemap_write(&files, urls.items, urls.len, base, arena);
    for (size_t i = 0; i < count; i++)
        ok = outputs_put(outputs, str_from_offset(files[i].path, 1), files[i].bytes, 0, diags) && ok;
    return ok;
}

static bool world_failed(const Site *site)
{
    for (size_t i = 0; i < site->all_count; i++) {
        if (site->all[i]->diags.world > 0)
            return true;
    }
    for (size_t i = 0; i < site->page_count; i++) {
        if (site->pages[i]->diags.world > 0)
            return true;
    }
    return false;
}

static void build_pages(Site *site, Outputs *outputs, int jobs, Progress *progress)
{
    BuildWork *work = ARENA_NEW(site->arena, BuildWork);

    work->site = site;
    work->outputs = outputs;
    parallel_for(site->all_count, jobs, build_post, work, progress);
    parallel_for(site->page_count, jobs, build_page, work, progress);
    for (int i = 0; i < MAX_JOBS; i++)
        arena_free(&work->scratch[i]);
}

void site_try_pages(Site *site, int jobs, Progress *progress)
{
    build_pages(site, NULL, jobs, progress);
}

bool site_build(Site *site, Outputs *outputs, int jobs, Progress *progress, Diags *diags)
{
    if (progress != NULL)
        atomic_store(&progress->stage, "writing");
    build_pages(site, outputs, jobs, progress);
    return copy_assets(site, outputs, diags) && build_sitemap(site, outputs, diags) && !world_failed(site);
}

/* --- one output alone ----------------------------------------------------------------------------------------------
 */

/* The file that is copied to that path of the output; "" for none. */
static Str find_file(const Site *site, Str output, Arena *arena)
{
    for (size_t i = 0; i < site->file_count; i++) {
        if (str_eq(site->files[i].name, output))
            return path_join(arena, site->root, site->files[i].path);
    }
    for (size_t i = 0; i < site->asset_files.len; i++) {
        Str asset = site->asset_files.items[i];
        if (str_eq(path_join(arena, STR("assets"), asset), output))
            return path_join(arena, path_join(arena, site->root, site->assets), asset);
    }
    return (Str){ NULL, 0 };
}

bool site_read_output(Str *out, const Site *site, Str output, size_t limit, Arena *arena)
{
    Diags diags = { .arena = arena };
    Str file = find_file(site, output, arena);
    uint64_t size;

    if (file.len > 0)
        return file_size(&size, file) && size <= limit && file_read(out, file, arena, &diags);
    for (size_t i = 0; i < site->page_count; i++) {
        if (site->pages[i]->sound && str_eq(site->pages[i]->output, output))
            return render_page(out, site, site->pages[i], arena, &diags);
    }
    for (size_t i = 0; i < theme_file_count; i++) {
        *out = theme_file(i).bytes;
        if (str_eq(theme_file(i).path, output))
            return true;
    }
    return false;
}
