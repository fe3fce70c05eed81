/* lib/liquid/render.c - walking the tree: output, faults, limits. */
#include "liquid/render.h"

#include <stdarg.h>
#include <stdio.h>

#include "liquid/parser.h"

/* Ten million steps take less than a second. Memory is looked at now and then, not at each step. */
const LiquidLimits liquid_default_limits = { .max_output_bytes = 32 << 20, .max_steps = 10000000, .max_depth = 100 };

enum { STEPS_BETWEEN_CHECKS = 4096, MEMORY_FACTOR = 8 };

/* --- faults and limits ------------------------------------------------------------------------------------------- */

static void set_failure(LiquidRender *render, Str message)
{
    if (render->failed)
        return;
    render->failed = true;
    render->failure = message;
}

LiquidValue liquid_fail(LiquidRender *render, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    size_t size = len < 0 ? 0 : (size_t)len < sizeof(text) ? (size_t)len : sizeof(text) - 1;
    set_failure(render, arena_copy(render->arena, (Str){ text, size }));
    return liquid_nil();
}

void render_fail_quietly(LiquidRender *render, const char *what, Str name)
{
    if (render->failed)
        return;
    set_failure(render, arena_format(render->arena, "%s " STR_FMT, what, STR_ARG(name)));
    render->quiet_failure = true;
}

bool liquid_failed(const LiquidRender *render)
{
    return render->failed;
}

void render_stop(LiquidRender *render, const char *what)
{
    if (render->stopped)
        return;
    render->failed = true;
    render->stopped = true;
    render->failure = str_from(what);
}

bool render_check(LiquidRender *render)
{
    const LiquidLimits *limits = &render->input->limits;
    if (render->steps > limits->max_steps)
        render_stop(render, "the template takes too many steps");
    else if (arena_size(render->arena) - render->arena_start > limits->max_output_bytes * MEMORY_FACTOR)
        render_stop(render, "the template needs too much memory");
    render->next_check = render->steps + STEPS_BETWEEN_CHECKS;
    if (render->next_check > limits->max_steps)
        render->next_check = limits->max_steps + 1;
    return !render->stopped;
}

bool liquid_spend(LiquidRender *render, size_t steps)
{
    return render_spend(render, steps);
}

size_t liquid_steps(const LiquidRender *render)
{
    return render->steps;
}

Diags *liquid_diags(LiquidRender *render)
{
    return render->diags;
}

Str liquid_included_from(const LiquidRender *render)
{
    return render->included_from;
}

/* Each place once, however often a loop comes by. */
static bool is_new(LiquidRender *render, const Node *node)
{
    Str key = { (const char *)&node, sizeof(node) };
    if (map_has(&render->reported, key))
        return false;
    map_put(&render->reported, arena_copy(render->arena, key), NULL);
    return true;
}

static void hint_include(LiquidRender *render)
{
    if (render->included_from.len > 0)
        diag_hint(render->diags, "included from " STR_FMT, STR_ARG(render->included_from));
}

/* What is wrong with a tag is told once: one of which a part was ignored fails for want of that. */
static bool fails_at_ignored(LiquidRender *render, Span span)
{
    for (size_t i = 0; i < render->parsed_diags; i++) {
        Diag *diag = &render->diags->items[i];
        if (strcmp(diag->rule, "liquid-lax") != 0 || diag->span.source != span.source || diag->span.start < span.start
            || diag->span.end > span.end)
            continue;
        if (diag->severity < SEVERITY_ERROR)
            render->diags->errors++;
        diag->severity = SEVERITY_ERROR;
        diag->message = arena_format(render->diags->arena, STR_FMT ", and the rest fails: " STR_FMT,
                                     STR_ARG(diag->message), STR_ARG(render->failure));
        return true;
    }
    return false;
}

/* As Ruby shows it, with the line of the author's file; of another file than the template's, with its name. */
static void write_failure(Buf *out, const Node *node, LiquidRender *render)
{
    const Source *source = node->span.source;
    buf_put(out, STR("Liquid error ("));
    if (source != render->main)
        buf_put_format(out, STR_FMT " ", STR_ARG(source->path));
    buf_put_format(out, "line %u): ", source_place(source, node->span.start).line);
    buf_put(out, render->failure);
}

static Flow settle_failure(Buf *out, const Node *node, LiquidRender *render)
{
    if (render->stopped) {
        if (is_new(render, NULL)) {
            diag_stop(render->diags, "liquid-limit", node->span, STR_FMT, STR_ARG(render->failure));
            hint_include(render);
        }
        return FLOW_STOP;
    }
    if (is_new(render, node) && !fails_at_ignored(render, node->span)) {
        diag_error(render->diags, "liquid-error", node->span, STR_FMT, STR_ARG(render->failure));
        hint_include(render);
    }
    if (!render->quiet_failure && !node->blank)
        write_failure(out, node, render);
    render->failed = render->quiet_failure = false;
    return FLOW_ON;
}

/* --- nodes ------------------------------------------------------------------------------------------------------- */

void render_place(const Buf *out, Span span, bool literal, LiquidRender *render)
{
    if (render->places != NULL && out == render->top)
        places_add(render->places, out->len, span, literal);
}

