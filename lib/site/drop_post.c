/* lib/site/drop_post.c */
#include "site/drop_post.h"

#include "base/file.h"
#include "site/document.h"
#include "site/drops.h"
#include "site/excerpt.h"
#include "text/unicode.h"

static const Post *post_of(const void *object)
{
    return &((const SitePost *)object)->post;
}

static LiquidValue text_or_nil(Str text)
{
    return text.len == 0 ? liquid_nil() : liquid_string(text);
}

static LiquidValue get_title(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(post_of(object)->title.str);
}

static LiquidValue get_subtitle(const void *object, LiquidRender *render)
{
    (void)render;
    return text_or_nil(post_of(object)->subtitle);
}

static LiquidValue get_url(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePost *)object)->url);
}

static LiquidValue get_path(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePost *)object)->document_path);
}

static LiquidValue get_slug(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(post_of(object)->slug);
}

static LiquidValue get_id(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(post_of(object)->id);
}

static bool is_rendered(LiquidRender *render)
{
    return drops_host_site(render)->step >= SITE_POSTS_RENDERED;
}

/* Before it is rendered, as the author wrote it. */
static LiquidValue get_content(const void *object, LiquidRender *render)
{
    return liquid_string(is_rendered(render) ? ((const SitePost *)object)->content_html
                                             : source_text(post_of(object)->body));
}

/* The first paragraph, as the author wrote it. */
static Str raw_excerpt(const Post *post)
{
    Str body = str_trim(source_text(post->body));
    return str_slice(body, 0, str_find(body, STR("\n\n"), 0));
}

static LiquidValue get_summary(const void *object, LiquidRender *render)
{
    const Post *post = post_of(object);
    if (is_rendered(render))
        return liquid_string(((const SitePost *)object)->excerpt_text);
    return liquid_string(post->excerpt.len > 0 ? post->excerpt : raw_excerpt(post));
}

/* In a Jekyll site as Jekyll has it: what front matter gives as it stands, else HTML. */
static LiquidValue get_excerpt(const void *object, LiquidRender *render)
{
    const SitePost *post = object;
    if (!drops_host_site(render)->jekyll)
        return get_summary(object, render);
    const Tree *given = tree_get(post->post.front_matter, STR("excerpt"));
    if (!tree_is_null(given))
        return liquid_from_tree(given, liquid_arena(render));
    Str source;
    bool whole;
    if (!excerpt_source(&source, &whole, drops_host_site(render), post->post.front_matter, post->post.body,
                        liquid_arena(render)))
        return liquid_nil();
    return liquid_string(is_rendered(render) ? post->jekyll_excerpt : source);
}

static LiquidValue date_value(Date date, LiquidRender *render)
{
    const Zone *zone = drops_host_site(render)->zone;
    LiquidTime time = { .unix_s = date.unix_s, .nanoseconds = date.nanoseconds };
    time.offset_s = zone_offset_s(zone, date.unix_s);
    return liquid_time(time, liquid_arena(render));
}

static LiquidValue get_date(const void *object, LiquidRender *render)
{
    return date_value(post_of(object)->date, render);
}

static LiquidValue get_updated(const void *object, LiquidRender *render)
{
    const Post *post = post_of(object);
    return post->has_updated ? date_value(post->updated, render) : liquid_nil();
}

static LiquidValue get_day_only(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_bool(post_of(object)->date.precision == DATE_DAY);
}

static LiquidValue get_author(const void *object, LiquidRender *render)
{
    const Post *post = post_of(object);
    Buf names = { .arena = liquid_arena(render) };

    if (drops_host_site(render)->jekyll) {
        const Tree *given = tree_get(post->front_matter, STR("author"));
        return given == NULL ? liquid_nil() : liquid_from_tree(given, liquid_arena(render));
    }
    for (size_t i = 0; i < post->author_count; i++) {
        buf_put(&names, i == 0 ? (Str){ NULL, 0 } : STR(", "));
        buf_put(&names, post->authors[i].name);
    }
    return text_or_nil(buf_str(&names));
}

