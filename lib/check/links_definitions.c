/* lib/check/links_definitions.c - lines such as `[label]: address`. */
#include "check/link.h"

static Str digits_of_year(Str text, size_t *at)
{
    for (size_t i = *at; i + 4 <= text.len; i++) {
        Str year = str_slice(text, i, i + 4);
        bool digits = true;
        for (size_t k = 0; k < 4; k++)
            digits = digits && char_is_digit(year.data[k]);
        bool alone = !char_is_digit(str_at(text, i + 4)) && (i == 0 || !char_is_digit(text.data[i - 1]));
        if (digits && alone && (str_starts_with(year, STR("19")) || str_starts_with(year, STR("20")))) {
            *at = i + 4;
            return year;
        }
    }
    *at = text.len;
    return (Str){ NULL, 0 };
}

/* `[conference-2024]` that leads to `/conference/2023/`: both name one year, and not the same. */
static void check_year(const Subject *subject, const LinkScan *scan, const Definition *definition)
{
    Str label = link_text(scan, definition->label), url = definition->address;
    size_t label_at = 0, url_at = 0;
    Str year = digits_of_year(label, &label_at);
    Str other = digits_of_year(url, &url_at);

    if (year.len == 0 || other.len == 0 || str_contains(url, year) || digits_of_year(label, &label_at).len > 0
        || digits_of_year(url, &url_at).len > 0)
        return;
    if (link_say(subject, "ref-wrong", definition->url, "[" STR_FMT "] leads to an address of " STR_FMT, STR_ARG(label),
                 STR_ARG(other)))
        diag_hint(subject->diags, "see which of the two years is meant");
}

/* The words of a label, of three letters and more, that the address has too. */
static size_t count_shared(Str key, Str url, size_t *words)
{
    size_t shared = 0;
    *words = 0;
    for (size_t at = 0, end; at < key.len; at = end + 1) {
        for (end = at; end < key.len && (char_is_alnum(key.data[end]) || (unsigned char)key.data[end] >= 0x80);)
            end++;
        Str word = str_slice(key, at, end);
        if (word.len < 3)
            continue;
        ++*words;
        for (size_t i = 0; i + word.len <= url.len; i++) {
            if (str_eq_nocase(str_slice(url, i, i + word.len), word)) {
                shared++;
                break;
            }
        }
    }
    return shared;
}

/* Two labels, each of which names the other's address and not its own. */
static bool are_swapped(const Definition *a, const Definition *b)
{
    size_t words;
    return count_shared(a->key, a->address, &words) == 0 && words > 0
           && count_shared(a->key, b->address, &words) == words && count_shared(b->key, b->address, &words) == 0
           && words > 0 && count_shared(b->key, a->address, &words) == words;
}

static void check_swapped(const Subject *subject, const LinkScan *scan)
{
    enum { MAX_COMPARED = 100 };
    size_t len = scan->definitions.len < MAX_COMPARED ? scan->definitions.len : MAX_COMPARED;

    for (size_t i = 1; i < len; i++) {
        const Definition *one = scan->definitions.items[i - 1], *other = scan->definitions.items[i];
        if (one->used && other->used && are_swapped(one, other)
            && link_say(subject, "ref-wrong", one->url,
                        "[" STR_FMT "] has the address of [" STR_FMT "], and the other way round",
                        STR_ARG(link_text(scan, one->label)), STR_ARG(link_text(scan, other->label))))
            diag_hint(subject->diags, "exchange the two addresses");
    }
}

static void check_unused(const Subject *subject, const LinkScan *scan, const Definition *definition)
{
    if (definition->used || !link_is_literal(subject, definition->label))
        return;
    if (link_say(subject, "ref-unused", definition->label, "no link uses [" STR_FMT "]",
                 STR_ARG(link_text(scan, definition->label))))
        diag_hint(subject->diags, "take the line away, or link to it with [text][" STR_FMT "]",
                  STR_ARG(link_text(scan, definition->label)));
    link_offer(subject, definition->line, STR(""), true);
}

static void check_repeated(const Subject *subject, const LinkScan *scan, const Definition *definition)
{
    bool last = scan->document->dialect == DIALECT_KRAMDOWN;
    if (!link_is_literal(subject, definition->label))
        return;
    if (link_say(subject, "ref-duplicate", definition->label,
                 last ? "[" STR_FMT "] is defined above already: this line decides"
                      : "[" STR_FMT "] is defined above already: this line is not looked at",
                 STR_ARG(link_text(scan, definition->label))))
        diag_hint(subject->diags, "keep one of the two lines, or give this one another label");
}

/* --- lines that were meant to be definitions --------------------------------------------------------------------- */

typedef struct Slip {
    Part place; /* what is wrong */
    Part edit;  /* what to write there instead */
    Str written;
    const char *what;
    bool empty; /* there is no address */
    bool sure;  /* else it may well be a list of sources: `[1] https://...` */
} Slip;

static bool looks_like_target(Str text)
{
    if (str_at(text, 0) == '<')
        text = str_from_offset(text, 1);
    return str_starts_with(text, STR("http://")) || str_starts_with(text, STR("https://"))
           || str_starts_with(text, STR("mailto:")) || str_starts_with(text, STR("www.")) || str_at(text, 0) == '/';
}

static bool is_referred_to(LinkScan *scan, Str label)
{
    Str key = link_key(label, scan->arena);
    for (size_t i = 0; i < scan->brackets.len && scan->work > 0; i++) {
        const Bracket *bracket = &scan->brackets.items[i];
        scan->work--;
        if (bracket->tail == TAIL_LABEL && str_eq(link_key(link_text(scan, bracket->target), scan->arena), key))
            return true;
    }
    return false;
}

