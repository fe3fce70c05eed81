/* lib/net/probe.h - whether there is something behind an address, with as little traffic as servers allow. */
#pragma once

#include "net/http.h"

typedef struct Probe Probe;

struct Probe {
    Str url;
    size_t max_body; /* of the page, where it is wanted; 0: whether it is there will do */
    int retries;
    void (*answer)(const Probe *probe, const HttpResponse *response); /* called once, during http_run */
    void *context;                                                    /* the caller's */
};

/* Asks for the head alone, and where that is refused, for the whole, which is not waited for. The probe must live until
 * its answer. */
void probe_add(HttpClient *client, const Probe *probe);
