/* lib/site/drops.c - site, groups, channels. Posts and pages have their own files. */
#include "site/drops.h"

#include <stdlib.h>

#include "site/channel.h"
#include "site/drop_post.h"
#include "site/lists.h"
#include "text/unicode.h"

typedef VEC(Str) Names;

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

StrList drop_names(const DropTable *tables, size_t count, const Tree *more, Arena *arena)
{
    Names names = { 0 };
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < tables[i].count; k++)
            vec_push(arena, &names, tables[i].keys[k].name);
    }
    for (size_t i = 0; more != NULL && i < more->entry_count; i++)
        vec_push(arena, &names, more->entries[i].key.str);
    return (StrList){ names.items, names.len };
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

static StrList group_names(const void *object, LiquidRender *render)
{
    DropTable table = { group_keys, DROP_COUNT(group_keys) };
    (void)object;
    return drop_names(&table, 1, NULL, liquid_arena(render));
}

static const LiquidDropClass group_class = { .name = "Group", .get = get_group, .keys = group_names };

LiquidValue drop_group(const Group *group)
{
    return liquid_drop(&group_class, group);
}

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
    return site_lists(object, render)->posts;
}

static LiquidValue site_tag_groups(const void *object, LiquidRender *render)
{
    const Site *site = object;
    Arena *arena = liquid_arena(render);
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, site->tag_group_count);
    for (size_t i = 0; i < site->tag_group_count; i++)
        items[i] = drop_group(&site->tag_groups[i]);
    return liquid_array(items, site->tag_group_count, arena);
}

static LiquidValue site_tags(const void *object, LiquidRender *render)
{
    return ((const Site *)object)->jekyll ? site_lists(object, render)->tags : site_tag_groups(object, render);
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
    return site_lists(object, render)->data;
}

static const DropKey site_keys[] = {
    { STR_INIT("title"), site_title },
    { STR_INIT("url"), site_url },
    { STR_INIT("baseurl"), site_baseurl },
    { STR_INIT("language"), site_language },
    { STR_INIT("lang"), site_language },
    { STR_INIT("direction"), site_direction },
    { STR_INIT("author"), site_author },
    { STR_INIT("time"), site_time },
    { STR_INIT("posts"), site_posts },
    { STR_INIT("tags"), site_tags },
    { STR_INIT("tag_groups"), site_tag_groups },
    { STR_INIT("channels"), site_channels },
    { STR_INIT("data"), site_data },
};

/* --- what Jekyll has besides ------------------------------------------------------------------------------------- */

static LiquidValue site_pages(const void *object, LiquidRender *render)
{
    return site_lists(object, render)->pages;
}

/* Without a plugin: the newest others. */
static LiquidValue site_related_posts(const void *object, LiquidRender *render)
{
    enum { MAX_RELATED = 10 };
    const SitePost *self = drop_post_of(liquid_variable(render, STR("page")));
    const LiquidArray *posts = site_lists(object, render)->posts.array;
    LiquidValue *items = ARENA_ARRAY(liquid_arena(render), LiquidValue, MAX_RELATED);
    size_t count = 0;

    if (self == NULL)
        return liquid_nil();
    for (size_t i = 0; i < posts->len && count < MAX_RELATED; i++) {
        if (drop_post_of(posts->items[i]) != self)
            items[count++] = posts->items[i];
    }
    return liquid_array(items, count, liquid_arena(render));
}

static LiquidValue site_html_pages(const void *object, LiquidRender *render)
{
    return site_lists(object, render)->html_pages;
}

static LiquidValue site_documents(const void *object, LiquidRender *render)
{
    return site_lists(object, render)->documents;
}

static LiquidValue site_static_files(const void *object, LiquidRender *render)
{
    return site_lists(object, render)->static_files;
}

static LiquidValue site_categories(const void *object, LiquidRender *render)
{
    return site_lists(object, render)->categories;
}

