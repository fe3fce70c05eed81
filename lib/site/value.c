/* lib/site/value.c */
#include "site/value.h"

static const Tree *get_value(const Tree *map, const char *key)
{
    const Tree *value = tree_get(map, str_from(key));
    return tree_is_null(value) ? NULL : value;
}

static const Tree *get_scalar(const Tree *map, const char *key, const char *want, Diags *diags)
{
    const Tree *value = get_value(map, key);
    if (value == NULL || value->kind == TREE_SCALAR)
        return value;
    diag_error(diags, "config-value", value->span, "\"%s\" takes %s", key, want);
    return NULL;
}

Str value_text(const Tree *map, const char *key, Str otherwise, Diags *diags)
{
    const Tree *value = get_scalar(map, key, "one text", diags);
    return value == NULL ? otherwise : str_trim(value->text);
}

bool value_bool(const Tree *map, const char *key, bool otherwise, Diags *diags)
{
    const Tree *value = get_scalar(map, key, "true or false", diags);
    if (value == NULL)
        return otherwise;
    if (value->type == TREE_BOOL)
        return value->boolean;
    diag_error(diags, "config-value", value->span, "\"%s\" takes true or false", key);
    return otherwise;
}

int64_t value_int(const Tree *map, const char *key, int64_t otherwise, int64_t min, int64_t max, Diags *diags)
{
    const Tree *value = get_scalar(map, key, "a whole number", diags);
    if (value == NULL)
        return otherwise;
    if (value->type == TREE_INT && value->integer >= min && value->integer <= max)
        return value->integer;
    diag_error(diags, "config-value", value->span, "\"%s\" takes a whole number from %lld to %lld", key, (long long)min,
               (long long)max);
    return otherwise;
}

int value_choice(const Tree *map, const char *key, int otherwise, const char *const *choices, Diags *diags)
{
    const Tree *value = get_scalar(map, key, "one word", diags);
    if (value == NULL)
        return otherwise;
    Buf list = { .arena = diags->arena };
    for (int i = 0; choices[i] != NULL; i++) {
        if (str_eq_nocase(value->text, str_from(choices[i])))
            return i;
        buf_put_format(&list, "%s%s", i == 0 ? "" : ", ", choices[i]);
    }
    diag_error(diags, "config-value", value->span, "\"%s\" takes one of: " STR_FMT, key, STR_ARG(buf_str(&list)));
    return otherwise;
}

StrList value_list(const Tree *map, const char *key, Arena *arena, Diags *diags)
{
    const Tree *value = get_value(map, key);
    VEC(Str) list = { 0 };

    if (value != NULL && value->kind == TREE_SCALAR)
        vec_push(arena, &list, str_trim(value->text));
    else if (value != NULL && value->kind == TREE_MAP)
        diag_error(diags, "config-value", value->span, "\"%s\" takes a list", key);
    for (size_t i = 0; value != NULL && value->kind == TREE_LIST && i < value->item_count; i++) {
        if (value->items[i]->kind == TREE_SCALAR)
            vec_push(arena, &list, str_trim(value->items[i]->text));
        else
            diag_error(diags, "config-value", value->items[i]->span, "\"%s\" takes a list of texts", key);
    }
    return (StrList){ list.items, list.len };
}

const Tree *value_map(const Tree *map, const char *key, Diags *diags)
{
    const Tree *value = get_value(map, key);
    if (value == NULL || value->kind == TREE_MAP)
        return value;
    diag_error(diags, "config-value", value->span, "\"%s\" takes keys of its own, indented below it", key);
    return NULL;
}

static const char *nearest(Str key, const char *const *known)
{
    const char *best = NULL;
    size_t best_distance = 3;
    for (size_t i = 0; known[i] != NULL; i++) {
        size_t distance = str_distance(key, str_from(known[i]), 2);
        if (distance < best_distance) {
            best = known[i];
            best_distance = distance;
        }
    }
    return best;
}

static bool is_known(Str key, const char *const *known)
{
    for (size_t i = 0; known[i] != NULL; i++) {
        if (str_eq(key, str_from(known[i])))
            return true;
    }
    return false;
}

void value_check_keys(const Tree *map, const char *const *known, Diags *diags)
{
    for (size_t i = 0; map != NULL && i < map->entry_count; i++) {
        Located key = map->entries[i].key;
        if (is_known(key.str, known))
            continue;
        diag_warning(diags, "config-unknown-key", key.span, "unknown key \"" STR_FMT "\"", STR_ARG(key.str));
        const char *guess = nearest(key.str, known);
        if (guess != NULL)
            diag_hint(diags, "did you mean \"%s\"?", guess);
        else
            diag_hint(diags, "docs/FORMATS.md lists the keys; a value for templates goes under \"vars\"");
    }
}
