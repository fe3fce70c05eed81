/* lib/check/links_faults.c - what was meant to be a link and is none. */
#include "check/link.h"

#include <stdlib.h>

static bool is_defined(const LinkScan *scan, Part label)
{
    return map_has(&scan->by_label, link_key(link_text(scan, label), scan->arena));
}

/* The definition whose label is most like it: of several equally near the first. */
static Definition *find_near(LinkScan *scan, Part label)
{
    Str key = link_key(link_text(scan, label), scan->arena);
    size_t limit = key.len < 5 ? 1 : key.len < 12 ? 2 : 3, best = limit + 1;
    Definition *found = NULL;

    for (size_t i = 0; i < scan->definitions.len && scan->work > 0; i++) {
        Str other = scan->definitions.items[i]->key;
        /* labels with other numbers are other labels: `[issue 12]` and `[issue 13]` */
        if (other.len > key.len + limit || key.len > other.len + limit || !str_same_digits(other, key))
            continue;
        scan->work--;
        size_t distance = str_distance(other, key, limit);
        if (distance < best && distance < key.len) {
            best = distance;
            found = scan->definitions.items[i];
        }
    }
    return found;
}

/* --- labels nobody defines --------------------------------------------------------------------------------------- */

static void say_undefined(const Subject *subject, LinkScan *scan, const Bracket *bracket, Part label)
{
    Str name = str_trim(link_text(scan, label));
    Part place = bracket->tail == TAIL_LABEL ? (Part){ bracket->target.start - 1, bracket->target.end + 1 }
                                             : (Part){ bracket->open, bracket->close + 1 };
    Definition *near = find_near(scan, label);

    if (!link_say(subject, "ref-undefined", place, "no line says where [" STR_FMT "] leads", STR_ARG(name)))
        return;
    if (near == NULL) {
        diag_hint(subject->diags, "add a line at the end: [" STR_FMT "]: https://...", STR_ARG(name));
        return;
    }
    near->used = true;
    diag_hint(subject->diags, "did you mean [" STR_FMT "]?", STR_ARG(link_text(scan, near->label)));
    if (bracket->tail == TAIL_LABEL && bracket->target.end > bracket->target.start)
        link_offer(subject, bracket->target, link_text(scan, near->label), false);
}

static bool is_task(Str label)
{
    return label.len == 0 || str_eq(label, STR("x")) || str_eq(label, STR("X"));
}

/* `[1][text](address)`: what stands behind the first brackets is a link of its own. */
static bool has_link_as_tail(const LinkScan *scan, const Bracket *bracket)
{
    const Bracket *end = scan->brackets.items + scan->brackets.len;
    for (const Bracket *next = bracket + 1; next < end && next->open < bracket->target.start; next++) {
        if (next->open + 1 == bracket->target.start)
            return next->node != NULL;
    }
    return false;
}

/* `[text][label]`, `[label][]`. */
static bool check_undefined(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    if (bracket->tail != TAIL_LABEL || bracket->gap)
        return false;
    Part label =
        bracket->target.end > bracket->target.start ? bracket->target : (Part){ bracket->open + 1, bracket->close };
    if (is_task(str_trim(link_text(scan, label))) || has_link_as_tail(scan, bracket))
        return false;
    vec_push(scan->arena, &scan->told, ((Part){ bracket->open, bracket->end }));
    if (is_defined(scan, label))
        return false;
    say_undefined(subject, scan, bracket, label);
    scan->told_until = bracket->end;
    return true;
}

/* Above all a word in brackets is a word in brackets: `[sic]`. It was to be a link where a label that nothing else
 * uses is nearly that. */
static bool check_shortcut(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    Part label = { bracket->open + 1, bracket->close };
    if (bracket->tail != TAIL_NONE && !bracket->gap)
        return false;
    if (str_trim(link_text(scan, label)).len < 4 || is_defined(scan, label)
        || str_find_char(link_text(scan, label), '[', 0) != STR_NONE)
        return false;
    const Definition *near = find_near(scan, label);
    if (near == NULL || near->used)
        return false;
    Bracket alone = *bracket;
    alone.tail = TAIL_NONE;
    say_undefined(subject, scan, &alone, label);
    return true;
}

