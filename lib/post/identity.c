/* lib/post/identity.c */
#include "post/identity.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "post/field.h"
#include "text/datetime.h"
#include "text/slug.h"
#include "text/unicode.h"

enum { SLUG_MAX_BYTES = 200, NOON_S = 12 * 60 * 60, SPREAD_S = 60 * 60 };

/* Ruby's [[:alnum:]] */
static bool is_alnum(uint32_t c)
{
    return unicode_is_letter(c) || unicode_is_mark(c) || unicode_is_number(c);
}

/* Keeps letters, digits and the ASCII characters in `others`; all else becomes hyphens, none at the ends. */
static Str hyphenate(Str text, const char *others, Arena *arena)
{
    Buf slug = { .arena = arena };
    bool gap = false;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        int32_t c = utf8_next(text, &at);
        bool keep = c < 0x80 ? char_is_alnum(c) || (c != 0 && strchr(others, c) != NULL) : is_alnum((uint32_t)c);
        if (slug.len + (at - start) + 1 > SLUG_MAX_BYTES)
            break;
        if (keep && gap && slug.len > 0)
            buf_put_char(&slug, '-');
        if (keep)
            buf_put(&slug, str_slice(text, start, at));
        gap = !keep;
    }
    return buf_str(&slug);
}

/* C, C++ and C# are three things: signs that end a name are spelt out. */
static Str spell_signs(Str label, Arena *arena)
{
    Buf buf = { .arena = arena };
    bool after_name = false;

    for (size_t i = 0; i < label.len; i++) {
        int c = str_at(label, i);
        bool sign = after_name && (c == '+' || c == '#');
        if (sign)
            buf_put(&buf, c == '+' ? STR(" plus ") : STR(" sharp "));
        else
            buf_put_char(&buf, (char)c);
        after_name = sign || char_is_alnum(c);
    }
    return buf_str(&buf);
}

Str slug_of_label(Str label, Arena *arena)
{
    Str slug = slug_from_title(spell_signs(label, arena), arena);
    if (slug.len == 0)
        slug = hyphenate(unicode_lower(label, arena), "", arena);
    return slug.len > 0 ? slug : arena_format(arena, "%08x", (unsigned)(str_hash(label) & 0xffffffff));
}

Str title_of_slug(Str slug, Arena *arena)
{
    Buf title = { .arena = arena };
    bool first = true;
    for (size_t i = 0; i < slug.len; i++) {
        char c = slug.data[i];
        buf_put_char(&title, c == '-' ? ' ' : (char)(first ? char_upper(c) : char_lower(c)));
        first = c == '-';
    }
    return buf_str(&title);
}

Str slug_of_name(Str name, Arena *arena)
{
    Str slug = hyphenate(name, "._~!$&'()+,;=@", arena);
    while (str_starts_with(slug, STR(".")) || str_starts_with(slug, STR("-")))
        slug = str_from_offset(slug, 1);
    return slug;
}

Str slug_of_post(const Post *post, Str name, Arena *arena, Diags *diags)
{
    Str key = field_get(post->front_matter, STR("slug"), arena, diags);
    Str slug = slug_of_name(key, arena);
    if (slug.len == 0)
        slug = slug_of_name(name, arena);
    return slug.len > 0 ? slug : slug_of_label(post->title.str, arena);
}

/* --- id ---------------------------------------------------------------------------------------------------------- */

/* RFC 3987: a scheme, a colon, and nothing that an IRI cannot hold. */
static bool is_absolute_iri(Str text)
{
    size_t colon = str_find_char(text, ':', 0);
    if (colon == STR_NONE || colon + 1 == text.len || !char_is_alpha(str_at(text, 0)))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        int c = str_at(text, i);
        bool scheme = char_is_alnum(c) || c == '+' || c == '-' || c == '.';
        if ((i < colon && !scheme) || c <= ' ' || strchr("<>\"{}|\\^`", c) != NULL)
            return false;
    }
    return true;
}

/* The `specific` of RFC 4151: pchar, "/" and "?" of RFC 3986; all else percent-encoded. */
static void put_specific(Buf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        int c = str_at(text, i);
        if (char_is_alnum(c) || (c != 0 && c < 0x80 && strchr("-._~!$&'()*+,;=:@/?", c) != NULL))
            buf_put_char(out, (char)c);
        else
            buf_put_format(out, "%%%02X", (unsigned)c);
    }
}

/* Without its port, in lower case. A tag URI's authority is a DNS name: for any other we take one that is never given
 * to anybody (RFC 6761). */
static void put_host(Buf *out, Str host)
{
    Str name = str_slice(host, 0, str_find_char(host, ':', 0));
    bool sound = name.len > 0;
    for (size_t i = 0; i < name.len; i++)
        sound = sound && (char_is_alnum(str_at(name, i)) || str_at(name, i) == '-' || str_at(name, i) == '.');
    if (!sound)
        name = STR("herald.invalid");
    for (size_t i = 0; i < name.len; i++)
        buf_put_char(out, (char)char_lower(str_at(name, i)));
}

/* "de/news/" of "de/news/_posts/2024/x.md": posts there have addresses of their own. */
static Str folders_of(Str path)
{
    static const Str posts = STR_INIT("/_posts/");
    size_t at = str_find(path, posts, 0);
    return at == STR_NONE ? (Str){ NULL, 0 } : str_slice(path, 0, at + 1);
}

void identity_read(Post *out, Str stem, const PostContext *context, Arena *arena, Diags *diags)
{
    out->id_key = field_get(out->front_matter, STR("id"), arena, diags);
    if (is_absolute_iri(out->id_key)) {
        out->id = out->id_key;
        return;
    }
    Buf id = { .arena = arena };
    Civil day = civil_from_seconds(date_day(&out->date));
    buf_put_cstr(&id, "tag:");
    put_host(&id, context->host);
    buf_put_format(&id, ",%04d-%02d-%02d:", (int)day.year, day.month, day.day);
    put_specific(&id, out->id_key.len > 0 ? (Str){ NULL, 0 } : folders_of(out->path));
    put_specific(&id, out->id_key.len > 0 ? out->id_key : stem);
    out->id = buf_str(&id);
}

/* FNV-1a leaves its low bits weak; this is the last step of MurmurHash3. */
static uint64_t mix(uint64_t hash)
{
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
    hash *= 0xc4ceb9fe1a85ec53ULL;
    return hash ^ (hash >> 33);
}

int64_t identity_instant(const Post *post, const Zone *zone)
{
    if (post->date.precision == DATE_SECOND)
        return post->date.unix_s;
    int64_t noon = zone_to_unix_s(zone, date_day(&post->date) + NOON_S);
    return noon + (int64_t)(mix(str_hash(post->id)) % SPREAD_S);
}
