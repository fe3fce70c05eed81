/* lib/site/drops.c - site, pages, lists. Posts have their own file. */
#include "site/drops.h"

#include "site/channel.h"
#include "site/drop_post.h"
#include "text/unicode.h"

void *drops_host(const Site *site)
{
    return (void *)(uintptr_t)site; /* liquid hands it back and changes nothing */
}

const Site *drops_host_site(const LiquidRender *render)
{
    return liquid_host(render);
}

bool drop_lookup(LiquidValue *out, const DropKey *keys, size_t count, const void *object, Str key, LiquidRender *render)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(keys[i].name, key)) {
            *out = keys[i].get(object, render);
            return true;
        }
    }
    return false;
}

LiquidValue drop_posts(const SitePost *const *posts, size_t count, Arena *arena)
{
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, count);
    for (size_t i = 0; i < count; i++)
        items[i] = drops_post(posts[i]);
    return liquid_array(items, count, arena);
}

/* --- groups: tags ------------------------------------------------------------------------------------------------ */

static LiquidValue group_name(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const Group *)object)->name);
}

static LiquidValue group_slug(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const Group *)object)->slug);
}

static LiquidValue group_url(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const Group *)object)->url);
}

static LiquidValue group_size(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_int((int64_t)((const Group *)object)->post_count);
}

static LiquidValue group_posts(const void *object, LiquidRender *render)
{
    const Group *group = object;
    return drop_posts(group->posts, group->post_count, liquid_arena(render));
}

static const DropKey group_keys[] = {
    { STR_INIT("name"), group_name }, { STR_INIT("slug"), group_slug },   { STR_INIT("url"), group_url },
    { STR_INIT("size"), group_size }, { STR_INIT("posts"), group_posts },
};

static bool get_group(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    return drop_lookup(out, group_keys, sizeof(group_keys) / sizeof(group_keys[0]), object, key, render);
}

static const LiquidDropClass group_class = { .name = "Group", .get = get_group };

/* --- channels ---------------------------------------------------------------------------------------------------- */

static LiquidValue feed_hash(const Site *site, const Channel *channel, const ChannelFeed *feed, Arena *arena)
{
    LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, 4);
    entries[0] = (LiquidHashEntry){ STR("url"), liquid_string(site_relative_url(site, feed->path, arena)) };
    entries[1] = (LiquidHashEntry){ STR("type"), liquid_string(str_from(feed->media_type)) };
    entries[2] = (LiquidHashEntry){ STR("title"), liquid_string(channel->title) };
    entries[3] = (LiquidHashEntry){ STR("format"), liquid_string(str_from(feed->name)) };
    return liquid_hash(entries, 4, arena);
}

/* None where the site has no address: then no feed is written. */
static LiquidValue feeds_of(const Site *site, const Channel *channel, Arena *arena)
{
    ChannelFeed feeds[CHANNEL_MAX_FEEDS];
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, CHANNEL_MAX_FEEDS);
    size_t count = site->config.url.len == 0 ? 0 : channel_feeds(feeds, channel, arena);

    for (size_t i = 0; i < count; i++)
        items[i] = feed_hash(site, channel, &feeds[i], arena);
    return liquid_array(items, count, arena);
}

static LiquidValue channel_hash(const Site *site, const Channel *channel, Arena *arena)
{
    LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, 4);
    entries[0] = (LiquidHashEntry){ STR("name"), liquid_string(channel->name) };
    entries[1] = (LiquidHashEntry){ STR("title"), liquid_string(channel->title) };
    entries[2] = (LiquidHashEntry){ STR("description"), liquid_string(channel->description) };
    entries[3] = (LiquidHashEntry){ STR("feeds"), feeds_of(site, channel, arena) };
    return liquid_hash(entries, 4, arena);
}

/* --- site -------------------------------------------------------------------------------------------------------- */

static LiquidValue site_title(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const Site *)object)->config.title);
}

static LiquidValue site_url(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const Site *)object)->config.url);
}

static LiquidValue site_baseurl(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const Site *)object)->config.baseurl);
}

static LiquidValue site_language(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const Site *)object)->config.language);
}

static LiquidValue site_direction(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(unicode_direction(((const Site *)object)->config.language));
}

static LiquidValue site_author(const void *object, LiquidRender *render)
{
    const Site *site = object;
    const Tree *author = tree_get(site->config.tree, STR("author"));
    return author == NULL ? liquid_nil() : liquid_from_tree(author, liquid_arena(render));
}

static LiquidValue site_time(const void *object, LiquidRender *render)
{
    const Site *site = object;
    int64_t unix_s = site->post_count == 0 ? 0 : site->posts[0]->post.published_unix_s;
    LiquidTime time = { .unix_s = unix_s, .offset_s = zone_offset_s(site->zone, unix_s) };
    return liquid_time(time, liquid_arena(render));
}

