/* lib/feed/feed.c */
#include "feed/feed.h"

#include "feed/atom.h"
#include "feed/json.h"
#include "feed/rss.h"
#include "text/xml.h"

typedef struct Format {
    FeedFormat bit; /* of Channel.formats */
    Str extension;
    const char *media_type;
    Str (*write)(const FeedModel *feed, Str self_url, Arena *arena);
    bool xml;
} Format;

static const Format formats[FEED_FORMATS] = {
    { FEED_ATOM, STR_INIT(".atom"), "application/atom+xml", atom_write, true },
    { FEED_RSS, STR_INIT(".rss"), "application/rss+xml", rss_write, true },
    { FEED_JSON, STR_INIT(".json"), "application/feed+json", jsonfeed_write, false },
};

static Span channel_place(const Channel *channel)
{
    return channel->source == NULL ? (Span){ 0 } : span_part(span_whole(channel->source), 0, 0);
}

static bool write_one(FeedFiles *out, const Format *format, Str path, const FeedModel *feed, const Site *site,
                      Arena *arena)
{
    Str bytes = format->write(feed, site_absolute_url(site, path, arena), arena);

    if (format->xml && !xml_is_well_formed(bytes))
        return false;
    out->items[out->len++] = (FeedFile){ path, format->media_type, bytes };
    return true;
}

bool feed_write(FeedFiles *out, const Site *site, const Channel *channel, Arena *arena, Diags *diags)
{
    bool exact = channel->exact_path.len > 0;
    unsigned wanted = exact ? FEED_ATOM : channel->formats;
    FeedModel feed;

    out->len = 0;
    if (site->config.url.len == 0)
        return diag_error(diags, "config-value", channel_place(channel), "feeds need the site's address: set url in %s",
                          site->jekyll ? "_config.yml" : "herald.yml");
    feed_model(&feed, site, channel, arena);
    for (size_t i = 0; i < FEED_FORMATS; i++) {
        if ((wanted & formats[i].bit) == 0)
            continue;
        Str path = exact ? channel->exact_path : arena_join(arena, channel->path, formats[i].extension, (Str){ 0 });
        if (!write_one(out, &formats[i], path, &feed, site, arena)) {
            out->len = 0;
            return diag_stop(diags, "feed-invalid", channel_place(channel), STR_FMT " would not be well-formed XML",
                             STR_ARG(path));
        }
    }
    return true;
}
