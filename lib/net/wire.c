/* lib/net/wire.c - the wrapper of libcurl. It is loaded when it is wanted: a program linked with it starts some five
 * milliseconds later, which is more than most of what herald does takes. */
#include "net/wire.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <sys/socket.h>
#include <unistd.h>

#include "net/address.h"

enum { MAX_HEADER_BYTES = 256 << 10 };

typedef struct Api {
    __typeof__(curl_global_init) *global_init;
    __typeof__(curl_global_cleanup) *global_cleanup;
    __typeof__(curl_easy_init) *easy_init;
    __typeof__(curl_easy_cleanup) *easy_cleanup;
    __typeof__(curl_easy_setopt) *setopt;
    __typeof__(curl_easy_getinfo) *getinfo;
    __typeof__(curl_easy_strerror) *strerror;
    __typeof__(curl_slist_append) *slist_append;
    __typeof__(curl_slist_free_all) *slist_free_all;
    __typeof__(curl_multi_init) *multi_init;
    __typeof__(curl_multi_cleanup) *multi_cleanup;
    __typeof__(curl_multi_add_handle) *add_handle;
    __typeof__(curl_multi_remove_handle) *remove_handle;
    __typeof__(curl_multi_perform) *perform;
    __typeof__(curl_multi_poll) *poll;
    __typeof__(curl_multi_info_read) *info_read;
} Api;

struct Wire {
    Api api;
    CURLM *multi;
    bool allow_private;
    int timeout_ms;
    const char *user_agent, *http_proxy, *https_proxy, *no_proxy, *ca_file;
    Arena *arena;
};

/* --- loading ----------------------------------------------------------------------------------------------------- */

#define SYMBOL(member, name)                                                                                           \
    {                                                                                                                  \
        offsetof(Api, member), #name                                                                                   \
    }
static const struct Symbol {
    size_t offset;
    const char *name;
} symbols[] = {
    SYMBOL(global_init, curl_global_init),
    SYMBOL(global_cleanup, curl_global_cleanup),
    SYMBOL(easy_init, curl_easy_init),
    SYMBOL(easy_cleanup, curl_easy_cleanup),
    SYMBOL(setopt, curl_easy_setopt),
    SYMBOL(getinfo, curl_easy_getinfo),
    SYMBOL(strerror, curl_easy_strerror),
    SYMBOL(slist_append, curl_slist_append),
    SYMBOL(slist_free_all, curl_slist_free_all),
    SYMBOL(multi_init, curl_multi_init),
    SYMBOL(multi_cleanup, curl_multi_cleanup),
    SYMBOL(add_handle, curl_multi_add_handle),
    SYMBOL(remove_handle, curl_multi_remove_handle),
    SYMBOL(perform, curl_multi_perform),
    SYMBOL(poll, curl_multi_poll),
    SYMBOL(info_read, curl_multi_info_read),
};

/* The library stays loaded: other parts of it may have left handlers for the end of the program. */
static bool load(Api *api, Arena *arena, Str *why)
{
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);

    for (size_t i = 0; library != NULL && i < sizeof(symbols) / sizeof(symbols[0]); i++) {
        void *symbol = dlsym(library, symbols[i].name);
        if (symbol == NULL) {
            *why = arena_format(arena, "the libcurl of this machine is too old: it has no %s", symbols[i].name);
            return false;
        }
        memcpy((char *)api + symbols[i].offset, &symbol, sizeof(symbol));
    }
    if (library == NULL)
        *why = STR("libcurl.so.4 is not on this machine: install libcurl, on Debian the package libcurl4");
    return library != NULL;
}

Wire *wire_open(const HttpSettings *settings, Arena *arena, Str *why)
{
    Wire *wire = ARENA_NEW(arena, Wire);

    if (!load(&wire->api, arena, why))
        return NULL;
    if (wire->api.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || (wire->multi = wire->api.multi_init()) == NULL) {
        *why = STR("libcurl cannot be started");
        return NULL;
    }
    wire->arena = arena;
    wire->allow_private = settings->allow_private;
    wire->timeout_ms = settings->timeout_ms;
    wire->user_agent = arena_cstr(arena, settings->user_agent);
    wire->http_proxy = arena_cstr(arena, settings->http_proxy);
    wire->https_proxy = arena_cstr(arena, settings->https_proxy);
    wire->no_proxy = arena_cstr(arena, settings->allow_private ? settings->no_proxy : STR(""));
    wire->ca_file = arena_cstr(arena, settings->ca_file);
    return wire;
}

void wire_close(Wire *wire)
{
    wire->api.multi_cleanup(wire->multi);
    wire->api.global_cleanup();
}

/* --- what is heard ----------------------------------------------------------------------------------------------- */

