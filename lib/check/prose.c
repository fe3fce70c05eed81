/* lib/check/prose.c */
#include "check/prose.h"

#include "base/utf8.h"

enum { VALUE_MAX = 10000 }; /* what is longer is no title and no excerpt */

static ProseRules *const rules[] = {
    prose_check_words, prose_check_caps,   prose_check_placeholders, prose_check_spacing,
    prose_check_stops, prose_check_quotes, prose_check_quote_style,  prose_check_brackets,
};

/* --- places ------------------------------------------------------------------------------------------------------ */

static size_t count_visible(Str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += !char_is_space(str_at(text, i));
    return count;
}

/* A folded value has other blanks than its source, and behind its text nothing but a closing mark: so a byte is found
 * by how many stand behind it. */
static size_t find_from_end(Str source, Str rest)
{
    size_t left = count_visible(rest), at = source.len;
    while (at > 0 && left > 0)
        left -= !char_is_space(str_at(source, --at));
    return str_at(source, at) == str_at(rest, 0) ? at : STR_NONE;
}

static Span value_span(Located value, size_t start, size_t end)
{
    Str source = source_text(value.span);
    int first = str_at(source, 0);

    if (source.len == value.str.len || end <= start)
        return located_part(value, start, end);
    if ((first == '"' || first == '\'') && source.len > 1)
        source.len--;
    size_t from = find_from_end(source, str_from_offset(value.str, start));
    size_t to = find_from_end(source, str_from_offset(value.str, end - 1));
    return from == STR_NONE || to == STR_NONE || to < from ? value.span : span_part(value.span, from, to + 1);
}

Span prose_span(const Prose *prose, size_t start, size_t end)
{
    return prose->reading != NULL ? reading_span(prose->reading, start, end) : value_span(prose->value, start, end);
}

void prose_fix(const Prose *prose, size_t start, size_t end, Str replacement, bool safe)
{
    Span span = prose_span(prose, start, end);
    if (str_eq(source_text(span), str_slice(prose->text, start, end)))
        diag_fix(prose->subject->diags, span, replacement, safe);
}

/* --- characters and tokens --------------------------------------------------------------------------------------- */

int32_t prose_after(Str text, size_t at)
{
    return utf8_next(text, &at);
}

int32_t prose_before(Str text, size_t at)
{
    if (at == 0)
        return STR_END;
    size_t start = at - 1;
    while (start > 0 && at - start < 4 && (str_at(text, start) & 0xC0) == 0x80)
        start--;
    return utf8_next(text, &start);
}

bool prose_is_letter(int32_t c)
{
    enum {
        LATIN_1_LETTERS = 0xC0,
        TIMES = 0xD7,
        DIVIDED = 0xF7,
        ARMENIAN = 0x530,
        ADDITIONAL = 0x1E00,
        PUNCTUATION = 0x2000
    };
    bool accented =
        (c >= LATIN_1_LETTERS && c < ARMENIAN && c != TIMES && c != DIVIDED) || (c >= ADDITIONAL && c < PUNCTUATION);
    return prose_is_capital(c) || prose_is_small(c) || accented;
}

bool prose_is_object(int32_t c)
{
    return c == 0xFFFC;
}

Str prose_token(Str text, size_t at)
{
    size_t start = at, end = at;
    while (start > 0 && !char_is_space(str_at(text, start - 1)) && at - start <= PROSE_TOKEN_MAX)
        start--;
    while (end < text.len && !char_is_space(str_at(text, end)) && end - at <= PROSE_TOKEN_MAX)
        end++;
    return end - start > PROSE_TOKEN_MAX ? (Str){ NULL, 0 } : str_slice(text, start, end);
}

bool prose_is_technical(Str token)
{
    static const char signs[] = "/\\@=<>{}#$|~_*+^%&";

    for (size_t i = 0; i < token.len; i++) {
        int c = str_at(token, i);
        if (memchr(signs, c, sizeof(signs) - 1) != NULL || (c == ':' && str_at(token, i + 1) == ':')
            || (c == '(' && i > 0 && char_is_alnum(str_at(token, i - 1))))
            return true;
    }
    return token.len == 0 || str_starts_with(token, STR("www.")) || str_starts_with(token, STR("-"));
}

/* --- what there is to read --------------------------------------------------------------------------------------- */

static void check_stretch(const Prose *prose)
{
    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
        rules[i](prose);
    prose->habits->block++;
}

static void settle(const Subject *subject, Habits *habits)
{
    prose_settle_spacing(subject, habits);
    prose_settle_stops(subject, habits);
    prose_settle_pairs(subject, habits);
    prose_settle_quote_style(subject, habits);
}

static void check_value(const Subject *subject, Str key, bool english)
{
    const Post *post = &subject->post->post;
    const Tree *value = tree_get(post->front_matter, key);
    Habits habits = { 0 };

    if (value == NULL || value->kind != TREE_SCALAR || value->span.source != post->source
        || value->text.len > VALUE_MAX)
        return;
    Prose prose = { .subject = subject, .value = tree_located(value), .english = english, .habits = &habits };
    prose.text = prose.value.str;
    check_stretch(&prose);
    settle(subject, &habits);
}

static void check_body(const Subject *subject, bool english)
{
    Habits habits = { 0 };

    for (size_t i = 0; i < subject->readings.len; i++) {
        const Reading *reading = &subject->readings.items[i];
        Prose prose = {
            .subject = subject, .text = reading->text, .reading = reading, .english = english, .habits = &habits
        };
        check_stretch(&prose);
    }
    settle(subject, &habits);
}

void check_prose(const Subject *subject)
{
    bool english = str_starts_with(subject->post->post.language, STR("en"));

    if (subject->post->sound) {
        check_value(subject, STR("title"), english);
        check_value(subject, STR("excerpt"), english);
        check_value(subject, STR("description"), english);
    }
    if (subject->document == NULL)
        return;
    check_body(subject, english);
    prose_check_links(subject);
    prose_check_lines(subject);
}
