/* lib/lsp/server.c */
#include "lsp/server.h"

#include "base/file.h"
#include "base/version.h"
#include "lsp/publish.h"
#include "lsp/uri.h"

enum {
    ERROR_PARSE = -32700,
    ERROR_INVALID_REQUEST = -32600,
    ERROR_METHOD_NOT_FOUND = -32601,
    ERROR_INVALID_PARAMS = -32602,
    ERROR_NOT_INITIALIZED = -32002,
    ERROR_CANCELLED = -32800,
};

/* One message that waits to be worked on. */
typedef struct Message {
    struct Message *next;
    const Tree *id; /* NULL: a notification */
    Str method;
    const Tree *params;
    bool cancelled;
    Arena arena; /* of all above */
} Message;

/* --- out --------------------------------------------------------------------------------------------------------- */

static void open_message(JsonWriter *json)
{
    json_open_object(json);
    json_field(json, "jsonrpc", STR("2.0"));
}

static void send_message(Server *server, JsonWriter *json)
{
    json_close_object(json);
    server->send(server->send_context, buf_str(json->out));
}

static void put_id(JsonWriter *json, const Tree *id)
{
    json_key(json, "id");
    if (id != NULL && id->type == TREE_INT)
        json_int(json, id->integer);
    else if (id != NULL && id->type == TREE_STRING)
        json_string(json, id->text);
    else
        json_null(json);
}

static void send_error(Server *server, const Tree *id, int code, const char *message, Arena *scratch)
{
    Buf out = { .arena = scratch };
    JsonWriter json = { .out = &out };

    open_message(&json);
    put_id(&json, id);
    json_key(&json, "error");
    json_open_object(&json);
    json_key(&json, "code");
    json_int(&json, code);
    json_field(&json, "message", str_from(message));
    json_close_object(&json);
    send_message(server, &json);
}

static void send_result(Server *server, const Tree *id, Str result, Arena *scratch)
{
    Buf out = { .arena = scratch };
    JsonWriter json = { .out = &out };

    open_message(&json);
    put_id(&json, id);
    json_key(&json, "result");
    json_raw(&json, result.len > 0 ? result : STR("null"));
    send_message(server, &json);
}

void server_notify(Server *server, const char *method, Str params)
{
    Arena scratch = { 0 };
    Buf out = { .arena = &scratch };
    JsonWriter json = { .out = &out };

    open_message(&json);
    json_field(&json, "method", str_from(method));
    json_key(&json, "params");
    json_raw(&json, params);
    send_message(server, &json);
    arena_free(&scratch);
}

/* --- the parts of parameters ------------------------------------------------------------------------------------- */

Str tree_string(const Tree *map, const char *key)
{
    const Tree *value = tree_get(map, str_from(key));
    bool is_string = value != NULL && value->kind == TREE_SCALAR && value->type == TREE_STRING;
    return is_string ? value->text : (Str){ NULL, 0 };
}

OpenDocument *server_document(const Server *server, const Tree *params)
{
    return documents_find(&server->documents, tree_string(tree_get(params, STR("textDocument")), "uri"));
}

bool server_cursor(OpenDocument **document, size_t *offset, const Server *server, const Tree *params)
{
    Position position;

    *document = server_document(server, params);
    if (*document == NULL || !position_read(&position, tree_get(params, STR("position"))))
        return false;
    *offset = position_offset(&(*document)->text, position);
    return true;
}

void json_position(JsonWriter *json, Position position)
{
    json_open_object(json);
    json_key(json, "line");
    json_int(json, position.line);
    json_key(json, "character");
    json_int(json, position.character);
    json_close_object(json);
}

void json_range(JsonWriter *json, const PositionText *text, size_t start, size_t end)
{
    json_open_object(json);
    json_key(json, "start");
    json_position(json, position_of(text, start));
    json_key(json, "end");
    json_position(json, position_of(text, end));
    json_close_object(json);
}

/* --- life -------------------------------------------------------------------------------------------------------- */

static bool holds(const Tree *list, Str word)
{
    for (size_t i = 0; list != NULL && list->kind == TREE_LIST && i < list->item_count; i++) {
        if (list->items[i]->kind == TREE_SCALAR && str_eq(list->items[i]->text, word))
            return true;
    }
    return false;
}

