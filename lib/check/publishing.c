/* lib/check/publishing.c */
#include "check/publishing.h"

#include "site/page.h"
#include "text/datetime.h"

enum { SURELY_SAME = 80 }; /* percent: posts of one kind are half the same anyway */

/* What one cause outside the posts does to many: told once, with an example. */
typedef struct Sweep {
    size_t count;
    const SitePost *before, *after; /* the first */
} Sweep;

typedef struct Comparing {
    Site *site;
    const Site *before;
    const Changes *changes;
    Map by_path;                  /* the posts of the new version */
    Map taken;                    /* paths of those that have a post of the old version */
    Map by_id, by_text, by_title; /* those that have none */
    Map outputs;                  /* all addresses of the new version, as files */
    Sweep addresses, ids;
    Arena *arena;
} Comparing;

static bool is_public(const SitePost *post)
{
    return post->sound && post->post.status == POST_PUBLISHED;
}

/* --- which post is which ------------------------------------------------------------------------------------------ */

static Str body_of(const SitePost *post)
{
    return str_trim(source_text(post->post.body));
}

bool publishing_is_same(const ChangedFile *file, const Post *before, const Post *after)
{
    return file == NULL || file->kind != CHANGE_RENAMED || file->similarity >= SURELY_SAME
           || str_eq(before->title.str, after->title.str)
           || (before->id_key.len > 0 && str_eq(before->id_key, after->id_key));
}

static SitePost *find_by_path(const Comparing *comparing, const SitePost *before)
{
    Str shown = site_shown_path(comparing->before, before->post.path, comparing->arena);
    Str path = changes_new_path(comparing->changes, shown);
    SitePost *after = path.len == 0 ? NULL : map_get(&comparing->by_path, path);
    bool same = after != NULL && publishing_is_same(changes_of(comparing->changes, path), &before->post, &after->post);
    return same ? after : NULL;
}

/* Two with one title or text are no evidence: the entry is then the site itself. */
static void put_once(Map *map, Str key, SitePost *post, void *ambiguous)
{
    void **slot = map_at(map, key);
    *slot = *slot == NULL ? (void *)post : ambiguous;
}

static void index_newcomers(Comparing *comparing)
{
    Site *site = comparing->site;

    for (size_t i = 0; i < site->all_count; i++) {
        SitePost *post = site->all[i];
        if (!post->sound || map_has(&comparing->taken, post->post.path))
            continue;
        if (post->post.id_key.len > 0)
            put_once(&comparing->by_id, post->post.id_key, post, site);
        put_once(&comparing->by_text, body_of(post), post, site);
        put_once(&comparing->by_title, post->post.title.str, post, site);
    }
}

static SitePost *find_unique(const Comparing *comparing, const Map *map, Str key)
{
    void *found = key.len == 0 ? NULL : map_get(map, key);
    return found == comparing->site ? NULL : found;
}

/* The same post in the new version; NULL: it is gone. */
static SitePost *find_after(const Comparing *comparing, const SitePost *before)
{
    SitePost *after = find_by_path(comparing, before);
    if (after == NULL)
        after = find_unique(comparing, &comparing->by_id, before->post.id_key);
    if (after == NULL)
        after = find_unique(comparing, &comparing->by_text, body_of(before));
    if (after == NULL)
        after = find_unique(comparing, &comparing->by_title, before->post.title.str);
    return after;
}

static void index_posts(Comparing *comparing)
{
    Site *site = comparing->site;

    for (size_t i = 0; i < site->all_count; i++)
        map_put(&comparing->by_path, site_shown_path(site, site->all[i]->post.path, comparing->arena), site->all[i]);
    for (size_t i = 0; i < comparing->before->all_count; i++) {
        const SitePost *after = find_by_path(comparing, comparing->before->all[i]);
        if (after != NULL)
            map_put(&comparing->taken, after->post.path, comparing);
    }
    index_newcomers(comparing);
}

/* Where readers of the new version find anything: a page, a redirect, a file. */
static void index_outputs(Comparing *comparing)
{
    const Site *site = comparing->site;

    for (size_t i = 0; i < site->post_count; i++)
        map_put(&comparing->outputs, site->posts[i]->output, comparing);
    for (size_t i = 0; i < site->page_count; i++) {
        if (site->pages[i]->sound)
            map_put(&comparing->outputs, site->pages[i]->output, comparing);
    }
    for (size_t i = 0; i < site->file_count; i++)
        map_put(&comparing->outputs, site->files[i].name, comparing);
}

/* --- the line that did it ----------------------------------------------------------------------------------------- */

