/* lib/site/template.h - layouts and includes: a site's own, then the default theme's. */
#pragma once

#include "site/site.h"

typedef struct Layout {
    Str name;
    const Source *source;
    const Tree *front_matter; /* `layout` in layouts */
    Str parent_name;
    const struct Layout *parent; /* NULL for the outermost */
    const LiquidTemplate *template;
} Layout;

/* Reads and parses every layout and include below the two folders (relative to the site's root) and of the default
 * theme into `site->templates`. Faults are added to `site->diags`. */
void templates_load(Site *site, Str layouts_folder, Str includes_folder);

/* Whether a layout or include has this word in its text. */
bool templates_mention(const Site *site, Str word);

/* NULL when there is none of that name. */
const Layout *templates_layout(const Site *site, Str name);

/* All layouts, and all includes by the names that {% include %} takes: NULL and "" past the last. */
const Layout *templates_layout_at(const Site *site, size_t i);
Str templates_include_at(const Site *site, size_t i);
const Source *templates_include_source(const Site *site, Str name); /* NULL when there is none */

/* Says when a post or page names a layout that nobody has; the theme's "post" or "page" (`otherwise`) is then used. */
void templates_check_layout(const Site *site, Str name, const char *otherwise, const Tree *front_matter, Span place,
                            Diags *diags);

/* The loader for liquid: finds includes, and tells the faults of what it finds. Its context is the Site. */
const LiquidTemplate *templates_include(void *site, Str name, Diags *diags);

/* The include whose name is most like this one, "" for none near. */
Str templates_suggest(void *site, Str name);

/* What a page is rendered from. */
typedef struct PageInput {
    LiquidValue page;
    LiquidValue paginator;    /* nil for none */
    Str content;              /* what the innermost layout is put around */
    const Layout *layout;     /* NULL: the content alone */
    const LiquidWatch *watch; /* NULL: nobody looks */
} PageInput;

/* The page, all its layouts around it. False: a limit was passed or a template is at fault. */
bool template_render(Str *out, const Site *site, const PageInput *input, Arena *arena, Diags *diags);

/* The variables of a template: site, page, layout, jekyll, theme, content, paginator. */
typedef struct TemplateGlobals {
    LiquidHashEntry entries[7];
} TemplateGlobals;

/* What every render of this site has: engine, loaders, limits, clock and zone; and that of a page, with the variables,
 * which `globals` holds. */
LiquidInput template_input(const Site *site);
LiquidInput template_page_input(const Site *site, const PageInput *page, const Tree *layout, TemplateGlobals *globals,
                                Arena *arena);
