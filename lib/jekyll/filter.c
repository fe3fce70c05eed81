/* lib/jekyll/filter.c */
#include "jekyll/filter.h"

#include <fnmatch.h>

#include "base/file.h"

/* As in Jekyll, a pattern also means all that begins like it, and its `*` stands for slashes too. */
static bool matches(Str pattern, Str path)
{
    Arena scratch = { 0 };

    if (str_at(pattern, 0) == '/')
        pattern = str_from_offset(pattern, 1);
    if (pattern.len == 0)
        return false;
    bool found =
        str_starts_with(path, pattern) || fnmatch(arena_cstr(&scratch, pattern), arena_cstr(&scratch, path), 0) == 0;
    arena_free(&scratch);
    return found;
}

static bool is_listed(StrList patterns, Str path)
{
    for (size_t i = 0; i < patterns.len; i++) {
        if (matches(patterns.items[i], path))
            return true;
    }
    return false;
}

static bool is_item(StrList list, Str item)
{
    for (size_t i = 0; i < list.len; i++) {
        if (str_eq(list.items[i], item))
            return true;
    }
    return false;
}

/* What `include:` names word for word is excluded no more. */
static bool is_excluded(const JekyllPaths *paths, Str path)
{
    for (size_t i = 0; i < paths->exclude.len; i++) {
        if (matches(paths->exclude.items[i], path) && !is_item(paths->include, paths->exclude.items[i]))
            return true;
    }
    return false;
}

static bool is_special(Str name)
{
    int first = str_at(name, 0);
    return first == '_' || first == '.' || first == '#' || first == '~' || str_at(name, name.len - 1) == '~';
}

bool filter_includes(const JekyllPaths *paths, Str entry)
{
    return is_listed(paths->include, entry) || is_listed(paths->include, path_name(entry));
}

bool filter_drops(const JekyllPaths *paths, Str folder, Str entry)
{
    Arena scratch = { 0 };

    if (filter_includes(paths, entry))
        return false;
    bool dropped =
        is_special(entry) || is_special(path_name(entry)) || is_excluded(paths, path_join(&scratch, folder, entry));
    arena_free(&scratch);
    return dropped;
}

bool filter_drops_path(const JekyllPaths *paths, Str path)
{
    for (size_t start = 0; start < path.len;) {
        size_t slash = str_find_char(path, '/', start);
        size_t end = slash == STR_NONE ? path.len : slash;
        Str folder = start == 0 ? (Str){ NULL, 0 } : str_slice(path, 0, start - 1);
        if (filter_drops(paths, folder, str_slice(path, start, end)))
            return true;
        if (slash != STR_NONE && is_excluded(paths, str_slice(path, 0, slash + 1))
            && !filter_includes(paths, str_slice(path, start, end)))
            return true;
        start = end + 1;
    }
    return false;
}
