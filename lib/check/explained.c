/* lib/check/explained.c - one defect, one finding: what follows from another fault of the post is not told as well. */
#include "check/settle.h"
#include "check/subject.h"

/* Code or a comment without an end takes in the definitions of links; HTML without an end, in kramdown, their uses. */
static bool swallows(const Diag *diag)
{
    static const char *const rules[] = { "code-fence-unclosed", "html-comment-unclosed", "html-unclosed",
                                         "html-unknown-element" };
    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        if (strcmp(diag->rule, rules[i]) == 0)
            return true;
    }
    return false;
}

/* `[label]` in the rest of the file, as a definition or as none. */
static bool stands_behind(const Diag *cause, Str label, bool definition)
{
    enum { LABEL_MAX = 200, MOST = 1 << 10 };
    Str text = cause->span.source->text;
    size_t at = cause->span.end;

    if (label.len == 0 || label.len > LABEL_MAX)
        return false;
    for (int i = 0; i < MOST && (at = str_find_char(text, '[', at)) != STR_NONE; i++, at++) {
        size_t end = at + 1 + label.len;
        bool same = str_at(text, end) == ']' && str_eq_nocase(str_slice(text, at + 1, end), label);
        if (same && (str_at(text, end + 1) == ':') == definition)
            return true;
    }
    return false;
}

static Str label_of(const Diag *diag)
{
    Str text = source_text(diag->span);
    size_t open = str_find_last_char(text, '[');
    text = open == STR_NONE ? text : str_from_offset(text, open + 1);
    size_t close = str_find_char(text, ']', 0);
    text = close == STR_NONE ? text : str_slice(text, 0, close);
    return str_at(text, 0) == '^' ? text : str_trim(text);
}

static bool is_its_own(void *context, Diag *diag)
{
    const Diag *cause = context;
    bool undefined = strcmp(diag->rule, "ref-undefined") == 0 || strcmp(diag->rule, "footnote-undefined") == 0;
    bool unused = strcmp(diag->rule, "ref-unused") == 0;
    if ((!undefined && !unused) || diag->span.source != cause->span.source)
        return true;
    return !stands_behind(cause, label_of(diag), undefined);
}

void explained_drop(Diags *diags)
{
    for (size_t i = 0; i < diags->len; i++) {
        Diag cause = diags->items[i];
        if (cause.span.source == NULL || !swallows(&cause))
            continue;
        diags_filter(diags, is_its_own, &cause);
        return; /* the first takes in all that the others do */
    }
}
