/* lib/markup/kramdown/attributes.c - attribute lists: `{: .class #id key="value" name}`. */
#include "markup/kramdown/parser.h"
#include "markup/kramdown/scan.h"

enum {
    NAMES_MAX = 64,       /* lists may name each other */
    ATTRIBUTES_MAX = 256, /* of one list, and bytes of its classes: more is left out */
    CLASSES_MAX = 4096,
};

Ial *ial_of(Parser *parser, Ial **ial)
{
    if (*ial == NULL)
        *ial = ARENA_NEW(parser->work, Ial);
    return *ial;
}

void ial_set(Parser *parser, Ial *ial, Str name, Str value)
{
    for (size_t i = 0; i < ial->attributes.len; i++) {
        Attribute *old = &ial->attributes.items[i];
        if (!str_eq(old->name, name))
            continue;
        if (!str_eq(name, STR("class")))
            old->value = value;
        else if (old->value.len + value.len < CLASSES_MAX)
            old->value = arena_join(parser->arena, old->value, STR(" "), value);
        return;
    }
    if (ial->attributes.len < ATTRIBUTES_MAX)
        vec_push(parser->work, &ial->attributes, (Attribute){ name, value });
}

void ial_merge(Parser *parser, Ial *out, const Ial *from)
{
    for (size_t i = 0; i < from->refs.len; i++)
        vec_push(parser->work, &out->refs, from->refs.items[i]);
    for (size_t i = 0; i < from->attributes.len; i++)
        ial_set(parser, out, from->attributes.items[i].name, from->attributes.items[i].value);
}

bool ial_has_ref(const Ial *ial, Str name)
{
    for (size_t i = 0; ial != NULL && i < ial->refs.len; i++) {
        if (str_eq(ial->refs.items[i], name))
            return true;
    }
    return false;
}

bool may_repeat(Parser *parser, size_t len)
{
    if (len > parser->repeats)
        return false;
    parser->repeats -= len;
    return true;
}

/* As many bytes as setting them is work, too. */
static size_t list_size(const Ial *ial)
{
    size_t size = ial->refs.len + ial->attributes.len * ial->attributes.len;

    for (size_t i = 0; i < ial->attributes.len; i++)
        size += ial->attributes.items[i].name.len + ial->attributes.items[i].value.len;
    return size;
}

static void resolve(Parser *parser, Ial *out, const Ial *ial, int *left)
{
    for (size_t i = 0; i < ial->refs.len; i++) {
        const Ial *named = map_get(&parser->lists, ial->refs.items[i]);
        if (named != NULL && (*left)-- > 0 && may_repeat(parser, list_size(named)))
            resolve(parser, out, named, left);
    }
    for (size_t i = 0; i < ial->attributes.len; i++)
        ial_set(parser, out, ial->attributes.items[i].name, ial->attributes.items[i].value);
}

void ial_resolve(Parser *parser, Ial *out, const Ial *ial)
{
    int left = NAMES_MAX;
    if (ial != NULL)
        resolve(parser, out, ial, &left);
}

static void set_on_node(Parser *parser, Node *node, const Attribute *attribute)
{
    bool is_class = str_eq(attribute->name, STR("class"));
    Str value = unescape(parser, attribute->value);
    Str old = is_class ? node_attribute(node, attribute->name) : (Str){ 0 };

    if (str_eq(attribute->name, STR("id")) && str_trim(value).len == 0 && node->kind != NODE_HEADING)
        return;
    if (old.len + value.len >= CLASSES_MAX && is_class)
        return;
    if (old.len > 0)
        value = arena_join(parser->arena, old, STR(" "), value);
    if (!is_class && !str_eq(attribute->name, STR("id")))
        parser->document->has_raw_html = true; /* an author's own attribute may act */
    if (node->attribute_count < ATTRIBUTES_MAX)
        node_set_attribute(node, parser->arena, attribute->name, value);
}

void ial_apply(Parser *parser, Node *node, const Ial *ial)
{
    Ial all = { 0 };

    ial_resolve(parser, &all, ial);
    for (size_t i = 0; i < all.attributes.len; i++)
        set_on_node(parser, node, &all.attributes.items[i]);
}

/* --- reading --- */

static bool ends_word(Str text, size_t at)
{
    return at == text.len || char_is_space(text.data[at]);
}

static Str unescape_value(Parser *parser, Str value, char quote)
{
    if (str_find_char(value, '\\', 0) == STR_NONE)
        return value;
    Buf out = { .arena = parser->arena };
    for (size_t i = 0; i < value.len; i++) {
        int next = str_at(value, i + 1);
        if (value.data[i] != '\\' || (next != '}' && next != quote))
            buf_put_char(&out, value.data[i]);
    }
    return buf_str(&out);
}

