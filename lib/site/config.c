/* lib/site/config.c */
#include "site/config.h"

#include "base/file.h"
#include "site/value.h"
#include "text/unicode.h"

static const char *const known_keys[] = {
    "title", "description", "url",   "baseurl",  "language", "timezone",  "author",  "icon",     "logo",  "posts",
    "pages", "assets",      "feeds", "data",     "layouts",  "includes",  "output",  "markdown", "smart", "vars",
    "check", "vocabulary",  "mail",  "paginate", "kramdown", "permalink", "publish", NULL,
};
static const char *const posts_keys[] = { "path", "permalink", "liquid", "layout", NULL };
static const char *const vocabulary_keys[] = { "authors", "tags", NULL };
static const char *const mail_keys[] = { "from", "reply_to", "address", "relay", "unsubscribe", "dkim", NULL };
static const char *const dialects[] = { "gfm", "kramdown", NULL };

enum { MAX_PAGE_SIZE = 10000, DEFAULT_PAGE_SIZE = 20 };

static Str without_last_slash(Str url)
{
    while (str_at(url, url.len - 1) == '/')
        url.len--;
    return url;
}

static bool is_absolute_url(Str url)
{
    return str_starts_with(url, STR("http://")) || str_starts_with(url, STR("https://"));
}

static Str read_url(const Tree *tree, Diags *diags)
{
    Str url = value_text(tree, "url", (Str){ NULL, 0 }, diags);
    if (url.len == 0 || is_absolute_url(url))
        return without_last_slash(url);
    diag_error(diags, "config-value", tree_get(tree, STR("url"))->span,
               "\"url\" takes the site's address, beginning with https:// or http://");
    return (Str){ NULL, 0 };
}

static Str read_baseurl(const Tree *tree, Arena *arena, Diags *diags)
{
    Str baseurl = without_last_slash(value_text(tree, "baseurl", (Str){ NULL, 0 }, diags));
    if (baseurl.len == 0 || str_at(baseurl, 0) == '/')
        return baseurl;
    return arena_join(arena, STR("/"), baseurl, (Str){ NULL, 0 });
}

/* `author: Name` or Jekyll's `author: {name: Name}`. */
static Str read_author(const Tree *tree, Diags *diags)
{
    const Tree *author = tree_get(tree, STR("author"));
    if (author != NULL && author->kind == TREE_MAP)
        return value_text(author, "name", (Str){ NULL, 0 }, diags);
    return value_text(tree, "author", (Str){ NULL, 0 }, diags);
}

static void read_mail(SiteConfig *out, const Tree *tree, Diags *diags)
{
    const Tree *mail = value_map(tree, "mail", diags);
    value_check_keys(mail, mail_keys, diags);
    out->mail_from = value_text(mail, "from", (Str){ NULL, 0 }, diags);
    out->mail_reply_to = value_text(mail, "reply_to", (Str){ NULL, 0 }, diags);
    out->mail_address = value_text(mail, "address", (Str){ NULL, 0 }, diags);
}

void config_read_common(SiteConfig *out, const Tree *tree, Arena *arena, Diags *diags)
{
    Str none = { NULL, 0 };

    *out = (SiteConfig){ .tree = tree, .smart = true, .liquid = true };
    out->title = value_text(tree, "title", value_text(tree, "name", STR("News"), diags), diags);
    out->description = value_text(tree, "description", none, diags);
    out->url = read_url(tree, diags);
    out->baseurl = read_baseurl(tree, arena, diags);
    out->language = value_text(tree, "language", value_text(tree, "lang", STR("en"), diags), diags);
    out->timezone = value_text(tree, "timezone", STR("UTC"), diags);
    out->author = read_author(tree, diags);
    out->icon = value_text(tree, "icon", none, diags);
    out->logo = value_text(tree, "logo", none, diags);
    out->page_size = (size_t)value_int(tree, "paginate", DEFAULT_PAGE_SIZE, 1, MAX_PAGE_SIZE, diags);
    config_read_kramdown(&out->kramdown, tree, arena, diags);
    read_mail(out, tree, diags);
}

