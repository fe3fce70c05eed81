/* lib/site/uri.c */
#include "site/uri.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/unicode.h"

static const Str none = { NULL, 0 };

/* Which characters, besides letters and digits, stand as they are, and where. */
enum { IN_PATH = 1, IN_QUERY = 2, IN_FRAGMENT = 4, IN_ANY = 8, EVERYWHERE = IN_PATH | IN_QUERY | IN_FRAGMENT | IN_ANY };
static const uint8_t plain_in[] = {
    ['-'] = EVERYWHERE,
    ['.'] = EVERYWHERE,
    ['_'] = EVERYWHERE,
    ['~'] = EVERYWHERE,
    ['!'] = EVERYWHERE,
    ['$'] = EVERYWHERE,
    ['\''] = EVERYWHERE,
    ['('] = EVERYWHERE,
    [')'] = EVERYWHERE,
    ['*'] = EVERYWHERE,
    ['+'] = EVERYWHERE,
    [','] = EVERYWHERE,
    ['='] = EVERYWHERE,
    [':'] = EVERYWHERE,
    ['@'] = EVERYWHERE,
    ['&'] = IN_PATH | IN_FRAGMENT | IN_ANY,
    [';'] = IN_PATH | IN_FRAGMENT | IN_ANY,
    ['/'] = IN_QUERY | IN_FRAGMENT | IN_ANY,
    ['?'] = IN_QUERY | IN_FRAGMENT | IN_ANY,
    ['#'] = IN_ANY,
    ['['] = IN_ANY,
    [']'] = IN_ANY,
};

static bool is_plain(int c, unsigned where)
{
    return char_is_alnum(c) || (c >= 0 && (size_t)c < sizeof(plain_in) && (plain_in[c] & where) != 0);
}

/* --- components -------------------------------------------------------------------------------------------------- */