static LiquidValue collection_hash(const Site *site, const Collection *collection, LiquidRender *render)
{
    enum { OWN_KEYS = 5 };
    Arena *arena = liquid_arena(render);
    const LiquidValue *docs = map_get(&site_lists(site, render)->collections, collection->name);
    LiquidValue settings = liquid_from_tree(collection->settings, arena);
    size_t more = settings.type == LIQUID_HASH ? settings.hash->len : 0;
    LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, OWN_KEYS + more);
    size_t len = OWN_KEYS;

    entries[0] = (LiquidHashEntry){ STR("label"), liquid_string(collection->name) };
    entries[1] = (LiquidHashEntry){ STR("files"), liquid_array(NULL, 0, arena) };
    entries[2] = (LiquidHashEntry){ STR("docs"), docs == NULL ? liquid_array(NULL, 0, arena) : *docs };
    entries[3] = (LiquidHashEntry){ STR("output"), liquid_bool(collection->output) };
    entries[4] = (LiquidHashEntry){ STR("relative_directory"), liquid_string(collection->folder) };
    for (size_t i = 0; i < more; i++) {
        if (!str_eq(settings.hash->entries[i].key, STR("output")))
            entries[len++] = settings.hash->entries[i];
    }
    return liquid_hash(entries, len, arena);
}

static int by_label(const void *left, const void *right)
{
    const Collection *const *a = left;
    const Collection *const *b = right;
    return str_cmp((*a)->name, (*b)->name);
}

static LiquidValue site_collections(const void *object, LiquidRender *render)
{
    const Site *site = object;
    Arena *arena = liquid_arena(render);
    size_t count = site->jekyll_collection_count;
    const Collection **sorted = ARENA_ARRAY(arena, const Collection *, count);
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, count);

    for (size_t i = 0; i < count; i++)
        sorted[i] = &site->jekyll_collections[i];
    if (count > 1)
        qsort(sorted, count, sizeof(sorted[0]), by_label);
    for (size_t i = 0; i < count; i++)
        items[i] = collection_hash(site, sorted[i], render);
    return liquid_array(items, count, arena);
}

static const DropKey jekyll_keys[] = {
    { STR_INIT("related_posts"), site_related_posts }, { STR_INIT("pages"), site_pages },
    { STR_INIT("html_pages"), site_html_pages },       { STR_INIT("documents"), site_documents },
    { STR_INIT("static_files"), site_static_files },   { STR_INIT("categories"), site_categories },
    { STR_INIT("collections"), site_collections },
};

static bool get_collection(LiquidValue *out, const Site *site, Str key, LiquidRender *render)
{
    const LiquidValue *list = str_eq(key, STR("posts")) ? NULL : map_get(&site_lists(site, render)->collections, key);
    if (list != NULL)
        *out = *list;
    return list != NULL;
}

/* Keys for which herald has a value where a Jekyll site says nothing: there nothing is what its templates expect. */
static bool is_as_written(Str key)
{
    static const Str keys[] = { STR_INIT("title"), STR_INIT("url"), STR_INIT("baseurl"), STR_INIT("lang") };
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (str_eq(key, keys[i]))
            return true;
    }
    return false;
}

static bool get_site(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    const Site *site = object;
    if (get_collection(out, site, key, render))
        return true;
    if (!(site->jekyll && is_as_written(key))
        && drop_lookup(out, site_keys, sizeof(site_keys) / sizeof(site_keys[0]), object, key, render))
        return true;
    if (site->jekyll
        && drop_lookup(out, jekyll_keys, sizeof(jekyll_keys) / sizeof(jekyll_keys[0]), object, key, render))
        return true;
    const Tree *value = tree_get(site->config.tree, key);
    if (value == NULL)
        value = tree_get(tree_get(site->config.tree, STR("vars")), key);
    if (value == NULL)
        return false;
    *out = liquid_from_tree(value, liquid_arena(render));
    return true;
}

static void add_names(Names *names, StrList more, Arena *arena)
{
    for (size_t i = 0; i < more.len; i++)
        vec_push(arena, names, more.items[i]);
}

static StrList site_names(const void *object, LiquidRender *render)
{
    const Site *site = object;
    Arena *arena = liquid_arena(render);
    DropTable tables[] = { { site_keys, DROP_COUNT(site_keys) }, { jekyll_keys, DROP_COUNT(jekyll_keys) } };
    Names names = { 0 };

    add_names(&names, drop_names(tables, site->jekyll ? 2 : 1, site->config.tree, arena), arena);
    add_names(&names, drop_names(NULL, 0, tree_get(site->config.tree, STR("vars")), arena), arena);
    for (size_t i = 0; i < site->jekyll_collection_count; i++)
        vec_push(arena, &names, site->jekyll_collections[i].name);
    return (StrList){ names.items, names.len };
}

static const LiquidDropClass site_class = { .name = "Jekyll::Drops::SiteDrop", .get = get_site, .keys = site_names };

LiquidValue drops_site(const Site *site)
{
    return liquid_drop(&site_class, site);
}
