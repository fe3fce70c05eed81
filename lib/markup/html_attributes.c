/* lib/markup/html_attributes.c - elements' names and attributes, and addresses made absolute. */
#include "markup/html_writer.h"
#include "text/html.h"

static Str resolve(HtmlWriter *w, Str url)
{
    if (w->options->page_url.len > 0)
        return url_resolve(url, w->options->page_url, &w->scratch);
    if (w->options->id_prefix.len > 0 && url.len > 1 && url.data[0] == '#')
        return arena_join(&w->scratch, STR("#"), w->options->id_prefix, str_from_offset(url, 1));
    return url;
}

void html_put_url_attribute(HtmlWriter *w, Str name, Str url)
{
    buf_put_char(w->out, ' ');
    buf_put(w->out, name);
    buf_put(w->out, STR("=\""));
    if (w->dialect == DIALECT_KRAMDOWN) /* writes addresses as they are */
        html_put_attribute(w->out, resolve(w, url));
    else
        html_put_url(w->out, resolve(w, url));
    buf_put_char(w->out, '"');
}

void html_put_named_attribute(HtmlWriter *w, Str name, Str value)
{
    buf_put_char(w->out, ' ');
    buf_put(w->out, name);
    buf_put(w->out, STR("=\""));
    html_put_attribute(w->out, value);
    buf_put_char(w->out, '"');
}

void html_put_id(HtmlWriter *w, Str id)
{
    buf_put(w->out, STR(" id=\""));
    html_put_attribute(w->out, w->options->id_prefix);
    html_put_attribute(w->out, id);
    buf_put_char(w->out, '"');
}

/* The next of `a.png 1x, b.png 2x`: a comma may stand in an address, but not end it. */
static bool next_candidate(Str *url, Str *size, Str *rest)
{
    size_t end = 0;

    *rest = str_trim_left(*rest);
    while (end < rest->len && !char_is_space(rest->data[end]))
        end++;
    *url = str_slice(*rest, 0, end);
    *rest = str_from_offset(*rest, end);
    *size = (Str){ 0 };
    if (str_ends_with(*url, STR(",")))
        url->len--;
    else
        str_split(size, rest, ',');
    *size = str_trim(*size);
    return end > 0;
}

static void put_srcset(HtmlWriter *w, Str value)
{
    Str url, size;
    bool first = true;

    buf_put(w->out, STR(" srcset=\""));
    while (next_candidate(&url, &size, &value)) {
        if (url.len == 0)
            continue;
        if (!first)
            buf_put(w->out, STR(", "));
        first = false;
        html_put_url(w->out, resolve(w, url));
        if (size.len > 0)
            buf_put_char(w->out, ' ');
        html_put_attribute(w->out, size);
    }
    buf_put_char(w->out, '"');
}

static bool holds_url(Str attribute)
{
    static const Str names[] = { STR_INIT("src"), STR_INIT("href"), STR_INIT("cite"), STR_INIT("poster") };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_eq(attribute, names[i]))
            return true;
    }
    return false;
}

void html_put_node_attributes(HtmlWriter *w, const Node *node)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        const Attribute *attribute = &node->attributes[i];
        if (str_eq(attribute->name, STR("id")))
            html_put_id(w, attribute->value);
        else if (str_eq(attribute->name, STR("srcset")))
            put_srcset(w, attribute->value);
        else if (holds_url(attribute->name))
            html_put_url_attribute(w, attribute->name, attribute->value);
        else
            html_put_named_attribute(w, attribute->name, attribute->value);
    }
}

void html_put_open(HtmlWriter *w, Str name, const Node *node)
{
    buf_put_char(w->out, '<');
    buf_put(w->out, name);
    if (node->attribute_count > 0)
        html_put_node_attributes(w, node);
    buf_put_char(w->out, '>');
}

void html_put_close(HtmlWriter *w, Str name)
{
    buf_put(w->out, STR("</"));
    buf_put(w->out, name);
    buf_put_char(w->out, '>');
}
