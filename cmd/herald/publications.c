/* cmd/herald/publications.c */
#include "publications.h"

#include <stdlib.h>

#include "base/buf.h"
#include "check/publishing.h"
#include "feed/text.h"
#include "mail/period.h"
#include "site/channel.h"

/* What is asked again and again. */
typedef struct Finder {
    const Site *site;
    Map now, before;       /* from paths, as git has them, to SitePost */
    const PostList *lists; /* the posts of each channel */
    VEC(Publication) found;
    Arena *arena;
} Finder;

static Map index_posts(const Site *site, Arena *arena)
{
    Map map = { .arena = arena };
    for (size_t i = 0; site != NULL && i < site->all_count; i++)
        map_put(&map, site_shown_path(site, site->all[i]->post.path, arena), site->all[i]);
    return map;
}

static bool is_public(const SitePost *post)
{
    return post != NULL && post->sound && post->post.status == POST_PUBLISHED;
}

static Str full_url(const Site *site, Str url, Arena *arena)
{
    return site->config.url.len > 0 ? site_absolute_url(site, url, arena) : url;
}

static void put_listed(Buf *out, Str item)
{
    buf_put(out, out->len > 0 ? STR(", ") : STR(""));
    buf_put(out, item);
}

static Str list_authors(const Post *post, Arena *arena)
{
    Buf out = { .arena = arena };
    for (size_t i = 0; i < post->author_count; i++)
        put_listed(&out, post->authors[i].name);
    return buf_str(&out);
}

static Str list_tags(const Post *post, Arena *arena)
{
    Buf out = { .arena = arena };
    for (size_t i = 0; i < post->tag_count; i++)
        put_listed(&out, post->tags[i].label);
    return buf_str(&out);
}

static Str why_held(const SitePost *post, Arena *arena)
{
    switch (post->post.status) {
    case POST_PUBLISHED:
        break;
    case POST_DRAFT:
        return STR("a draft");
    case POST_EMBARGOED:
        return STR("under an embargo");
    case POST_SCHEDULED:
        return arena_join(arena, STR("scheduled for "), feed_rfc3339(post->post.published_unix_s, arena), (Str){ 0 });
    case POST_EXPIRED:
        return STR("expired");
    }
    return (Str){ NULL, 0 };
}

/* Whether a feed of the channel has it: the newest are in it. */
static bool is_in_feed(const Finder *finder, size_t channel, const SitePost *post)
{
    const PostList *list = &finder->lists[channel];
    for (size_t i = 0; i < list->len && i < finder->site->channels[channel].limit; i++) {
        if (list->items[i] == post)
            return true;
    }
    return false;
}

static Str describe_feeds(const Channel *channel, Arena *arena)
{
    ChannelFeed feeds[CHANNEL_MAX_FEEDS];
    size_t count = channel_feeds(feeds, channel, arena);
    Buf out = { .arena = arena };

    for (size_t i = 0; i < count; i++)
        put_listed(&out, feeds[i].path);
    return channel->name.len == 0 ? buf_str(&out) : arena_join(arena, channel->name, STR(": "), buf_str(&out));
}

static Str describe_digest(const Finder *finder, const Channel *channel, const SitePost *post)
{
    PeriodKind kind = PERIOD_MONTH;

    period_kind(&kind, channel->digest_schedule);
    Period period = period_around(kind, post->post.published_unix_s, finder->site->zone, finder->arena);
    return arena_join(finder->arena, channel->name, STR(", "), period.name);
}

static void find_channels(Publication *out, const Finder *finder, const SitePost *post)
{
    const Site *site = finder->site;
    VEC(Str) feeds = { 0 }, digests = { 0 };

    for (size_t i = 0; i < site->channel_count; i++) {
        const Channel *channel = &site->channels[i];
        Arena scratch = { 0 };
        if (site->config.url.len > 0 && is_in_feed(finder, i, post))
            vec_push(finder->arena, &feeds, describe_feeds(channel, finder->arena));
        if (channel->digest && channel_selects(channel, post, &scratch))
            vec_push(finder->arena, &digests, describe_digest(finder, channel, post));
        arena_free(&scratch);
    }
    out->feeds = (StrList){ feeds.items, feeds.len };
    out->digests = (StrList){ digests.items, digests.len };
}

static void add_present(Finder *finder, Str path, const SitePost *post, const SitePost *before)
{
    Publication publication = {
        .kind = is_public(before) ? PUBLICATION_CHANGED : PUBLICATION_NEW,
        .path = path,
        .held = why_held(post, finder->arena),
        .url = full_url(finder->site, post->url, finder->arena),
        .title = post->post.title.str,
        .date = feed_rfc3339(post->post.published_unix_s, finder->arena),
        .id = post->post.id,
        .authors = list_authors(&post->post, finder->arena),
        .tags = list_tags(&post->post, finder->arena),
    };
    if (is_public(post))
        find_channels(&publication, finder, post);
    vec_push(finder->arena, &finder->found, publication);
}

static void add_gone(Finder *finder, Str path, const SitePost *before)
{
    Publication publication = {
        .kind = PUBLICATION_GONE,
        .path = path,
        .url = full_url(finder->site, before->url, finder->arena),
        .title = before->post.title.str,
    };
    vec_push(finder->arena, &finder->found, publication);
}

static void find_one(Finder *finder, const ChangedFile *file)
{
    const SitePost *post = file->kind == CHANGE_REMOVED ? NULL : map_get(&finder->now, file->path);
    const SitePost *before = file->old_path.len == 0 ? NULL : map_get(&finder->before, file->old_path);
    bool same = post == NULL || before == NULL || publishing_is_same(file, &before->post, &post->post);

    if (!same && is_public(before))
        add_gone(finder, file->old_path, before);
    before = same ? before : NULL;
    if (post != NULL && post->sound && (post->post.status == POST_PUBLISHED || !is_public(before)))
        add_present(finder, file->path, post, before);
    else if (is_public(before) && (post == NULL || post->sound))
        add_gone(finder, file->path, before);
}

static int by_path(const void *left, const void *right)
{
    const Publication *a = left;
    const Publication *b = right;
    return str_cmp(a->path, b->path);
}

Publications publications_find(const Site *site, const Site *before, const Changes *changes, Arena *arena)
{
    PostList *lists = ARENA_ARRAY(arena, PostList, site->channel_count);
    Finder finder = {
        .site = site,
        .now = index_posts(site, arena),
        .before = index_posts(before, arena),
        .lists = lists,
        .arena = arena,
    };

    for (size_t i = 0; i < site->channel_count; i++)
        lists[i] = channel_posts(site, &site->channels[i], arena);
    for (size_t i = 0; i < changes->files.len; i++)
        find_one(&finder, changes->files.items[i]);
    if (finder.found.len > 1)
        qsort(finder.found.items, finder.found.len, sizeof(finder.found.items[0]), by_path);
    return (Publications){ finder.found.items, finder.found.len };
}
