/* lib/check/links_address.c - what is wrong with an address by itself. */
#include "check/link.h"
#include "markup/url.h"
#include "site/config.h"

/* Ends of host names that stand for a site and not for a kind of file. */
static const char hosts[] =
    " com org net edu gov int info eu uk de fr ch at nl be it es pt se no fi dk pl cz ie ca us au nz "
    "jp kr cn in br io dev museum library wiki ";

static bool is_word_of(const char *words, Str word, Arena *arena)
{
    Buf key = { .arena = arena };
    buf_put_char(&key, ' ');
    for (size_t i = 0; i < word.len; i++)
        buf_put_char(&key, (char)char_lower(word.data[i]));
    buf_put_char(&key, ' ');
    return word.len > 0 && str_contains(str_from(words), buf_str(&key));
}

/* --- dangerous, empty -------------------------------------------------------------------------------------------- */

static bool check_unsafe(const Link *link)
{
    static const char *const unsafe[] = { "javascript:", "vbscript:", "data:" };
    Str url = link->url;

    if (!str_contains(url, STR(":")))
        return false;
    Buf plain = { .arena = link->subject->scratch }; /* as browsers read it: without white space and controls */
    for (size_t i = 0; i < url.len && plain.len < 16; i++) {
        if ((unsigned char)url.data[i] > ' ')
            buf_put_char(&plain, (char)char_lower(url.data[i]));
    }
    for (size_t i = 0; i < sizeof(unsafe) / sizeof(unsafe[0]); i++) {
        Str scheme = str_from(unsafe[i]);
        if (!str_starts_with(buf_str(&plain), scheme) || (link->image && i == 2))
            continue;
        if (link_say(link->subject, "link-unsafe", link->place,
                     "the address begins with \"" STR_FMT "\", which is not safe", STR_ARG(scheme)))
            diag_hint(link->subject->diags, "link to a page: an address that begins with https:// or /");
        return true;
    }
    return false;
}

static bool check_empty(const Link *link)
{
    if (link->url.len > 0 && !str_eq(link->url, STR("#")))
        return false;
    if (link->url.len == 0 && !link_is_literal(link->subject, link->whole))
        return true; /* Liquid made it of a setting that is empty: no fault of the post */
    if (link_say(link->subject, "link-target-empty", link->place,
                 link->image ? "the image has no address" : "the link leads nowhere: it has no address"))
        diag_hint(link->subject->diags, "write the address between the parentheses, or take the link away");
    return true;
}

/* --- the scheme -------------------------------------------------------------------------------------------------- */

static bool say_scheme(const Link *link, Str meant, const char *why)
{
    if (link_say(link->subject, "link-scheme", link->place, "%s", why)) {
        diag_hint(link->subject->diags, "write " STR_FMT, STR_ARG(meant));
        link_offer(link->subject, link->place, meant, false);
    }
    return true;
}

static Str join(const Link *link, const char *front, Str rest)
{
    return arena_join(link->subject->scratch, str_from(front), rest, (Str){ NULL, 0 });
}

/* The letters of "http" or "https", one of them wrong, missing, twice or swapped; or `mailto` likewise. */
static const char *near_scheme(Str scheme)
{
    if (str_eq_nocase(scheme, STR("mailto")) || str_eq_nocase(scheme, STR("http"))
        || str_eq_nocase(scheme, STR("https")))
        return NULL;
    if (str_distance(scheme, STR("mailto"), 2) <= 2)
        return "mailto:";
    if (str_at(scheme, scheme.len - 1) != 's' && scheme.len >= 3 && str_distance(scheme, STR("http"), 1) <= 1
        && !str_eq_nocase(scheme, STR("ftp")))
        return "http://";
    if (scheme.len >= 4 && str_distance(scheme, STR("https"), 2) <= 2 && !str_eq_nocase(scheme, STR("ftps")))
        return "https://";
    return NULL;
}

static Str skip_slashes(Str text)
{
    while (str_at(text, 0) == '/' || str_at(text, 0) == ':')
        text = str_from_offset(text, 1);
    return text;
}

