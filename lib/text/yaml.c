/* lib/text/yaml.c - the wrapper of libyaml: its events become a Tree. */
#include "text/yaml.h"

#include <errno.h>
#include <yaml.h>

#include "text/yaml_entries.h"
#include "text/yaml_hint.h"

#define CORE_TAG "tag:yaml.org,2002:"
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct Anchor {
    const Tree *node; /* NULL while it is being read */
    size_t weight;    /* nodes in it, aliases followed */
    int height;       /* of lists and mappings in it, one inside the other */
} Anchor;

/* libyaml counts code points. Its marks hardly ever go back, so we walk from the last place asked for. */
typedef struct Cursor {
    Str text;
    size_t index; /* in code points */
    size_t offset;
    bool ascii; /* the two are the same */
} Cursor;

typedef struct Reader {
    yaml_parser_t parser;
    yaml_event_t event;
    Cursor cursor;
    Span region;
    Map anchors;
    size_t nodes, aliases;
    bool last_wins; /* of a key that stands twice */
    int depth;
    int height;   /* of the node read last */
    uint32_t end; /* behind the node read last */
    Arena *arena;
    Arena *scratch; /* ends with the reader */
    Diags *diags;
} Reader;

static bool is_continuation(Str text, size_t at)
{
    return (str_at(text, at) & 0xC0) == 0x80 && at < text.len;
}

static size_t offset_of(Cursor *cursor, size_t index)
{
    if (cursor->ascii)
        return index < cursor->text.len ? index : cursor->text.len;
    while (cursor->index < index && cursor->offset < cursor->text.len) {
        do
            cursor->offset++;
        while (is_continuation(cursor->text, cursor->offset));
        cursor->index++;
    }
    while (cursor->index > index) {
        do
            cursor->offset--;
        while (is_continuation(cursor->text, cursor->offset));
        cursor->index--;
    }
    return cursor->offset;
}

static Span span_between(Reader *reader, yaml_mark_t start, yaml_mark_t end)
{
    size_t from = offset_of(&reader->cursor, start.index);
    return span_part(reader->region, from, offset_of(&reader->cursor, end.index));
}

static Span event_span(Reader *reader)
{
    return span_between(reader, reader->event.start_mark, reader->event.end_mark);
}

static bool reject_reading(Reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        return diag_world(reader->diags, reader->region.source->path, ENOMEM, "YAML was not read");
    if (parser->error == YAML_READER_ERROR) {
        size_t end = parser->problem_offset + 1;
        while (is_continuation(reader->cursor.text, end))
            end++;
        Span place = span_part(reader->region, parser->problem_offset, end);
        if (parser->problem_value < 0x80) /* whoever made the source has told of it */
            return false;
        diag_stop(reader->diags, "control-char", place, "the character U+%04X may not stand in YAML",
                  (unsigned)parser->problem_value);
        diag_hint(reader->diags, "remove it: it cannot be seen, and mostly comes in by copying from another program");
        return false;
    }
    size_t noticed = offset_of(&reader->cursor, parser->problem_mark.index);
    return yaml_explain(reader->region, noticed, parser->problem, reader->diags);
}

static bool next_event(Reader *reader)
{
    yaml_event_delete(&reader->event);
    return yaml_parser_parse(&reader->parser, &reader->event) != 0 || reject_reading(reader);
}

static bool reject_limit(Reader *reader, Span place, const char *what, int limit)
{
    return diag_stop(reader->diags, "yaml-limit", place, "%s (the limit is %d)", what, limit);
}

static bool count_nodes(Reader *reader, size_t more)
{
    reader->nodes += more;
    if (reader->nodes <= YAML_MAX_NODES)
        return true;
    return reject_limit(reader, event_span(reader), "there are too many values, aliases followed", YAML_MAX_NODES);
}

static bool is_plain_data(Str tag)
{
    static const Str kinds[] = { STR_INIT("str"),  STR_INIT("int"),       STR_INIT("float"), STR_INIT("bool"),
                                 STR_INIT("null"), STR_INIT("timestamp"), STR_INIT("seq"),   STR_INIT("map") };
    if (tag.len == 0 || str_eq(tag, STR("!")))
        return true;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (str_starts_with(tag, STR(CORE_TAG)) && str_eq(str_from_offset(tag, sizeof(CORE_TAG) - 1), kinds[i]))
            return true;
    }
    return false;
}

