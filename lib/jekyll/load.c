/* lib/jekyll/load.c */
#include "jekyll/load.h"

#include "base/file.h"
#include "jekyll/config.h"
#include "jekyll/tags.h"
#include "jekyll/tree.h"
#include "site/channel.h"
#include "site/config.h"
#include "site/page.h"
#include "site/template.h"

/* Channels in the configuration come behind those of the folder and replace them by name. */
static void add_config_channels(Site *site, const Tree *tree)
{
    const Tree *channels = tree_get(tree, STR("channels"));
    VEC(Channel) all = { 0 };

    if (channels == NULL || channels->kind != TREE_MAP)
        return;
    for (size_t i = 0; i < site->channel_count; i++) {
        if (tree_get(channels, site->channels[i].name) == NULL)
            vec_push(site->arena, &all, site->channels[i]);
    }
    for (size_t i = 0; i < channels->entry_count; i++) {
        const TreeEntry *entry = &channels->entries[i];
        Channel channel;
        channel_read(&channel, entry->key.str, entry->key.span.source, entry->value, site, site->arena, site->diags);
        vec_push(site->arena, &all, channel);
    }
    site->channels = all.items;
    site->channel_count = all.len;
}

static void read_channels(Site *site, const JekyllPaths *paths)
{
    site_read_channels(site, paths->feeds);
    add_config_channels(site, site->config.tree);
}

/* jekyll-feed's, where neither channels nor a feed of the site's own stand at its address. */
static void add_default_channel(Site *site)
{
    Channel *channel = ARENA_NEW(site->arena, Channel);

    *channel = channel_jekyll_default(site);
    if (site->channel_count > 0 || pages_have(site, str_from_offset(channel->exact_path, 1)))
        return;
    site->channels = channel;
    site->channel_count = 1;
}

static void set_collections(Site *site, const JekyllPaths *paths)
{
    Collection *collections = ARENA_ARRAY(site->arena, Collection, paths->collection_count);
    const Tree *settings = tree_get(site->config.tree, STR("collections"));
    for (size_t i = 0; i < paths->collection_count; i++) {
        const JekyllCollection *from = &paths->collections[i];
        collections[i] = (Collection){ from->name, from->folder, from->output, tree_get(settings, from->name) };
    }
    site->jekyll_collections = collections;
    site->jekyll_collection_count = paths->collection_count;
}

/* A slip in the folder's name must not look like a site from which all was removed. */
static void enter_source(Site *site, Str source)
{
    site->source = source;
    site->root = path_join(site->arena, site->home, source);
    if (source.len == 0 || file_type(site->root) == FILE_FOLDER)
        return;
    diag_stop(site->diags, "config-value", tree_get(site->config.tree, STR("source"))->span,
              "there is no folder \"" STR_FMT "\"", STR_ARG(source));
    diag_hint(site->diags, "write the name of the folder that holds posts and pages");
}

Site *jekyll_load(const LoadOptions *options, Arena *arena, Diags *diags)
{
    static const Str config_yml = STR_INIT("_config.yml");
    Site *site = site_new(options, arena, diags);
    StrList configs = options->configs;
    JekyllPaths paths;
    JekyllFiles files;

    jekyll_tags_register(site->engine);
    site->jekyll = true;
    if (configs.len == 0 && file_type(path_join(arena, options->root, config_yml)) != FILE_NONE)
        configs = (StrList){ &config_yml, 1 };
    const Tree *tree = site_read_configs(site, configs);
    jekyll_config_read(&site->config, &paths, tree, arena, diags);
    enter_source(site, paths.source);
    site->collections_dir = paths.collections_dir;
    set_collections(site, &paths);
    site->zone = config_zone(&site->config, arena, diags);
    site->data = site_read_data(site, paths.data);
    site_read_vocabularies(site, paths.authors, paths.tags);
    read_channels(site, &paths);
    templates_load(site, paths.layouts, paths.includes);
    if (jekyll_list_files(&files, site, &paths, options->extra)) {
        site_read_posts(site, files.posts, files.post_count, options);
        pages_read(site, files.pages, files.page_count);
    }
    add_default_channel(site);
    site_check_channels(site);
    site_arrange(site);
    return site;
}
