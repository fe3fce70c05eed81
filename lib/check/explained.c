/* lib/check/explained.c - one defect, one finding: what follows from another fault of the post is not told as well. */
#include "check/rule.h"
#include "check/settle.h"
#include "check/subject.h"

/* Of two that speak of the same characters the first says why. */
static const struct Pair {
    const char *cause, *effect;
    bool line; /* the effect stands behind its cause on the same line */
} pairs[] = {
    { "link-malformed", "unbalanced-bracket", false },
    { "link-malformed", "html-stray-close", false },
    { "image-hotlink", "link-http", false },
    { "heading-punctuation", "space-before-punctuation", false },
    { "lost-line-break", "trailing-space", true },
    { "unbalanced-quote", "quote-style-mix", false },
    { "unicode-invisible", "author-variant", false },
    { "unicode-invisible", "author-typo", false },
    { "unicode-invisible", "tag-variant", false },
    { "unicode-invisible", "tag-typo", false },
    { "unicode-nbsp", "author-variant", false },
    { "unicode-nbsp", "tag-variant", false },
    { "mojibake", "author-variant", false },
    { "mojibake", "author-typo", false },
    { "title-duplicate", "slug-title-mismatch", false },
    { "html-unclosed", "link-bare-url", true },
};

/* Code or a comment without an end takes in the definitions of links; HTML without an end, in kramdown, their uses. */
static bool swallows(const Diag *diag)
{
    static const char *const rules[] = { "code-fence-unclosed", "code-span-unclosed", "html-comment-unclosed",
                                         "html-unclosed", "html-unknown-element" };
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

/* A link whose definition, or a definition whose use, was taken in. */
static bool is_lost_link(const Diag *cause, const Diag *diag)
{
    bool undefined = strcmp(diag->rule, "ref-undefined") == 0 || strcmp(diag->rule, "footnote-undefined") == 0;
    bool unused = strcmp(diag->rule, "ref-unused") == 0;
    return (undefined || unused) && stands_behind(cause, label_of(diag), undefined);
}

static bool is_about_text(const Diag *diag)
{
    static const char *const groups[] = { "LK", "IM", "MD", "HT", "TX" };
    const Rule *rule = rule_find(str_from(diag->rule));
    for (size_t i = 0; rule != NULL && i < sizeof(groups) / sizeof(groups[0]); i++) {
        if (strncmp(rule->code, groups[i], 2) == 0)
            return true;
    }
    return false;
}

/* Behind a fence that has no end, code is read as text and text as code; behind a lone backtick, code as HTML. */
static bool is_misread(const Diag *cause, const Diag *diag)
{
    if (diag->span.start <= cause->span.start)
        return false;
    if (strcmp(cause->rule, "code-fence-unclosed") == 0)
        return is_about_text(diag);
    Str between = str_slice(cause->span.source->text, cause->span.end, diag->span.start);
    return strcmp(cause->rule, "code-span-unclosed") == 0 && strncmp(diag->rule, "html-", 5) == 0
           && str_find_char(between, '\n', 0) == STR_NONE;
}

static bool is_its_own(void *context, Diag *diag)
{
    const Diag *cause = context;
    if (diag->span.source != cause->span.source)
        return true;
    return !is_lost_link(cause, diag) && !is_misread(cause, diag);
}

/* --- two rules about the same characters -------------------------------------------------------------------------- */

enum { MAX_TOLD = 512 };

typedef struct Told {
    const char *rules[MAX_TOLD];
    Span spans[MAX_TOLD];
    size_t len;
} Told;

static bool is_same_place(Span cause, Span effect, bool line)
{
    if (cause.source != effect.source)
        return false;
    if (cause.start < effect.end && effect.start < cause.end)
        return true;
    Span between = { cause.source, cause.end, effect.start };
    return line && between.start <= between.end && str_find_char(source_text(between), '\n', 0) == STR_NONE;
}

static bool is_not_told_yet(void *context, Diag *diag)
{
    const Told *told = context;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        if (strcmp(diag->rule, pairs[i].effect) != 0)
            continue;
        for (size_t k = 0; k < told->len; k++) {
            if (strcmp(told->rules[k], pairs[i].cause) == 0 && is_same_place(told->spans[k], diag->span, pairs[i].line))
                return false;
        }
    }
    return true;
}

static bool is_cause(const Diag *diag)
{
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        if (strcmp(diag->rule, pairs[i].cause) == 0)
            return diag->span.source != NULL;
    }
    return false;
}

static void drop_told_twice(Diags *diags)
{
    Told told = { .len = 0 };
    for (size_t i = 0; i < diags->len && told.len < MAX_TOLD; i++) {
        if (!is_cause(&diags->items[i]))
            continue;
        told.rules[told.len] = diags->items[i].rule;
        told.spans[told.len++] = diags->items[i].span;
    }
    if (told.len > 0)
        diags_filter(diags, is_not_told_yet, &told);
}

void explained_drop(Diags *diags)
{
    enum { MAX_CAUSES = 64 };
    int causes = 0;

    drop_told_twice(diags);
    for (size_t i = 0; i < diags->len && causes < MAX_CAUSES; i++) {
        Diag cause = diags->items[i];
        if (cause.span.source == NULL || !swallows(&cause))
            continue;
        size_t len = diags->len;
        diags_filter(diags, is_its_own, &cause);
        causes++;
        if (diags->len < len)
            i = (size_t)-1; /* those that are left stand elsewhere now */
    }
}
