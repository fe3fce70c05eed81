/* lib/site/template.c */
#include "site/template.h"

#include "base/file.h"
#include "liquid/expression.h"
#include "post/frontmatter.h"
#include "site/drops.h"
#include "site/lists.h"
#include "site/theme.h"
#include "site/value.h"

struct Templates {
    Map layouts;  /* name without extension to Layout */
    Map failed;   /* likewise, of those that cannot be used: told already */
    Map includes; /* path to Include */
};

enum { MAX_LAYOUT_DEPTH = 20 };

/* Not const, as a map holds it; nobody changes it. */
static void *parse(Site *site, Span region)
{
    const LiquidTemplate *template = liquid_parse(site->engine, region, LIQUID_LAX, site->arena, site->diags);
    return (void *)(uintptr_t) template;
}

/* With a fault it prints nothing, and whoever includes it is told of that. */
typedef struct Include {
    const Source *source;
    const LiquidTemplate *template;
    Diags faults;
} Include;

static void add_include(Site *site, Templates *templates, Str name, const Source *source)
{
    if (map_has(&templates->includes, name))
        return;
    Include *include = ARENA_NEW(site->arena, Include);
    *include = (Include){ .source = source, .faults = { .arena = site->arena } };
    include->template = liquid_parse(site->engine, span_whole(source), LIQUID_LAX, site->arena, &include->faults);
    if (include->template == NULL)
        include->template = parse(site, (Span){ source, 0, 0 });
    map_put(&templates->includes, name, include);
}

static bool has_front_matter(Str text)
{
    return str_starts_with(text, STR("---\n")) || str_starts_with(text, STR("---\r\n"));
}

static void add_layout(Site *site, Templates *templates, Str path, const Source *source)
{
    Str name = str_slice(path, 0, path.len - path_extension(path).len);
    FrontMatter matter = { .body = span_whole(source) };

    if (map_has(&templates->layouts, name))
        return;
    if (has_front_matter(source->text) && !frontmatter_read(&matter, source, site->arena, site->diags))
        return;
    Layout *layout = ARENA_NEW(site->arena, Layout);
    *layout = (Layout){ .name = name, .source = source, .front_matter = matter.tree };
    layout->parent_name = value_text(matter.tree, "layout", (Str){ NULL, 0 }, site->diags);
    layout->template = parse(site, matter.body);
    map_put(layout->template != NULL ? &templates->layouts : &templates->failed, name, layout);
}

typedef void (*AddTemplate)(Site *site, Templates *templates, Str name, const Source *source);

static void load_folder(Site *site, Templates *templates, Str folder, AddTemplate add)
{
    StrList files;
    Str path = path_join(site->arena, site->root, folder);

    if (!file_list(&files, path, site->arena, site->diags))
        return;
    for (size_t i = 0; i < files.len; i++) {
        const Source *source;
        Str shown = site_shown_path(site, path_join(site->arena, folder, files.items[i]), site->arena);
        if (source_read(&source, path_join(site->arena, path, files.items[i]), shown, site->arena, site->diags))
            add(site, templates, files.items[i], source);
    }
}

static void load_theme(Site *site, Templates *templates)
{
    static const Str layouts = STR_INIT("_layouts/");
    static const Str includes = STR_INIT("_includes/");

    for (size_t i = 0; i < theme_file_count; i++) {
        ThemeFile file = theme_file(i);
        bool layout = str_starts_with(file.path, layouts);
        if (!layout && !str_starts_with(file.path, includes))
            continue;
        const Source *source =
            source_new(arena_join(site->arena, STR("theme:"), file.path, (Str){ NULL, 0 }), file.bytes, site->arena);
        Str name = str_from_offset(file.path, layout ? layouts.len : includes.len);
        (layout ? add_layout : add_include)(site, templates, name, source);
    }
}

static bool has_cycle(const Layout *layout)
{
    int depth = 0;
    for (const Layout *l = layout; l != NULL; l = l->parent) {
        if (++depth > MAX_LAYOUT_DEPTH)
            return true;
    }
    return false;
}