/* "http:/x", "http:x", "http:///x", "https://http://x". */
static bool check_web_slashes(const Link *link, Str scheme)
{
    Str rest = str_from_offset(link->url, scheme.len + 1);
    Str inner = skip_slashes(rest);
    const char *right = str_eq_nocase(scheme, STR("http")) ? "http://" : "https://";

    for (const char *const *twice = (const char *const[]){ "http", "https", NULL }; *twice != NULL; twice++) {
        Str more = str_from(*twice);
        Str behind = str_from_offset(inner, more.len);
        if (str_eq_nocase(str_slice(inner, 0, more.len), more)
            && (str_starts_with(behind, STR(":")) || str_starts_with(behind, STR("//"))))
            return say_scheme(link, join(link, strcmp(*twice, "http") == 0 ? right : "https://", skip_slashes(behind)),
                              "the address begins with http twice");
    }
    if (str_starts_with(rest, STR("//")) && str_at(rest, 2) != '/' && str_at(rest, 2) != ':')
        return inner.len == 0 ? say_scheme(link, STR("https://example.org/"), "the address has no host") : false;
    return say_scheme(link, join(link, right, inner), "between \"http:\" and the host there must be two slashes");
}

/* "https//x", "https;//x", "http.//x" */
static bool check_no_colon(const Link *link)
{
    Str url = link->url;
    size_t slashes = str_find(url, STR("//"), 0);
    Str start = str_slice(url, 0, slashes == STR_NONE ? 0 : slashes);

    while (start.len > 0 && !char_is_alnum(start.data[start.len - 1]))
        start.len--;
    bool secure = str_eq_nocase(start, STR("https"));
    if (!secure && !str_eq_nocase(start, STR("http")))
        return false;
    return say_scheme(link, join(link, secure ? "https://" : "http://", skip_slashes(str_from_offset(url, slashes))),
                      "behind \"http\" there must be a colon and two slashes");
}

/* "a@example.org" */
static bool check_no_mailto(const Link *link)
{
    Str url = link->url;
    size_t at = str_find_char(url, '@', 0);

    if (at == STR_NONE || at == 0 || str_find_char(url, '/', 0) != STR_NONE || str_find_char(url, '.', at) == STR_NONE)
        return false;
    return say_scheme(link, join(link, "mailto:", url), "a mail address must begin with mailto:");
}

/* "www.x.org", "example.org/x" */
static bool check_no_scheme(const Link *link)
{
    Str host = str_slice(link->url, 0, str_find_char(link->url, '/', 0));
    size_t dot = str_find_last_char(host, '.');
    bool known = dot != STR_NONE && dot > 0 && str_at(host, 0) != '.' && !link->image
                 && is_word_of(hosts, str_from_offset(host, dot + 1), link->subject->scratch);

    if (!known && !str_starts_with(link->url, STR("www.")))
        return false;
    return say_scheme(link, join(link, "https://", link->url),
                      "without https:// this is a page of this site, not another site");
}

static bool check_mail_slashes(const Link *link)
{
    Str rest = str_from_offset(link->url, strlen("mailto:"));
    if (!str_starts_with(rest, STR("//")))
        return false;
    return say_scheme(link, join(link, "mailto:", skip_slashes(rest)), "behind mailto: there are no slashes");
}

static bool check_scheme(const Link *link)
{
    Str scheme = url_scheme(link->url);

    if (str_eq_nocase(scheme, STR("http")) || str_eq_nocase(scheme, STR("https")))
        return check_web_slashes(link, scheme);
    if (scheme.len > 0 && str_contains(scheme, STR(".")))
        return false; /* "example.org:8080/x": rare, and perhaps meant */
    const char *meant = scheme.len > 0 ? near_scheme(scheme) : NULL;
    if (meant != NULL)
        return say_scheme(link, join(link, meant, skip_slashes(str_from_offset(link->url, scheme.len + 1))),
                          "there is no such scheme");
    if (str_eq_nocase(scheme, STR("mailto")))
        return check_mail_slashes(link);
    if (scheme.len == 0 && str_at(link->url, 0) == ':')
        return say_scheme(link, join(link, "https://", skip_slashes(link->url)), "the address begins with a colon");
    if (scheme.len > 0 || str_at(link->url, 0) == '/' || str_at(link->url, 0) == '#')
        return false;
    return check_no_colon(link) || check_no_mailto(link) || check_no_scheme(link);
}

/* --- hosts ------------------------------------------------------------------------------------------------------- */

static bool is_local(Str host)
{
    static const char *const starts[] = { "127.", "192.168.", "10." };
    if (str_eq(host, STR("localhost")) || str_eq(host, STR("0.0.0.0")) || str_eq(host, STR("[::1]"))
        || str_ends_with(host, STR(".local")) || str_ends_with(host, STR(".localhost")))
        return true;
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        bool digits = str_starts_with(host, str_from(starts[i]));
        for (size_t k = 0; digits && k < host.len; k++)
            digits = char_is_digit(host.data[k]) || host.data[k] == '.';
        if (digits)
            return true;
    }
    return false;
}

