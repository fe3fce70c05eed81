/* lib/net/probe.c */
#include "net/probe.h"

enum { MAX_REDIRECTS = 10 };

static void pass_on(HttpClient *client, const HttpRequest *request, const HttpResponse *response)
{
    const Probe *probe = request->context;

    (void)client;
    probe->answer(probe, response);
}

static void ask(HttpClient *client, const Probe *probe, Str method, int retries, HttpAnswer *answer)
{
    static const HttpHeader headers[] = { { STR_INIT("Accept"), STR_INIT("text/html,*/*;q=0.8") } };
    HttpRequest request = {
        .method = method,
        .url = probe->url,
        .headers = headers,
        .header_count = 1,
        .max_body = probe->max_body,
        .max_redirects = MAX_REDIRECTS,
        .retries = retries,
        .answer = answer,
        .context = (void *)(uintptr_t)probe,
    };
    http_add(client, &request);
}

/* Whether asking for the whole may be answered otherwise: many servers refuse HEAD, each in its own way. */
static bool is_refusal(const HttpResponse *response)
{
    switch (response->fault) {
    case HTTP_ANSWERED:
        return response->status < 200 || response->status >= 300;
    case HTTP_TOO_SLOW:
    case HTTP_BROKEN:
    case HTTP_NOT_HTTP:
    case HTTP_CIRCLE:
    case HTTP_FAILED:
        return true;
    default:
        return false;
    }
}

static void hear_head(HttpClient *client, const HttpRequest *request, const HttpResponse *response)
{
    const Probe *probe = request->context;

    if (is_refusal(response))
        ask(client, probe, STR("GET"), probe->retries, pass_on);
    else
        probe->answer(probe, response);
}

void probe_add(HttpClient *client, const Probe *probe)
{
    if (probe->max_body > 0)
        ask(client, probe, STR("GET"), probe->retries, pass_on);
    else
        ask(client, probe, STR("HEAD"), 0, hear_head);
}
