/* lib/jekyll/tags_link.c - `{% link path %}` and `{% post_url date-slug %}`: addresses by files, so that none leads
 * nowhere. */
#include "base/file.h"
#include "jekyll/tags.h"
#include "liquid/expression.h"
#include "site/drops.h"
#include "site/page.h"

enum { FARTHEST = 4 }; /* edits that "did you mean" bridges */

/* --- what can be linked to --------------------------------------------------------------------------------------- */

typedef struct Target {
    Str path; /* of its file */
    Str url;
} Target;

/* Walks everything that has an address; gives false at the end. */
static bool next_target(Target *out, const Site *site, size_t *i)
{
    size_t at = (*i)++;
    if (at < site->post_count) {
        *out = (Target){ site->posts[at]->document_path, site->posts[at]->url };
        return true;
    }
    at -= site->post_count;
    if (at < site->own_page_count) {
        *out = (Target){ site->pages[at]->document_path, site->pages[at]->url };
        return true;
    }
    at -= site->own_page_count;
    if (at < site->file_count) {
        *out = (Target){ site->files[at].path, site->files[at].name };
        return true;
    }
    return false;
}

typedef bool (*Fits)(Str path, Str wanted, Arena *arena);

static bool find_target(Target *out, const Site *site, Fits fits, Str wanted, Arena *arena)
{
    size_t i = 0;
    while (next_target(out, site, &i)) {
        if (fits(out->path, wanted, arena))
            return true;
    }
    return false;
}

/* The name most like what was asked for; `name_of` makes names of paths. */
static Str suggest(const Site *site, Str wanted, Str (*name_of)(Str path, Arena *arena), Arena *arena)
{
    Target target;
    Str best = { NULL, 0 };
    size_t least = FARTHEST + 1, i = 0;
    while (next_target(&target, site, &i)) {
        Str name = name_of(target.path, arena);
        size_t distance = name.len == 0 ? least : str_distance(name, wanted, FARTHEST);
        if (str_eq(path_stem(name), path_stem(wanted)))
            distance = 1; /* another folder or extension */
        if (distance < least) {
            least = distance;
            best = name;
        }
    }
    return best;
}

/* A post of that name, whether it is published or not. */
static const SitePost *find_any(const Site *site, Fits fits, Str wanted, Arena *arena)
{
    for (size_t i = 0; i < site->all_count; i++) {
        if (fits(site->all[i]->post.path, wanted, arena))
            return site->all[i];
    }
    return NULL;
}

static void report_absent(LiquidRender *render, Span span, const SitePost *post)
{
    Diags *diags = liquid_diags(render);

    diag_stop(diags, "liquid-post-missing", span, "the post " STR_FMT " is not published, so nothing can link to it",
              STR_ARG(post->post.path));
    diag_hint(diags, post->post.status == POST_PUBLISHED ? "mend that post first"
                                                         : "wait with this post too, or take the link out");
    if (post->post.status == POST_PUBLISHED)
        diags->items[diags->len - 1].path = post->post.path;
}

static void report(LiquidRender *render, Span span, const char *what, Str wanted, Str guess)
{
    Diags *diags = liquid_diags(render);
    Str from = liquid_included_from(render);

    diag_stop(diags, "liquid-post-missing", span, "there is no %s \"" STR_FMT "\" to link to", what, STR_ARG(wanted));
    if (guess.len > 0)
        diag_fix(diags, span, guess, false);
    if (guess.len > 0 && from.len > 0)
        diag_hint(diags, "did you mean \"" STR_FMT "\"? included from " STR_FMT, STR_ARG(guess), STR_ARG(from));
    else if (guess.len > 0)
        diag_hint(diags, "did you mean \"" STR_FMT "\"?", STR_ARG(guess));
    else if (from.len > 0)
        diag_hint(diags, "included from " STR_FMT, STR_ARG(from));
}

static void put_url(Buf *out, const Site *site, Str url)
{
    buf_put(out, site_relative_url(site, url, out->arena));
}

/* --- link -------------------------------------------------------------------------------------------------------- */

static Str without_slash(Str path)
{
    return str_at(path, 0) == '/' ? str_from_offset(path, 1) : path;
}

static Str whole_path(Str path, Arena *arena)
{
    (void)arena;
    return path;
}

static bool is_path(Str path, Str wanted, Arena *arena)
{
    (void)arena;
    return str_eq(path, wanted);
}

