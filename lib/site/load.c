/* lib/site/load.c */
#include "site/load.h"

#include "base/file.h"
#include "site/channel.h"
#include "site/config.h"
#include "site/document.h"
#include "site/filters.h"
#include "site/page.h"
#include "site/permalink.h"
#include "site/template.h"
#include "text/json.h"
#include "text/yaml.h"

static const Str none = { NULL, 0 };

Site *site_new(const LoadOptions *options, Arena *arena, Diags *diags)
{
    Site *site = ARENA_NEW(arena, Site);
    *site = (Site){
        .home = options->root,
        .root = options->root,
        .arena = arena,
        .diags = diags,
        .now_unix_s = options->now_unix_s,
        .overlays = options->overlays,
        .overlay_count = options->overlay_count,
    };
    site->engine = liquid_engine_new(arena);
    filters_register(site->engine);
    if (options->extend != NULL)
        options->extend(site->engine);
    return site;
}

Str site_shown_path(const Site *site, Str path, Arena *arena)
{
    return path_join(arena, site->source, path);
}

Str site_document_path(const Site *site, Str path)
{
    Str folder = site->collections_dir;
    bool below = folder.len > 0 && str_starts_with(path, folder) && str_at(path, folder.len) == '/';
    return below ? str_from_offset(path, folder.len + 1) : path;
}

bool site_in_scope(const Site *site, Str path)
{
    const SiteScope *scope = site->scope;
    for (size_t i = 0; scope != NULL && i < scope->paths.len; i++) {
        Str at = scope->paths.items[i];
        bool below = str_starts_with(path, at) && (at.len == path.len || str_at(path, at.len) == '/');
        if (at.len == 0 || below)
            return true;
    }
    return scope == NULL;
}

const Overlay *site_overlay(const Site *site, Str path)
{
    for (size_t i = 0; i < site->overlay_count; i++) {
        if (str_eq(site->overlays[i].path, path))
            return &site->overlays[i];
    }
    return NULL;
}

bool site_read_source(const Source **out, const Site *site, Str path, Arena *arena, Diags *diags)
{
    const Overlay *overlay = site_overlay(site, path);
    Str shown = site_shown_path(site, path, arena);
    if (overlay != NULL)
        return source_take(out, overlay->text, shown, arena, diags);
    return source_read(out, path_join(arena, site->root, path), shown, arena, diags);
}

/* --- YAML files -------------------------------------------------------------------------------------------------- */

const Tree *site_read_yaml(Site *site, Str path, bool optional, const Source **source)
{
    const Tree *tree;
    const Source *read;
    bool there = site_overlay(site, path) != NULL || file_type(path_join(site->arena, site->root, path)) != FILE_NONE;

    if ((optional && !there) || !site_read_source(&read, site, path, site->arena, site->diags))
        return NULL;
    if (source != NULL)
        *source = read;
    if (str_ends_with(path, STR(".json"))) {
        Located text = { read->text, span_whole(read) };
        return json_read(&tree, text, "config-syntax", site->arena, site->diags) ? tree : NULL;
    }
    return yaml_read(&tree, span_whole(read), site->arena, site->diags) ? tree : NULL;
}

/* A configuration is looked for in the site, then where the program was started. */
static const Tree *read_config(Site *site, Str path)
{
    Site elsewhere = *site;
    if (file_type(path_join(site->arena, site->root, path)) == FILE_NONE && file_type(path) != FILE_NONE)
        elsewhere.root = none;
    const Source *source = NULL;
    const Tree *tree = site_read_yaml(&elsewhere, path, false, &source);
    if (tree == NULL || tree->kind == TREE_MAP || tree_is_null(tree))
        return tree;
    diag_stop(site->diags, "config-syntax", tree->span, "the configuration is not made of \"key: value\" lines");
    return NULL;
}

const Tree *site_read_configs(Site *site, StrList configs)
{
    const Tree *merged = NULL;
    for (size_t i = 0; i < configs.len; i++) {
        const Tree *tree = read_config(site, configs.items[i]);
        if (tree != NULL && tree->kind == TREE_MAP)
            merged = merged == NULL ? tree : tree_merge(merged, tree, site->arena);
    }
    return merged;
}

static bool is_data_file(Str path)
{
    Str extension = path_extension(path);
    return str_eq(extension, STR(".yml")) || str_eq(extension, STR(".yaml")) || str_eq(extension, STR(".json"));
}

