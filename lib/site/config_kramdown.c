/* lib/site/config_kramdown.c - the `kramdown:` keys of a configuration, with kramdown's meaning and Jekyll's defaults.
 */
#include "site/config.h"

#include "site/value.h"

enum { HEADING_LEVELS = 6 };

/* "2..4", "2,3", [2, 3] or 2: one bit for each level. */
static unsigned read_levels(const Tree *tree, Arena *arena, Diags *diags)
{
    StrList list = value_list(tree, "toc_levels", arena, diags);
    unsigned levels = 0;

    for (size_t i = 0; i < list.len; i++) {
        Str text = list.items[i];
        int first = 0;
        bool range = str_contains(text, STR(".."));
        for (size_t c = 0; c < text.len; c++) {
            int level = text.data[c] - '0';
            if (level < 1 || level > HEADING_LEVELS)
                continue;
            for (int l = range && first > 0 ? first : level; l <= level; l++)
                levels |= 1u << l;
            first = level;
        }
    }
    return levels;
}

/* gfm_quirks: [paragraph_end, no_auto_typographic], or one of them; the first is on where the key is absent. */
static void read_quirks(KramdownOptions *out, const Tree *tree, Arena *arena, Diags *diags)
{
    StrList quirks = value_list(tree, "gfm_quirks", arena, diags);

    out->long_paragraphs = !tree_is_null(tree_get(tree, STR("gfm_quirks")));
    for (size_t i = 0; i < quirks.len; i++) {
        Str rest = quirks.items[i];
        for (Str name; str_split(&name, &rest, ',');) {
            if (str_eq(str_trim(name), STR("paragraph_end")))
                out->long_paragraphs = false;
            if (str_eq(str_trim(name), STR("no_auto_typographic")))
                out->no_symbols = true;
        }
    }
}

void config_read_kramdown(KramdownOptions *out, const Tree *tree, Arena *arena, Diags *diags)
{
    enum { MAX_FOOTNOTE = 1000000 };
    const Tree *keys = value_map(tree, "kramdown", diags);
    Str none = { NULL, 0 };

    *out = (KramdownOptions){
        .no_ids = !value_bool(keys, "auto_ids", true, diags),
        .hard_wrap = value_bool(keys, "hard_wrap", false, diags),
        .parse_block_html = value_bool(keys, "parse_block_html", false, diags),
        .no_span_html = !value_bool(keys, "parse_span_html", true, diags),
        .heading_offset = (int)value_int(keys, "header_offset", 0, -HEADING_LEVELS, HEADING_LEVELS, diags),
        .id_prefix = value_text(keys, "auto_id_prefix", none, diags),
        .toc_levels = read_levels(keys, arena, diags),
        .footnote_prefix = value_text(keys, "footnote_prefix", none, diags),
        .first_footnote = (int)value_int(keys, "footnote_nr", 1, 0, MAX_FOOTNOTE, diags),
    };
    read_quirks(out, keys, arena, diags);
}