static LiquidValue author_hash(const Author *author, Arena *arena)
{
    LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, 5);
    entries[0] = (LiquidHashEntry){ STR("id"), text_or_nil(author->id) };
    entries[1] = (LiquidHashEntry){ STR("name"), liquid_string(author->name) };
    entries[2] = (LiquidHashEntry){ STR("url"), text_or_nil(author->url) };
    entries[3] = (LiquidHashEntry){ STR("email"), text_or_nil(author->email) };
    entries[4] = (LiquidHashEntry){ STR("affiliation"), text_or_nil(author->affiliation) };
    return liquid_hash(entries, 5, arena);
}

static LiquidValue get_authors(const void *object, LiquidRender *render)
{
    const Post *post = post_of(object);
    Arena *arena = liquid_arena(render);
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, post->author_count);
    for (size_t i = 0; i < post->author_count; i++)
        items[i] = author_hash(&post->authors[i], arena);
    return liquid_array(items, post->author_count, arena);
}

static LiquidValue get_tags(const void *object, LiquidRender *render)
{
    const Post *post = post_of(object);
    Arena *arena = liquid_arena(render);
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, post->tag_count);
    for (size_t i = 0; i < post->tag_count; i++)
        items[i] = liquid_string(post->tags[i].label);
    return liquid_array(items, post->tag_count, arena);
}

static LiquidValue get_tag_links(const void *object, LiquidRender *render)
{
    const Post *post = post_of(object);
    Arena *arena = liquid_arena(render);
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, post->tag_count);
    for (size_t i = 0; i < post->tag_count; i++) {
        LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, 3);
        entries[0] = (LiquidHashEntry){ STR("label"), liquid_string(post->tags[i].label) };
        entries[1] = (LiquidHashEntry){ STR("slug"), liquid_string(post->tags[i].slug) };
        entries[2] = (LiquidHashEntry){ STR("url"),
                                        liquid_string(arena_join(arena, STR("/tags/"), post->tags[i].slug, STR("/"))) };
        items[i] = liquid_hash(entries, 3, arena);
    }
    return liquid_array(items, post->tag_count, arena);
}

static LiquidValue get_language(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(post_of(object)->language);
}

static LiquidValue get_direction(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(unicode_direction(post_of(object)->language));
}

static LiquidValue get_image(const void *object, LiquidRender *render)
{
    if (drops_host_site(render)->jekyll) {
        const Tree *given = tree_get(post_of(object)->front_matter, STR("image"));
        return given == NULL ? liquid_nil() : liquid_from_tree(given, liquid_arena(render));
    }
    return text_or_nil(post_of(object)->image);
}

static LiquidValue get_image_alt(const void *object, LiquidRender *render)
{
    (void)render;
    return text_or_nil(post_of(object)->image_alt);
}

static LiquidValue get_layout(const void *object, LiquidRender *render)
{
    (void)render;
    return text_or_nil(post_of(object)->layout);
}

static LiquidValue get_type(const void *object, LiquidRender *render)
{
    (void)render;
    return text_or_nil(post_of(object)->type);
}

static LiquidValue get_collection(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(((const SitePost *)object)->collection);
}

static LiquidValue get_next(const void *object, LiquidRender *render)
{
    (void)render;
    const SitePost *newer = ((const SitePost *)object)->newer;
    return newer == NULL ? liquid_nil() : drops_post(newer);
}

static LiquidValue get_previous(const void *object, LiquidRender *render)
{
    (void)render;
    const SitePost *older = ((const SitePost *)object)->older;
    return older == NULL ? liquid_nil() : drops_post(older);
}

