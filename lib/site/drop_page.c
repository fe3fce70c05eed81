/* lib/site/drop_page.c - pages and paginators. */
#include "base/file.h"
#include "liquid/expression.h"
#include "post/identity.h"
#include "site/document.h"
#include "site/drop_post.h"
#include "site/drops.h"
#include "site/excerpt.h"
#include "site/lists.h"
#include "text/unicode.h"

/* --- pages ------------------------------------------------------------------------------------------------------- */

static LiquidValue page_title(const void *object, LiquidRender *render)
{
    (void)render;
    Str title = ((const SitePage *)object)->title;
    return title.len == 0 ? liquid_nil() : liquid_string(title);
}

static Str own_slug(const SitePage *page, LiquidRender *render)
{
    return document_slug(page->path, drops_host_site(render)->zone);
}

static LiquidValue page_own_title(const void *object, LiquidRender *render)
{
    const SitePage *page = object;
    if (page->title.len > 0 || page->collection.len == 0)
        return page_title(object, render);
    return liquid_string(title_of_slug(own_slug(page, render), liquid_arena(render)));
}

static LiquidValue page_url(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePage *)object)->url);
}

static LiquidValue page_path(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePage *)object)->document_path);
}

static bool is_page(LiquidRender *render, const SitePage *page)
{
    LiquidValue own = liquid_variable(render, STR("page"));
    return own.type == LIQUID_DROP && own.drop.object == page;
}

/* Before it is rendered, as the author wrote it; and in Jekyll so has a page it in its own layouts. */
static LiquidValue page_content(const void *object, LiquidRender *render)
{
    const SitePage *page = object;
    if (drops_host_site(render)->jekyll && page->collection.len == 0 && is_page(render, page))
        return liquid_string(source_text(page->body));
    SiteStep rendered = page->collection.len > 0 ? SITE_DOCUMENTS_RENDERED : SITE_RENDERED;
    return liquid_string(drops_host_site(render)->step >= rendered ? page->content : source_text(page->body));
}

static LiquidValue page_layout(const void *object, LiquidRender *render)
{
    Str layout = ((const SitePage *)object)->layout;
    (void)render;
    return layout.len == 0 ? liquid_nil() : liquid_string(layout);
}

static LiquidValue page_language(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePage *)object)->language);
}

static LiquidValue page_direction(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(unicode_direction(((const SitePage *)object)->language));
}

static LiquidValue page_tag(const void *object, LiquidRender *render)
{
    (void)render;
    const SitePage *page = object;
    return page->tag == NULL ? liquid_nil() : drop_group(page->tag);
}

static LiquidValue page_redirect(const void *object, LiquidRender *render)
{
    const SitePage *page = object;
    if (page->redirect_to.len == 0)
        return liquid_nil();
    return liquid_string(site_absolute_url(drops_host_site(render), page->redirect_to, liquid_arena(render)));
}

static const DropKey page_keys[] = {
    { STR_INIT("title"), page_own_title },
    { STR_INIT("url"), page_url },
    { STR_INIT("path"), page_path },
    { STR_INIT("content"), page_content },
    { STR_INIT("layout"), page_layout },
    { STR_INIT("language"), page_language },
    { STR_INIT("direction"), page_direction },
    { STR_INIT("tag"), page_tag },
    { STR_INIT("redirect_to"), page_redirect },
};

/* --- what Jekyll has of a page, and of a document without a date -------------------------------------------------- */

static LiquidValue page_name(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(path_name(((const SitePage *)object)->path));
}

static LiquidValue page_dir(const void *object, LiquidRender *render)
{
    Str url = ((const SitePage *)object)->url;
    (void)render;
    size_t slash = str_find_last_char(url, '/');
    return liquid_string(slash == STR_NONE ? STR("/") : str_slice(url, 0, slash + 1));
}

static LiquidValue page_ext(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(path_extension(((const SitePage *)object)->path));
}

static LiquidValue page_slug(const void *object, LiquidRender *render)
{
    const SitePage *page = object;
    const Tree *given = tree_get(page->front_matter, STR("slug"));
    return tree_is_null(given) ? liquid_string(own_slug(page, render)) : liquid_from_tree(given, liquid_arena(render));
}

static LiquidValue page_id(const void *object, LiquidRender *render)
{
    Str slug = liquid_text(page_slug(object, render), render);
    return liquid_string(document_id(((const SitePage *)object)->url, slug, liquid_arena(render)));
}

static LiquidValue page_collection(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePage *)object)->collection);
}

static LiquidValue strings(StrList list, Arena *arena)
{
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, list.len);
    for (size_t i = 0; i < list.len; i++)
        items[i] = liquid_string(list.items[i]);
    return liquid_array(items, list.len, arena);
}

static LiquidValue page_tags(const void *object, LiquidRender *render)
{
    Arena *arena = liquid_arena(render);
    return strings(document_tags(((const SitePage *)object)->front_matter, arena), arena);
}