/* `[text] [label]`: a link in kramdown alone. */
static bool check_spaced(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    if (bracket->tail != TAIL_LABEL || !bracket->gap || bracket->node != NULL || scan->document->dialect != DIALECT_GFM
        || !is_defined(scan, bracket->target))
        return false;
    Part gap = { bracket->close + 1, bracket->target.start - 1 };
    if (link_say(subject, "ref-space", gap, "between the link's text and its label there must be no space")) {
        diag_hint(subject->diags, "write [" STR_FMT "][" STR_FMT "]",
                  STR_ARG(link_text(scan, (Part){ bracket->open + 1, bracket->close })),
                  STR_ARG(link_text(scan, bracket->target)));
        link_offer(subject, gap, STR(""), true);
    }
    return true;
}

/* --- brackets and parentheses that are nearly a link ------------------------------------------------------------- */

static bool looks_like_address(Str text)
{
    static const char *const starts[] = { "http://", "https://", "mailto:", "www.", "//", "./", "../" };
    if (str_at(text, 0) == '/' || str_at(text, 0) == '#') /* and not "[/caption]" */
        return str_find_char(text, '/', 1) != STR_NONE || (text.data[0] == '#' && text.len > 1);
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        if (str_starts_with(text, str_from(starts[i])) && text.len > 1)
            return true;
    }
    return false;
}

/* An address in it is not told again as bare. */
static bool say_malformed(const Subject *subject, LinkScan *scan, Part place, const char *what, const char *hint)
{
    Str text = scan->document->text;
    Part all = place;
    while (all.end < text.len && !char_is_space(text.data[all.end]))
        all.end++;
    vec_push(scan->arena, &scan->told, all);
    if (!link_say(subject, "link-malformed", place, "%s", what))
        return false;
    diag_hint(subject->diags, "%s", hint);
    return true;
}

/* `[text] (https://...)` */
static bool check_gap(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    Str address = link_text(scan, bracket->target);
    if (bracket->tail != TAIL_ADDRESS || !bracket->gap || !looks_like_address(address) || bracket->node != NULL)
        return false;
    Part gap = { bracket->close + 1, bracket->target.start - 1 };
    Str between = link_text(scan, gap);
    if (str_find_char(between, '(', 0) != STR_NONE || str_find_char(between, '\n', 0) != STR_NONE)
        return false;
    if (say_malformed(subject, scan, gap, "between the link's text and its address there must be no space",
                      "write [text](address)"))
        link_offer(subject, gap, STR(""), false);
    return true;
}

/* `[text](https://...` without its end, or with a space in it where that ends the address. */
static bool check_tail(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    Str address = link_text(scan, bracket->target);
    if (bracket->tail != TAIL_ADDRESS || bracket->gap || bracket->node != NULL)
        return false;
    if (bracket->closed) {
        size_t space = str_find_char(address, ' ', 0);
        if (space == STR_NONE || !looks_like_address(address))
            return false;
        say_malformed(subject, scan, bracket->target, "a space stands in the address, so this is no link",
                      "take the space out, or write %20 where it belongs to the address");
        return true;
    }
    if (!looks_like_address(address))
        return false;
    Part place = { bracket->close + 1, bracket->target.end };
    uint32_t end = bracket->target.end;
    while (end > bracket->target.start && strchr(".,;:!?", scan->document->text.data[end - 1]) != NULL)
        end--;
    if (say_malformed(subject, scan, place, "the link's address has no closing parenthesis",
                      "write ) behind the address"))
        link_offer(subject, (Part){ end, end }, STR(")"), false);
    return true;
}

