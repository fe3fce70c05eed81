/* lib/check/text_spaces.c - blanks that are missing behind punctuation, or too many: between words, before a comma. */
#include "base/utf8.h"
#include "check/prose.h"

enum { CLOSING = 0x201D, APOSTROPHE = 0x2019, MOJIBAKE = 0xC2 };

/* Words that open a sentence: what stands behind a full stop is one of them rather than a name. In order. */
static const char *const openers[] = {
    "A",       "About",  "After", "Again", "All",   "Also",  "An",      "And",  "Another", "Any",   "As",      "At",
    "Because", "Before", "Both",  "But",   "By",    "Can",   "Check",   "Do",   "During",  "Each",  "Every",   "Find",
    "First",   "For",    "From",  "Get",   "Have",  "He",    "Her",     "Here", "His",     "How",   "However", "I",
    "If",      "In",     "Is",    "It",    "Its",   "Just",  "Last",    "Let",  "Many",    "More",  "Most",    "My",
    "New",     "No",     "Not",   "Now",   "Of",    "On",    "Once",    "One",  "Or",      "Other", "Our",     "People",
    "Please",  "Read",   "See",   "She",   "Since", "So",    "Some",    "Such", "Thanks",  "That",  "The",     "Their",
    "Then",    "There",  "These", "They",  "This",  "Those", "Through", "To",   "Today",   "Two",   "Until",   "Use",
    "Users",   "Using",  "Via",   "Visit", "Was",   "We",    "What",    "When", "Where",   "While", "Who",     "Why",
    "Will",    "With",   "You",   "Your",
};

static bool is_opener(Str word)
{
    return str_is_among(word, openers, sizeof(openers) / sizeof(openers[0]));
}

/* --- space-after-punctuation ------------------------------------------------------------------------------------- */

static Str word_before(Str text, size_t at)
{
    size_t start = at;
    while (start > 0 && at - start < PROSE_TOKEN_MAX) {
        int32_t c = prose_before(text, start);
        if (!prose_is_letter(c))
            break;
        start -= c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return str_slice(text, start, at);
}

static Str word_after(Str text, size_t at)
{
    size_t end = at;
    while (end - at < PROSE_TOKEN_MAX) {
        size_t next = end;
        if (!prose_is_letter(utf8_next(text, &next)))
            break;
        end = next;
    }
    return str_slice(text, at, end);
}

static bool is_small_word(Str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (prose_is_capital(str_at(word, i)))
            return false;
    }
    return word.len > 1;
}

static bool is_capitalised(Str word)
{
    return prose_is_capital(str_at(word, 0))
           && (word.len == 1 || is_small_word(str_from_offset(word, 1)) || word.len == 2);
}

/* "institutions.In", "IIIF.The", "2024.We"; not "e.g.The", "Foo.Bar", "openSUSE.Asia". */
static bool joins_sentences(Str text, size_t at)
{
    Str before = word_before(text, at), after = word_after(text, at + 1);
    int32_t beyond = prose_after(text, at + 1 + after.len);
    bool ends = beyond == STR_END || char_is_space(beyond) || beyond == ',' || beyond == '\'' || beyond == 0xFFFC;
    if (!is_capitalised(after) || !ends)
        return false;
    if (is_opener(after))
        return before.len > 1 || char_is_digit(prose_before(text, at)) || prose_before(text, at) == ')';
    return before.len > 2 && is_small_word(before) && after.len > 2;
}

/* "one,two", "2024,and"; not "x,y", "foo,bar,baz,quux". */
static bool joins_clauses(Str text, size_t at, Str token)
{
    enum { COMMAS = 2 };
    Str before = word_before(text, at), after = word_after(text, at + 1);
    size_t commas = 0;
    for (size_t i = 0; i < token.len; i++)
        commas += str_at(token, i) == ',';
    bool number = before.len == 0 && char_is_digit(prose_before(text, at));
    bool words = before.len > 1 && before.len + after.len > 4; /* not "TL;DR" */
    return after.len > 1 && (words || number) && commas <= COMMAS;
}