static LiquidValue page_categories(const void *object, LiquidRender *render)
{
    const SitePage *page = object;
    Arena *arena = liquid_arena(render);
    return strings(document_categories(page->front_matter, page->document_path, arena), arena);
}

static LiquidValue page_draft(const void *object, LiquidRender *render)
{
    (void)object;
    (void)render;
    return liquid_bool(false);
}

/* That of the site, where it has none: so Jekyll dates it. */
static LiquidValue page_date(const void *object, LiquidRender *render)
{
    const SitePage *page = object;
    const Site *site = drops_host_site(render);
    Date date;

    if (!document_date(&date, page->front_matter, page->path, site->zone, liquid_arena(render)))
        return liquid_get(drops_site(site), STR("time"), render);
    LiquidTime time = { .unix_s = date.unix_s,
                        .nanoseconds = date.nanoseconds,
                        .offset_s = zone_offset_s(site->zone, date.unix_s) };
    return liquid_time(time, liquid_arena(render));
}

static LiquidValue page_excerpt(const void *object, LiquidRender *render)
{
    const SitePage *page = object;
    const Site *site = drops_host_site(render);
    const Tree *given = tree_get(page->front_matter, STR("excerpt"));
    Str source;
    bool whole;

    if (!tree_is_null(given))
        return liquid_from_tree(given, liquid_arena(render));
    if (!excerpt_source(&source, &whole, site, page->front_matter, page->body, liquid_arena(render)))
        return liquid_nil();
    return liquid_string(site->step >= SITE_DOCUMENTS_RENDERED ? page->excerpt : source);
}

/* `step` 1 for the next of its collection, -1 for the one before. */
static LiquidValue neighbour(const SitePage *page, int step, LiquidRender *render)
{
    const LiquidValue *list = map_get(&site_lists(drops_host_site(render), render)->collections, page->collection);
    for (size_t i = 0; list != NULL && i < list->array->len && liquid_spend(render, 1); i++) {
        if (list->array->items[i].drop.object != page)
            continue;
        size_t other = step < 0 ? i - 1 : i + 1;
        return other < list->array->len ? list->array->items[other] : liquid_nil();
    }
    return liquid_nil();
}

static LiquidValue page_next(const void *object, LiquidRender *render)
{
    return neighbour(object, 1, render);
}

static LiquidValue page_previous(const void *object, LiquidRender *render)
{
    return neighbour(object, -1, render);
}

static const DropKey jekyll_page_keys[] = {
    { STR_INIT("url"), page_url },
    { STR_INIT("path"), page_path },
    { STR_INIT("content"), page_content },
    { STR_INIT("dir"), page_dir },
    { STR_INIT("redirect_to"), page_redirect },
};

static const DropKey document_keys[] = {
    { STR_INIT("url"), page_url },
    { STR_INIT("path"), page_path },
    { STR_INIT("relative_path"), page_path },
    { STR_INIT("content"), page_content },
    { STR_INIT("output"), page_content },
    { STR_INIT("id"), page_id },
    { STR_INIT("collection"), page_collection },
    { STR_INIT("tags"), page_tags },
    { STR_INIT("categories"), page_categories },
    { STR_INIT("next"), page_next },
    { STR_INIT("previous"), page_previous },
    { STR_INIT("redirect_to"), page_redirect },
    { STR_INIT("date"), page_date },
    { STR_INIT("excerpt"), page_excerpt },
};

/* What front matter may say otherwise. */
static const DropKey jekyll_defaults[] = {
    { STR_INIT("name"), page_name },
    { STR_INIT("slug"), page_slug },
    { STR_INIT("ext"), page_ext },
    { STR_INIT("draft"), page_draft },
};

static bool get_jekyll(LiquidValue *out, const SitePage *page, Str key, LiquidRender *render)
{
    if (page->collection.len > 0)
        return drop_lookup(out, document_keys, DROP_COUNT(document_keys), page, key, render);
    return drop_lookup(out, jekyll_page_keys, DROP_COUNT(jekyll_page_keys), page, key, render);
}

/* Of a page Jekyll knows less than of a document. */
static bool get_default(LiquidValue *out, const SitePage *page, Str key, LiquidRender *render)
{
    size_t count = page->collection.len > 0 ? DROP_COUNT(jekyll_defaults) : 1;
    return drop_lookup(out, jekyll_defaults, count, page, key, render);
}

/* In a Jekyll site front matter wins over what herald knows, but not over what Jekyll does. */
static bool get_page(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    const SitePage *page = object;
    const Tree *value = tree_get(page->front_matter, key);
    bool jekyll = drops_host_site(render)->jekyll;

    if (jekyll && get_jekyll(out, page, key, render))
        return true;
    if (!(jekyll && value != NULL) && drop_lookup(out, page_keys, DROP_COUNT(page_keys), object, key, render))
        return true;
    if (value != NULL)
        *out = liquid_from_tree(value, liquid_arena(render));
    return value != NULL || (jekyll && get_default(out, page, key, render));
}

