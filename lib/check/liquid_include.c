/* lib/check/liquid_include.c - parameters of includes. */
#include "check/liquid.h"

/* --- what an include reads --------------------------------------------------------------------------------------- */

typedef struct Reads {
    VEC(Str) names;
    VEC(Str) weighed; /* those of them that a tag looks at, or that have a default: they may be missing */
    VEC(Str) needed;  /* addresses: `src="{{ include.x }}"` */
    bool all;         /* it may read any */
} Reads;

static bool is_name_char(int c)
{
    return char_is_alnum(c) || c == '_' || c == '-';
}

static bool has(Str name, const Str *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(items[i], name))
            return true;
    }
    return false;
}

/* `[...]` with a literal key, or another. */
static Str bracket_key(Str code, size_t at)
{
    int quote = str_at(code, at + 1);
    size_t end = quote == '"' || quote == '\'' ? str_find_char(code, (char)quote, at + 2) : STR_NONE;
    return end == STR_NONE ? (Str){ NULL, 0 } : str_slice(code, at + 2, end);
}

static Str key_at(Str code, size_t at)
{
    size_t end = at + 1;
    if (str_at(code, at) == '[')
        return bracket_key(code, at);
    if (str_at(code, at) != '.')
        return (Str){ NULL, 0 };
    while (is_name_char(str_at(code, end)))
        end++;
    return str_slice(code, at + 1, end);
}

static bool is_word(Str code, size_t start, size_t end)
{
    int before = start == 0 ? STR_END : str_at(code, start - 1);
    return before != '.' && !is_name_char(before) && !is_name_char(str_at(code, end));
}

/* `include` in the tag or output `code`, which begins at `start` of the text. */
static void read_code(Reads *reads, Str text, size_t start, Str code, Arena *arena)
{
    static const Str word = STR_INIT("include");
    bool is_tag = str_at(code, 1) == '%';
    bool has_default = str_contains(code, STR("default"));
    Str before = str_trim_right(str_slice(text, 0, start));
    bool is_address = str_ends_with(before, STR("src=\"")) || str_ends_with(before, STR("href=\""));
    Str first = str_trim_left(str_from_offset(code, str_at(code, 2) == '-' ? 3 : 2));

    if (is_tag && str_starts_with(first, word)) {
        if (str_find_char(first, '=', 0) == STR_NONE || str_contains(first, STR("{{")))
            reads->all = true; /* what this one is given shows through to that one */
        code = str_from_offset(code, (size_t)(first.data - code.data) + word.len);
    }
    for (size_t at = str_find(code, word, 0); at != STR_NONE; at = str_find(code, word, at + word.len)) {
        if (!is_word(code, at, at + word.len))
            continue;
        Str key = key_at(code, at + word.len);
        if (key.len == 0) {
            reads->all = true;
            return;
        }
        vec_push(arena, &reads->names, key);
        if (is_tag || has_default)
            vec_push(arena, &reads->weighed, key);
        else if (is_address)
            vec_push(arena, &reads->needed, key);
    }
}

static void read_include(Reads *reads, Str text, Arena *arena)
{
    for (size_t at = str_find_char(text, '{', 0); at != STR_NONE; at = str_find_char(text, '{', at)) {
        int second = str_at(text, at + 1);
        Str close = second == '{' ? STR("}}") : STR("%}");
        size_t end = second == '{' || second == '%' ? str_find(text, close, at + 2) : STR_NONE;
        if (end == STR_NONE) {
            at++;
            continue;
        }
        read_code(reads, text, at, str_slice(text, at, end), arena);
        at = end;
    }
}

static bool may_read(const Reads *reads, Str name)
{
    return reads->all || has(name, reads->names.items, reads->names.len);
}

/* --- parameters that are given ----------------------------------------------------------------------------------- */

static void tell_unread(LiquidSlips *slips, const LiquidInclusion *inclusion, const Reads *reads, Span name)
{
    Str near = liquid_nearest(source_text(name), (StrList){ reads->names.items, reads->names.len });
    bool given = false;
    for (size_t i = 0; i < inclusion->parameter_count; i++)
        given = given || str_eq(source_text(inclusion->parameters[i]), near);

    diag_warning(slips->diags, "liquid-include-argument", name, "\"" STR_FMT "\" does nothing with \"" STR_FMT "\"",
                 STR_ARG(inclusion->file), STR_ARG(source_text(name)));
    if (near.len > 0 && !given) {
        diag_hint(slips->diags, "did you mean \"" STR_FMT "\"?", STR_ARG(near));
        diag_fix(slips->diags, name, arena_copy(slips->diags->arena, near), false);
        return;
    }
    diag_hint(slips->diags, "take it out, or give it another name: mind upper and lower case");
}

static bool is_repeated(const LiquidInclusion *inclusion, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (str_eq(source_text(inclusion->parameters[k]), source_text(inclusion->parameters[i])))
            return true;
    }
    return false;
}

