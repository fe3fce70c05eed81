/* lib/post/frontmatter.c */
#include "post/frontmatter.h"

#include "post/fence.h"
#include "text/yaml.h"

static bool read_block(const Tree **out, const Fences *fences, Arena *arena, Diags *diags)
{
    Diags found = { .arena = diags->arena };

    bool ok = yaml_read(out, fences->block, arena, &found);
    if (!ok && found.len > 0 && strcmp(found.items[0].rule, "yaml-syntax") == 0
        && fences_explain(fences, found.items[0].span.start, diags))
        return false;
    diags_append(diags, &found);
    return ok;
}

static bool refuse_kind(const Tree *tree, Diags *diags)
{
    Str text = source_text(tree->span);
    Str line = str_trim_right(str_slice(text, 0, str_find_char(text, '\n', 0)));
    size_t colon = str_find_char(line, ':', 0);

    diag_stop(diags, "not-a-mapping", span_part(tree->span, 0, line.len), "expected lines of \"key: value\"");
    if (tree->kind == TREE_LIST)
        diag_hint(diags, "write each key at the start of its line, without the hyphen before it");
    else if (colon != STR_NONE && colon + 1 < line.len)
        diag_hint(diags, "write a blank behind the colon: " STR_FMT ": " STR_FMT, (int)colon, line.data,
                  STR_ARG(str_trim(str_from_offset(line, colon + 1))));
    else
        diag_hint(diags, "write title: and date: on lines of their own, each with its value behind the colon");
    return false;
}

bool frontmatter_read(FrontMatter *out, const Source *source, Arena *arena, Diags *diags)
{
    Fences fences;
    const Tree *tree;

    if (!fences_find(&fences, source, diags))
        return false;
    out->fence = fences.open;
    out->block = fences.block;
    out->body = fences.body;
    if (!read_block(&tree, &fences, arena, diags))
        return false;
    if (tree_is_null(tree) && str_trim(tree->text).len == 0) {
        Tree *empty = ARENA_NEW(arena, Tree);
        *empty = (Tree){ .kind = TREE_MAP, .span = tree->span };
        tree = empty;
    }
    if (tree->kind != TREE_MAP)
        return refuse_kind(tree, diags);
    out->tree = tree;
    return true;
}