/* The quote that ends a value: the first with white space behind it that no backslash escapes; else the last that one
 * does. STR_NONE when there is none. */
static size_t find_value_end(Str text, size_t at, char quote)
{
    size_t escaped = STR_NONE;

    for (; at < text.len; at++) {
        bool ends = text.data[at] == quote && ends_word(text, at + 1);
        if (ends)
            return at;
        int next = str_at(text, at + 1);
        if (text.data[at] != '\\' || (next != '}' && next != quote))
            continue;
        at++;
        if (next == quote && ends_word(text, at + 1))
            escaped = at;
    }
    return escaped;
}

/* `key="value"` */
static size_t read_pair(Parser *parser, Ial *ial, Str text, size_t at, bool *open)
{
    size_t name_end = scan_id(text, at);
    int quote = str_at(text, name_end + 1);

    if (name_end == at || str_at(text, name_end) != '=' || (quote != '"' && quote != '\''))
        return 0;
    bool *is_open = &open[quote == '"'];
    size_t end = *is_open ? STR_NONE : find_value_end(text, name_end + 2, (char)quote);
    *is_open = end == STR_NONE; /* nothing ends a later value either */
    if (end == STR_NONE)
        return 0;
    Str value = unescape_value(parser, str_slice(text, name_end + 2, end), (char)quote);
    ial_set(parser, ial, str_slice(text, at, name_end), value);
    return end + 1;
}

static size_t read_ref(Parser *parser, Ial *ial, Str text, size_t at)
{
    size_t end = scan_id(text, at);

    if (end == at || !ends_word(text, end))
        return 0;
    vec_push(parser->work, &ial->refs, str_slice(text, at, end));
    return end;
}

/* One of `.class` and `#id`; 0 when it is neither. */
static size_t mark_end(Str text, size_t at)
{
    size_t end = at + 1;

    if (str_at(text, at) == '#' && char_is_alpha(str_at(text, end))) {
        while (scan_is_word_char(str_at(text, end)) || str_at(text, end) == ':' || str_at(text, end) == '-')
            end++;
        return end;
    }
    if (str_at(text, at) != '.')
        return 0;
    while (!ends_word(text, end) && text.data[end] != '.' && text.data[end] != '#')
        end++;
    return end > at + 1 ? end : 0;
}

/* `.a.b#c` */
static size_t read_marks(Parser *parser, Ial *ial, Str text, size_t at)
{
    size_t end = at;

    for (size_t next = mark_end(text, at); next > 0; next = mark_end(text, end))
        end = next;
    if (end == at || !ends_word(text, end))
        return 0;
    while (at < end) {
        size_t next = mark_end(text, at);
        Str name = text.data[at] == '.' ? STR("class") : STR("id");
        ial_set(parser, ial, name, str_slice(text, at + 1, next));
        at = next;
    }
    return end;
}

void ial_read(Parser *parser, Ial *ial, Str text)
{
    size_t at = 0;
    bool open[2] = { false, false };

    while (at < text.len) {
        size_t start = char_is_space(text.data[at]) ? at + 1 : at;
        size_t end = read_pair(parser, ial, text, start, open);
        if (end == 0)
            end = read_ref(parser, ial, text, start);
        if (end == 0)
            end = read_marks(parser, ial, text, start);
        if (end == 0)
            for (end = at + 1; !ends_word(text, end); end++)
                ;
        at = end;
    }
}

/* --- finding --- */

/* The first that no backslash escapes; else the last one. */
static size_t find_brace(Str text, size_t at)
{
    size_t escaped = STR_NONE;

    for (;; at++) {
        at = str_find_char(text, '}', at);
        if (at == STR_NONE)
            return escaped;
        if (at == 0 || text.data[at - 1] != '\\')
            return at;
        escaped = at;
    }
}

size_t ial_close(Reader *reader, size_t at)
{
    Sought *brace = &reader->brace;

    if (!brace->known || at < brace->from || (brace->found != STR_NONE && at > brace->found))
        *brace = (Sought){ at, find_brace(reader->text, at), true };
    return brace->found;
}

size_t ial_line_end(Reader *reader, size_t at, Str *content)
{
    Str text = reader->text;
    size_t start = scan_spaces(text, at, 3);

    if (str_at(text, start) != '{' || str_at(text, start + 1) != ':')
        return 0;
    start += 2;
    if (str_at(text, start) == ':' || str_at(text, start) == '/')
        return 0;
    size_t close = ial_close(reader, start);
    if (close == STR_NONE || close == start)
        return 0;
    *content = str_slice(text, start, close);
    return scan_end_of_line(text, close + 1);
}
