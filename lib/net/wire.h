/* lib/net/wire.h - single exchanges with servers, by libcurl, which only wire.c knows. For http.c. */
#pragma once

#include "base/buf.h"
#include "base/vec.h"
#include "net/http.h"

typedef struct Wire Wire;

/* A question and its answer. One may be started again when it is over: its cookies stay. */
typedef struct Exchange {
    /* the question */
    const char *method;
    const char *url;
    const HttpHeader *headers;
    size_t header_count;
    Str body;
    size_t max_body;
    Arena *arena; /* of what is heard */

    /* the answer */
    HttpFault fault;
    int status;
    VEC(HttpHeader) heard;
    Buf heard_body;
    bool cut;
    Str location; /* where a redirect leads, made absolute; "" for none */
    Str words;

    /* wire.c's own */
    Wire *wire;
    void *handle;
    void *header_list;
    size_t heard_bytes; /* of headers */
    bool met_private;
} Exchange;

/* NULL: libcurl cannot be had, and `*why` says so. */
Wire *wire_open(const HttpSettings *settings, Arena *arena, Str *why);

/* False: it could not be, and `fault` says why. */
bool wire_start(Wire *wire, Exchange *exchange);

/* The next exchange that is over, or NULL when there is none after so many milliseconds, or sooner. */
Exchange *wire_wait(Wire *wire, int wait_ms);

/* Ends the exchange, over or not, and gives back what libcurl holds for it. */
void wire_drop(Exchange *exchange);

void wire_close(Wire *wire); /* when every exchange was dropped */
