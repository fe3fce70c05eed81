/* lib/liquid/syntax_hints.c - what was meant by markup that the strict parser does not take. */
#include "liquid/syntax.h"

typedef struct Fault {
    const Strict *strict;
    Located markup;
    Str text;   /* at fault, and all behind it */
    Str before; /* it, without blanks at the end */
    Diags *diags;
} Fault;

static Span part(const Fault *fault, size_t start, size_t end)
{
    return located_part(fault->markup, start, end);
}

/* In `if`, `elsif` and `unless`. */
static bool is_condition(const Fault *fault)
{
    Str tag = str_trim_right(str_slice(fault->markup.span.source->text, 0, fault->markup.span.start));
    return str_ends_with(tag, STR("if")) || str_ends_with(tag, STR("unless"));
}

static bool hint_equals(const Fault *fault)
{
    size_t start = fault->strict->fault.start;
    if (str_at(fault->text, 0) != '=')
        return false;
    if (str_eq(str_from(fault->strict->wanted), STR("\":\""))) {
        diag_hint(fault->diags, "write a colon instead");
        diag_fix(fault->diags, part(fault, start, start + 1), STR(":"), false);
        return true;
    }
    if (!is_condition(fault))
        return false;
    diag_hint(fault->diags, "write \"==\": two equals signs compare");
    diag_fix(fault->diags, part(fault, start, start + 1), STR("=="), false);
    return true;
}

static bool hint_words(const Fault *fault)
{
    size_t start = fault->strict->fault.start;
    bool both = str_starts_with(fault->text, STR("&&"));
    if (!both && !str_starts_with(fault->text, STR("||")))
        return false;
    diag_hint(fault->diags, "write \"%s\"", both ? "and" : "or");
    diag_fix(fault->diags, part(fault, start, start + 2), both ? STR("and") : STR("or"), false);
    return true;
}

static bool hint_filter(const Fault *fault)
{
    if (fault->strict->fault.kind != TOKEN_PIPE || !str_eq(str_from(fault->strict->wanted), STR("the end of the tag")))
        return false;
    diag_hint(fault->diags, "filters work in outputs and in assign only: assign the filtered value to a name first");
    return true;
}

/* `| append "x"` */
static bool hint_colon(const Fault *fault)
{
    size_t end = fault->before.len, start = end;
    TokenKind kind = fault->strict->fault.kind;
    while (start > 0 && scan_is_name_char(str_at(fault->before, start - 1)))
        start--;
    Str name = str_slice(fault->before, start, end);
    if (name.len == 0 || !str_ends_with(str_trim_right(str_slice(fault->before, 0, start)), STR("|"))
        || (kind != TOKEN_STRING && kind != TOKEN_NUMBER && kind != TOKEN_NAME))
        return false;
    diag_hint(fault->diags, "write a colon behind the name of the filter: " STR_FMT ": " STR_FMT, STR_ARG(name),
              STR_ARG(str_slice(fault->text, 0, fault->strict->fault.end - fault->strict->fault.start)));
    diag_fix(fault->diags, part(fault, end, end), STR(":"), false);
    return true;
}

/* site.data.2019 */
static bool hint_number(const Fault *fault)
{
    Token token = fault->strict->fault;
    size_t dot = fault->before.len;
    if (token.kind != TOKEN_NUMBER || dot == 0 || str_at(fault->before, dot - 1) != '.')
        return false;
    Str number = str_slice(fault->markup.str, token.start, token.end);
    Str right = arena_format(fault->diags->arena, "[\"" STR_FMT "\"]", STR_ARG(number));
    diag_hint(fault->diags, "write " STR_FMT " instead of ." STR_FMT, STR_ARG(right), STR_ARG(number));
    diag_fix(fault->diags, part(fault, dot - 1, token.end), right, false);
    return true;
}

/* What stands for itself. */
static bool hint_known(const Fault *fault)
{
    static const struct {
        Str start;
        const char *hint;
    } known[] = {
        { STR_INIT("\xE2\x80\x9C"), "write straight quotes: \"...\"" },
        { STR_INIT("\xE2\x80\x9D"), "write straight quotes: \"...\"" },
        { STR_INIT("\xE2\x80\x9E"), "write straight quotes: \"...\"" },
        { STR_INIT("\xE2\x80\x98"), "write straight quotes: '...'" },
        { STR_INIT("\xE2\x80\x99"), "write straight quotes: '...'" },
        { STR_INIT("\""), "close the quotation marks" },
        { STR_INIT("'"), "close the quotation marks" },
        { STR_INIT("{"), "name the variable alone: inside a tag it has no braces" },
        { STR_INIT("("), "brackets group nothing here: write one block inside the other" },
        { STR_INIT("!"), "to ask for the contrary, write \"unless\" for \"if\", or compare with false" },
        { STR_INIT("+"), "for sums there are filters: | plus: 1" },
        { STR_INIT("*"), "for products there are filters: | times: 2" },
        { STR_INIT("/"), "for fractions there are filters: | divided_by: 2" },
    };
    bool negates = str_at(fault->text, 0) != '!' || is_condition(fault);
    bool whole = fault->strict->fault.kind == TOKEN_STRING;
    for (size_t i = 0; negates && !whole && i < sizeof(known) / sizeof(known[0]); i++) {
        if (str_starts_with(fault->text, known[i].start)) {
            diag_hint(fault->diags, "%s", known[i].hint);
            return true;
        }
    }
    return false;
}

void syntax_hint(const Strict *strict, Located markup)
{
    static bool (*const hints[])(const Fault *) = { hint_equals, hint_words,  hint_filter,
                                                    hint_colon,  hint_number, hint_known };
    Fault fault = {
        .strict = strict,
        .markup = markup,
        .text = str_from_offset(markup.str, strict->fault.start),
        .before = str_trim_right(str_slice(markup.str, 0, strict->fault.start)),
        .diags = strict->syntax->diags,
    };
    if (markup.span.source == NULL) /* an expression in a text that was computed */
        return;
    for (size_t i = 0; i < sizeof(hints) / sizeof(hints[0]); i++) {
        if (hints[i](&fault))
            return;
    }
    if (strict->fault.kind != TOKEN_END)
        diag_hint(fault.diags, "take out what is marked, or write what was meant");
}
