/* lib/markup/clean_attributes.c - the attributes that HTML elements keep. */
#include "markup/clean_parts.h"
#include "markup/url.h"

enum { LONGEST_TEXT = 1000, LONGEST_ADDRESSES = 8192 };

static bool is_number(Str value, Arena *arena)
{
    (void)arena;
    for (size_t i = 0; i < value.len; i++) {
        if (!char_is_digit(value.data[i]))
            return false;
    }
    return value.len > 0 && value.len <= 5;
}

static bool is_text(Str value, Arena *arena)
{
    (void)arena;
    return value.len > 0 && value.len <= LONGEST_TEXT;
}

static bool is_language(Str value, Arena *arena)
{
    (void)arena;
    for (size_t i = 0; i < value.len; i++) {
        if (!char_is_alnum(value.data[i]) && value.data[i] != '-')
            return false;
    }
    return value.len > 0 && value.len <= 35;
}

static bool is_direction(Str value, Arena *arena)
{
    (void)arena;
    return str_eq(value, STR("ltr")) || str_eq(value, STR("rtl")) || str_eq(value, STR("auto"));
}

static bool is_flag(Str value, Arena *arena)
{
    (void)value;
    (void)arena;
    return true;
}

static bool is_address(Str value, Arena *arena)
{
    return value.len > 0 && value.len <= LONGEST_ADDRESSES && url_is_safe(&value, "http https", arena);
}

static bool are_addresses(Str value, Arena *arena)
{
    if (value.len == 0 || value.len > LONGEST_ADDRESSES)
        return false;
    for (Str rest = str_trim_left(value); rest.len > 0; rest = str_trim_left(rest)) {
        size_t end = 0;
        while (end < rest.len && !char_is_space(rest.data[end]))
            end++;
        Str word = str_slice(rest, 0, end);
        rest = str_from_offset(rest, end);
        if (!url_is_safe(&word, "http https", arena))
            return false;
    }
    return true;
}

/* Which attributes are kept, on which elements ("" for all), with which values. */
static const struct AttributeRule {
    Str name;
    const char *elements;
    bool (*is_good)(Str value, Arena *arena);
} rules[] = {
    { STR_INIT("id"), "", is_text },
    { STR_INIT("lang"), "", is_language },
    { STR_INIT("dir"), "", is_direction },
    { STR_INIT("title"), "", is_text },
    { STR_INIT("width"), "img", is_number },
    { STR_INIT("height"), "img", is_number },
    { STR_INIT("srcset"), "img", are_addresses },
    { STR_INIT("sizes"), "img", is_text },
    { STR_INIT("colspan"), "td th", is_number },
    { STR_INIT("rowspan"), "td th", is_number },
    { STR_INIT("cite"), "blockquote q ins", is_address },
    { STR_INIT("datetime"), "ins time", is_text },
    { STR_INIT("open"), "details", is_flag },
};

static bool is_kept(Str name, Str value, Str element, Arena *arena)
{
    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        if (!str_eq(rules[i].name, name))
            continue;
        bool fits = *rules[i].elements == '\0' || clean_is_word_of(element, rules[i].elements);
        return fits && rules[i].is_good(value, arena);
    }
    return false;
}

void clean_read_attributes(Node *node, const HtmlNode *html, Arena *arena)
{
    bool has_title = node->kind == NODE_LINK || node->kind == NODE_IMAGE; /* of its own */

    for (size_t i = 0; i < html->attribute_count; i++) {
        const HtmlAttribute *attribute = &html->attributes[i];
        if (has_title && str_eq(attribute->name, STR("title")))
            continue;
        if (is_kept(attribute->name, attribute->value, html->name, arena))
            node_set_attribute(node, arena, attribute->name, attribute->value);
    }
}

void clean_filter_attributes(Node *node, Arena *arena)
{
    Str element = node->kind == NODE_IMAGE ? STR("img") : node->kind == NODE_TABLE_CELL ? STR("td") : (Str){ 0 };
    size_t kept = 0;

    for (size_t i = 0; i < node->attribute_count; i++) {
        if (is_kept(node->attributes[i].name, node->attributes[i].value, element, arena))
            node->attributes[kept++] = node->attributes[i];
    }
    node->attribute_count = kept;
}