static bool check_local(const Link *link, Str host)
{
    if (!is_local(host) && !str_eq_nocase(url_scheme(link->url), STR("file")))
        return false;
    if (link_say(link->subject, "link-local-host", link->place,
                 "the address is one of your own computer: nobody else can open it"))
        diag_hint(link->subject->diags, "write the public address");
    return true;
}

/* The last two parts of a host, three where the last but one is short: "example.org", "example.ac.uk". */
static Str domain_of(Str host)
{
    size_t last = str_find_last_char(host, '.');
    size_t before = last == STR_NONE ? STR_NONE : str_find_last_char(str_slice(host, 0, last), '.');
    if (before != STR_NONE && last - before <= 4 && host.len - last <= 3)
        before = str_find_last_char(str_slice(host, 0, before), '.');
    return before == STR_NONE ? host : str_from_offset(host, before + 1);
}

static bool is_own_url(Str url, Str host, Arena *arena)
{
    return str_starts_with(url, STR("https:")) && str_eq(link_host(url, arena), host);
}

/* A site that does not say its address may well name it elsewhere: `api_url: https://example.org/api`. */
static bool is_own(const Site *site, Str host, Arena *arena)
{
    const Tree *tree = site->config.tree;

    if (site->config.url.len > 0 || tree == NULL || tree->kind != TREE_MAP)
        return is_own_url(site->config.url, host, arena);
    for (size_t i = 0; i < tree->entry_count; i++) {
        const TreeEntry *entry = &tree->entries[i];
        if (entry->value->kind == TREE_SCALAR && str_ends_with(entry->key.str, STR("_url"))
            && is_own_url(entry->value->text, host, arena))
            return true;
    }
    return false;
}

bool link_is_own_host(const Site *site, Str host, Arena *arena)
{
    Str own = link_host(site->config.url, arena);
    return own.len > 0 ? str_eq(domain_of(own), domain_of(host)) : is_own(site, host, arena);
}

static bool check_http(const Link *link, Str host)
{
    const Site *site = link->subject->site;

    if (!str_eq_nocase(url_scheme(link->url), STR("http")) || !link_is_literal(link->subject, link->place))
        return false;
    Str written = link_text(link->scan, link->place);
    bool whole = str_starts_with(written, STR("http:"));
    Part scheme = { link->place.start, link->place.start + 4 };
    bool own = is_own(site, host, link->subject->scratch);
    if (link_say(link->subject, own ? "link-http-own" : "link-http", link->place,
                 own ? "this site is served over https, but the address begins with http"
                     : "the address begins with http, which anybody on the way can read and change")) {
        if (own)
            diag_hint(link->subject->diags, "write https" STR_FMT, STR_ARG(str_from_offset(link->url, 4)));
        else
            diag_hint(link->subject->diags, "see whether the page is also there with https://");
    }
    if (whole && own)
        link_offer(link->subject, scheme, STR("https"), true);
    return false;
}

/* --- the rest of it ---------------------------------------------------------------------------------------------- */

static bool say_malformed(const Link *link, const char *what, const char *hint, Str meant)
{
    const char *rule = link->definition != NULL ? "ref-definition-malformed" : "link-malformed";
    if (link_say(link->subject, rule, link->place, "%s", what)) {
        diag_hint(link->subject->diags, "%s", hint);
        link_offer(link->subject, link->place, meant, false);
    }
    return true;
}

static bool check_space(const Link *link)
{
    bool mail = str_eq_nocase(url_scheme(link->url), STR("mailto"));
    Str url = mail ? str_slice(link->url, 0, str_find_char(link->url, '?', 0)) : link->url;

    if (link->form == LINK_TAG || str_find_char(url, ' ', 0) == STR_NONE)
        return false;
    if (link->bracket != NULL && link->definition == NULL && !link->bracket->closed) {
        Part open = { link->bracket->close + 1, link->place.end };
        uint32_t end = open.end;
        while (end > open.start + 1 && strchr(".,;:!?", link->scan->document->text.data[end - 1]) != NULL)
            end--;
        if (link_say(link->subject, "link-malformed", open, "the link's address has no closing parenthesis"))
            diag_hint(link->subject->diags, "write ) behind the address");
        link_offer(link->subject, (Part){ end, end }, STR(")"), false);
        return true;
    }
    Buf meant = { .arena = link->subject->scratch };
    for (size_t i = 0; i < url.len; i++)
        buf_put(&meant, url.data[i] != ' ' ? str_slice(url, i, i + 1) : mail ? STR("") : STR("%20"));
    buf_put(&meant, str_from_offset(link->url, url.len));
    return say_malformed(link, "a space stands in the address",
                         "take the space out, or write %20 where it belongs to the address", buf_str(&meant));
}