/* Each answer begins with a status line: only the headers of the last one count. */
static size_t hear_header(char *data, size_t size, size_t count, void *context)
{
    Exchange *exchange = context;
    Str line = str_trim((Str){ data, size * count });
    size_t colon = str_find_char(line, ':', 0);

    exchange->heard_bytes += size * count;
    if (exchange->heard_bytes > MAX_HEADER_BYTES)
        return 0;
    if (str_starts_with(line, STR("HTTP/"))) {
        exchange->heard.len = 0;
    } else if (colon != STR_NONE) {
        HttpHeader header = { arena_copy(exchange->arena, str_trim(str_slice(line, 0, colon))),
                              arena_copy(exchange->arena, str_trim(str_from_offset(line, colon + 1))) };
        vec_push(exchange->arena, &exchange->heard, header);
    }
    return size * count;
}

/* Ends the exchange with the first byte that is not wanted. */
static size_t hear_body(char *data, size_t size, size_t count, void *context)
{
    Exchange *exchange = context;
    Str part = { data, size * count };
    size_t room = exchange->max_body - exchange->heard_body.len;

    buf_put(&exchange->heard_body, str_slice(part, 0, room));
    exchange->cut = part.len > room;
    return exchange->cut ? 0 : part.len;
}

/* Sees the address itself, after names were resolved, so no name can lead where it may not. */
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    Exchange *exchange = context;

    (void)purpose;
    if (!address_is_public(&address->addr)) {
        exchange->met_private = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* --- one exchange ------------------------------------------------------------------------------------------------ */

static struct curl_slist *list_headers(const Wire *wire, const Exchange *exchange)
{
    struct curl_slist *list = wire->api.slist_append(NULL, "Expect:"); /* no asking whether a body is welcome */

    for (size_t i = 0; list != NULL && i < exchange->header_count; i++) {
        const HttpHeader *header = &exchange->headers[i];
        Str line = arena_join(exchange->arena, header->name, STR(": "), header->value);
        struct curl_slist *longer = wire->api.slist_append(list, line.data);
        if (longer == NULL)
            wire->api.slist_free_all(list);
        list = longer;
    }
    if (list == NULL)
        arena_out_of_memory();
    return list;
}

/* What holds for every exchange of a handle. */
static void set_up(const Wire *wire, CURL *handle, Exchange *exchange)
{
    __typeof__(wire->api.setopt) set = wire->api.setopt;

    set(handle, CURLOPT_PRIVATE, (void *)exchange);
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    set(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    set(handle, CURLOPT_USERAGENT, wire->user_agent);
    set(handle, CURLOPT_TIMEOUT_MS, (long)wire->timeout_ms);
    set(handle, CURLOPT_ACCEPT_ENCODING, "");
    set(handle, CURLOPT_COOKIEFILE, ""); /* kept in memory: some send round in circles those who bring none back */
    set(handle, CURLOPT_HEADERFUNCTION, hear_header);
    set(handle, CURLOPT_HEADERDATA, (void *)exchange);
    set(handle, CURLOPT_WRITEFUNCTION, hear_body);
    set(handle, CURLOPT_WRITEDATA, (void *)exchange);
    set(handle, CURLOPT_NOPROXY, wire->no_proxy);
    if (wire->ca_file[0] != '\0')
        set(handle, CURLOPT_CAINFO, wire->ca_file);
}

static void set_question(const Wire *wire, CURL *handle, Exchange *exchange)
{
    __typeof__(wire->api.setopt) set = wire->api.setopt;
    bool head = strcmp(exchange->method, "HEAD") == 0;
    const char *proxy = strncmp(exchange->url, "https:", 6) == 0 ? wire->https_proxy : wire->http_proxy;
    bool guarded = !wire->allow_private && proxy[0] == '\0';

    set(handle, CURLOPT_PROXY, proxy);
    set(handle, CURLOPT_OPENSOCKETFUNCTION, guarded ? open_socket : NULL);
    set(handle, CURLOPT_OPENSOCKETDATA, (void *)exchange);
    set(handle, CURLOPT_HTTPGET, 1L);
    if (exchange->body.len > 0) {
        set(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)exchange->body.len);
        set(handle, CURLOPT_POSTFIELDS, exchange->body.data);
    }
    set(handle, CURLOPT_NOBODY, head ? 1L : 0L);
    set(handle, CURLOPT_CUSTOMREQUEST, head ? NULL : exchange->method);
    set(handle, CURLOPT_URL, exchange->url);
    exchange->header_list = list_headers(wire, exchange);
    set(handle, CURLOPT_HTTPHEADER, exchange->header_list);
}

bool wire_start(Wire *wire, Exchange *exchange)
{
    if (exchange->handle == NULL) {
        exchange->handle = wire->api.easy_init();
        if (exchange->handle == NULL)
            arena_out_of_memory();
        set_up(wire, exchange->handle, exchange);
    }
    exchange->wire = wire;
    exchange->fault = HTTP_FAILED;
    exchange->status = 0;
    exchange->heard.len = exchange->heard_body.len = exchange->heard_bytes = 0;
    exchange->heard_body.arena = exchange->arena;
    exchange->cut = exchange->met_private = false;
    exchange->location = exchange->words = (Str){ NULL, 0 };
    set_question(wire, exchange->handle, exchange);
    return wire->api.add_handle(wire->multi, exchange->handle) == CURLM_OK;
}

static const struct Meaning {
    CURLcode code;
    HttpFault fault;
} meanings[] = {
    { CURLE_OK, HTTP_ANSWERED },
    { CURLE_URL_MALFORMAT, HTTP_BAD_URL },
    { CURLE_LOGIN_DENIED, HTTP_BAD_URL },
    { CURLE_COULDNT_RESOLVE_HOST, HTTP_NO_HOST },
    { CURLE_COULDNT_CONNECT, HTTP_NO_CONNECTION },
    { CURLE_COULDNT_RESOLVE_PROXY, HTTP_NO_CONNECTION },
    { CURLE_PEER_FAILED_VERIFICATION, HTTP_BAD_TLS },
    { CURLE_SSL_CONNECT_ERROR, HTTP_BAD_TLS },
    { CURLE_OPERATION_TIMEDOUT, HTTP_TOO_SLOW },
    { CURLE_GOT_NOTHING, HTTP_BROKEN },
    { CURLE_RECV_ERROR, HTTP_BROKEN },
    { CURLE_SEND_ERROR, HTTP_BROKEN },
    { CURLE_PARTIAL_FILE, HTTP_BROKEN },
    { CURLE_HTTP2, HTTP_BROKEN },
    { CURLE_HTTP2_STREAM, HTTP_BROKEN },
    { CURLE_UNSUPPORTED_PROTOCOL, HTTP_NOT_HTTP }, /* as of an answer without a status line */
    { CURLE_WEIRD_SERVER_REPLY, HTTP_NOT_HTTP },
    { CURLE_WRITE_ERROR, HTTP_NOT_HTTP }, /* headers without end; a body without end is cut */
};

static HttpFault read_fault(const Exchange *exchange, CURLcode code)
{
    if (exchange->met_private && code != CURLE_OK)
        return HTTP_PRIVATE;
    if (exchange->cut)
        return HTTP_ANSWERED;
    for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++) {
        if (meanings[i].code == code)
            return meanings[i].fault;
    }
    return HTTP_FAILED;
}

