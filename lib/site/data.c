/* lib/site/data.c - the files of `site.data`. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "site/load.h"
#include "site/value.h"
#include "text/csv.h"
#include "text/json.h"
#include "text/yaml.h"

typedef VEC(TreeEntry) Entries;

/* In the order in which Jekyll reads those of a folder. */
static const Str extensions[] = { STR_INIT(".yaml"), STR_INIT(".yml"), STR_INIT(".json"), STR_INIT(".csv"),
                                  STR_INIT(".tsv") };
enum { EXTENSION_COUNT = sizeof(extensions) / sizeof(extensions[0]), CSV = 3, TSV = 4 };

static size_t rank(Str path)
{
    Str extension = path_extension(path);
    size_t i = 0;
    while (i < EXTENSION_COUNT && !str_eq(extension, extensions[i]))
        i++;
    return i;
}

/* --- one file ---------------------------------------------------------------------------------------------------- */

/* `csv_reader: {headers: false}` asks for rows without names. */
static bool has_headers(Site *site, const char *key)
{
    return value_bool(value_map(site->config.tree, key, site->diags), "headers", true, site->diags);
}

static Located text_of(const Source *source)
{
    Located text = { source->text, span_whole(source) };
    bool mark = str_starts_with(text.str, STR("\xEF\xBB\xBF"));
    return located_slice(text, mark ? 3 : 0, text.str.len);
}

static const Tree *read_file(Site *site, Str path)
{
    const Tree *tree = NULL;
    const Source *source;
    Str full = path_join(site->arena, site->root, path);
    CsvOptions options = { .separator = rank(path) == TSV ? '\t' : ',', .rule = "config-syntax" };

    if (!source_read(&source, full, site_shown_path(site, path, site->arena), site->arena, site->diags))
        return NULL;
    Located text = text_of(source);
    bool ok;
    if (rank(path) >= CSV) {
        options.headers = has_headers(site, rank(path) == TSV ? "tsv_reader" : "csv_reader");
        ok = csv_read(&tree, text, &options, site->arena, site->diags);
    } else if (str_ends_with(path, STR(".json"))) {
        ok = json_read(&tree, text, options.rule, site->arena, site->diags);
    } else {
        ok = yaml_read_data(&tree, text.span, site->arena, site->diags);
    }
    return ok ? tree : NULL;
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

static Tree *map_of(Arena *arena, const Entries *entries)
{
    Tree *map = ARENA_NEW(arena, Tree);
    *map = (Tree){ .kind = TREE_MAP, .entries = entries->items, .entry_count = entries->len };
    return map;
}

/* As Jekyll makes a name that templates can write: letters, digits, `_` and `-`; white space is `_`. */
static Str key_of(Str name, Arena *arena)
{
    Buf key = { .arena = arena };
    bool spaced = false;

    for (size_t i = 0; i < name.len; i++) {
        int c = str_at(name, i);
        bool kept = char_is_alnum(c) || c == '_' || c == '-';
        if (kept && spaced && key.len > 0)
            buf_put_char(&key, '_');
        if (kept)
            buf_put_char(&key, (char)c);
        spaced = char_is_space(c) || (spaced && !kept);
    }
    return buf_str(&key);
}

/* Wraps `value` into a mapping for each folder of `path`: a/b.yml becomes {a: {b: value}}. */
static const Tree *nest(Site *site, Str path, const Tree *value)
{
    Str name = path_stem(path);
    for (Str rest = path; name.len > 0; rest = path_folder(rest), name = path_name(rest)) {
        Entries entries = { 0 };
        Str key = key_of(name, site->arena);
        vec_push(site->arena, &entries, (TreeEntry){ .key = { .str = key }, .value = value });
        value = map_of(site->arena, &entries);
        if (path_folder(rest).len == 0)
            break;
    }
    return value;
}

/* Of each folder its files first, by extension and name, then its folders. */
static int by_reading(const void *left, const void *right)
{
    Str a = *(const Str *)left;
    Str b = *(const Str *)right;
    Str a_rest = a;
    Str b_rest = b;
    Str a_part;
    Str b_part;

    do {
        if (!str_split(&a_part, &a_rest, '/') || !str_split(&b_part, &b_rest, '/'))
            return str_cmp(a, b);
    } while (str_eq(a_part, b_part));
    bool a_is_file = a_rest.data == NULL;
    bool b_is_file = b_rest.data == NULL;
    if (a_is_file != b_is_file)
        return a_is_file ? -1 : 1;
    if (a_is_file && rank(a) != rank(b))
        return rank(a) < rank(b) ? -1 : 1;
    return str_cmp(a_part, b_part);
}

const Tree *site_read_data(Site *site, Str folder)
{
    StrList found;
    VEC(Str) files = { 0 };
    Entries empty = { 0 };
    const Tree *data = map_of(site->arena, &empty);

    if (!file_list(&found, path_join(site->arena, site->root, folder), site->arena, site->diags))
        return data;
    for (size_t i = 0; i < found.len; i++) {
        if (rank(found.items[i]) < EXTENSION_COUNT)
            vec_push(site->arena, &files, found.items[i]);
    }
    if (files.len > 1)
        qsort(files.items, files.len, sizeof(Str), by_reading);
    for (size_t i = 0; i < files.len; i++) {
        const Tree *tree = read_file(site, path_join(site->arena, folder, files.items[i]));
        if (tree != NULL)
            data = tree_merge(data, nest(site, files.items[i], tree), site->arena);
    }
    return data;
}
