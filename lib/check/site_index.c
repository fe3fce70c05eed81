/* lib/check/site_index.c */
#include "check/site_index.h"

#include "base/file.h"
#include "site/channel.h"
#include "site/page.h"
#include "site/body.h"
#include "site/template.h"
#include "site/theme.h"

static const Str index_name = STR_INIT("index.html");

static void add_folders(SiteIndex *index, Str output)
{
    for (size_t i = 0; i < output.len; i++) {
        if (output.data[i] == '/')
            *map_at(&index->folders, str_slice(output, 0, i)) = index;
    }
}

static void add(SiteIndex *index, Str output, const SitePost *post, const SitePage *page)
{
    if (output.len == 0 || map_has(&index->targets, output))
        return;
    SiteTarget **slot = (SiteTarget **)map_at(&index->targets, output);
    *slot = ARENA_NEW(index->arena, SiteTarget);
    **slot = (SiteTarget){ .output = output, .post = post, .page = page, .made = page != NULL && page->source == NULL };
    add_folders(index, output);
}

static void add_posts(SiteIndex *index, const Site *site)
{
    for (size_t i = 0; i < site->all_count; i++)
        add(index, site->all[i]->output, site->all[i], NULL);
}

static void add_pages(SiteIndex *index, const Site *site)
{
    for (size_t i = 0; i < site->page_count; i++) {
        const SitePage *page = site->pages[i];
        add(index, page->output, NULL, page);
        index->whole =
            index->whole || (i < site->own_page_count && (!site->jekyll || str_eq(page->output, index_name)));
    }
}

/* What is copied as it is, the feeds, and what the theme brings. */
static void add_files(SiteIndex *index, Site *site)
{
    static const Str assets = STR_INIT("assets/");
    StrList names = { 0 };

    for (size_t i = 0; i < site->file_count; i++)
        add(index, site->files[i].name, NULL, NULL);
    if (site->assets.len > 0)
        file_list(&names, path_join(index->arena, site->root, site->assets), index->arena, site->diags);
    for (size_t i = 0; i < names.len; i++)
        add(index, arena_join(index->arena, assets, names.items[i], (Str){ NULL, 0 }), NULL, NULL);
    for (size_t i = 0; i < theme_file_count; i++) {
        if (str_starts_with(theme_file(i).path, assets))
            add(index, theme_file(i).path, NULL, NULL);
    }
    add(index, STR("sitemap.xml"), NULL, NULL);
    for (size_t i = 0; i < site->channel_count; i++) {
        ChannelFeed feeds[CHANNEL_MAX_FEEDS];
        size_t count = channel_feeds(feeds, &site->channels[i], index->arena);
        for (size_t f = 0; f < count; f++)
            add(index, str_from_offset(feeds[f].path, 1), NULL, NULL);
    }
}

/* jekyll-archives makes pages below /tag/ and /category/, or where its settings say. */
static bool has_archives(const Site *site)
{
    const Tree *plugins = tree_get(site->config.tree, STR("plugins"));
    for (size_t i = 0; plugins != NULL && plugins->kind == TREE_LIST && i < plugins->item_count; i++) {
        if (str_contains(plugins->items[i]->text, STR("archives")))
            return true;
    }
    return false;
}

bool site_index_is_others(const SiteIndex *index, Str folder)
{
    static const char *const names[] = { "tag", "tags", "category", "categories", "author", "authors" };
    for (size_t i = 0; index->archives && i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_eq(folder, str_from(names[i])))
            return true;
    }
    return false;
}

void site_index_build(SiteIndex *out, Site *site, Arena *arena)
{
    *out = (SiteIndex){ .site = site, .arena = arena, .targets = { .arena = arena }, .folders = { .arena = arena } };
    out->archives = has_archives(site);
    add_posts(out, site);
    add_pages(out, site);
    add_files(out, site);
}

static Str without_slash(Str path)
{
    while (path.len > 0 && path.data[path.len - 1] == '/')
        path.len--;
    return path;
}

SiteTarget *site_index_find(const SiteIndex *index, Str path, bool *slash)
{
    Str bare = without_slash(path);
    bool folder = bare.len != path.len || path.len == 0;

    *slash = false;
    if (!folder) {
        SiteTarget *target = map_get(&index->targets, path);
        if (target == NULL)
            target = map_get(&index->targets, arena_join(index->arena, path, STR(".html"), (Str){ NULL, 0 }));
        if (target != NULL)
            return target;
    }
    Str front = bare.len == 0 ? bare : arena_join(index->arena, bare, STR("/"), (Str){ NULL, 0 });
    *slash = !folder;
    return map_get(&index->targets, arena_join(index->arena, front, index_name, (Str){ NULL, 0 }));
}

bool site_index_has_folder(const SiteIndex *index, Str path)
{
    return map_has(&index->folders, without_slash(path));
}

/* --- the nearest ------------------------------------------------------------------------------------------------- */

/* As addresses are compared: without "index.html" and ".html" and the slash at the end. */
static Str plain_path(Str output)
{
    if (str_ends_with(output, index_name))
        output.len -= index_name.len;
    else if (str_ends_with(output, STR(".html")))
        output.len -= 5;
    return without_slash(output);
}

