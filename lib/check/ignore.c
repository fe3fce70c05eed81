/* lib/check/ignore.c - comments in a file that silence rules for it. */
#include "check/settle.h"

static const Str mark = STR_INIT("herald-ignore");
enum { MAX_WORDS = 200 }; /* of one file: more are no author's */

typedef struct Ignore {
    Located word;
    const Rule *rule; /* NULL: a group, or nothing that is known */
    bool known;
} Ignore;

typedef struct Ignores {
    VEC(Ignore) list;
    RuleSet named; /* by any of them */
    RuleSet found; /* of these */
    const Source *source;
    Arena *arena;
} Ignores;

static size_t skip_back(Str text, size_t at)
{
    while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '\t'))
        at--;
    return at;
}

/* Whether a comment begins right before the mark at `at`: of HTML in the body, of YAML in the front matter. */
static bool is_comment(const Source *source, size_t at, size_t body)
{
    Str before = str_slice(source->text, 0, skip_back(source->text, at));
    return str_ends_with(before, at < body ? STR("#") : STR("<!--"));
}

static size_t comment_end(Str text, size_t at, size_t body)
{
    if (at >= body)
        return str_find(text, STR("-->"), at);
    size_t end = str_find_char(text, '\n', at);
    return end == STR_NONE ? text.len : end;
}

static bool is_separator(int c)
{
    return char_is_space(c) || c == ',';
}

static void add_word(Ignores *ignores, size_t start, size_t end)
{
    Ignore ignore;

    ignore.word.str = str_slice(ignores->source->text, start, end);
    ignore.word.span = (Span){ ignores->source, (uint32_t)start, (uint32_t)end };
    ignore.rule = rule_find(ignore.word.str);
    ignore.known = rule_set_add(&ignores->named, ignore.word.str);
    vec_push(ignores->arena, &ignores->list, ignore);
}

static void read_words(Ignores *ignores, size_t from, size_t to)
{
    Str text = ignores->source->text;
    for (size_t at = from; at < to && ignores->list.len < MAX_WORDS;) {
        size_t start = at;
        while (at < to && !is_separator(str_at(text, at)))
            at++;
        if (at > start)
            add_word(ignores, start, at);
        at += at < to;
    }
}

static void read_comments(Ignores *ignores, size_t body)
{
    Str text = ignores->source->text;
    for (size_t at = str_find(text, mark, 0); at != STR_NONE && ignores->list.len < MAX_WORDS;) {
        size_t from = at + mark.len;
        if (is_comment(ignores->source, at, body)) {
            size_t end = comment_end(text, at, body);
            if (end == STR_NONE)
                break; /* nor does any later one end */
            if (is_separator(str_at(text, from)))
                read_words(ignores, from, end);
            from = end;
        }
        at = str_find(text, mark, from);
    }
}

static bool keep(void *context, Diag *diag)
{
    Ignores *ignores = context;
    Str rule = str_from(diag->rule);

    if (diag->kind != DIAG_CONTENT || !map_has(&ignores->named, rule))
        return true;
    map_put(&ignores->found, rule, (void *)(uintptr_t)1);
    return false;
}

/* Every comment that names a rule that was found is of use; so is one that names what is not looked for each time. */
static bool is_used(const Ignores *ignores, const Ignore *ignore)
{
    RuleSet rules = { .arena = ignores->arena };
    if (ignore->rule != NULL && ignore->rule->on_request)
        return true;
    rule_set_add(&rules, ignore->word.str);
    for (size_t i = 0; i < rules.len; i++) {
        if (map_has(&ignores->found, rules.entries[i].key))
            return true;
    }
    return false;
}

static void tell_unused(const Ignore *ignore, Diags *diags)
{
    Str meant = ignore->known ? (Str){ NULL, 0 } : rule_nearest(ignore->word.str);

    if (!ignore->known)
        diag_info(diags, "ignore-unused", ignore->word.span, "there is no rule \"" STR_FMT "\" to ignore",
                  STR_ARG(ignore->word.str));
    else if (ignore->rule != NULL && rule_is_firm(ignore->rule))
        diag_info(diags, "ignore-unused", ignore->word.span, STR_FMT " stops every build, and cannot be ignored",
                  STR_ARG(ignore->word.str));
    else
        diag_info(diags, "ignore-unused", ignore->word.span, "there is nothing of " STR_FMT " to ignore here",
                  STR_ARG(ignore->word.str));
    if (meant.len > 0)
        diag_hint(diags, "did you mean " STR_FMT "?", STR_ARG(meant));
    else
        diag_hint(diags, "delete it");
}

void ignores_apply(const Source *source, Span body, Diags *diags)
{
    Arena scratch = { 0 };
    Ignores ignores = { .source = source, .arena = &scratch };

    ignores.named.arena = ignores.found.arena = &scratch;

    read_comments(&ignores, body.source == source ? body.start : 0);
    if (ignores.list.len > 0) {
        diags_filter(diags, keep, &ignores);
        for (size_t i = 0; i < ignores.list.len; i++) {
            if (!is_used(&ignores, &ignores.list.items[i]))
                tell_unused(&ignores.list.items[i], diags);
        }
    }
    arena_free(&scratch);
}