static bool is_name_part(int c)
{
    return char_is_alnum(c) || c == '_' || c == '-';
}

/* How far a tag or anchor reaches: a name, or all up to white space; a tag in full, `!<...>`, may hold what ends
 * others. */
static size_t property_end(Str text)
{
    size_t close = str_starts_with(text, STR("!<")) ? str_find_char(text, '>', 0) : STR_NONE;
    if (close != STR_NONE)
        return close + 1;
    bool anchor = str_at(text, 0) == '&';
    size_t at = 1;
    while (at < text.len && (anchor ? is_name_part(str_at(text, at)) : !char_is_space(str_at(text, at))))
        at++;
    return at;
}

static bool check_tag(Reader *reader, const yaml_char_t *tag)
{
    if (is_plain_data(str_from((const char *)tag)))
        return true;
    Span place = event_span(reader);
    Str source = source_text(place);
    size_t start = str_find_char(source, '!', 0);
    start = start == STR_NONE ? 0 : start;
    size_t end = start + property_end(str_from_offset(source, start));
    Str written = str_slice(source, start, end);
    diag_stop(reader->diags, "yaml-tag-refused", span_part(place, start, end),
              "the tag \"" STR_FMT "\" asks for something that is no plain data", STR_ARG(written));
    diag_hint(reader->diags, "remove the tag, or put the value in quotes where it is meant as text");
    return false;
}

static bool is_idle(Str source, size_t at)
{
    bool line_start = at > 0 && (source.data[at - 1] == '\n' || source.data[at - 1] == '\r');
    return char_is_space(str_at(source, at)) || str_at(source, at) == '#'
           || (line_start && str_starts_with(str_from_offset(source, at), STR(BYTE_ORDER_MARK)));
}

/* Moves over white space and comments; a byte order mark at a line's start is white to libyaml. */
static size_t skip_idle(Str source, size_t at)
{
    while (at < source.len && is_idle(source, at)) {
        size_t end = str_at(source, at) == '#' ? str_find_char(source, '\n', at) : at;
        at = end == STR_NONE ? source.len : end + 1;
        while (is_continuation(source, at))
            at++;
    }
    return at;
}

/* An event begins at its node's anchor and tag: the place of the value alone is behind them. */
static Span without_properties(Span span)
{
    Str source = source_text(span);
    size_t at = 0;
    while (str_at(source, at) == '&' || str_at(source, at) == '!')
        at = skip_idle(source, at + property_end(str_from_offset(source, at)));
    return span_part(span, at, source.len);
}

static Span scalar_span(Reader *reader)
{
    Span span = event_span(reader);
    bool has_properties = reader->event.data.scalar.anchor != NULL || reader->event.data.scalar.tag != NULL;
    if (has_properties)
        span = without_properties(span);
    yaml_scalar_style_t style = reader->event.data.scalar.style;
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
        span = span_part(span, 0, str_trim_right(source_text(span)).len);
    return span;
}

static void *copy_array(Reader *reader, const void *items, size_t count, size_t size)
{
    void *copy = arena_alloc_array(reader->arena, count, size);
    if (count > 0)
        memcpy(copy, items, count * size);
    return copy;
}

static Tree *new_node(Reader *reader, TreeKind kind)
{
    Tree *node = ARENA_NEW(reader->arena, Tree);
    node->kind = kind;
    return node;
}

static const Tree *read_scalar(Reader *reader)
{
    const yaml_char_t *tag = reader->event.data.scalar.tag;
    if (!check_tag(reader, tag) || !count_nodes(reader, 1))
        return NULL;
    Tree *scalar = new_node(reader, TREE_SCALAR);
    Str value = { (const char *)reader->event.data.scalar.value, reader->event.data.scalar.length };
    scalar->span = scalar_span(reader);
    scalar->quoted = reader->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    scalar->text = arena_copy(reader->arena, value);
    reader->end = scalar->span.end;
    reader->height = 0;
    bool text = scalar->quoted
                || (tag != NULL
                    && (str_eq(str_from((const char *)tag), STR("!"))
                        || str_eq(str_from((const char *)tag), STR(CORE_TAG "str"))));
    if (text)
        scalar->type = TREE_STRING;
    else
        yaml_resolve(scalar);
    return scalar;
}

