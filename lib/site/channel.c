/* lib/site/channel.c */
#include "site/channel.h"

#include <stdlib.h>

#include "base/file.h"
#include "site/value.h"
#include "text/unicode.h"

static const char *const known_keys[] = { "title",   "description", "language", "select", "formats", "path", "limit",
                                          "content", "archives",    "hub",      "digest", "each",    NULL };
static const char *const select_keys[] = { "tags", "authors", "type", "language", "collection", NULL };
static const char *const digest_keys[] = { "schedule", "subject", "intro", "content", NULL };
static const char *const contents[] = { "full", "excerpt", NULL };
static const char *const schedules[] = { "daily", "weekly", "monthly", NULL };
static const char *const formats[] = { "atom", "rss", "json", NULL };
static const Str none = { NULL, 0 };

enum { DEFAULT_LIMIT = 30, JEKYLL_LIMIT = 10, MAX_LIMIT = 1000000 };

static void read_formats(Channel *out, const Tree *tree, Arena *arena, Diags *diags)
{
    StrList names = value_list(tree, "formats", arena, diags);

    for (size_t i = 0; i < names.len; i++) {
        unsigned format = 0;
        for (unsigned f = 0; formats[f] != NULL; f++) {
            if (str_eq_nocase(names.items[i], str_from(formats[f])))
                format = 1u << f;
        }
        if (format == 0)
            diag_error(diags, "config-value", tree_get(tree, STR("formats"))->span,
                       "there is no feed format \"" STR_FMT "\": write atom, rss or json", STR_ARG(names.items[i]));
        out->formats |= format;
    }
    if (out->formats == 0)
        out->formats = FEED_ATOM | FEED_RSS | FEED_JSON;
}

static void read_selection(Channel *out, const Tree *tree, Arena *arena, Diags *diags)
{
    const Tree *select = value_map(tree, "select", diags);

    value_check_keys(select, select_keys, diags);
    StrList tags = value_list(select, "tags", arena, diags);
    StrList authors = value_list(select, "authors", arena, diags);
    out->tags = tags.items;
    out->tag_count = tags.len;
    out->authors = authors.items;
    out->author_count = authors.len;
    out->select_type = value_text(select, "type", none, diags);
    out->select_language = value_text(select, "language", none, diags);
    out->select_collection = value_text(select, "collection", none, diags);
}

static void read_archives(Channel *out, const Tree *tree, Diags *diags)
{
    static const char *const periods[] = { "yearly", NULL };
    const Tree *archives = tree_get(tree, STR("archives"));

    if (tree_is_null(archives))
        return;
    if (archives->type == TREE_INT)
        out->archive_size = (size_t)value_int(tree, "archives", 0, 1, MAX_LIMIT, diags);
    else
        out->archive_yearly = value_choice(tree, "archives", -1, periods, diags) == 0;
}

static void read_hubs(Channel *out, const Tree *tree, Arena *arena, Diags *diags)
{
    VEC(Str) hubs = { 0 };
    StrList written = value_list(tree, "hub", arena, diags);

    for (size_t i = 0; i < written.len; i++) {
        if (str_starts_with(written.items[i], STR("https://")) || str_starts_with(written.items[i], STR("http://"))) {
            vec_push(arena, &hubs, written.items[i]);
            continue;
        }
        diag_error(diags, "config-value", tree_get(tree, STR("hub"))->span, "\"" STR_FMT "\" is no address of a hub",
                   STR_ARG(written.items[i]));
        diag_hint(diags, "write it with https://");
    }
    out->hubs = (StrList){ hubs.items, hubs.len };
}

static void read_digest(Channel *out, const Tree *tree, Diags *diags)
{
    const Tree *digest = value_map(tree, "digest", diags);

    out->digest = digest != NULL;
    value_check_keys(digest, digest_keys, diags);
    out->digest_subject = value_text(digest, "subject", none, diags);
    int schedule = value_choice(digest, "schedule", -1, schedules, diags);
    out->digest_schedule = schedule < 0 ? none : str_from(schedules[schedule]);
    out->digest_intro = value_text(digest, "intro", none, diags);
    out->digest_full = value_choice(digest, "content", 0, contents, diags) == 0;
}

static Str read_path(const Tree *tree, Str name, Arena *arena, Diags *diags)
{
    Str path = value_text(tree, "path", none, diags);
    Str clean;

    if (path.len > 0) {
        bool rooted = str_at(path, 0) == '/';
        if (path_clean(&clean, str_from_offset(path, rooted), arena) && clean.len > 0)
            return arena_join(arena, STR("/"), clean, none);
        diag_error(diags, "path-outside", tree_get(tree, STR("path"))->span, "\"path\" must lie inside the site");
    }
    return arena_join(arena, STR("/feeds/"), name, none);
}

