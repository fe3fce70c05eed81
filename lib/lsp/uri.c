/* lib/lsp/uri.c */
#include "lsp/uri.h"

#include "base/buf.h"

static const Str scheme = STR_INIT("file://");

static int hex_value(int c)
{
    return char_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool uri_path(Str *out, Str uri, Arena *arena)
{
    Buf path = { .arena = arena };

    if (!str_starts_with(uri, scheme))
        return false;
    size_t slash = str_find_char(uri, '/', scheme.len);
    Str host = str_slice(uri, scheme.len, slash);
    if (slash == STR_NONE || (host.len > 0 && !str_eq_nocase(host, STR("localhost"))))
        return false;
    for (size_t i = slash; i < uri.len; i++) {
        int high = hex_value(str_at(uri, i + 1)), low = hex_value(str_at(uri, i + 2));
        bool escaped = uri.data[i] == '%' && high >= 0 && low >= 0;
        char c = escaped ? (char)(high * 16 + low) : uri.data[i];
        if (c == '\0')
            return false;
        buf_put_char(&path, c);
        i += escaped ? 2 : 0;
    }
    *out = buf_str(&path);
    return true;
}

Str uri_of_path(Str path, Arena *arena)
{
    Buf uri = { .arena = arena };

    buf_put(&uri, scheme);
    for (size_t i = 0; i < path.len; i++) {
        int c = str_at(path, i);
        if (char_is_alnum(c) || strchr("-._~/", c) != NULL)
            buf_put_char(&uri, (char)c);
        else
            buf_put_format(&uri, "%%%02X", (unsigned)c);
    }
    return buf_str(&uri);
}
