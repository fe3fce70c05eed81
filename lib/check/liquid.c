/* lib/check/liquid.c - variables and properties that nothing defines. */
#include "check/liquid.h"

#include "base/file.h"
#include "liquid/expression.h"
#include "site/template.h"

enum { MAX_SEEN = 200, MAX_PATH = 100 };

/* --- what may be meant ------------------------------------------------------------------------------------------- */

/* v1 is no slip of v2. */
static bool has_same_digits(Str a, Str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a.len && !char_is_digit(str_at(a, i)))
            i++;
        while (k < b.len && !char_is_digit(str_at(b, k)))
            k++;
        if (str_at(a, i) != str_at(b, k))
            return false;
        if (i >= a.len)
            return true;
        i++;
        k++;
    }
}

/* What other languages call the size of a list. */
static bool means_size(Str word)
{
    return str_eq(word, STR("length")) || str_eq(word, STR("count"));
}

Str liquid_nearest(Str word, StrList names)
{
    Str best = { NULL, 0 };
    size_t least = word.len < 3 ? 1 : word.len < 6 ? 2 : 3; /* short names are all near one another */
    for (size_t i = 0; i < names.len; i++) {
        if (means_size(word) && str_eq(names.items[i], STR("size")))
            return names.items[i];
        size_t distance = str_distance(word, names.items[i], least);
        if (distance < least && has_same_digits(word, names.items[i]) && !str_eq(word, names.items[i])) {
            least = distance;
            best = names.items[i];
        }
    }
    return best;
}

static StrList keys_of(LiquidValue object, LiquidRender *render)
{
    static const Str of_lists[] = { STR_INIT("size"), STR_INIT("first"), STR_INIT("last") };
    if (object.type == LIQUID_DROP && object.drop.class->keys != NULL)
        return object.drop.class->keys(object.drop.object, render);
    if (object.type == LIQUID_ARRAY)
        return (StrList){ of_lists, 3 };
    if (object.type == LIQUID_STRING)
        return (StrList){ of_lists, 1 };
    if (object.type != LIQUID_HASH)
        return (StrList){ NULL, 0 };
    Str *keys = ARENA_ARRAY(liquid_arena(render), Str, object.hash->len);
    for (size_t i = 0; i < object.hash->len; i++)
        keys[i] = object.hash->entries[i].key;
    return (StrList){ keys, object.hash->len };
}

/* --- what is certain --------------------------------------------------------------------------------------------- */

/* Plugins of Jekyll that define nothing for templates. */
static bool is_harmless(Str plugin)
{
    static const char *const harmless[] = {
        "jekyll-feed",           "jekyll-gist",
        "jekyll-gzip",           "jekyll-include-cache",
        "jekyll-liquify",        "jekyll-mentions",
        "jekyll-paginate",       "jekyll-redirect-from",
        "jekyll-relative-links", "jekyll-sass-converter",
        "jekyll-seo-tag",        "jekyll-sitemap",
        "jekyll-target-blank",   "jemoji",
    };
    return str_is_among(plugin, harmless, sizeof(harmless) / sizeof(harmless[0]));
}

static bool has_unknown_plugin(const Tree *plugins)
{
    for (size_t i = 0; plugins != NULL && plugins->kind == TREE_LIST && i < plugins->item_count; i++) {
        if (plugins->items[i]->kind != TREE_SCALAR || !is_harmless(plugins->items[i]->text))
            return true;
    }
    return false;
}

/* A theme in a gem brings a configuration and data too. */
bool liquid_is_open(const Site *site)
{
    const Tree *config = site->config.tree;
    return site->jekyll
           && (tree_get(config, STR("theme")) != NULL || tree_get(config, STR("remote_theme")) != NULL
               || has_unknown_plugin(tree_get(config, STR("plugins")))
               || has_unknown_plugin(tree_get(config, STR("gems")))
               || file_type(path_join(site->arena, site->root, STR("_plugins"))) == FILE_FOLDER);
}

/* What Jekyll sites may leave unsaid: nothing is then meant. */
static bool may_be_unsaid(Str name)
{
    static const char *const names[] = { "baseurl", "description", "github", "lang", "title", "url" };
    return str_is_among(name, names, sizeof(names) / sizeof(names[0]));
}

/* Whether the body or a template makes a variable of that name somewhere, perhaps where it was not rendered. */
static bool is_made(const LiquidSlips *slips, Str text, Str name)
{
    static const char *const tags[] = { "assign ", "capture ", "increment ", "decrement ", "for " };
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        Str tag = arena_join(slips->scratch, str_from(tags[i]), name, (Str){ NULL, 0 });
        if (str_contains(text, tag) || templates_mention(slips->site, tag))
            return true;
    }
    return false;
}

/* Whether nothing is shown for sure, and was meant to be. */
static bool is_certain(const LiquidSlips *slips, const LiquidMissing *missing)
{
    if (missing->use != LIQUID_SHOWN || slips->open)
        return false;
    if (missing->is_root)
        return !missing->is_included && !is_made(slips, missing->span.source->text, missing->name);
    if (!missing->is_global)
        return false;
    if (str_eq(missing->root, STR("site")))
        return !(slips->site->jekyll && may_be_unsaid(missing->name));
    return str_eq(missing->root, STR("page")) && !missing->is_included;
}