static size_t open_parenthesis(Str text, size_t close, size_t from)
{
    int depth = 0;
    for (size_t at = close + 1; at > from && close + 1 - at < 400; at--) {
        char c = text.data[at - 1];
        depth += c == ')' ? 1 : c == '(' ? -1 : 0;
        if (c == '\n' || depth == 0)
            return c == '(' ? at - 1 : STR_NONE;
    }
    return STR_NONE;
}

/* `(text)[https://...]` */
static bool check_reversed(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    Str text = scan->document->text;
    Part inner = { bracket->open + 1, bracket->close };
    Str address = str_trim(link_text(scan, inner));

    if (bracket->open == 0 || str_at(text, bracket->open - 1) != ')' || bracket->node != NULL
        || !looks_like_address(address))
        return false;
    size_t open = open_parenthesis(text, bracket->open - 1, 0);
    if (open == STR_NONE)
        return false;
    Str words = str_slice(text, open + 1, bracket->open - 1);
    Part whole = { (uint32_t)open, bracket->close + 1 };
    if (say_malformed(subject, scan, whole, "brackets and parentheses of the link are the wrong way round",
                      "write [text](address)"))
        link_offer(subject, whole,
                   arena_format(subject->scratch, "[" STR_FMT "](" STR_FMT ")", STR_ARG(words), STR_ARG(address)),
                   false);
    return true;
}

/* Whether a bracket that nothing closes stands in the line before the place. */
static bool begins_before(Str text, size_t at)
{
    for (size_t length = 0; at > 0 && length < 400; length++) {
        int c = str_at(text, --at);
        if (c == '[' || c == ']' || c == '\n')
            return c == '[';
    }
    return false;
}

/* `[text(https://...)`, `[text[(https://...)` or `[text](https://...]` */
static bool check_unclosed(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    Str text =
        str_slice(scan->document->text, 0, bracket->leaf < bracket->open + 400 ? bracket->leaf : bracket->open + 400);
    size_t line = str_find_char(text, '\n', bracket->open);
    Str near = str_slice(text, 0, line);
    size_t parenthesis = str_find_char(near, '(', bracket->open);

    if (bracket->close != bracket->open || parenthesis == STR_NONE)
        return false;
    Str words = str_slice(near, bracket->open + 1, parenthesis);
    if (str_find_char(words, '[', 0) != STR_NONE || str_find_char(words, ']', 0) != STR_NONE)
        return false;
    if (!looks_like_address(str_from_offset(near, parenthesis + 1)) || char_is_space(str_at(near, parenthesis - 1)))
        return false;
    Part place = { bracket->open, (uint32_t)parenthesis };
    if (words.len == 0 && begins_before(text, bracket->open)) {
        if (say_malformed(subject, scan, place, "the link's text has no closing bracket", "write ] in place of this ["))
            link_offer(subject, place, STR("]"), false);
    } else if (say_malformed(subject, scan, place, "the link's text has no closing bracket",
                             "write ] before the parenthesis")
               && words.len > 0) {
        link_offer(subject, (Part){ place.end, place.end }, STR("]"), false);
    }
    return true;
}

/* `text](https://...)` */
static void check_lone(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    if (str_at(scan->document->text, bracket->close + 1) == '('
        && looks_like_address(str_slice(scan->document->text, bracket->close + 2, bracket->leaf)))
        say_malformed(subject, scan, (Part){ bracket->close, bracket->close + 1 },
                      "the link's text has no opening bracket", "write [ before the first word of the link");
}

/* `[text]{https://...}`, `[text]<https://...>`, `[text]:https://...` */
static bool check_other_marks(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    Str text = str_slice(scan->document->text, 0, bracket->leaf);
    uint32_t at = bracket->close + 1;
    int mark = str_at(text, at);
    int end = mark == '{' ? '}' : mark == '<' ? '>' : 0;
    size_t close = end == 0 ? STR_NONE : str_find_char(str_slice(text, 0, at + 400), (char)end, at);

    if (bracket->node != NULL || close == STR_NONE || !looks_like_address(str_slice(text, at + 1, close)))
        return false;
    Part place = { at, (uint32_t)close + 1 };
    if (say_malformed(subject, scan, place, "the address of a link stands in parentheses", "write [text](address)"))
        link_offer(subject, place,
                   arena_format(subject->scratch, "(" STR_FMT ")", STR_ARG(str_slice(text, at + 1, close))), false);
    return true;
}

