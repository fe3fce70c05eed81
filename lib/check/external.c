/* lib/check/external.c - which links to other sites there are, and which of them need not be asked. */
#include "check/external.h"

#include "check/settings.h"
#include "markup/url.h"
#include "site/config.h"
#include "site/value.h"

enum { DAY_S = 86400 };

/* --- settings ---------------------------------------------------------------------------------------------------- */

void external_settings_read(ExternalSettings *out, const Tree *check, Arena *arena, Diags *diags)
{
    static const char *const keys[] = { "ignore", "timeout", "time-limit", "fresh-days", NULL };
    const Tree *tree = value_map(check, "external", diags);

    value_check_keys(tree, keys, diags);
    out->ignore = value_list(tree, "ignore", arena, diags);
    out->timeout_s = (int)value_int(tree, "timeout", 10, 1, 120, diags);
    out->time_limit_s = (int)value_int(tree, "time-limit", 300, 1, 86400, diags);
    out->fresh_days = (int)value_int(tree, "fresh-days", 7, 0, 365, diags);
}

static bool is_ignored(const ExternalSettings *settings, Str url)
{
    for (size_t i = 0; i < settings->ignore.len; i++) {
        if (glob_matches(settings->ignore.items[i], url))
            return true;
    }
    return false;
}

/* --- collecting -------------------------------------------------------------------------------------------------- */

/* A heading's name, or what an author gave. Not a line of code, a state of a script or the number of a comment: pages
 * have those only when their scripts run. */
static bool can_be_looked_for(Str place)
{
    size_t digits = 0;

    if (!char_is_alpha(str_at(place, 0)) || str_eq_nocase(place, STR("top")))
        return false;
    for (size_t i = 0; i < place.len; i++) {
        int c = str_at(place, i);
        digits = char_is_digit(c) ? digits + 1 : 0;
        if (digits > 3 || (!char_is_alnum(c) && c != '-' && c != '_' && c != '.'))
            return false;
    }
    bool line = (place.data[0] == 'L' || place.data[0] == 'l') && char_is_digit(str_at(place, 1));
    return place.len > 1 && !line;
}

static bool was_told(const SitePost *post, const char *rule, Span span)
{
    for (size_t i = 0; i < post->diags.len; i++) {
        const Diag *diag = &post->diags.items[i];
        if (strcmp(diag->rule, rule) == 0 && span_cmp(diag->span, span) == 0)
            return true;
    }
    return false;
}

/* The address without its fragment where it is one of another site; false for all else. */
static bool read_external(Str *url, const Site *site, const SitePost *post, const LinkFact *fact, Arena *arena)
{
    Str own = url_host(site->config.url, arena);
    Str scheme = url_scheme(fact->url);

    *url = fact->url;
    if (str_starts_with(fact->url, STR("//")))
        *url = arena_join(arena, STR("https:"), fact->url, (Str){ NULL, 0 });
    else if (!str_eq_nocase(scheme, STR("https")) && !str_eq_nocase(scheme, STR("http")))
        return false;
    *url = str_slice(*url, 0, str_find_char(*url, '#', 0));
    Str host = url_host(*url, arena);
    return host.len > 0 && !str_eq(host, own) && !was_told(post, "link-local-host", fact->span);
}

static ExternalLink *find_link(ExternalLinks *links, Str url)
{
    ExternalLink *link = map_get(&links->by_url, url);

    if (link == NULL) {
        link = ARENA_NEW(links->arena, ExternalLink);
        *link = (ExternalLink){ .url = url };
        link->answer.places.arena = links->arena;
        map_put(&links->by_url, url, link);
    }
    return link;
}

static void collect(ExternalLinks *out, const Site *site, SitePost *post, const LinkFact *fact,
                    const ExternalSettings *settings)
{
    Str url;
    size_t hash = str_find_char(fact->url, '#', 0);
    Str place = hash == STR_NONE ? (Str){ NULL, 0 } : str_from_offset(fact->url, hash + 1);

    if (!read_external(&url, site, post, fact, out->arena) || is_ignored(settings, fact->url))
        return;
    ExternalLink *link = find_link(out, url);
    bool looked_for = !fact->image && can_be_looked_for(place);
    ExternalUse use = { post, fact, looked_for ? place : (Str){ NULL, 0 } };
    vec_push(out->arena, &link->uses, use);
    link->wants_page = link->wants_page || looked_for;
}

void external_collect(ExternalLinks *out, const Overview *overview, const ExternalSettings *settings,
                      bool (*selects)(void *context, const SitePost *post, const LinkFact *fact), void *context)
{
    for (size_t i = 0; i < overview->site->all_count; i++) {
        const PostFacts *facts = overview->facts[i];
        SitePost *post = overview->site->all[i];
        for (size_t k = 0; facts != NULL && k < facts->links.len; k++) {
            if (selects(context, post, &facts->links.items[k]))
                collect(out, overview->site, post, &facts->links.items[k], settings);
        }
    }
}

/* --- what is known ----------------------------------------------------------------------------------------------- */

static bool knows_places(const ExternalLink *link, const ExternalAnswer *known)
{
    for (size_t i = 0; i < link->uses.len; i++) {
        Str place = link->uses.items[i].place;
        if (place.len > 0 && !map_has(&known->places, place))
            return false;
    }
    return true;
}

void external_recall(ExternalLinks *links, const ExternalSettings *settings)
{
    for (size_t i = 0; i < links->by_url.len; i++) {
        ExternalLink *link = links->by_url.entries[i].value;
        const ExternalAnswer *known = map_get(&links->known, link->url);
        int64_t age_s = known == NULL ? 0 : links->now_s - known->checked_s;
        if (known == NULL)
            continue;
        link->answer.good_s = known->good_s <= links->now_s ? known->good_s : 0;
        link->is_fresh = known->state == EXTERNAL_GOOD && age_s >= 0 && age_s < (int64_t)settings->fresh_days * DAY_S
                         && knows_places(link, known);
        if (link->is_fresh)
            link->answer = *known;
        links->fresh += link->is_fresh;
    }
}

void external_learn(ExternalLinks *links, ExternalLink *link, const ExternalAnswer *answer, Str page)
{
    int64_t good_s = answer->state == EXTERNAL_GOOD ? links->now_s : link->answer.good_s;

    link->answer = *answer;
    link->answer.cause = arena_copy(links->arena, answer->cause);
    link->answer.advice = arena_copy(links->arena, answer->advice);
    link->answer.moved_to = arena_copy(links->arena, answer->moved_to);
    link->answer.checked_s = links->now_s;
    link->answer.good_s = good_s;
    link->answer.places = (Map){ .arena = links->arena };
    for (size_t i = 0; answer->state == EXTERNAL_GOOD && i < link->uses.len; i++) {
        Str place = link->uses.items[i].place;
        if (place.len > 0 && !map_has(&link->answer.places, place))
            map_put(&link->answer.places, place,
                    page.len == 0 || external_page_has(page, place) ? PLACE_THERE : PLACE_MISSING);
    }
}