void liquid_check_inclusion(LiquidSlips *slips, const LiquidInclusion *inclusion)
{
    Reads reads = { 0 };

    if (inclusion->outer != NULL || inclusion->parameter_count == 0 || !liquid_is_new(slips, inclusion->name))
        return;
    read_include(&reads, source_text(inclusion->region), slips->scratch);
    for (size_t i = 0; i < inclusion->parameter_count; i++) {
        Span name = inclusion->parameters[i];
        if (is_repeated(inclusion, i)) {
            diag_warning(slips->diags, "liquid-include-argument", name, "\"" STR_FMT "\" is given twice",
                         STR_ARG(source_text(name)));
            diag_hint(slips->diags, "take one of the two out: the last one counts");
        } else if (!may_read(&reads, source_text(name))) {
            tell_unread(slips, inclusion, &reads, name);
        }
    }
}

/* --- and those that are not -------------------------------------------------------------------------------------- */

static size_t count_different(const Reads *reads)
{
    size_t count = 0;
    for (size_t i = 0; i < reads->names.len; i++)
        count += !has(reads->names.items[i], reads->names.items, i);
    return count;
}

/* It would be an address that leads nowhere, or all that the include has to say. */
static bool is_needed(const Reads *reads, Str name)
{
    if (reads->all || has(name, reads->weighed.items, reads->weighed.len))
        return false;
    return has(name, reads->needed.items, reads->needed.len) || count_different(reads) == 1;
}

static bool has_slip(const LiquidInclusion *inclusion, const Reads *reads)
{
    for (size_t i = 0; i < inclusion->parameter_count; i++) {
        if (!may_read(reads, source_text(inclusion->parameters[i])))
            return true;
    }
    return false;
}

static void check_not_given(LiquidSlips *slips, const LiquidMissing *missing)
{
    const LiquidInclusion *inclusion = missing->inclusion;
    Str name = missing->is_root ? key_at(missing->span.source->text, missing->span.end) : missing->name;
    Reads reads = { 0 };

    if (missing->use != LIQUID_SHOWN || inclusion == NULL || inclusion->outer != NULL)
        return;
    Span once = { inclusion->name.source, inclusion->name.start, missing->span.start };
    if (missing->span.source != inclusion->region.source || !liquid_is_new(slips, once))
        return;
    read_include(&reads, source_text(inclusion->region), slips->scratch);
    if (!is_needed(&reads, name) || has_slip(inclusion, &reads))
        return;
    diag_warning(slips->diags, "liquid-include-argument", inclusion->name,
                 "\"" STR_FMT "\" needs \"" STR_FMT "\", which it is not given", STR_ARG(inclusion->file),
                 STR_ARG(name));
    diag_hint(slips->diags, "write {%% include " STR_FMT " " STR_FMT "=\"...\" %%}", STR_ARG(inclusion->file),
              STR_ARG(name));
}

/* The word of `x=word` in an include, without quotes; the empty span for what stands elsewhere. */
static Span bare_value(Span start)
{
    Str text = start.source->text;
    Str before = str_trim_right(str_slice(text, 0, start.start));
    size_t open = before.len, end = start.end;
    while (open > 0 && !(str_at(before, open - 1) == '%' && open > 1 && str_at(before, open - 2) == '{')) {
        open--;
        if (before.len - open > 1000 || str_at(before, open) == '}')
            return (Span){ start.source, 0, 0 };
    }
    Str tag = str_trim_left(str_from_offset(before, str_at(before, open) == '-' ? open + 1 : open));
    if (open == 0 || !str_starts_with(tag, STR("include")) || !str_ends_with(before, STR("=")))
        return (Span){ start.source, 0, 0 };
    while (is_name_char(str_at(text, end)) || str_at(text, end) == '.')
        end++;
    return (Span){ start.source, start.start, (uint32_t)end };
}

bool liquid_check_parameter(LiquidSlips *slips, const LiquidMissing *missing)
{
    if (str_eq(missing->root, STR("include")) && missing->is_included) {
        check_not_given(slips, missing);
        return true;
    }
    if (!missing->is_root || missing->use != LIQUID_KEPT)
        return false;
    Span word = bare_value(missing->span);
    if (word.end == 0 || missing->is_included)
        return false;
    if (!liquid_is_new(slips, word))
        return true;
    Str text = source_text(word);
    diag_warning(slips->diags, "liquid-include-argument", word,
                 "\"" STR_FMT "\" is not in quotes, and there is no variable of that name", STR_ARG(text));
    diag_hint(slips->diags, "write \"" STR_FMT "\" with the quotes", STR_ARG(text));
    diag_fix(slips->diags, word, arena_format(slips->diags->arena, "\"" STR_FMT "\"", STR_ARG(text)), false);
    return true;
}
