/* lib/feed/value.c */
#include "feed/value.h"

static bool is_hex(int c)
{
    int lower = char_lower(c);
    return char_is_digit(c) || (lower >= 'a' && lower <= 'f');
}

static bool is_all(Str text, bool (*is)(int c))
{
    for (size_t i = 0; i < text.len; i++) {
        if (!is(str_at(text, i)))
            return false;
    }
    return text.len > 0;
}

/* --- addresses --------------------------------------------------------------------------------------------------- */

static size_t scheme_length(Str address)
{
    size_t at = 0;

    if (!char_is_alpha(str_at(address, 0)))
        return 0;
    while (char_is_alnum(str_at(address, at))
           || (at > 0 && strchr("+-.", str_at(address, at)) != NULL && at < address.len))
        at++;
    return str_at(address, at) == ':' ? at : 0;
}

bool address_is_relative(Str address)
{
    return scheme_length(address) == 0;
}

static const char *character_fault(Str address)
{
    for (size_t i = 0; i < address.len; i++) {
        int c = str_at(address, i);
        if (c == '%' && (!is_hex(str_at(address, i + 1)) || !is_hex(str_at(address, i + 2))))
            return "has a % without two hexadecimal digits";
        if (c <= ' ' || c == 0x7F)
            return "has a space or a line end in it";
        if (c < 0x80 && strchr("<>\"{}|\\^`", c) != NULL)
            return "has a character that must be percent-encoded";
    }
    return NULL;
}

static bool is_host_char(int c)
{
    return char_is_alnum(c) || c == '-' || c == '.';
}

/* YYYY, YYYY-MM or YYYY-MM-DD. */
static bool is_tag_date(Str date)
{
    static const char pattern[] = "0000-00-00";

    if (date.len != 4 && date.len != 7 && date.len != 10)
        return false;
    for (size_t i = 0; i < date.len; i++) {
        if (pattern[i] == '0' ? !char_is_digit(str_at(date, i)) : date.data[i] != pattern[i])
            return false;
    }
    int month = date.len >= 7 ? (date.data[5] - '0') * 10 + date.data[6] - '0' : 1;
    int day = date.len == 10 ? (date.data[8] - '0') * 10 + date.data[9] - '0' : 1;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 && date.data[0] != '0';
}

/* tag:AUTHORITY,DATE:SPECIFIC, RFC 4151. */
static const char *tag_fault(Str rest)
{
    static const char fault[] = "is no tag: URI as tag:example.org,2024-08-06:name";
    size_t comma = str_find_char(rest, ',', 0), colon = str_find_char(rest, ':', 0);

    if (comma == STR_NONE || colon == STR_NONE || comma > colon)
        return fault;
    Str authority = str_slice(rest, 0, comma);
    Str host = str_from_offset(authority, str_find_char(authority, '@', 0) + 1); /* STR_NONE + 1 is 0 */
    if (!is_all(host, is_host_char) || !char_is_alnum(str_at(host, 0)) || !char_is_alnum(str_at(host, host.len - 1)))
        return fault;
    return is_tag_date(str_slice(rest, comma + 1, colon)) ? NULL : fault;
}

static bool is_nid_char(int c)
{
    return char_is_alnum(c) || c == '-';
}

static const char *uuid_fault(Str uuid)
{
    static const char fault[] = "is no UUID";

    if (uuid.len != 36)
        return fault;
    for (size_t i = 0; i < uuid.len; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? uuid.data[i] != '-' : !is_hex(str_at(uuid, i)))
            return fault;
    }
    return NULL;
}

/* urn:NID:NSS, RFC 8141. */
static const char *urn_fault(Str rest)
{
    size_t colon = str_find_char(rest, ':', 0);
    Str nid = str_slice(rest, 0, colon);

    if (colon == STR_NONE || nid.len < 2 || nid.len > 32 || !is_all(nid, is_nid_char) || nid.data[0] == '-'
        || str_eq_nocase(nid, STR("urn")) || colon + 1 == rest.len)
        return "is no urn: as urn:uuid:6a0a4f5e-8b6c-4d3e-9f10-203040506070";
    return str_eq_nocase(nid, STR("uuid")) ? uuid_fault(str_from_offset(rest, colon + 1)) : NULL;
}

static const char *web_fault(Str rest)
{
    size_t slash;

    if (!str_starts_with(rest, STR("//")))
        return "is no address of the web: // is missing";
    Str host = str_from_offset(rest, 2);
    slash = 0;
    while (slash < host.len && strchr("/?#", host.data[slash]) == NULL)
        slash++;
    host = str_slice(host, 0, slash);
    return host.len == 0 || host.data[0] == ':' ? "has no host" : NULL;
}

const char *address_value_fault(Str address)
{
    size_t scheme = scheme_length(address);
    Str rest = str_from_offset(address, scheme + 1), name = str_slice(address, 0, scheme);

    if (address.len == 0)
        return "is empty";
    const char *fault = character_fault(address);
    if (fault != NULL)
        return fault;
    if (scheme == 0)
        return "is not absolute: it does not begin with https:// or the like";
    if (rest.len == 0)
        return "has nothing behind its scheme";
    if (str_eq_nocase(name, STR("http")) || str_eq_nocase(name, STR("https")))
        return web_fault(rest);
    if (str_eq_nocase(name, STR("tag")))
        return tag_fault(rest);
    return str_eq_nocase(name, STR("urn")) ? urn_fault(rest) : NULL;
}

/* --- other values ------------------------------------------------------------------------------------------------ */

static bool is_type_char(int c)
{
    return char_is_alnum(c) || (c > 0 && c < 0x80 && strchr("!#$&-^_.+", c) != NULL);
}

const char *media_type_fault(Str type)
{
    size_t slash = str_find_char(type, '/', 0);
    Str name = str_trim_right(str_slice(type, 0, str_find_char(type, ';', 0)));

    if (slash == STR_NONE || !is_all(str_slice(name, 0, slash), is_type_char)
        || !is_all(str_from_offset(name, slash + 1), is_type_char))
        return "is no media type as text/html";
    return NULL;
}

const char *email_fault(Str email)
{
    size_t at = str_find_char(email, '@', 0);
    Str host = str_from_offset(email, at == STR_NONE ? email.len : at + 1);

    for (size_t i = 0; i < email.len; i++) {
        int c = str_at(email, i);
        if (char_is_space(c) || (c < 0x80 && strchr("<>()[],;:\\\"", c) != NULL))
            return "is no e-mail address";
    }
    if (at == STR_NONE || at == 0 || !str_contains(host, STR(".")) || str_contains(host, STR("@"))
        || str_at(host, 0) == '.' || str_at(host, host.len - 1) == '.')
        return "is no e-mail address";
    return NULL;
}

const char *language_fault(Str tag)
{
    Str part, rest = tag;
    static const char fault[] = "is no language as en or pt-BR";

    if (tag.len == 0)
        return NULL;
    for (bool first = true; str_split(&part, &rest, '-'); first = false) {
        if (part.len > 8 || !is_all(part, first ? char_is_alpha : char_is_alnum))
            return fault;
        if (first && part.len > 3 && str_eq(part, tag))
            return fault; /* a registered language of more letters does not exist */
    }
    return NULL;
}

const char *number_fault(Str number)
{
    return is_all(number, char_is_digit) ? NULL : "is no number of bytes";
}
