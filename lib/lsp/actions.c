/* lib/lsp/actions.c - repairs, one by one or all at once. */
#include "check/fix.h"
#include "check/rule.h"
#include "lsp/publish.h"

static const char fix_all[] = "source.fixAll.herald";

typedef struct Actions {
    Server *server;
    const OpenDocument *document;
    const SitePost *post;
    PositionText text; /* of the post's source */
    JsonWriter *json;
    Arena *scratch;
} Actions;

static void put_edit(const Actions *actions, const Fix *fix)
{
    json_open_object(actions->json);
    json_key(actions->json, "range");
    json_range(actions->json, &actions->text, fix->span.start, fix->span.end);
    json_field(actions->json, "newText", fix->replacement);
    json_close_object(actions->json);
}

static void open_edits(const Actions *actions)
{
    json_key(actions->json, "edit");
    json_open_object(actions->json);
    json_key(actions->json, "changes");
    json_open_object(actions->json);
    json_key_str(actions->json, actions->document->uri);
    json_open_array(actions->json);
}

static void close_edits(const Actions *actions)
{
    json_close_array(actions->json);
    json_close_object(actions->json);
    json_close_object(actions->json);
}

/* The hint says best what will be done, where it is short enough for a menu. */
static Str title_of(const Diag *diag, Arena *arena)
{
    enum { MENU_BYTES = 80 };
    Str written = str_slice(diag->fix.replacement, 0, str_find_char(diag->fix.replacement, '\n', 0));
    Buf title = { .arena = arena };

    if (diag->hint.len > 0 && diag->hint.len <= MENU_BYTES && diag->hint.data[diag->hint.len - 1] != '?') {
        buf_put(&title, diag->hint);
        title.data[0] = (char)char_upper((unsigned char)title.data[0]);
    } else if (diag->fix.replacement.len == 0) {
        buf_put(&title, STR("Delete it"));
    } else if (written.len <= MENU_BYTES && str_trim(written).len > 0) {
        buf_put_format(&title, "Write " STR_FMT, STR_ARG(str_trim(written)));
    } else {
        buf_put_format(&title, "Mend: " STR_FMT, STR_ARG(diag->message));
    }
    return buf_str(&title);
}

static void put_fix(const Actions *actions, const Diag *diag)
{
    JsonWriter *json = actions->json;

    json_open_object(json);
    json_field(json, "title", title_of(diag, actions->scratch));
    json_field(json, "kind", STR("quickfix"));
    json_key(json, "diagnostics");
    json_open_array(json);
    publish_put(json, actions->server, &actions->text, diag);
    json_close_array(json);
    if (diag->fix.safe) {
        json_key(json, "isPreferred");
        json_bool(json, true);
    }
    open_edits(actions);
    put_edit(actions, &diag->fix);
    close_edits(actions);
    json_close_object(json);
}

static bool is_own(const Actions *actions, const Diag *diag)
{
    return diag->span.source == actions->post->post.source;
}

static void put_fixes(const Actions *actions, size_t start, size_t end)
{
    const Diags *diags = &actions->post->diags;
    for (size_t i = 0; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        if (is_own(actions, diag) && diag->fix.span.source == diag->span.source && diag->span.start <= end
            && start <= diag->span.end)
            put_fix(actions, diag);
    }
}

/* Those that do not overlap: of two that do, the first is made, and the editor asks again. */
static void put_fix_all(const Actions *actions)
{
    Diags diags = { .arena = actions->scratch };
    const FixChoice safe = { .unsafe = false };
    Buf ignored = { .arena = actions->scratch };

    diags_append(&diags, &actions->post->diags);
    diags_sort(&diags);
    bool *made = ARENA_ARRAY(actions->scratch, bool, diags.len);
    if (fix_apply(&ignored, actions->post->post.source, &diags, &safe, made, actions->scratch) == 0)
        return;
    json_open_object(actions->json);
    json_field(actions->json, "title", STR("Mend all that can be mended safely"));
    json_field(actions->json, "kind", str_from(fix_all));
    open_edits(actions);
    for (size_t i = 0; i < diags.len; i++) {
        if (made[i])
            put_edit(actions, &diags.items[i].fix);
    }
    close_edits(actions);
    json_close_object(actions->json);
}

/* Kinds are a tree of names: "source" asks for "source.fixAll.herald" too. */
static bool is_asked(const Tree *only, Str kind)
{
    if (only == NULL || only->kind != TREE_LIST)
        return true;
    for (size_t i = 0; i < only->item_count; i++) {
        const Tree *item = only->items[i];
        if (item->kind == TREE_SCALAR && str_starts_with(kind, item->text)
            && (item->text.len == 0 || item->text.len == kind.len || str_at(kind, item->text.len) == '.'))
            return true;
    }
    return false;
}

const char *answer_code_action(Server *server, const Tree *params, JsonWriter *result, Arena *scratch)
{
    const Tree *only = tree_get(tree_get(params, STR("context")), STR("only"));
    OpenDocument *document = server_document(server, params);
    Actions actions = { .server = server, .document = document, .json = result, .scratch = scratch };
    size_t start, end;

    if (document == NULL || !range_read(&start, &end, &document->text, tree_get(params, STR("range"))))
        return "there is no such place in an open document";
    if (workspace_check(&server->workspace, document))
        publish_document(server, document);
    actions.post = workspace_post(&server->workspace, document);
    json_open_array(result);
    if (actions.post != NULL && actions.post->post.source != NULL) {
        actions.text = position_text(actions.post->post.source, server->documents.encoding);
        if (is_asked(only, STR("quickfix")))
            put_fixes(&actions, start, end);
        if (is_asked(only, str_from(fix_all)))
            put_fix_all(&actions);
    }
    json_close_array(result);
    return NULL;
}
