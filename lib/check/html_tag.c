/* lib/check/html_tag.c */
#include "check/html_tag.h"

static bool is_name_char(int c)
{
    return char_is_alnum(c) || c == '-' || c == '_';
}

static size_t skip_white(Str text, size_t at)
{
    while (char_is_space(str_at(text, at)))
        at++;
    return at;
}

bool html_tag_attribute(HtmlAttributeText *out, Str attributes, size_t *at)
{
    size_t start = skip_white(attributes, *at);
    while (str_at(attributes, start) == '/')
        start = skip_white(attributes, start + 1);
    size_t end = start;
    while (end < attributes.len && !char_is_space(attributes.data[end]) && attributes.data[end] != '='
           && attributes.data[end] != '/')
        end++;
    if (end == start && str_at(attributes, end) != '=')
        return false;
    *out = (HtmlAttributeText){ .name = str_slice(attributes, start, end), .start = (uint32_t)start };
    size_t sign = skip_white(attributes, end);
    if (str_at(attributes, sign) == '=') {
        size_t value = skip_white(attributes, sign + 1);
        int quote = str_at(attributes, value);
        if (quote == '"' || quote == '\'') {
            size_t close = str_find_char(attributes, (char)quote, value + 1);
            close = close == STR_NONE ? attributes.len : close;
            out->value = str_slice(attributes, value + 1, close);
            end = close < attributes.len ? close + 1 : close;
        } else {
            end = value;
            while (end < attributes.len && !char_is_space(attributes.data[end]))
                end++;
            out->value = str_slice(attributes, value, end);
        }
    }
    out->end = (uint32_t)end;
    *at = end;
    return true;
}

/* The `>` that ends a tag whose attributes begin at `at`, or where it breaks off. */
static size_t find_close(Str text, size_t at, bool *finished)
{
    bool value = false; /* a quote opens a value only behind `=` */

    *finished = false;
    for (; at < text.len; at++) {
        char c = text.data[at];
        if (c == '>') {
            *finished = true;
            return at;
        }
        if (c == '<')
            return at;
        if (value && (c == '"' || c == '\'')) {
            size_t close = str_find_char(text, c, at + 1);
            if (close == STR_NONE)
                return at;
            at = close;
        }
        value = c == '=' || (value && char_is_space(c));
    }
    return at;
}

bool html_tag_read(HtmlTag *out, Str text, size_t at)
{
    bool closing = str_at(text, at + 1) == '/';
    size_t start = at + 1 + closing, end = start;

    if (str_at(text, at) != '<' || !char_is_alpha(str_at(text, start)))
        return false;
    while (is_name_char(str_at(text, end)))
        end++;
    int c = str_at(text, end);
    if (!char_is_space(c) && c != '>' && c != '/' && c != '<' && c != STR_END && !closing)
        return false;
    *out = (HtmlTag){ .start = (uint32_t)at, .name = str_slice(text, start, end), .closing = closing };
    size_t close = find_close(text, end, &out->finished);
    out->attributes = str_slice(text, end, close);
    out->self_closed = !closing && str_ends_with(out->attributes, STR("/"));
    out->end = (uint32_t)(out->finished ? close + 1 : close);
    return true;
}

/* --- elements ---------------------------------------------------------------------------------------------------- */

