/* lib/jekyll/defaults.c */
#include "jekyll/defaults.h"

#include <fnmatch.h>

#include "base/file.h"

static const Str none = { NULL, 0 };

static const Tree *scope_of(const Tree *set)
{
    return tree_get(set, STR("scope"));
}

static Str text_at(const Tree *map, Str key)
{
    const Tree *value = tree_get(map, key);
    return value != NULL && value->kind == TREE_SCALAR && !tree_is_null(value) ? value->text : none;
}

JekyllDefaults jekyll_defaults_read(const Tree *config, Diags *diags)
{
    JekyllDefaults defaults = { tree_get(config, STR("defaults")), tree_get(config, STR("collections_dir")) };
    const Tree *list = defaults.list;

    for (size_t i = 0; list != NULL && list->kind == TREE_LIST && i < list->item_count; i++) {
        const Tree *values = tree_get(list->items[i], STR("values"));
        if (values == NULL || values->kind != TREE_MAP) {
            diag_warning(diags, "config-value", list->items[i]->span, "these defaults have no \"values\" of their own");
            diag_hint(diags, "write scope: and values:, each with keys indented below it");
        }
    }
    return defaults;
}

/* --- which sets hold --------------------------------------------------------------------------------------------- */

/* Without the folder that all collections stand in. */
static Str strip_folder(const JekyllDefaults *defaults, Str path)
{
    Str folder = defaults->collections == NULL ? none : str_trim(defaults->collections->text);
    if (folder.len > 0 && str_starts_with(path, folder) && str_at(path, folder.len) == '/')
        return str_from_offset(path, folder.len + 1);
    return path;
}

static Str scope_path(const Tree *scope)
{
    Str path = text_at(scope, STR("path"));
    return str_at(path, 0) == '/' ? str_from_offset(path, 1) : path;
}

/* A pattern names files or folders; `*` stays within one name, and all below a folder it names is meant too. */
static bool matches_glob(const char *pattern, Str path, Arena *scratch)
{
    for (size_t end = str_find_char(path, '/', 0);; end = str_find_char(path, '/', end + 1)) {
        const char *part = arena_cstr(scratch, str_slice(path, 0, end));
        if (fnmatch(pattern, part, FNM_PATHNAME | FNM_PERIOD) == 0)
            return true;
        if (end == STR_NONE)
            return false;
    }
}

/* Ruby's `**` + `/` stands for any number of folders: it is tried with none, one, two ... */
static bool matches_pattern(Str pattern, Str path, Arena *scratch)
{
    enum { MAX_FOLDERS = 8 };
    size_t stars = str_find(pattern, STR("**/"), 0);
    if (stars == STR_NONE)
        return matches_glob(arena_cstr(scratch, pattern), path, scratch);
    Str rest = str_from_offset(pattern, stars + 3);
    Str tried = str_slice(pattern, 0, stars);
    for (int i = 0; i <= MAX_FOLDERS; i++) {
        if (matches_glob(arena_cstr(scratch, arena_join(scratch, tried, rest, none)), path, scratch))
            return true;
        tried = arena_join(scratch, tried, STR("*/"), none);
    }
    return false;
}

static bool holds_for_path(const JekyllDefaults *defaults, const Tree *scope, Str path)
{
    Str wanted = scope_path(scope);
    Arena scratch = { 0 };

    if (str_find_char(wanted, '*', 0) == STR_NONE)
        return str_starts_with(strip_folder(defaults, path), strip_folder(defaults, wanted));
    bool found = matches_pattern(wanted, path, &scratch);
    arena_free(&scratch);
    return found;
}

static bool holds_for_type(const Tree *scope, Str type)
{
    Str wanted = text_at(scope, STR("type"));
    bool singular = wanted.len + 1 == type.len && str_starts_with(type, wanted) && str_ends_with(type, STR("s"));
    return tree_get(scope, STR("type")) == NULL || str_eq(wanted, type)
           || (singular && (str_eq(wanted, STR("post")) || str_eq(wanted, STR("page"))));
}

/* --- merging ----------------------------------------------------------------------------------------------------- */

/* Whether `scope` is at least as exact as the one that won so far. */
static bool wins(const Tree *scope, const Tree *best)
{
    size_t len = scope_path(scope).len;
    size_t best_len = scope_path(best).len;
    if (len != best_len)
        return len > best_len;
    return tree_get(scope, STR("type")) != NULL || tree_get(best, STR("type")) == NULL;
}

const Tree *jekyll_defaults_for(const JekyllDefaults *defaults, Str path, Str type, Arena *arena)
{
    const Tree *merged = NULL;
    const Tree *best = NULL;
    bool first = true;

    if (defaults->list == NULL || defaults->list->kind != TREE_LIST)
        return NULL;
    for (size_t i = 0; i < defaults->list->item_count; i++) {
        const Tree *scope = scope_of(defaults->list->items[i]);
        const Tree *values = tree_get(defaults->list->items[i], STR("values"));
        if (values == NULL || values->kind != TREE_MAP || !holds_for_type(scope, type)
            || !holds_for_path(defaults, scope, path))
            continue;
        if (first || wins(scope, best)) {
            merged = tree_merge(merged, values, arena);
            best = scope;
        } else {
            merged = tree_merge(values, merged, arena);
        }
        first = false;
    }
    return merged;
}
