/* lib/check/text_placeholders.c - what was to be replaced before publishing. */
#include "check/prose.h"

/* In capitals, as a word of its own. */
static const Str marks[] = { STR_INIT("TO"
                                      "DO"),
                             STR_INIT("TBD"),
                             STR_INIT("FIX"
                                      "ME"),
                             STR_INIT("X"
                                      "XX"),
                             STR_INIT("TKTK") };

/* In brackets, or after "insert" and before "here". */
static const Str wanted[] = {
    STR_INIT("address"), STR_INIT("author"), STR_INIT("date"), STR_INIT("description"), STR_INIT("email"),
    STR_INIT("image"),   STR_INIT("link"),   STR_INIT("name"), STR_INIT("number"),      STR_INIT("photo"),
    STR_INIT("picture"), STR_INIT("quote"),  STR_INIT("text"), STR_INIT("title"),       STR_INIT("url"),
};

static const Str orders[] = { STR_INIT("insert "), STR_INIT("add "), STR_INIT("put ") };

static void report(const Prose *prose, size_t start, size_t end)
{
    diag_warning(prose->subject->diags, "placeholder", prose_span(prose, start, end),
                 "\"" STR_FMT "\" looks like a placeholder", STR_ARG(str_slice(prose->text, start, end)));
    diag_hint(prose->subject->diags, "write what is meant to stand here, or take it out");
}

static bool starts_with_nocase(Str text, Str prefix)
{
    return str_eq_nocase(str_slice(text, 0, prefix.len), prefix);
}

static bool joins(int c)
{
    return char_is_alnum(c) || c == '_' || c == '-' || c == '/' || c == '#' || c == '@' || c >= 0x80;
}

static size_t order_end(Str text, size_t at)
{
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
        if (starts_with_nocase(str_from_offset(text, at), orders[i]))
            return at + orders[i].len;
    }
    return 0;
}

/* Some lists and files are called by such a mark: "the list", "on the list", "list:" above the list itself. */
static bool is_name(Str text, size_t at, size_t end)
{
    Str rest = str_from_offset(text, end);
    bool labels = at == 0 || strchr("([.:", str_at(text, at - 1)) != NULL
                  || (at > 1 && strchr(".:!?", str_at(text, at - 2)) != NULL);
    bool heads = str_at(rest, 0) == ':' && str_trim(rest).len == 1;
    return !labels || heads;
}

/* The mark, but not as a part of a longer word, of a file's name, or before a noun. */
static size_t mark_end(Str text, size_t at)
{
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        size_t end = at + marks[i].len;
        Str rest = str_from_offset(text, end);
        if (!str_starts_with(str_from_offset(text, at), marks[i]) || joins(str_at(rest, 0)))
            continue;
        bool file = str_at(rest, 0) == '.' && joins(str_at(rest, 1));
        bool noun = str_at(rest, 0) == ' ' && prose_is_small(str_at(rest, 1)) && order_end(rest, 1) == 0;
        return file || noun || (i == 0 && is_name(text, at, end)) ? 0 : end;
    }
    return 0;
}

static size_t wanted_end(Str text, size_t at)
{
    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        if (starts_with_nocase(str_from_offset(text, at), wanted[i]) && !joins(str_at(text, at + wanted[i].len)))
            return at + wanted[i].len;
    }
    return 0;
}

/* "[link]", "[insert the date of the meeting]" */
static size_t bracketed_end(Str text, size_t at)
{
    enum { LONGEST = 60 };
    size_t close = str_find_char(str_slice(text, at, at + LONGEST), ']', 0);
    if (close == STR_NONE)
        return 0;
    size_t inside = at + 1;
    bool whole = wanted_end(text, inside) == at + close;
    return whole || order_end(text, inside) > 0 ? at + close + 1 : 0;
}

/* "insert link here" */
static size_t phrase_end(Str text, size_t at)
{
    static const Str articles[] = { STR_INIT("a "), STR_INIT("an "), STR_INIT("the "), STR_INIT("your ") };
    size_t word = order_end(text, at);
    if (word == 0)
        return 0;
    for (size_t i = 0; i < sizeof(articles) / sizeof(articles[0]); i++) {
        if (starts_with_nocase(str_from_offset(text, word), articles[i]))
            word += articles[i].len;
    }
    size_t end = wanted_end(text, word);
    return end > 0 && starts_with_nocase(str_from_offset(text, end), STR(" here")) && !joins(str_at(text, end + 5))
               ? end + 5
               : 0;
}

static size_t placeholder_end(Str text, size_t at)
{
    switch (str_at(text, at)) {
    case 'T':
    case 'F':
    case 'X':
        return mark_end(text, at);
    case '[':
        return bracketed_end(text, at);
    case 'L':
    case 'l':
        return starts_with_nocase(str_from_offset(text, at), STR("lorem ipsum")) ? at + 11 : 0;
    case 'I':
    case 'i':
    case 'A':
    case 'a':
        return phrase_end(text, at);
    default:
        return 0;
    }
}

void prose_check_placeholders(const Prose *prose)
{
    Str text = prose->text;
    for (size_t at = 0; at < text.len; at++) {
        if (at > 0 && joins(str_at(text, at - 1)))
            continue;
        size_t end = placeholder_end(text, at);
        if (end == 0)
            continue;
        report(prose, at, end);
        at = end - 1;
    }
}
