/* lib/check/text_pairs.c - quotation marks and brackets that have no partner. */
#include "base/utf8.h"
#include "check/prose.h"

enum { DEPTH_MAX = 16, APART_MAX = 20, OPENING = 0x201C, CLOSING = 0x201D, LOW = 0x201E };

static bool is_quote(int32_t c)
{
    return c == OPENING || c == CLOSING || c == LOW || c == '"';
}

static bool is_straight(const Prose *prose, size_t at)
{
    const Reading *reading = prose->reading;
    return reading != NULL ? str_at(reading->document->text, reading_offset(reading, at)) == '"'
                           : str_at(prose->text, at) == '"';
}

/* As the author wrote it: typographic signs may have been made since. */
static void add_widow(const Prose *prose, size_t start, size_t end, bool opens)
{
    Widow widow = { .span = prose_span(prose, start, end),
                    .mark = is_straight(prose, start) ? STR("\"") : str_slice(prose->text, start, end),
                    .block = prose->habits->block,
                    .quote = is_quote(prose_after(prose->text, start)),
                    .opens = opens };
    vec_push(prose->subject->scratch, &prose->habits->widows, widow);
}

/* A long quotation, or a list in brackets, opens in one paragraph and closes in another. */
static bool are_pair(const Widow *open, const Widow *close)
{
    return open->opens && !close->opens && open->quote == close->quote && close->block - open->block <= APART_MAX
           && (open->quote || (str_at(open->mark, 0) == '(') == (str_at(close->mark, 0) == ')'));
}

/* "â€“" holds a mark that nobody wrote. */
static bool is_mojibake(const Subject *subject, Span span)
{
    enum { LOOKED_AT_MAX = 1000 };
    size_t count = subject->diags->len < LOOKED_AT_MAX ? subject->diags->len : LOOKED_AT_MAX;
    for (size_t i = 0; i < count; i++) {
        const Diag *diag = &subject->diags->items[i];
        if (strcmp(diag->rule, "mojibake") == 0 && diag->span.start <= span.start && span.end <= diag->span.end)
            return true;
    }
    return false;
}

/* One in a paragraph is enough: the others mostly follow from it. */
void prose_settle_pairs(const Subject *subject, Habits *habits)
{
    size_t count = habits->widows.len, told[2] = { STR_NONE, STR_NONE };
    for (size_t i = 0; i < count; i++) {
        const Widow *widow = &habits->widows.items[i];
        if (i + 1 < count && are_pair(widow, &habits->widows.items[i + 1])) {
            i++;
            continue;
        }
        if (told[widow->quote] == widow->block || is_mojibake(subject, widow->span))
            continue;
        told[widow->quote] = widow->block;
        diag_warning(subject->diags, widow->quote ? "unbalanced-quote" : "unbalanced-bracket", widow->span,
                     "the %s " STR_FMT " has no partner", widow->quote ? "quotation mark" : "bracket",
                     STR_ARG(widow->mark));
        diag_hint(subject->diags, "write its partner, or take it out");
    }
}

/* --- unbalanced-quote -------------------------------------------------------------------------------------------- */

static bool is_gap(int32_t c)
{
    return c == STR_END || char_is_space(c) || c == 0xA0;
}

/* By where it stands, as not all languages and authors mean the same by a mark: 1 opens, -1 closes. */
static int quote_sense(Str text, size_t start, size_t end, int32_t mark)
{
    static const char openers[] = "([{-/", closers[] = ")]},.;:!?-/";
    int32_t before = prose_before(text, start), after = prose_after(text, end);
    bool behind_gap = is_gap(before) || (before < 0x80 && memchr(openers, before, sizeof(openers) - 1) != NULL);
    bool before_gap =
        is_gap(after) || (after > 0 && after < 0x80 && memchr(closers, after, sizeof(closers) - 1) != NULL);
    if (mark != LOW && behind_gap != before_gap)
        return behind_gap ? 1 : -1;
    return mark == CLOSING ? -1 : 1;
}

/* Straight marks show no side: an even number of them is balanced. Marks of inches, of attributes, and one alone in its
 * paragraph are no part of a sentence. */
static bool has_pairs_of_straight(const Prose *prose)
{
    Str text = prose->text;
    size_t count = 0;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        if (is_quote(utf8_next(text, &at)))
            count += is_straight(prose, start);
    }
    return count % 2 == 0;
}

static bool is_no_sentence(Str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        if (is_quote(utf8_next(text, &at)) && (prose_before(text, start) == '=' || at - start == str_trim(text).len))
            return true;
    }
    return false;
}

/* Each paragraph of a long quotation opens it anew, by the same mark. */
static void continue_quotation(const Prose *prose)
{
    Habits *habits = prose->habits;
    const Widow *last = habits->widows.len > 0 ? &habits->widows.items[habits->widows.len - 1] : NULL;

    if (last == NULL || !last->quote || !last->opens || last->block + 1 != habits->block || prose->reading == NULL
        || prose->reading->block->parent->kind == NODE_ITEM || !is_quote(prose_after(prose->text, 0)))
        return;
    if (str_at(source_text(last->span), 0) == str_at(source_text(prose_span(prose, 0, 1)), 0))
        habits->widows.len--;
}

/* Most paragraphs have none. */
static bool has_quote(Str text)
{
    return str_find(text, STR("\xE2\x80"), 0) != STR_NONE || str_find_char(text, '"', 0) != STR_NONE;
}

/* A straight mark at the end of a paragraph closes, though a blank too many stands before it. */
static int sense_in(const Prose *prose, size_t start, size_t end, int32_t mark)
{
    bool last = start > 0 && end == prose->text.len && is_straight(prose, start);
    return last ? -1 : quote_sense(prose->text, start, end, mark);
}

