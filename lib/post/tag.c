/* lib/post/tag.c */
#include "post/tag.h"

#include "post/field.h"
#include "post/identity.h"
#include "text/unicode.h"

typedef struct Reader {
    const PostContext *context;
    VEC(Tag) tags;
    Map seen;  /* folded labels */
    Span last; /* of the item read before, where it was one of a list */
    Arena *arena;
    Diags *diags;
} Reader;

static bool is_between_items(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!char_is_space(text.data[i]) && text.data[i] != ',' && text.data[i] != '-')
            return false;
    }
    return true;
}

/* Where nothing but a comma, or a hyphen on its line, stands before a second item of a list, both can go. */
static void report_duplicate(Reader *reader, Located label, Span item)
{
    diag_warning(reader->diags, "tag-duplicate", label.span, "the tag \"" STR_FMT "\" stands twice",
                 STR_ARG(label.str));
    diag_hint(reader->diags, "take the second one out");
    if (reader->last.source == NULL || reader->last.source != item.source || reader->last.end > item.start)
        return;
    Span before = { item.source, reader->last.end, item.start };
    if (is_between_items(source_text(before)))
        diag_fix(reader->diags, (Span){ item.source, before.start, item.end }, (Str){ NULL, 0 }, true);
}

static void add(Reader *reader, Located text, Span item)
{
    const Term *term = vocabulary_find(reader->context->tags, text.str, reader->arena);
    Str label = term == NULL ? text.str : term->name;
    void **slot = map_at(&reader->seen, unicode_fold(label, reader->arena));

    if (text.str.len == 0)
        return;
    if (*slot != NULL) {
        report_duplicate(reader, text, item);
        return;
    }
    *slot = reader;
    vec_push(reader->arena, &reader->tags, (Tag){ label, slug_of_label(label, reader->arena), text.span });
}

/* Jekyll's words keep a comma at their end; nobody means a tag of that name. */
static void add_words(Reader *reader, Located text)
{
    const Span none = { 0 };
    for (size_t at = 0; at < text.str.len;) {
        size_t end = at;
        while (end < text.str.len && !char_is_space(str_at(text.str, end)))
            end++;
        size_t word = end;
        while (word > at && str_at(text.str, word - 1) == ',')
            word--;
        add(reader, located_slice(text, at, word), none);
        at = end + 1;
    }
}

static void add_between_commas(Reader *reader, Located text)
{
    const Span none = { 0 };
    for (size_t at = 0; at < text.str.len;) {
        size_t comma = str_find_char(text.str, ',', at);
        size_t end = comma == STR_NONE ? text.str.len : comma;
        add(reader, located_trim(located_slice(text, at, end)), none);
        at = end + 1;
    }
}

static void refuse(Reader *reader, const Tree *tree)
{
    diag_stop(reader->diags, "tag-type", tree->span, "expected a tag, not a %s",
              tree->kind == TREE_LIST ? "list in the list" : "mapping");
    diag_hint(reader->diags, "write tags: [one, two]; a tag with a colon in it stands in quotes");
}

static void add_list(Reader *reader, const Tree *list)
{
    for (size_t i = 0; i < list->item_count; i++) {
        const Tree *item = list->items[i];
        if (item->kind != TREE_SCALAR) {
            refuse(reader, item);
        } else if (!tree_is_null(item)) {
            add(reader, field_text(item, reader->arena, reader->diags), item->span);
            reader->last = item->span;
        }
    }
}

void tags_read(Post *out, const PostContext *context, Arena *arena, Diags *diags)
{
    Reader reader = { .context = context, .seen = { .arena = arena }, .arena = arena, .diags = diags };
    const Tree *one = context->jekyll ? tree_get(out->front_matter, STR("tag")) : NULL;
    const Tree *many = tree_get(out->front_matter, STR("tags"));

    if (!tree_is_null(one) && one->kind == TREE_SCALAR)
        add(&reader, field_text(one, arena, diags), (Span){ 0 });
    bool list = !tree_is_null(many) && many->kind == TREE_LIST;
    bool text = !tree_is_null(many) && many->kind == TREE_SCALAR;
    if (many != NULL && many->kind == TREE_MAP)
        refuse(&reader, many);
    else if (list)
        add_list(&reader, many);
    else if (text && context->jekyll)
        add_words(&reader, field_text(many, arena, diags));
    else if (text)
        add_between_commas(&reader, field_text(many, arena, diags));
    out->tags = reader.tags.items;
    out->tag_count = reader.tags.len;
}
