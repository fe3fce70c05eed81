/* lib/site/page.c */
#include "site/page.h"

#include "base/file.h"
#include "post/field.h"
#include "post/frontmatter.h"
#include "site/load.h"
#include "site/paginate.h"
#include "site/permalink.h"
#include "site/value.h"

static const Str none = { NULL, 0 };

/* --- a site's own pages ------------------------------------------------------------------------------------------ */

bool page_is_markdown(Str path)
{
    static const Str extensions[] = { STR_INIT(".md"), STR_INIT(".markdown"), STR_INIT(".mkdown"), STR_INIT(".mkdn"),
                                      STR_INIT(".mkd") };
    for (size_t i = 0; i < sizeof(extensions) / sizeof(extensions[0]); i++) {
        if (str_eq_nocase(path_extension(path), extensions[i]))
            return true;
    }
    return false;
}

enum { PEEK_BYTES = 8 }; /* a byte order mark, and the fence */

static bool has_front_matter(Str text)
{
    if (str_starts_with(text, STR("\xEF\xBB\xBF")))
        text = str_from_offset(text, 3);
    return str_starts_with(text, STR("---\n")) || str_starts_with(text, STR("---\r\n"));
}

/* about.md is /about/ or /about.html, index.md /, docs/index.html /docs/, feed.xml /feed.xml. */
static Str default_url(Str name, bool pretty, Arena *arena)
{
    Str stem = str_slice(name, 0, name.len - path_extension(name).len);
    bool html = page_is_markdown(name) || str_eq_nocase(path_extension(name), STR(".html"));

    if (!html)
        return permalink_encode(arena_join(arena, STR("/"), name, none), arena);
    if (str_eq(path_name(stem), STR("index"))) {
        Str folder = path_folder(stem);
        return permalink_encode(arena_join(arena, STR("/"), folder, folder.len > 0 ? STR("/") : none), arena);
    }
    return permalink_encode(arena_join(arena, STR("/"), stem, pretty ? STR("/") : STR(".html")), arena);
}

static void place_page(SitePage *page, const PageFile *file)
{
    Str name = file->name;
    Str stem = str_slice(name, 0, name.len - path_extension(name).len);
    Str permalink = value_text(page->front_matter, "permalink", file->permalink, &page->diags);
    PermalinkParts parts = { .slug = path_stem(name), .name = path_stem(name), .collection = file->collection };
    parts.path = file->collection.len == 0 ? stem : str_from_offset(stem, file->collection.len + 1);

    page->url = permalink.len == 0 ? default_url(name, file->pretty, &page->arena)
                                   : permalink_expand(permalink, &parts, page->body, &page->arena, &page->diags);
    page->sound = permalink_output(&page->output, page->url, &page->arena);
    if (!page->sound)
        diag_stop(&page->diags, "path-outside", page->body, "the address \"" STR_FMT "\" leads outside the site",
                  STR_ARG(page->url));
}

/* What `redirect_to` says, which may be a list; "" for nothing. */
static Str first_address(const Tree *front_matter)
{
    const Tree *to = tree_get(front_matter, STR("redirect_to"));
    if (to != NULL && to->kind == TREE_LIST)
        to = to->item_count > 0 ? to->items[0] : NULL;
    return to != NULL && to->kind == TREE_SCALAR && !tree_is_null(to) ? str_trim(to->text) : none;
}

static void fill_page(const Site *site, SitePage *page, const FrontMatter *matter, const PageFile *file)
{
    Str name = file->name;
    bool html = page_is_markdown(name) || str_eq_nocase(path_extension(name), STR(".html"));

    const Tree *tree = tree_merge(file->defaults, matter->tree, &page->arena);
    page->front_matter = tree;
    page->body = matter->body;
    page->title = value_text(tree, "title", none, &page->diags);
    page->layout = value_text(tree, "layout", html && !site->jekyll ? STR("page") : none, &page->diags);
    page->language = value_text(tree, "lang", site->config.language, &page->diags);
    page->language = value_text(tree, "language", page->language, &page->diags);
    page->markdown = page_is_markdown(name);
    page->listed = html;
    place_page(page, file);
    page->redirects = field_list(tree, STR("redirect_from"), &page->arena, &page->diags);
    page->redirect_to = first_address(tree);
    if (page->redirect_to.len > 0) {
        page->layout = STR("redirect");
        page->listed = false;
    }
}

static bool starts_with_front_matter(const Site *site, Str path)
{
    char start[PEEK_BYTES];
    const Overlay *overlay = site_overlay(site, path);
    if (overlay != NULL)
        return has_front_matter(overlay->text);
    return has_front_matter((Str){ start, file_peek(start, sizeof(start), path_join(site->arena, site->root, path)) });
}

/* Gives NULL for a file without front matter: it is no page. */
static SitePage *read_page(Site *site, const PageFile *file)
{
    SitePage *page = ARENA_NEW(site->arena, SitePage);
    FrontMatter matter;

    page->diags.arena = &page->arena;
    page->path = file->path;
    page->collection = file->collection;
    page->document_path = file->collection.len > 0 ? site_document_path(site, file->path) : file->path;
    if (!starts_with_front_matter(site, page->path))
        return NULL;
    page->language = site->config.language;
    if (site_read_source(&page->source, site, page->path, &page->arena, &page->diags)
        && frontmatter_read(&matter, page->source, &page->arena, &page->diags))
        fill_page(site, page, &matter, file);
    return page;
}