static const DropKey post_keys[] = {
    { STR_INIT("title"), get_title },
    { STR_INIT("url"), get_url },
    { STR_INIT("date"), get_date },
    { STR_INIT("content"), get_content },
    { STR_INIT("summary"), get_summary },
    { STR_INIT("excerpt"), get_excerpt },
    { STR_INIT("authors"), get_authors },
    { STR_INIT("author"), get_author },
    { STR_INIT("people"), get_authors },
    { STR_INIT("tags"), get_tags },
    { STR_INIT("tag_links"), get_tag_links },
    { STR_INIT("updated"), get_updated },
    { STR_INIT("day_only"), get_day_only },
    { STR_INIT("language"), get_language },
    { STR_INIT("lang"), get_language },
    { STR_INIT("direction"), get_direction },
    { STR_INIT("image"), get_image },
    { STR_INIT("image_alt"), get_image_alt },
    { STR_INIT("subtitle"), get_subtitle },
    { STR_INIT("next"), get_next },
    { STR_INIT("previous"), get_previous },
    { STR_INIT("layout"), get_layout },
    { STR_INIT("type"), get_type },
    { STR_INIT("slug"), get_slug },
    { STR_INIT("id"), get_id },
    { STR_INIT("path"), get_path },
    { STR_INIT("collection"), get_collection },
};

/* --- what Jekyll has of a document ------------------------------------------------------------------------------- */

static LiquidValue get_document_id(const void *object, LiquidRender *render)
{
    Str slug = liquid_text(liquid_get(drops_post(object), STR("slug"), render), render);
    return liquid_string(document_id(((const SitePost *)object)->url, slug, liquid_arena(render)));
}

static LiquidValue strings(StrList list, Arena *arena)
{
    LiquidValue *items = ARENA_ARRAY(arena, LiquidValue, list.len);
    for (size_t i = 0; i < list.len; i++)
        items[i] = liquid_string(list.items[i]);
    return liquid_array(items, list.len, arena);
}

static LiquidValue get_plain_tags(const void *object, LiquidRender *render)
{
    return strings(document_tags_of(object, liquid_arena(render)), liquid_arena(render));
}

static LiquidValue get_categories(const void *object, LiquidRender *render)
{
    return strings(document_categories_of(object, liquid_arena(render)), liquid_arena(render));
}

static const DropKey jekyll_keys[] = {
    { STR_INIT("url"), get_url },
    { STR_INIT("date"), get_date },
    { STR_INIT("content"), get_content },
    { STR_INIT("output"), get_content },
    { STR_INIT("excerpt"), get_excerpt },
    { STR_INIT("path"), get_path },
    { STR_INIT("relative_path"), get_path },
    { STR_INIT("collection"), get_collection },
    { STR_INIT("next"), get_next },
    { STR_INIT("previous"), get_previous },
    { STR_INIT("id"), get_document_id },
    { STR_INIT("tags"), get_plain_tags },
    { STR_INIT("categories"), get_categories },
};

static LiquidValue get_name(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(path_name(post_of(object)->path));
}

static LiquidValue get_ext(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_string(path_extension(post_of(object)->path));
}

/* The file's name behind its date, as it stands. */
static LiquidValue get_own_slug(const void *object, LiquidRender *render)
{
    return liquid_string(document_slug(post_of(object)->path, drops_host_site(render)->zone));
}

static LiquidValue get_nothing(const void *object, LiquidRender *render)
{
    (void)object;
    (void)render;
    return liquid_nil();
}

static LiquidValue get_draft(const void *object, LiquidRender *render)
{
    (void)render;
    return liquid_bool(post_of(object)->status == POST_DRAFT);
}

/* What front matter may say otherwise. */
static const DropKey jekyll_defaults[] = {
    { STR_INIT("name"), get_name },       { STR_INIT("slug"), get_own_slug }, { STR_INIT("ext"), get_ext },
    { STR_INIT("draft"), get_draft },     { STR_INIT("lang"), get_nothing }, /* herald's other name of `language` */
    { STR_INIT("authors"), get_nothing },                                    /* and of `people` */
};

static bool get_given(LiquidValue *out, const Tree *value, LiquidRender *render)
{
    if (value != NULL)
        *out = liquid_from_tree(value, liquid_arena(render));
    return value != NULL;
}