void site_read_channels(Site *site, Str folder)
{
    StrList files;
    VEC(Channel) channels = { 0 };

    if (!file_list(&files, path_join(site->arena, site->root, folder), site->arena, site->diags))
        return;
    for (size_t i = 0; i < files.len; i++) {
        const Source *source = NULL;
        if (!is_data_file(files.items[i]))
            continue;
        const Tree *tree = site_read_yaml(site, path_join(site->arena, folder, files.items[i]), false, &source);
        if (tree == NULL)
            continue;
        Channel channel;
        channel_read(&channel, path_stem(files.items[i]), source, tree, site, site->arena, site->diags);
        vec_push(site->arena, &channels, channel);
    }
    site->channels = channels.items;
    site->channel_count = channels.len;
}

static bool shares_path(const Channel *a, const Channel *b)
{
    return str_eq(a->path, b->path) && (a->formats & b->formats) != 0;
}

static void check_channel_paths(Site *site)
{
    for (size_t i = 1; i < site->channel_count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (!shares_path(&site->channels[i], &site->channels[k]))
                continue;
            diag_stop(site->diags, "url-collision", channel_place(&site->channels[i]),
                      "the channels \"" STR_FMT "\" and \"" STR_FMT "\" write the same feed",
                      STR_ARG(site->channels[k].name), STR_ARG(site->channels[i].name));
            diag_hint(site->diags, "give one of the two another path");
        }
    }
}

void site_check_channels(Site *site)
{
    check_channel_paths(site);
    for (size_t i = 0; i < site->channel_count && site->config.url.len == 0; i++) {
        const Channel *channel = &site->channels[i];
        if (channel->source == NULL) /* nobody asked for it */
            continue;
        diag_error(site->diags, "config-value", channel_place(channel), "feeds need the address of the site");
        diag_hint(site->diags, "write url: https://... in %s", site->jekyll ? "_config.yml" : "herald.yml");
    }
}

void site_read_vocabularies(Site *site, Str authors, Str tags)
{
    const Tree *people = site_read_yaml(site, authors, true, NULL);
    const Tree *labels = site_read_yaml(site, tags, true, NULL);
    if (people != NULL)
        vocabulary_read(&site->authors, people, site->arena, site->diags);
    if (labels != NULL)
        vocabulary_read(&site->tags, labels, site->arena, site->diags);
}

/* --- posts ------------------------------------------------------------------------------------------------------- */

/* How the site's posts are read: kept, so that one can be read anew. */
struct PostReading {
    const PostFile *files; /* of site->all, in its order */
    PostContext context;
};

static Str path_below(Str path, Str collection)
{
    Str rest = path;
    Str folder;
    Str stem = str_slice(path, 0, path.len - path_extension(path).len);
    if (str_split(&folder, &rest, '/') && rest.data != NULL && str_ends_with(folder, collection))
        return str_from_offset(stem, folder.len + 1);
    return stem;
}

static void place_post(const Site *site, SitePost *post, const PostFile *file)
{
    PermalinkParts parts = {
        .civil_s = post->post.date.unix_s + zone_offset_s(site->zone, post->post.date.unix_s),
        .slug = str_trim(post->post.slug),
        .name = path_stem(post->post.path),
        .collection = file->collection,
        .path = path_below(post->post.path, file->collection),
    };
    if (site->jekyll)
        parts.categories = document_category_path(post, &post->arena);
    Span place = post->post.title.span;
    const Tree *key = tree_get(post->post.front_matter, STR("permalink"));
    Str pattern = file->permalink;
    if (post->post.permalink.len > 0) {
        pattern = post->post.permalink;
        place = key->span;
    }
    post->url = permalink_expand(pattern, &parts, place, &post->arena, &post->diags);
    if (!permalink_output(&post->output, post->url, &post->arena)) {
        diag_stop(&post->diags, "path-outside", place, "the address \"" STR_FMT "\" leads outside the site",
                  STR_ARG(post->url));
        post->sound = false;
    }
}

/* `given`: this text stands for that of its file; NULL: the file's own, or what is laid over it. */
static void read_post(Site *site, size_t i, const Str *given)
{
    const PostFile *file = &site->reading->files[i];
    const Source *source;
    SitePost *post = site->all[i];
    Arena *arena = &post->arena;

    post->diags.arena = arena;
    post->collection = file->collection;
    post->post.path = file->path;
    post->document_path = site_document_path(site, file->path);
    bool taken = given != NULL
                     ? source_take(&source, *given, site_shown_path(site, file->path, arena), arena, &post->diags)
                     : site_read_source(&source, site, file->path, arena, &post->diags);
    if (!taken)
        return;
    PostContext own = site->reading->context;
    own.layout = file->layout;
    own.defaults = file->defaults;
    post->sound = post_read(&post->post, source, file->path, &own, arena, &post->diags) && post->diags.stops == 0;
    if (post->sound)
        place_post(site, post, file);
}

static void read_one(void *site, size_t i, int worker)
{
    (void)worker;
    read_post(site, i, NULL);
}