typedef VEC(SitePage *) Pages;

void pages_read(Site *site, const PageFile *files, size_t count)
{
    Pages pages = { 0 };
    Pages hidden = { 0 };
    VEC(PageFile) others = { 0 };

    for (size_t i = 0; i < count; i++) {
        SitePage *page = read_page(site, &files[i]);
        if (page != NULL)
            vec_push(site->arena, files[i].hidden ? &hidden : &pages, page);
        else if (!files[i].hidden)
            vec_push(site->arena, &others, files[i]);
    }
    site->hidden = hidden.items;
    site->hidden_count = hidden.len;
    site->pages = pages.items;
    site->page_count = pages.len;
    site->own_page_count = pages.len;
    site->files = others.items;
    site->file_count = others.len;
}

bool pages_have(const Site *site, Str output)
{
    for (size_t i = 0; i < site->file_count; i++) {
        if (str_eq(site->files[i].name, output))
            return true;
    }
    for (size_t i = 0; i < site->own_page_count; i++) {
        if (site->pages[i]->sound && str_eq(site->pages[i]->output, output))
            return true;
    }
    return false;
}

/* --- pages that herald makes ------------------------------------------------------------------------------------- */

typedef struct Maker {
    Site *site;
    Pages pages;
    Addresses *addresses;
} Maker;

static SitePage *make(Maker *maker, Str url, Str layout, Str title)
{
    Arena *arena = maker->site->arena;
    SitePage *page = ARENA_NEW(arena, SitePage);

    *page = (SitePage){ .title = title,
                        .url = url,
                        .layout = layout,
                        .language = maker->site->config.language,
                        .sound = true,
                        .listed = true };
    page->diags.arena = &page->arena;
    if (!permalink_output(&page->output, url, arena)
        || !addresses_take_made(maker->addresses, maker->site, page->output))
        return NULL;
    vec_push(arena, &maker->pages, page);
    return page;
}

static void make_index(Maker *maker)
{
    const Site *site = maker->site;
    PostList posts = { site->posts, site->post_count };
    size_t total = paginator_total(site, posts);

    if (map_has(&maker->addresses->files, STR("index.html")))
        return;
    for (size_t i = 1; i <= total; i++) {
        Str url = i == 1 ? STR("/") : arena_format(site->arena, "/page/%zu/", i);
        SitePage *page = make(maker, url, STR("index"), none);
        if (page != NULL)
            page->paginator = paginator_new(site, posts, i, STR("/"), STR("/page/:num/"));
    }
}

static void repeat_index(Maker *maker)
{
    PageList pages = paginate_as_jekyll(maker->site);
    for (size_t i = 0; i < pages.len; i++) {
        if (!pages.items[i]->sound || !addresses_take_made(maker->addresses, maker->site, pages.items[i]->output))
            continue;
        vec_push(maker->site->arena, &maker->pages, pages.items[i]);
    }
}

static void make_tag_pages(Maker *maker)
{
    for (size_t i = 0; i < maker->site->tag_group_count; i++) {
        const Group *group = &maker->site->tag_groups[i];
        SitePage *page = make(maker, group->url, STR("tag"), group->name);
        if (page != NULL)
            page->tag = group;
    }
}

/* A path that leads outside, or that a page or post has, is left out: check says so. */
static void make_redirect(Maker *maker, Str from, Str to, Str title)
{
    Arena *arena = maker->site->arena;

    from = permalink_encode(from, arena);
    if (str_at(from, 0) != '/')
        from = arena_join(arena, STR("/"), from, none);
    SitePage *page = make(maker, from, STR("redirect"), title);
    if (page == NULL)
        return;
    page->redirect_to = to;
    page->listed = false;
}

static void make_redirects(Maker *maker)
{
    const Site *site = maker->site;

    for (size_t i = 0; i < site->post_count; i++) {
        const SitePost *post = site->posts[i];
        for (size_t r = 0; r < post->post.redirect_count; r++)
            make_redirect(maker, post->post.redirects[r], post->url, post->post.title.str);
    }
    for (size_t i = 0; i < site->own_page_count; i++) {
        const SitePage *page = site->pages[i];
        for (size_t r = 0; page->sound && r < page->redirects.len; r++)
            make_redirect(maker, page->redirects.items[r], page->url, page->title);
    }
}

void pages_generate(Site *site, Addresses *addresses)
{
    Maker maker = { .site = site, .addresses = addresses };

    for (size_t i = site->own_page_count; i < site->page_count; i++) /* of a site that is arranged anew */
        arena_free(&site->pages[i]->arena);
    for (size_t i = 0; i < site->own_page_count; i++)
        vec_push(site->arena, &maker.pages, site->pages[i]);
    repeat_index(&maker);
    make_index(&maker);
    make_tag_pages(&maker);
    SitePage *missing = make(&maker, STR("/404.html"), STR("404"), STR("Page not found"));
    if (missing != NULL)
        missing->listed = false;
    make_redirects(&maker);
    site->pages = maker.pages.items;
    site->page_count = maker.pages.len;
}
