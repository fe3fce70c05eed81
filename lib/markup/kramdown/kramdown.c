/* lib/markup/kramdown/kramdown.c */
#include "markup/kramdown.h"

#include "markup/kramdown/build.h"
#include "markup/kramdown/references.h"

/* The text with line ends as "\n", the last line ended. */
static Passage adapt(Str text, Arena *arena)
{
    Passage whole = { text, NULL, 0 };
    PassageBuilder out;

    bool ended = text.len > 0 && text.data[text.len - 1] == '\n';
    if (ended && str_find_char(text, '\r', 0) == STR_NONE)
        return whole;
    passage_begin(&out, arena);
    buf_reserve(&out.text, text.len + 1);
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_char(text, '\r', at);
        passage_put(&out, &whole, at, end == STR_NONE ? text.len : end);
        if (end == STR_NONE)
            break;
        at = end + 1;
        if (str_at(text, at) != '\n')
            passage_put_made(&out, STR("\n"), (uint32_t)end);
    }
    if (out.text.len == 0 || out.text.data[out.text.len - 1] != '\n')
        passage_put_made(&out, STR("\n"), (uint32_t)(text.len > 0 ? text.len - 1 : 0));
    return passage_built(&out);
}

/* What the GFM parser alone reads has no meaning without it. */
static KramdownOptions options_in_force(const KramdownOptions *given)
{
    KramdownOptions options = *given;

    if (options.alone) {
        options.hard_wrap = options.no_symbols = false;
        options.long_paragraphs = true;
    }
    return options;
}

void kramdown_parse(Document *out, Str text, const Places *places, const KramdownOptions *options, Arena *arena)
{
    Arena work = { 0 };
    Parser parser = { .document = out, .arena = arena, .work = &work };

    parser.options = options_in_force(options);
    *out = (Document){ .arena = arena, .text = text, .dialect = DIALECT_KRAMDOWN };
    if (places != NULL)
        out->places = *places;
    parser.lists.arena = parser.links.arena = parser.notes.arena = parser.abbreviations.arena = &work;
    parser.repeats = NODE_REPEATS_BASE + text.len * NODE_REPEATS_PER_BYTE;
    parser.gfm_ids.arena = parser.used_ids.arena = &work;
    define_links(&parser);
    Block *root = block_new(&parser, BLOCK_ROOT);
    parse_passage(&parser, root, adapt(text, arena));
    build_document(&parser, root);
    KramdownOptions *kept = ARENA_NEW(arena, KramdownOptions);
    *kept = parser.options;
    out->kramdown = kept;
    arena_free(&work);
}