SitePost site_replace_post(Site *site, size_t i, Str text)
{
    SitePost *post = site->all[i];
    SitePost former = *post;

    *post = (SitePost){ .newer = former.newer, .older = former.older };
    Str own = arena_copy(&post->arena, text);
    read_post(site, i, &own);
    site_find_twin(site, post);
    return former;
}

void site_read_posts(Site *site, const PostFile *files, size_t count, const LoadOptions *options)
{
    PostReading *reading = ARENA_NEW(site->arena, PostReading);
    *reading = (PostReading){
        .files = files,
        .context = { .zone = site->zone,
                     .authors = &site->authors,
                     .tags = &site->tags,
                     .host = url_host(site->config.url, site->arena),
                     .language = site->config.language,
                     .now_unix_s = options->now_unix_s,
                     .jekyll = site->jekyll,
                     .future = options->future,
                     .drafts = options->drafts },
    };
    SitePost *posts = ARENA_ARRAY(site->arena, SitePost, count);
    site->reading = reading;
    site->all = ARENA_ARRAY(site->arena, SitePost *, count);
    site->all_count = count;
    for (size_t i = 0; i < count; i++)
        site->all[i] = &posts[i];
    if (options->progress != NULL)
        atomic_store(&options->progress->stage, "reading");
    parallel_for(count, options->jobs, read_one, site, options->progress);
}

static void list_posts(Site *site, Str folder, const LoadOptions *options)
{
    StrList names;
    VEC(PostFile) files = { 0 };
    PostFile file = { .collection = STR("posts"), .permalink = site->config.permalink, .layout = STR("post") };

    if (!file_list(&names, path_join(site->arena, site->root, folder), site->arena, site->diags))
        return;
    for (size_t i = 0; i < names.len; i++) {
        file.path = path_join(site->arena, folder, names.items[i]);
        if (page_is_markdown(file.path))
            vec_push(site->arena, &files, file);
    }
    for (size_t i = 0; i < options->extra.len; i++) {
        file.path = options->extra.items[i];
        vec_push(site->arena, &files, file);
    }
    site_read_posts(site, files.items, files.len, options);
}

static void list_pages(Site *site, Str folder)
{
    StrList names;
    VEC(PageFile) files = { 0 };

    if (!file_list(&names, path_join(site->arena, site->root, folder), site->arena, site->diags))
        return;
    for (size_t i = 0; i < names.len; i++)
        vec_push(site->arena, &files,
                 (PageFile){
                     .path = path_join(site->arena, folder, names.items[i]), .name = names.items[i], .pretty = true });
    pages_read(site, files.items, files.len);
}

/* A slip in the folder's name must not look like a site from which all posts were removed. */
static void check_posts_folder(Site *site, Str folder)
{
    const Tree *posts = tree_get(site->config.tree, STR("posts"));
    const Tree *path = posts != NULL && posts->kind == TREE_MAP ? tree_get(posts, STR("path")) : posts;

    if (path == NULL || file_type(path_join(site->arena, site->root, folder)) == FILE_FOLDER)
        return;
    diag_stop(site->diags, "config-value", path->span, "there is no folder \"" STR_FMT "\"", STR_ARG(folder));
    diag_hint(site->diags, "write the name of the folder that holds the posts");
}

Site *site_load(const LoadOptions *options, Arena *arena, Diags *diags)
{
    static const Str herald_yml = STR_INIT("herald.yml");
    Site *site = site_new(options, arena, diags);
    ConfigPaths paths;
    StrList configs = options->configs;

    if (configs.len == 0 && file_type(path_join(arena, options->root, herald_yml)) != FILE_NONE)
        configs = (StrList){ &herald_yml, 1 };
    const Tree *tree = site_read_configs(site, configs);
    config_read(&site->config, tree, arena, diags);
    config_paths(&paths, tree, arena, diags);
    site->zone = config_zone(&site->config, arena, diags);
    site->data = site_read_data(site, paths.data);
    site_read_vocabularies(site, paths.authors, paths.tags);
    site_read_channels(site, paths.feeds);
    site_check_channels(site);
    templates_load(site, paths.layouts, paths.includes);
    check_posts_folder(site, paths.posts);
    list_posts(site, paths.posts, options);
    list_pages(site, paths.pages);
    site->assets = paths.assets;
    if (site->assets.len > 0)
        file_list(&site->asset_files, path_join(arena, site->root, site->assets), arena, diags);
    site_arrange(site);
    return site;
}

void site_free(Site *site)
{
    for (size_t i = 0; i < site->all_count; i++)
        arena_free(&site->all[i]->arena);
    for (size_t i = 0; i < site->page_count; i++)
        arena_free(&site->pages[i]->arena);
    for (size_t i = 0; i < site->hidden_count; i++)
        arena_free(&site->hidden[i]->arena);
}