static bool lacks_space(Str text, size_t at)
{
    int c = str_at(text, at);
    if (!prose_is_letter(prose_after(text, at + 1)))
        return false;
    Str token = prose_token(text, at);
    if (prose_is_technical(token))
        return false;
    switch (c) {
    case ',':
    case ';':
        return joins_clauses(text, at, token);
    case '.':
    case '!':
    case '?':
        return joins_sentences(text, at);
    default:
        return is_opener(word_after(text, at + 1)) && is_small_word(word_before(text, at));
    }
}

/* That is told of as space-before-link. */
static bool stands_before_link(const Prose *prose, size_t at)
{
    const Reading *reading = prose->reading;
    if (reading == NULL)
        return false;
    int next = str_at(reading->document->text, reading_offset(reading, at) + 1);
    return next == '[' || next == '<';
}

/* Not across the end of a link or of emphasis: whether the blank belongs before or behind that, the words do not say.
 */
static bool is_followed_at_once(const Prose *prose, size_t at)
{
    return prose_span(prose, at + 1, at + 2).start == prose_span(prose, at, at + 1).end;
}

static void check_after(const Prose *prose, size_t at)
{
    if (!prose->english || !lacks_space(prose->text, at) || stands_before_link(prose, at))
        return;
    int c = str_at(prose->text, at);
    diag_warning(prose->subject->diags, "space-after-punctuation", prose_span(prose, at, at + 1),
                 "no blank behind \"%c\"", c);
    Str before = word_before(prose->text, at), after = word_after(prose->text, at + 1);
    diag_hint(prose->subject->diags, "write \"" STR_FMT "%c " STR_FMT "\"", STR_ARG(before), c, STR_ARG(after));
    if (is_followed_at_once(prose, at))
        prose_fix(prose, at, at + 1, arena_format(prose->subject->keep, "%c ", c), false);
}

/* --- space-before-punctuation ------------------------------------------------------------------------------------ */

/* "a smile :-) .", "/etc/hosts .", "opensuse.org .": the blank keeps the mark from what it must not touch. */
static bool keeps_apart(Str text, size_t end)
{
    static const char mouths[] = ")(DPp/|]";
    Str token = prose_token(text, end - 1);
    bool smile = token.len >= 2 && token.len <= 3 && memchr(":;=8xX", str_at(token, 0), 6) != NULL
                 && memchr(mouths, str_at(token, token.len - 1), sizeof(mouths) - 1) != NULL;
    return smile || prose_is_technical(token) || str_find_char(token, '.', 0) != STR_NONE;
}

/* French sets a blank before high marks, Chinese and Japanese have marks of their own. */
static bool is_set_apart(const Prose *prose, int mark)
{
    Str language = prose->subject->post->post.language;
    bool low = mark == ',' || mark == '.';
    return str_starts_with(language, STR("zh")) || str_starts_with(language, STR("ja"))
           || (str_starts_with(language, STR("fr")) && !low);
}

static bool ends_word(int32_t c)
{
    return prose_is_letter(c) || char_is_digit(c) || c == ')' || c == '"' || c == CLOSING;
}

/* In the middle of a line a colon may stand between blanks as a dash does. */
static bool ends_clause(Str text, size_t at)
{
    int after = str_at(text, at + 1);
    return after == STR_END || (char_is_space(after) && str_at(text, at) != ':');
}

static void check_before(const Prose *prose, size_t at)
{
    Str text = prose->text;
    size_t start = at;
    int mark = str_at(text, at);

    while (start > 0 && str_at(text, start - 1) == ' ')
        start--;
    if (start == at || !ends_word(prose_before(text, start)) || !ends_clause(text, at) || is_set_apart(prose, mark)
        || keeps_apart(text, start))
        return;
    Span span = prose_span(prose, at, at + 1), blanks = prose_span(prose, start - 1, at + 1);
    blanks.start++;
    blanks.end = span.start;
    Str source = source_text(blanks);
    if (source_text(span).len != 1 || source.len == 0 || str_trim(source).len > 0)
        return;
    diag_info(prose->subject->diags, "space-before-punctuation", span, "a blank stands before \"%c\"", mark);
    diag_hint(prose->subject->diags, "take the blank out");
    diag_fix(prose->subject->diags, blanks, (Str){ NULL, 0 }, false);
}

