/* lib/text/html_bound.c - a parser walks its stack of open elements for each tag, and all attributes of a tag for each
 * of them: both are bounded before it begins. */
#include "text/html_bound.h"

#include "base/buf.h"

enum { MAX_ATTRIBUTES = 500, MAX_TAGS_IN_TAG = 100 };

/* Tags without an end tag, or with one that is often left out, do not nest by themselves. */
static bool ends_itself(Str name)
{
    static const Str names[] = {
        STR_INIT("area"),  STR_INIT("base"), STR_INIT("br"),   STR_INIT("col"),   STR_INIT("dd"),
        STR_INIT("dt"),    STR_INIT("hr"),   STR_INIT("img"),  STR_INIT("input"), STR_INIT("li"),
        STR_INIT("p"),     STR_INIT("link"), STR_INIT("meta"), STR_INIT("td"),    STR_INIT("source"),
        STR_INIT("track"), STR_INIT("th"),   STR_INIT("wbr"),  STR_INIT("tr"),    STR_INIT("embed"),
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_eq_nocase(name, names[i]))
            return true;
    }
    return false;
}

typedef struct Tag {
    size_t end; /* behind its `>` */
    bool closes;
    Str name;
    int attributes;
    int inner_tags; /* that begin within it */
} Tag;

/* Behind the quoted value that begins at `at`. */
static size_t skip_quoted(Str html, size_t at, int *inner_tags)
{
    size_t end = str_find_char(html, html.data[at], at + 1);
    if (end == STR_NONE)
        end = html.len;
    for (size_t i = str_find_char(html, '<', at); i < end; i = str_find_char(html, '<', i + 1))
        ++*inner_tags;
    return end < html.len ? end + 1 : end;
}

static bool read_name(Tag *tag, Str html, size_t at)
{
    bool closes = str_at(html, at + 1) == '/';
    size_t start = at + (closes ? 2 : 1);
    size_t end = start;

    while (char_is_alnum(str_at(html, end)) || str_at(html, end) == '-')
        end++;
    *tag = (Tag){ .closes = closes, .name = str_slice(html, start, end), .end = end };
    return char_is_alpha(str_at(html, start));
}

/* Reads the tag that may begin at `at`, as HTML 5 does. */
static bool read_tag(Tag *tag, Str html, size_t at)
{
    char before = ' ';

    if (!read_name(tag, html, at))
        return false;
    size_t i = tag->end;
    while (i < html.len && html.data[i] != '>') {
        char c = html.data[i];
        bool quoted = before == '=' && (c == '"' || c == '\'');
        bool parts = char_is_space(c) || c == '/';
        tag->attributes += quoted || parts;
        tag->inner_tags += c == '<';
        i = quoted ? skip_quoted(html, i, &tag->inner_tags) : i + 1;
        if (!char_is_space(c) || before != '=')
            before = c;
    }
    tag->end = i < html.len ? i + 1 : i;
    return true;
}

static bool is_too_much(const Tag *tag, int *depth, int max_depth)
{
    if (tag->attributes > MAX_ATTRIBUTES || tag->inner_tags > MAX_TAGS_IN_TAG)
        return true;
    if (ends_itself(tag->name))
        return false;
    if (tag->closes) {
        *depth -= *depth > 0;
        return false;
    }
    *depth += *depth < max_depth;
    return *depth == max_depth;
}

Str html_bound(Str html, int max_depth, Arena *arena)
{
    Buf out = { .arena = arena };
    size_t copied = 0;
    int depth = 0;
    Tag tag;

    for (size_t i = str_find_char(html, '<', 0); i != STR_NONE; i = str_find_char(html, '<', i)) {
        bool is_tag = read_tag(&tag, html, i);
        bool ends_form = is_tag && tag.closes && str_eq_nocase(tag.name, STR("form"));
        if (!ends_form && !(is_tag && is_too_much(&tag, &depth, max_depth))) {
            i++;
            continue;
        }
        buf_put(&out, str_slice(html, copied, i));
        copied = ends_form ? i : tag.end;
        if (ends_form)
            buf_put(&out, STR("<!---->")); /* gumbo would put the text before it behind the form */
        i = ends_form ? i + 1 : tag.end;
    }
    if (out.len == 0 && copied == 0)
        return html;
    buf_put(&out, str_from_offset(html, copied));
    return buf_str(&out);
}
