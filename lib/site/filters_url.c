/* lib/site/filters_url.c - relative_url, absolute_url, strip_index, uri_escape, cgi_escape; and the site's addresses.
 */
#include "site/drops.h"
#include "site/filter_parts.h"
#include "site/uri.h"

static const Str none = { NULL, 0 };

Str site_relative_url(const Site *site, Str path, Arena *arena)
{
    if (uri_scheme(path) == URI_ABSOLUTE)
        return path;
    bool needs_slash = path.len > 0 && str_at(path, 0) != '/';
    return uri_normalize(arena_join(arena, site->config.baseurl, needs_slash ? STR("/") : none, path), arena);
}

Str site_absolute_url(const Site *site, Str path, Arena *arena)
{
    if (uri_scheme(path) == URI_ABSOLUTE)
        return path;
    Str relative = site_relative_url(site, path, arena);
    if (site->config.url.len == 0)
        return relative;
    return uri_normalize(arena_join(arena, site->config.url, relative, none), arena);
}

/* Of an object that has an address, that. False after failing. */
static bool read_url(Str *out, LiquidRender *render, LiquidValue input)
{
    if (input.type == LIQUID_DROP)
        input = liquid_get(input, STR("url"), render);
    *out = liquid_to_s(input, render);
    if (uri_scheme(*out) != URI_BAD_SCHEME)
        return true;
    Str scheme = str_slice(*out, 0, str_find_char(*out, ':', 0));
    liquid_fail(render, "Invalid scheme format: '" STR_FMT "'", STR_ARG(scheme));
    return false;
}

static LiquidValue relative_url(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str url;
    (void)args;
    (void)count;
    if (input.type == LIQUID_NIL || !read_url(&url, render, input))
        return liquid_nil();
    return liquid_string(site_relative_url(drops_host_site(render), url, liquid_arena(render)));
}

static LiquidValue absolute_url(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str url;
    (void)args;
    (void)count;
    if (input.type == LIQUID_NIL || !read_url(&url, render, input))
        return liquid_nil();
    return liquid_string(site_absolute_url(drops_host_site(render), url, liquid_arena(render)));
}

static LiquidValue strip_index(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    static const Str names[] = { STR_INIT("/index.html"), STR_INIT("/index.htm") };
    Str url;
    (void)args;
    (void)count;
    if (liquid_to_s(input, render).len == 0 || !filter_text(&url, render, input, "strip_index"))
        return liquid_nil();
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_ends_with(url, names[i]))
            return liquid_string(str_slice(url, 0, url.len - names[i].len + 1));
    }
    return input;
}

static LiquidValue uri_escape(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Str text;
    (void)args;
    (void)count;
    if (input.type == LIQUID_NIL || !filter_text(&text, render, input, "uri_escape"))
        return liquid_nil();
    return liquid_string(uri_normalize_component(text, liquid_arena(render)));
}

static LiquidValue cgi_escape(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = liquid_arena(render) };
    Str text;
    (void)args;
    (void)count;
    if (!filter_text(&text, render, input, "cgi_escape"))
        return liquid_nil();
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (char_is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '~')
            buf_put_char(&buf, (char)c);
        else if (c == ' ')
            buf_put_char(&buf, '+');
        else
            buf_put_format(&buf, "%%%02X", c);
    }
    return liquid_string(buf_str(&buf));
}

const SiteFilter site_filters_url[] = {
    { "relative_url", relative_url, 0, 0 }, { "absolute_url", absolute_url, 0, 0 },
    { "strip_index", strip_index, 0, 0 },   { "uri_escape", uri_escape, 0, 0 },
    { "cgi_escape", cgi_escape, 0, 0 },     { NULL, NULL, 0, 0 },
};