static bool is_true(const Tree *tree)
{
    return tree != NULL && tree->kind == TREE_SCALAR && tree->type == TREE_BOOL && tree->boolean;
}

/* The first folder that the editor works in. */
static Str find_folder(const Tree *params, Arena *arena)
{
    const Tree *folders = tree_get(params, STR("workspaceFolders"));
    bool has_folders = folders != NULL && folders->kind == TREE_LIST && folders->item_count > 0;
    Str uri = has_folders ? tree_string(folders->items[0], "uri") : tree_string(params, "rootUri");
    Str path = { NULL, 0 };

    if (!uri_path(&path, uri, arena))
        path = tree_string(params, "rootPath");
    return path.len == 0 ? path : path_real(path, arena);
}

static Str capabilities_of(PositionEncoding encoding, Arena *arena)
{
    static const Str capabilities = STR_INIT(
        "\"textDocumentSync\":{\"openClose\":true,\"change\":2,\"save\":{\"includeText\":false}},"
        "\"codeActionProvider\":{\"codeActionKinds\":[\"quickfix\",\"source.fixAll.herald\"]},"
        "\"completionProvider\":{\"triggerCharacters\":[\" \",\"[\",\"|\",\"%\",\",\",\"/\"]},"
        "\"hoverProvider\":true,\"definitionProvider\":true,\"documentLinkProvider\":{\"resolveProvider\":false}}");
    bool utf8 = encoding == POSITION_UTF8;
    return arena_join(arena, utf8 ? STR("{\"positionEncoding\":\"utf-8\",") : STR("{\"positionEncoding\":\"utf-16\","),
                      capabilities, (Str){ NULL, 0 });
}

static const char *answer_initialize(Server *server, const Tree *params, JsonWriter *json, Arena *scratch)
{
    const Tree *capabilities = tree_get(params, STR("capabilities"));
    const Tree *encodings = tree_get(tree_get(capabilities, STR("general")), STR("positionEncodings"));
    const Tree *watching = tree_get(tree_get(capabilities, STR("workspace")), STR("didChangeWatchedFiles"));

    server->documents.encoding = holds(encodings, STR("utf-8")) ? POSITION_UTF8 : POSITION_UTF16;
    server->watches = is_true(tree_get(watching, STR("dynamicRegistration")));
    server->initialized = true;
    if (server->workspace.from.len == 0)
        server->workspace.from = find_folder(params, &server->workspace.arena);
    json_open_object(json);
    json_key(json, "capabilities");
    json_raw(json, capabilities_of(server->documents.encoding, scratch));
    json_key(json, "serverInfo");
    json_open_object(json);
    json_field(json, "name", STR("herald"));
    json_field(json, "version", STR(HERALD_VERSION));
    json_close_object(json);
    json_close_object(json);
    return NULL;
}

static const char *answer_shutdown(Server *server, const Tree *params, JsonWriter *json, Arena *scratch)
{
    (void)params;
    (void)json;
    (void)scratch;
    server->shut_down = true;
    return NULL;
}

static void register_watcher(Server *server, Arena *scratch)
{
    static const char request[] =
        "{\"jsonrpc\":\"2.0\",\"id\":\"herald-watch\",\"method\":\"client/registerCapability\",\"params\":"
        "{\"registrations\":[{\"id\":\"herald-watch\",\"method\":\"workspace/didChangeWatchedFiles\","
        "\"registerOptions\":{\"watchers\":[{\"globPattern\":"
        "\"**/*.{md,markdown,html,yml,yaml,json,csv,tsv}\"}]}}]}}";
    (void)scratch;
    server->send(server->send_context, str_from(request));
}

static void on_initialized(Server *server, const Tree *params, Arena *scratch)
{
    (void)params;
    if (server->watches)
        register_watcher(server, scratch);
    workspace_start_loading(&server->workspace, &server->documents);
}

static void on_exit(Server *server, const Tree *params, Arena *scratch)
{
    (void)params;
    (void)scratch;
    server->ended = true;
}

static void on_reload(Server *server, const Tree *params, Arena *scratch)
{
    (void)params;
    (void)scratch;
    server->wants_reload = true;
}