static const void *read_name(Located markup, const char *wanted, Arena *arena, Diags *diags)
{
    Located *name = ARENA_NEW(arena, Located);
    *name = located_trim(markup);
    if (name->str.len > 0)
        return name;
    diag_stop(diags, "liquid-syntax", markup.span, "expected %s", wanted);
    return NULL;
}

static const void *parse_link(Located markup, Arena *arena, Diags *diags)
{
    return read_name(markup, "the path of a file to link to", arena, diags);
}

/* The path may hold outputs of its own. */
static Str link_path(const Located *markup, const Site *site, LiquidRender *render)
{
    Buf buf = { .arena = liquid_arena(render) };
    Diags *diags = liquid_diags(render);
    if (!liquid_is_needed(markup->str))
        return markup->str;
    const LiquidTemplate *path = liquid_parse(site->engine, markup->span, LIQUID_LAX, buf.arena, diags);
    if (path != NULL)
        liquid_render_partial(&buf, path, render);
    return str_trim(buf_str(&buf));
}

static void render_link(Buf *out, const void *parsed, LiquidRender *render)
{
    const Located *markup = parsed;
    const Site *site = drops_host_site(render);
    Arena *arena = liquid_arena(render);
    Str wanted = without_slash(link_path(markup, site, render));
    const SitePost *absent;
    Target target;

    if (find_target(&target, site, is_path, wanted, arena))
        put_url(out, site, target.url);
    else if ((absent = find_any(site, is_path, wanted, arena)) != NULL)
        report_absent(render, markup->span, absent);
    else
        report(render, markup->span, "file", wanted, suggest(site, wanted, whole_path, arena));
}

const LiquidTagClass jekyll_tag_link = { .name = "link", .parse = parse_link, .render = render_link };

/* --- post_url ---------------------------------------------------------------------------------------------------- */

/* "a/_posts/2024-03-05-x.md" is "a/2024-03-05-x", and so is "_posts/a/2024-03-05-x.md"; "" for what is no post. */
static Str post_name(Str path, Arena *arena)
{
    static const Str folder = STR_INIT("_posts/");
    Str none = { NULL, 0 };
    size_t at = str_starts_with(path, folder) ? 0 : str_find(path, STR("/_posts/"), 0);
    if (at == STR_NONE)
        return none;
    size_t before = at == 0 ? 0 : at + 1;
    Str rest = str_from_offset(path, before + folder.len);
    rest.len -= path_extension(rest).len;
    return arena_join(arena, str_slice(path, 0, before), rest, none);
}

static bool is_post(Str path, Str wanted, Arena *arena)
{
    Str name = post_name(path, arena);
    return name.len > 0 && str_eq(name, wanted);
}

/* As older Jekylls took it: in whatever folder, whichever was written. */
static bool is_post_anywhere(Str path, Str wanted, Arena *arena)
{
    return post_name(path, arena).len > 0 && str_eq(path_stem(path), path_name(wanted));
}

/* A native site has no folder of that name: there the file's own will do. */
static bool is_file_stem(Str path, Str wanted, Arena *arena)
{
    (void)arena;
    return str_eq(path_stem(path), wanted);
}

static Str stem_of(Str path, Arena *arena)
{
    Str name = post_name(path, arena);
    return name.len > 0 ? name : path_stem(path);
}

static const void *parse_post_url(Located markup, Arena *arena, Diags *diags)
{
    return read_name(markup, "the name of a post: its date, \"-\", and its slug", arena, diags);
}

static void render_post_url(Buf *out, const void *parsed, LiquidRender *render)
{
    const Located *name = parsed;
    const Site *site = drops_host_site(render);
    Arena *arena = liquid_arena(render);
    Str wanted = without_slash(name->str);
    Fits fits = site->jekyll ? is_post_anywhere : is_file_stem;
    const SitePost *absent;
    Target target;

    if (find_target(&target, site, is_post, wanted, arena) || find_target(&target, site, fits, wanted, arena))
        put_url(out, site, target.url);
    else if ((absent = find_any(site, fits, wanted, arena)) != NULL)
        report_absent(render, name->span, absent);
    else
        report(render, name->span, "post", wanted, suggest(site, wanted, stem_of, arena));
}

const LiquidTagClass jekyll_tag_post_url = { .name = "post_url", .parse = parse_post_url, .render = render_post_url };
