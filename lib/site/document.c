/* lib/site/document.c */
#include "site/document.h"

#include "base/buf.h"
#include "base/file.h"
#include "text/unicode.h"

typedef VEC(Str) Names;

/* Each once, where it first stands. */
static StrList unique(const Names *names, Arena *arena)
{
    Map seen = { .arena = arena };
    Names list = { 0 };
    for (size_t i = 0; i < names->len; i++) {
        if (map_has(&seen, names->items[i]))
            continue;
        map_put(&seen, names->items[i], NULL);
        vec_push(arena, &list, names->items[i]);
    }
    return (StrList){ list.items, list.len };
}

static void add_words(Names *names, Str text, Arena *arena)
{
    size_t start = 0;
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && !char_is_space((unsigned char)text.data[i]))
            continue;
        if (i > start)
            vec_push(arena, names, str_slice(text, start, i));
        start = i + 1;
    }
}

/* Lists in lists are laid flat; TREE_MAX_DEPTH bounds them. */
static void add_items(Names *names, const Tree *list, Arena *arena)
{
    for (size_t i = 0; i < list->item_count; i++) {
        const Tree *item = list->items[i];
        if (item->kind == TREE_LIST)
            add_items(names, item, arena);
        else if (item->kind == TREE_SCALAR && !tree_is_null(item))
            vec_push(arena, names, item->text);
    }
}

static void add_plural(Names *names, const Tree *value, Arena *arena)
{
    if (value == NULL || tree_is_null(value))
        return;
    if (value->kind == TREE_LIST)
        add_items(names, value, arena);
    else if (value->kind == TREE_SCALAR && value->type == TREE_STRING)
        add_words(names, value->text, arena);
}

/* False when there is none. */
static bool add_singular(Names *names, const Tree *value, Arena *arena)
{
    if (value == NULL || tree_is_null(value))
        return false;
    if (value->kind == TREE_LIST)
        add_items(names, value, arena);
    else if (value->kind == TREE_SCALAR)
        vec_push(arena, names, value->text);
    return true;
}

StrList document_tags(const Tree *front_matter, Arena *arena)
{
    Names names = { 0 };
    if (!add_singular(&names, tree_get(front_matter, STR("tag")), arena))
        add_plural(&names, tree_get(front_matter, STR("tags")), arena);
    return (StrList){ names.items, names.len };
}

static void add_folders(Names *names, Str path, Arena *arena)
{
    size_t posts = str_find(path, STR("/_posts/"), 0);
    Str rest = posts == STR_NONE ? (Str){ NULL, 0 } : str_slice(path, 0, posts);
    for (Str folder; str_split(&folder, &rest, '/');)
        vec_push(arena, names, folder);
}

StrList document_categories(const Tree *front_matter, Str path, Arena *arena)
{
    Names names = { 0 };
    add_plural(&names, tree_get(front_matter, STR("categories")), arena);
    add_folders(&names, path, arena);
    add_singular(&names, tree_get(front_matter, STR("category")), arena);
    return unique(&names, arena);
}

StrList document_tags_of(const SitePost *post, Arena *arena)
{
    return document_tags(post->post.front_matter, arena);
}

StrList document_categories_of(const SitePost *post, Arena *arena)
{
    return document_categories(post->post.front_matter, post->document_path, arena);
}

Str document_id(Str url, Str slug, Arena *arena)
{
    while (url.len > 1 && url.data[url.len - 1] == '/')
        url.len--;
    size_t slash = str_find_last_char(url, '/');
    Str folder = slash == STR_NONE ? url : str_slice(url, 0, slash);
    return arena_join(arena, folder, STR("/"), slug);
}

Str document_category_path(const SitePost *post, Arena *arena)
{
    Buf path = { .arena = arena };
    StrList categories = document_categories_of(post, arena);
    for (size_t i = 0; i < categories.len; i++) {
        buf_put(&path, i == 0 ? STR("") : STR("/"));
        buf_put(&path, unicode_lower(categories.items[i], arena));
    }
    return buf_str(&path);
}

bool document_date(Date *out, const Tree *front_matter, Str path, const Zone *zone, Arena *arena)
{
    const Tree *given = tree_get(front_matter, STR("date"));
    Diags ignored = { .arena = arena };
    size_t rest;

    if (given != NULL && given->kind == TREE_SCALAR && !tree_is_null(given)
        && date_read(out, tree_located(given), zone, true, &ignored))
        return true;
    return date_from_file_name(out, &rest, path_stem(path), zone);
}

Str document_slug(Str path, const Zone *zone)
{
    Date date;
    size_t rest;
    Str stem = path_stem(path);
    return date_from_file_name(&date, &rest, stem, zone) ? str_from_offset(stem, rest) : stem;
}