static Flow render_node(Buf *out, const Node *node, LiquidRender *render)
{
    render_place(out, node->span, node->render == NULL, render);
    if (node->render == NULL) {
        buf_put(out, node->text);
        return FLOW_ON;
    }
    const Node *outer = render->node;
    render->node = node;
    Flow flow = node->render(out, node, render);
    render->node = outer;
    if (!render->failed)
        return flow;
    render_place(out, node->span, false, render);
    return settle_failure(out, node, render);
}

Flow render_body(Buf *out, const Body *body, LiquidRender *render)
{
    Flow flow = FLOW_ON;

    if (render->depth >= render->input->limits.max_depth) {
        render_stop(render, "blocks and includes are nested too deep");
        return FLOW_STOP;
    }
    render->depth++;
    for (size_t i = 0; i < body->len && flow == FLOW_ON; i++) {
        if (out->len > render->max_len)
            render_stop(render, "the output is too long");
        if (!render_spend(render, 1) || render->stopped) {
            flow = settle_failure(out, &body->nodes[i], render);
            break;
        }
        flow = render_node(out, &body->nodes[i], render);
    }
    render->depth--;
    return flow;
}

void liquid_render_body(Buf *out, const LiquidBody *body, LiquidRender *render)
{
    render_body(out, &body->body, render);
}

Str render_chain(Span span, LiquidRender *render)
{
    enum { MAX_CHAIN = 300 };
    Place place = source_place(span.source, span.start);
    Str outer = render->included_from;
    Str own = arena_format(render->arena, STR_FMT ":%u", STR_ARG(span.source->path), place.line);

    if (outer.len == 0 || outer.len > MAX_CHAIN)
        return own;
    bool again = str_starts_with(outer, own) && !char_is_digit(str_at(outer, own.len));
    return again ? outer : arena_join(render->arena, own, STR(", and that from "), outer);
}

Flow render_partial(Buf *out, const LiquidTemplate *partial, Span span, LiquidRender *render)
{
    Places *places = render->places;
    Str included_from = render->included_from;
    if (out == render->top)
        render->places = NULL; /* all that the partial writes comes from the tag that includes it */
    render->included_from = span.source == NULL ? included_from : render_chain(span, render);
    Flow flow = render_body(out, &partial->body, render);
    render->places = places;
    render->included_from = included_from;
    return flow;
}

bool liquid_render_partial(Buf *out, const LiquidTemplate *partial, LiquidRender *render)
{
    render_partial(out, partial, (Span){ NULL, 0, 0 }, render);
    return !render->stopped;
}

/* --- variables --------------------------------------------------------------------------------------------------- */

void liquid_bind(LiquidRender *render, LiquidBinding *binding)
{
    binding->outer = render->bindings;
    render->bindings = binding;
}

void liquid_unbind(LiquidRender *render)
{
    render->bindings = render->bindings->outer;
}

void render_assign(LiquidRender *render, Str name, LiquidValue value)
{
    LiquidValue **slot = (LiquidValue **)(void *)map_at(&render->locals, name);
    if (*slot == NULL)
        *slot = ARENA_NEW(render->arena, LiquidValue);
    **slot = value;
}

bool render_global(LiquidValue *out, const LiquidRender *render, Str name)
{
    if (render->isolated)
        return false;
    for (size_t i = 0; i < render->input->global_count; i++) {
        if (str_eq(render->input->globals[i].key, name)) {
            *out = render->input->globals[i].value;
            return true;
        }
    }
    return false;
}

bool render_lookup(LiquidValue *out, LiquidRender *render, Str name)
{
    for (const LiquidBinding *binding = render->bindings; binding != NULL; binding = binding->outer) {
        if (str_eq(binding->name, name)) {
            *out = binding->value;
            return true;
        }
    }
    const LiquidValue *value = map_get(&render->locals, name);
    if (value == NULL)
        value = map_get(&render->counters, name);
    if (value == NULL)
        return render_global(out, render, name);
    *out = *value;
    return true;
}

LiquidValue liquid_variable(LiquidRender *render, Str name)
{
    LiquidValue value = liquid_nil();
    render_lookup(&value, render, name);
    return value;
}

/* --- whole ------------------------------------------------------------------------------------------------------- */

void *liquid_host(const LiquidRender *render)
{
    return render->input->host;
}

Arena *liquid_arena(LiquidRender *render)
{
    return render->arena;
}

bool liquid_render(Buf *out, const LiquidTemplate *template, const LiquidInput *input, Arena *arena, Diags *diags)
{
    size_t stops = diags->stops;
    LiquidRender render = {
        .input = input,
        .arena = arena,
        .diags = diags,
        .parsed_diags = diags->len,
        .top = out,
        .places = input->places,
        .main = template->region.source,
        .locals = { .arena = arena },
        .counters = { .arena = arena },
        .offsets = { .arena = arena },
        .cycles = { .arena = arena },
        .reported = { .arena = arena },
        .arena_start = arena_size(arena),
        .max_len = out->len + input->limits.max_output_bytes,
    };

    render_body(out, &template->body, &render);
    return diags->stops == stops;
}