/* --- documents --------------------------------------------------------------------------------------------------- */

static int64_t read_version(const Tree *document)
{
    const Tree *version = tree_get(document, STR("version"));
    return version != NULL && version->kind == TREE_SCALAR && version->type == TREE_INT ? version->integer : 0;
}

/* Where the editor says not where it works, the first file tells. */
static void find_from(Server *server, const OpenDocument *document)
{
    if (server->workspace.from.len > 0 || document->path.len == 0)
        return;
    server->workspace.from = arena_copy(&server->workspace.arena, path_folder(document->path));
    workspace_start_loading(&server->workspace, &server->documents);
}

static void on_open(Server *server, const Tree *params, Arena *scratch)
{
    const Tree *item = tree_get(params, STR("textDocument"));
    Str uri = tree_string(item, "uri");

    (void)scratch;
    if (uri.len == 0)
        return;
    OpenDocument *document = documents_open(&server->documents, uri, read_version(item), tree_string(item, "text"));
    find_from(server, document);
    if (workspace_find(&server->workspace, document))
        workspace_start_loading(&server->workspace, &server->documents);
}

static void on_change(Server *server, const Tree *params, Arena *scratch)
{
    OpenDocument *document = server_document(server, params);

    (void)scratch;
    if (document != NULL)
        document_change(document, read_version(tree_get(params, STR("textDocument"))),
                        tree_get(params, STR("contentChanges")));
}

/* What was written but not saved is forgotten: the site is what the disk has. */
static void on_close(Server *server, const Tree *params, Arena *scratch)
{
    OpenDocument *document = server_document(server, params);
    Buf out = { .arena = scratch };
    JsonWriter json = { .out = &out };

    if (document == NULL)
        return;
    json_open_object(&json);
    json_field(&json, "uri", document->uri);
    json_key(&json, "diagnostics");
    json_open_array(&json);
    json_close_array(&json);
    json_close_object(&json);
    if (document->post >= 0)
        server_notify(server, "textDocument/publishDiagnostics", buf_str(&out));
    server->wants_reload |= workspace_forget(&server->workspace, document);
    documents_close(&server->documents, document->uri);
}

/* --- in ---------------------------------------------------------------------------------------------------------- */

typedef struct Request {
    const char *method;
    Answer *answer;
} Request;

typedef struct Notice {
    const char *method;
    void (*on)(Server *server, const Tree *params, Arena *scratch);
} Notice;

static const Request requests[] = {
    { "initialize", answer_initialize },
    { "shutdown", answer_shutdown },
    { "textDocument/codeAction", answer_code_action },
    { "textDocument/completion", answer_completion },
    { "textDocument/definition", answer_definition },
    { "textDocument/documentLink", answer_document_links },
    { "textDocument/hover", answer_hover },
};

static const Notice notices[] = {
    { "exit", on_exit },
    { "initialized", on_initialized },
    { "textDocument/didChange", on_change },
    { "textDocument/didClose", on_close },
    { "textDocument/didOpen", on_open },
    { "textDocument/didSave", on_reload },
    { "workspace/didChangeWatchedFiles", on_reload },
};

static void take_request(Server *server, const Message *message, Arena *scratch)
{
    bool initializes = str_eq(message->method, STR("initialize"));
    Buf result = { .arena = scratch };
    JsonWriter json = { .out = &result };

    if (message->cancelled) {
        send_error(server, message->id, ERROR_CANCELLED, "the request was cancelled", scratch);
    } else if (!server->initialized && !initializes) {
        send_error(server, message->id, ERROR_NOT_INITIALIZED, "initialize comes first", scratch);
    } else if (server->shut_down || (server->initialized && initializes)) {
        send_error(server, message->id, ERROR_INVALID_REQUEST,
                   server->shut_down ? "the server was shut down" : "initialize comes once", scratch);
    } else {
        for (size_t i = 0; i < sizeof(requests) / sizeof(requests[0]); i++) {
            if (!str_eq(message->method, str_from(requests[i].method)))
                continue;
            const char *fault = requests[i].answer(server, message->params, &json, scratch);
            if (fault != NULL)
                send_error(server, message->id, ERROR_INVALID_PARAMS, fault, scratch);
            else
                send_result(server, message->id, buf_str(&result), scratch);
            return;
        }
        send_error(server, message->id, ERROR_METHOD_NOT_FOUND, "herald does not know this method", scratch);
    }
}

