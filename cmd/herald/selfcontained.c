/* cmd/herald/selfcontained.c - reads tags and their attributes only, and leaves every byte that it need not change. */
#include "selfcontained.h"

#include "base/file.h"
#include "mail/encode.h"
#include "markup/html.h"
#include "markup/url.h"
#include "site/build.h"
#include "site/permalink.h"
#include "text/html.h"

enum {
    MAX_BYTES = 32 << 20, /* of all resources together: a longer film is not for a preview */
    EACH_COSTS = 1024,    /* bytes of these, so that many small ones come to an end too */
    MAX_DEPTH = 4,        /* of style sheets that import others */
};

typedef struct Inliner {
    const Site *site;
    Str base;    /* the site's own addresses begin with it */
    size_t left; /* of MAX_BYTES */
    Arena *arena;
} Inliner;

static const char *media_type(Str path)
{
    static const struct {
        const char *extension, *type;
    } types[] = {
        { ".avif", "image/avif" },    { ".css", "text/css" },      { ".gif", "image/gif" },
        { ".ico", "image/x-icon" },   { ".jpeg", "image/jpeg" },   { ".jpg", "image/jpeg" },
        { ".js", "text/javascript" }, { ".m4a", "audio/mp4" },     { ".mp3", "audio/mpeg" },
        { ".mp4", "video/mp4" },      { ".ogg", "audio/ogg" },     { ".otf", "font/otf" },
        { ".png", "image/png" },      { ".svg", "image/svg+xml" }, { ".ttf", "font/ttf" },
        { ".webm", "video/webm" },    { ".webp", "image/webp" },   { ".woff", "font/woff" },
        { ".woff2", "font/woff2" },
    };
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (str_eq_nocase(path_extension(path), str_from(types[i].extension)))
            return types[i].type;
    }
    return NULL;
}

static void put_data_url(Buf *out, const char *type, Str bytes)
{
    Arena scratch = { 0 };
    Buf lines = { .arena = &scratch };

    encode_base64(&lines, bytes);
    buf_put_format(out, "data:%s;base64,", type);
    buf_reserve(out, lines.len);
    for (size_t i = 0; i < lines.len; i++) {
        if (lines.data[i] != '\r' && lines.data[i] != '\n')
            buf_put_char(out, lines.data[i]);
    }
    arena_free(&scratch);
}

/* The path below the output of an address of this very site; "" for any other. */
static Str find_output(const Inliner *inliner, Str url)
{
    Str output;
    size_t end = 0;

    if (!str_starts_with(url, inliner->base))
        return (Str){ NULL, 0 };
    url = str_from_offset(url, inliner->base.len);
    while (end < url.len && url.data[end] != '?' && url.data[end] != '#')
        end++;
    return permalink_output(&output, str_slice(url, 0, end), inliner->arena) ? output : (Str){ NULL, 0 };
}

static Str inline_css(Inliner *inliner, Str css, Str url, int depth);

static bool spend(Inliner *inliner, size_t bytes)
{
    bool enough = bytes <= inliner->left;
    inliner->left -= enough ? bytes : 0;
    return enough;
}

/* Writes the resource at `url` as a data: URI; false when it is not this site's to give. */
static bool put_resource(Buf *out, Inliner *inliner, Str url, int depth)
{
    Str output = find_output(inliner, url), bytes;
    const char *type = media_type(output);

    if (type == NULL || depth > MAX_DEPTH || !spend(inliner, EACH_COSTS)
        || !site_read_output(&bytes, inliner->site, output, inliner->left, inliner->arena)
        || !spend(inliner, bytes.len))
        return false;
    if (strcmp(type, "text/css") == 0) {
        size_t before = bytes.len;
        bytes = inline_css(inliner, bytes, url, depth);
        if (bytes.len > before && !spend(inliner, bytes.len - before))
            return false;
    }
    put_data_url(out, type, bytes);
    return true;
}

/* --- style sheets ------------------------------------------------------------------------------------------------- */

/* Where the last of each sign stands that may end an address: behind it there is nothing to look for. */
typedef struct CssEnds {
    size_t round, twice, once;
} CssEnds;

static size_t last_of(Str css, char c)
{
    size_t at = str_find_last_char(css, c);
    return at == STR_NONE ? 0 : at;
}

/* An address in a style sheet, from `at`: where it begins and ends. `url(x)`, `url("x")`, `@import "x"`. */
static bool find_css_url(size_t *start, size_t *end, Str css, size_t at, const CssEnds *ends)
{
    static const Str call = STR_INIT("url("), import = STR_INIT("@import");
    bool is_call = str_starts_with(str_from_offset(css, at), call);

    if (!is_call && !str_starts_with(str_from_offset(css, at), import))
        return false;
    at += is_call ? call.len : import.len;
    while (char_is_space(str_at(css, at)))
        at++;
    int quote = str_at(css, at);
    bool quoted = quote == '"' || quote == '\'';
    if (!quoted && !is_call)
        return false;
    *start = at + (quoted ? 1 : 0);
    size_t last = quote == '"' ? ends->twice : quoted ? ends->once : ends->round;
    *end = *start <= last ? str_find_char(css, quoted ? (char)quote : ')', *start) : STR_NONE;
    return *end != STR_NONE;
}

