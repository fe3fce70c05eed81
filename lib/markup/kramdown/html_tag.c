/* lib/markup/kramdown/html_tag.c - tags. */
#include "markup/kramdown/html_tag.h"
#include "base/utf8.h"
#include "markup/kramdown/scan.h"
#include "text/unicode.h"

enum { ATTRIBUTES_MAX = 256 }; /* of one tag, so that reading one takes bounded time */

/* The character at `at`, ASCII by its byte; `*next` is behind it. */
static uint32_t char_at(Str text, size_t at, size_t *next)
{
    *next = at;
    return (uint32_t)utf8_next(text, next);
}

static size_t plain_name_end(Str text, size_t at)
{
    size_t next = at;
    uint32_t c = char_at(text, at, &next);

    if (at >= text.len || (c != '_' && !unicode_is_alphabetic(c)))
        return at;
    do {
        at = next;
        c = char_at(text, at, &next);
    } while (at < text.len && (c == '-' || c == '.' || c == '_' || unicode_is_alphanumeric(c)));
    return at;
}

size_t tag_name_end(Str text, size_t at)
{
    size_t end = plain_name_end(text, at);

    if (end == at || str_at(text, end) != ':')
        return end;
    size_t local = plain_name_end(text, end + 1);
    return local > end + 1 ? local : end;
}

static size_t word_end(Str text, size_t at)
{
    size_t next = at;

    while (at < text.len && unicode_is_word(char_at(text, at, &next)))
        at = next;
    return at;
}

typedef struct Assignment {
    Str name, value;
    size_t end;
} Assignment;

/* `name`, `name=word` or `name="text"`. */
static bool read_assignment(Assignment *out, Str text, size_t at)
{
    size_t end = tag_name_end(text, at);

    if (end == at)
        return false;
    *out = (Assignment){ str_slice(text, at, end), { 0 }, end };
    size_t sign = scan_white(text, end);
    if (str_at(text, sign) != '=')
        return true;
    size_t start = scan_white(text, sign + 1);
    int quote = str_at(text, start);
    if (quote == '"' || quote == '\'') {
        size_t close = str_find_char(text, (char)quote, start + 1);
        if (close != STR_NONE)
            *out = (Assignment){ out->name, str_slice(text, start + 1, close), close + 1 };
        return true;
    }
    size_t stop = word_end(text, start);
    if (stop > start)
        *out = (Assignment){ out->name, str_slice(text, start, stop), stop };
    return true;
}

bool tag_read(Tag *out, Str text, size_t at)
{
    Assignment assignment;
    int count = 0;

    if (str_at(text, at) != '<')
        return false;
    size_t name_end = tag_name_end(text, at + 1);
    if (name_end == at + 1)
        return false;
    size_t end = name_end;
    for (;;) {
        size_t start = scan_white(text, end);
        if (start == end || !read_assignment(&assignment, text, start))
            break;
        end = assignment.end;
        if (++count > ATTRIBUTES_MAX)
            return false;
    }
    size_t close = scan_white(text, end);
    bool closed = str_at(text, close) == '/';
    if (str_at(text, close + closed) != '>')
        return false;
    *out = (Tag){ str_slice(text, at + 1, name_end), str_slice(text, name_end, end), closed, close + closed + 1 };
    return true;
}

size_t tag_read_end(Str *name, Str text, size_t at)
{
    if (str_at(text, at) != '<' || str_at(text, at + 1) != '/')
        return 0;
    size_t end = tag_name_end(text, at + 2);
    if (end == at + 2)
        return 0;
    *name = str_slice(text, at + 2, end);
    end = scan_white(text, end);
    return str_at(text, end) == '>' ? end + 1 : 0;
}

size_t tag_find_end(Str text, size_t at, Str name, size_t *start)
{
    const bool known = html_is_known(name);

    while ((at = str_find(text, STR("</"), at)) != STR_NONE) {
        size_t end = at + 2 + name.len;
        Str found = str_slice(text, at + 2, end);
        if (known ? str_eq_nocase(found, name) : str_eq(found, name)) {
            end = scan_white(text, end);
            if (str_at(text, end) == '>') {
                *start = at;
                return end + 1;
            }
        }
        at += 2;
    }
    return 0;
}

void tag_read_attributes(Parser *parser, Ial *out, const Tag *tag, bool known)
{
    Assignment assignment;
    Str text = tag->attributes;

    for (size_t at = scan_white(text, 0); read_assignment(&assignment, text, at);
         at = scan_white(text, assignment.end)) {
        Str name = known ? unicode_lower(assignment.name, parser->arena) : assignment.name;
        size_t i = 0;
        while (i < out->attributes.len && !str_eq(out->attributes.items[i].name, name))
            i++;
        if (i < out->attributes.len)
            out->attributes.items[i].value = assignment.value;
        else
            vec_push(parser->work, &out->attributes, (Attribute){ name, assignment.value });
    }
}

Str lower_name(Parser *parser, Str name)
{
    Str lower = unicode_lower(name, parser->arena);
    return html_is_known(lower) ? lower : name;
}

/* --- escaping --- */

size_t html_reference_end(Str text, size_t at)
{
    size_t start = at + 1;
    size_t end = start;

    if (str_at(text, start) == '#') {
        bool hex = str_at(text, start + 1) == 'x';
        start += hex ? 2 : 1;
        for (end = start; char_is_digit(str_at(text, end)) || (hex && char_is_alpha(str_at(text, end))); end++) {
            if (char_lower(str_at(text, end)) > 'f')
                return 0;
        }
    } else if (scan_is_word_char(str_at(text, start)) || str_at(text, start) == ':') {
        while (scan_is_word_char(str_at(text, end)) || (end < text.len && strchr("-.:", text.data[end]) != NULL))
            end++;
    }
    return end > start && str_at(text, end) == ';' ? end + 1 : 0;
}

static void put_kept(Buf *out, Str text, bool quotes)
{
    for (size_t at = 0; at < text.len; at++) {
        char c = text.data[at];
        if (c == '<')
            buf_put(out, STR("&lt;"));
        else if (c == '>')
            buf_put(out, STR("&gt;"));
        else if (c == '"' && quotes)
            buf_put(out, STR("&quot;"));
        else if (c == '&' && html_reference_end(text, at) == 0)
            buf_put(out, STR("&amp;"));
        else
            buf_put_char(out, c);
    }
}

void html_put_kept_text(Buf *out, Str text)
{
    put_kept(out, text, false);
}

void html_put_kept_attributes(Buf *out, const Ial *ial)
{
    for (size_t i = 0; ial != NULL && i < ial->attributes.len; i++) {
        const Attribute *attribute = &ial->attributes.items[i];
        if (str_eq(attribute->name, STR("id")) && str_trim(attribute->value).len == 0)
            continue;
        buf_put_char(out, ' ');
        buf_put(out, attribute->name);
        buf_put(out, STR("=\""));
        put_kept(out, attribute->value, true);
        buf_put_char(out, '"');
    }
}
