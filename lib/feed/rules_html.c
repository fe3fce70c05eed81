/* lib/feed/rules_html.c - rules on the HTML of an entry. A scanner of tags is enough for them, and fast: what a browser
 * would make of faulty HTML does not matter to a feed that should have none. */
#include "feed/rules_parts.h"
#include "feed/value.h"
#include "markup/url.h"
#include "text/html.h"

/* A tag, and its attributes one after the other. */
typedef struct HtmlTag {
    Str name;
    bool closes;
    Str rest; /* its attributes not yet read */
} HtmlTag;

typedef struct HtmlScan {
    Judge *judge;
    const ReadEntry *entry;
    FeedText html;
    size_t at;
} HtmlScan;

static bool is_name_char(int c)
{
    return c > ' ' && c != '>' && c != '/' && c != '=';
}

/* Where the tag that is open at `at` ends: quoted values may have a `>` in them. */
static size_t find_tag_end(Str html, size_t at)
{
    while (at < html.len && html.data[at] != '>') {
        char c = html.data[at];
        if ((c == '"' || c == '\'') && at > 0 && html.data[at - 1] == '=') {
            size_t end = str_find_char(html, c, at + 1);
            if (end == STR_NONE)
                return html.len;
            at = end;
        }
        at++;
    }
    return at;
}

static bool next_tag(HtmlTag *out, HtmlScan *scan)
{
    Str html = scan->html.str;

    while ((scan->at = str_find_char(html, '<', scan->at)) != STR_NONE) {
        size_t start = scan->at + 1;
        if (str_starts_with(str_from_offset(html, start), STR("!--"))) {
            size_t end = str_find(html, STR("-->"), start);
            scan->at = end == STR_NONE ? html.len : end;
            continue;
        }
        out->closes = str_at(html, start) == '/';
        size_t end = start += out->closes;
        while (is_name_char(str_at(html, end)))
            end++;
        scan->at = start;
        if (!char_is_alpha(str_at(html, start)))
            continue;
        scan->at = find_tag_end(html, end);
        out->name = str_slice(html, start, end);
        out->rest = str_slice(html, end, scan->at);
        return true;
    }
    scan->at = html.len;
    return false;
}

static bool next_attribute(Str *name, Str *value, HtmlTag *tag)
{
    Str rest = tag->rest;
    size_t at = 0;

    while (at < rest.len && (char_is_space(rest.data[at]) || rest.data[at] == '/' || rest.data[at] == '='))
        at++;
    size_t start = at;
    while (at < rest.len && is_name_char(str_at(rest, at)))
        at++;
    *name = str_slice(rest, start, at);
    *value = (Str){ NULL, 0 };
    while (char_is_space(str_at(rest, at)))
        at++;
    if (str_at(rest, at) == '=') {
        at++;
        while (char_is_space(str_at(rest, at)))
            at++;
        int quote = str_at(rest, at);
        bool quoted = quote == '"' || quote == '\'';
        start = at += quoted;
        while (at < rest.len && (quoted ? rest.data[at] != quote : !char_is_space(rest.data[at])))
            at++;
        *value = str_slice(rest, start, at);
        at += quoted;
    }
    tag->rest = str_from_offset(rest, at);
    return name->len > 0;
}

/* --- rules ------------------------------------------------------------------------------------------------------- */

static Span place_of(const HtmlScan *scan, Str words)
{
    return judge_place(scan->judge, scan->html.span, words, scan->html.span);
}

static Str unescape(const HtmlScan *scan, Str value)
{
    Buf out = { .arena = scan->judge->arena };

    if (!str_contains(value, STR("&")))
        return value;
    html_put_unescaped(&out, value);
    return buf_str(&out);
}

static bool is_one_of(Str name, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (str_eq_nocase(name, str_from(*names)))
            return true;
    }
    return false;
}

/* As browsers read an address: controls in it hide nothing. */
static Str without_controls(const HtmlScan *scan, Str url)
{
    Buf out = { .arena = scan->judge->arena };
    bool found = false;

    for (size_t i = 0; i < url.len && !found; i++)
        found = (unsigned char)url.data[i] < ' ';
    for (size_t i = 0; i < url.len && found; i++) {
        if ((unsigned char)url.data[i] >= ' ')
            buf_put_char(&out, url.data[i]);
    }
    return found ? buf_str(&out) : url;
}