/* `(“https://example.org”)`, `((https://example.org))` */
static bool check_wrapped(const Link *link)
{
    static const char *const fronts[] = { "\u201C",    "\u201D", "\u2018", "\u2019", "%E2%80%9C",
                                          "%E2%80%9D", "\"",     "(",      "[",      "<" };
    static const char *const backs[] = { "\u201C",    "\u201D", "\u2018", "\u2019", "%E2%80%9C",
                                         "%E2%80%9D", "\"",     ")",      "]",      ">" };
    Str url = link->url;

    for (size_t i = 0; i < sizeof(fronts) / sizeof(fronts[0]); i++) {
        if (!str_starts_with(url, str_from(fronts[i])))
            continue;
        url = str_from_offset(url, strlen(fronts[i]));
        for (size_t k = 0; k < sizeof(backs) / sizeof(backs[0]); k++) {
            if (str_ends_with(url, str_from(backs[k])))
                url.len -= strlen(backs[k]);
        }
        return say_malformed(link, "the address begins with a mark that does not belong to it",
                             "write the address alone: [text](https://...)", url);
    }
    return false;
}

/* The end of a sentence that slipped into the address; a name such as "Inc." may end an article's. */
static bool check_dot(const Link *link, Str host)
{
    Str url = link->url;
    int last = str_at(url, url.len - 1), before = url.len > 1 ? str_at(url, url.len - 2) : 0;

    if ((last != '.' && last != ',') || before == '.' || link->form == LINK_BARE
        || str_ends_with(host, STR("wikipedia.org")))
        return false;
    Part dot = { link->place.end - 1, link->place.end };
    if (str_at(link_text(link->scan, dot), 0) != last)
        return false;
    if (link_say(link->subject, "link-trailing-dot", dot, "the address ends in a %s",
                 last == '.' ? "full stop" : "comma")) {
        diag_hint(link->subject->diags, "put it behind the link");
        link_offer(link->subject, dot, STR(""), false);
    }
    return false;
}

/* What newsletters and advertisements add to addresses, to know who followed them. */
static bool is_tracking(Str parameter)
{
    static const char *const starts[] = { "utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "_hsenc=", "_hsmi=" };
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        if (str_starts_with(parameter, str_from(starts[i])))
            return true;
    }
    return false;
}

static void check_tracking(const Link *link)
{
    Str url = link_text(link->scan, link->place);
    size_t query = str_find_char(url, '?', 0);
    Buf out = { .arena = link->subject->scratch };
    bool any = false;

    if (query == STR_NONE || str_contains(url, STR("&amp;")))
        return;
    size_t hash = str_find_char(url, '#', query);
    Str rest = str_slice(url, query + 1, hash);
    buf_put(&out, str_slice(url, 0, query));
    char mark = '?';
    for (Str parameter; str_split(&parameter, &rest, '&');) {
        if (is_tracking(parameter)) {
            any = true;
            continue;
        }
        buf_put_char(&out, mark);
        buf_put(&out, parameter);
        mark = '&';
    }
    buf_put(&out, hash == STR_NONE ? (Str){ NULL, 0 } : str_from_offset(url, hash));
    if (any
        && link_say(link->subject, "url-convention", link->place,
                    "the address tells its site who follows it, and from where")) {
        diag_hint(link->subject->diags, "write " STR_FMT, STR_ARG(buf_str(&out)));
        link_offer(link->subject, link->place, buf_str(&out), false);
    }
}

bool check_link_address(const Link *link)
{
    if (link->form == LINK_TAG && link->tag->name.len > 3 && link->url.len == 0)
        return true; /* an <iframe> that a script fills */
    if (check_empty(link) || check_unsafe(link) || check_wrapped(link) || check_scheme(link) || check_space(link))
        return true;
    Str host = link_host(link->url, link->subject->scratch);
    if (check_local(link, host))
        return true;
    check_http(link, host);
    check_dot(link, host);
    check_tracking(link);
    return false;
}
