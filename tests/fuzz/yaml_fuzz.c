/* tests/fuzz/yaml_fuzz.c - no text breaks the reader of YAML; what it reads stands where it says, and what it refuses
 * it explains in one line. */
#include <stdlib.h>

#include "base/utf8.h"
#include "text/yaml.h"
#include "text/yaml_hint.h"

enum { VISITS_MAX = 10000 }; /* a small text may hold a million nodes by its aliases */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static bool is_boundary(Str text, uint32_t offset)
{
    return offset <= text.len && (str_at(text, offset) == STR_END || (str_at(text, offset) & 0xC0) != 0x80);
}

static void check_span(Span span, const Source *source)
{
    expect(span.source == source && span.start <= span.end);
    expect(is_boundary(source->text, span.start) && is_boundary(source->text, span.end));
}

/* YAML 1.1 also ends lines at U+0085, U+2028 and U+2029. */
static bool has_unicode_break(Str text)
{
    return str_contains(text, STR("\xC2\x85")) || str_contains(text, STR("\xE2\x80\xA8"))
           || str_contains(text, STR("\xE2\x80\xA9"));
}

static void check_scalar(const Tree *tree)
{
    Str written = source_text(tree->span);
    expect(utf8_find_invalid(tree->text) == STR_NONE);
    if (tree->quoted) {
        expect(tree->type == TREE_STRING && written.len > 0);
        expect(str_find_char(STR("\"'|>"), written.data[0], 0) != STR_NONE);
    } else if (str_find_char(written, '\r', 0) == STR_NONE && str_find_char(written, '\n', 0) == STR_NONE) {
        expect(str_eq(written, tree->text) || has_unicode_break(written));
    }
}

static void check_tree(const Tree *tree, const Source *source, int depth, size_t *visits)
{
    expect(depth <= TREE_MAX_DEPTH);
    if ((*visits)++ > VISITS_MAX)
        return;
    check_span(tree->span, source);
    if (tree->kind == TREE_SCALAR)
        check_scalar(tree);
    for (size_t i = 0; i < tree->item_count; i++)
        check_tree(tree->items[i], source, depth + 1, visits);
    for (size_t i = 0; i < tree->entry_count; i++) {
        const TreeEntry *entry = &tree->entries[i];
        check_span(entry->key.span, source);
        expect(tree->entry_count > 100 || tree_entry(tree, entry->key.str) == entry);
        check_tree(entry->value, source, depth + 1, visits);
    }
}

static void check_line(Str text)
{
    expect(utf8_find_invalid(text) == STR_NONE);
    for (size_t i = 0; i < text.len; i++)
        expect((unsigned char)text.data[i] >= ' ' || text.data[i] == '\t');
}

static void check_diags(const Diags *diags, const Source *source)
{
    for (size_t i = 0; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        check_span(diag->span, source);
        check_line(diag->message);
        check_line(diag->hint);
        if (diag->fix.span.source != NULL)
            check_span(diag->fix.span, source);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = { (const char *)data, size };
    if (utf8_find_invalid(text) != STR_NONE)
        return 0; /* source_read refuses it */
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    const Source *source = source_new(STR("fuzz.yml"), text, &arena);
    const Tree *tree = NULL;
    size_t visits = 0;
    if (yaml_read(&tree, span_whole(source), &arena, &diags)) {
        expect(diags.len == 0);
        check_tree(tree, source, 0, &visits);
    } else {
        expect(diags.len == 1 && diags.stops == 1);
    }
    yaml_find_slip(span_whole(source), size, &diags); /* on sound text too: it must only be safe */
    check_diags(&diags, source);
    arena_free(&arena);
    return 0;
}
