/* tests/jekyll/folder.h - a Jekyll site in a folder of its own, loaded and rendered. */
#pragma once

#include "base/file.h"
#include "jekyll/load.h"
#include "site/body.h"
#include "site/drops.h"
#include "site/page.h"
#include "site/template.h"
#include "tests/support.h"

static inline void folder_put(Scratch *scratch, Str folder, const char *path, const char *text)
{
    Str full = path_join(&scratch->arena, folder, str_from(path));
    assert_true(file_make_folders(path_folder(full), &scratch->diags));
    assert_true(file_write(full, str_from(text), &scratch->diags));
}

/* The site, its bodies rendered. */
static inline Site *folder_load(Scratch *scratch, Str folder)
{
    LoadOptions options = { .root = folder, .now_unix_s = 1735689600, .jobs = 1 };
    Site *site = jekyll_load(&options, &scratch->arena, &scratch->diags);
    site_render_bodies(site, 1, NULL, NULL);
    return site;
}

static inline void folder_end(Scratch *scratch, Site *site)
{
    remove_folder(scratch, site->home);
    site_free(site);
}

static inline const SitePage *folder_page(const Site *site, const char *path)
{
    for (size_t i = 0; i < site->own_page_count; i++) {
        if (str_eq(site->pages[i]->path, str_from(path)))
            return site->pages[i];
    }
    fail_msg("there is no page %s", path);
    return NULL;
}

static inline const SitePost *folder_post(const Site *site, const char *path)
{
    for (size_t i = 0; i < site->all_count; i++) {
        if (str_eq(site->all[i]->post.path, str_from(path)))
            return site->all[i];
    }
    fail_msg("there is no post %s", path);
    return NULL;
}