static Str inline_css(Inliner *inliner, Str css, Str url, int depth)
{
    const CssEnds ends = { last_of(css, ')'), last_of(css, '"'), last_of(css, '\'') };
    Arena own = { 0 };
    Buf out = { .arena = &own };
    size_t done = 0, start, end;

    for (size_t at = 0; at < css.len; at++) {
        if ((css.data[at] != 'u' && css.data[at] != '@') || !find_css_url(&start, &end, css, at, &ends))
            continue;
        Str target = url_resolve(str_trim(str_slice(css, start, end)), url, inliner->arena);
        buf_put(&out, str_slice(css, done, start));
        if (!put_resource(&out, inliner, target, depth + 1))
            buf_put(&out, url_scheme(target).len > 0 ? target : str_slice(css, start, end));
        done = end;
        at = end - 1;
    }
    buf_put(&out, str_from_offset(css, done));
    Str whole = arena_copy(inliner->arena, buf_str(&out));
    arena_free(&own);
    return whole;
}

/* --- tags --------------------------------------------------------------------------------------------------------- */

typedef struct TagAttribute {
    Str name, value; /* as written, the value without quotes; the value is empty where there is none */
    size_t start, end;
} TagAttribute;

static size_t skip_spaces(Str html, size_t at, size_t limit)
{
    while (at < limit && char_is_space(str_at(html, at)))
        at++;
    return at;
}

/* The value behind a '=', and where to go on. */
static size_t read_attribute_value(TagAttribute *out, Str html, size_t at, size_t limit)
{
    at = skip_spaces(html, at, limit);
    int quote = str_at(html, at);
    bool quoted = quote == '"' || quote == '\'';

    out->start = at + (quoted ? 1 : 0);
    out->end = out->start;
    while (out->end < limit && (quoted ? str_at(html, out->end) != quote : !char_is_space(str_at(html, out->end))))
        out->end++;
    out->value = str_slice(html, out->start, out->end);
    return out->end + (quoted ? 1 : 0);
}

/* The next attribute of the tag that ends at `limit`; false when there is none. */
static bool next_attribute(TagAttribute *out, Str html, size_t *at, size_t limit)
{
    size_t name = *at;

    while (name < limit && (char_is_space(str_at(html, name)) || str_at(html, name) == '/'))
        name++;
    size_t i = name;
    while (i < limit && !char_is_space(str_at(html, i)) && str_at(html, i) != '/'
           && (i == name || str_at(html, i) != '='))
        i++;
    *out = (TagAttribute){ .name = str_slice(html, name, i), .start = i, .end = i };
    size_t equals = skip_spaces(html, i, limit);
    if (equals < limit && str_at(html, equals) == '=')
        i = read_attribute_value(out, html, equals + 1, limit);
    *at = i;
    return out->name.len > 0;
}

/* Where the tag that begins at `at` has its '>'; STR_NONE for none. */
static size_t find_tag_end(Str html, size_t at)
{
    int quote = 0;
    for (; at < html.len; at++) {
        int c = str_at(html, at);
        if (quote == 0 && c == '>')
            return at;
        if (quote == 0 && (c == '"' || c == '\'') && str_at(html, at - 1) == '=')
            quote = c;
        else if (c == quote)
            quote = 0;
    }
    return STR_NONE;
}

typedef enum Role { ROLE_NONE, ROLE_RESOURCE, ROLE_LINK, ROLE_STYLE, ROLE_DROPPED } Role;

static bool is_one_of(Str word, const char *words)
{
    Str rest = str_from(words), one;
    while (str_split(&one, &rest, ' ')) {
        if (str_eq_nocase(word, one))
            return true;
    }
    return false;
}

/* What the attribute is to the page. Of pictures in several sizes one is enough. */
static Role role_of(Str element, Str attribute, Str rel)
{
    if (str_eq_nocase(attribute, STR("style")))
        return ROLE_STYLE;
    if (is_one_of(attribute, "srcset integrity imagesrcset"))
        return ROLE_DROPPED;
    if (str_eq_nocase(element, STR("link")))
        return !str_eq_nocase(attribute, STR("href"))               ? ROLE_NONE
               : is_one_of(rel, "stylesheet icon apple-touch-icon") ? ROLE_RESOURCE
                                                                    : ROLE_LINK;
    if (is_one_of(attribute, "src poster"))
        return is_one_of(element, "img script video audio source input embed") ? ROLE_RESOURCE : ROLE_LINK;
    return is_one_of(attribute, "href action cite") ? ROLE_LINK : ROLE_NONE;
}

