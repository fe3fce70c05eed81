/* lib/check/html_balance.c - end tags that are missing, lost, or in a wrong order. */
#include "check/html.h"

enum {
    MAX_OPEN = 128,   /* what nests deeper is not looked at */
    MAX_PASSED = 32,  /* of which an own end tag is awaited */
    NEAR_BYTES = 400, /* an end tag in a wrong order stands near the right place */
};

static Part part_of(const HtmlTag *tag)
{
    return (Part){ tag->start, tag->end };
}

static void report_unclosed(const HtmlBalance *balance, const HtmlOpen *open)
{
    Str name = open->tag.name;
    if (!link_say(balance->subject, "html-unclosed", part_of(&open->tag), "<" STR_FMT "> has no end tag",
                  STR_ARG(name)))
        return;
    if (open->repeated)
        diag_hint(balance->subject->diags, "this was probably meant to be </" STR_FMT ">", STR_ARG(name));
    else
        diag_hint(balance->subject->diags, "write </" STR_FMT "> where it ends%s", STR_ARG(name),
                  open->leaf != NULL ? ", in the same paragraph; or put it in `...` to show it" : "");
}

void html_balance_start(HtmlBalance *balance, const HtmlTag *tag, const Node *leaf, Str alias, bool strict)
{
    size_t depth = balance->open.len;
    if (depth >= MAX_OPEN)
        return;
    bool repeated = depth > 0 && str_eq_nocase(balance->open.items[depth - 1].tag.name, tag->name)
                    && html_element_flags(tag->name) == ELEMENT_KNOWN && balance->open.items[depth - 1].leaf == leaf;
    HtmlOpen open = { .tag = *tag, .alias = alias, .leaf = leaf, .strict = strict, .repeated = repeated };
    vec_push(balance->subject->scratch, &balance->open, open);
}

static bool is_of(const HtmlOpen *open, Str name)
{
    return str_eq_nocase(open->tag.name, name) || (open->alias.len > 0 && str_eq_nocase(open->alias, name));
}

/* What stood open above element `at` is passed over by its end tag. */
static void pass(HtmlBalance *balance, size_t at, Part culprit)
{
    for (size_t i = balance->open.len; i-- > at;) {
        HtmlOpen *open = &balance->open.items[i];
        bool twin = i + 1 < balance->open.len && balance->open.items[i + 1].repeated;
        if (!open->strict || open->alias.len > 0 || twin)
            continue;
        open->culprit = culprit;
        if (balance->passed.len < MAX_PASSED)
            vec_push(balance->subject->scratch, &balance->passed, *open);
        else
            report_unclosed(balance, open);
    }
    balance->open.len = at;
}

/* The end tag of one that was passed over shortly before: their order is wrong. */
static bool take_passed(HtmlBalance *balance, const HtmlTag *tag, const Node *leaf)
{
    for (size_t i = balance->passed.len; i-- > 0;) {
        HtmlOpen *passed = &balance->passed.items[i];
        bool lost = passed->culprit.end == 0;
        if (!is_of(passed, tag->name) || (!lost && tag->start > passed->culprit.end + NEAR_BYTES)
            || (!lost && passed->leaf != leaf))
            continue;
        if (lost)
            report_unclosed(balance, passed);
        else if (link_say(balance->subject, "html-misnested", passed->culprit,
                          "this ends before <" STR_FMT ">, which began within it", STR_ARG(passed->tag.name)))
            diag_hint(balance->subject->diags, "what begins last must end first: write </" STR_FMT "> before it",
                      STR_ARG(passed->tag.name));
        memmove(passed, passed + 1, (--balance->passed.len - i) * sizeof(*passed));
        return true;
    }
    return false;
}

static size_t find_open(const HtmlBalance *balance, Str name)
{
    for (size_t i = balance->open.len; i-- > 0;) {
        if (is_of(&balance->open.items[i], name))
            return i;
    }
    return STR_NONE;
}

/* `</stong>` ends the <strong> that is open. */
static void end_unknown(HtmlBalance *balance, const HtmlTag *tag)
{
    size_t at = balance->open.len - 1;
    Str name = balance->open.len > 0 ? balance->open.items[at].tag.name : STR("");
    size_t limit = name.len > 2 ? 2 : 1;

    if (balance->open.len == 0 || str_distance(name, tag->name, limit) > limit)
        name = (Str){ 0 };
    else
        balance->open.len = at;
    if (!link_say(balance->subject, "html-unknown-element", part_of(tag), "HTML has no element \"" STR_FMT "\"",
                  STR_ARG(tag->name)))
        return;
    if (name.len > 0)
        diag_hint(balance->subject->diags, "did you mean </" STR_FMT ">?", STR_ARG(name));
    else
        diag_hint(balance->subject->diags, "to show it as it stands, put it in `...`");
}

void html_balance_end(HtmlBalance *balance, const HtmlTag *tag, const Node *leaf, bool known)
{
    size_t at = find_open(balance, tag->name);

    if (at != STR_NONE) {
        pass(balance, at + 1, part_of(tag));
        balance->open.len = at;
        return;
    }
    if (!known) {
        end_unknown(balance, tag);
        return;
    }
    if (take_passed(balance, tag, leaf))
        return;
    bool is_void = (html_element_flags(tag->name) & ELEMENT_VOID) != 0;
    if (!link_say(balance->subject, "html-stray-close", part_of(tag),
                  is_void ? "</" STR_FMT ">: this element has no end tag" : "</" STR_FMT "> ends nothing",
                  STR_ARG(tag->name)))
        return;
    if (str_eq_nocase(tag->name, STR("br")))
        diag_hint(balance->subject->diags, "write <br>");
    else if (is_void)
        diag_hint(balance->subject->diags, "delete it");
    else
        diag_hint(balance->subject->diags, "delete it, or write <" STR_FMT "> where it should begin",
                  STR_ARG(tag->name));
}

/* What began in a paragraph must end in it; an end tag that comes later belongs to it all the same. */
void html_balance_leave(HtmlBalance *balance, const Node *leaf)
{
    size_t at = balance->open.len;
    while (at > 0 && balance->open.items[at - 1].leaf == leaf && leaf != NULL)
        at--;
    pass(balance, at, (Part){ 0, 0 });
}

void html_balance_finish(HtmlBalance *balance)
{
    pass(balance, 0, (Part){ 0, 0 });
    for (size_t i = 0; i < balance->passed.len; i++)
        report_unclosed(balance, &balance->passed.items[i]);
}
