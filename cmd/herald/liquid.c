/* cmd/herald/liquid.c - `herald liquid`: the template language alone, for programs that measure it. */
#include <stdlib.h>

#include "command.h"
#include "liquid/liquid.h"
#include "text/json.h"

typedef struct LiquidArgs {
    bool batch;
} LiquidArgs;

static const Option options[] = {
    { 0, "batch", OPTION_FLAG, offsetof(LiquidArgs, batch), NULL,
      "read requests, one JSON object a line, and answer each with one", NULL },
    OPTION_END,
};

/* One request while it is answered. */
typedef struct Request {
    const LiquidEngine *engine;
    const Tree *tree;
    LiquidMode mode;
    Arena *arena;
    Map partials; /* those that were asked for: name to LiquidTemplate */
} Request;

static Str get_text(const Tree *tree, Str key)
{
    const Tree *value = tree_get(tree, key);
    return value != NULL && value->kind == TREE_SCALAR ? value->text : (Str){ NULL, 0 };
}

static bool is_true(const Tree *tree, Str key)
{
    const Tree *value = tree_get(tree, key);
    return value != NULL && value->kind == TREE_SCALAR && value->type == TREE_BOOL && value->boolean;
}

static const LiquidTemplate *parse(const Request *request, Str path, Str text, Diags *diags)
{
    const Source *source = source_new(path, text, request->arena);
    return liquid_parse(request->engine, span_whole(source), request->mode, request->arena, diags);
}

static const LiquidTemplate *load(void *context, Str name, Diags *diags)
{
    Request *request = context;
    const Tree *templates = tree_get(request->tree, STR("templates"));
    if (map_has(&request->partials, name))
        return map_get(&request->partials, name);
    if (tree_get(templates, name) == NULL)
        return NULL;
    const LiquidTemplate *partial = parse(request, name, get_text(templates, name), diags);
    map_put(&request->partials, name, (void *)(uintptr_t)partial);
    return partial;
}

static Str describe(const Diag *diag, const char *kind, Arena *arena)
{
    if (diag->span.source == NULL)
        return diag->message;
    Place place = source_place(diag->span.source, diag->span.start);
    return arena_format(arena, "%s (line %u): " STR_FMT, kind, place.line, STR_ARG(diag->message));
}

static const Diag *first_error(const Diags *diags)
{
    for (size_t i = 0; i < diags->len; i++) {
        if (diags->items[i].severity == SEVERITY_ERROR)
            return &diags->items[i];
    }
    return NULL;
}

static void put_error(JsonWriter *json, const Diags *diags, const char *kind, Arena *arena)
{
    const Diag *diag = first_error(diags);
    json_field(json, "error", diag == NULL ? STR("the template cannot be rendered") : describe(diag, kind, arena));
}

static void put_result(JsonWriter *json, Str result, const Diags *diags, Arena *arena)
{
    json_field(json, "result", result);
    if (diags->errors == 0)
        return;
    json_key(json, "errors");
    json_open_array(json);
    for (size_t i = 0; i < diags->len; i++) {
        if (diags->items[i].severity == SEVERITY_ERROR)
            json_string(json, describe(&diags->items[i], "Liquid error", arena));
    }
    json_close_array(json);
}

static LiquidInput make_input(const Env *env, Request *request)
{
    LiquidInput input = {
        .engine = request->engine,
        .loader = load,
        .loader_context = request,
        .limits = liquid_default_limits,
        .now_unix_s = env->now_unix_s,
    };
    LiquidValue data = liquid_from_tree(tree_get(request->tree, STR("data")), request->arena);
    if (data.type == LIQUID_HASH) {
        input.globals = data.hash->entries;
        input.global_count = data.hash->len;
    }
    return input;
}

static void answer(JsonWriter *json, const Env *env, Request *request)
{
    Diags diags = { .arena = request->arena };
    Arena text = { 0 };
    Buf out = { .arena = &text };
    Str source = get_text(request->tree, STR("template"));

    const LiquidTemplate *template = parse(request, STR("template"), source, &diags);
    LiquidInput input = make_input(env, request);
    if (template == NULL)
        put_error(json, &diags, "Liquid syntax error", request->arena);
    else if (!liquid_render(&out, template, &input, request->arena, &diags))
        put_error(json, &diags, "Liquid error", request->arena);
    else
        put_result(json, buf_str(&out), &diags, request->arena);
    arena_free(&text);
}

static void answer_line(Buf *out, const Env *env, const LiquidEngine *engine, Str line, Arena *arena)
{
    Diags diags = { .arena = arena };
    JsonWriter json = { .out = out };
    Request request = { .engine = engine, .arena = arena, .partials = { .arena = arena } };
    Located text = { line, span_whole(source_new(STR("request"), line, arena)) };

    bool is_json = json_read(&request.tree, text, "world-failed", arena, &diags);
    request.mode = is_true(request.tree, STR("strict")) ? LIQUID_STRICT : LIQUID_LAX;
    json_open_object(&json);
    json_field(&json, "name", get_text(request.tree, STR("name")));
    if (!is_json)
        json_field(&json, "error", diags.items[0].message);
    else if (tree_get(request.tree, STR("template")) == NULL)
        json_field(&json, "error", STR("expected an object with the key \"template\""));
    else
        answer(&json, env, &request);
    json_close_object(&json);
    buf_put_char(out, '\n');
}

static int run_batch(const Env *env)
{
    Arena engine_arena = { 0 };
    const LiquidEngine *engine = liquid_engine_new(&engine_arena);
    char *line = NULL;
    size_t size = 0;
    ssize_t len;

    while ((len = getline(&line, &size, stdin)) >= 0) {
        Arena arena = { 0 };
        Buf out = { .arena = &arena };
        Str text = str_trim((Str){ line, (size_t)len });
        if (text.len > 0) {
            answer_line(&out, env, engine, text, &arena);
            print_text(env->out, buf_str(&out));
            fflush(env->out);
        }
        arena_free(&arena);
    }
    free(line);
    arena_free(&engine_arena);
    return EXIT_CLEAN;
}

static int run(const Env *env, const void *args, StrList operands)
{
    const LiquidArgs *liquid = args;
    if (!liquid->batch)
        return usage_error(env, "liquid", "expected --batch: requests are read from standard input");
    if (operands.len > 0)
        return usage_error(env, "liquid", "expected no operands, but got \"" STR_FMT "\"", STR_ARG(operands.items[0]));
    return run_batch(env);
}

const Command cmd_liquid = {
    .name = "liquid",
    .operands = "",
    .summary = "render Liquid templates",
    .description = "Reads requests from standard input, one JSON object a line, and answers each with one.\n\n"
                   "A request has name, template, data (the variables), templates (what may be included, by name) and "
                   "strict (whether markup that Liquid reads only by ignoring a part of it is refused). The answer has "
                   "the name and either result, with errors where rendering met some, or error where the template "
                   "cannot be read.\n\n"
                   "  echo '{\"template\":\"{{ x | upcase }}\",\"data\":{\"x\":\"hi\"}}' |\n"
                   "      herald liquid --batch",
    .options = options,
    .args_size = sizeof(LiquidArgs),
    .run = run,
};
