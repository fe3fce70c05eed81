/* cmd/herald/external.c - between the links of posts (check/external.h) and the network (net/probe.h). */
#include "external.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/version.h"
#include "net/address.h"
#include "net/probe.h"
#include "progress.h"

enum {
    PARALLEL = 16,
    PER_HOST = 2,
    RETRIES = 2,
    PAUSE_MS = 1000,
    MAX_PAGE = 2 << 20, /* that is searched for a place */
    MAX_UNSURE = 3,     /* answers of a resolver that knows nothing, each of which may take seconds */
};

typedef struct Asking {
    const External *external;
    ExternalLinks links;
    Arena *arena;
    VEC(ExternalLink *) unresolved; /* whose host was not found */
    Map hosts;                      /* that the resolver was asked for: to KNOWN or UNKNOWN */
    size_t asked, reached;          /* of those, answered by somebody */
    size_t unjudged, late, unsure;
    int timeout_s;
} Asking;

typedef struct Question {
    Probe probe;
    Asking *asking;
    ExternalLink *link;
} Question;

/* --- what an answer means ---------------------------------------------------------------------------------------- */

static ExternalState state_of_status(int status)
{
    if (status >= 200 && status < 300)
        return EXTERNAL_GOOD;
    if (status == 404 || status == 410)
        return EXTERNAL_GONE;
    return status == 408 || (status >= 500 && status < 600 && status != 501) ? EXTERNAL_FAILING : EXTERNAL_UNKNOWN;
}

static Str describe_fault(const Asking *asking, const HttpResponse *response, Str url, Arena *arena)
{
    Str host = http_url_host(response->url.len > 0 ? response->url : url);

    switch (response->fault) {
    case HTTP_ANSWERED:
        return arena_format(arena, "the server answers %d%s", response->status,
                            response->status == 404   ? " (not found)"
                            : response->status == 410 ? " (gone)"
                                                      : "");
    case HTTP_NO_HOST:
        return arena_format(arena, "the name " STR_FMT " could not be looked up", STR_ARG(host));
    case HTTP_PRIVATE:
        return STR("it leads into a private network");
    case HTTP_NO_CONNECTION:
        return arena_format(arena, "no server answers at " STR_FMT, STR_ARG(host));
    case HTTP_BAD_TLS:
        return arena_format(arena, "the certificate of " STR_FMT " is not valid", STR_ARG(host));
    case HTTP_TOO_SLOW:
        return arena_format(arena, "the server did not answer within %d seconds", asking->timeout_s);
    case HTTP_BROKEN:
        return STR("the server broke off its answer");
    case HTTP_NOT_HTTP:
        return STR("what answers there is no web server");
    case HTTP_CIRCLE:
        return STR("the server sends its visitors round in circles");
    default:
        return response->words;
    }
}

static Str page_of(const Probe *probe, const HttpResponse *response)
{
    Str type = http_header(response, "Content-Type");
    bool html = str_eq_nocase(str_slice(type, 0, 9), STR("text/html"));
    return probe->max_body > 0 && html && !response->cut ? response->body : (Str){ NULL, 0 };
}

static void learn(Asking *asking, ExternalLink *link, const HttpResponse *response, Str page)
{
    bool told = response->fault != HTTP_BAD_URL;
    ExternalAnswer answer = {
        .state = response->fault == HTTP_ANSWERED ? state_of_status(response->status)
                 : told                           ? EXTERNAL_FAILING
                                                  : EXTERNAL_UNKNOWN,
        .status = response->status,
    };
    if (answer.state == EXTERNAL_GOOD)
        answer.moved_to = response->moved_to;
    else
        answer.cause = describe_fault(asking, response, link->url, asking->arena);
    if (response->fault == HTTP_PRIVATE)
        answer.advice = STR("write an address that readers everywhere can open; on an intranet, check with "
                            "--external-private");
    asking->unjudged += answer.state == EXTERNAL_UNKNOWN;
    external_learn(&asking->links, link, &answer, page);
}

static void hear(const Probe *probe, const HttpResponse *response)
{
    const Question *question = probe->context;
    Asking *asking = question->asking;
    Progress *progress = asking->external->env->progress;

    atomic_fetch_add(&progress->done, 1);
    asking->reached += response->fault != HTTP_NO_HOST && response->fault != HTTP_LATE;
    asking->late += response->fault == HTTP_LATE;
    if (response->fault == HTTP_LATE)
        return;
    learn(asking, question->link, response, page_of(probe, response));
    if (response->fault == HTTP_NO_HOST)
        vec_push(asking->arena, &asking->unresolved, question->link);
}

/* --- names that were not found ----------------------------------------------------------------------------------- */

/* libcurl does not say whether there is no such name, or nobody who knows. */
static bool has_no_host(Asking *asking, Str host)
{
    static char known, unknown;
    void **slot = map_at(&asking->hosts, host);

    if (*slot == NULL) {
        HostLookup found = asking->unsure < MAX_UNSURE ? address_look_up(host) : HOST_UNSURE;
        asking->unsure += found == HOST_UNSURE;
        *slot = found == HOST_MISSING ? &unknown : &known;
    }
    return *slot == &unknown;
}

static void settle_names(Asking *asking)
{
    for (size_t i = 0; i < asking->unresolved.len; i++) {
        ExternalLink *link = asking->unresolved.items[i];
        Str host = http_url_host(link->url);
        if (!has_no_host(asking, host))
            continue;
        link->answer.state = EXTERNAL_GONE;
        link->answer.cause = arena_format(asking->arena, "there is no site " STR_FMT, STR_ARG(host));
    }
}