/* `[text]https://...)`: notes such as `[1]https://...` have no parenthesis. */
static bool check_no_opening(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    Str text = str_slice(scan->document->text, 0, bracket->leaf);
    uint32_t at = bracket->close + 1, end = at;
    while (end < text.len && !char_is_space(text.data[end]) && text.data[end] != '(' && text.data[end] != ')')
        end++;
    if (bracket->node != NULL || str_at(text, end) != ')' || str_at(text, at) != 'h'
        || !looks_like_address(str_slice(text, at, end)))
        return false;
    if (say_malformed(subject, scan, (Part){ at, end + 1 }, "the link's address has no opening parenthesis",
                      "write ( before the address"))
        link_offer(subject, (Part){ at, at }, STR("("), false);
    return true;
}

typedef bool BracketRule(const Subject *subject, LinkScan *scan, const Bracket *bracket);

static void check_bracket(const Subject *subject, LinkScan *scan, const Bracket *bracket)
{
    static BracketRule *const rules[] = { check_reversed, check_gap, check_tail, check_other_marks, check_no_opening };

    if (bracket->node != NULL || bracket->note)
        return;
    if (bracket->lone) {
        check_lone(subject, scan, bracket);
        return;
    }
    if (bracket->close == bracket->open) {
        check_unclosed(subject, scan, bracket);
        return;
    }
    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        if (rules[i](subject, scan, bracket))
            return;
    }
    if (!check_spaced(subject, scan, bracket) && !check_undefined(subject, scan, bracket))
        check_shortcut(subject, scan, bracket);
}

/* --- bare addresses ---------------------------------------------------------------------------------------------- */

static void say_bare(const Subject *subject, const LinkScan *scan, const Address *address)
{
    Str url = link_text(scan, address->url);
    bool scheme = address->mail || str_contains(url, STR("://"));
    Str meant = arena_format(subject->scratch, scheme ? "<" STR_FMT ">" : "[" STR_FMT "](https://" STR_FMT ")",
                             STR_ARG(url), STR_ARG(url));

    if (!link_say(subject, address->mail ? "link-bare-email" : "link-bare-url", address->whole,
                  "this address is no link: nobody can follow it"))
        return;
    diag_hint(subject->diags, "write " STR_FMT, STR_ARG(meant));
    if (str_find_char(url, '\\', 0) == STR_NONE)
        link_offer(subject, address->whole, meant, true);
}

static int by_start(const void *left, const void *right)
{
    const Part *a = left, *b = right;
    return a->start < b->start ? -1 : a->start > b->start;
}

void check_link_faults(const Subject *subject, LinkScan *scan)
{
    size_t told = 0;

    for (size_t i = 0; i < scan->brackets.len; i++) {
        const Bracket *bracket = &scan->brackets.items[i];
        if (bracket->open >= scan->told_until)
            check_bracket(subject, scan, bracket);
    }
    if (scan->told.len > 1)
        qsort(scan->told.items, scan->told.len, sizeof(Part), by_start);
    if (scan->document->dialect == DIALECT_GFM)
        return;
    for (size_t i = 0; i < scan->addresses.len; i++) {
        const Address *address = &scan->addresses.items[i];
        while (told < scan->told.len && scan->told.items[told].end <= address->whole.start)
            told++;
        bool in_fault = told < scan->told.len && scan->told.items[told].start <= address->whole.start;
        if (address->bare && !in_fault)
            say_bare(subject, scan, address);
    }
}