static int hex_value(int c)
{
    if (char_is_digit(c))
        return c - '0';
    c = char_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Undoes all percent-encoding but that of `kept`. */
static Str decode(Str text, char kept, Arena *arena)
{
    Buf buf = { .arena = arena };
    for (size_t i = 0; i < text.len; i++) {
        int high = hex_value(str_at(text, i + 1));
        int low = hex_value(str_at(text, i + 2));
        char c = text.data[i];
        if (c == '%' && high >= 0 && low >= 0 && (kept == '\0' || high * 16 + low != kept)) {
            c = (char)(high * 16 + low);
            i += 2;
        }
        buf_put_char(&buf, c);
    }
    return buf_str(&buf);
}

static bool is_kept(Str text, size_t at, char kept)
{
    return kept != '\0' && hex_value(str_at(text, at + 1)) * 16 + hex_value(str_at(text, at + 2)) == kept;
}

static void put_component(Buf *out, Str text, unsigned where, char kept)
{
    size_t plain = 0;
    while (is_plain(str_at(text, plain), where))
        plain++;
    if (plain == text.len) { /* as nearly all are */
        buf_put(out, text);
        return;
    }
    Str decoded = decode(text, kept, out->arena);
    if (utf8_find_invalid(decoded) == STR_NONE)
        decoded = unicode_nfc(decoded, out->arena);
    for (size_t i = 0; i < decoded.len; i++) {
        unsigned char c = (unsigned char)decoded.data[i];
        if (is_plain(c, where)) {
            buf_put_char(out, (char)c);
        } else if (c == '%' && is_kept(decoded, i, kept)) {
            buf_put_format(out, "%%%02X", (unsigned char)kept);
            i += 2;
        } else {
            buf_put_format(out, "%%%02X", c);
        }
    }
}

Str uri_normalize_component(Str text, Arena *arena)
{
    Buf buf = { .arena = arena };
    put_component(&buf, text, IN_ANY, '\0');
    return buf_str(&buf);
}

/* --- parts ------------------------------------------------------------------------------------------------------- */

UriScheme uri_scheme(Str uri)
{
    size_t end = 0;
    bool sound = char_is_alpha(str_at(uri, 0));

    while (end < uri.len && strchr(":/?#", uri.data[end]) == NULL) {
        int c = str_at(uri, end++);
        sound = sound && (char_is_alnum(c) || c == '+' || c == '-' || c == '.');
    }
    if (end == 0 || str_at(uri, end) != ':')
        return URI_NO_SCHEME;
    return sound ? URI_ABSOLUTE : URI_BAD_SCHEME;
}

/* Cuts `*rest` where the first of `stops` stands. */
static Str cut_at(Str *rest, const char *stops)
{
    size_t end = 0;
    while (end < rest->len && (rest->data[end] == '\0' || strchr(stops, rest->data[end]) == NULL))
        end++;
    Str part = str_slice(*rest, 0, end);
    *rest = str_from_offset(*rest, end);
    return part;
}

static bool is_web(Str scheme)
{
    return str_eq_nocase(scheme, STR("http")) || str_eq_nocase(scheme, STR("https"));
}

/* A port that the scheme has anyway goes. */
static void put_authority(Buf *out, Str authority, Str scheme)
{
    Str port = str_eq_nocase(scheme, STR("https")) ? STR(":443") : STR(":80");
    size_t at = str_find_last_char(authority, '@');
    Str host = at == STR_NONE ? authority : str_from_offset(authority, at + 1);

    if (is_web(scheme) && str_ends_with(host, port))
        host.len -= port.len;
    if (str_ends_with(host, STR(":")))
        host.len--;
    buf_put(out, STR("//"));
    if (at != STR_NONE)
        buf_put(out, str_slice(authority, 0, at + 1));
    for (size_t i = 0; i < host.len; i++)
        buf_put_char(out, (char)char_lower((unsigned char)host.data[i]));
}

static void drop_last_segment(Buf *out, size_t root)
{
    if (out->len > root)
        out->len--; /* its slash */
    while (out->len > root && out->data[out->len - 1] != '/')
        out->len--;
}

/* RFC 3986 section 5.2.4 on what was written from `start` on. */
static void drop_dot_segments(Buf *out, size_t start)
{
    Str rest = arena_copy(out->arena, str_from_offset(buf_str(out), start));
    bool rooted = str_at(rest, 0) == '/';
    size_t root = start + rooted;

    out->len = root;
    rest = str_from_offset(rest, rooted);
    for (Str segment; str_split(&segment, &rest, '/');) {
        if (str_eq(segment, STR("..")))
            drop_last_segment(out, root);
        else if (!str_eq(segment, STR("."))) {
            buf_put(out, segment);
            buf_put(out, rest.data == NULL ? none : STR("/"));
        }
    }
}

static void put_path(Buf *out, Str path)
{
    size_t start = out->len;
    Str rest = str_trim(path);
    bool first = true;

    for (Str segment; str_split(&segment, &rest, '/'); first = false) {
        if (!first)
            buf_put_char(out, '/');
        put_component(out, segment, IN_PATH, '\0');
    }
    if (str_contains(str_from_offset(buf_str(out), start), STR("/.")) || str_at(path, 0) == '.')
        drop_dot_segments(out, start);
}

static void put_query(Buf *out, Str query)
{
    bool first = true;
    for (Str pair; str_split(&pair, &query, '&'); first = false) {
        buf_put_char(out, first ? '?' : '&');
        put_component(out, pair, IN_QUERY, '+');
    }
}

Str uri_normalize(Str uri, Arena *arena)
{
    Buf buf = { .arena = arena };
    Str rest = uri;
    Str scheme = none;

    if (uri_scheme(uri) == URI_ABSOLUTE) {
        scheme = cut_at(&rest, ":");
        for (size_t i = 0; i < scheme.len; i++)
            buf_put_char(&buf, (char)char_lower((unsigned char)scheme.data[i]));
        buf_put_char(&buf, ':');
        rest = str_from_offset(rest, 1);
    }
    if (str_starts_with(rest, STR("//"))) {
        rest = str_from_offset(rest, 2);
        put_authority(&buf, cut_at(&rest, "/?#"), scheme);
    }
    Str path = cut_at(&rest, "?#");
    if (path.len == 0 && is_web(scheme))
        path = STR("/");
    put_path(&buf, path);
    if (str_at(rest, 0) == '?') {
        rest = str_from_offset(rest, 1);
        Str query = cut_at(&rest, "#");
        if (query.len > 0)
            put_query(&buf, query);
    }
    if (rest.len > 1) {
        buf_put_char(&buf, '#');
        put_component(&buf, str_from_offset(rest, 1), IN_FRAGMENT, '\0');
    }
    return buf_str(&buf);
}