/* Mostly a text that begins with a star. */
static const Tree *reject_alias(Reader *reader, Span place, Str name)
{
    if (yaml_find_slip(reader->region, place.start - reader->region.start, reader->diags))
        return NULL;
    Str text = source_text(place);
    Str quoted = yaml_quote(text, reader->diags->arena);
    diag_stop(reader->diags, "yaml-syntax", place, "\"*" STR_FMT "\" repeats a value that is named nowhere above",
              STR_ARG(name));
    diag_hint(reader->diags, "put a text that begins with \"*\" in quotes: " STR_FMT, STR_ARG(quoted));
    diag_fix(reader->diags, place, quoted, false);
    return NULL;
}

static const Tree *read_alias(Reader *reader)
{
    Span place = event_span(reader);
    Str name = str_from((const char *)reader->event.data.alias.anchor);
    const Anchor *anchor = map_get(&reader->anchors, name);
    if (anchor == NULL)
        return reject_alias(reader, place, name);
    bool fits = true;
    if (anchor->node == NULL)
        fits = diag_stop(reader->diags, "yaml-limit", place, "\"*" STR_FMT "\" stands inside the value that it repeats",
                         STR_ARG(name));
    else if (++reader->aliases > YAML_MAX_ALIASES)
        fits = reject_limit(reader, place, "too many values are repeated with \"*\"", YAML_MAX_ALIASES);
    else if (reader->depth + anchor->height > YAML_MAX_DEPTH)
        fits = reject_limit(reader, place, "the values are nested too deep", YAML_MAX_DEPTH);
    reader->height = anchor->height;
    reader->end = place.end;
    return fits && count_nodes(reader, anchor->weight) ? anchor->node : NULL;
}

static const Tree *read_node(Reader *reader);

/* What lists and mappings have in common: a place, which ends with the last of their parts, and a depth. */
static bool enter(Reader *reader, Tree *node, const yaml_char_t *tag)
{
    if (!check_tag(reader, tag) || !count_nodes(reader, 1))
        return false;
    node->span = without_properties(event_span(reader));
    reader->end = node->span.end;
    if (++reader->depth <= YAML_MAX_DEPTH)
        return true;
    return reject_limit(reader, node->span, "the values are nested too deep", YAML_MAX_DEPTH);
}

static void leave(Reader *reader, Tree *node, bool flow, int highest_part)
{
    if (flow)
        reader->end = event_span(reader).end;
    node->span.end = reader->end;
    reader->height = highest_part + 1;
    reader->depth--;
}

static const Tree *read_list(Reader *reader)
{
    Tree *list = new_node(reader, TREE_LIST);
    VEC(const Tree *) items = { 0 };
    bool flow = reader->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    int highest = 0;
    if (!enter(reader, list, reader->event.data.sequence_start.tag) || !next_event(reader))
        return NULL;
    while (reader->event.type != YAML_SEQUENCE_END_EVENT) {
        const Tree *item = read_node(reader);
        if (item == NULL || !next_event(reader))
            return NULL;
        vec_push(reader->scratch, &items, item);
        highest = reader->height > highest ? reader->height : highest;
    }
    leave(reader, list, flow, highest);
    list->items = copy_array(reader, items.items, items.len, sizeof(items.items[0]));
    list->item_count = items.len;
    return list;
}

static const Tree *read_key(Reader *reader)
{
    bool scalar = reader->event.type == YAML_SCALAR_EVENT || reader->event.type == YAML_ALIAS_EVENT;
    const Tree *key = scalar ? read_node(reader) : NULL;
    if (!scalar || (key != NULL && key->kind != TREE_SCALAR)) {
        yaml_explain(reader->region, offset_of(&reader->cursor, reader->event.start_mark.index),
                     "a list or a mapping stands where a key is expected", reader->diags);
        return NULL;
    }
    if (key == NULL || key->text.len <= YAML_MAX_KEY_BYTES)
        return key;
    reject_limit(reader, key->span, "the key is too long", YAML_MAX_KEY_BYTES);
    return NULL;
}

static const Tree *read_map(Reader *reader)
{
    Tree *map = new_node(reader, TREE_MAP);
    YamlEntries entries = { .known = { .arena = reader->scratch }, .last_wins = reader->last_wins };
    bool flow = reader->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    int highest = 0;
    if (!enter(reader, map, reader->event.data.mapping_start.tag) || !next_event(reader))
        return NULL;
    while (reader->event.type != YAML_MAPPING_END_EVENT) {
        const Tree *key = read_key(reader);
        if (key == NULL || !next_event(reader))
            return NULL;
        const Tree *value = read_node(reader);
        if (value == NULL || !yaml_entries_add(&entries, key, value, reader->diags) || !next_event(reader))
            return NULL;
        highest = reader->height > highest ? reader->height : highest;
    }
    leave(reader, map, flow, highest);
    map->entries = copy_array(reader, entries.items, entries.len, sizeof(TreeEntry));
    map->entry_count = entries.len;
    return map;
}

