/* lib/check/text_words.c - words that stand twice, and words with two capitals by mistake: "the the", "THe". */
#include "check/prose.h"

/* What English says twice, in the order of str_cmp. */
static const char *const doubled[] = { "ah",   "aye",   "bang", "bla",   "blah",    "boo",   "bye",   "chop", "dear",
                                       "die",  "etc",   "far",  "fifty", "ha",      "had",   "haha",  "hear", "heh",
                                       "hey",  "hip",   "ho",   "hush",  "ja",      "knock", "la",    "long", "lot",
                                       "many", "more",  "much", "na",    "naughty", "nein",  "never", "no",   "now",
                                       "oh",   "ok",    "okay", "old",   "over",    "pom",   "quack", "real", "really",
                                       "so",   "super", "tap",  "that",  "there",   "tick",  "too",   "tsk",  "tut",
                                       "uh",   "very",  "wait", "way",   "well",    "who",   "why",   "wow",  "yada",
                                       "yeah", "years", "yes",  "yo" };

typedef struct Word {
    size_t start, end;
} Word;

static bool is_word_char(int c)
{
    return char_is_alnum(c) || c == '_' || c == '-' || c == '\'' || c >= 0x80;
}

/* A run of letters, digits and what joins them; a mark of punctuation beyond ASCII may hang on it. */
static bool next_word(Word *word, Str text)
{
    size_t at = word->end;
    while (at < text.len && !is_word_char(str_at(text, at)))
        at++;
    word->start = at;
    while (at < text.len && is_word_char(str_at(text, at)))
        at++;
    word->end = at;
    return word->start < word->end;
}

static bool is_all_letters(Str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (!char_is_alpha(str_at(word, i)))
            return false;
    }
    return true;
}

/* What joins a sentence together: nobody says these twice, whatever markup stands between them. In order. */
static const char *const joints[] = { "a",     "an",   "and", "are", "as", "at",   "be",   "by",   "for", "from",
                                      "has",   "have", "in",  "is",  "it", "of",   "on",   "or",   "our", "the",
                                      "their", "this", "to",  "was", "we", "were", "will", "with", "you" };

/* Nothing but blanks, or one line end that is no break for readers; markup only between words that join. */
static bool is_gap(const Prose *prose, size_t start, size_t end, Str word)
{
    if (end <= start || str_trim(str_slice(prose->text, start, end)).len > 0)
        return false;
    if (prose->reading == NULL)
        return true;
    const Reading *reading = prose->reading;
    Str source =
        str_slice(reading->document->text, reading_offset(reading, start - 1) + 1, reading_offset(reading, end));
    bool hard = str_find(source, STR("  \n"), 0) != STR_NONE || str_find(source, STR("  \r"), 0) != STR_NONE
                || str_find_char(source, '\\', 0) != STR_NONE;
    return !hard && (str_trim(source).len == 0 || str_is_among(word, joints, sizeof(joints) / sizeof(joints[0])));
}

/* What a word hangs on with makes it another: "ruby.org", "/the", "git-the". */
static bool stands_free(Str text, Word word)
{
    int before = word.start == 0 ? ' ' : str_at(text, word.start - 1);
    int after = str_at(text, word.end);
    bool dotted = (after == '.' || after == ':') && is_word_char(str_at(text, word.end + 1));
    return strchr("./@#$:&+=<\\~", before) == NULL && (after == STR_END || strchr("/@(=+\\<[#&", after) == NULL)
           && !dotted;
}

/* "what it is is", "how good he was was": the first belongs to a clause of its own. */
static bool ends_clause(Str text, Word last, Str word)
{
    static const Str openings[] = { STR_INIT("what "), STR_INIT("how "), STR_INIT("who "), STR_INIT("where "),
                                    STR_INIT("What ") };
    enum { CLAUSE = 100 };
    if (!str_eq(word, STR("is")) && !str_eq(word, STR("was")) && !str_eq(word, STR("do")))
        return false;
    Str clause = str_slice(text, last.start > CLAUSE ? last.start - CLAUSE : 0, last.start);
    for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
        if (str_contains(clause, openings[i]))
            return true;
    }
    return false;
}

static bool is_repeat(Str first, Str second, bool english)
{
    if (!str_eq_nocase(first, second) || !is_all_letters(second))
        return false;
    if (!english)
        return str_eq(second, STR("the"));
    bool small = prose_is_small(str_at(second, 0)) && str_eq(str_from_offset(first, 1), str_from_offset(second, 1));
    if (!small || (second.len == 1 && str_at(second, 0) != 'a'))
        return str_eq(first, second) && str_eq(second, STR("I"));
    return !str_is_among(second, doubled, sizeof(doubled) / sizeof(doubled[0]));
}

static Str word_text(Str text, Word word)
{
    return str_slice(text, word.start, word.end);
}

/* "on the [The Bay Album](...)": the name of what is linked brings its own article. */
static bool brings_article(const Prose *prose, Word first, Word second)
{
    return prose->reading != NULL && second.start > first.end && str_eq(word_text(prose->text, first), STR("the"))
           && str_eq(word_text(prose->text, second), STR("The"))
           && str_find_char(reading_source(prose->reading, first.start, second.end), '[', 0) != STR_NONE;
}

static void check_pair(const Prose *prose, Word first, Word second)
{
    Str text = prose->text, word = word_text(text, second);
    bool article = brings_article(prose, first, second);
    if ((!article && !is_repeat(word_text(text, first), word, prose->english)) || !stands_free(text, first)
        || !stands_free(text, second) || !is_gap(prose, first.end, second.start, article ? STR("the") : word)
        || ends_clause(text, first, word))
        return;
    diag_warning(prose->subject->diags, "word-repeat", prose_span(prose, second.start, second.end),
                 "\"" STR_FMT "\" stands twice", STR_ARG(word));
    diag_hint(prose->subject->diags, "take one of the two out");
    prose_fix(prose, first.end, second.end, (Str){ NULL, 0 }, false);
}

/* What stands three times in a row is meant: "and and and ...". */
void prose_check_words(const Prose *prose)
{
    Word before = { 0, 0 }, last = { 0, 0 }, word = { 0, 0 };
    size_t row = 1;

    for (; next_word(&word, prose->text); before = last, last = word) {
        if (str_eq_nocase(word_text(prose->text, last), word_text(prose->text, word))) {
            row++;
            continue;
        }
        if (row == 2)
            check_pair(prose, before, last);
        row = 1;
    }
    if (row == 2)
        check_pair(prose, before, last);
}
