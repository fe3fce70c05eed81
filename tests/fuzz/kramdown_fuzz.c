/* tests/fuzz/kramdown_fuzz.c - no Markdown breaks the parser of kramdown's dialect: its tree is whole, bounded in
 * depth, every node lies in the text, and what is written of it is UTF-8 and not much longer than what was read. */
#include <stdlib.h>

#include "base/utf8.h"
#include "markup/clean.h"
#include "markup/html.h"
#include "markup/kramdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static void check_depth(const Document *document, const Node *node)
{
    int blocks = 0;
    int inlines = 0;

    for (const Node *at = node; at != document->root; at = at->parent) {
        if (node_is_block(at))
            blocks++;
        else
            inlines++;
    }
    expect(blocks <= NODE_MAX_DEPTH && inlines <= NODE_MAX_DEPTH);
}

static void check_tree(const Document *document)
{
    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        expect(node->start <= node->end && node->end <= document->text.len);
        expect(node->kind != NODE_TEXT || utf8_find_invalid(node->text) == STR_NONE);
        for (const Node *child = node->first; child != NULL; child = child->next) {
            expect(child->parent == node);
            expect(child->next == NULL ? node->last == child : child->next->previous == child);
        }
        check_depth(document, node);
    }
}

static void check_html(const Document *document, size_t size)
{
    enum { LONGEST_PER_BYTE = 200, LONGEST_ELSE = 100000 };
    Arena arena = { 0 };
    Buf html = { .arena = &arena };

    render_html(&html, document, &(HtmlOptions){ .id_prefix = STR("p-") });
    expect(utf8_find_invalid(buf_str(&html)) == STR_NONE);
    expect(html.len <= size * LONGEST_PER_BYTE + LONGEST_ELSE);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = { (const char *)data, size };
    Arena arena = { 0 };
    Document document;
    Document clean;

    if (utf8_find_invalid(text) != STR_NONE || str_find_char(text, '\0', 0) != STR_NONE)
        return 0; /* no Source has these */
    KramdownOptions options = { .hard_wrap = size % 7 == 0,
                                .no_symbols = size % 5 == 0,
                                .long_paragraphs = size % 3 == 0,
                                .parse_block_html = size % 2 == 0,
                                .alone = size % 11 == 0,
                                .join_cjk = size % 13 < 4,
                                .no_math = size % 17 < 5,
                                .inline_backlinks = size % 19 < 6,
                                .entities = (EntityForm)(size % 4) };
    kramdown_parse(&document, text, NULL, &options, &arena);
    check_tree(&document);
    check_html(&document, size);
    document_clean(&clean, &document, &arena);
    expect(!clean.has_raw_html);
    arena_free(&arena);
    return 0;
}
