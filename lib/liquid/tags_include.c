/* lib/liquid/tags_include.c - include and include_relative, as Jekyll has them, and render. */
#include "liquid/include_name.h"
#include "liquid/loop.h"
#include "liquid/tags.h"

typedef struct Include {
    Str name;                       /* as written */
    const LiquidTemplate *computed; /* what makes the name, where `{{ }}` is in it */
    Span name_span;
    const Parameter *parameters;
    const Span *parameter_names;
    size_t parameter_count;
    bool relative; /* to the file that is rendered */
} Include;

static LiquidValue make_parameters(const Include *include, LiquidRender *render)
{
    LiquidUse outer = watch_use(render, LIQUID_KEPT);
    LiquidHashEntry *entries = ARENA_ARRAY(render->arena, LiquidHashEntry, include->parameter_count);
    size_t len = 0;
    for (size_t i = 0; i < include->parameter_count; i++) {
        const Parameter *parameter = &include->parameters[i];
        LiquidValue value = parameter->value == NULL ? parameter->literal : eval_value(render, parameter->value);
        size_t at = 0;
        while (at < len && !str_eq(entries[at].key, parameter->name))
            at++;
        entries[at] = (LiquidHashEntry){ parameter->name, value };
        len += at == len;
    }
    render->use = outer;
    return liquid_hash(entries, len, render->arena);
}

static Str include_name(const Include *include, LiquidRender *render)
{
    if (include->computed == NULL)
        return include->name;
    Buf buf = { .arena = render->arena };
    render_partial(&buf, include->computed, (Span){ NULL, 0, 0 }, render);
    return str_trim(buf_str(&buf));
}

static bool refuse_name(Diags *diags, Span span, Str name, IncludeName why)
{
    if (why == INCLUDE_NAME_OUTSIDE)
        return diag_stop(diags, "liquid-include-outside", span, "\"" STR_FMT "\" leads outside the folder of includes",
                         STR_ARG(name));
    return diag_stop(diags, "liquid-syntax", span, "\"" STR_FMT "\" is no name of a file", STR_ARG(name));
}

static void report_missing(const Include *include, Str name, LiquidRender *render)
{
    const LiquidInput *input = render->input;
    Str guess = { NULL, 0 };

    if (!include->relative && input->suggest != NULL)
        guess = input->suggest(input->loader_context, name);
    diag_stop(render->diags, "liquid-include-missing", include->name_span,
              "there is no file \"" STR_FMT "\" to include", STR_ARG(name));
    if (guess.len > 0 && include->computed == NULL)
        diag_fix(render->diags, include->name_span, guess, false);
    if (guess.len > 0 && render->included_from.len > 0)
        diag_hint(render->diags, "did you mean \"" STR_FMT "\"? included from " STR_FMT, STR_ARG(guess),
                  STR_ARG(render->included_from));
    else if (guess.len > 0)
        diag_hint(render->diags, "did you mean \"" STR_FMT "\"?", STR_ARG(guess));
    else if (render->included_from.len > 0)
        diag_hint(render->diags, "included from " STR_FMT, STR_ARG(render->included_from));
}

/* What is wrong with the file itself stands at its own place: who includes it is said beside. */
static void name_includer(const Include *include, size_t first, LiquidRender *render)
{
    for (size_t i = first; i < render->diags->len; i++) {
        Diag *diag = &render->diags->items[i];
        diag->hint = arena_format(render->diags->arena, STR_FMT "%sincluded from " STR_FMT, STR_ARG(diag->hint),
                                  diag->hint.len > 0 ? "; " : "", STR_ARG(render_chain(include->name_span, render)));
    }
}

static const LiquidTemplate *load(const Include *include, Str name, LiquidRender *render)
{
    const LiquidInput *input = render->input;
    size_t before = render->diags->len;
    IncludeName check = include_check_name(name);
    const LiquidTemplate *partial = NULL;

    if (check != INCLUDE_NAME_GOOD) {
        refuse_name(render->diags, include->name_span, name, check);
        return NULL;
    }
    if (str_at(name, 0) == '/') /* of the folder of includes, as all names are */
        name = str_from_offset(name, 1);
    if (include->relative && input->relative_loader != NULL)
        partial = input->relative_loader(render, name);
    else if (!include->relative && input->loader != NULL)
        partial = input->loader(input->loader_context, name, render->diags);
    if (partial == NULL && render->diags->len == before)
        report_missing(include, name, render);
    else
        name_includer(include, before, render);
    return partial;
}