static Span start_of(const SitePost *post)
{
    return (Span){ post->post.source, 0, 0 };
}

/* The value of the key where the two versions differ in it; false when they do not, or the new one has no such key. */
static bool find_changed(Span *out, const SitePost *before, const SitePost *after, const char *key)
{
    const Tree *old = tree_get(before->post.front_matter, str_from(key));
    const Tree *new = tree_get(after->post.front_matter, str_from(key));

    if (new == NULL || (old != NULL && str_eq(source_text(old->span), source_text(new->span))))
        return false;
    *out = new->span;
    return true;
}

/* That of the first of the keys (the list ends in NULL) that was changed, else the file as a whole. */
static Span find_cause(const SitePost *before, const SitePost *after, const char *const *keys)
{
    Span span = start_of(after);

    for (size_t i = 0; keys[i] != NULL; i++) {
        if (find_changed(&span, before, after, keys[i]))
            return span;
    }
    return span;
}

/* A new first line of the front matter. */
static void fix_with_line(Diags *diags, const SitePost *post, const char *key, Str value)
{
    const Tree *map = post->post.front_matter;
    const Source *source = post->post.source;

    if (map == NULL || map->entry_count == 0 || tree_get(map, str_from(key)) != NULL)
        return;
    Span first = map->entries[0].key.span;
    if (first.source != source || first.start == 0 || str_at(source->text, first.start - 1) != '\n')
        return;
    bool crlf = first.start > 1 && str_at(source->text, first.start - 2) == '\r';
    Str line = arena_format(diags->arena, "%s: " STR_FMT "%s", key, STR_ARG(value), crlf ? "\r\n" : "\n");
    diag_fix(diags, (Span){ source, first.start, first.start }, line, false);
}

/* --- the rules ---------------------------------------------------------------------------------------------------- */

static bool is_same_file(const SitePost *before, const SitePost *after)
{
    return str_eq(before->post.path, after->post.path) && str_eq(before->post.source->text, after->post.source->text);
}

/* A file that was not changed did not do it: then all posts are told of in one. */
static bool sweep(Sweep *sweep, const SitePost *before, const SitePost *after)
{
    if (!is_same_file(before, after))
        return false;
    if (sweep->count++ == 0) {
        sweep->before = before;
        sweep->after = after;
    }
    return true;
}

static bool leads_on(const Comparing *comparing, const SitePost *before)
{
    return map_has(&comparing->outputs, before->output);
}

static void check_address(Comparing *comparing, const SitePost *before, SitePost *after)
{
    static const char *const keys[] = { "permalink", "date", "slug", "categories", "category", NULL };
    Diags *diags = &after->diags;

    if (str_eq(before->output, after->output) || leads_on(comparing, before)
        || sweep(&comparing->addresses, before, after))
        return;
    Span cause = find_cause(before, after, keys);
    if (cause.end == 0 && str_eq(before->post.path, after->post.path))
        find_changed(&cause, before, after, "title");
    diag_warning(diags, "permalink-changed", cause,
                 "the address of this published post changes from " STR_FMT " to " STR_FMT
                 ", and nothing leads on from the old one",
                 STR_ARG(before->url), STR_ARG(after->url));
    diag_hint(diags, "write \"redirect_from: " STR_FMT "\" in its front matter, or leave the address as it was",
              STR_ARG(before->url));
    fix_with_line(diags, after, "redirect_from", before->url);
}

static bool is_same_date(const Date *a, const Date *b)
{
    if (a->precision == DATE_DAY || b->precision == DATE_DAY)
        return date_day(a) == date_day(b);
    return a->unix_s == b->unix_s;
}

static bool is_redated(const SitePost *before, const SitePost *after)
{
    return !is_same_date(&before->post.date, &after->post.date) && !is_same_file(before, after);
}

static void check_id(Comparing *comparing, const SitePost *before, SitePost *after)
{
    static const char *const keys[] = { "id", NULL };
    Diags *diags = &after->diags;

    if (str_eq(before->post.id, after->post.id) || sweep(&comparing->ids, before, after)
        || is_redated(before, after)) /* that is told, and mends this too */
        return;
    diag_warning(diags, "feed-id-changed", find_cause(before, after, keys),
                 "the feed id of this published post changes, so that feed readers show it once more as new");
    diag_hint(diags, "write \"id: " STR_FMT "\" in its front matter", STR_ARG(before->post.id));
    fix_with_line(diags, after, "id", before->post.id);
}