static LiquidValue site_posts(const void *object, LiquidRender *render)
{
    const Site *site = object;
    for (size_t i = 0; i < site->collection_count; i++) {
        if (str_eq(site->collections[i].name, STR("posts")))
            return drop_posts(site->collections[i].posts, site->collections[i].post_count, liquid_arena(render));
    }
    return drop_posts(site->posts, site->post_count, liquid_arena(render));
}

static LiquidValue site_tags(const void *object, LiquidRender *render)
{
    const Site *site = object;
    Arena *arena = liquid_arena(render);
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, site->tag_group_count);
    for (size_t i = 0; i < site->tag_group_count; i++)
        items[i] = liquid_drop(&group_class, &site->tag_groups[i]);
    return liquid_array(items, site->tag_group_count, arena);
}

static LiquidValue site_channels(const void *object, LiquidRender *render)
{
    const Site *site = object;
    Arena *arena = liquid_arena(render);
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, site->channel_count);
    for (size_t i = 0; i < site->channel_count; i++)
        items[i] = channel_hash(site, &site->channels[i], arena);
    return liquid_array(items, site->channel_count, arena);
}

static LiquidValue site_data(const void *object, LiquidRender *render)
{
    return liquid_from_tree(((const Site *)object)->data, liquid_arena(render));
}

static const DropKey site_keys[] = {
    { STR_INIT("title"), site_title },       { STR_INIT("url"), site_url },
    { STR_INIT("baseurl"), site_baseurl },   { STR_INIT("language"), site_language },
    { STR_INIT("lang"), site_language },     { STR_INIT("direction"), site_direction },
    { STR_INIT("author"), site_author },     { STR_INIT("time"), site_time },
    { STR_INIT("posts"), site_posts },       { STR_INIT("tags"), site_tags },
    { STR_INIT("channels"), site_channels }, { STR_INIT("data"), site_data },
};

static bool get_collection(LiquidValue *out, const Site *site, Str key, LiquidRender *render)
{
    for (size_t i = 0; i < site->collection_count; i++) {
        const Group *group = &site->collections[i];
        if (str_eq(group->name, key)) {
            *out = drop_posts(group->posts, group->post_count, liquid_arena(render));
            return true;
        }
    }
    return false;
}

static bool get_site(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    const Site *site = object;
    if (drop_lookup(out, site_keys, sizeof(site_keys) / sizeof(site_keys[0]), object, key, render))
        return true;
    if (get_collection(out, site, key, render))
        return true;
    const Tree *value = tree_get(site->config.tree, key);
    if (value == NULL)
        value = tree_get(tree_get(site->config.tree, STR("vars")), key);
    if (value == NULL)
        return false;
    *out = liquid_from_tree(value, liquid_arena(render));
    return true;
}

static const LiquidDropClass site_class = { .name = "Jekyll::Drops::SiteDrop", .get = get_site };

LiquidValue drops_site(const Site *site)
{
    return liquid_drop(&site_class, site);
}

/* --- pages ------------------------------------------------------------------------------------------------------- */

static LiquidValue page_title(const void *object, LiquidRender *render)
{
    (void)render;
    Str title = ((const SitePage *)object)->title;
    return title.len == 0 ? liquid_nil() : liquid_string(title);
}

static LiquidValue page_url(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePage *)object)->url);
}

static LiquidValue page_path(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePage *)object)->path);
}

static LiquidValue page_content(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePage *)object)->content);
}

static LiquidValue page_layout(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePage *)object)->layout);
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
    return page->tag == NULL ? liquid_nil() : liquid_drop(&group_class, page->tag);
}

static LiquidValue page_redirect(const void *object, LiquidRender *render)
{
    const SitePage *page = object;
    if (page->redirect_to.len == 0)
        return liquid_nil();
    return liquid_string(site_absolute_url(drops_host_site(render), page->redirect_to, liquid_arena(render)));
}

static const DropKey page_keys[] = {
    { STR_INIT("title"), page_title },
    { STR_INIT("url"), page_url },
    { STR_INIT("path"), page_path },
    { STR_INIT("content"), page_content },
    { STR_INIT("layout"), page_layout },
    { STR_INIT("language"), page_language },
    { STR_INIT("direction"), page_direction },
    { STR_INIT("tag"), page_tag },
    { STR_INIT("redirect_to"), page_redirect },
};

static bool get_page(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    const SitePage *page = object;
    if (drop_lookup(out, page_keys, sizeof(page_keys) / sizeof(page_keys[0]), object, key, render))
        return true;
    const Tree *value = tree_get(page->front_matter, key);
    if (value == NULL)
        return false;
    *out = liquid_from_tree(value, liquid_arena(render));
    return true;
}

static const LiquidDropClass page_class = { .name = "Jekyll::Page", .get = get_page };

LiquidValue drops_page(const SitePage *page)
{
    return liquid_drop(&page_class, page);
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

static const LiquidDropClass paginator_class = { .name = "Paginator", .get = get_paginator };

LiquidValue drops_paginator(const Paginator *paginator)
{
    return paginator == NULL ? liquid_nil() : liquid_drop(&paginator_class, paginator);
}
