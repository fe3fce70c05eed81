/* tests/fuzz/lsp_fuzz.c - whatever an editor sends: what it is told is JSON, and nothing crashes.
 *
 * An input that begins with 'F' is a stream of bytes; of any other each line is the content of one message. The site
 * has one post, `/a.md`. */
#include <stdlib.h>

#include "lsp/frame.h"
#include "lsp/server.h"
#include "markup/gfm.h"
#include "site/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { NOW_UNIX_S = 1767225600 };

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static bool load(void *context, Site **out, Str from, StrList extra, Arena *arena, Diags *diags)
{
    static const Str names[] = { STR_INIT("a.md") };
    static const Overlay overlays[] = {
        { STR_INIT("a.md"), STR_INIT("---\ntitle: Port Ellery joins\ndate: 2024-08-06\ntags: [a, b]\n---\n[a][b]\n") },
    };
    LoadOptions options = { .root = STR("/"),
                            .extra = { names, 1 },
                            .overlays = overlays,
                            .overlay_count = 1,
                            .jobs = 1,
                            .now_unix_s = NOW_UNIX_S };
    (void)context;
    (void)from;
    (void)extra;
    *out = site_load(&options, arena, diags);
    return true;
}

static void judge(void *context, Str message)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    const Tree *tree;
    (void)context;
    expect(json_read(&tree, (Located){ .str = message }, "config-syntax", &arena, &diags));
    arena_free(&arena);
}

static void receive_stream(Server *server, Str bytes)
{
    Str content;
    size_t length;

    while (frame_read(&content, &length, bytes) == FRAME_MESSAGE) {
        expect(content.len < length && length <= bytes.len);
        server_receive(server, content);
        bytes = str_from_offset(bytes, length);
    }
}

/* As an editor would: it waits for the site now and then. */
static void receive_lines(Server *server, Str bytes)
{
    Str line;
    while (str_split(&line, &bytes, '\n')) {
        server_receive(server, line);
        server_work(server);
        if (server->workspace.loading != NULL)
            server_take_site(server);
        server_publish(server);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = { (const char *)data, size };
    LspOptions options = { .load = load, .jobs = 1, .from = STR("/"), .docs = STR("https://docs.example.org/") };
    Server server;

    gfm_init();
    server_begin(&server, &options);
    server.send = judge;
    expect(workspace_open(&server.workspace));
    if (str_at(bytes, 0) == 'F')
        receive_stream(&server, str_from_offset(bytes, 1));
    else
        receive_lines(&server, bytes);
    server_work(&server);
    server_publish(&server);
    server_end(&server);
    return 0;
}
