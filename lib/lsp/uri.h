/* lib/lsp/uri.h - file URIs (RFC 8089) and paths. */
#pragma once

#include "base/arena.h"

/* The path of a file URI of this machine; false for any other URI. */
bool uri_path(Str *out, Str uri, Arena *arena);

Str uri_of_path(Str path, Arena *arena); /* `path` is absolute */