static void take_notice(Server *server, const Message *message, Arena *scratch)
{
    bool exits = str_eq(message->method, STR("exit"));

    if ((!server->initialized || server->shut_down) && !exits)
        return;
    for (size_t i = 0; i < sizeof(notices) / sizeof(notices[0]); i++) {
        if (str_eq(message->method, str_from(notices[i].method)))
            notices[i].on(server, message->params, scratch);
    }
}

static bool is_same_id(const Tree *a, const Tree *b)
{
    return a != NULL && b != NULL && a->kind == TREE_SCALAR && b->kind == TREE_SCALAR && a->type == b->type
           && str_eq(a->text, b->text);
}

static void cancel(Server *server, const Tree *params)
{
    for (Message *message = server->queue; message != NULL; message = message->next)
        message->cancelled |= is_same_id(message->id, tree_get(params, STR("id")));
}

static bool is_id(const Tree *id)
{
    return id == NULL || (id->kind == TREE_SCALAR && (id->type == TREE_INT || id->type == TREE_STRING));
}

void server_receive(Server *server, Str content)
{
    Arena arena = { 0 };
    Diags ignored = { .arena = &arena };
    const Tree *tree;
    Message *message = ARENA_NEW(&arena, Message);

    if (!json_read(&tree, (Located){ .str = content }, "config-syntax", &arena, &ignored)) {
        send_error(server, NULL, ERROR_PARSE, "this is no JSON", &arena);
        arena_free(&arena);
        return;
    }
    *message = (Message){ .id = tree_get(tree, STR("id")),
                          .method = tree_string(tree, "method"),
                          .params = tree_get(tree, STR("params")) };
    bool is_response =
        tree_get(tree, STR("result")) != NULL || tree_get(tree, STR("error")) != NULL; /* to what we asked for */
    if (message->method.len == 0 || !is_id(message->id)) {
        if (!is_response)
            send_error(server, NULL, ERROR_INVALID_REQUEST, "this is no request", &arena);
        arena_free(&arena);
        return;
    }
    if (str_eq(message->method, STR("$/cancelRequest"))) {
        cancel(server, message->params);
        arena_free(&arena);
        return;
    }
    message->arena = arena;
    *server->queue_end = message;
    server->queue_end = &message->next;
}

static Message *next_message(Server *server)
{
    Message *message = server->queue;
    server->queue = message->next;
    if (server->queue == NULL)
        server->queue_end = &server->queue;
    return message;
}

static void free_message(Message *message)
{
    Arena arena = message->arena; /* it lies in that itself */
    arena_free(&arena);
}

void server_work(Server *server)
{
    while (server->queue != NULL && !server->ended) {
        Message *message = next_message(server);
        Arena scratch = { 0 };
        if (message->id != NULL)
            take_request(server, message, &scratch);
        else
            take_notice(server, message, &scratch);
        arena_free(&scratch);
        free_message(message);
    }
}

void server_publish(Server *server)
{
    for (OpenDocument *document = server->documents.first; document != NULL; document = document->next) {
        if (workspace_check(&server->workspace, document))
            publish_document(server, document);
    }
}

void server_take_site(Server *server)
{
    bool again = workspace_take(&server->workspace, &server->documents);

    for (OpenDocument *document = server->documents.first; document != NULL; document = document->next) {
        if (document->post < 0)
            publish_document(server, document);
    }
    publish_site(server);
    server_publish(server);
    if (again)
        workspace_start_loading(&server->workspace, &server->documents);
}

void server_begin(Server *server, const LspOptions *options)
{
    *server = (Server){ .options = options };
    server->queue_end = &server->queue;
    server->workspace = (Workspace){
        .load = options->load, .load_context = options->load_context, .jobs = options->jobs, .from = options->from
    };
}

void server_end(Server *server)
{
    while (server->queue != NULL)
        free_message(next_message(server));
    documents_close_all(&server->documents);
    arena_free(&server->published_arena);
    workspace_close(&server->workspace);
}