static void match_quotes(const Prose *prose, bool skip_straight)
{
    Str text = prose->text;
    size_t open = STR_NONE, open_end = 0;

    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        int32_t mark = utf8_next(text, &at);
        bool inside_word = mark == LOW && prose_is_letter(prose_before(text, start));
        if (!is_quote(mark) || inside_word || (skip_straight && is_straight(prose, start)))
            continue;
        int sense = sense_in(prose, start, at, mark);
        if (sense > 0 && (open == STR_NONE || mark != CLOSING)) { /* else a blank too many stands before it */
            if (open != STR_NONE)
                add_widow(prose, open, open_end, true);
            open = start;
            open_end = at;
            continue;
        }
        if (open == STR_NONE && !char_is_digit(prose_before(text, start)))
            add_widow(prose, start, at, false);
        open = STR_NONE;
    }
    if (open != STR_NONE)
        add_widow(prose, open, open_end, true);
}

void prose_check_quotes(const Prose *prose)
{
    Habits *habits = prose->habits;

    if (!prose->english || !has_quote(prose->text) || is_no_sentence(prose->text))
        return;
    continue_quotation(prose);
    size_t before = habits->widows.len;
    bool even = has_pairs_of_straight(prose);
    match_quotes(prose, even);
    if (even && habits->widows.len > before) { /* perhaps both kinds make a pair */
        habits->widows.len = before;
        match_quotes(prose, false);
    }
}

/* --- unbalanced-bracket ------------------------------------------------------------------------------------------ */

/* The mouth at `at` in ":)", "=)", "B-)", "(:", also at the end of a word as in "happy:)". */
static bool is_smile(Str text, size_t at)
{
    int c = str_at(text, at), behind = str_at(text, at + 1);
    bool nose = at > 0 && strchr("-^'*o", str_at(text, at - 1)) != NULL;
    size_t face = at - nose;
    int eyes = face > 0 ? str_at(text, face - 1) : ' ', before = face > 1 ? str_at(text, face - 2) : ' ';

    if (c == '(' && (behind == ':' || behind == ';'))
        return true;
    if (eyes == ':' || eyes == ';')
        return c == ')' || nose || !char_is_alnum(behind);
    return strchr("=8xXB", eyes) != NULL && !char_is_alnum(before) && before != '(' && c == ')';
}

static bool has_smile(Str text)
{
    for (size_t at = 0; at < text.len; at++) {
        if ((str_at(text, at) == ')' || str_at(text, at) == '(') && is_smile(text, at))
            return true;
    }
    return false;
}

/* "a", "12", "iv": what stands before a bracket that numbers something. */
static bool is_label(Str text)
{
    enum { LABEL = 4 };
    size_t digits = 0, numerals = 0;
    for (size_t i = 0; i < text.len && i < LABEL; i++) {
        digits += char_is_digit(str_at(text, i));
        numerals += strchr("ivxIVX", str_at(text, i)) != NULL;
    }
    bool letter = text.len == 1 && char_is_alpha(str_at(text, 0));
    return letter || (text.len > 0 && (digits == text.len || numerals == text.len));
}

/* "a)", "1.)", and what stands in addresses and code. */
static bool is_no_bracket(Str text, size_t at)
{
    Str token = prose_token(text, at);
    if (prose_is_technical(token))
        return true;
    size_t in_token = at - (size_t)(token.data - text.data);
    Str before = str_slice(token, 0, in_token);
    if (str_ends_with(before, STR(".")))
        before.len--;
    bool label = str_at(text, at) == ')' && is_label(before);
    return label || (at > 0 && (str_at(text, at - 1) == ']' || str_at(text, at - 1) == '\\'));
}

/* Full-width brackets are a partner, too. */
static size_t bracket_at(int *sense, Str text, size_t at, char opening, char closing)
{
    if (str_at(text, at) < 0x80) {
        *sense = (str_at(text, at) == opening) - (str_at(text, at) == closing);
        return 1;
    }
    Str rest = str_slice(text, at, at + 3);
    bool wide_open = opening == '(' && str_eq(rest, STR("\xEF\xBC\x88"));
    bool wide_close = opening == '(' && str_eq(rest, STR("\xEF\xBC\x89"));
    *sense = wide_open - wide_close;
    return wide_open || wide_close ? 3 : 1;
}

static void check_brackets(const Prose *prose, char opening, char closing)
{
    Str text = prose->text;
    size_t open[DEPTH_MAX], depth = 0, length;
    int sense;

    for (size_t at = 0; at < text.len; at += length) {
        length = bracket_at(&sense, text, at, opening, closing);
        if (sense > 0 && depth < DEPTH_MAX)
            open[depth++] = at;
        if (sense < 0 && depth > 0)
            depth--;
        else if (sense < 0 && !is_no_bracket(text, at))
            add_widow(prose, at, at + length, false);
    }
    for (size_t i = 0; i < depth; i++) {
        if (!is_no_bracket(text, open[i]))
            add_widow(prose, open[i], open[i] + 1, true);
    }
}

void prose_check_brackets(const Prose *prose)
{
    Str text = prose->text;
    bool round = text.len > 0 && (memchr(text.data, '(', text.len) != NULL || memchr(text.data, ')', text.len) != NULL);
    bool square =
        text.len > 0 && (memchr(text.data, '[', text.len) != NULL || memchr(text.data, ']', text.len) != NULL);

    if (round && !has_smile(text))
        check_brackets(prose, '(', ')');
    if (square)
        check_brackets(prose, '[', ']');
}