static Str read_value(Str value, Arena *arena)
{
    Buf out = { .arena = arena };
    html_put_unescaped(&out, value);
    return str_trim(buf_str(&out));
}

/* The value in double quotes: what stands before it has its own, or none. */
static void put_value(Buf *out, Inliner *inliner, Str value, Role role, Str page_url)
{
    Str plain = read_value(value, inliner->arena);
    Str target = url_resolve(plain, page_url, inliner->arena);
    bool here = plain.len == 0 || str_at(plain, 0) == '#';

    if (role == ROLE_RESOURCE && put_resource(out, inliner, target, 0))
        return;
    if (role == ROLE_STYLE)
        html_put_attribute(out, inline_css(inliner, plain, page_url, 0));
    else if (role == ROLE_DROPPED)
        return;
    else if (here)
        buf_put(out, value);
    else
        html_put_attribute(out, target);
}

static Str find_rel(Str html, size_t at, size_t limit)
{
    TagAttribute attribute;
    while (next_attribute(&attribute, html, &at, limit)) {
        if (str_eq_nocase(attribute.name, STR("rel"))) {
            Str rest = str_trim(attribute.value), word = { NULL, 0 };
            while (str_split(&word, &rest, ' ')) {
                if (is_one_of(word, "stylesheet icon"))
                    break;
            }
            return word;
        }
    }
    return (Str){ NULL, 0 };
}

/* The tag from behind its name at `at` to its '>' at `limit`. */
static void put_attributes(Buf *out, Inliner *inliner, Str html, Str element, size_t at, size_t limit, Str page_url)
{
    Str rel = find_rel(html, at, limit);
    size_t done = at;
    TagAttribute attribute;

    while (next_attribute(&attribute, html, &at, limit)) {
        Role role = role_of(element, attribute.name, rel);
        if (role == ROLE_NONE || attribute.value.len == 0)
            continue;
        bool quoted = str_at(html, attribute.start - 1) == '"' || str_at(html, attribute.start - 1) == '\'';
        buf_put(out, str_slice(html, done, attribute.start - (quoted ? 1 : 0)));
        buf_put_char(out, '"');
        put_value(out, inliner, attribute.value, role, page_url);
        buf_put_char(out, '"');
        done = attribute.end + (quoted ? 1 : 0);
    }
    buf_put(out, str_slice(html, done, limit));
}

/* Where the text of an element ends that has no tags in it, as a script. */
static size_t find_raw_end(Str html, Str element, size_t at)
{
    for (; (at = str_find(html, STR("</"), at)) != STR_NONE; at++) {
        if (str_eq_nocase(str_slice(html, at + 2, at + 2 + element.len), element))
            return at;
    }
    return html.len;
}

/* A tag and, where it has none in it, the text of its element; gives where to go on. */
static size_t put_tag(Buf *out, Inliner *inliner, Str html, size_t at, size_t end, Str page_url)
{
    size_t name = at + 1;
    while (char_is_alnum(str_at(html, name)) || str_at(html, name) == '-')
        name++;
    Str element = str_slice(html, at + 1, name);

    buf_put(out, str_slice(html, at, name));
    put_attributes(out, inliner, html, element, name, end, page_url);
    if (!is_one_of(element, "script style textarea title"))
        return end;
    size_t close = find_raw_end(html, element, end);
    Str text = str_slice(html, end, close);
    buf_put(out, str_eq_nocase(element, STR("style")) ? inline_css(inliner, text, page_url, 0) : text);
    return close;
}

/* Where the text ends that begins at `at`, and is no tag. */
static size_t find_text_end(Str html, size_t at)
{
    static const Str comment = STR_INIT("<!--"), comment_end = STR_INIT("-->");
    if (str_starts_with(str_from_offset(html, at), comment))
        at = str_find(html, comment_end, at);
    else
        at = str_find_char(html, '<', at + 1);
    return at == STR_NONE ? html.len : at;
}

Str selfcontained_html(const Site *site, Str html, Str url, Arena *arena)
{
    Inliner inliner = {
        .site = site,
        .base = arena_join(arena, site->config.url, site->config.baseurl, (Str){ NULL, 0 }),
        .left = MAX_BYTES,
        .arena = arena,
    };
    Arena own = { 0 };
    Buf out = { .arena = &own };

    for (size_t at = 0; at < html.len;) {
        bool tag = str_at(html, at) == '<' && char_is_alpha(str_at(html, at + 1));
        size_t end = tag ? find_tag_end(html, at) : find_text_end(html, at);
        if (tag && end != STR_NONE) {
            at = put_tag(&out, &inliner, html, at, end, url);
            continue;
        }
        end = end == STR_NONE ? html.len : end;
        buf_put(&out, str_slice(html, at, end));
        at = end;
    }
    Str done = arena_copy(arena, buf_str(&out));
    arena_free(&own);
    return done;
}
