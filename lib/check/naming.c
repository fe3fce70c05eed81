/* lib/check/naming.c */
#include "check/naming.h"

enum { FEW_POSTS = 5 }; /* with fewer nobody can say what is usual */

bool naming_is_expected(const Site *site, size_t without)
{
    const Tree *check = tree_get(site->config.tree, STR("check"));
    if (tree_get(check, STR("required")) != NULL)
        return false;
    return site->all_count < FEW_POSTS || without * 2 <= site->all_count;
}

/* `tags: #news`: the value is there, but for a comment. */
static bool is_cut_off(const Diag *diag, Str key)
{
    Place place = source_place(diag->span.source, diag->span.start);
    Str line = source_line(diag->span.source, place.line);
    return str_starts_with(line, key) && str_at(line, key.len) == ':'
           && str_starts_with(str_trim(str_from_offset(line, key.len + 1)), STR("#"));
}

static bool is_slip(const Diag *diag, Str key)
{
    if (strcmp(diag->rule, "comment-truncates-value") == 0)
        return is_cut_off(diag, key);
    return strcmp(diag->rule, "fm-unknown-key") == 0 && diag->fix.span.source != NULL
           && str_starts_with(diag->fix.replacement, key);
}

bool naming_has_slip(const SitePost *post, const char *key)
{
    for (size_t i = 0; i < post->diags.len; i++) {
        if (is_slip(&post->diags.items[i], str_from(key)))
            return true;
    }
    return false;
}

bool naming_raise_slip(SitePost *post, const char *key)
{
    bool found = false;
    for (size_t i = 0; i < post->diags.len; i++) {
        Diag *diag = &post->diags.items[i];
        if (!is_slip(diag, str_from(key)))
            continue;
        post->diags.errors += diag->severity != SEVERITY_ERROR;
        diag->severity = SEVERITY_ERROR;
        found = true;
    }
    return found;
}

Span naming_place(const SitePost *post, const TreeEntry *entry)
{
    const Source *source = post->post.source;
    const Tree *value = entry == NULL ? NULL : entry->value;
    if (value != NULL && value->span.source == source && value->span.end > value->span.start)
        return value->span;
    if (entry != NULL && entry->key.span.source == source)
        return entry->key.span;
    size_t start = str_starts_with(source->text, STR("\xEF\xBB\xBF")) ? 3 : 0;
    return (Span){ source, (uint32_t)start, (uint32_t)start + 3 };
}

/* Bytes that mean nothing to YAML inside a plain scalar or a flow list. */
static bool is_plain(Str text, int quote)
{
    for (size_t i = 0; i < text.len; i++) {
        int c = str_at(text, i);
        bool mark = c == ' ' || c == '-' || c == '_' || c == '.' || c == '/' || c == '+';
        bool apostrophe = c == '\'' && i > 0 && quote != '\'';
        if (!char_is_alnum(c) && c < 0x80 && !(mark && i > 0) && !apostrophe)
            return false;
    }
    return text.len > 0;
}

void naming_fix(SitePost *post, Span span, Str wrong, Str right, bool safe)
{
    int quote = span.start > 0 ? str_at(span.source->text, span.start - 1) : STR_END;
    if (str_eq(source_text(span), wrong) && is_plain(right, quote))
        diag_fix(&post->diags, span, arena_copy(post->diags.arena, right), safe);
}
