/* lib/site/lists.c */
#include "site/lists.h"

#include <stdlib.h>

#include "base/file.h"
#include "site/document.h"
#include "site/drops.h"
#include "text/datetime.h"

typedef VEC(LiquidValue) Values;

static LiquidValue list_of(const Values *values, Arena *arena)
{
    return liquid_array(values->items, values->len, arena);
}

/* --- collections ------------------------------------------------------------------------------------------------- */

typedef struct Dated {
    Str path;
    int64_t unix_s;
    LiquidValue key; /* what the collection's `sort_by` names */
    LiquidValue drop;
} Dated;

typedef VEC(Dated) Documents;

/* By the key where the collection has one, documents without it last; then by date and path. */
static int by_key(const void *left, const void *right)
{
    const Dated *a = left;
    const Dated *b = right;
    int order = 0;
    if ((a->key.type == LIQUID_NIL) != (b->key.type == LIQUID_NIL))
        return a->key.type == LIQUID_NIL ? 1 : -1;
    if (liquid_compare(&order, a->key, b->key) && order != 0)
        return order;
    if (a->unix_s != b->unix_s)
        return a->unix_s < b->unix_s ? -1 : 1;
    return str_cmp(a->path, b->path);
}

static LiquidValue key_of(const Collection *collection, const Tree *front_matter, Arena *arena)
{
    const Tree *name = tree_get(collection->settings, STR("sort_by"));
    bool has_key = name != NULL && name->kind == TREE_SCALAR;
    return has_key ? liquid_from_tree(tree_get(front_matter, name->text), arena) : liquid_nil();
}

/* A document without a date counts as of now. */
static int64_t page_unix_s(const SitePage *page, const Zone *zone, Arena *arena)
{
    Date date;
    return document_date(&date, page->front_matter, page->path, zone, arena) ? date.unix_s : INT64_MAX;
}

static void add_pages(Documents *out, SitePage *const *pages, size_t count, const Collection *collection,
                      const Zone *zone, Arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        if (!pages[i]->sound || !str_eq(pages[i]->collection, collection->name))
            continue;
        Dated document = { pages[i]->path, page_unix_s(pages[i], zone, arena),
                           key_of(collection, pages[i]->front_matter, arena), drops_page(pages[i]) };
        vec_push(arena, out, document);
    }
}

static LiquidValue collection_list(const Site *site, const Collection *collection, Arena *arena)
{
    Documents documents = { 0 };
    Values values = { 0 };

    for (size_t i = 0; i < site->post_count; i++) {
        const SitePost *post = site->posts[i];
        Dated document = { post->post.path, post->post.date.unix_s, key_of(collection, post->post.front_matter, arena),
                           drops_post(post) };
        if (str_eq(post->collection, collection->name))
            vec_push(arena, &documents, document);
    }
    add_pages(&documents, site->pages, site->own_page_count, collection, site->zone, arena);
    add_pages(&documents, site->hidden, site->hidden_count, collection, site->zone, arena);
    if (documents.len > 1)
        qsort(documents.items, documents.len, sizeof(Dated), by_key);
    for (size_t i = 0; i < documents.len; i++)
        vec_push(arena, &values, documents.items[i].drop);
    return list_of(&values, arena);
}

static void put_collections(SiteLists *lists, const Site *site, Arena *arena)
{
    Values all = { 0 };
    for (size_t i = 0; i < site->jekyll_collection_count; i++) {
        LiquidValue *list = ARENA_NEW(arena, LiquidValue);
        Str name = site->jekyll_collections[i].name;
        *list = collection_list(site, &site->jekyll_collections[i], arena);
        map_put(&lists->collections, name, list);
        for (size_t d = 0; d < list->array->len; d++)
            vec_push(arena, &all, list->array->items[d]);
    }
    lists->documents = list_of(&all, arena);
}

/* --- posts ------------------------------------------------------------------------------------------------------- */

/* The order that all lists of posts have is that of the site. */
static LiquidValue post_list(const Site *site, Arena *arena)
{
    Values values = { 0 };
    for (size_t i = 0; i < site->post_count; i++) {
        if (!site->jekyll || str_eq(site->posts[i]->collection, STR("posts")))
            vec_push(arena, &values, drops_post(site->posts[i]));
    }
    return list_of(&values, arena);
}