static void end(Exchange *exchange, CURLcode code)
{
    const Api *api = &exchange->wire->api;
    long status = 0;
    char *location = NULL;

    exchange->fault = read_fault(exchange, code);
    exchange->words = str_from(code == CURLE_OK ? "" : api->strerror(code));
    api->getinfo(exchange->handle, CURLINFO_RESPONSE_CODE, &status);
    api->getinfo(exchange->handle, CURLINFO_REDIRECT_URL, &location);
    exchange->status = exchange->fault == HTTP_ANSWERED ? (int)status : 0;
    exchange->location = arena_copy(exchange->arena, str_from(location));
    api->remove_handle(exchange->wire->multi, exchange->handle);
    api->slist_free_all(exchange->header_list);
    exchange->header_list = NULL;
}

static Exchange *take_over(const Wire *wire)
{
    int left;
    CURLMsg *message;

    while ((message = wire->api.info_read(wire->multi, &left)) != NULL) {
        char *owner = NULL;
        if (message->msg != CURLMSG_DONE)
            continue;
        wire->api.getinfo(message->easy_handle, CURLINFO_PRIVATE, &owner);
        Exchange *exchange = (Exchange *)(void *)owner;
        end(exchange, message->data.result);
        return exchange;
    }
    return NULL;
}

Exchange *wire_wait(Wire *wire, int wait_ms)
{
    int running = 0;

    wire->api.perform(wire->multi, &running);
    Exchange *over = take_over(wire);
    if (over != NULL || wait_ms == 0)
        return over;
    wire->api.poll(wire->multi, NULL, 0, wait_ms, NULL);
    wire->api.perform(wire->multi, &running);
    return take_over(wire);
}

void wire_drop(Exchange *exchange)
{
    if (exchange->handle == NULL)
        return;
    const Api *api = &exchange->wire->api;
    api->remove_handle(exchange->wire->multi, exchange->handle);
    api->slist_free_all(exchange->header_list);
    api->easy_cleanup(exchange->handle);
    exchange->handle = exchange->header_list = NULL;
}
