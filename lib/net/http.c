/* lib/net/http.c - which exchange is next: of each host a few at a time, retries after a pause, redirects at once. */
#include "net/http.h"

#include <time.h>

#include "base/map.h"
#include "net/address.h"
#include "net/wire.h"

enum {
    MAX_FAILURES = 3, /* of a host in a row, by silence: then the rest of what it is asked counts as asked */
    MAX_PAUSE_S = 60, /* whatever a server wishes for */
    WAIT_MS = 500,    /* at most, for libcurl to have news */
};

typedef struct Host Host;

/* A request on its way, through retries and redirects. */
typedef struct Transfer {
    HttpRequest request;
    Arena arena; /* of its texts and its answer */
    Exchange exchange;
    Host *host;
    struct Transfer *next; /* in its host's line */
    int64_t not_before_ms;
    int tries, hops;
    Str url, moved_to;
    bool moved_for_good; /* so far */
} Transfer;

/* Host and port, and who waits for it. */
struct Host {
    Str name;
    Transfer *first, **last;
    int active;
    int failures;
    HttpFault fault; /* of the last failure */
    int64_t not_before_ms;
};

struct HttpClient {
    HttpSettings settings;
    Arena *arena;
    Wire *wire;
    Map hosts;
    size_t waiting; /* in all lines */
    int active;
    size_t turn; /* the host that is looked at first */
    VEC(Transfer *) spare;
    VEC(Transfer *) running;
};

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- addresses --------------------------------------------------------------------------------------------------- */

/* Behind the two slashes, up to path, query or fragment; "" for what is no address of http. */
static Str find_authority(Str url)
{
    static const Str schemes[] = { STR_INIT("http://"), STR_INIT("https://") };

    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        Str scheme = schemes[i];
        if (!str_eq_nocase(str_slice(url, 0, scheme.len), scheme))
            continue;
        size_t end = scheme.len;
        while (end < url.len && strchr("/?#\\", url.data[end]) == NULL)
            end++;
        return str_slice(url, scheme.len, end);
    }
    return (Str){ NULL, 0 };
}

Str http_url_host(Str url)
{
    Str authority = find_authority(url);
    size_t at = str_find_last_char(authority, '@');
    Str host = at == STR_NONE ? authority : str_from_offset(authority, at + 1);
    size_t bracket = str_find_char(host, ']', 0);
    size_t colon = str_find_char(host, ':', bracket == STR_NONE ? 0 : bracket);
    return str_slice(host, 0, colon);
}

static Str without_fragment(Str url)
{
    return str_slice(url, 0, str_find_char(url, '#', 0));
}

