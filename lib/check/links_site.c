/* lib/check/links_site.c - links within the site, when it is known what there is. */
#include "check/rule.h"
#include "check/site_index.h"
#include "check/subject.h"
#include "markup/html.h"
#include "markup/url.h"
#include "site/config.h"
#include "site/page.h"

enum { MAX_NEAREST = 300 }; /* searches for the nearest address in one run */

typedef struct SiteCheck {
    SiteIndex index;
    Arena *arena;
    Str host; /* of the site's address */
    size_t searches;
    bool compares;
    SiteIndex before; /* of the version that a change starts from */
} SiteCheck;

typedef struct InnerLink {
    SitePost *post;
    const LinkFact *fact;
    Str path;     /* decoded, without its first slash */
    Str fragment; /* decoded; "" for none */
    bool own;     /* of the post itself */
} InnerLink;

static int hex_value(int c)
{
    return char_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static Str decode(Str text, Arena *arena)
{
    if (str_find_char(text, '%', 0) == STR_NONE)
        return text;
    Buf out = { .arena = arena };
    for (size_t i = 0; i < text.len; i++) {
        int high = hex_value(str_at(text, i + 1)), low = hex_value(str_at(text, i + 2));
        if (text.data[i] == '%' && high >= 0 && low >= 0) {
            buf_put_char(&out, (char)(high * 16 + low));
            i += 2;
        } else {
            buf_put_char(&out, text.data[i]);
        }
    }
    return buf_str(&out);
}

/* The address as a path of this site; false when it is one of another, or no path at all. */
static bool read_path(Str *path, const SiteCheck *check, const SitePost *post, Str url)
{
    static const Str base = STR_INIT("https://this.invalid");
    Str scheme = url_scheme(url);

    if (scheme.len > 0 || str_starts_with(url, STR("//"))) {
        Str host = url_host(url, check->arena);
        if (check->host.len == 0 || !str_eq(host, check->host)
            || (!str_eq_nocase(scheme, STR("https")) && !str_eq_nocase(scheme, STR("http"))))
            return false;
        size_t slash = str_find_char(url, '/', scheme.len + 3);
        *path = slash == STR_NONE ? STR("/") : str_from_offset(url, slash);
        return true;
    }
    if (post->url.len == 0)
        return false;
    Str page = arena_join(check->arena, base, post->url, (Str){ NULL, 0 });
    *path = url_resolve(url, page, check->arena);
    if (!str_starts_with(*path, base))
        return false;
    *path = str_from_offset(*path, base.len);
    return true;
}

/* Below `baseurl`, where the site has one. */
static bool read_inner(InnerLink *out, const SiteCheck *check, SitePost *post, const LinkFact *fact)
{
    Str baseurl = check->index.site->config.baseurl, url = fact->url, path;
    size_t hash = str_find_char(url, '#', 0);

    *out = (InnerLink){ .post = post, .fact = fact, .own = hash == 0 };
    out->fragment = hash == STR_NONE ? out->fragment : decode(str_from_offset(url, hash + 1), check->arena);
    url = str_slice(url, 0, hash);
    url = str_slice(url, 0, str_find_char(url, '?', 0));
    if (out->own)
        return post->sound;
    if (url.len == 0 || !read_path(&path, check, post, url))
        return false;
    if (baseurl.len > 0) {
        if (!str_starts_with(path, baseurl) || (path.len > baseurl.len && path.data[baseurl.len] != '/'))
            return false;
        path = str_from_offset(path, baseurl.len);
    }
    while (str_at(path, 0) == '/')
        path = str_from_offset(path, 1);
    out->path = decode(path, check->arena);
    return true;
}

/* --- what is told ------------------------------------------------------------------------------------------------ */

/* The part of the address that was written as it is, to be pointed at and replaced. */
static bool find_written(Span *part, Span span, Str text)
{
    size_t at = text.len == 0 ? STR_NONE : str_find(source_text(span), text, 0);
    if (at == STR_NONE)
        return false;
    *part = span_part(span, at, at + text.len);
    return true;
}

static bool was_said(const SitePost *post, const char *rule, Span span)
{
    for (size_t i = post->diags.len; i > 0 && post->diags.len - i < 64; i--) {
        const Diag *diag = &post->diags.items[i - 1];
        if (strcmp(diag->rule, rule) == 0 && span_cmp(diag->span, span) == 0)
            return true;
    }
    return false;
}

static bool is_gone(const SiteCheck *check, const InnerLink *link)
{
    bool slash;
    return check->compares && site_index_find(&check->before, link->path, &slash) != NULL;
}

/* `guide.html` and no more: at a post's own address stands nothing but the post. */
static bool is_below_post(const InnerLink *link)
{
    Str url = link->post->url, written = link->fact->url;
    bool relative = str_at(written, 0) != '/' && str_at(written, 0) != '.' && url_scheme(written).len == 0;
    return relative && !link->fact->image && url.len > 1 && str_ends_with(url, STR("/"))
           && str_starts_with(link->path, str_from_offset(url, 1));
}

/* Whether it can be known that nothing is there. A native site with pages is all there is. Of a Jekyll site's server
 * other programs may well show what lies in a folder that the site does not have; and where only posts are at hand,
 * they may be some of a site's. */
static bool is_known_missing(const SiteCheck *check, const InnerLink *link)
{
    size_t slash = str_find_char(link->path, '/', 0);
    bool deep = slash != STR_NONE && slash + 1 < link->path.len;

    if (is_gone(check, link) || is_below_post(link))
        return true;
    if (!check->index.site->jekyll && check->index.whole)
        return true;
    Str folder = str_slice(link->path, 0, slash);
    return check->index.whole && deep && site_index_has_folder(&check->index, folder)
           && !site_index_is_others(&check->index, folder);
}

static bool is_file_path(Str path)
{
    Str name = path;
    size_t slash = str_find_last_char(path, '/');
    if (slash != STR_NONE)
        name = str_from_offset(path, slash + 1);
    return str_find_char(name, '.', 0) != STR_NONE && !str_ends_with(name, STR(".html"));
}

static void say_missing(SiteCheck *check, const InnerLink *link)
{
    const LinkFact *fact = link->fact;
    const char *rule = fact->image ? "image-missing-file" : "link-internal-missing";
    Diags *diags = &link->post->diags;
    const SiteTarget *near = NULL;
    Span part;

    if (check->searches < MAX_NEAREST) {
        check->searches++;
        near = site_index_nearest(&check->index, link->path, fact->image || is_file_path(link->path));
    }
    if ((near == NULL && !is_known_missing(check, link)) || was_said(link->post, rule, fact->span))
        return;
    diag_error(diags, rule, fact->span, "this site has no %s " STR_FMT, fact->image ? "image" : "page",
               STR_ARG(arena_join(check->arena, STR("/"), link->path, (Str){ NULL, 0 })));
    if (near == NULL) {
        diag_hint(diags, "see whether it was renamed or taken away");
        return;
    }
    Str url = site_target_url(near, check->arena);
    Str written = arena_join(check->arena, STR("/"), link->path, (Str){ NULL, 0 });
    diag_hint(diags, "did you mean " STR_FMT "?", STR_ARG(url));
    if (find_written(&part, fact->span, written))
        diag_fix(diags, part, arena_copy(&link->post->arena, url), false);
}

static void check_fragment(SiteCheck *check, const InnerLink *link, SiteTarget *target)
{
    Diags *diags = &link->post->diags;
    Str id = link->fragment;
    Span part;

    if (id.len == 0 || str_eq_nocase(id, STR("top")) || strchr("/!:~", id.data[0]) != NULL
        || str_find_char(id, '=', 0) != STR_NONE || (target->post == NULL && target->page == NULL)
        || site_target_has_id(&check->index, target, id))
        return;
    Str near = site_target_nearest_id(&check->index, target, id);
    if (target->post == NULL && (near.len == 0 || !target->page->markdown))
        return;
    if (was_said(link->post, "link-fragment-missing", link->fact->span))
        return;
    diag_warning(diags, "link-fragment-missing", link->fact->span, "%s has no place \"#" STR_FMT "\"",
                 link->own ? "this post" : "that page", STR_ARG(id));
    if (near.len == 0) {
        diag_hint(diags, "the places of a post are its headings: #words-of-the-heading");
        return;
    }
    diag_hint(diags, "did you mean #" STR_FMT "?", STR_ARG(near));
    if (find_written(&part, link->fact->span, arena_join(check->arena, STR("#"), id, (Str){ NULL, 0 })))
        diag_fix(diags, part, arena_join(&link->post->arena, STR("#"), near, (Str){ NULL, 0 }), false);
}

/* It is found, but servers first send readers on. */
static void check_slash(SiteCheck *check, const InnerLink *link, const SiteTarget *target, bool slash)
{
    Diags *diags = &link->post->diags;
    bool index = str_ends_with(link->path, STR("/index.html"));
    Str url = site_target_url(target, check->arena);
    Str written = arena_join(check->arena, STR("/"), link->path, (Str){ NULL, 0 });
    Span part;

    if ((!slash && !index) || (target->post == NULL && target->page == NULL) || !str_ends_with(url, STR("/"))
        || was_said(link->post, "url-convention", link->fact->span))
        return;
    diag_info(diags, "url-convention", link->fact->span,
              slash ? "the address has no slash at its end" : "the address has index.html at its end");
    diag_hint(diags, "write " STR_FMT, STR_ARG(url));
    if (find_written(&part, link->fact->span, written))
        diag_fix(diags, part, arena_copy(&link->post->arena, url), false);
}

static void check_fact(SiteCheck *check, SitePost *post, const LinkFact *fact)
{
    InnerLink link;
    bool slash;

    if (!read_inner(&link, check, post, fact))
        return;
    if (link.own) {
        Str output = post->output;
        SiteTarget *self = map_get(&check->index.targets, output);
        if (self != NULL && self->post == post)
            check_fragment(check, &link, self);
        return;
    }
    SiteTarget *target = site_index_find(&check->index, link.path, &slash);
    if (target == NULL) {
        if (!site_index_has_folder(&check->index, link.path))
            say_missing(check, &link);
        return;
    }
    check_fragment(check, &link, target);
    check_slash(check, &link, target, slash);
}

void check_links_together(const Overview *overview)
{
    SiteCheck check = { .arena = overview->arena, .host = url_host(overview->site->config.url, overview->arena) };

    if (overview->index != NULL) {
        check.index = *overview->index;
        check.index.arena = overview->arena;
    } else {
        site_index_build(&check.index, overview->site, overview->arena);
    }
    check.compares = overview->before != NULL;
    if (check.compares)
        site_index_build(&check.before, overview->before, overview->arena);
    for (size_t i = 0; i < overview->site->all_count; i++) {
        const PostFacts *facts = overview_tells(overview, overview->site->all[i]) ? overview->facts[i] : NULL;
        for (size_t k = 0; facts != NULL && k < facts->links.len; k++)
            check_fact(&check, overview->site->all[i], &facts->links.items[k]);
    }
}
