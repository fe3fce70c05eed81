/* cmd/herald/preview_make.c - the files of a preview. */
#include "base/buf.h"
#include "feed/feed.h"
#include "mail/digest_html.h"
#include "mail/digest_text.h"
#include "preview.h"
#include "selfcontained.h"
#include "site/build.h"
#include "site/channel.h"
#include "text/html.h"

/* For sites that do not say theirs: names that lead nowhere (RFC 2606). */
static const Str no_url = STR_INIT("https://preview.invalid"),
                 no_sender = STR_INIT("Preview <preview@preview.invalid>");

static void add(Preview *preview, const char *name, const char *what, Str bytes)
{
    preview->items[preview->len++] = (PreviewFile){ name, what, bytes };
}

/* The channel that tells of the post, with a digest if there is such a one; else one that takes everything. */
static Channel find_channel(const Site *site, const SitePost *post)
{
    const Channel *found = NULL;
    Arena scratch = { 0 };

    for (size_t i = 0; i < site->channel_count; i++) {
        const Channel *channel = &site->channels[i];
        bool better = found == NULL || (channel->digest && !found->digest);
        if (better && channel_selects(channel, post, &scratch))
            found = channel;
    }
    arena_free(&scratch);
    Channel channel = found != NULL ? *found : channel_jekyll_default(site);
    if (channel.name.len == 0)
        channel.name = STR("preview");
    if (channel.path.len == 0)
        channel.path = STR("/feed");
    channel.formats = FEED_ATOM | FEED_RSS | FEED_JSON;
    channel.exact_path = (Str){ NULL, 0 };
    channel.digest = true;
    channel.limit = 1;
    return channel;
}

static bool add_page(Preview *out, const Site *site, const SitePost *post, Arena *arena, Diags *diags)
{
    Str html;
    if (!site_render_post(&html, site, post, arena, diags))
        return false;
    add(out, "page.html", "the page", selfcontained_html(site, html, site_absolute_url(site, post->url, arena), arena));
    return true;
}

static bool add_feeds(Preview *out, const Site *site, const Channel *channel, Arena *arena, Diags *diags)
{
    static const char *const names[] = { "feed.atom", "feed.rss", "feed.json" };
    static const char *const what[] = { "the entry in an Atom feed", "in an RSS feed", "in a JSON feed" };
    FeedFiles files;

    if (!feed_write(&files, site, channel, arena, diags))
        return false;
    for (size_t i = 0; i < files.len; i++)
        add(out, names[i], what[i], files.items[i].bytes);
    return true;
}

static bool add_mail(Preview *out, const Site *site, const Channel *channel, const SitePost *post, Arena *arena,
                     Diags *diags)
{
    PeriodKind kind = PERIOD_MONTH;
    Digest digest;
    Buf message = { .arena = arena };

    period_kind(&kind, channel->digest_schedule);
    Period period = period_around(kind, post->post.published_unix_s, site->zone, arena);
    if (!digest_make(&digest, site, channel, &period, arena, diags))
        return false;
    if (digest.post_count == 0)
        return true;
    Str html = digest_html(&digest, arena);
    digest_put_message(&message, &digest, digest.settings.from.address);
    add(out, "email.html", "the mail", selfcontained_html(site, html, site->config.url, arena));
    add(out, "email.txt", "its plain text", digest_text(&digest, arena));
    add(out, "email.eml", "as a message, for a mail program", buf_str(&message));
    return true;
}

static Str make_index(const Preview *preview, const Site *site, const SitePost *post, Str held, Arena *arena)
{
    Buf out = { .arena = arena };

    buf_put_cstr(&out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Preview: ");
    html_put_text(&out, post->post.title.str);
    buf_put_cstr(&out, "</title>\n<style>body { font: 1.1rem/1.5 sans-serif; max-width: 40rem; margin: 2rem auto; "
                       "padding: 0 1rem; color-scheme: light dark } code { overflow-wrap: anywhere }</style>\n"
                       "</head>\n<body>\n<h1>");
    html_put_text(&out, post->post.title.str);
    buf_put_cstr(&out, "</h1>\n<p>A preview of <code>");
    html_put_text(&out, post->post.path);
    buf_put_cstr(&out, held.len > 0 ? "</code>, which is not published: " : "</code>");
    html_put_text(&out, held);
    buf_put_cstr(&out, ".</p>\n<p>Its address: <code>");
    html_put_text(&out, site_absolute_url(site, post->url, arena));
    buf_put_cstr(&out, "</code></p>\n<ul>\n");
    for (size_t i = 0; i < preview->len; i++)
        buf_put_format(&out, "<li><a href=\"%s\">%s</a>: %s</li>\n", preview->items[i].name, preview->items[i].name,
                       preview->items[i].what);
    buf_put_cstr(&out, "</ul>\n</body>\n</html>\n");
    return buf_str(&out);
}

bool preview_make(Preview *out, const Site *site, const SitePost *post, Str held, Arena *arena, Diags *diags)
{
    Channel channel = find_channel(site, post);
    Site addressed = *site, alone;

    *out = (Preview){ .len = 0 };
    if (addressed.config.url.len == 0)
        addressed.config.url = no_url;
    if (addressed.config.mail_from.len == 0)
        addressed.config.mail_from = no_sender;
    alone = addressed;
    alone.posts = &post;
    alone.post_count = 1;
    bool ok = add_page(out, &addressed, post, arena, diags) && add_feeds(out, &alone, &channel, arena, diags)
              && add_mail(out, &alone, &channel, post, arena, diags);
    if (ok)
        add(out, "index.html", "", make_index(out, &addressed, post, held, arena));
    return ok;
}
