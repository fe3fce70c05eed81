/* lib/post/author.c */
#include "post/author.h"

#include "post/field.h"
#include "post/people.h"
#include "text/unicode.h"

typedef struct Reader {
    const PostContext *context;
    VEC(Author) authors;
    Map seen; /* folded names */
    Arena *arena;
    Diags *diags;
} Reader;

static bool refuse(Reader *reader, Span span, const char *what)
{
    diag_stop(reader->diags, "author-type", span, "%s", what);
    diag_hint(reader->diags, "write author: and a name, or authors: and a list of names");
    return false;
}

static void check_typo(Reader *reader, const Author *author)
{
    const Term *near = vocabulary_nearest(reader->context->authors, author->name, reader->arena);
    if (near == NULL)
        return;
    diag_warning(reader->diags, "author-typo", author->span, "the authors file has no \"" STR_FMT "\"",
                 STR_ARG(author->name));
    diag_hint(reader->diags, "did you mean " STR_FMT "?", STR_ARG(near->name));
    if (str_eq(source_text(author->span), author->name))
        diag_fix(reader->diags, author->span, near->name, false);
}

static Str either(Str written, Str known)
{
    return written.len > 0 ? written : known;
}

static void add(Reader *reader, Author author, const Term *term)
{
    if (term != NULL) {
        author.id = term->id;
        author.name = term->name;
        author.url = either(author.url, term->url);
        author.email = either(author.email, term->email);
        author.affiliation = either(author.affiliation, term->affiliation);
    }
    void **slot = map_at(&reader->seen, unicode_fold(author.name, reader->arena));
    if (author.name.len == 0 || *slot != NULL)
        return;
    *slot = reader;
    vec_push(reader->arena, &reader->authors, author);
    if (term == NULL)
        check_typo(reader, &author);
}

static void add_person(Reader *reader, const Person *person)
{
    Author author = {
        .name = person->name.str,
        .url = person->url,
        .email = person->email,
        .affiliation = person->affiliation,
        .span = person->name.span,
    };
    add(reader, author, vocabulary_find(reader->context->authors, author.name, reader->arena));
}

static void add_line(Reader *reader, const Tree *tree)
{
    People people = { 0 };
    people_split(&people, field_text(tree, reader->arena, reader->diags), reader->context->authors, reader->arena);
    for (size_t i = 0; i < people.len; i++)
        add_person(reader, &people.items[i]);
}

static void add_item(Reader *reader, const Tree *tree)
{
    Located text = field_text(tree, reader->arena, reader->diags);
    Person person = people_read_one(text, reader->context->authors, reader->arena);
    add_person(reader, &person);
}

static Str get(Reader *reader, const Tree *map, Str key, Str other_key)
{
    Str text = field_get(map, key, reader->arena, reader->diags);
    return either(text, field_get(map, other_key, reader->arena, reader->diags));
}

static bool add_mapping(Reader *reader, const Tree *map)
{
    const Tree *name = tree_get(map, STR("name"));
    Str id = field_get(map, STR("id"), reader->arena, reader->diags);
    if (name != NULL && name->kind != TREE_SCALAR)
        return refuse(reader, name->span, "expected the name of the author as text");

    Author author = {
        .name = field_get(map, STR("name"), reader->arena, reader->diags),
        .url = get(reader, map, STR("url"), STR("uri")),
        .email = field_get(map, STR("email"), reader->arena, reader->diags),
        .affiliation = get(reader, map, STR("affiliation"), STR("organization")),
        .span = name != NULL ? tree_located(name).span : map->span,
    };
    const Term *term = vocabulary_find(reader->context->authors, either(id, author.name), reader->arena);
    if (term == NULL && author.name.len > 0)
        term = vocabulary_find(reader->context->authors, author.name, reader->arena);
    if (term == NULL && author.name.len == 0)
        return refuse(reader, map->span, "expected a name for the author");
    add(reader, author, term);
    return true;
}

static void read_list(Reader *reader, const Tree *list)
{
    for (size_t i = 0; i < list->item_count; i++) {
        const Tree *item = list->items[i];
        if (item->kind == TREE_LIST)
            refuse(reader, item->span, "expected the name of an author, not a list in the list");
        else if (item->kind == TREE_MAP)
            add_mapping(reader, item);
        else if (!tree_is_null(item))
            add_item(reader, item);
    }
}

void authors_read(Post *out, const PostContext *context, Arena *arena, Diags *diags)
{
    static const Str keys[] = { STR_INIT("authors"), STR_INIT("author") };
    Reader reader = { .context = context, .seen = { .arena = arena }, .arena = arena, .diags = diags };

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        const Tree *value = tree_get(out->front_matter, keys[i]);
        if (tree_is_null(value))
            continue;
        if (value->kind == TREE_LIST)
            read_list(&reader, value);
        else if (value->kind == TREE_MAP)
            add_mapping(&reader, value);
        else
            add_line(&reader, value);
    }
    out->authors = reader.authors.items;
    out->author_count = reader.authors.len;
}