void channel_read(Channel *out, Str name, const Source *source, const Tree *tree, const Site *site, Arena *arena,
                  Diags *diags)
{
    *out = (Channel){ .name = name, .source = source };
    if (tree->kind != TREE_MAP && !tree_is_null(tree)) {
        diag_error(diags, "config-syntax", tree->span, "a channel is made of \"key: value\" lines");
        tree = NULL;
    }
    value_check_keys(tree, known_keys, diags);
    out->title = value_text(tree, "title", site->config.title, diags);
    out->description = value_text(tree, "description", site->config.description, diags);
    out->language = value_text(tree, "language", site->config.language, diags);
    out->path = read_path(tree, name, arena, diags);
    out->limit = (size_t)value_int(tree, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT, diags);
    out->full_content = value_choice(tree, "content", 0, contents, diags) == 0;
    read_archives(out, tree, diags);
    read_hubs(out, tree, arena, diags);
    read_formats(out, tree, arena, diags);
    read_selection(out, tree, arena, diags);
    read_digest(out, tree, diags);
}

Channel channel_jekyll_default(const Site *site)
{
    return (Channel){ .name = STR("feed"),
                      .title = site->config.title,
                      .description = site->config.description,
                      .language = site->config.language,
                      .path = STR("/feed"),
                      .exact_path = STR("/feed.xml"),
                      .formats = FEED_ATOM,
                      .limit = JEKYLL_LIMIT,
                      .full_content = true,
                      .digest_full = true };
}

size_t channel_feeds(ChannelFeed out[CHANNEL_MAX_FEEDS], const Channel *channel, Arena *arena)
{
    static const struct {
        ChannelFeed feed;
        Str extension;
    } all[CHANNEL_MAX_FEEDS] = {
        { { FEED_ATOM, { NULL, 0 }, "application/atom+xml", "Atom" }, STR_INIT(".atom") },
        { { FEED_RSS, { NULL, 0 }, "application/rss+xml", "RSS" }, STR_INIT(".rss") },
        { { FEED_JSON, { NULL, 0 }, "application/feed+json", "JSON Feed" }, STR_INIT(".json") },
    };
    bool exact = channel->exact_path.len > 0;
    unsigned wanted = exact ? FEED_ATOM : channel->formats;
    size_t count = 0;

    for (size_t i = 0; i < CHANNEL_MAX_FEEDS; i++) {
        if ((wanted & all[i].feed.format) == 0)
            continue;
        out[count] = all[i].feed;
        out[count++].path = exact ? channel->exact_path : arena_join(arena, channel->path, all[i].extension, none);
    }
    return count;
}

Span channel_place(const Channel *channel)
{
    return channel->source == NULL ? (Span){ 0 } : span_part(span_whole(channel->source), 0, 0);
}

static bool has_tag(const Channel *channel, const Post *post, Arena *scratch)
{
    for (size_t i = 0; i < channel->tag_count; i++) {
        Str wanted = unicode_fold(channel->tags[i], scratch);
        for (size_t t = 0; t < post->tag_count; t++) {
            if (str_eq(wanted, unicode_fold(post->tags[t].label, scratch)))
                return true;
        }
    }
    return channel->tag_count == 0;
}

static bool has_author(const Channel *channel, const Post *post, Arena *scratch)
{
    for (size_t i = 0; i < channel->author_count; i++) {
        Str wanted = unicode_fold(channel->authors[i], scratch);
        for (size_t a = 0; a < post->author_count; a++) {
            if (str_eq(channel->authors[i], post->authors[a].id)
                || str_eq(wanted, unicode_fold(post->authors[a].name, scratch)))
                return true;
        }
    }
    return channel->author_count == 0;
}

static bool is_wanted(Str wanted, Str value)
{
    return wanted.len == 0 || str_eq_nocase(wanted, value);
}

bool channel_selects(const Channel *channel, const SitePost *post, Arena *scratch)
{
    return is_wanted(channel->select_type, post->post.type) && is_wanted(channel->select_language, post->post.language)
           && is_wanted(channel->select_collection, post->collection) && has_tag(channel, &post->post, scratch)
           && has_author(channel, &post->post, scratch);
}

/* In feeds a day without a time stands at noon, in the lists of a Jekyll site at midnight. */
static int newest_first(const void *left, const void *right)
{
    const SitePost *a = *(const SitePost *const *)left;
    const SitePost *b = *(const SitePost *const *)right;
    if (a->post.published_unix_s != b->post.published_unix_s)
        return a->post.published_unix_s > b->post.published_unix_s ? -1 : 1;
    return str_cmp(b->post.path, a->post.path);
}

PostList channel_posts(const Site *site, const Channel *channel, Arena *arena)
{
    VEC(const SitePost *) list = { 0 };
    Arena scratch = { 0 };

    for (size_t i = 0; i < site->post_count; i++) {
        if (channel_selects(channel, site->posts[i], &scratch))
            vec_push(arena, &list, site->posts[i]);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    if (site->jekyll && list.len > 1)
        qsort(list.items, list.len, sizeof(list.items[0]), newest_first);
    return (PostList){ list.items, list.len };
}

const Channel *site_channel(const Site *site, Str name)
{
    for (size_t i = 0; i < site->channel_count; i++) {
        if (str_eq(site->channels[i].name, name))
            return &site->channels[i];
    }
    return NULL;
}