/* Front matter wins over what herald makes of it, but not over what Jekyll does. */
static bool get_as_jekyll(LiquidValue *out, const void *object, Str key, const Tree *value, LiquidRender *render)
{
    return drop_lookup(out, jekyll_keys, DROP_COUNT(jekyll_keys), object, key, render)
           || (!tree_is_null(value) && get_given(out, value, render))
           || drop_lookup(out, jekyll_defaults, DROP_COUNT(jekyll_defaults), object, key, render);
}

static bool get(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    const Tree *value = tree_get(post_of(object)->front_matter, key);
    return (drops_host_site(render)->jekyll && get_as_jekyll(out, object, key, value, render))
           || drop_lookup(out, post_keys, DROP_COUNT(post_keys), object, key, render) || get_given(out, value, render);
}

static Str get_text(const void *object, LiquidRender *render)
{
    return get_content(object, render).string;
}

static StrList get_names(const void *object, LiquidRender *render)
{
    DropTable tables[] = { { post_keys, DROP_COUNT(post_keys) },
                           { jekyll_keys, DROP_COUNT(jekyll_keys) },
                           { jekyll_defaults, DROP_COUNT(jekyll_defaults) } };
    size_t count = drops_host_site(render)->jekyll ? DROP_COUNT(tables) : 1;
    return drop_names(tables, count, post_of(object)->front_matter, liquid_arena(render));
}

static const LiquidDropClass post_class = {
    .name = "Jekyll::Document", .get = get, .keys = get_names, .text = get_text
};

LiquidValue drops_post(const SitePost *post)
{
    return liquid_drop(&post_class, post);
}

const SitePost *drop_post_of(LiquidValue drop)
{
    return drop.type == LIQUID_DROP && drop.drop.class == &post_class ? drop.drop.object : NULL;
}

/* --- for jsonify ------------------------------------------------------------------------------------------------- */

static bool is_among(Str key, const Str *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(keys[i], key))
            return true;
    }
    return false;
}

StrList drop_keys_with(const Tree *front_matter, const Str *keys, size_t count, size_t at, Arena *arena)
{
    VEC(Str) list = { 0 };
    for (size_t i = 0; i <= count; i++) {
        for (size_t f = 0; i == at && front_matter != NULL && f < front_matter->entry_count; f++) {
            if (!is_among(front_matter->entries[f].key.str, keys, count))
                vec_push(arena, &list, front_matter->entries[f].key.str);
        }
        if (i < count)
            vec_push(arena, &list, keys[i]);
    }
    return (StrList){ list.items, list.len };
}

/* In Jekyll's order. */
StrList drop_document_keys(const Tree *front_matter, bool brief, Arena *arena)
{
    static const Str all[] = {
        STR_INIT("name"),  STR_INIT("id"),         STR_INIT("relative_path"), STR_INIT("excerpt"),
        STR_INIT("title"), STR_INIT("categories"), STR_INIT("collection"),    STR_INIT("next"),
        STR_INIT("tags"),  STR_INIT("previous"),   STR_INIT("content"),       STR_INIT("output"),
        STR_INIT("path"),  STR_INIT("url"),        STR_INIT("date"),          STR_INIT("draft"),
        STR_INIT("slug"),  STR_INIT("ext"),
    };
    static const Str texts[] = { STR_INIT("content"), STR_INIT("output"), STR_INIT("excerpt"), STR_INIT("next"),
                                 STR_INIT("previous") };
    enum { AFTER_DRAFT = 16 };
    VEC(Str) list = { 0 };
    StrList keys = drop_keys_with(front_matter, all, DROP_COUNT(all), AFTER_DRAFT, arena);

    for (size_t i = 0; brief && i < keys.len; i++) {
        if (!is_among(keys.items[i], texts, DROP_COUNT(texts)))
            vec_push(arena, &list, keys.items[i]);
    }
    return brief ? (StrList){ list.items, list.len } : keys;
}
