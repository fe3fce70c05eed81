/* lib/markup/url.c - RFC 3986: references made absolute. */
#include "base/buf.h"
#include "markup/url.h"

typedef struct Url {
    Str scheme;    /* with its colon; empty when there is none */
    Str authority; /* with its two slashes */
    Str path;
    Str query;    /* with its question mark */
    Str fragment; /* with its hash */
} Url;

Str url_scheme(Str url)
{
    size_t i = 0;

    if (!char_is_alpha(str_at(url, 0)))
        return (Str){ 0 };
    for (int c; (c = str_at(url, i)) != ':'; i++) {
        if (!char_is_alnum(c) && c != '+' && c != '-' && c != '.')
            return (Str){ 0 };
    }
    return str_slice(url, 0, i);
}

/* Cuts `*rest` before the first byte that is in `set`. */
static Str cut_before(Str *rest, const char *set)
{
    size_t i = 0;

    while (i < rest->len && (rest->data[i] == '\0' || strchr(set, rest->data[i]) == NULL))
        i++;
    Str part = str_slice(*rest, 0, i);
    *rest = str_from_offset(*rest, i);
    return part;
}

static Url parse(Str text)
{
    Url url = { 0 };
    Str scheme = url_scheme(text);

    if (scheme.len > 0) {
        url.scheme = str_slice(text, 0, scheme.len + 1);
        text = str_from_offset(text, scheme.len + 1);
    }
    if (str_starts_with(text, STR("//"))) {
        Str behind = str_from_offset(text, 2);
        url.authority = str_slice(text, 0, 2 + cut_before(&behind, "/?#").len);
        text = behind;
    }
    url.path = cut_before(&text, "?#");
    url.query = cut_before(&text, "#");
    url.fragment = text;
    return url;
}

/* RFC 3986 section 5.2.4, with what `out` holds from `start` as the output so far. */
static void put_without_dots(Buf *out, Str path)
{
    size_t start = out->len;

    while (path.len > 0) {
        size_t slash = str_find_char(path, '/', 1);
        bool last = slash == STR_NONE;
        Str segment = str_slice(path, 0, last ? path.len : slash);
        Str name = str_starts_with(segment, STR("/")) ? str_from_offset(segment, 1) : segment;
        path = str_from_offset(path, segment.len);
        if (str_eq(name, STR(".."))) {
            while (out->len > start && out->data[out->len - 1] != '/')
                out->len--;
            if (out->len > start)
                out->len--;
        }
        if (!str_eq(name, STR("..")) && !str_eq(name, STR(".")))
            buf_put(out, segment);
        else if (last)
            buf_put_char(out, '/');
    }
}

/* The base's path up to its last slash, and the reference's behind it. */
static Str merge_paths(const Url *base, Str path, Arena *arena)
{
    if (base->path.len == 0)
        return arena_join(arena, STR("/"), path, (Str){ 0 });
    size_t slash = str_find_last_char(base->path, '/');
    return arena_join(arena, str_slice(base->path, 0, slash == STR_NONE ? 0 : slash + 1), path, (Str){ 0 });
}

Str url_resolve(Str url, Str base, Arena *arena)
{
    Url to = parse(url);
    Url from = parse(base);

    if (to.scheme.len > 0 || from.scheme.len == 0)
        return url;
    Buf out = { .arena = arena };
    buf_put(&out, from.scheme);
    buf_put(&out, to.authority.len > 0 ? to.authority : from.authority);
    if (to.authority.len > 0 || str_starts_with(to.path, STR("/"))) {
        put_without_dots(&out, to.path);
    } else if (to.path.len > 0) {
        put_without_dots(&out, merge_paths(&from, to.path, arena));
    } else {
        buf_put(&out, from.path);
        if (to.query.len == 0)
            to.query = from.query;
    }
    buf_put(&out, to.query);
    buf_put(&out, to.fragment);
    return buf_str(&out);
}

/* Browsers leave out tabs and line ends anywhere in a URL, and controls and blanks before it. */
static Str without_controls(Str url, Arena *arena)
{
    Buf out = { .arena = arena };
    size_t start = 0;

    while (start < url.len && (unsigned char)url.data[start] <= ' ')
        start++;
    url = str_trim_right(str_from_offset(url, start));
    for (size_t i = 0; i < url.len; i++) {
        if ((unsigned char)url.data[i] >= ' ' && url.data[i] != 0x7F)
            buf_put_char(&out, url.data[i]);
    }
    return buf_str(&out);
}

bool url_is_safe(Str *url, const char *schemes, Arena *arena)
{
    Str clean = without_controls(*url, arena);
    Str scheme = url_scheme(clean);

    if (scheme.len > 0) {
        Str rest = str_from(schemes);
        Str allowed;
        bool found = false;
        while (!found && str_split(&allowed, &rest, ' '))
            found = str_eq_nocase(scheme, allowed);
        if (!found)
            return false;
    }
    *url = clean;
    return true;
}