static void link_layouts(Site *site, Templates *templates)
{
    for (size_t i = 0; i < templates->layouts.len; i++) {
        Layout *layout = templates->layouts.entries[i].value;
        if (layout->parent_name.len == 0 || str_eq(layout->parent_name, STR("none")))
            continue;
        layout->parent = map_get(&templates->layouts, layout->parent_name);
        const Tree *place = tree_get(layout->front_matter, STR("layout"));
        if (layout->parent == NULL && !map_has(&templates->failed, layout->parent_name)) {
            diag_error(site->diags, "layout-missing", place->span, "there is no layout \"" STR_FMT "\"",
                       STR_ARG(layout->parent_name));
        } else if (layout->parent != NULL && has_cycle(layout)) {
            diag_error(site->diags, "layout-missing", place->span, "the layout \"" STR_FMT "\" lies within itself",
                       STR_ARG(layout->name));
            layout->parent = NULL;
        }
    }
}

static bool is_named(const Templates *templates, Str name)
{
    for (size_t i = 0; i < templates->layouts.len; i++) {
        const Layout *layout = templates->layouts.entries[i].value;
        if (str_contains(layout->source->text, name))
            return true;
    }
    for (size_t i = 0; i < templates->includes.len; i++) {
        const Include *include = templates->includes.entries[i].value;
        if (str_contains(include->source->text, name))
            return true;
    }
    return false;
}

/* Of an include that other templates name, each page may be at fault: its faults are the site's. Those of one that only
 * bodies name are told where these include it, and those of one that nobody names are nobody's. */
static void tell_faults(Site *site, Templates *templates)
{
    for (size_t i = 0; i < templates->includes.len; i++) {
        Include *include = templates->includes.entries[i].value;
        if (include->faults.len == 0 || !is_named(templates, templates->includes.entries[i].key))
            continue;
        diags_append(site->diags, &include->faults);
        include->faults.len = 0;
    }
}

void templates_load(Site *site, Str layouts_folder, Str includes_folder)
{
    Templates *templates = ARENA_NEW(site->arena, Templates);
    templates->layouts.arena = site->arena;
    templates->failed.arena = site->arena;
    templates->includes.arena = site->arena;
    load_folder(site, templates, includes_folder, add_include);
    load_folder(site, templates, layouts_folder, add_layout);
    load_theme(site, templates);
    link_layouts(site, templates);
    tell_faults(site, templates);
    site->templates = templates;
}

bool templates_mention(const Site *site, Str word)
{
    return site->templates != NULL && is_named(site->templates, word);
}

const Layout *templates_layout(const Site *site, Str name)
{
    return site->templates == NULL ? NULL : map_get(&site->templates->layouts, name);
}

const Layout *templates_layout_at(const Site *site, size_t i)
{
    const Map *layouts = &site->templates->layouts;
    return i < layouts->len ? layouts->entries[i].value : NULL;
}

Str templates_include_at(const Site *site, size_t i)
{
    const Map *includes = &site->templates->includes;
    return i < includes->len ? includes->entries[i].key : (Str){ NULL, 0 };
}

const Source *templates_include_source(const Site *site, Str name)
{
    const Include *include = map_get(&site->templates->includes, name);
    return include == NULL ? NULL : include->source;
}

static bool has_failed(const Site *site, Str name)
{
    return site->templates != NULL && map_has(&site->templates->failed, name);
}

void templates_check_layout(const Site *site, Str name, const char *otherwise, const Tree *front_matter, Span place,
                            Diags *diags)
{
    const Tree *key = tree_get(front_matter, STR("layout"));
    if (name.len == 0 || str_eq(name, STR("none")) || str_eq(name, STR("null")) || templates_layout(site, name) != NULL
        || has_failed(site, name))
        return;
    diag_warning(diags, "layout-missing", key == NULL ? place : key->span,
                 "there is no layout \"" STR_FMT "\"; \"%s\" is used", STR_ARG(name), otherwise);
}

/* Once for each page or post, however often it includes the file. */
static void tell_once(Diags *diags, const Diags *faults)
{
    for (size_t i = 0; i < diags->len; i++) {
        if (diags->items[i].message.data == faults->items[0].message.data)
            return;
    }
    diags_append(diags, faults);
}