/* Where nobody was reached, it may be that nobody can be: some resolvers that are cut off say of every name that there
 * is none. So they are asked for one that is always there. */
static bool has_network(const Asking *asking)
{
    return asking->reached > 0 || asking->late == asking->asked || address_look_up(STR("example.com")) == HOST_FOUND;
}

/* --- asking ------------------------------------------------------------------------------------------------------ */

static Str environment(const char *name, const char *other)
{
    Str value = str_from(getenv(name));
    return value.len > 0 ? value : str_from(other == NULL ? NULL : getenv(other));
}

static HttpSettings settings_for(const External *external, const ExternalSettings *settings)
{
    Str all = environment("all_proxy", "ALL_PROXY"), http = environment("http_proxy", NULL);
    Str https = environment("https_proxy", "HTTPS_PROXY");

    return (HttpSettings){
        .user_agent = STR("herald/" HERALD_VERSION " (checks links of announcements)"),
        .parallel = PARALLEL,
        .per_host = PER_HOST,
        .timeout_ms = settings->timeout_s * 1000,
        .total_ms = settings->time_limit_s * 1000,
        .pause_ms = PAUSE_MS,
        .allow_private = external->allow_private,
        .http_proxy = http.len > 0 ? http : all,
        .https_proxy = https.len > 0 ? https : all,
        .no_proxy = environment("no_proxy", "NO_PROXY"),
        .ca_file = environment("SSL_CERT_FILE", NULL),
    };
}

static void ask(Asking *asking, HttpClient *client, ExternalLink *link)
{
    Question *question = ARENA_NEW(asking->arena, Question);

    question->asking = asking;
    question->link = link;
    question->probe = (Probe){ .url = link->url,
                               .max_body = link->wants_page ? MAX_PAGE : 0,
                               .retries = RETRIES,
                               .answer = hear,
                               .context = question };
    asking->asked++;
    probe_add(client, &question->probe);
}

/* False: nothing could be asked, and the site's diagnostics say why. */
static bool ask_all(Asking *asking, const ExternalSettings *settings)
{
    const External *external = asking->external;
    HttpSettings http = settings_for(external, settings);
    ExternalLinks *links = &asking->links;
    Progress *progress = external->env->progress;

    if (links->fresh == links->by_url.len)
        return true;
    HttpClient *client = http_open(&http, asking->arena, external->site->diags);
    if (client == NULL)
        return false;
    atomic_store(&progress->stage, "asking other sites");
    atomic_store(&progress->done, 0);
    atomic_store(&progress->total, links->by_url.len - links->fresh);
    for (size_t i = 0; i < links->by_url.len; i++) {
        ExternalLink *link = links->by_url.entries[i].value;
        if (!link->is_fresh)
            ask(asking, client, link);
    }
    http_run(client);
    http_close(client);
    settle_names(asking);
    return has_network(asking)
           || diag_world(external->site->diags, (Str){ NULL, 0 }, 0,
                         "no other site could be found: there seems to be no network");
}

/* --- the cache and the rest -------------------------------------------------------------------------------------- */

static void note(const Env *env, const char *text, Str path)
{
    progress_hide(env->progress_line);
    if (!env->quiet)
        fprintf(env->err, STR_FMT ": %s\n", STR_ARG(path), text);
}

static void recall(Asking *asking, Str path, const ExternalSettings *settings)
{
    Diags failed = { .arena = asking->arena };
    Str text;

    if (file_type(path) == FILE_NONE)
        return;
    if (!file_read(&text, path, asking->arena, &failed)
        || !external_cache_read(&asking->links.known, text, asking->arena))
        note(asking->external->env, "is no cache of links, and is written anew", path);
    external_recall(&asking->links, settings);
}

static void remember(Asking *asking, Str path)
{
    Buf out = { .arena = asking->arena };

    if (asking->asked == asking->late)
        return;
    external_cache_put(&out, &asking->links);
    file_write(path, buf_str(&out), asking->external->site->diags);
}

static void say_counts(const Asking *asking)
{
    const Env *env = asking->external->env;

    progress_hide(env->progress_line);
    if (env->quiet)
        return;
    fprintf(env->err, "links to other sites: %zu asked for", asking->asked - asking->late);
    if (asking->links.fresh > 0)
        fprintf(env->err, ", %zu known from before", asking->links.fresh);
    if (asking->unjudged > 0)
        fprintf(env->err, ", %zu of these where the server does not answer programs", asking->unjudged);
    if (asking->late > 0)
        fprintf(env->err, ", %zu left for lack of time (check: external: time-limit)", asking->late);
    fprintf(env->err, "\n");
}

static bool selects(void *context, const SitePost *post, const LinkFact *fact)
{
    const External *external = context;
    const Diag about = { .rule = "link-dead-external", .span = fact->span };
    return site_in_scope(external->site, post->post.path)
           && (external->changes == NULL || changes_touch(external->changes, &about));
}

void external_look(void *context, const Overview *overview, const CheckSettings *settings)
{
    External *external = context;
    Arena *arena = overview->arena;
    Asking asking = { .external = external, .arena = arena, .timeout_s = settings->external.timeout_s };

    asking.hosts.arena = arena;
    asking.links = (ExternalLinks){ .arena = arena, .now_s = external->env->now_unix_s };
    asking.links.by_url.arena = asking.links.known.arena = arena;
    external_collect(&asking.links, overview, &settings->external, selects, external);
    recall(&asking, external->cache, &settings->external);
    if (!ask_all(&asking, &settings->external))
        return;
    external_tell(&asking.links);
    remember(&asking, external->cache);
    say_counts(&asking);
}