/* Renders the file, and says so to whoever looks. */
static Flow render_file(Buf *out, const Node *node, const LiquidTemplate *partial, Str name, LiquidRender *render)
{
    const Include *include = node->data;
    LiquidInclusion inclusion = {
        .name = include->name_span,
        .file = name,
        .region = partial->region,
        .parameters = include->parameter_names,
        .parameter_count = include->parameter_count,
        .outer = render->inclusion,
    };
    render->inclusion = &inclusion;
    watch_inclusion(render);
    Flow flow = render_partial(out, partial, node->span, render);
    render->inclusion = inclusion.outer;
    return flow;
}

static Flow render_include(Buf *out, const Node *node, LiquidRender *render)
{
    const Include *include = node->data;
    LiquidBinding binding = { .name = STR("include") };
    Str name = include_name(include, render);
    if (render->stopped)
        return FLOW_STOP;
    const LiquidTemplate *partial = load(include, name, render);
    if (partial == NULL)
        return FLOW_ON;
    if (include->parameter_count == 0) /* then those of an outer include show through */
        return render_file(out, node, partial, name, render);
    binding.value = make_parameters(include, render);
    if (render->failed)
        return FLOW_ON;
    liquid_bind(render, &binding);
    Flow flow = render_file(out, node, partial, name, render);
    liquid_unbind(render);
    return flow;
}

static bool read_include(Include *include, Parser *parser, const Tag *tag)
{
    Parameters parameters = { 0 };
    bool computed;
    size_t end = include_name_end(&computed, tag->markup.str);
    Located name = located_slice(tag->markup, 0, end);
    Syntax *syntax = &parser->syntax;

    if (name.str.len == 0)
        return parser_fault(parser, tag->span, "the name of a file to include");
    *include = (Include){ .name = name.str, .name_span = name.span };
    if (computed) {
        include->computed = liquid_parse(syntax->engine, name.span, syntax->mode, syntax->arena, syntax->diags);
    } else {
        IncludeName check = include_check_name(name.str);
        if (check != INCLUDE_NAME_GOOD)
            return refuse_name(syntax->diags, name.span, name.str, check);
    }
    if (!include_read_parameters(&parameters, parser, located_slice(tag->markup, end, tag->markup.str.len)))
        return false;
    include->parameters = parameters.items;
    include->parameter_count = parameters.len;
    Span *names = ARENA_ARRAY(syntax->arena, Span, parameters.len);
    for (size_t i = 0; i < parameters.len; i++)
        names[i] = parameters.items[i].span;
    include->parameter_names = names;
    return true;
}

static void parse_include(Parser *parser, const Tag *tag, Nodes *out)
{
    Include *include = ARENA_NEW(parser->syntax.arena, Include);
    if (read_include(include, parser, tag))
        parser_add(parser, out, (Node){ .render = render_include, .data = include, .span = tag->span });
}

static void parse_include_relative(Parser *parser, const Tag *tag, Nodes *out)
{
    Include *include = ARENA_NEW(parser->syntax.arena, Include);
    if (!read_include(include, parser, tag))
        return;
    include->relative = true;
    parser_add(parser, out, (Node){ .render = render_include, .data = include, .span = tag->span });
}

/* --- render: a file that sees nothing but what it is given ------------------------------------------------------- */

typedef struct RenderTag {
    Include file;
    const Expr *subject; /* `with x` or `for x` */
    Str alias;
    bool each;
} RenderTag;

/* `render` has its own world; this is put aside meanwhile. */
typedef struct World {
    LiquidBinding *bindings;
    Map locals;
    Forloop *forloop;
    bool isolated;
} World;

static World enter_world(LiquidRender *render)
{
    World outer = { render->bindings, render->locals, render->forloop, render->isolated };
    render->bindings = NULL;
    render->locals = (Map){ .arena = render->arena };
    render->isolated = true;
    return outer;
}

static void leave_world(LiquidRender *render, const World *outer)
{
    render->bindings = outer->bindings;
    render->locals = outer->locals;
    render->forloop = outer->forloop;
    render->isolated = outer->isolated;
}

