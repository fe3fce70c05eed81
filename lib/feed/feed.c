/* lib/feed/feed.c */
#include "feed/feed.h"

#include "feed/atom.h"
#include "feed/json.h"
#include "feed/rss.h"
#include "site/channel.h"
#include "text/xml.h"

static Str write_format(FeedFormat format, const FeedModel *feed, Str self_url, Arena *arena)
{
    if (format == FEED_ATOM)
        return atom_write(feed, self_url, arena);
    return format == FEED_RSS ? rss_write(feed, self_url, arena) : jsonfeed_write(feed, self_url, arena);
}

bool feed_write(FeedFiles *out, const Site *site, const Channel *channel, Arena *arena, Diags *diags)
{
    ChannelFeed feeds[CHANNEL_MAX_FEEDS];
    size_t count = site->config.url.len == 0 ? 0 : channel_feeds(feeds, channel, arena);
    FeedModel model;

    out->len = 0;
    if (count > 0)
        feed_model(&model, site, channel, arena);
    for (size_t i = 0; i < count; i++) {
        Str self_url = site_absolute_url(site, feeds[i].path, arena);
        Str bytes = write_format(feeds[i].format, &model, self_url, arena);
        if (feeds[i].format != FEED_JSON && !xml_is_well_formed(bytes)) {
            out->len = 0;
            return diag_stop(diags, "feed-invalid", channel_place(channel), STR_FMT " would not be well-formed XML",
                             STR_ARG(feeds[i].path));
        }
        out->items[out->len++] = (FeedFile){ feeds[i].path, feeds[i].media_type, bytes };
    }
    return true;
}
