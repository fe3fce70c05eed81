/* lib/jekyll/config.c */
#include "jekyll/config.h"

#include "base/file.h"
#include "site/config.h"
#include "site/value.h"

static const Str none = { NULL, 0 };
typedef VEC(JekyllCollection) Collections;

/* Styles that end in a slash: with them a page is a folder too. */
static bool is_pretty(Str permalink)
{
    return str_eq(permalink, STR("pretty")) || str_at(permalink, permalink.len - 1) == '/';
}

static Str collection_pattern(const Tree *settings, bool pretty, Diags *diags)
{
    Str otherwise = pretty ? STR("/:collection/:path/") : STR("/:collection/:path:output_ext");
    return value_text(settings, "permalink", otherwise, diags);
}

static void add_collection(Collections *list, Str name, const Tree *settings, Str folder, bool pretty, Arena *arena,
                           Diags *diags)
{
    JekyllCollection collection = { .name = name };
    collection.folder = path_join(arena, folder, arena_join(arena, STR("_"), name, none));
    collection.permalink = collection_pattern(settings, pretty, diags);
    collection.output = value_bool(settings, "output", false, diags);
    vec_push(arena, list, collection);
}

/* `collections: [a, b]`, or a mapping from names to settings. */
static void read_collections(JekyllPaths *paths, const SiteConfig *config, Arena *arena, Diags *diags)
{
    Collections list = { 0 };
    Str folder = config_inner_path(config->tree, "collections_dir", STR(""), arena, diags);
    const Tree *tree = tree_get(config->tree, STR("collections"));
    const Tree *posts = tree_get(tree, STR("posts"));

    JekyllCollection first = { .name = STR("posts"),
                               .folder = path_join(arena, folder, STR("_posts")),
                               .output = true };
    first.permalink = value_text(posts, "permalink", config->permalink, diags);
    vec_push(arena, &list, first);
    for (size_t i = 0; tree != NULL && tree->kind == TREE_LIST && i < tree->item_count; i++)
        add_collection(&list, tree->items[i]->text, NULL, folder, paths->pretty, arena, diags);
    for (size_t i = 0; tree != NULL && tree->kind == TREE_MAP && i < tree->entry_count; i++) {
        const TreeEntry *entry = &tree->entries[i];
        if (entry->value != posts)
            add_collection(&list, entry->key.str, entry->value, folder, paths->pretty, arena, diags);
    }
    paths->collections_dir = folder;
    paths->collections = list.items;
    paths->collection_count = list.len;
}

static bool is_gfm(const Tree *tree, Diags *diags)
{
    Str markdown = value_text(tree, "markdown", STR("kramdown"), diags);
    return str_eq_nocase(markdown, STR("gfm")) || str_eq_nocase(markdown, STR("commonmark"))
           || str_eq_nocase(markdown, STR("commonmarkghpages"));
}

static StrList with_defaults(StrList given, const Str *defaults, size_t count, Arena *arena)
{
    VEC(Str) list = { 0 };
    for (size_t i = 0; i < count; i++)
        vec_push(arena, &list, defaults[i]);
    for (size_t i = 0; i < given.len; i++)
        vec_push(arena, &list, given.items[i]);
    return (StrList){ list.items, list.len };
}

/* Where the output lies among what is read; "" for elsewhere. */
static Str below_source(Str output, Str source)
{
    if (source.len == 0)
        return output;
    bool below = str_starts_with(output, source) && str_at(output, source.len) == '/';
    return below ? str_from_offset(output, source.len + 1) : none;
}

void jekyll_config_read(SiteConfig *config, JekyllPaths *paths, const Tree *tree, Arena *arena, Diags *diags)
{
    /* What Jekyll 4 excludes whatever `exclude` says. */
    static const Str excluded[] = { STR_INIT("gemfiles"),     STR_INIT("Gemfile"),        STR_INIT("Gemfile.lock"),
                                    STR_INIT("node_modules"), STR_INIT("vendor/bundle/"), STR_INIT("vendor/cache/"),
                                    STR_INIT("vendor/gems/"), STR_INIT("vendor/ruby/") };
    static const Str included[] = { STR_INIT(".htaccess") };
    const Tree *vocabulary = value_map(tree, "vocabulary", diags);

    config_read_common(config, tree, arena, diags);
    config->permalink = value_text(tree, "permalink", STR("date"), diags);
    config->dialect = is_gfm(tree, diags) ? DIALECT_GFM : DIALECT_KRAMDOWN;
    config->output = config_inner_path(tree, "destination", STR("_site"), arena, diags);
    Str source = config_inner_path(tree, "source", none, arena, diags);
    *paths = (JekyllPaths){
        .source = source,
        .data = config_inner_path(tree, "data_dir", STR("_data"), arena, diags),
        .layouts = config_inner_path(tree, "layouts_dir", STR("_layouts"), arena, diags),
        .includes = config_inner_path(tree, "includes_dir", STR("_includes"), arena, diags),
        .feeds = config_inner_path(tree, "feeds", STR("feeds"), arena, diags),
        .authors = config_inner_path(vocabulary, "authors", STR("authors.yml"), arena, diags),
        .tags = config_inner_path(vocabulary, "tags", STR("tags.yml"), arena, diags),
        .destination = below_source(config->output, source),
        .pretty = is_pretty(config->permalink),
    };
    StrList given = value_list(tree, "exclude", arena, diags);
    paths->exclude = with_defaults(given, excluded, sizeof(excluded) / sizeof(excluded[0]), arena);
    paths->include = value_list(tree, "include", arena, diags);
    if (tree_get(tree, STR("include")) == NULL)
        paths->include = (StrList){ included, 1 };
    read_collections(paths, config, arena, diags);
}
