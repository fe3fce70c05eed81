/* lib/site/config_kramdown.c - the `kramdown:` keys of a configuration, with kramdown's meaning and Jekyll's defaults.
 */
#include "site/config.h"

#include "site/value.h"

/* Jekyll's own keys there. */
static const char *const jekyll_keys[] = {
    "coderay", "enable_coderay", "guess_lang", "show_warnings", "use_coderay", NULL,
};

static void check_keys(const Tree *keys, Arena *arena, Diags *diags)
{
    VEC(const char *) names = { 0 };

    for (const char *const *name = kramdown_option_names(arena); *name != NULL; name++)
        vec_push(arena, &names, *name);
    for (const char *const *name = jekyll_keys; *name != NULL; name++)
        vec_push(arena, &names, *name);
    vec_push(arena, &names, NULL);
    value_check_keys(keys, names.items, diags);
}

static void set(KramdownOptions *out, const char *name, const Tree *value, Arena *arena, Diags *diags)
{
    Located option = { str_from(name), value->span };
    kramdown_set_option(out, option, value, arena, diags);
}

/* Where `syntax_highlighter` is silent: the older key, or the one of the site. */
static void read_highlighter(KramdownOptions *out, const Tree *tree, const Tree *keys, Arena *arena, Diags *diags)
{
    const Tree *highlighter = tree_get(tree, STR("highlighter"));

    if (!tree_is_null(tree_get(keys, STR("syntax_highlighter"))))
        return;
    if (value_bool(keys, "enable_coderay", false, diags)) {
        Located coderay = { STR("coderay"), tree_get(keys, STR("enable_coderay"))->span };
        set(out, "syntax_highlighter", tree_new_string(arena, coderay), arena, diags);
    } else if (!tree_is_null(highlighter)) {
        set(out, "syntax_highlighter", highlighter, arena, diags);
    }
}

/* Most keys without a value have their default; an engine without a name is none, and so is a mark without text. */
static bool is_given(const TreeEntry *entry)
{
    return !tree_is_null(entry->value) || str_eq(entry->key.str, STR("math_engine"))
           || str_eq(entry->key.str, STR("footnote_backlink"));
}

void config_read_kramdown(KramdownOptions *out, const Tree *tree, Arena *arena, Diags *diags)
{
    const Tree *keys = value_map(tree, "kramdown", diags);

    *out = (KramdownOptions){ 0 };
    check_keys(keys, arena, diags);
    out->block_code.no_guess = out->span_code.no_guess = !value_bool(keys, "guess_lang", true, diags);
    read_highlighter(out, tree, keys, arena, diags);
    for (size_t i = 0; keys != NULL && i < keys->entry_count; i++) {
        const TreeEntry *entry = &keys->entries[i];
        if (is_given(entry))
            kramdown_set_option(out, entry->key, entry->value, arena, diags);
    }
}
