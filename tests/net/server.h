/* tests/net/server.h - a web server on this machine, in a thread of its own: its answers are the test's. */
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/str.h"

/* Gives all that is sent back for a request, which is read to the end of its body. NULL: the connection just ends. */
typedef const char *ServerReply(const char *request, int number);

typedef struct Server {
    ServerReply *reply;
    int listener, port;
    int requests; /* so far; read it when the server has stopped */
    char last[4096];
    atomic_bool stop;
    pthread_t thread;
} Server;

static inline bool server_is_whole(const char *request, size_t length)
{
    const char *end = strstr(request, "\r\n\r\n");
    const char *field = strstr(request, "Content-Length: ");
    size_t body = field == NULL ? 0 : (size_t)strtoul(field + strlen("Content-Length: "), NULL, 10);
    return end != NULL && length >= (size_t)(end + 4 - request) + body;
}

static inline void server_answer(Server *server, int connection)
{
    size_t length = 0;

    while (length < sizeof(server->last) - 1 && !server_is_whole(server->last, length)) {
        ssize_t got = read(connection, server->last + length, sizeof(server->last) - 1 - length);
        if (got <= 0)
            return;
        length += (size_t)got;
        server->last[length] = '\0';
    }
    const char *reply = server->reply(server->last, ++server->requests);
    for (size_t sent = 0; reply != NULL && sent < strlen(reply);) {
        ssize_t put = send(connection, reply + sent, strlen(reply) - sent, MSG_NOSIGNAL);
        if (put <= 0)
            return;
        sent += (size_t)put;
    }
}

/* One connection after the other, one request on each. */
static inline void *server_work(void *argument)
{
    Server *server = argument;

    while (!atomic_load(&server->stop)) {
        struct pollfd ready = { .fd = server->listener, .events = POLLIN };
        if (poll(&ready, 1, 20) <= 0)
            continue;
        int connection = accept(server->listener, NULL, NULL);
        if (connection < 0)
            continue;
        server->last[0] = '\0';
        server_answer(server, connection);
        shutdown(connection, SHUT_RDWR);
        close(connection);
    }
    return NULL;
}

static inline void server_start(Server *server, ServerReply *reply)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t length = sizeof(address);

    *server = (Server){ .reply = reply, .listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0) };
    assert_int_equal(bind(server->listener, (struct sockaddr *)(void *)&address, length), 0);
    assert_int_equal(listen(server->listener, 32), 0);
    assert_int_equal(getsockname(server->listener, (struct sockaddr *)(void *)&address, &length), 0);
    server->port = ntohs(address.sin_port);
    assert_int_equal(pthread_create(&server->thread, NULL, server_work, server), 0);
}

static inline void server_stop(Server *server)
{
    atomic_store(&server->stop, true);
    pthread_join(server->thread, NULL);
    close(server->listener);
}