/* An address, and perhaps a title behind it. */
static bool is_one_address(Str rest)
{
    size_t space = str_find_char(rest, ' ', 0);
    int quote = space == STR_NONE ? STR_END : str_at(str_trim_left(str_from_offset(rest, space)), 0);
    return space == STR_NONE || quote == '"' || quote == '\'' || quote == '(';
}

static uint32_t skip_blanks(Str line, uint32_t at)
{
    while (str_at(line, at) == ' ' || str_at(line, at) == '\t')
        at++;
    return at;
}

/* `[label] address`, `[label] : address`, `[label]; address`, `[label]:` and nothing. */
static bool read_slip(Slip *out, Str line, uint32_t at, uint32_t close)
{
    uint32_t behind = close + 1, sign = skip_blanks(line, behind);
    int c = str_at(line, sign);
    bool colon = c == ':', right = colon && sign == behind;
    uint32_t here = skip_blanks(line, sign + (colon || c == ';' || c == '='));
    Str rest = str_trim(str_from_offset(line, here));
    Part place = { at + behind, at + here };

    if (right && rest.len == 0) {
        *out =
            (Slip){ .place = { at, at + here }, .what = "the definition has no address", .sure = true, .empty = true };
        return true;
    }
    if (right) {
        *out = (Slip){ .place = { at + here, at + here + (uint32_t)rest.len }, .sure = true };
        out->what = "a space stands in the address of the definition";
        return looks_like_target(rest) && !is_one_address(rest);
    }
    *out = (Slip){ .place = place, .edit = place, .written = STR(": "), .sure = colon };
    out->what = colon ? "between the label and its colon there must be no space"
                      : "behind the label of a definition there must be a colon";
    return looks_like_target(rest) && is_one_address(rest);
}

/* Its links are explained by the fault of the line. */
static void define_label(LinkScan *scan, Part label)
{
    Str key = link_key(link_text(scan, label), scan->arena);
    if (!map_has(&scan->by_label, key))
        map_put(&scan->by_label, key, ARENA_NEW(scan->arena, Definition));
}

/* An address that Liquid makes of a setting which is empty is no fault of the post. */
static bool is_made(const Subject *subject, Part line)
{
    Span span = places_find(&subject->document->places, line.start, line.end);
    size_t behind = span.end;
    while (str_at(span.source->text, behind) == ' ')
        behind++;
    return !link_is_literal(subject, line) || str_at(span.source->text, behind) == '{';
}

static void say_slip(const Subject *subject, const Slip *slip)
{
    if (!link_say(subject, "ref-definition-malformed", slip->place, "%s", slip->what))
        return;
    diag_hint(subject->diags, "write [label]: https://...");
    if (slip->written.len > 0)
        link_offer(subject, slip->edit, slip->written, false);
}

/* `[label]: address` in a paragraph, right below other text: an empty line must come before it. */
static bool is_glued(Str line, uint32_t close)
{
    uint32_t here = close + 1;
    if (str_at(line, here++) != ':')
        return false;
    while (str_at(line, here) == ' ' || str_at(line, here) == '\t')
        here++;
    return looks_like_target(str_from_offset(line, here));
}

static void check_line(const Subject *subject, LinkScan *scan, Part part, bool first, bool *glued)
{
    Str line = link_text(scan, part);
    Slip slip;

    if (str_at(line, 0) != '[' || str_at(line, 1) == '^')
        return;
    size_t close = str_find_char(line, ']', 0);
    if (close == STR_NONE || close == 1)
        return;
    Part label = { part.start + 1, part.start + (uint32_t)close };
    if (!first && is_glued(line, (uint32_t)close)) {
        define_label(scan, label);
        vec_push(scan->arena, &scan->told, part);
        if (!*glued
            && link_say(subject, "ref-definition-malformed", (Part){ part.start, part.start + (uint32_t)close + 2 },
                        "the definition stands right below other text, so it is text too")) {
            diag_hint(subject->diags, "put an empty line before it");
            link_offer(subject, (Part){ part.start, part.start }, STR("\n"), false);
        }
        *glued = true;
    } else if (read_slip(&slip, line, part.start, (uint32_t)close)
               && (slip.sure || is_referred_to(scan, link_text(scan, label)))) {
        define_label(scan, label);
        vec_push(scan->arena, &scan->told, part);
        if (!slip.empty || !is_made(subject, part))
            say_slip(subject, &slip);
        *glued = true; /* what follows would be a definition if this were one */
    }
}

void check_link_slips(const Subject *subject, LinkScan *scan)
{
    Str text = scan->document->text;

    for (size_t i = 0; i < scan->leaves.len; i++) {
        Part leaf = scan->leaves.items[i];
        bool glued = false;
        if (str_find(link_text(scan, leaf), STR("]"), 0) == STR_NONE)
            continue;
        for (uint32_t at = leaf.start, next; at < leaf.end; at = next) {
            size_t newline = str_find_char(str_slice(text, 0, leaf.end), '\n', at);
            next = newline == STR_NONE ? leaf.end : (uint32_t)newline + 1;
            check_line(subject, scan, (Part){ at, next }, at == leaf.start, &glued);
        }
    }
}

void check_link_definitions(const Subject *subject, LinkScan *scan)
{
    for (size_t i = 0; i < scan->definitions.len; i++) {
        const Definition *definition = scan->definitions.items[i];
        if (definition->repeated)
            check_repeated(subject, scan, definition);
        else if (map_get(&scan->by_label, definition->key) == definition || definition->used)
            check_unused(subject, scan, definition);
        if (definition->used)
            check_year(subject, scan, definition);
    }
    check_swapped(subject, scan);
}