static Str show_date(const Date *date, Arena *arena)
{
    Civil day = civil_from_seconds(date_day(date));
    return arena_format(arena, "%04d-%02d-%02d", (int)day.year, day.month, day.day);
}

static void check_date(const SitePost *before, SitePost *after)
{
    static const char *const keys[] = { "date", NULL };
    Diags *diags = &after->diags;

    if (!is_redated(before, after))
        return;
    const Tree *old = tree_get(before->post.front_matter, STR("date"));
    Span cause = find_cause(before, after, keys);
    const char *anew = str_eq(before->post.id, after->post.id) ? "" : "; feed readers show it once more as new";
    Str was = show_date(&before->post.date, diags->arena), is = show_date(&after->post.date, diags->arena);
    if (str_eq(was, is))
        diag_warning(diags, "date-edited-after-publishing", cause,
                     "this post was published with another time of " STR_FMT "%s", STR_ARG(was), anew);
    else
        diag_warning(diags, "date-edited-after-publishing", cause,
                     "this post was published with the date " STR_FMT ", and is now of " STR_FMT "%s", STR_ARG(was),
                     STR_ARG(is), anew);
    diag_hint(diags, "leave the date as it was; of a text that is new, say so with \"updated: YYYY-MM-DD\"");
    if (old != NULL && cause.end > 0)
        diag_fix(diags, cause, source_text(old->span), false);
}

static void tell_of_gone(Diags *diags, Span place, const SitePost *before)
{
    diag_warning(diags, "post-removed-without-redirect", place,
                 "this post was published at " STR_FMT ", and nothing leads on from there", STR_ARG(before->url));
    diag_hint(diags, "write \"redirect_from: " STR_FMT "\" in the post or page that readers should see instead",
              STR_ARG(before->url));
}

/* Of a post that was public. */
static void compare(Comparing *comparing, const SitePost *before)
{
    static const char *const keys[] = { "draft", "published", "expires", "embargo", "date", NULL };
    SitePost *after = find_after(comparing, before);

    if (after != NULL && !after->sound) /* that is told, and stops every build */
        return;
    if (after != NULL && is_public(after)) {
        check_address(comparing, before, after);
        check_id(comparing, before, after);
        check_date(before, after);
    } else if (!leads_on(comparing, before)) {
        if (after != NULL)
            tell_of_gone(&after->diags, find_cause(before, after, keys), before);
        else
            tell_of_gone(comparing->site->diags, start_of(before), before);
    }
}

/* --- what the configuration does ---------------------------------------------------------------------------------- */

static Span config_place(const Site *site, Str key)
{
    const Tree *tree = site->config.tree;
    const Tree *value = tree_get(tree, key);

    if (value == NULL)
        value = tree_get(tree_get(tree, STR("posts")), key);
    return value != NULL ? value->span : tree != NULL ? span_part(tree->span, 0, 0) : (Span){ 0 };
}

static void tell_of_sweeps(const Comparing *comparing)
{
    const Sweep *addresses = &comparing->addresses, *ids = &comparing->ids;
    Site *site = comparing->site;

    if (addresses->count > 0) {
        diag_warning(site->diags, "permalink-changed", config_place(site, STR("permalink")),
                     "the addresses of %zu published posts change, as from " STR_FMT " to " STR_FMT
                     ", and nothing leads on from the old ones",
                     addresses->count, STR_ARG(addresses->before->url), STR_ARG(addresses->after->url));
        diag_hint(site->diags, "leave the pattern as it was, or give each post a \"redirect_from\"");
    }
    if (ids->count > 0) {
        diag_warning(site->diags, "feed-id-changed", config_place(site, STR("url")),
                     "the feed ids of %zu published posts change, so that feed readers show all of them as new",
                     ids->count);
        diag_hint(site->diags, "give each post its old \"id\", as \"" STR_FMT "\"", STR_ARG(ids->before->post.id));
    }
}

void check_publishing(Site *site, const Site *before, const Changes *changes)
{
    Arena scratch = { 0 };
    Comparing comparing = {
        .site = site,
        .before = before,
        .changes = changes,
        .by_path = { .arena = &scratch },
        .taken = { .arena = &scratch },
        .by_id = { .arena = &scratch },
        .by_text = { .arena = &scratch },
        .by_title = { .arena = &scratch },
        .outputs = { .arena = &scratch },
        .arena = &scratch,
    };

    index_posts(&comparing);
    index_outputs(&comparing);
    for (size_t i = 0; i < before->all_count; i++) {
        if (is_public(before->all[i]))
            compare(&comparing, before->all[i]);
    }
    tell_of_sweeps(&comparing);
    arena_free(&scratch);
}
