/* lib/lsp/server.h - messages in, messages out: JSON-RPC 2.0 and the life of a server. */
#pragma once

#include "lsp/lsp.h"
#include "text/json.h"

typedef struct Server Server;

/* Writes the result of a request. Returns what is wrong with the parameters, or NULL. One that writes nothing gives
 * null. What it makes lives in `scratch`. */
typedef const char *Answer(Server *server, const Tree *params, JsonWriter *result, Arena *scratch);

/* What the editor asks; answers of the features. */
Answer answer_code_action, answer_completion, answer_hover, answer_definition, answer_document_links;

struct Server {
    const LspOptions *options;
    void (*send)(void *context, Str message); /* takes the content of one message */
    void *send_context;
    Documents documents;
    Workspace workspace;
    bool initialized, shut_down, ended;
    bool watches;      /* the editor lets us ask for it to tell of changed files */
    bool wants_reload; /* something on the disk has changed */
    struct Message *queue, **queue_end;
    StrList published; /* URIs of files that have diagnostics and are no posts */
    Arena published_arena;
};

void server_begin(Server *server, const LspOptions *options);
void server_end(Server *server);

/* Takes the content of one message in; what it asks for is done by server_work, in the order of coming. Between the two
 * a request can be cancelled. */
void server_receive(Server *server, Str content);
void server_work(Server *server);

/* Checks what has changed, and tells the editor. */
void server_publish(Server *server);

/* When workspace.wake[0] has a byte. */
void server_take_site(Server *server);

/* A notification. `params` is the JSON of its parameters. */
void server_notify(Server *server, const char *method, Str params);

/* --- for the features ----------------------------------------------------------------------------------------------
 */

/* The open document of `textDocument: {uri}`; NULL when there is none. */
OpenDocument *server_document(const Server *server, const Tree *params);

/* And the byte of `position` in it; false when one of the two is missing. */
bool server_cursor(OpenDocument **document, size_t *offset, const Server *server, const Tree *params);

Str tree_string(const Tree *map, const char *key); /* "" when it is none */

void json_position(JsonWriter *json, Position position);
void json_range(JsonWriter *json, const PositionText *text, size_t start, size_t end); /* the value */