/* One time; `item` is the subject, `forloop` NULL but in a loop. */
static Flow render_once(Buf *out, const Node *node, const LiquidTemplate *partial, LiquidValue item,
                        const Forloop *forloop, LiquidRender *render)
{
    const RenderTag *tag = node->data;
    LiquidValue parameters = make_parameters(&tag->file, render);
    if (render->failed)
        return FLOW_ON;
    World outer = enter_world(render);
    if (forloop != NULL)
        render_assign(render, STR("forloop"), loop_drop(forloop));
    if (tag->subject != NULL)
        render_assign(render, tag->alias, item);
    for (size_t i = 0; i < parameters.hash->len; i++)
        render_assign(render, parameters.hash->entries[i].key, parameters.hash->entries[i].value);
    Flow flow = render_partial(out, partial, node->span, render);
    leave_world(render, &outer);
    return flow == FLOW_STOP ? FLOW_STOP : FLOW_ON;
}

static Flow render_each(Buf *out, const Node *node, const LiquidTemplate *partial, LiquidValue list,
                        LiquidRender *render)
{
    const RenderTag *tag = node->data;
    Forloop *forloop = ARENA_NEW(render->arena, Forloop);
    Flow flow = FLOW_ON;
    *forloop = (Forloop){ .name = tag->alias, .length = liquid_count(list) };
    for (; forloop->index < forloop->length && flow == FLOW_ON && render_spend(render, 1); forloop->index++)
        flow = render_once(out, node, partial, liquid_item(list, forloop->index, render), forloop, render);
    return flow;
}

static Flow render_render(Buf *out, const Node *node, LiquidRender *render)
{
    const RenderTag *tag = node->data;
    LiquidValue subject = tag->subject == NULL ? liquid_nil() : eval_value(render, tag->subject);
    const LiquidTemplate *partial = render->failed ? NULL : load(&tag->file, tag->file.name, render);
    if (partial == NULL)
        return FLOW_ON;
    if (tag->each && liquid_is_list(subject))
        return render_each(out, node, partial, subject, render);
    return render_once(out, node, partial, subject, NULL, render);
}

/* The file's name without folders and extension is what `with x` goes by. */
static Str name_of_file(Str path)
{
    size_t slash = str_find_last_char(path, '/');
    Str name = slash == STR_NONE ? path : str_from_offset(path, slash + 1);
    size_t dot = str_find_last_char(name, '.');
    return dot == STR_NONE ? name : str_slice(name, 0, dot);
}

static void read_subject(RenderTag *out, Parser *parser, Str text, size_t *at)
{
    size_t word = scan_word(text, *at);
    Str keyword = str_slice(text, *at, word);
    size_t start = scan_space(text, word);
    size_t end = scan_fragment(text, start);

    out->alias = name_of_file(out->file.name);
    out->each = str_eq(keyword, STR("for"));
    if ((!out->each && !str_eq(keyword, STR("with"))) || end == start)
        return;
    out->subject = syntax_fragment(&parser->syntax, str_slice(text, start, end));
    *at = scan_space(text, end);
    if (!str_eq(str_slice(text, *at, scan_word(text, *at)), STR("as")))
        return;
    start = scan_space(text, *at + 2);
    end = start;
    while (scan_is_name_char(str_at(text, end)))
        end++;
    out->alias = str_slice(text, start, end);
    *at = end;
}

static bool read_render(RenderTag *out, Parser *parser, const Tag *tag)
{
    Parameters parameters = { 0 };
    Str text = tag->markup.str, name, value;
    size_t end = scan_quoted(text, 0);
    if (end <= 2)
        return parser_fault(parser, tag->span, "the name of a file, in quotes");
    out->file.name = str_slice(text, 1, end - 1);
    out->file.name_span = located_part(tag->markup, 1, end - 1);
    size_t at = scan_space(text, end);
    read_subject(out, parser, text, &at);
    while (scan_attribute(text, &at, &name, &value)) {
        Parameter parameter = { .name = name, .value = syntax_fragment(&parser->syntax, value) };
        vec_push(parser->syntax.arena, &parameters, parameter);
    }
    out->file.parameters = parameters.items;
    out->file.parameter_count = parameters.len;
    return true;
}

static void parse_render(Parser *parser, const Tag *tag, Nodes *out)
{
    RenderTag *data = ARENA_NEW(parser->syntax.arena, RenderTag);
    if (read_render(data, parser, tag))
        parser_add(parser, out, (Node){ .render = render_render, .data = data, .span = tag->span });
}

const TagClass tags_include[] = {
    { .name = "include", .parse = parse_include },
    { .name = "include_cached", .parse = parse_include }, /* a plugin's: every include is read once here */
    { .name = "include_relative", .parse = parse_include_relative },
    { .name = "render", .parse = parse_render },
    { .name = NULL },
};
