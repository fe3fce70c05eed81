/* lib/check/external_tell.c - what is told of links to other sites. */
#include "check/external.h"
#include "check/settle.h"
#include "site/config.h"
#include "text/datetime.h"
#include "text/html.h"

enum { MAX_NEW_ADDRESS = 300 }; /* longer ones are made for one visit */

static Str day_of(int64_t unix_s, Arena *arena)
{
    Buf out = { .arena = arena };
    datetime_put_format(&out, STR("%Y-%m-%d"), unix_s, 0, 0);
    return buf_str(&out);
}

/* --- gone, failing ----------------------------------------------------------------------------------------------- */

static void tell_gone(const ExternalUse *use, const ExternalAnswer *answer)
{
    Diags *diags = &use->post->diags;
    const char *what = use->fact->image ? "the image" : "the link";

    diag_error(diags, "link-dead-external", use->fact->span, "%s leads nowhere: " STR_FMT, what,
               STR_ARG(answer->cause));
    if (answer->good_s > 0)
        diag_hint(diags, "it was there on " STR_FMT "; look for its new address, or take the link away",
                  STR_ARG(day_of(answer->good_s, diags->arena)));
    else
        diag_hint(diags, "look for its address in a browser, or take the link away");
}

static void tell_failing(const ExternalUse *use, const ExternalAnswer *answer)
{
    Diags *diags = &use->post->diags;
    const char *what = use->fact->image ? "the image" : "the link";

    diag_warning(diags, "link-unreachable", use->fact->span, "%s cannot be opened now: " STR_FMT, what,
                 STR_ARG(answer->cause));
    if (answer->advice.len > 0)
        diag_hint(diags, STR_FMT, STR_ARG(answer->advice));
    else if (answer->good_s > 0)
        diag_hint(diags, "it was good on " STR_FMT ", so this may pass; check again later",
                  STR_ARG(day_of(answer->good_s, diags->arena)));
    else
        diag_hint(diags, "open it in a browser; where that works, check again later");
}

/* --- moved ------------------------------------------------------------------------------------------------------- */

/* Behind scheme and "www.", without a slash at the end. */
static Str core_of(Str url)
{
    size_t slashes = str_find(url, STR("//"), 0);
    Str core = slashes == STR_NONE ? url : str_from_offset(url, slashes + 2);
    core = str_slice(core, 0, str_find_char(core, '#', 0));
    if (str_eq_nocase(str_slice(core, 0, 4), STR("www.")))
        core = str_from_offset(core, 4);
    return str_ends_with(core, STR("/")) ? str_slice(core, 0, core.len - 1) : core;
}

static Str path_of(Str url)
{
    Str core = core_of(url);
    size_t slash = str_find_char(core, '/', 0);
    return slash == STR_NONE ? (Str){ NULL, 0 } : str_from_offset(core, slash + 1);
}

static bool is_start_page(Str url)
{
    Str path = path_of(url);
    return path.len == 0 || str_starts_with(path, STR("index.")) || str_starts_with(path, STR("home"));
}

/* Sites whose page is gone send its visitors to their first page. */
static bool leads_to_start(Str from, Str to)
{
    Str from_host = str_slice(core_of(from), 0, str_find_char(core_of(from), '/', 0));
    return path_of(to).len == 0 && !is_start_page(from) && str_eq_nocase(from_host, core_of(to));
}

/* A slash more is no news, and what only a program can have wanted is no address to write. */
static bool is_news(Str from, Str to)
{
    bool secured = str_eq_nocase(str_slice(from, 0, 5), STR("http:")) && str_starts_with(to, STR("https:"));
    bool query = str_find_char(to, '?', 0) != STR_NONE && str_find_char(from, '?', 0) == STR_NONE;
    return to.len > 0 && to.len <= MAX_NEW_ADDRESS && !query && (secured || !str_eq_nocase(core_of(from), core_of(to)));
}

/* Whether it may stand where an address stands in Markdown, YAML or an attribute. */
static bool is_plain(Str url)
{
    for (size_t i = 0; i < url.len; i++) {
        int c = str_at(url, i);
        if (c <= ' ' || c >= 0x7F || strchr("\"'<>()[]{}\\^`|*", c) != NULL)
            return false;
    }
    return true;
}

/* The new address with what stands behind the `#` of the old one. */
static Str with_place(Str url, const LinkFact *fact, Arena *arena)
{
    size_t hash = str_find_char(fact->url, '#', 0);
    if (hash == STR_NONE || str_find_char(url, '#', 0) != STR_NONE)
        return url;
    return arena_join(arena, url, str_from_offset(fact->url, hash), (Str){ NULL, 0 });
}

static bool is_not_http_at(void *context, Diag *diag)
{
    const LinkFact *fact = context;
    return strcmp(diag->rule, "link-http") != 0 || span_cmp(diag->span, fact->span) != 0;
}

static void tell_moved(const ExternalUse *use, Str url, Str to)
{
    Diags *diags = &use->post->diags;
    LinkFact fact = *use->fact;
    size_t at = str_find(source_text(fact.span), fact.url, 0);

    if (leads_to_start(url, to)) {
        diag_info(diags, "link-moved", fact.span, "the address now leads to the first page of its site");
        diag_hint(diags, "its page is probably gone: look for where it is now");
        return;
    }
    to = with_place(to, &fact, diags->arena);
    if (!is_plain(to))
        return;
    diags_filter(diags, is_not_http_at, &fact); /* the address with https is known now */
    diag_info(diags, "link-moved", fact.span, "the page moved for good to " STR_FMT, STR_ARG(to));
    diag_hint(diags, "write " STR_FMT, STR_ARG(to));
    if (at != STR_NONE)
        diag_fix(diags, span_part(fact.span, at, at + fact.url.len), arena_copy(diags->arena, to), false);
}

/* --- places ------------------------------------------------------------------------------------------------------ */

static void tell_place(const ExternalUse *use)
{
    Diags *diags = &use->post->diags;

    diag_warning(diags, "link-fragment-missing", use->fact->span, "that page has no place \"#" STR_FMT "\"",
                 STR_ARG(use->place));
    diag_hint(diags, "copy the address of the place from a browser, or leave out #" STR_FMT, STR_ARG(use->place));
}

static void tell_use(const ExternalLink *link, const ExternalUse *use)
{
    const ExternalAnswer *answer = &link->answer;

    if (answer->state == EXTERNAL_GONE)
        tell_gone(use, answer);
    else if (answer->state == EXTERNAL_FAILING)
        tell_failing(use, answer);
    if (answer->state != EXTERNAL_GOOD)
        return;
    if (use->place.len > 0 && map_get(&answer->places, use->place) == PLACE_MISSING)
        tell_place(use);
    else if (is_news(link->url, answer->moved_to))
        tell_moved(use, link->url, answer->moved_to);
}

void external_tell(const ExternalLinks *links)
{
    for (size_t i = 0; i < links->by_url.len; i++) {
        const ExternalLink *link = links->by_url.entries[i].value;
        for (size_t k = 0; k < link->uses.len; k++)
            tell_use(link, &link->uses.items[k]);
    }
}
