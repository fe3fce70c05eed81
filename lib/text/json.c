/* lib/text/json.c - reads JSON by jansson. */
#include "text/json.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* Two of jansson's constructors, not used here, are called as functions of our writer. */
#define json_string jansson_string
#define json_null jansson_null
#include <jansson.h>
#undef json_string
#undef json_null

typedef struct Reader {
    Span span; /* of the whole value: jansson tells no places of its parts */
    Arena *arena;
} Reader;

static bool convert(Tree *out, const Reader *reader, json_t *json, int depth);

static const Tree *convert_new(const Reader *reader, json_t *json, int depth)
{
    Tree *tree = ARENA_NEW(reader->arena, Tree);
    return convert(tree, reader, json, depth) ? tree : NULL;
}

static bool convert_array(Tree *out, const Reader *reader, json_t *json, int depth)
{
    const Tree **items = ARENA_ARRAY(reader->arena, const Tree *, json_array_size(json));
    out->kind = TREE_LIST;
    out->items = items;
    for (; out->item_count < json_array_size(json); out->item_count++) {
        const Tree *item = convert_new(reader, json_array_get(json, out->item_count), depth + 1);
        if (item == NULL)
            return false;
        items[out->item_count] = item;
    }
    return true;
}

static bool convert_object(Tree *out, const Reader *reader, json_t *json, int depth)
{
    TreeEntry *entries = ARENA_ARRAY(reader->arena, TreeEntry, json_object_size(json));
    out->kind = TREE_MAP;
    out->entries = entries;
    for (void *at = json_object_iter(json); at != NULL; at = json_object_iter_next(json, at)) {
        const Tree *value = convert_new(reader, json_object_iter_value(at), depth + 1);
        if (value == NULL)
            return false;
        Str key = { json_object_iter_key(at), json_object_iter_key_len(at) };
        entries[out->entry_count++] = (TreeEntry){ { arena_copy(reader->arena, key), reader->span }, value };
    }
    return true;
}

/* The shortest digits that read back as the same number; JSON's 1.0 stays apart from 1. */
static Str spell_real(double value, Arena *arena)
{
    char digits[32] = "";
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(digits, sizeof(digits), "%.*g", precision, value);
        double again = strtod(digits, NULL);
        if (memcmp(&again, &value, sizeof(value)) == 0)
            break;
    }
    bool whole = strpbrk(digits, ".e") == NULL;
    return arena_join(arena, str_from(digits), whole ? STR(".0") : STR(""), STR(""));
}

static void convert_scalar(Tree *out, Arena *arena, const json_t *json)
{
    switch (json_typeof(json)) {
    case JSON_STRING:
        out->type = TREE_STRING;
        out->quoted = true;
        out->text = arena_copy(arena, (Str){ json_string_value(json), json_string_length(json) });
        break;
    case JSON_INTEGER:
        out->type = TREE_INT;
        out->integer = json_integer_value(json);
        out->text = arena_format(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(json));
        break;
    case JSON_REAL:
        out->type = TREE_FLOAT;
        out->real = json_real_value(json);
        out->text = spell_real(out->real, arena);
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        out->type = TREE_BOOL;
        out->boolean = json_is_true(json);
        out->text = out->boolean ? STR("true") : STR("false");
        break;
    case JSON_NULL:
    case JSON_OBJECT:
    case JSON_ARRAY:
    default:
        out->type = TREE_NULL;
        out->text = STR("null");
        break;
    }
}

static bool convert(Tree *out, const Reader *reader, json_t *json, int depth)
{
    out->span = reader->span;
    if (depth > TREE_MAX_DEPTH)
        return false;
    if (json_is_array(json))
        return convert_array(out, reader, json, depth);
    if (json_is_object(json))
        return convert_object(out, reader, json, depth);
    convert_scalar(out, reader->arena, json);
    return true;
}

static bool is_number_part(int c)
{
    return char_is_digit(c) || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

static bool is_too_big_integer(Str number, Arena *arena)
{
    enum { SMALLEST_TOO_BIG = 19 }; /* digits of 2^63 */
    if (number.len < SMALLEST_TOO_BIG || str_find_char(number, '.', 0) != STR_NONE
        || str_find_char(number, 'e', 0) != STR_NONE || str_find_char(number, 'E', 0) != STR_NONE)
        return false;
    errno = 0;
    strtoll(arena_cstr(arena, number), NULL, 10);
    return errno == ERANGE;
}

static size_t string_end(Str text, size_t at)
{
    for (at++; at < text.len && text.data[at] != '"'; at++)
        at += text.data[at] == '\\';
    return at + 1;
}

/* jansson refuses an integer that does not fit, but reads it as a real when it has an exponent. */
static Str exponents_added(Str text, Arena *arena)
{
    Buf out = { .arena = arena };
    size_t start = 0;
    for (size_t at = 0; at < text.len; at = start) {
        if (text.data[at] == '"') {
            start = string_end(text, at);
            buf_put(&out, str_slice(text, at, start));
            continue;
        }
        while (is_number_part(str_at(text, start)))
            start++;
        start += start == at; /* no number stands here */
        Str part = str_slice(text, at, start);
        buf_put(&out, part);
        if (is_too_big_integer(part, arena))
            buf_put(&out, STR("e0"));
    }
    return buf_str(&out);
}

static json_t *load(Str text, json_error_t *error)
{
    return json_loadb(text.data == NULL ? "" : text.data, text.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, error);
}

/* jansson stops behind the word it cannot use. */
static Span fault_place(Located text, const json_error_t *error)
{
    size_t end = error->position < 0 ? text.str.len : (size_t)error->position;
    size_t start = end > 0 ? end - 1 : 0;
    while (start > 0 && (str_at(text.str, start) & 0xC0) == 0x80)
        start--;
    return located_part(text, start, end);
}

static bool reject(Span place, const json_error_t *error, const char *rule, Diags *diags)
{
    if (json_error_code(error) == json_error_out_of_memory)
        return diag_world(diags, place.source == NULL ? STR("") : place.source->path, ENOMEM, "JSON was not read");
    Str reason = str_from(error->text);
    reason = str_slice(reason, 0, str_find(reason, STR(" near "), 0)); /* what follows is the file's own bytes */
    return diag_error(diags, rule, place, "this is not JSON: " STR_FMT, STR_ARG(reason));
}

static Located without_byte_order_mark(Located text)
{
    return str_starts_with(text.str, STR("\xEF\xBB\xBF")) ? located_slice(text, 3, text.str.len) : text;
}

bool json_read(const Tree **out, Located text, const char *rule, Arena *arena, Diags *diags)
{
    json_error_t error = { 0 };
    text = without_byte_order_mark(text);
    json_t *json = load(text.str, &error);
    Span place = json == NULL ? fault_place(text, &error) : text.span;
    if (json == NULL && json_error_code(&error) == json_error_numeric_overflow) {
        json = load(exponents_added(text.str, arena), &error);
        place = json == NULL && json_error_code(&error) == json_error_numeric_overflow ? place : text.span;
    }
    if (json == NULL)
        return reject(place, &error, rule, diags);
    const Reader reader = { text.span, arena };
    const Tree *tree = convert_new(&reader, json, 0);
    json_decref(json);
    if (tree == NULL)
        return diag_error(diags, rule, text.span, "the JSON is nested more than %d deep", TREE_MAX_DEPTH);
    *out = tree;
    return true;
}
