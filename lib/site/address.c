/* lib/site/address.c */
#include "site/address.h"

#include "base/file.h"
#include "site/channel.h"
#include "site/page.h"
#include "site/theme.h"

/* Whoever has no place is told of by the file that is copied, if there is one. */
typedef struct Holder {
    Str name; /* for messages */
    Str file;
    Str shown; /* its address */
    Span span; /* where it is told of; without a source for what no author wrote */
    Diags *diags;
    bool *sound;
} Holder;

/* What lies in the way of `output`: another file there, a file where it needs a folder, or a folder where it is. */
static const Holder *in_the_way(const Addresses *addresses, Str output)
{
    const Holder *holder = map_get(&addresses->files, output);
    if (holder == NULL)
        holder = map_get(&addresses->folders, output);
    for (Str folder = path_folder(output); holder == NULL && folder.len > 0; folder = path_folder(folder))
        holder = map_get(&addresses->files, folder);
    return holder;
}

static void take(Addresses *addresses, Str output, const Holder *holder)
{
    map_put(&addresses->files, output, (void *)(uintptr_t)holder); /* which nobody changes */
    for (Str folder = path_folder(output); folder.len > 0; folder = path_folder(folder)) {
        if (map_has(&addresses->folders, folder))
            return;
        map_put(&addresses->folders, folder, (void *)(uintptr_t)holder);
    }
}

static void tell(const Holder *at, bool same, Str address, Str other)
{
    if (same)
        diag_stop(at->diags, "url-collision", at->span, "the address " STR_FMT " is already that of " STR_FMT,
                  STR_ARG(address), STR_ARG(other));
    else
        diag_stop(at->diags, "url-collision", at->span,
                  "the address " STR_FMT " cannot be had beside that of " STR_FMT
                  ": one would be a file, and a folder for the other",
                  STR_ARG(address), STR_ARG(other));
    if (at->span.source == NULL)
        at->diags->items[at->diags->len - 1].path = at->file;
    if (at->sound != NULL)
        *at->sound = false;
}

/* Of two files that are only copied, and all else that has no place, the site is told once. */
static bool take_or_tell(Addresses *addresses, Site *site, Str output, Holder holder)
{
    const Holder *other = in_the_way(addresses, output);
    if (other == NULL) {
        Holder *kept = ARENA_NEW(site->arena, Holder);
        *kept = holder;
        take(addresses, output, kept);
        return true;
    }
    bool is_first_time = site->lists == NULL;
    if (holder.diags != site->diags || is_first_time)
        tell(&holder, map_get(&addresses->files, output) == other, holder.shown, other->name);
    return false;
}

static Holder copied_file(const Site *site, Str path, Str output)
{
    return (Holder){ .name = path,
                     .file = site_shown_path(site, path, site->arena),
                     .shown = arena_join(site->arena, STR("/"), output, (Str){ NULL, 0 }),
                     .diags = site->diags };
}

static void take_feeds(Addresses *addresses, Site *site)
{
    if (site->config.url.len == 0)
        return;
    if (!pages_have(site, STR("sitemap.xml")))
        take_or_tell(addresses, site, STR("sitemap.xml"),
                     (Holder){ .name = STR("the sitemap"), .shown = STR("/sitemap.xml"), .diags = site->diags });
    for (size_t i = 0; i < site->channel_count; i++) {
        ChannelFeed feeds[CHANNEL_MAX_FEEDS];
        const Channel *channel = &site->channels[i];
        size_t count = channel_feeds(feeds, channel, site->arena);
        Holder holder = { .name = arena_join(site->arena, STR("the channel "), channel->name, (Str){ NULL, 0 }),
                          .span = channel_place(channel),
                          .diags = site->diags };
        for (size_t f = 0; f < count; f++) {
            Str output = str_from_offset(feeds[f].path, 1);
            holder.shown = feeds[f].path;
            if (!map_has(&addresses->files, output)) /* channels that share one have been told so */
                take_or_tell(addresses, site, output, holder);
        }
    }
}

static void take_files(Addresses *addresses, Site *site)
{
    for (size_t i = 0; i < site->file_count; i++)
        take_or_tell(addresses, site, site->files[i].name, copied_file(site, site->files[i].path, site->files[i].name));
    for (size_t i = 0; i < site->asset_files.len; i++) {
        Str output = path_join(site->arena, STR("assets"), site->asset_files.items[i]);
        Str path = path_join(site->arena, site->assets, site->asset_files.items[i]);
        take_or_tell(addresses, site, output, copied_file(site, path, output));
    }
}

static void take_theme_assets(Addresses *addresses, Site *site)
{
    for (size_t i = 0; i < theme_file_count; i++) {
        ThemeFile file = theme_file(i);
        if (!str_starts_with(file.path, STR("assets/")) || map_has(&addresses->files, file.path)
            || pages_have(site, file.path))
            continue;
        take_or_tell(addresses, site, file.path,
                     (Holder){ .name = STR("a file of the theme"), .shown = file.path, .diags = site->diags });
    }
}

static const char twin_hint[] = "give one of the two another date, file name or permalink";

static Holder holder_of(SitePost *post)
{
    const Tree *permalink = tree_get(post->post.front_matter, STR("permalink"));
    return (Holder){ .name = post->post.path,
                     .shown = post->url,
                     .span = permalink == NULL ? post->post.title.span : permalink->span,
                     .diags = &post->diags,
                     .sound = &post->sound };
}

static void take_post(Addresses *addresses, Site *site, SitePost *post)
{
    if (!take_or_tell(addresses, site, post->output, holder_of(post)))
        diag_hint(&post->diags, "%s", twin_hint);
}

void address_tell_twin(SitePost *post, const SitePost *other)
{
    Holder holder = holder_of(post);
    tell(&holder, true, post->url, other->post.path);
    diag_hint(&post->diags, "%s", twin_hint);
}

static void take_page(Addresses *addresses, Site *site, SitePage *page)
{
    const Tree *permalink = tree_get(page->front_matter, STR("permalink"));
    Holder holder = { .name = page->path,
                      .shown = page->url,
                      .span = permalink == NULL ? page->body : permalink->span,
                      .diags = &page->diags,
                      .sound = &page->sound };
    if (!take_or_tell(addresses, site, page->output, holder))
        diag_hint(&page->diags, "give one of the two another file name or permalink");
}

/* In order of paths, so that it does not depend on dates which of two posts is told. */
void addresses_take(Addresses *addresses, Site *site)
{
    addresses->files.arena = addresses->folders.arena = site->arena;
    take_feeds(addresses, site);
    take_files(addresses, site);
    take_theme_assets(addresses, site);
    for (size_t i = 0; i < site->all_count; i++) {
        if (site->all[i]->sound && site->all[i]->post.status == POST_PUBLISHED)
            take_post(addresses, site, site->all[i]);
    }
    for (size_t i = 0; i < site->own_page_count; i++) {
        if (site->pages[i]->sound)
            take_page(addresses, site, site->pages[i]);
    }
}

bool addresses_take_made(Addresses *addresses, Site *site, Str output)
{
    const Holder *other = in_the_way(addresses, output);
    if (other == NULL) {
        Holder *holder = ARENA_NEW(site->arena, Holder);
        *holder = (Holder){ .name = STR("a page that herald makes"), .diags = site->diags };
        take(addresses, output, holder);
        return true;
    }
    if (map_get(&addresses->files, output) == NULL && site->lists == NULL) {
        Holder at = *other;
        at.diags = site->diags;
        tell(&at, false, at.shown, arena_join(site->arena, STR("/"), output, STR(", which herald makes")));
    }
    return false;
}