Str http_header(const HttpResponse *response, const char *name)
{
    for (size_t i = 0; i < response->header_count; i++) {
        if (str_eq_nocase(response->headers[i].name, str_from(name)))
            return response->headers[i].value;
    }
    return (Str){ NULL, 0 };
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

static Host *find_host(HttpClient *client, Str url)
{
    Str authority = arena_copy(client->arena, find_authority(url));
    void **slot = map_at(&client->hosts, authority);

    if (*slot == NULL) {
        Host *host = ARENA_NEW(client->arena, Host);
        *host = (Host){ .name = authority };
        *slot = host;
    }
    return *slot;
}

static void line_up(HttpClient *client, Transfer *transfer)
{
    Host *host = find_host(client, transfer->url);

    transfer->host = host;
    transfer->next = NULL;
    if (host->first == NULL)
        host->last = &host->first;
    *host->last = transfer;
    host->last = &transfer->next;
    client->waiting++;
}

/* The first in the line whose pause is over; `*ready_ms` becomes the time of the next one where that is sooner. */
static Transfer *step_out(HttpClient *client, Host *host, int64_t now, int64_t *ready_ms)
{
    for (Transfer **at = &host->first; *at != NULL; at = &(*at)->next) {
        Transfer *transfer = *at;
        int64_t ready = transfer->not_before_ms > host->not_before_ms ? transfer->not_before_ms : host->not_before_ms;
        if (ready > now) {
            *ready_ms = ready < *ready_ms ? ready : *ready_ms;
            continue;
        }
        *at = transfer->next;
        if (transfer->next == NULL)
            host->last = at;
        client->waiting--;
        return transfer;
    }
    return NULL;
}

/* --- answers ----------------------------------------------------------------------------------------------------- */

static void answer(HttpClient *client, Transfer *transfer, HttpFault fault)
{
    const Exchange *exchange = &transfer->exchange;
    HttpResponse response = {
        .fault = fault,
        .status = fault == HTTP_ANSWERED ? exchange->status : 0,
        .url = transfer->url,
        .moved_to = transfer->moved_to,
        .headers = exchange->heard.items,
        .header_count = exchange->heard.len,
        .body = buf_str(&exchange->heard_body),
        .cut = exchange->cut,
        .words = exchange->words,
    };
    wire_drop(&transfer->exchange);
    transfer->request.answer(client, &transfer->request, &response);
    arena_free(&transfer->arena);
    vec_push(client->arena, &client->spare, transfer);
}

/* What a later try may do better. Resolvers try again by themselves. */
static bool is_passing(const Exchange *exchange)
{
    return exchange->status == 429 || (exchange->status >= 500 && exchange->status <= 504 && exchange->status != 501)
           || exchange->fault == HTTP_TOO_SLOW || exchange->fault == HTTP_BROKEN
           || exchange->fault == HTTP_NO_CONNECTION;
}

/* Seconds, as a server that is too busy names them; 0 for none. The other form, a date, is too rare to read. */
static int64_t read_retry_after(const Exchange *exchange)
{
    Str value = http_header(&(HttpResponse){ .headers = exchange->heard.items, .header_count = exchange->heard.len },
                            "Retry-After");
    int64_t seconds = 0;

    for (size_t i = 0; i < value.len; i++) {
        if (!char_is_digit(str_at(value, i)))
            return 0;
        seconds = seconds * 10 + (value.data[i] - '0');
        if (seconds > MAX_PAUSE_S)
            return MAX_PAUSE_S;
    }
    return seconds;
}

/* Its wish to be left alone holds for all that it is asked. */
static void heed(Host *host, const Exchange *exchange)
{
    int64_t seconds = exchange->status == 429 || exchange->status == 503 ? read_retry_after(exchange) : 0;
    int64_t until = now_ms() + seconds * 1000;

    if (seconds > 0 && until > host->not_before_ms)
        host->not_before_ms = until;
}

static void retry(HttpClient *client, Transfer *transfer)
{
    int doublings = transfer->tries < 6 ? transfer->tries : 6;

    transfer->tries++;
    transfer->not_before_ms = now_ms() + ((int64_t)client->settings.pause_ms << doublings);
    line_up(client, transfer);
}

/* Only a chain of moves for good from its start tells what to write instead. */
static void follow(HttpClient *client, Transfer *transfer)
{
    const Exchange *exchange = &transfer->exchange;

    transfer->moved_for_good = transfer->moved_for_good && (exchange->status == 301 || exchange->status == 308);
    transfer->url = arena_copy(&transfer->arena, without_fragment(exchange->location));
    if (transfer->moved_for_good)
        transfer->moved_to = arena_copy(&transfer->arena, exchange->location);
    transfer->hops++;
    transfer->tries = 0;
    if (find_authority(transfer->url).len == 0)
        answer(client, transfer, HTTP_BAD_URL);
    else
        line_up(client, transfer);
}

static bool is_redirect(const Transfer *transfer)
{
    Str method = transfer->request.method;
    return transfer->exchange.location.len > 0 && transfer->exchange.fault == HTTP_ANSWERED
           && transfer->request.max_redirects > 0 && (str_eq(method, STR("GET")) || str_eq(method, STR("HEAD")));
}

static void count_failure(Host *host, const Exchange *exchange)
{
    bool silent =
        exchange->fault == HTTP_NO_HOST || exchange->fault == HTTP_NO_CONNECTION || exchange->fault == HTTP_TOO_SLOW;
    host->failures = silent ? host->failures + 1 : 0;
    host->fault = exchange->fault;
}

static void finish(HttpClient *client, Transfer *transfer)
{
    const Exchange *exchange = &transfer->exchange;
    bool again = transfer->tries < transfer->request.retries && is_passing(exchange);

    client->active--;
    transfer->host->active--;
    heed(transfer->host, exchange);
    if (again) {
        retry(client, transfer);
        return;
    }
    count_failure(transfer->host, exchange);
    if (!is_redirect(transfer))
        answer(client, transfer, exchange->fault);
    else if (transfer->hops < transfer->request.max_redirects)
        follow(client, transfer);
    else
        answer(client, transfer, HTTP_CIRCLE);
}

/* --- questions --------------------------------------------------------------------------------------------------- */

static bool is_refused(const HttpClient *client, const Transfer *transfer)
{
    return !client->settings.allow_private && address_is_private_name(http_url_host(transfer->url));
}

static void start(HttpClient *client, Transfer *transfer)
{
    Exchange *exchange = &transfer->exchange;
    const HttpRequest *request = &transfer->request;

    if (transfer->host->failures >= MAX_FAILURES) {
        answer(client, transfer, transfer->host->fault);
        return;
    }
    if (is_refused(client, transfer)) {
        answer(client, transfer, HTTP_PRIVATE);
        return;
    }
    exchange->arena = &transfer->arena;
    exchange->method = request->method.data;
    exchange->url = transfer->url.data;
    exchange->headers = request->headers;
    exchange->header_count = request->header_count;
    exchange->body = request->body;
    exchange->max_body = request->max_body;
    if (!wire_start(client->wire, exchange)) {
        answer(client, transfer, HTTP_FAILED);
        return;
    }
    client->active++;
    transfer->host->active++;
    vec_push(client->arena, &client->running, transfer);
}

/* Hosts take turns, so that one with many links does not keep the others waiting. */
static int64_t start_some(HttpClient *client, int64_t now, int64_t deadline)
{
    int64_t ready_ms = deadline;
    size_t idle = 0;

    while (idle < client->hosts.len && client->waiting > 0 && client->active < client->settings.parallel) {
        Host *host = client->hosts.entries[client->turn++ % client->hosts.len].value;
        Transfer *transfer = host->active < client->settings.per_host ? step_out(client, host, now, &ready_ms) : NULL;
        idle = transfer == NULL ? idle + 1 : 0;
        if (transfer != NULL)
            start(client, transfer);
    }
    return ready_ms;
}

static void forget_running(HttpClient *client, const Transfer *transfer)
{
    for (size_t i = 0; i < client->running.len; i++) {
        if (client->running.items[i] == transfer) {
            client->running.items[i] = client->running.items[--client->running.len];
            return;
        }
    }
}

static void give_up(HttpClient *client)
{
    while (client->running.len > 0) {
        Transfer *transfer = client->running.items[--client->running.len];
        client->active--;
        transfer->host->active--;
        answer(client, transfer, HTTP_LATE);
    }
    while (client->waiting > 0) {
        for (size_t i = 0; i < client->hosts.len; i++) {
            Host *host = client->hosts.entries[i].value;
            int64_t never = INT64_MAX;
            for (Transfer *at; (at = step_out(client, host, INT64_MAX, &never)) != NULL;)
                answer(client, at, HTTP_LATE);
        }
    }
}

void http_run(HttpClient *client)
{
    int64_t deadline = now_ms() + client->settings.total_ms;

    while (client->waiting > 0 || client->active > 0) {
        int64_t now = now_ms();
        if (now >= deadline) {
            give_up(client); /* and what an answer adds meanwhile */
            continue;
        }
        int64_t pause = start_some(client, now, deadline) - now;
        if (client->waiting == 0 && client->active == 0)
            break; /* the last ones were answered without being asked */
        Exchange *over = wire_wait(client->wire, (int)(pause < WAIT_MS ? pause : WAIT_MS));
        for (; over != NULL; over = wire_wait(client->wire, 0)) {
            Transfer *transfer = (Transfer *)(void *)((char *)over - offsetof(Transfer, exchange));
            forget_running(client, transfer);
            finish(client, transfer);
        }
    }
}

/* --- the client -------------------------------------------------------------------------------------------------- */

HttpClient *http_open(const HttpSettings *settings, Arena *arena, Diags *diags)
{
    HttpClient *client = ARENA_NEW(arena, HttpClient);
    Str why = { NULL, 0 };

    client->settings = *settings;
    client->arena = client->hosts.arena = arena;
    client->wire = wire_open(settings, arena, &why);
    if (client->wire == NULL) {
        diag_world(diags, (Str){ NULL, 0 }, 0, STR_FMT, STR_ARG(why));
        return NULL;
    }
    return client;
}

static const HttpHeader *copy_headers(const HttpRequest *request, Arena *arena)
{
    HttpHeader *copy = ARENA_ARRAY(arena, HttpHeader, request->header_count);
    for (size_t i = 0; i < request->header_count; i++)
        copy[i] =
            (HttpHeader){ arena_copy(arena, request->headers[i].name), arena_copy(arena, request->headers[i].value) };
    return copy;
}

void http_add(HttpClient *client, const HttpRequest *request)
{
    Transfer *transfer =
        client->spare.len > 0 ? client->spare.items[--client->spare.len] : ARENA_NEW(client->arena, Transfer);
    *transfer = (Transfer){ .request = *request, .moved_for_good = true };
    Arena *arena = &transfer->arena;
    transfer->request.method = arena_copy(arena, request->method.len > 0 ? request->method : STR("GET"));
    transfer->request.url = arena_copy(arena, request->url);
    transfer->request.headers = copy_headers(request, arena);
    transfer->request.body = arena_copy(arena, request->body);
    transfer->url = arena_copy(arena, without_fragment(request->url));
    if (find_authority(transfer->url).len == 0 || str_find_char(request->url, '\0', 0) != STR_NONE)
        answer(client, transfer, HTTP_BAD_URL);
    else
        line_up(client, transfer);
}

void http_close(HttpClient *client)
{
    wire_close(client->wire);
}