static Str last_name(Str path)
{
    return path_name(plain_path(path));
}

/* Of a Jekyll site the pages of tags are a plugin's affair. */
static bool is_others(const SiteIndex *index, const SiteTarget *target)
{
    return index->site->jekyll && target->made;
}

/* The only one with just this name, somewhere else: `/news/2024/05/06/a-long-name/` for the 7th. */
static const SiteTarget *find_moved(const SiteIndex *index, Str path)
{
    enum { MIN_NAME = 8 };
    Str name = last_name(path), folder = str_slice(path, 0, str_find_char(path, '/', 0));
    const SiteTarget *found = NULL;

    if (name.len < MIN_NAME || !site_index_has_folder(index, folder))
        return NULL;
    for (size_t i = 0; i < index->targets.len; i++) {
        const SiteTarget *target = index->targets.entries[i].value;
        if (is_others(index, target) || !str_eq_nocase(last_name(target->output), name))
            continue;
        if (found != NULL)
            return NULL;
        found = target;
    }
    return found;
}

const SiteTarget *site_index_nearest(const SiteIndex *index, Str path, bool file)
{
    Str wanted = plain_path(path);
    size_t limit = wanted.len < 6 ? 1 : wanted.len < 12 ? 2 : 3, best = limit + 1;
    const SiteTarget *found = NULL;

    for (size_t i = 0; i < index->targets.len; i++) {
        const SiteTarget *target = index->targets.entries[i].value;
        Str candidate = plain_path(target->output);
        bool is_file = target->post == NULL && target->page == NULL;
        /* those with other numbers are others, as the newsletters of June and July */
        if (is_file != file || is_others(index, target) || candidate.len > wanted.len + limit
            || wanted.len > candidate.len + limit || !str_same_digits(candidate, wanted))
            continue;
        size_t distance = str_distance(candidate, wanted, best - 1);
        if (distance < best && distance * 3 < wanted.len) {
            best = distance;
            found = target;
        }
    }
    return found != NULL ? found : find_moved(index, path);
}

Str site_target_url(const SiteTarget *target, Arena *arena)
{
    if (target->post != NULL)
        return target->post->url;
    if (target->page != NULL && target->page->url.len > 0)
        return target->page->url;
    return arena_join(arena, STR("/"), target->output, (Str){ NULL, 0 });
}

/* --- ids --------------------------------------------------------------------------------------------------------- */

static bool is_attribute(Str html, size_t at, Str name)
{
    return at > 0 && (char_is_space(html.data[at - 1])) && str_eq(str_slice(html, at, at + name.len), name);
}

/* `id="x"` and `name="x"`, wherever they stand in the HTML. */
static void add_ids(Map *ids, Str html)
{
    for (size_t equals = str_find_char(html, '=', 0); equals != STR_NONE;
         equals = str_find_char(html, '=', equals + 1)) {
        bool id = equals >= 3 && is_attribute(html, equals - 2, STR("id"));
        bool name = equals >= 5 && is_attribute(html, equals - 4, STR("name"));
        int quote = str_at(html, equals + 1);
        size_t start = equals + 1 + (quote == '"' || quote == '\''), end = start;
        if (!id && !name)
            continue;
        while (end < html.len && html.data[end] != (start > equals + 1 ? (char)quote : '>')
               && (start > equals + 1 || !char_is_space(html.data[end])))
            end++;
        map_put(ids, str_slice(html, start, end), ids);
    }
}

static Str content_of(const SiteIndex *index, const SiteTarget *target)
{
    bool post = target->post != NULL;
    return post ? site_post_html(index->site, target->post, index->arena) : target->page->content;
}

static const Map *ids_of(const SiteIndex *index, SiteTarget *target)
{
    if (target->ids != NULL)
        return target->ids;
    target->ids = ARENA_NEW(index->arena, Map);
    target->ids->arena = index->arena;
    add_ids(target->ids, content_of(index, target));
    Str layout = target->post != NULL ? target->post->post.layout : target->page->layout;
    for (const Layout *at = templates_layout(index->site, layout); at != NULL; at = at->parent)
        add_ids(target->ids, at->source->text);
    return target->ids;
}

bool site_target_has_id(const SiteIndex *index, SiteTarget *target, Str id)
{
    return map_has(ids_of(index, target), id);
}

Str site_target_nearest_id(const SiteIndex *index, SiteTarget *target, Str id)
{
    const Map *ids = ids_of(index, target);
    size_t limit = id.len < 5 ? 1 : id.len < 10 ? 2 : 3, best = limit + 1;
    Str found = { NULL, 0 };

    for (size_t i = 0; i < ids->len; i++) {
        size_t distance = str_distance(ids->entries[i].key, id, best - 1);
        if (distance < best) {
            best = distance;
            found = ids->entries[i].key;
        }
        if (best == 0)
            break;
    }
    return found;
}

void site_index_forget_ids(const SiteIndex *index)
{
    for (size_t i = 0; i < index->targets.len; i++) {
        SiteTarget *target = index->targets.entries[i].value;
        target->ids = NULL;
    }
}