static const yaml_char_t *event_anchor(const yaml_event_t *event)
{
    if (event->type == YAML_SCALAR_EVENT)
        return event->data.scalar.anchor;
    if (event->type == YAML_SEQUENCE_START_EVENT)
        return event->data.sequence_start.anchor;
    return event->type == YAML_MAPPING_START_EVENT ? event->data.mapping_start.anchor : NULL;
}

static Anchor *open_anchor(Reader *reader)
{
    const yaml_char_t *name = event_anchor(&reader->event);
    if (name == NULL)
        return NULL;
    Anchor *anchor = ARENA_NEW(reader->scratch, Anchor);
    map_put(&reader->anchors, arena_copy(reader->scratch, str_from((const char *)name)), anchor);
    return anchor;
}

/* Begins on a node's first event and ends on its last. */
static const Tree *read_node(Reader *reader)
{
    if (reader->event.type == YAML_ALIAS_EVENT)
        return read_alias(reader);
    Anchor *anchor = open_anchor(reader);
    size_t nodes_before = reader->nodes;
    const Tree *node = NULL;
    if (reader->event.type == YAML_SCALAR_EVENT)
        node = read_scalar(reader);
    else if (reader->event.type == YAML_SEQUENCE_START_EVENT)
        node = read_list(reader);
    else
        node = read_map(reader);
    if (anchor != NULL)
        *anchor = (Anchor){ node, reader->nodes - nodes_before, reader->height };
    return node;
}

static const Tree *read_empty(Reader *reader)
{
    Tree *null = new_node(reader, TREE_SCALAR);
    null->span = span_part(reader->region, 0, 0);
    null->type = TREE_NULL;
    return null;
}

static bool reject_second_document(Reader *reader)
{
    Span place = event_span(reader);
    diag_stop(reader->diags, "yaml-syntax", place, "a second document begins here");
    diag_hint(reader->diags, "remove this line: one document is all that is read");
    return false;
}

static const Tree *read_document(Reader *reader)
{
    if (!next_event(reader) || !next_event(reader)) /* the stream's start, and the document's */
        return NULL;
    if (reader->event.type == YAML_STREAM_END_EVENT)
        return read_empty(reader);
    if (!next_event(reader))
        return NULL;
    const Tree *tree = read_node(reader);
    if (tree == NULL || !next_event(reader) || !next_event(reader)) /* the document's end, and what follows */
        return NULL;
    if (reader->event.type != YAML_STREAM_END_EVENT && !reject_second_document(reader))
        return NULL;
    return tree;
}

static bool is_ascii(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.data[i] >= 0x80)
            return false;
    }
    return true;
}

static bool read_region(const Tree **out, Span region, bool last_wins, Arena *arena, Diags *diags)
{
    Arena scratch = { 0 };
    Reader reader = { .region = region, .last_wins = last_wins, .arena = arena, .scratch = &scratch, .diags = diags };
    if (str_starts_with(source_text(region), STR(BYTE_ORDER_MARK)))
        reader.region = span_part(region, 3, region.end - region.start);
    Str text = source_text(reader.region);
    reader.cursor = (Cursor){ .text = text, .ascii = is_ascii(text) };
    reader.anchors.arena = &scratch;
    if (yaml_parser_initialize(&reader.parser) == 0)
        return diag_world(diags, region.source->path, ENOMEM, "YAML was not read");

    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)(text.len == 0 ? "" : text.data), text.len);
    const Tree *tree = read_document(&reader);
    yaml_event_delete(&reader.event);
    yaml_parser_delete(&reader.parser);
    arena_free(&scratch);
    if (tree != NULL)
        *out = tree;
    return tree != NULL;
}

bool yaml_read(const Tree **out, Span region, Arena *arena, Diags *diags)
{
    return read_region(out, region, false, arena, diags);
}

bool yaml_read_data(const Tree **out, Span region, Arena *arena, Diags *diags)
{
    return read_region(out, region, true, arena, diags);
}
