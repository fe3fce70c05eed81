/* cmd/herald/markdown.c - `herald markdown`: Markdown as herald reads it, for people who wonder and for programs. */
#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"
#include "command.h"
#include "markup/clean.h"
#include "markup/gfm.h"
#include "markup/html.h"
#include "markup/kramdown.h"
#include "markup/plain.h"
#include "site/config.h"
#include "text/json.h"

typedef enum MarkdownForm { FORM_HTML, FORM_TEXT } MarkdownForm;
static const char *const forms[] = { "html", "text", NULL };

typedef struct MarkdownArgs {
    bool batch;
    bool smart;
    int form;
} MarkdownArgs;

static const Option options[] = {
    { 0, "batch", OPTION_FLAG, offsetof(MarkdownArgs, batch), NULL,
      "read requests, one JSON object a line, and answer each with one", NULL },
    { 's', "smart", OPTION_FLAG, offsetof(MarkdownArgs, smart), NULL, "write typographic quotes, dashes and ellipses",
      NULL },
    { 't', "to", OPTION_CHOICE, offsetof(MarkdownArgs, form), NULL, "what to write", forms },
    OPTION_END,
};

enum { TEXT_WIDTH = 72 };

static bool is_true(const Tree *request, const char *key)
{
    const Tree *value = tree_get(request, str_from(key));
    return value != NULL && value->kind == TREE_SCALAR && value->type == TREE_BOOL && value->boolean;
}

static Str get_text(const Tree *request, const char *key)
{
    const Tree *value = tree_get(request, str_from(key));
    return value != NULL && value->kind == TREE_SCALAR ? value->text : (Str){ 0 };
}

/* `options` of a request: the `kramdown` keys of a configuration. */
static bool read_options(KramdownOptions *out, const Tree *request, Arena *arena, Diags *diags)
{
    Tree config = { .kind = TREE_MAP };
    TreeEntry entry = { .key = { STR("kramdown"), { 0 } }, .value = tree_get(request, STR("options")) };

    if (entry.value != NULL) {
        config.entries = &entry;
        config.entry_count = 1;
    }
    config_read_kramdown(out, &config, arena, diags);
    return diags->errors == 0;
}

static void put_html(JsonWriter *json, const Tree *request, const KramdownOptions *kramdown, Arena *arena)
{
    GfmOptions gfm = { .smart = is_true(request, "smart"),
                       .bare_links = is_true(request, "bare_links"),
                       .heading_ids = is_true(request, "heading_ids") };
    Document document;
    Arena text = { 0 };
    Buf html = { .arena = &text };

    if (str_eq(get_text(request, "dialect"), STR("kramdown")))
        kramdown_parse(&document, get_text(request, "markdown"), NULL, kramdown, arena);
    else
        gfm_parse(&document, get_text(request, "markdown"), NULL, &gfm, arena);
    render_html(&html, &document, &(HtmlOptions){ 0 });
    json_field(json, "html", buf_str(&html));
    arena_free(&text);
}

static Str first_error(const Diags *diags)
{
    for (size_t i = 0; i < diags->len; i++) {
        if (diags->items[i].severity == SEVERITY_ERROR)
            return diags->items[i].message;
    }
    return (Str){ 0 };
}

static void answer(JsonWriter *json, Str line, Arena *arena)
{
    Diags diags = { .arena = arena };
    const Tree *request = NULL;
    KramdownOptions kramdown;
    const Source *source = source_new(STR("request"), line, arena);
    Located text = { line, span_whole(source) };

    bool is_json = json_read(&request, text, "world-failed", arena, &diags);
    Str dialect = get_text(request, "dialect");
    json_open_object(json);
    json_field(json, "name", get_text(request, "name"));
    if (!is_json)
        json_field(json, "error", diags.items[0].message);
    else if (tree_get(request, STR("markdown")) == NULL)
        json_field(json, "error", STR("expected an object with the key \"markdown\""));
    else if (dialect.len > 0 && !str_eq(dialect, STR("gfm")) && !str_eq(dialect, STR("kramdown")))
        json_field(json, "error", STR("expected the dialect gfm or kramdown"));
    else if (!read_options(&kramdown, request, arena, &diags))
        json_field(json, "error", first_error(&diags));
    else
        put_html(json, request, &kramdown, arena);
    json_close_object(json);
}

static int run_batch(const Env *env)
{
    char *line = NULL;
    size_t size = 0;
    ssize_t len;

    while ((len = getline(&line, &size, stdin)) >= 0) {
        Arena arena = { 0 };
        Buf out = { .arena = &arena };
        JsonWriter json = { .out = &out };
        Str text = str_trim((Str){ line, (size_t)len });
        if (text.len > 0) {
            answer(&json, text, &arena);
            buf_put_char(&out, '\n');
            print_text(env->out, buf_str(&out));
        }
        arena_free(&arena);
    }
    free(line);
    return EXIT_CLEAN;
}

static void render(const Env *env, const MarkdownArgs *args, Str text, Arena *arena)
{
    GfmOptions gfm = { .smart = args->smart, .bare_links = true, .heading_ids = true };
    Document document;
    Arena text_arena = { 0 };
    Buf out = { .arena = &text_arena };

    gfm_parse(&document, text, NULL, &gfm, arena);
    if (args->form == FORM_HTML) {
        render_html(&out, &document, &(HtmlOptions){ 0 });
    } else {
        document_clean(&document, &document, arena);
        render_plain(&out, &document, &(PlainOptions){ .width = TEXT_WIDTH, .first_note = 1 });
    }
    if (out.len > 0)
        print_text(env->out, buf_str(&out));
    arena_free(&text_arena);
}

static int markdown_run(const Env *env, const void *args, StrList paths)
{
    const MarkdownArgs *markdown = args;
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };

    if (markdown->batch && paths.len > 0)
        return usage_error(env, "markdown", "--batch reads standard input and takes no files");
    if (markdown->batch)
        return run_batch(env);
    if (paths.len == 0)
        render(env, markdown, read_stdin(&arena), &arena);
    for (size_t i = 0; i < paths.len; i++) {
        const Source *source;
        if (source_read(&source, paths.items[i], paths.items[i], &arena, &diags))
            render(env, markdown, source->text, &arena);
    }
    print_diags(env, env->err, &diags);
    int status = diags_status(&diags);
    arena_free(&arena);
    return status;
}

const Command cmd_markdown = {
    .name = "markdown",
    .operands = "[FILE...]",
    .summary = "show Markdown as HTML or as plain text",
    .description =
        "Reads Markdown (GitHub's dialect) from the files, or from standard input, and writes the HTML that "
        "a page would hold, or the text that a mail would. Front matter is not looked for.\n\n"
        "With --batch, each line of standard input is a request, a JSON object with name, markdown, dialect "
        "(gfm or kramdown), smart, heading_ids, bare_links, and options (for kramdown: an object with the keys that "
        "a configuration has below kramdown); the answer is a line with name and html, or error.\n\n"
        "  herald markdown --to text posts/2024-08-06-welcome.md\n"
        "  echo '{\"name\": \"a\", \"markdown\": \"*x*\"}' | herald markdown --batch",
    .options = options,
    .args_size = sizeof(MarkdownArgs),
    .run = markdown_run,
};
