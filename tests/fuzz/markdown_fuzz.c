/* tests/fuzz/markdown_fuzz.c - no Markdown breaks the parser, the renderers or the cleaner; a clean document has no raw
 * HTML, and what is written is UTF-8. */
#include <stdlib.h>

#include "base/utf8.h"
#include "markup/clean.h"
#include "markup/excerpt.h"
#include "markup/gfm.h"
#include "markup/html.h"
#include "markup/plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        abort();
}

/* Kinship is whole, places lie in the text, nothing nests too deep. */
static void check_tree(const Document *document)
{
    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        int depth = 0;
        expect(node->start <= node->end && node->end <= document->text.len);
        for (const Node *child = node->first; child != NULL; child = child->next) {
            expect(child->parent == node);
            expect(child->next == NULL ? node->last == child : child->next->previous == child);
        }
        for (const Node *at = node; at != document->root; at = at->parent)
            depth++;
        expect(depth <= NODE_MAX_DEPTH + 8); /* tables and text stand in the deepest containers */
    }
}

static void check_clean(const Document *clean)
{
    check_tree(clean);
    expect(!clean->has_raw_html);
    for (const Node *node = clean->root; node != NULL; node = node_next(clean->root, node))
        expect(node->kind != NODE_HTML && node->kind != NODE_HTML_BLOCK);
}

static void check_html(const Document *document, const HtmlOptions *options)
{
    Arena arena = { 0 };
    Buf html = { .arena = &arena };

    render_html(&html, document, options);
    expect(utf8_find_invalid(buf_str(&html)) == STR_NONE);
    arena_free(&arena);
}

static void check_plain(const Document *document, int width)
{
    Arena arena = { 0 };
    Buf text = { .arena = &arena };

    render_plain(&text, document,
                 &(PlainOptions){ .width = width, .page_url = STR("https://example.org/a/"), .first_note = 1 });
    expect(utf8_find_invalid(buf_str(&text)) == STR_NONE);
    arena_free(&arena);
}

static void check_excerpt(const Document *document)
{
    Arena arena = { 0 };
    Document excerpt;

    size_t at = excerpt_separator(document);
    expect(at == STR_NONE || at <= document->text.len);
    if (excerpt_document(&excerpt, document, &arena))
        check_tree(&excerpt);
    Str words = excerpt_words(document, 100, &arena);
    expect(utf8_length(words) <= 100 && utf8_find_invalid(words) == STR_NONE);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool initialised; /* by the first run of many in this process */
    Str text = { (const char *)data, size };
    Arena arena = { 0 };
    Document document;
    Document clean;

    if (!initialised)
        gfm_init();
    initialised = true;
    if (utf8_find_invalid(text) != STR_NONE || str_find_char(text, '\0', 0) != STR_NONE)
        return 0; /* no Source has these */
    GfmOptions options = { .smart = size % 2 != 0, .bare_links = size % 3 != 0, .heading_ids = size % 5 != 0 };
    gfm_parse(&document, text, NULL, &options, &arena);
    check_tree(&document);
    check_html(&document, &(HtmlOptions){ 0 });
    check_html(&document, &(HtmlOptions){ .page_url = STR("https://example.org/a/"), .plain_raw_html = true });
    document_clean(&clean, &document, &arena);
    check_clean(&clean);
    check_html(&clean, &(HtmlOptions){ .page_url = STR("https://example.org/a/"), .id_prefix = STR("p-") });
    check_plain(&clean, 72);
    check_plain(&clean, 0);
    check_excerpt(&document);
    arena_free(&arena);
    return 0;
}
