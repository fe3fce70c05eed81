/* lib/feed/model.c */
#include "feed/model.h"

#include <inttypes.h>

#include "feed/image.h"
#include "feed/text.h"
#include "feed/value.h"
#include "markup/clean.h"
#include "markup/html.h"
#include "post/identity.h"
#include "text/sha256.h"

static const Str none = { NULL, 0 };

/* The absolute URL of a path or URL that somebody wrote; "" where it does not lead to the web. */
static Str web_url(const Site *site, Str written, Arena *arena)
{
    if (written.len == 0)
        return none;
    Str url = str_starts_with(written, STR("//")) ? url_resolve(written, site->config.url, arena)
                                                  : site_absolute_url(site, written, arena);
    return str_starts_with(url, STR("https://")) || str_starts_with(url, STR("http://")) ? url : none;
}

static Str first_of(Str a, Str b, Str c)
{
    return a.len > 0 ? a : b.len > 0 ? b : c;
}

/* --- the feed itself --------------------------------------------------------------------------------------------- */

static Str without_scheme(Str url)
{
    size_t at = str_find(url, STR("://"), 0);
    return at == STR_NONE ? url : str_from_offset(url, at + 3);
}

/* A UUID of version 8 (RFC 9562) from the site and the channel's name. Not the feed's own address, so that it may move;
 * not a tag: URI, for which a channel has no date; and not from the scheme, so that http may become https. */
static Str feed_id(const Site *site, const Channel *channel, Arena *arena)
{
    uint8_t hash[SHA256_BYTES];
    Buf out = { .arena = arena };
    Str site_name = arena_join(arena, without_scheme(site->config.url), site->config.baseurl, STR("\n"));

    sha256(hash, arena_join(arena, STR("herald channel\n"), site_name, channel->name));
    hash[6] = (uint8_t)((hash[6] & 0x0F) | 0x80); /* version */
    hash[8] = (uint8_t)((hash[8] & 0x3F) | 0x80); /* variant */
    buf_put(&out, STR("urn:uuid:"));
    for (size_t i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            buf_put_char(&out, '-');
        buf_put_format(&out, "%02x", hash[i]);
    }
    return buf_str(&out);
}

/* --- entries ----------------------------------------------------------------------------------------------------- */

/* A day without a time becomes an instant as the day of publication does: posts that were changed on one day differ,
 * and a post changed on its first day was not changed before. */
static int64_t updated_instant(const Post *post, const Zone *zone)
{
    Post changed = *post;

    if (!post->has_updated)
        return post->published_unix_s;
    changed.date = post->updated;
    int64_t updated = identity_instant(&changed, zone);
    return updated > post->published_unix_s ? updated : post->published_unix_s;
}

/* Put before each HTML id: the slug for people who read the source, the hash because two posts may have one slug. It
 * is a matter of the post alone, so that no other post can change it. */
static Str id_prefix(const Post *post, Arena *arena)
{
    return arena_format(arena, STR_FMT "-%08" PRIx32 "-", STR_ARG(post->slug), (uint32_t)str_hash(post->id));
}

/* What this rendering finds to say was said when the site was read, and posts that cannot be rendered were left out of
 * the site then: see site/body.h. */
static Str render_content(const Site *site, const SitePost *post, Str page_url, Arena *arena)
{
    Arena scratch = { 0 }, growing = { 0 };
    Diags said_before = { .arena = &scratch };
    Document document, clean;
    Buf html = { .arena = &growing };

    if (site_document(&document, site, post, &scratch, &said_before)) {
        HtmlOptions options = { .page_url = page_url, .id_prefix = id_prefix(&post->post, &scratch) };
        document_clean(&clean, &document, &scratch);
        render_html(&html, &clean, &options);
    }
    Str content = arena_copy(arena, feed_text(buf_str(&html), &scratch));
    arena_free(&growing);
    arena_free(&scratch);
    return content;
}

static void set_authors(FeedEntry *out, const Site *site, const Post *post, Arena *arena)
{
    FeedAuthor *authors = ARENA_ARRAY(arena, FeedAuthor, post->author_count);

    for (size_t i = 0; i < post->author_count; i++) {
        Str name = feed_text(post->authors[i].name, arena);
        if (name.len > 0)
            authors[out->author_count++] = (FeedAuthor){ name, web_url(site, post->authors[i].url, arena) };
    }
    out->authors = authors;
}

static void set_tags(FeedEntry *out, const Post *post, Arena *arena)
{
    Str *tags = ARENA_ARRAY(arena, Str, post->tag_count);

    for (size_t i = 0; i < post->tag_count; i++) {
        Str label = feed_text(post->tags[i].label, arena);
        if (label.len > 0)
            tags[out->tag_count++] = label;
    }
    out->tags = tags;
}

static void set_entry(FeedEntry *out, const Site *site, const Channel *channel, const SitePost *post, Arena *arena)
{
    *out = (FeedEntry){ .id = post->post.id,
                        .url = site_absolute_url(site, post->url, arena),
                        .title = feed_text(post->post.title.str, arena),
                        .summary = feed_text(post->excerpt_text, arena),
                        .published_unix_s = post->post.published_unix_s,
                        .updated_unix_s = updated_instant(&post->post, site->zone),
                        .image_url = web_url(site, post->post.image, arena) };
    if (!str_eq_nocase(post->post.language, channel->language) && language_fault(post->post.language) == NULL)
        out->language = post->post.language;
    if (channel->full_content)
        out->content_html = render_content(site, post, out->url, arena);
    set_authors(out, site, &post->post, arena);
    set_tags(out, &post->post, arena);
    if (out->image_url.len > 0)
        out->enclosure = feed_enclosure(site, out->image_url, arena);
}

/* When the newest of its entries was changed. Without entries it is the site's newest post that the feed last looked
 * at and left out: an instant that does not depend on the clock; and the epoch for a site without posts. */
static int64_t feed_updated(const FeedModel *feed, const Site *site)
{
    int64_t newest = 0;

    for (size_t i = 0; i < feed->entry_count; i++) {
        if (i == 0 || feed->entries[i].updated_unix_s > newest)
            newest = feed->entries[i].updated_unix_s;
    }
    for (size_t i = 0; feed->entry_count == 0 && i < site->post_count; i++) {
        int64_t updated = updated_instant(&site->posts[i]->post, site->zone);
        if (i == 0 || updated > newest)
            newest = updated;
    }
    return newest;
}

void feed_model(FeedModel *out, const Site *site, const Channel *channel, PostList posts, Arena *arena)
{
    const SiteConfig *config = &site->config;
    FeedEntry *entries = ARENA_ARRAY(arena, FeedEntry, posts.len);
    Str host = without_scheme(config->url);

    for (size_t i = 0; i < posts.len; i++)
        set_entry(&entries[i], site, channel, posts.items[i], arena);
    *out = (FeedModel){ .id = feed_id(site, channel, arena),
                        .title = feed_text(first_of(channel->title, config->title, host), arena),
                        .description = feed_text(channel->description, arena),
                        .language = language_fault(channel->language) == NULL ? channel->language : none,
                        .home_url = site_absolute_url(site, STR("/"), arena),
                        .icon_url = web_url(site, config->icon, arena),
                        .logo_url = web_url(site, config->logo, arena),
                        .tags_url = site_absolute_url(site, STR("/tags/"), arena),
                        .author = feed_text(first_of(config->author, config->title, host), arena),
                        .stylesheet = site_relative_url(site, STR("/assets/feed.css"), arena),
                        .hubs = channel->hubs,
                        .entries = entries,
                        .entry_count = posts.len };
    out->updated_unix_s = feed_updated(out, site);
}
