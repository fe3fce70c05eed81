/* lib/lsp/loop.c */
#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "lsp/frame.h"
#include "lsp/server.h"

enum { READ_BYTES = 64 << 10, RELOAD_DELAY_MS = 250 }; /* one save often writes several files */

typedef struct Loop {
    Server server;
    int in, out;
    Arena arena; /* of the bytes that were read and not yet taken */
    Buf input;
    bool at_end, unreadable, unwritable, broken;
    bool reload_planned;
    int64_t reload_at_ms;
} Loop;

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void write_all(Loop *loop, Str bytes)
{
    while (bytes.len > 0 && !loop->unwritable) {
        ssize_t written = write(loop->out, bytes.data, bytes.len);
        if (written > 0)
            bytes = str_from_offset(bytes, (size_t)written);
        else if (errno != EINTR)
            loop->unwritable = true;
    }
}

static void send_content(void *context, Str content)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena };

    buf_put_format(&out, "Content-Length: %zu\r\n\r\n", content.len);
    buf_put(&out, content);
    write_all(context, buf_str(&out));
    arena_free(&arena);
}

static void read_some(Loop *loop)
{
    buf_reserve(&loop->input, READ_BYTES);
    ssize_t count = read(loop->in, loop->input.data + loop->input.len, READ_BYTES);
    if (count > 0)
        loop->input.len += (size_t)count;
    else if (count == 0)
        loop->at_end = true;
    else if (errno != EINTR)
        loop->unreadable = true;
}

/* Takes every whole message, and keeps what is left. */
static void take_messages(Loop *loop)
{
    Str rest = buf_str(&loop->input), content;
    FrameResult result;
    size_t length;

    while ((result = frame_read(&content, &length, rest)) == FRAME_MESSAGE) {
        server_receive(&loop->server, content);
        rest = str_from_offset(rest, length);
    }
    loop->broken = result == FRAME_BROKEN;
    if (rest.len == loop->input.len)
        return;
    Arena arena = { 0 };
    Buf kept = { .arena = &arena };
    buf_put(&kept, rest);
    arena_free(&loop->arena);
    loop->arena = arena;
    loop->input = kept;
    loop->input.arena = &loop->arena;
}

static bool has_bytes(int fd)
{
    struct pollfd one = { .fd = fd, .events = POLLIN };
    return poll(&one, 1, 0) > 0;
}

/* A file of the site has changed: soon, when no more do. */
static void plan_reload(Loop *loop)
{
    if (loop->server.wants_reload) {
        loop->server.wants_reload = false;
        loop->reload_planned = true;
        loop->reload_at_ms = now_ms() + RELOAD_DELAY_MS;
    }
    if (loop->reload_planned && loop->server.workspace.loading == NULL && now_ms() >= loop->reload_at_ms) {
        loop->reload_planned = false;
        workspace_start_loading(&loop->server.workspace, &loop->server.documents);
    }
}

static int wait_ms(const Loop *loop)
{
    if (!loop->reload_planned || loop->server.workspace.loading != NULL)
        return -1;
    int64_t left = loop->reload_at_ms - now_ms();
    return left < 0 ? 0 : (int)left;
}

/* What the editor has written comes first; what it has to be told of waits until it writes no more. */
static void turn(Loop *loop)
{
    struct pollfd files[2] = { { .fd = loop->in, .events = POLLIN },
                               { .fd = loop->server.workspace.wake[0], .events = POLLIN } };

    if (poll(files, 2, wait_ms(loop)) < 0 && errno != EINTR) {
        loop->unreadable = true;
        return;
    }
    if (files[0].revents != 0) {
        read_some(loop);
        take_messages(loop);
        server_work(&loop->server);
    }
    if (files[1].revents != 0)
        server_take_site(&loop->server);
    if (!has_bytes(loop->in))
        server_publish(&loop->server);
    plan_reload(loop);
}

LspEnd lsp_run(const LspOptions *options)
{
    Loop loop = { .in = options->in, .out = options->out };
    bool has_pipe;

    server_begin(&loop.server, options);
    has_pipe = workspace_open(&loop.server.workspace);
    loop.server.send = send_content;
    loop.server.send_context = &loop;
    loop.input.arena = &loop.arena;
    while (has_pipe && !loop.server.ended && !loop.at_end && !loop.broken && !loop.unreadable && !loop.unwritable)
        turn(&loop);
    bool well = loop.server.ended && loop.server.shut_down;
    server_end(&loop.server);
    arena_free(&loop.arena);
    if (!has_pipe || loop.unreadable || loop.unwritable)
        return LSP_BROKEN;
    return well ? LSP_ENDED : LSP_ABANDONED;
}