/* Jekyll's site.tags and site.categories: names as they first come, from the oldest post on. */
static LiquidValue posts_by(const Site *site, StrList (*names)(const SitePost *, Arena *), Arena *arena)
{
    Map lists = { .arena = arena };
    for (size_t i = site->post_count; i-- > 0;) {
        if (!str_eq(site->posts[i]->collection, STR("posts")))
            continue;
        StrList own = names(site->posts[i], arena);
        for (size_t n = 0; n < own.len; n++)
            map_put(&lists, own.items[n], NULL);
    }
    for (size_t i = 0; i < site->post_count; i++) {
        StrList own = names(site->posts[i], arena);
        for (size_t n = 0; n < own.len && map_has(&lists, own.items[n]); n++) {
            Values **slot = (Values **)(void *)map_at(&lists, own.items[n]);
            if (*slot == NULL)
                *slot = ARENA_NEW(arena, Values);
            vec_push(arena, *slot, drops_post(site->posts[i]));
        }
    }
    LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, lists.len);
    for (size_t i = 0; i < lists.len; i++)
        entries[i] = (LiquidHashEntry){ lists.entries[i].key, list_of(lists.entries[i].value, arena) };
    return liquid_hash(entries, lists.len, arena);
}

/* --- pages and files --------------------------------------------------------------------------------------------- */

static bool is_html(const SitePage *page)
{
    return page->markdown || str_eq_nocase(path_extension(page->path), STR(".html"))
           || str_at(page->url, page->url.len - 1) == '/';
}

static LiquidValue page_list(const Site *site, bool html_only, Arena *arena)
{
    Values values = { 0 };
    for (size_t i = 0; i < site->page_count; i++) {
        const SitePage *page = site->pages[i];
        if (i >= site->own_page_count && page->source == NULL) /* herald's own */
            continue;
        if (page->sound && page->collection.len == 0 && (!html_only || is_html(page)))
            vec_push(arena, &values, drops_page(page));
    }
    return list_of(&values, arena);
}

static LiquidValue file_hash(const PageFile *file, Arena *arena)
{
    LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, 5);
    Str path = arena_join(arena, STR("/"), file->name, (Str){ NULL, 0 });
    bool owned = file->collection.len > 0;

    entries[0] = (LiquidHashEntry){ STR("name"), liquid_string(path_name(path)) };
    entries[1] = (LiquidHashEntry){ STR("basename"), liquid_string(path_stem(path)) };
    entries[2] = (LiquidHashEntry){ STR("extname"), liquid_string(path_extension(path)) };
    entries[3] = (LiquidHashEntry){ STR("path"), liquid_string(path) };
    entries[4] = (LiquidHashEntry){ STR("collection"), owned ? liquid_string(file->collection) : liquid_nil() };
    return liquid_hash(entries, 5, arena);
}

static LiquidValue file_list_of(const Site *site, Arena *arena)
{
    Values values = { 0 };
    for (size_t i = 0; i < site->file_count; i++)
        vec_push(arena, &values, file_hash(&site->files[i], arena));
    return list_of(&values, arena);
}

/* --- jekyll and theme -------------------------------------------------------------------------------------------- */

/* Templates ask whether they are built for the public. */
static LiquidValue jekyll_hash(Arena *arena)
{
    LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, 2);
    entries[0] = (LiquidHashEntry){ STR("version"), liquid_string(STR("4.4.1")) };
    entries[1] = (LiquidHashEntry){ STR("environment"), liquid_string(STR("production")) };
    return liquid_hash(entries, 2, arena);
}

/* As jekyll-data has it: what the configuration says under the name of the theme. */
static LiquidValue theme_hash(const Site *site, Arena *arena)
{
    static const Str keys[] = { STR_INIT("theme"), STR_INIT("remote_theme") };
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        const Tree *theme = tree_get(site->config.tree, keys[i]);
        if (theme == NULL || theme->kind != TREE_SCALAR)
            continue;
        Str name = str_slice(path_name(theme->text), 0, str_find_char(path_name(theme->text), '@', 0));
        const Tree *values = tree_get(site->config.tree, name);
        if (values != NULL)
            return liquid_from_tree(values, arena);
    }
    return liquid_nil();
}

/* --- whole ------------------------------------------------------------------------------------------------------- */

const SiteLists *site_lists_new(const Site *site, Arena *arena)
{
    SiteLists *lists = ARENA_NEW(arena, SiteLists);
    lists->collections.arena = arena;
    lists->data = liquid_from_tree(site->data, arena);
    lists->posts = post_list(site, arena);
    lists->pages = page_list(site, false, arena);
    lists->html_pages = page_list(site, true, arena);
    lists->static_files = file_list_of(site, arena);
    lists->jekyll = jekyll_hash(arena);
    lists->theme = theme_hash(site, arena);
    if (site->jekyll) {
        lists->tags = posts_by(site, document_tags_of, arena);
        lists->categories = posts_by(site, document_categories_of, arena);
    }
    put_collections(lists, site, arena);
    return lists;
}

const SiteLists *site_lists_in(const Site *site, Arena *arena)
{
    return site->lists != NULL ? site->lists : site_lists_new(site, arena);
}

const SiteLists *site_lists(const Site *site, LiquidRender *render)
{
    return site_lists_in(site, liquid_arena(render));
}