/* --- double-space ------------------------------------------------------------------------------------------------ */

/* Whether one sentence ends at `at` and another begins at `next`. */
static bool is_between_sentences(Str text, size_t at, size_t next)
{
    int32_t c = prose_before(text, at);
    while (c == '"' || c == ')' || c == CLOSING || c == '\'' || c == APOSTROPHE) {
        at -= c < 0x80 ? 1 : 3;
        c = prose_before(text, at);
    }
    bool ends = c == '.' || c == '!' || c == '?' || c == ':';
    return ends && !prose_is_small(prose_after(text, next));
}

static size_t blanks_end(Str text, size_t at)
{
    while (str_at(text, at) == ' ')
        at++;
    return at;
}

static void report_double(const Subject *subject, Span span)
{
    diag_info(subject->diags, "double-space", span, "%u blanks stand in a row", (unsigned)(span.end - span.start));
    diag_hint(subject->diags, "leave one");
    diag_fix(subject->diags, span, STR(" "), true);
}

/* Columns of a table or list that the author lined up. */
static bool is_alignment(Str text, size_t at, size_t end)
{
    int before = str_at(text, at - 1), after = str_at(text, end);
    return before == '|' || after == '|' || (end - at > 2 && (before == ':' || before == '='));
}

/* Not the rest of a no-break space read in the wrong encoding, which is told of as that. */
static bool are_two_words(const Prose *prose, size_t at, size_t end)
{
    int32_t before = prose_before(prose->text, at), after = prose_after(prose->text, end);
    bool cell = prose->reading != NULL && prose->reading->block->kind == NODE_TABLE_CELL;
    bool aligned = cell && (end - at > 2 || !ends_word(before) || !ends_word(after));
    bool mark = after < 0x80 && strchr(",.;:!?", after) != NULL; /* told of as space-before-punctuation */
    return !aligned && !mark && before != STR_END && before != MOJIBAKE && after != STR_END && !prose_is_object(before)
           && !prose_is_object(after);
}

static bool are_own_blanks(Span span, size_t count)
{
    Str source = source_text(span);
    return source.len == count && str_trim(source).len == 0 && str_find_char(source, '\n', 0) == STR_NONE
           && !char_is_space(str_at(span.source->text, span.end));
}

static void check_blanks(const Prose *prose, size_t at, size_t end)
{
    if (!are_two_words(prose, at, end))
        return;
    bool sentence = is_between_sentences(prose->text, at, end);
    if (end - at == 1) {
        prose->habits->single_blanks += sentence;
        return;
    }
    Span span = prose_span(prose, at, end);
    if (!are_own_blanks(span, end - at) || is_alignment(prose->text, at, end))
        return;
    if (sentence && end - at == 2)
        vec_push(prose->subject->scratch, &prose->habits->double_blanks, span);
    else
        report_double(prose->subject, span);
}

/* Many authors set two blanks between sentences, and mean to: a slip is what is rare. */
void prose_settle_spacing(const Subject *subject, Habits *habits)
{
    enum { RARE = 4, FEW = 2 };
    size_t doubles = habits->double_blanks.len, singles = habits->single_blanks;
    if (doubles * RARE > singles && (doubles > FEW || doubles > singles))
        return;
    for (size_t i = 0; i < habits->double_blanks.len; i++)
        report_double(subject, habits->double_blanks.items[i]);
}

void prose_check_spacing(const Prose *prose)
{
    Str text = prose->text;
    for (size_t at = 0; at < text.len; at++) {
        switch (str_at(text, at)) {
        case ' ': {
            size_t end = blanks_end(text, at);
            check_blanks(prose, at, end);
            at = end - 1;
            break;
        }
        case ',':
        case ';':
        case '.':
        case ':':
        case '!':
        case '?':
            check_after(prose, at);
            check_before(prose, at);
            break;
        default:
            break;
        }
    }
}