static Str page_text(const void *object, LiquidRender *render)
{
    return page_content(object, render).string;
}

static StrList page_names(const void *object, LiquidRender *render)
{
    const SitePage *page = object;
    DropTable tables[] = { { page_keys, DROP_COUNT(page_keys) },
                           { jekyll_page_keys, DROP_COUNT(jekyll_page_keys) },
                           { jekyll_defaults, DROP_COUNT(jekyll_defaults) } };
    if (page->collection.len > 0)
        tables[1] = (DropTable){ document_keys, DROP_COUNT(document_keys) };
    size_t count = drops_host_site(render)->jekyll ? DROP_COUNT(tables) : 1;
    return drop_names(tables, count, page->front_matter, liquid_arena(render));
}

static const LiquidDropClass page_class = {
    .name = "Jekyll::Page", .get = get_page, .keys = page_names, .text = page_text
};

LiquidValue drops_page(const SitePage *page)
{
    return liquid_drop(&page_class, page);
}

static bool page_json_keys(StrList *out, const SitePage *page, bool brief, Arena *arena)
{
    static const Str keys[] = { STR_INIT("content"), STR_INIT("dir"),  STR_INIT("excerpt"),
                                STR_INIT("name"),    STR_INIT("path"), STR_INIT("url") };
    if (page->collection.len > 0)
        *out = drop_document_keys(page->front_matter, brief, arena);
    else
        *out = drop_keys_with(page->front_matter, keys, DROP_COUNT(keys), 0, arena);
    return true;
}

bool drop_json_keys(StrList *out, LiquidValue drop, bool brief, LiquidRender *render)
{
    Arena *arena = liquid_arena(render);
    const SitePost *post = drop_post_of(drop);

    if (post != NULL)
        *out = drop_document_keys(post->post.front_matter, brief, arena);
    return post != NULL || (drop.drop.class == &page_class && page_json_keys(out, drop.drop.object, brief, arena));
}

/* --- paginator --------------------------------------------------------------------------------------------------- */

static LiquidValue paginator_page(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_int((int64_t)((const Paginator *)object)->page);
}

static LiquidValue paginator_total_pages(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_int((int64_t)((const Paginator *)object)->total_pages);
}

static LiquidValue paginator_per_page(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_int((int64_t)((const Paginator *)object)->per_page);
}

static LiquidValue paginator_total_posts(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_int((int64_t)((const Paginator *)object)->total_posts);
}

static LiquidValue paginator_posts(const void *object, LiquidRender *render)
{
    const Paginator *paginator = object;
    return drop_posts(paginator->posts, paginator->post_count, liquid_arena(render));
}

static LiquidValue path_or_nil(Str path)
{
    return path.len == 0 ? liquid_nil() : liquid_string(path);
}

static LiquidValue paginator_previous_path(const void *object, LiquidRender *render)
{
    (void)render;
    return path_or_nil(((const Paginator *)object)->previous_path);
}

static LiquidValue paginator_next_path(const void *object, LiquidRender *render)
{
    (void)render;
    return path_or_nil(((const Paginator *)object)->next_path);
}

static LiquidValue paginator_previous_page(const void *object, LiquidRender *render)
{
    (void)render;
    const Paginator *paginator = object;
    return paginator->page > 1 ? liquid_int((int64_t)paginator->page - 1) : liquid_nil();
}

static LiquidValue paginator_next_page(const void *object, LiquidRender *render)
{
    (void)render;
    const Paginator *paginator = object;
    return paginator->page < paginator->total_pages ? liquid_int((int64_t)paginator->page + 1) : liquid_nil();
}

static const DropKey paginator_keys[] = {
    { STR_INIT("page"), paginator_page },
    { STR_INIT("total_pages"), paginator_total_pages },
    { STR_INIT("per_page"), paginator_per_page },
    { STR_INIT("total_posts"), paginator_total_posts },
    { STR_INIT("posts"), paginator_posts },
    { STR_INIT("previous_page_path"), paginator_previous_path },
    { STR_INIT("next_page_path"), paginator_next_path },
    { STR_INIT("previous_page"), paginator_previous_page },
    { STR_INIT("next_page"), paginator_next_page },
};

static bool get_paginator(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    return drop_lookup(out, paginator_keys, sizeof(paginator_keys) / sizeof(paginator_keys[0]), object, key, render);
}

static StrList paginator_names(const void *object, LiquidRender *render)
{
    DropTable table = { paginator_keys, DROP_COUNT(paginator_keys) };
    (void)object;
    return drop_names(&table, 1, NULL, liquid_arena(render));
}

static const LiquidDropClass paginator_class = { .name = "Paginator", .get = get_paginator, .keys = paginator_names };

LiquidValue drops_paginator(const Paginator *paginator)
{
    return paginator == NULL ? liquid_nil() : liquid_drop(&paginator_class, paginator);
}
