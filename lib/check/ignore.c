/* lib/check/ignore.c - comments in a file that silence rules for it. */
#include "check/settle.h"

static const Str mark = STR_INIT("herald-ignore");
enum { MAX_WORDS = 1000 }; /* of one file: more is no author's */

typedef struct Ignore {
    Located word;
    const Rule *rule; /* NULL: a group, or nothing that is known */
    RuleSet rules;
    bool known, used;
} Ignore;

typedef struct Ignores {
    VEC(Ignore) list;
    const Source *source;
    Arena *arena;
} Ignores;

static size_t skip_back(Str text, size_t at)
{
    while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '\t'))
        at--;
    return at;
}

/* Where the comment ends that has the mark at `at`, or STR_NONE when it is none. */
static size_t comment_end(const Source *source, size_t at, size_t body)
{
    Str before = str_slice(source->text, 0, skip_back(source->text, at));
    bool in_front_matter = at < body;

    if (!in_front_matter)
        return str_ends_with(before, STR("<!--")) ? str_find(source->text, STR("-->"), at) : STR_NONE;
    if (!str_ends_with(before, STR("#")))
        return STR_NONE;
    size_t end = str_find_char(source->text, '\n', at);
    return end == STR_NONE ? source->text.len : end;
}

static bool is_separator(int c)
{
    return char_is_space(c) || c == ',';
}

static void add_word(Ignores *ignores, size_t start, size_t end)
{
    Ignore ignore = { .rules = { .arena = ignores->arena } };

    ignore.word.str = str_slice(ignores->source->text, start, end);
    ignore.word.span = (Span){ ignores->source, (uint32_t)start, (uint32_t)end };
    ignore.rule = rule_find(ignore.word.str);
    ignore.known = rule_set_add(&ignore.rules, ignore.word.str);
    if (ignores->list.len < MAX_WORDS)
        vec_push(ignores->arena, &ignores->list, ignore);
}

static void read_words(Ignores *ignores, size_t from, size_t to)
{
    Str text = ignores->source->text;
    for (size_t at = from; at < to;) {
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
    for (size_t at = str_find(text, mark, 0); at != STR_NONE; at = str_find(text, mark, at + mark.len)) {
        size_t end = comment_end(ignores->source, at, body);
        if (end != STR_NONE && (at + mark.len == end || is_separator(str_at(text, at + mark.len))))
            read_words(ignores, at + mark.len, end);
    }
}

/* Every comment that names it is of use. */
static bool keep(void *context, Diag *diag)
{
    Ignores *ignores = context;
    bool ignored = false;

    for (size_t i = 0; diag->kind == DIAG_CONTENT && i < ignores->list.len; i++) {
        Ignore *ignore = &ignores->list.items[i];
        if (!map_has(&ignore->rules, str_from(diag->rule)))
            continue;
        ignore->used = true;
        ignored = true;
    }
    return !ignored;
}

static void tell_unused(const Ignore *ignore, Diags *diags)
{
    Str meant = ignore->known ? (Str){ NULL, 0 } : rule_nearest(ignore->word.str);

    if (ignore->used)
        return;
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

    read_comments(&ignores, body.source == source ? body.start : 0);
    if (ignores.list.len > 0) {
        diags_filter(diags, keep, &ignores);
        for (size_t i = 0; i < ignores.list.len; i++)
            tell_unused(&ignores.list.items[i], diags);
    }
    arena_free(&scratch);
}
