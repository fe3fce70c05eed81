/* lib/feed/feed.c */
#include "feed/feed.h"

#include "feed/atom.h"
#include "feed/gate.h"
#include "feed/json.h"
#include "feed/rss.h"
#include "site/channel.h"

static Str write_format(FeedFormat format, const FeedModel *feed, const FeedLinks *links, Arena *arena)
{
    if (format == FEED_ATOM)
        return atom_write(feed, links, arena);
    return format == FEED_RSS ? rss_write(feed, links, arena) : jsonfeed_write(feed, links, arena);
}

/* The address of the document of that stem in the format of `feed`, which is one of the channel's. */
static Str document_url(const Site *site, const Channel *channel, const ChannelFeed *feed, Str stem, Arena *arena)
{
    if (stem.len == 0)
        return stem;
    Str extension = str_from_offset(feed->path, channel->path.len);
    return site_absolute_url(site, arena_join(arena, stem, extension, (Str){ 0 }), arena);
}

static FeedLinks find_links(const Site *site, const Channel *channel, const FeedDocument *document,
                            const ChannelFeed *feed, Str path, Arena *arena)
{
    return (FeedLinks){ .self_url = site_absolute_url(site, path, arena),
                        .current_url = document_url(site, channel, feed, document->current, arena),
                        .prev_archive_url = document_url(site, channel, feed, document->prev_archive, arena),
                        .next_archive_url = document_url(site, channel, feed, document->next_archive, arena) };
}

static Str document_path(const Channel *channel, const FeedDocument *document, const ChannelFeed *feed, Arena *arena)
{
    if (document->current.len == 0)
        return feed->path;
    return arena_join(arena, document->stem, str_from_offset(feed->path, channel->path.len), (Str){ 0 });
}

bool feed_write_document(FeedFiles *out, const Site *site, const Channel *channel, const FeedDocument *document,
                         Arena *arena, Diags *diags)
{
    ChannelFeed feeds[CHANNEL_MAX_FEEDS];
    size_t count = site->config.url.len == 0 ? 0 : channel_feeds(feeds, channel, arena);
    FeedModel model;

    out->len = 0;
    if (count > 0)
        feed_model(&model, site, channel, document->posts, arena);
    for (size_t i = 0; i < count; i++) {
        Str path = document_path(channel, document, &feeds[i], arena);
        FeedLinks links = find_links(site, channel, document, &feeds[i], path, arena);
        model.part = document->part;
        FeedFile file = { path, feeds[i].media_type, write_format(feeds[i].format, &model, &links, arena) };
        if (!feed_passes(&file, channel, document->posts, diags)) {
            out->len = 0;
            return false;
        }
        out->items[out->len++] = file;
    }
    return true;
}

bool feed_write(FeedFiles *out, const Site *site, const Channel *channel, Arena *arena, Diags *diags)
{
    FeedPlan plan;

    feed_plan(&plan, site, channel, arena);
    return feed_write_document(out, site, channel, &plan.documents[0], arena, diags);
}
