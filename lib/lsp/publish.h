/* lib/lsp/publish.h - diagnostics as the editor shows them. */
#pragma once

#include "lsp/server.h"

/* Publishes what is wrong with an open document that is a post; with one that was a post, nothing is any more. */
void publish_document(Server *server, OpenDocument *document);

/* Publishes what is wrong with all files that are no posts: configuration, layouts, includes, pages. */
void publish_site(Server *server);

/* One object Diagnostic; `text` is that of the source where the diagnostic has its place. */
void publish_put(JsonWriter *json, const Server *server, const PositionText *text, const Diag *diag);
