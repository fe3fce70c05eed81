/* lib/liquid/watch.c */
#include "liquid/watch.h"

#include "liquid/render.h"

LiquidUse watch_use(LiquidRender *render, LiquidUse use)
{
    LiquidUse outer = render->use;
    if (use > render->use)
        render->use = use;
    return outer;
}

/* Names are views of what the author wrote, unless they were computed. */
static bool find_place(Span *out, Str name, const Source *source)
{
    uintptr_t start = (uintptr_t)source->text.data, at = (uintptr_t)name.data;
    if (name.len == 0 || at < start || at - start + name.len > source->text.len)
        return false;
    *out = (Span){ source, (uint32_t)(at - start), (uint32_t)(at - start + name.len) };
    return true;
}

typedef VEC(Str) Names;

static void add_names(Names *names, const Map *map)
{
    for (size_t i = 0; i < map->len; i++)
        vec_push(map->arena, names, map->entries[i].key);
}

StrList liquid_variables(LiquidRender *render)
{
    Names names = { 0 };
    for (const LiquidBinding *binding = render->bindings; binding != NULL; binding = binding->outer)
        vec_push(render->arena, &names, binding->name);
    add_names(&names, &render->locals);
    add_names(&names, &render->counters);
    for (size_t i = 0; !render->isolated && i < render->input->global_count; i++)
        vec_push(render->arena, &names, render->input->globals[i].key);
    return (StrList){ names.items, names.len };
}

void watch_missing(LiquidRender *render, Str root, Str name, LiquidValue object)
{
    const LiquidWatch *watch = render->input->watch;
    LiquidValue value;
    LiquidMissing missing = {
        .name = name,
        .root = root,
        .is_root = root.data == name.data,
        .is_global = render_global(&value, render, root),
        .object = object,
        .use = render->use,
        .inclusion = render->inclusion,
    };

    if (watch == NULL || render->node == NULL || render->failed
        || !find_place(&missing.span, name, render->node->span.source))
        return;
    missing.is_included = missing.span.source != render->main;
    watch->missing(watch->context, &missing, render);
}

void watch_inclusion(LiquidRender *render)
{
    const LiquidWatch *watch = render->input->watch;
    if (watch != NULL)
        watch->included(watch->context, render->inclusion, render);
}
