/* lib/lsp/document.c */
#include "lsp/document.h"

#include "base/file.h"
#include "lsp/uri.h"

OpenDocument *documents_find(const Documents *documents, Str uri)
{
    OpenDocument *document = documents->first;
    while (document != NULL && !str_eq(document->uri, uri))
        document = document->next;
    return document;
}

OpenDocument *documents_find_path(const Documents *documents, Str path)
{
    OpenDocument *document = documents->first;
    while (document != NULL && (path.len == 0 || !str_eq(document->path, path)))
        document = document->next;
    return document;
}

/* `text` may be a view into the text that it replaces; one that is too long is cut. */
static void set_text(OpenDocument *document, Str text)
{
    Arena arena = { 0 };
    Str copy = arena_copy(&arena, str_slice(text, 0, SOURCE_MAX_BYTES));
    document->text = position_text(source_new(document->path, copy, &arena), document->text.encoding);
    arena_free(&document->text_arena);
    document->text_arena = arena;
    document->stale = true;
}

OpenDocument *documents_open(Documents *documents, Str uri, int64_t version, Str text)
{
    OpenDocument *document = documents_find(documents, uri);
    Arena arena = { 0 };

    if (document == NULL) {
        document = ARENA_NEW(&arena, OpenDocument);
        document->uri = arena_copy(&arena, uri);
        if (uri_path(&document->path, uri, &arena))
            document->path = path_real(document->path, &arena);
        document->text.encoding = documents->encoding;
        document->post = NO_POST;
        document->next = documents->first;
        document->arena = arena;
        documents->first = document;
    }
    document->version = version;
    set_text(document, text);
    return document;
}

static void end(OpenDocument *document)
{
    Arena arena = document->arena; /* the document itself lives in it */
    arena_free(&document->text_arena);
    arena_free(&arena);
}

void documents_close(Documents *documents, Str uri)
{
    OpenDocument **at = &documents->first;
    while (*at != NULL && !str_eq((*at)->uri, uri))
        at = &(*at)->next;
    OpenDocument *document = *at;
    if (document == NULL)
        return;
    *at = document->next;
    end(document);
}

void documents_close_all(Documents *documents)
{
    while (documents->first != NULL) {
        OpenDocument *document = documents->first;
        documents->first = document->next;
        end(document);
    }
}

static bool read_uint(uint32_t *out, const Tree *tree)
{
    bool fits = tree != NULL && tree->kind == TREE_SCALAR && tree->type == TREE_INT && tree->integer >= 0
                && tree->integer <= INT32_MAX;
    *out = fits ? (uint32_t)tree->integer : 0;
    return fits;
}

bool position_read(Position *out, const Tree *tree)
{
    return read_uint(&out->line, tree_get(tree, STR("line")))
           && read_uint(&out->character, tree_get(tree, STR("character")));
}

bool range_read(size_t *start, size_t *end, const PositionText *text, const Tree *tree)
{
    Position from, to;
    if (!position_read(&from, tree_get(tree, STR("start"))) || !position_read(&to, tree_get(tree, STR("end"))))
        return false;
    *start = position_offset(text, from);
    *end = position_offset(text, to);
    return *start <= *end;
}

static void change(OpenDocument *document, const Tree *item)
{
    const Tree *text = tree_get(item, STR("text")), *range = tree_get(item, STR("range"));
    Str old = document->text.source->text;
    Arena scratch = { 0 };
    size_t start, end;

    if (text == NULL || text->kind != TREE_SCALAR || text->type != TREE_STRING)
        return;
    if (tree_is_null(range))
        set_text(document, text->text);
    else if (range_read(&start, &end, &document->text, range))
        set_text(document, arena_join(&scratch, str_slice(old, 0, start), text->text, str_from_offset(old, end)));
    arena_free(&scratch);
}

void document_change(OpenDocument *document, int64_t version, const Tree *changes)
{
    document->version = version;
    for (size_t i = 0; changes != NULL && changes->kind == TREE_LIST && i < changes->item_count; i++)
        change(document, changes->items[i]);
}