/* --- telling ----------------------------------------------------------------------------------------------------- */

bool liquid_is_new(LiquidSlips *slips, Span span)
{
    if (slips->seen.len >= MAX_SEEN)
        return false;
    for (size_t i = slips->seen.len; i-- > 0;) {
        if (span_cmp(slips->seen.items[i], span) == 0)
            return false;
    }
    vec_push(slips->scratch, &slips->seen, span);
    return true;
}

/* `page.titel` or `page["titel"]` as it is written, where it is written in one piece. */
static Str path_of(const LiquidMissing *missing)
{
    const Source *source = missing->span.source;
    uintptr_t start = (uintptr_t)source->text.data, root = (uintptr_t)missing->root.data;
    if (root < start || root - start > missing->span.start || missing->span.start - (root - start) > MAX_PATH)
        return missing->name;
    int before = str_at(source->text, missing->span.start - 1);
    bool quoted = missing->span.start > 0 && (before == '"' || before == '\'');
    return str_slice(source->text, root - start, missing->span.end + (quoted ? strlen("\"]") : 0));
}

static void hint_where(const LiquidSlips *slips, const LiquidMissing *missing)
{
    const char *config = slips->site->jekyll ? "_config.yml" : "herald.yml";
    if (missing->is_root)
        diag_hint(slips->diags, "begin with page or site, as in {{ page.title }}; to show the braces themselves, write "
                                "{%% raw %%} before and {%% endraw %%} behind them");
    else if (missing->object.type == LIQUID_DROP && str_eq(missing->root, STR("page")))
        diag_hint(slips->diags, "write " STR_FMT ": ... in the front matter, or take this out", STR_ARG(missing->name));
    else if (missing->object.type == LIQUID_DROP && str_eq(missing->root, STR("site")))
        diag_hint(slips->diags, "write " STR_FMT ": ... in %s, or take this out", STR_ARG(missing->name), config);
    else if (missing->object.type == LIQUID_ARRAY)
        diag_hint(slips->diags, "a list has \"size\", \"first\" and \"last\"; for what its items have, loop over it");
    else
        diag_hint(slips->diags, "write a name that is there, or take this out");
}

static void tell(const LiquidSlips *slips, const LiquidMissing *missing, Str near)
{
    Str path = path_of(missing);
    if (missing->is_root)
        diag_warning(slips->diags, "liquid-unknown-variable", missing->span,
                     "there is no variable \"" STR_FMT "\": nothing is shown here", STR_ARG(missing->name));
    else
        diag_warning(slips->diags, "liquid-unknown-variable", missing->span,
                     "\"" STR_FMT "\" does not exist: nothing is shown here", STR_ARG(path));
    if (near.len == 0) {
        hint_where(slips, missing);
        return;
    }
    diag_hint(slips->diags, "did you mean \"" STR_FMT "\"?", STR_ARG(near));
    diag_fix(slips->diags, missing->span, arena_copy(slips->diags->arena, near), false);
}

/* What stands in an include has that place: who includes it is said beside. */
static void hint_includer(const LiquidSlips *slips, Str from)
{
    Diag *diag = &slips->diags->items[slips->diags->len - 1];
    if (from.len > 0)
        diag_hint(slips->diags, STR_FMT "; included from " STR_FMT, STR_ARG(diag->hint), STR_ARG(from));
}

/* Whether it stands in a tag of which a part is ignored: that has been told. */
static bool is_ignored(const LiquidSlips *slips, Span span)
{
    Str text = span.source->text;
    for (size_t i = 0; i < slips->diags->len; i++) {
        const Diag *diag = &slips->diags->items[i];
        if (strcmp(diag->rule, "liquid-lax") != 0 || diag->span.source != span.source)
            continue;
        Str between = diag->span.start < span.start ? str_slice(text, diag->span.start, span.start)
                                                    : str_slice(text, span.end, diag->span.start);
        if (!str_contains(between, STR("}}")) && !str_contains(between, STR("%}")))
            return true;
    }
    return false;
}

static void see_missing(void *context, const LiquidMissing *missing, LiquidRender *render)
{
    LiquidSlips *slips = context;
    if (missing->use == LIQUID_TESTED || liquid_check_parameter(slips, missing) || !liquid_is_new(slips, missing->span))
        return;
    StrList names = missing->is_root ? liquid_variables(render) : keys_of(missing->object, render);
    Str near = liquid_nearest(missing->name, names);
    if ((near.len == 0 && !is_certain(slips, missing)) || is_ignored(slips, missing->span))
        return;
    tell(slips, missing, near);
    hint_includer(slips, liquid_included_from(render));
}

static void see_inclusion(void *context, const LiquidInclusion *inclusion, LiquidRender *render)
{
    (void)render;
    liquid_check_inclusion(context, inclusion);
}

const LiquidWatch *liquid_slips(const Site *site, bool open, Diags *diags, Arena *scratch)
{
    LiquidSlips *slips = ARENA_NEW(scratch, LiquidSlips);
    LiquidWatch *watch = ARENA_NEW(scratch, LiquidWatch);

    *slips = (LiquidSlips){ .site = site, .diags = diags, .scratch = scratch, .open = open };
    *watch = (LiquidWatch){ .context = slips, .missing = see_missing, .included = see_inclusion };
    return watch;
}