const LiquidTemplate *templates_include(void *site, Str name, Diags *diags)
{
    const Site *self = site;
    const Include *include = map_get(&self->templates->includes, name);

    if (include == NULL)
        return NULL;
    if (include->faults.len > 0)
        tell_once(diags, &include->faults);
    return include->template;
}

Str templates_suggest(void *site, Str name)
{
    enum { FARTHEST = 3 };
    const Map *includes = &((const Site *)site)->templates->includes;
    Str best = { NULL, 0 };
    size_t least = FARTHEST + 1;
    for (size_t i = 0; i < includes->len; i++) {
        size_t distance = str_distance(name, includes->entries[i].key, FARTHEST);
        if (distance < least || str_eq(path_name(includes->entries[i].key), name)) {
            least = distance < least ? distance : least;
            best = includes->entries[i].key;
        }
    }
    return best;
}

/* Beside the page or post itself, whatever file is rendered for it. */
static const LiquidTemplate *include_relative(LiquidRender *render, Str name)
{
    const Site *site = drops_host_site(render);
    Arena *arena = liquid_arena(render);
    const Source *source;
    Str path = liquid_text(liquid_get(liquid_variable(render, STR("page")), STR("path"), render), render);
    LiquidValue collection = liquid_get(liquid_variable(render, STR("page")), STR("collection"), render);
    if (collection.type == LIQUID_STRING && collection.string.len > 0)
        path = path_join(arena, site->collections_dir, path);
    Str relative = path_join(arena, path_folder(path), name);
    Str full = path_join(arena, site->root, relative);
    Str shown = site_shown_path(site, relative, arena);

    if (file_type(full) != FILE_REGULAR || !source_read(&source, full, shown, arena, liquid_diags(render)))
        return NULL;
    return liquid_parse(site->engine, span_whole(source), LIQUID_LAX, arena, liquid_diags(render));
}

LiquidInput template_input(const Site *site)
{
    return (LiquidInput){
        .engine = site->engine,
        .loader = templates_include,
        .loader_context = drops_host(site),
        .suggest = templates_suggest,
        .relative_loader = include_relative,
        .host = drops_host(site),
        .limits = liquid_default_limits,
        .now_unix_s = site->now_unix_s,
        .zone = site->zone,
    };
}

LiquidInput template_page_input(const Site *site, const PageInput *page, const Tree *layout, TemplateGlobals *globals,
                                Arena *arena)
{
    const SiteLists *lists = site_lists_in(site, arena);
    LiquidInput input = template_input(site);

    *globals = (TemplateGlobals){ {
        { STR("site"), drops_site(site) },
        { STR("page"), page->page },
        { STR("content"), page->content.data == NULL ? liquid_nil() : liquid_string(page->content) },
        { STR("layout"), liquid_from_tree(layout, arena) },
        { STR("paginator"), page->paginator },
        { STR("jekyll"), lists->jekyll },
        { STR("theme"), lists->theme },
    } };
    input.globals = globals->entries;
    input.watch = page->watch;
    input.global_count = sizeof(globals->entries) / sizeof(globals->entries[0]);
    return input;
}

/* `layout` is the front matter of this layout and of those within it, which win. */
static bool render_layout(Str *content, const Site *site, const PageInput *page, const Layout *layout,
                          const Tree *merged, Arena *arena, Diags *diags)
{
    PageInput own = *page;
    TemplateGlobals globals;

    own.content = *content;
    LiquidInput input = template_page_input(site, &own, merged, &globals, arena);
    Buf buf = { .arena = arena };
    buf_reserve(&buf, content->len + 8192);
    if (!liquid_render(&buf, layout->template, &input, arena, diags))
        return false;
    *content = buf_str(&buf);
    return true;
}

bool template_render(Str *out, const Site *site, const PageInput *input, Arena *arena, Diags *diags)
{
    const Tree *merged = NULL;
    *out = input->content;
    for (const Layout *layout = input->layout; layout != NULL; layout = layout->parent) {
        merged = tree_merge(layout->front_matter, merged, arena);
        if (!render_layout(out, site, input, layout, merged, arena, diags))
            return false;
    }
    return true;
}