/* In order of names; those that HTML 5 calls obsolete are known to all browsers. */
static const struct Element {
    Str name;
    unsigned char flags;
} elements[] = {
#define E(name, flags)                                                                                                 \
    {                                                                                                                  \
        STR_INIT(name), flags                                                                                          \
    }
    E("a", 0),
    E("abbr", 0),
    E("acronym", 0),
    E("address", ELEMENT_BLOCK),
    E("applet", ELEMENT_BLOCK),
    E("area", ELEMENT_VOID),
    E("article", ELEMENT_BLOCK),
    E("aside", ELEMENT_BLOCK),
    E("audio", 0),
    E("b", 0),
    E("base", ELEMENT_VOID),
    E("basefont", ELEMENT_VOID),
    E("bdi", 0),
    E("bdo", 0),
    E("big", 0),
    E("blink", 0),
    E("blockquote", ELEMENT_BLOCK),
    E("body", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("br", ELEMENT_VOID),
    E("button", 0),
    E("canvas", 0),
    E("caption", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("center", 0),
    E("cite", 0),
    E("code", 0),
    E("col", ELEMENT_VOID | ELEMENT_BLOCK),
    E("colgroup", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("data", 0),
    E("datalist", 0),
    E("dd", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("del", 0),
    E("details", 0),
    E("dfn", 0),
    E("dialog", 0),
    E("dir", 0),
    E("div", ELEMENT_BLOCK),
    E("dl", ELEMENT_BLOCK),
    E("dt", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("em", 0),
    E("embed", ELEMENT_VOID),
    E("fieldset", ELEMENT_BLOCK),
    E("figcaption", ELEMENT_BLOCK),
    E("figure", 0),
    E("font", 0),
    E("footer", ELEMENT_BLOCK),
    E("form", ELEMENT_BLOCK),
    E("frame", ELEMENT_VOID),
    E("frameset", 0),
    E("h1", ELEMENT_BLOCK),
    E("h2", ELEMENT_BLOCK),
    E("h3", ELEMENT_BLOCK),
    E("h4", ELEMENT_BLOCK),
    E("h5", ELEMENT_BLOCK),
    E("h6", ELEMENT_BLOCK),
    E("head", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("header", ELEMENT_BLOCK),
    E("hgroup", ELEMENT_BLOCK),
    E("hr", ELEMENT_VOID | ELEMENT_BLOCK),
    E("html", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("i", 0),
    E("iframe", ELEMENT_RAW),
    E("img", ELEMENT_VOID),
    E("input", ELEMENT_VOID),
    E("ins", 0),
    E("kbd", 0),
    E("label", 0),
    E("legend", 0),
    E("li", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("link", ELEMENT_VOID),
    E("main", 0),
    E("map", 0),
    E("mark", 0),
    E("marquee", 0),
    E("math", ELEMENT_FOREIGN),
    E("menu", 0),
    E("meta", ELEMENT_VOID),
    E("meter", 0),
    E("nav", ELEMENT_BLOCK),
    E("nobr", 0),
    E("noscript", 0),
    E("object", 0),
    E("ol", ELEMENT_BLOCK),
    E("optgroup", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("option", ELEMENT_OPTIONAL),
    E("output", 0),
    E("p", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("param", ELEMENT_VOID),
    E("picture", 0),
    E("pre", ELEMENT_BLOCK),
    E("progress", 0),
    E("q", 0),
    E("rb", ELEMENT_OPTIONAL),
    E("rp", ELEMENT_OPTIONAL),
    E("rt", ELEMENT_OPTIONAL),
    E("rtc", ELEMENT_OPTIONAL),
    E("ruby", 0),
    E("s", 0),
    E("samp", 0),
    E("script", ELEMENT_RAW),
    E("search", 0),
    E("section", ELEMENT_BLOCK),
    E("select", 0),
    E("slot", 0),
    E("small", 0),
    E("source", ELEMENT_VOID),
    E("span", 0),
    E("strike", 0),
    E("strong", 0),
    E("style", ELEMENT_RAW),
    E("sub", 0),
    E("summary", 0),
    E("sup", 0),
    E("svg", ELEMENT_FOREIGN),
    E("table", ELEMENT_BLOCK),
    E("tbody", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("td", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("template", 0),
    E("textarea", ELEMENT_RAW),
    E("tfoot", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("th", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("thead", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("time", 0),
    E("title", ELEMENT_RAW),
    E("tr", ELEMENT_OPTIONAL | ELEMENT_BLOCK),
    E("track", ELEMENT_VOID),
    E("tt", 0),
    E("u", 0),
    E("ul", ELEMENT_BLOCK),
    E("var", 0),
    E("video", 0),
    E("wbr", ELEMENT_VOID),
#undef E
};

enum { ELEMENT_COUNT = sizeof(elements) / sizeof(elements[0]), NAME_MAX_LENGTH = 12 };

unsigned html_element_flags(Str name)
{
    char lower[NAME_MAX_LENGTH];
    size_t low = 0, high = ELEMENT_COUNT;

    if (name.len > NAME_MAX_LENGTH)
        return 0;
    for (size_t i = 0; i < name.len; i++)
        lower[i] = (char)char_lower(name.data[i]);
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_cmp((Str){ lower, name.len }, elements[middle].name);
        if (order == 0)
            return elements[middle].flags | ELEMENT_KNOWN;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

Str html_element_near(Str name)
{
    Str best = { 0 };
    size_t least = 2;

    if (name.len < 3 || name.len > NAME_MAX_LENGTH)
        return best;
    for (size_t i = 0; i < ELEMENT_COUNT; i++) {
        size_t distance = elements[i].name.len < 3 ? least : str_distance(name, elements[i].name, least);
        if (distance < least) {
            best = elements[i].name;
            least = distance;
        }
    }
    return best;
}