Str config_inner_path(const Tree *map, const char *key, Str otherwise, Arena *arena, Diags *diags)
{
    Str path = value_text(map, key, otherwise, diags);
    Str clean;
    if (path_clean(&clean, path, arena))
        return clean;
    diag_stop(diags, "path-outside", tree_get(map, str_from(key))->span, "\"%s\" leads out of the site", key);
    diag_hint(diags, "write a path that begins in the folder of the site, as " STR_FMT,
              STR_ARG(otherwise.len > 0 ? otherwise : STR("docs")));
    return otherwise;
}

void config_read(SiteConfig *out, const Tree *tree, Arena *arena, Diags *diags)
{
    config_read_common(out, tree, arena, diags);
    value_check_keys(tree, known_keys, diags);
    const Tree *posts = tree_get(tree, STR("posts"));
    if (posts != NULL && posts->kind == TREE_MAP)
        value_check_keys(posts, posts_keys, diags);
    else
        posts = NULL;
    Str permalink = value_text(tree, "permalink", STR("/news/:year/:month/:day/:slug/"), diags);
    out->permalink = value_text(posts, "permalink", permalink, diags);
    out->liquid = value_bool(posts, "liquid", true, diags);
    out->smart = value_bool(tree, "smart", true, diags);
    out->output = config_inner_path(tree, "output", STR("public"), arena, diags);
    out->dialect = value_choice(tree, "markdown", 0, dialects, diags) == 1 ? DIALECT_KRAMDOWN : DIALECT_GFM;
}

static Str posts_path(const Tree *tree, Arena *arena, Diags *diags)
{
    const Tree *posts = tree_get(tree, STR("posts"));
    if (posts != NULL && posts->kind == TREE_MAP)
        return config_inner_path(posts, "path", STR("posts"), arena, diags);
    return config_inner_path(tree, "posts", STR("posts"), arena, diags);
}

void config_paths(ConfigPaths *out, const Tree *tree, Arena *arena, Diags *diags)
{
    const Tree *vocabulary = value_map(tree, "vocabulary", diags);

    value_check_keys(vocabulary, vocabulary_keys, diags);
    *out = (ConfigPaths){
        .posts = posts_path(tree, arena, diags),
        .pages = config_inner_path(tree, "pages", STR("pages"), arena, diags),
        .assets = config_inner_path(tree, "assets", STR("assets"), arena, diags),
        .feeds = config_inner_path(tree, "feeds", STR("feeds"), arena, diags),
        .data = config_inner_path(tree, "data", STR("data"), arena, diags),
        .layouts = config_inner_path(tree, "layouts", STR("_layouts"), arena, diags),
        .includes = config_inner_path(tree, "includes", STR("_includes"), arena, diags),
        .authors = config_inner_path(vocabulary, "authors", STR("authors.yml"), arena, diags),
        .tags = config_inner_path(vocabulary, "tags", STR("tags.yml"), arena, diags),
    };
}

const Zone *config_zone(const SiteConfig *config, Arena *arena, Diags *diags)
{
    const Zone *zone = zone_open(config->timezone, arena);
    if (zone != NULL)
        return zone;
    diag_error(diags, "config-value", tree_get(config->tree, STR("timezone"))->span,
               "there is no time zone \"" STR_FMT "\"", STR_ARG(config->timezone));
    diag_hint(diags, "write a name of the IANA list, as Europe/Paris; herald goes on with UTC");
    return zone_open(STR("UTC"), arena);
}

Str url_host(Str url, Arena *arena)
{
    size_t start = str_find(url, STR("://"), 0);
    if (start == STR_NONE)
        return (Str){ NULL, 0 };
    Str rest = str_from_offset(url, start + 3);
    size_t end = 0;
    while (end < rest.len && str_at(rest, end) != '/' && str_at(rest, end) != ':' && str_at(rest, end) != '?')
        end++;
    return unicode_lower(str_slice(rest, 0, end), arena);
}
