/* lib/site/arrange.c - which posts are published, in which order, in which groups, at which addresses. */
#include <stdlib.h>

#include "site/address.h"
#include "site/lists.h"
#include "site/load.h"
#include "site/page.h"
#include "text/unicode.h"

static int newest_first(const void *left, const void *right)
{
    const SitePost *a = *(const SitePost *const *)left;
    const SitePost *b = *(const SitePost *const *)right;
    if (a->post.published_unix_s != b->post.published_unix_s)
        return a->post.published_unix_s > b->post.published_unix_s ? -1 : 1;
    return str_cmp(b->post.path, a->post.path);
}

/* Jekyll's order, in which a day without a time is its midnight. */
static int newest_first_as_jekyll(const void *left, const void *right)
{
    const SitePost *a = *(const SitePost *const *)left;
    const SitePost *b = *(const SitePost *const *)right;
    if (a->post.date.unix_s != b->post.date.unix_s)
        return a->post.date.unix_s > b->post.date.unix_s ? -1 : 1;
    if (a->post.date.nanoseconds != b->post.date.nanoseconds)
        return a->post.date.nanoseconds > b->post.date.nanoseconds ? -1 : 1;
    return str_cmp(b->post.path, a->post.path);
}

static void choose_published(Site *site)
{
    site->posts = ARENA_ARRAY(site->arena, const SitePost *, site->all_count);
    site->post_count = 0;
    for (size_t i = 0; i < site->all_count; i++) {
        if (site->all[i]->sound && site->all[i]->post.status == POST_PUBLISHED)
            site->posts[site->post_count++] = site->all[i];
    }
    if (site->post_count > 1)
        qsort(site->posts, site->post_count, sizeof(site->posts[0]),
              site->jekyll ? newest_first_as_jekyll : newest_first);
}

typedef VEC(const SitePost *) PostVec;

typedef struct Bucket {
    Str name, slug;
    Str order; /* what groups are sorted by */
    PostVec posts;
} Bucket;

static void add_to_bucket(Map *buckets, Str key, Str name, Str slug, const SitePost *post)
{
    Bucket **slot = (Bucket **)map_at(buckets, key);
    if (*slot == NULL) {
        *slot = ARENA_NEW(buckets->arena, Bucket);
        **slot = (Bucket){ .name = name, .slug = slug, .order = key };
    }
    PostVec *posts = &(*slot)->posts;
    if (posts->len == 0 || posts->items[posts->len - 1] != post) /* two of its tags may have one slug */
        vec_push(buckets->arena, posts, post);
}

static int by_order(const void *left, const void *right)
{
    const MapEntry *a = left;
    const MapEntry *b = right;
    return str_cmp(a->key, b->key);
}

static const Group *groups_of(Map *buckets, Str url_folder, size_t *count)
{
    Arena *arena = buckets->arena;
    Group *groups = ARENA_ARRAY(arena, Group, buckets->len);
    MapEntry *entries = ARENA_ARRAY(arena, MapEntry, buckets->len);

    if (buckets->len > 0) {
        memcpy(entries, buckets->entries, buckets->len * sizeof(MapEntry));
        qsort(entries, buckets->len, sizeof(MapEntry), by_order);
    }
    for (size_t i = 0; i < buckets->len; i++) {
        const Bucket *bucket = entries[i].value;
        groups[i] = (Group){ .name = bucket->name, .slug = bucket->slug };
        groups[i].url = arena_join(arena, url_folder, bucket->slug, STR("/"));
        groups[i].posts = bucket->posts.items;
        groups[i].post_count = bucket->posts.len;
    }
    *count = buckets->len;
    return groups;
}

/* Labels whose slugs are the same share a page: C and C++ would otherwise overwrite each other's. */
static void group_tags(Site *site)
{
    Map buckets = { .arena = site->arena };
    for (size_t i = 0; i < site->post_count; i++) {
        const Post *post = &site->posts[i]->post;
        for (size_t t = 0; t < post->tag_count; t++)
            add_to_bucket(&buckets, post->tags[t].slug, post->tags[t].label, post->tags[t].slug, site->posts[i]);
    }
    site->tag_groups = groups_of(&buckets, STR("/tags/"), &site->tag_group_count);
}

static void group_collections(Site *site)
{
    Map buckets = { .arena = site->arena };
    for (size_t i = 0; i < site->post_count; i++) {
        Str name = site->posts[i]->collection;
        add_to_bucket(&buckets, name, name, name, site->posts[i]);
    }
    site->collections = groups_of(&buckets, STR("/"), &site->collection_count);
}

/* The index gives the posts as ours to change, which the site shows as immutable. */
static void link_neighbours(const Site *site, const Map *index)
{
    for (size_t c = 0; c < site->collection_count; c++) {
        const Group *group = &site->collections[c];
        for (size_t i = 0; i < group->post_count; i++) {
            SitePost *post = map_get(index, group->posts[i]->post.path);
            post->newer = i > 0 ? group->posts[i - 1] : NULL;
            post->older = i + 1 < group->post_count ? group->posts[i + 1] : NULL;
        }
    }
}

static void tell_twin_id(SitePost *post, const SitePost *holder)
{
    const Tree *key = tree_get(post->post.front_matter, STR("id"));

    diag_stop(&post->diags, "id-duplicate", key == NULL ? post->post.title.span : key->span,
              "the id is already that of " STR_FMT, STR_ARG(holder->post.path));
    diag_hint(&post->diags, key == NULL ? "write an id of its own, or give the file another name"
                                        : "give each post an id of its own, or none: herald then makes one from "
                                          "date and file name");
    post->sound = false;
}

/* Feed readers know an entry by its id alone: of two with one id they show one. */
static void find_twin_ids(Site *site)
{
    Map ids = { .arena = site->arena };

    for (size_t i = 0; i < site->all_count; i++) {
        SitePost *post = site->all[i];
        if (!post->sound || post->post.status != POST_PUBLISHED)
            continue;
        const SitePost *holder = map_get(&ids, post->post.id);
        if (holder == NULL) {
            map_put(&ids, post->post.id, post);
            continue;
        }
        tell_twin_id(post, holder);
    }
}

/* As the whole site would: of two posts, the later by its path is told. */
void site_find_twin(const Site *site, SitePost *post)
{
    if (post->post.status != POST_PUBLISHED)
        return;
    for (size_t i = 0; i < site->all_count && post->sound; i++) {
        const SitePost *other = site->all[i];
        if (!other->sound || other->post.status != POST_PUBLISHED || str_cmp(other->post.path, post->post.path) >= 0)
            continue;
        if (str_eq(other->output, post->output))
            address_tell_twin(post, other);
        else if (str_eq(other->post.id, post->post.id))
            tell_twin_id(post, other);
    }
}

void site_arrange(Site *site)
{
    Map index = { .arena = site->arena };
    Addresses addresses = { 0 };

    for (size_t i = 0; i < site->all_count; i++)
        map_put(&index, site->all[i]->post.path, site->all[i]);
    addresses_take(&addresses, site);
    find_twin_ids(site);
    choose_published(site);
    group_tags(site);
    group_collections(site);
    link_neighbours(site, &index);
    pages_generate(site, &addresses);
    site->lists = site_lists_new(site, site->arena);
}
