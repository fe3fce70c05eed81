/* lib/post/vocabulary.c */
#include "post/vocabulary.h"

#include "post/field.h"
#include "text/unicode.h"

typedef struct Reader {
    Vocabulary *vocabulary;
    VEC(const Term *) terms;
    Arena *arena;
    Diags *diags;
} Reader;

static bool is_folded(Str name)
{
    bool space = true;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.data[i];
        if (c < ' ' || c > '~' || ('A' <= c && c <= 'Z') || (space && c == ' '))
            return false;
        space = c == ' ';
    }
    return name.len > 0 && !space;
}

/* By what names are compared: case folded, blanks and NBSP alike, in one normal form. */
static Str fold(Str name, Arena *arena)
{
    if (is_folded(name))
        return name;
    Str folded = unicode_fold(name, arena);
    Buf out = { .arena = arena };
    bool space = false;
    for (size_t at = 0; at < folded.len;) {
        size_t start = at;
        bool nbsp = str_starts_with(str_from_offset(folded, at), STR("\xc2\xa0"));
        at += nbsp ? 2 : 1;
        if (nbsp || char_is_space(str_at(folded, start))) {
            space = out.len > 0;
            continue;
        }
        if (space)
            buf_put_char(&out, ' ');
        space = false;
        buf_put_char(&out, folded.data[start]);
    }
    return buf_str(&out);
}

static void add_name(Reader *reader, Term *term, Located name)
{
    Str folded = fold(name.str, reader->arena);
    void **slot = map_at(&reader->vocabulary->by_name, folded);
    const Term *other = *slot;

    if (other == NULL) {
        *slot = term;
    } else if (other != term) {
        diag_error(reader->diags, "config-value", name.span, "\"" STR_FMT "\" stands for " STR_FMT " already",
                   STR_ARG(name.str), STR_ARG(other->id));
        diag_hint(reader->diags, "give each name to one entry only");
    }
}

static void read_aliases(Reader *reader, Term *term, const Tree *tree)
{
    const Tree *aliases = tree_get(tree, STR("aliases"));
    bool list = aliases != NULL && aliases->kind == TREE_LIST;

    for (size_t i = 0; !tree_is_null(aliases) && i < (list ? aliases->item_count : 1); i++) {
        const Tree *alias = list ? aliases->items[i] : aliases;
        if (alias->kind == TREE_SCALAR)
            add_name(reader, term, field_text(alias, reader->arena, reader->diags));
        else
            diag_error(reader->diags, "config-value", alias->span, "expected a name or a list of names");
    }
}

static Str read_text(const Reader *reader, const Tree *tree, Str key)
{
    const Tree *value = tree_get(tree, key);
    if (value != NULL && value->kind != TREE_SCALAR)
        diag_error(reader->diags, "config-value", value->span, "expected a text");
    return field_get(tree, key, reader->arena, reader->diags);
}

/* The name people see: of `id: Name` the value, of a mapping its `name`, else the id. */
static Located read_name(const Reader *reader, Located id, const Tree *tree)
{
    const Tree *value = tree->kind == TREE_MAP ? tree_get(tree, STR("name")) : tree;
    if (tree_is_null(value))
        return id;
    if (value->kind != TREE_SCALAR) {
        diag_error(reader->diags, "config-value", value->span, "expected a name");
        return id;
    }
    Located name = field_text(value, reader->arena, reader->diags);
    return name.str.len > 0 ? name : id;
}

static void read_term(Reader *reader, Located id, const Tree *tree)
{
    Term *term = ARENA_NEW(reader->arena, Term);
    Located name = read_name(reader, id, tree);

    *term = (Term){
        .id = id.str,
        .name = name.str,
        .url = read_text(reader, tree, STR("url")),
        .email = read_text(reader, tree, STR("email")),
        .affiliation = read_text(reader, tree, STR("affiliation")),
        .description = read_text(reader, tree, STR("description")),
        .tree = tree,
    };
    vec_push(reader->arena, &reader->terms, term);
    add_name(reader, term, id);
    add_name(reader, term, name);
    read_aliases(reader, term, tree);
}

bool vocabulary_read(Vocabulary *out, const Tree *tree, Arena *arena, Diags *diags)
{
    Reader reader = { .vocabulary = out, .arena = arena, .diags = diags };

    *out = (Vocabulary){ .by_name = { .arena = arena } };
    if (tree_is_null(tree))
        return true;
    if (tree->kind == TREE_SCALAR) {
        diag_error(diags, "config-value", tree->span, "expected a mapping from each id to its name");
        return false;
    }
    for (size_t i = 0; i < tree->entry_count; i++)
        read_term(&reader, tree->entries[i].key, tree->entries[i].value);
    for (size_t i = 0; i < tree->item_count; i++) { /* a plain list of labels */
        if (tree->items[i]->kind == TREE_SCALAR)
            read_term(&reader, field_text(tree->items[i], arena, diags), tree->items[i]);
        else
            diag_error(diags, "config-value", tree->items[i]->span, "expected a label");
    }
    out->terms = reader.terms.items;
    out->len = reader.terms.len;
    return true;
}

const Term *vocabulary_find(const Vocabulary *vocabulary, Str name, Arena *scratch)
{
    return vocabulary->by_name.len == 0 ? NULL : map_get(&vocabulary->by_name, fold(name, scratch));
}

const Term *vocabulary_nearest(const Vocabulary *vocabulary, Str name, Arena *scratch)
{
    const Term *nearest = NULL;
    if (vocabulary->by_name.len == 0)
        return NULL;
    Str folded = fold(name, scratch);
    size_t limit = folded.len < 4 ? 0 : folded.len < 8 ? 1 : 2; /* of a short name, an edit makes another name */
    for (size_t i = 0; i < vocabulary->by_name.len; i++) {
        const MapEntry *entry = &vocabulary->by_name.entries[i];
        bool far = entry->key.len > folded.len + limit || folded.len > entry->key.len + limit;
        size_t distance = far ? limit + 1 : str_distance(entry->key, folded, limit);
        if (distance > limit)
            continue;
        nearest = entry->value;
        if (distance == 0)
            break;
        limit = distance - 1;
    }
    return nearest;
}
