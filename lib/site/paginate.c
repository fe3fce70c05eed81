/* lib/site/paginate.c */
#include "site/paginate.h"

#include "base/file.h"
#include "site/permalink.h"
#include "site/value.h"

static const Str none = { NULL, 0 };

static Str address(size_t number, Str first_url, Str pattern, Arena *arena)
{
    static const Str placeholder = STR_INIT(":num");
    size_t at = str_find(pattern, placeholder, 0);
    if (number == 1)
        return first_url;
    if (at == STR_NONE)
        return pattern;
    Str digits = arena_format(arena, "%zu", number);
    return arena_join(arena, str_slice(pattern, 0, at), digits, str_from_offset(pattern, at + placeholder.len));
}

size_t paginator_total(const Site *site, PostList posts)
{
    size_t size = site->config.page_size;
    return posts.len == 0 ? 1 : (posts.len + size - 1) / size;
}

const Paginator *paginator_new(const Site *site, PostList posts, size_t number, Str first_url, Str pattern)
{
    Arena *arena = site->arena;
    Paginator *paginator = ARENA_NEW(arena, Paginator);
    size_t size = site->config.page_size;
    size_t start = (number - 1) * size;

    *paginator = (Paginator){ .page = number,
                              .total_pages = paginator_total(site, posts),
                              .per_page = size,
                              .total_posts = posts.len,
                              .posts = posts.items + start,
                              .post_count = posts.len - start < size ? posts.len - start : size };
    paginator->previous_path = number > 1 ? address(number - 1, first_url, pattern, arena) : none;
    paginator->next_path = number < paginator->total_pages ? address(number + 1, first_url, pattern, arena) : none;
    return paginator;
}

/* --- jekyll-paginate --------------------------------------------------------------------------------------------- */

static Str with_slash(Str path, Arena *arena)
{
    return str_at(path, 0) == '/' ? path : arena_join(arena, STR("/"), path, none);
}

/* Whether `folder` is `path` or above it. */
static bool is_above(Str folder, Str path)
{
    return folder.len == 0
           || (str_starts_with(path, folder) && (path.len == folder.len || str_at(path, folder.len) == '/'));
}

static SitePage *find_template(const Site *site, Str pattern)
{
    Str path = str_from_offset(pattern, 1);
    SitePage *found = NULL;
    while (path.len > 0 && path.data[path.len - 1] == '/')
        path.len--;
    for (size_t i = 0; i < site->own_page_count; i++) {
        SitePage *page = site->pages[i];
        if (!page->sound || page->collection.len > 0 || !str_eq(path_name(page->path), STR("index.html"))
            || !is_above(path_folder(page->path), path_folder(path)))
            continue;
        if (found == NULL || page->path.len > found->path.len)
            found = page;
    }
    return found;
}

/* All posts but those that say `hidden: true`. */
static PostList listed_posts(const Site *site)
{
    const SitePost **list = ARENA_ARRAY(site->arena, const SitePost *, site->post_count);
    size_t count = 0;
    for (size_t i = 0; i < site->post_count; i++) {
        const SitePost *post = site->posts[i];
        const Tree *hidden = tree_get(post->post.front_matter, STR("hidden"));
        bool shown = tree_is_null(hidden) || (hidden->type == TREE_BOOL && !hidden->boolean);
        if (shown && str_eq(post->collection, STR("posts")))
            list[count++] = post;
    }
    return (PostList){ list, count };
}

static SitePage *repeat(const SitePage *template, Str url, Arena *arena)
{
    SitePage *page = ARENA_NEW(arena, SitePage);
    *page = *template;
    page->url = str_at(url, url.len - 1) == '/' ? url : arena_join(arena, url, STR("/"), none);
    page->content = none;
    page->arena = (Arena){ 0 };
    page->diags = (Diags){ .arena = &page->arena };
    page->sound = permalink_output(&page->output, page->url, arena);
    return page;
}

PageList paginate_as_jekyll(Site *site)
{
    VEC(SitePage *) pages = { 0 };
    Arena *arena = site->arena;
    Diags ignored = { .arena = arena };

    if (!site->jekyll || tree_is_null(tree_get(site->config.tree, STR("paginate"))))
        return (PageList){ NULL, 0 };
    Str path = value_text(site->config.tree, "paginate_path", STR("/page:num"), &ignored);
    Str pattern = with_slash(path, arena);
    SitePage *template = find_template(site, pattern);
    if (template == NULL)
        return (PageList){ NULL, 0 };
    PostList posts = listed_posts(site);
    size_t total = paginator_total(site, posts);
    template->paginator = paginator_new(site, posts, 1, template->url, pattern);
    for (size_t i = 2; i <= total; i++) {
        SitePage *page = repeat(template, address(i, none, pattern, arena), arena);
        page->paginator = paginator_new(site, posts, i, template->url, pattern);
        vec_push(arena, &pages, page);
    }
    return (PageList){ pages.items, pages.len };
}
