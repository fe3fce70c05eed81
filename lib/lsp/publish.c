/* lib/lsp/publish.c */
#include "lsp/publish.h"

#include "check/catalogue.h"
#include "lsp/uri.h"
#include "site/page.h"

enum { DIAGNOSTIC_ERROR = 1, DIAGNOSTIC_WARNING, DIAGNOSTIC_INFORMATION, TAG_UNNECESSARY = 1 };

static int level_of(Severity severity)
{
    return severity == SEVERITY_ERROR     ? DIAGNOSTIC_ERROR
           : severity == SEVERITY_WARNING ? DIAGNOSTIC_WARNING
                                          : DIAGNOSTIC_INFORMATION;
}

/* What nobody needs: editors show it faded. */
static bool is_unnecessary(const char *rule)
{
    static const char *const rules[] = { "anchor-unused", "ignore-unused", "ref-unused" };
    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        if (strcmp(rules[i], rule) == 0)
            return true;
    }
    return false;
}

/* With the address of the rule in the page of all. */
static void put_code(JsonWriter *json, Str docs, const Rule *rule, Arena *arena)
{
    Buf address = { .arena = arena };

    json_field(json, "code", str_from(rule->code));
    if (docs.len == 0)
        return;
    buf_put(&address, docs);
    buf_put_char(&address, '#');
    rule_put_anchor(&address, rule);
    json_key(json, "codeDescription");
    json_open_object(json);
    json_field(json, "href", buf_str(&address));
    json_close_object(json);
}

void publish_put(JsonWriter *json, const Server *server, const PositionText *text, const Diag *diag)
{
    Arena scratch = { 0 };
    Buf message = { .arena = &scratch };
    const Rule *rule = rule_find(str_from(diag->rule));

    json_open_object(json);
    json_key(json, "range");
    json_range(json, text, diag->span.start, diag->span.end);
    json_key(json, "severity");
    json_int(json, level_of(diag->severity));
    if (rule != NULL)
        put_code(json, server->options->docs, rule, &scratch);
    json_field(json, "source", STR("herald"));
    buf_put(&message, diag->message);
    if (diag->hint.len > 0)
        buf_put_format(&message, "\n" STR_FMT, STR_ARG(diag->hint));
    json_field(json, "message", buf_str(&message));
    if (is_unnecessary(diag->rule)) {
        json_key(json, "tags");
        json_open_array(json);
        json_int(json, TAG_UNNECESSARY);
        json_close_array(json);
    }
    json_close_object(json);
    arena_free(&scratch);
}

static bool is_repeated(const Diag *diag, const Diag *last)
{
    return strcmp(last->rule, diag->rule) == 0 && span_cmp(last->span, diag->span) == 0
           && str_eq(last->message, diag->message);
}

/* One notification for what is wrong with one file; `document` NULL: it is not open. */
static void publish(Server *server, Str uri, const OpenDocument *document, const Diag *items, size_t count)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena };
    JsonWriter json = { .out = &out };
    PositionText text = { 0 };

    json_open_object(&json);
    json_field(&json, "uri", uri);
    if (document != NULL) {
        json_key(&json, "version");
        json_int(&json, document->version);
    }
    json_key(&json, "diagnostics");
    json_open_array(&json);
    for (size_t i = 0; i < count; i++) {
        const Source *source = items[i].span.source;
        if (i > 0 && is_repeated(&items[i], &items[i - 1]))
            continue;
        if (text.source == NULL || text.source != source)
            text = position_text(source != NULL ? source : source_new(items[i].path, (Str){ NULL, 0 }, &arena),
                                 server->documents.encoding);
        publish_put(&json, server, &text, &items[i]);
    }
    json_close_array(&json);
    json_close_object(&json);
    server_notify(server, "textDocument/publishDiagnostics", buf_str(&out));
    arena_free(&arena);
}

/* --- files that are no posts ------------------------------------------------------------------------------------- */

static void add_foreign(Diags *out, const SitePost *post)
{
    for (size_t i = 0; i < post->diags.len; i++) {
        const Diag *diag = &post->diags.items[i];
        if (diag->span.source != NULL && diag->span.source != post->post.source)
            diags_append(out, &(Diags){ .items = &post->diags.items[i], .len = 1 });
    }
}

/* Sorted by their files. */
static void collect(Diags *out, const LoadedSite *loaded)
{
    const Site *site = loaded->site;

    diags_append(out, site->diags);
    for (size_t i = 0; i < site->page_count; i++)
        diags_append(out, &site->pages[i]->diags);
    for (size_t i = 0; i < site->all_count; i++)
        add_foreign(out, site->all[i]);
    diags_sort(out);
}

/* The end of those that are of the file of the one at `start`. */
static size_t file_end(const Diags *diags, size_t start)
{
    size_t end = start + 1;
    while (end < diags->len && str_eq(diag_path(&diags->items[end]), diag_path(&diags->items[start])))
        end++;
    return end;
}

static Str uri_of_file(const OpenDocument *document, Str path, Arena *arena)
{
    return document != NULL ? document->uri : uri_of_path(path, arena);
}

static bool is_published(const StrList *list, Str uri)
{
    for (size_t i = 0; i < list->len; i++) {
        if (str_eq(list->items[i], uri))
            return true;
    }
    return false;
}

void publish_site(Server *server)
{
    const LoadedSite *site = server->workspace.site;
    Arena arena = { 0 }, scratch = { 0 };
    Diags all = { .arena = &scratch };
    VEC(Str) uris = { 0 };

    if (site != NULL)
        collect(&all, site);
    for (size_t start = 0, end; start < all.len; start = end) {
        Str shown = diag_path(&all.items[start]);
        end = file_end(&all, start);
        if (shown.len == 0 || str_starts_with(shown, STR("theme:")))
            continue;
        Str path = workspace_shown_file(site, shown, &scratch);
        const OpenDocument *document = documents_find_path(&server->documents, path);
        if (document != NULL && document->post >= 0)
            continue;
        Str uri = uri_of_file(document, path, &arena);
        publish(server, uri, document, &all.items[start], end - start);
        vec_push(&arena, &uris, arena_copy(&arena, uri));
    }
    StrList now = { uris.items, uris.len };
    for (size_t i = 0; i < server->published.len; i++) {
        if (!is_published(&now, server->published.items[i]))
            publish(server, server->published.items[i], NULL, NULL, 0);
    }
    arena_free(&scratch);
    arena_free(&server->published_arena);
    server->published_arena = arena;
    server->published = now;
}

/* --- open documents ---------------------------------------------------------------------------------------------- */

static void publish_post(Server *server, const OpenDocument *document, const SitePost *post)
{
    Arena scratch = { 0 };
    Diags own = { .arena = &scratch };

    for (size_t i = 0; i < post->diags.len; i++) {
        const Diag *diag = &post->diags.items[i];
        if (diag->span.source == NULL || diag->span.source == post->post.source)
            diags_append(&own, &(Diags){ .items = &post->diags.items[i], .len = 1 });
    }
    diags_sort(&own);
    publish(server, document->uri, document, own.items, own.len);
    arena_free(&scratch);
}

void publish_document(Server *server, OpenDocument *document)
{
    const SitePost *post = workspace_post(&server->workspace, document);

    if (post != NULL)
        publish_post(server, document, post);
    else if (document->told)
        publish(server, document->uri, document, NULL, 0);
    document->told = post != NULL;
}
