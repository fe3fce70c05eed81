/* lib/jekyll/tree.c */
#include "jekyll/tree.h"

#include <stdlib.h>

#include "base/file.h"
#include "jekyll/defaults.h"
#include "jekyll/filter.h"

static const Str none = { NULL, 0 };

typedef struct Lister {
    Site *site;
    const JekyllPaths *paths;
    JekyllDefaults defaults;
    VEC(PostFile) posts;
    VEC(PageFile) pages;
} Lister;

static bool is_document(Str path)
{
    return page_is_markdown(path) || str_eq_nocase(path_extension(path), STR(".html"));
}

static bool has_dated_name(const Site *site, Str path)
{
    Date date;
    size_t rest;
    return date_from_file_name(&date, &rest, path_stem(path), site->zone);
}

/* Whether the front matter of a file has a `date`: looked for as a line, for a document of a collection may well have
 * none, and is then no post. */
static bool has_date_key(Site *site, Str path)
{
    Arena scratch = { 0 };
    Diags ignored = { .arena = &scratch };
    Str text;
    bool found = false;

    if (file_read(&text, path_join(&scratch, site->root, path), &scratch, &ignored)) {
        size_t end = str_find(text, STR("\n---"), 3);
        Str block = str_slice(text, 0, end);
        found = str_starts_with(block, STR("---")) && str_find(block, STR("\ndate:"), 0) != STR_NONE;
    }
    arena_free(&scratch);
    return found;
}

static void add_post(Lister *lister, Str path, const JekyllCollection *collection)
{
    PostFile file = { .path = path, .collection = collection->name, .permalink = collection->permalink };
    file.defaults = jekyll_defaults_for(&lister->defaults, path, collection->name, lister->site->arena);
    vec_push(lister->site->arena, &lister->posts, file);
}

static void add_page(Lister *lister, PageFile file)
{
    Str type = file.collection.len > 0 ? file.collection : STR("pages");
    file.pretty = lister->paths->pretty;
    file.defaults = jekyll_defaults_for(&lister->defaults, file.path, type, lister->site->arena);
    vec_push(lister->site->arena, &lister->pages, file);
}

/* What has no date is a page, as far as there is one; of a collection without output all is for templates alone. */
static void add_document(Lister *lister, const JekyllCollection *collection, Str name)
{
    Arena *arena = lister->site->arena;
    Str path = path_join(arena, collection->folder, name);
    bool posts = str_eq(collection->name, STR("posts"));
    bool dated =
        is_document(name) && (has_dated_name(lister->site, name) || (!posts && has_date_key(lister->site, path)));

    if (dated && collection->output)
        add_post(lister, path, collection);
    else if (!posts)
        add_page(lister, (PageFile){ .path = path,
                                     .name = path_join(arena, collection->name, name),
                                     .permalink = is_document(name) ? collection->permalink : none,
                                     .collection = collection->name,
                                     .hidden = !collection->output });
}

static bool list_collection(Lister *lister, const JekyllCollection *collection)
{
    StrList names;
    Site *site = lister->site;

    if (!file_list(&names, path_join(site->arena, site->root, collection->folder), site->arena, site->diags))
        return false;
    for (size_t i = 0; i < names.len; i++) {
        if (!filter_drops(lister->paths, collection->folder, names.items[i]))
            add_document(lister, collection, names.items[i]);
    }
    return true;
}

static bool is_below(Str path, Str folder)
{
    if (str_at(folder, folder.len - 1) == '/')
        folder.len--;
    return folder.len > 0 && str_starts_with(path, folder)
           && (path.len == folder.len || str_at(path, folder.len) == '/');
}

/* A site may well have pages below feeds/ too. */
static bool is_channel(Str path, Str feeds)
{
    Str extension = path_extension(path);
    return is_below(path, feeds) && (str_eq(extension, STR(".yml")) || str_eq(extension, STR(".yaml")));
}

/* Where the path below a folder of posts begins (`a/_posts/x.md` is a post of the category a), or STR_NONE. */
static size_t find_nested_post(Str path)
{
    size_t at = str_find(path, STR("/_posts/"), 0);
    return at == STR_NONE ? at : at + (sizeof("/_posts/") - 1);
}

static bool is_own(const JekyllPaths *paths, Str name)
{
    return is_below(name, paths->destination) || is_channel(name, paths->feeds) || str_eq(name, paths->authors)
           || str_eq(name, paths->tags);
}

static void add_found(Lister *lister, Str name)
{
    size_t nested = find_nested_post(name);
    if (nested == STR_NONE) {
        if (!filter_drops_path(lister->paths, name))
            add_page(lister, (PageFile){ .path = name, .name = name });
        return;
    }
    Str folder = str_slice(name, 0, nested - 1);
    Str all = lister->paths->collections_dir;
    if (is_below(folder, lister->paths->collections[0].folder) || (all.len > 0 && !is_below(folder, all)))
        return;
    bool dropped = filter_drops_path(lister->paths, path_folder(folder))
                   || filter_drops(lister->paths, folder, str_from_offset(name, nested));
    if (!dropped && has_dated_name(lister->site, name) && is_document(name))
        add_post(lister, name, &lister->paths->collections[0]);
}

static bool is_included(const void *paths, Str name)
{
    return filter_includes(paths, name);
}

static bool list_pages(Lister *lister)
{
    StrList names;
    Site *site = lister->site;

    if (!file_list_with(&names, site->root, is_included, lister->paths, site->arena, site->diags))
        return false;
    for (size_t i = 0; i < names.len; i++) {
        if (!is_own(lister->paths, names.items[i]))
            add_found(lister, names.items[i]);
    }
    return true;
}

static int by_path(const void *left, const void *right)
{
    return str_cmp(((const PostFile *)left)->path, ((const PostFile *)right)->path);
}

bool jekyll_list_files(JekyllFiles *out, Site *site, const JekyllPaths *paths, StrList extra)
{
    Lister lister = { .site = site, .paths = paths };
    lister.defaults = jekyll_defaults_read(site->config.tree, site->diags);
    bool ok = true;

    for (size_t i = 0; i < paths->collection_count; i++)
        ok = list_collection(&lister, &paths->collections[i]) && ok;
    ok = list_pages(&lister) && ok;
    for (size_t i = 0; i < extra.len; i++)
        add_post(&lister, extra.items[i], &paths->collections[0]);
    if (lister.posts.len > 1)
        qsort(lister.posts.items, lister.posts.len, sizeof(PostFile), by_path);
    *out = (JekyllFiles){ lister.posts.items, lister.posts.len, lister.pages.items, lister.pages.len };
    return ok;
}