static void judge_address(const HtmlScan *scan, Str name, Str raw)
{
    static const char *const acting[] = { "javascript", "vbscript", "data", NULL };
    Judge *judge = scan->judge;
    Str url = without_controls(scan, str_trim(unescape(scan, raw)));

    if (is_one_of(url_scheme(url), acting))
        diag_error(judge->diags, "feed-html-unsafe", place_of(scan, raw),
                   STR_FMT " has an address that acts: " STR_FMT ":", STR_ARG(name), STR_ARG(url_scheme(url)));
    else if (address_is_relative(url))
        diag_error(judge->diags, "feed-url-relative", place_of(scan, raw),
                   "the address \"" STR_FMT "\" is not absolute", STR_ARG(str_slice(raw, 0, 200)));
}

/* `a.jpg 1x, b.jpg 2x`; an address has no space, and may have a comma in it. */
static void judge_srcset(const HtmlScan *scan, Str name, Str value)
{
    for (size_t at = 0; at < value.len;) {
        while (at < value.len && (char_is_space(value.data[at]) || value.data[at] == ','))
            at++;
        size_t start = at;
        while (at < value.len && !char_is_space(value.data[at]))
            at++;
        Str url = str_slice(value, start, at);
        bool ends = str_ends_with(url, STR(","));
        while (url.len > 0 && url.data[url.len - 1] == ',')
            url.len--;
        if (url.len > 0)
            judge_address(scan, name, url);
        if (!ends) {
            size_t comma = str_find_char(value, ',', at);
            at = comma == STR_NONE ? value.len : comma;
        }
    }
}

static void judge_html_id(const HtmlScan *scan, Str raw)
{
    Judge *judge = scan->judge;
    Str id = unescape(scan, raw);
    void **first = map_at(&judge->html_ids, id);

    if (*first != NULL && id.len > 0) {
        const ReadEntry *entry = *first;
        diag_warning(judge->diags, "feed-html-id", place_of(scan, raw),
                     "the id \"" STR_FMT "\" stands in the entry of line %u too", STR_ARG(str_slice(id, 0, 100)),
                     source_place(entry->tag.source, entry->tag.start).line);
    }
    if (*first == NULL)
        *first = (void *)(uintptr_t)scan->entry;
}

static void judge_attribute(const HtmlScan *scan, Str name, Str value)
{
    static const char *const addresses[] = { "href", "src", "poster", "data", "cite", "longdesc", "background", NULL };
    static const char *const acting[] = { "action", "formaction", "srcdoc", NULL };
    Judge *judge = scan->judge;

    if (is_one_of(name, addresses) || (str_ends_with(name, STR(":href")) && name.len < 12))
        judge_address(scan, name, value);
    else if (str_eq_nocase(name, STR("srcset")))
        judge_srcset(scan, name, value);
    else if (str_eq_nocase(name, STR("id")))
        judge_html_id(scan, value);
    else if ((name.len > 2 && str_eq_nocase(str_slice(name, 0, 2), STR("on"))) || is_one_of(name, acting))
        diag_error(judge->diags, "feed-html-unsafe", place_of(scan, name),
                   "the attribute " STR_FMT " acts, and readers take it out", STR_ARG(str_slice(name, 0, 40)));
}

static void judge_tag(const HtmlScan *scan, HtmlTag *tag)
{
    static const char *const unsafe[] = { "script",   "style", "form", "input", "button", "select",
                                          "textarea", "meta",  "link", "base",  "applet", "frame",
                                          "frameset", "html",  "head", "body",  "title",  NULL };
    static const char *const embeds[] = { "iframe", "object", "embed", NULL };
    Judge *judge = scan->judge;
    Str name, value;

    if (is_one_of(tag->name, unsafe))
        diag_error(judge->diags, "feed-html-unsafe", place_of(scan, tag->name), "<" STR_FMT "> has no place in a feed",
                   STR_ARG(tag->name));
    else if (is_one_of(tag->name, embeds))
        diag_warning(judge->diags, "feed-html-embed", place_of(scan, tag->name),
                     "<" STR_FMT "> is left out by most readers", STR_ARG(tag->name));
    while (next_attribute(&name, &value, tag) && !judge_is_full(judge))
        judge_attribute(scan, name, value);
}

void judge_html(Judge *judge, const ReadEntry *entry, FeedText html)
{
    HtmlScan scan = { .judge = judge, .entry = entry, .html = html };
    HtmlTag tag;

    while (!judge_is_full(judge) && next_tag(&tag, &scan)) {
        if (!tag.closes)
            judge_tag(&scan, &tag);
    }
}
