/* lib/net/http.h - asks web servers: many at once, few of each, and never more than was agreed. */
#pragma once

#include "base/diag.h"
#include "base/parallel.h"

/* Why there is no answer. */
typedef enum HttpFault {
    HTTP_ANSWERED,      /* there is one, whatever its status */
    HTTP_BAD_URL,       /* no address of http or https, or one with a password */
    HTTP_NO_HOST,       /* its name could not be resolved */
    HTTP_PRIVATE,       /* it leads into a private network, which was not allowed */
    HTTP_NO_CONNECTION, /* nobody listens */
    HTTP_BAD_TLS,       /* no sound certificate */
    HTTP_TOO_SLOW,
    HTTP_BROKEN,   /* the connection ended before the answer did */
    HTTP_NOT_HTTP, /* what answered speaks something else */
    HTTP_CIRCLE,   /* more redirects than were allowed */
    HTTP_LATE,     /* the time for all was up before */
    HTTP_FAILED,   /* anything else: see `words` */
} HttpFault;

typedef struct HttpHeader {
    Str name, value;
} HttpHeader;

typedef struct HttpClient HttpClient;
typedef struct HttpRequest HttpRequest;

/* All of it lives until the call it is handed to returns. */
typedef struct HttpResponse {
    HttpFault fault;
    int status;   /* 200; 0 without an answer */
    Str url;      /* of the last that was asked, where redirects led */
    Str moved_to; /* where those redirects led that are for good (301, 308) and had no other before them; "" for none */
    const HttpHeader *headers; /* of that last answer; names as they came */
    size_t header_count;
    Str body;
    bool cut;  /* there is more of it than `max_body` */
    Str words; /* libcurl's own, for faults */
} HttpResponse;

/* Called once for each request. It may add others. */
typedef void HttpAnswer(HttpClient *client, const HttpRequest *request, const HttpResponse *response);

/* Texts are copied when it is added. */
struct HttpRequest {
    Str method; /* "GET" when empty */
    Str url;
    const HttpHeader *headers;
    size_t header_count;
    Str body;
    size_t max_body;   /* of the answer */
    int max_redirects; /* that are followed, of GET and HEAD; 0: the first is the answer */
    int retries;       /* how often it is asked again after 429, 500 to 504, silence or a broken connection */
    HttpAnswer *answer;
    void *context; /* the caller's */
};

typedef struct HttpSettings {
    Str user_agent;
    int parallel;       /* exchanges at one time */
    int per_host;       /* of these with one host */
    int timeout_ms;     /* for one exchange */
    int total_ms;       /* for one http_run */
    int pause_ms;       /* before the first retry; each next one waits twice as long */
    bool allow_private; /* ask in private networks too: not for what strangers wrote */
    Str http_proxy, https_proxy,
        no_proxy; /* as the environment has them. Through a proxy, only what names say shows
                     whether they are private, so `no_proxy` counts with `allow_private` alone */
    Str ca_file;  /* certificates that are trusted; "" for the system's */
} HttpSettings;

/* Loads libcurl: programs that never ask need not have it. The client lives in the arena until it is closed. NULL: one
 * DIAG_WORLD in `diags`. */
HttpClient *http_open(const HttpSettings *settings, Arena *arena, Diags *diags);

void http_add(HttpClient *client, const HttpRequest *request);

/* Until every request has had its answer. */
void http_run(HttpClient *client);

void http_close(HttpClient *client);

Str http_header(const HttpResponse *response, const char *name); /* its value, whatever the case; "" for none */
Str http_url_host(Str url);                                      /* as written, without user and port */
