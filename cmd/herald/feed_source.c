/* cmd/herald/feed_source.c */
#include "feed_source.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/version.h"
#include "feed/inspect.h"
#include "net/http.h"

enum { TIMEOUT_MS = 30000, MAX_REDIRECTS = 5, RETRIES = 1, PAUSE_MS = 1000 };

/* What waits for the answer. */
typedef struct Fetch {
    Str bytes;
    Str url;
    Arena *arena;
    Diags *diags;
    bool good;
} Fetch;

static Str environment(const char *lower, const char *upper)
{
    const char *value = getenv(lower);
    return str_from(value != NULL ? value : getenv(upper));
}

static void hear(HttpClient *client, const HttpRequest *request, const HttpResponse *response)
{
    Fetch *fetch = request->context;
    (void)client;

    if (response->fault != HTTP_ANSWERED)
        diag_world(fetch->diags, fetch->url, 0, "cannot be fetched: " STR_FMT, STR_ARG(response->words));
    else if (response->status != 200)
        diag_world(fetch->diags, fetch->url, 0, "cannot be fetched: the server answers %d", response->status);
    else
        fetch->good = true;
    fetch->bytes = arena_copy(fetch->arena, response->body);
}

static bool fetch_feed(Str *out, Str url, Arena *arena, Diags *diags)
{
    HttpSettings settings = { .user_agent = STR("herald/" HERALD_VERSION " (checks a feed)"),
                              .parallel = 1,
                              .per_host = 1,
                              .timeout_ms = TIMEOUT_MS,
                              .total_ms = 2 * TIMEOUT_MS,
                              .pause_ms = PAUSE_MS,
                              .allow_private = true, /* whoever calls the program has typed the address */
                              .http_proxy = environment("http_proxy", "all_proxy"),
                              .https_proxy = environment("https_proxy", "HTTPS_PROXY"),
                              .no_proxy = environment("no_proxy", "NO_PROXY"),
                              .ca_file = environment("SSL_CERT_FILE", "CURL_CA_BUNDLE") };
    Fetch fetch = { .url = url, .arena = arena, .diags = diags };
    HttpClient *client = http_open(&settings, arena, diags);

    if (client == NULL)
        return false;
    http_add(client, &(HttpRequest){ .url = url,
                                     .max_body = FEED_MAX_BYTES + 1,
                                     .max_redirects = MAX_REDIRECTS,
                                     .retries = RETRIES,
                                     .answer = hear,
                                     .context = &fetch });
    http_run(client);
    http_close(client);
    *out = fetch.bytes;
    return fetch.good;
}

Str feed_source_name(Str name)
{
    return str_eq(name, STR("-")) ? STR("(standard input)") : name;
}

bool feed_source_get(Str *out, Str name, Arena *arena, Diags *diags)
{
    *out = (Str){ NULL, 0 };
    if (str_eq(name, STR("-"))) {
        *out = read_stdin(arena);
        return true;
    }
    if (str_starts_with(name, STR("http://")) || str_starts_with(name, STR("https://")))
        return fetch_feed(out, name, arena, diags);
    return file_read(out, name, arena, diags);
}
