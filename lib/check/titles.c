/* lib/check/titles.c */
#include "base/file.h"
#include "base/utf8.h"
#include "check/plaintext.h"
#include "check/subject.h"
#include "text/unicode.h"

enum { TITLE_MAX_CHARS = 110 }; /* what search engines take of a headline (schema.org's NewsArticle) */

static const Tree *title_of(const Subject *subject)
{
    const Tree *title = tree_get(subject->post->post.front_matter, STR("title"));
    bool own = title != NULL && title->kind == TREE_SCALAR && title->span.source == subject->post->post.source;
    return own && str_trim(title->text).len > 0 ? title : NULL;
}

static void check_type(const Subject *subject, const Tree *title)
{
    static const char *const names[] = {
        [TREE_BOOL] = "a switch, yes or no", [TREE_INT] = "a number", [TREE_FLOAT] = "a number", [TREE_DATE] = "a date",
        [TREE_TIME] = "a time of day",
    };
    if (title->quoted || title->type == TREE_STRING || title->type == TREE_NULL)
        return;
    diag_warning(subject->diags, "title-type", title->span, "YAML reads this title as %s, not as text",
                 names[title->type]);
    diag_hint(subject->diags, "write title: \"" STR_FMT "\"", STR_ARG(title->text));
    diag_fix(subject->diags, title->span, arena_join(subject->keep, STR("\""), title->text, STR("\"")), false);
}

static void check_outer_space(const Subject *subject, const Tree *title)
{
    Located text = tree_located(title);
    Str trimmed = str_trim(title->text);

    if (!title->quoted || trimmed.len == title->text.len
        || str_find_char(source_text(title->span), '\n', 0) != STR_NONE)
        return;
    bool before = str_trim_left(title->text).len < title->text.len;
    size_t lead = title->text.len - str_trim_left(title->text).len;
    Located blanks = before ? located_slice(text, 0, lead) : located_slice(text, lead + trimmed.len, title->text.len);
    diag_warning(subject->diags, "title-outer-space", blanks.span, "the title %s with a blank",
                 before ? "begins" : "ends");
    diag_hint(subject->diags, "take it out");
    if (str_eq(source_text(text.span), title->text))
        diag_fix(subject->diags, text.span, trimmed, true);
}

static void check_markup(const Subject *subject, Located title)
{
    Markup markup;
    if (!markup_find(&markup, title.str))
        return;
    diag_warning(subject->diags, "title-markup", located_part(title, markup.start, markup.end),
                 "the title holds %s, which feeds and mails show as it stands", markup.what);
    diag_hint(subject->diags, "write the title as plain text");
}

static void check_length(const Subject *subject, Located title)
{
    size_t chars = utf8_length(title.str);
    if (chars <= TITLE_MAX_CHARS)
        return;
    size_t start = utf8_offset(title.str, TITLE_MAX_CHARS);
    diag_warning(subject->diags, "title-too-long", located_part(title, start, title.str.len),
                 "the title has %zu characters, more than the %d that lists and mails can show", chars,
                 TITLE_MAX_CHARS);
    diag_hint(subject->diags, "say the rest in the excerpt");
}

/* --- the file's name --------------------------------------------------------------------------------------------- */

enum { WORD_MIN = 3, STEM_LENGTH = 4, WORDS_TO_JUDGE = 3 };

static bool is_word_char(int c)
{
    return char_is_alnum(c);
}

/* Calls `see` with each word of three letters or more. */
static bool next_word(Str *word, Str text, size_t *at)
{
    while (*at < text.len) {
        size_t start = *at;
        while (start < text.len && !is_word_char(str_at(text, start)))
            start++;
        size_t end = start;
        while (end < text.len && is_word_char(str_at(text, end)))
            end++;
        *at = end;
        *word = str_slice(text, start, end);
        if (word->len >= WORD_MIN && !char_is_digit(str_at(*word, 0)))
            return true;
    }
    return false;
}

static bool has_stem(Str text, Str word)
{
    Str other;
    for (size_t at = 0; next_word(&other, text, &at);) {
        size_t length = other.len < word.len ? other.len : word.len;
        length = length < STEM_LENGTH ? length : STEM_LENGTH;
        if (str_eq_nocase(str_slice(other, 0, length), str_slice(word, 0, length)))
            return true;
    }
    return false;
}

/* The file's name without the day. */
static Str slug_of(const Post *post, const Zone *zone)
{
    size_t rest = 0;
    Date date;
    Str stem = path_stem(post->path);

    (void)date_from_file_name(&date, &rest, stem, zone);
    return str_from_offset(stem, rest);
}

/* Words of the file's name that the title has as well. */
static size_t count_shared(const Post *post, const Zone *zone)
{
    size_t count = 0, at = 0;
    Str word, slug = slug_of(post, zone);
    while (next_word(&word, slug, &at))
        count += has_stem(post->title.str, word);
    return count;
}

/* A post made by copying another often keeps the file's name: then none of its words is in the title. Words of another
 * script than the name's are in none. */
static void check_slug(const Subject *subject)
{
    const Post *post = &subject->post->post;
    size_t words = 0;
    Str word, stem = slug_of(post, subject->site->zone);

    if (!str_eq_nocase(post->language, subject->site->config.language)) /* a translation keeps the file's name */
        return;
    for (size_t at = 0; next_word(&word, stem, &at); words++) {
        if (has_stem(post->title.str, word))
            return;
    }
    size_t at = 0, title_words = 0;
    while (next_word(&word, post->title.str, &at))
        title_words++;
    if (words < WORDS_TO_JUDGE || title_words < WORDS_TO_JUDGE)
        return;
    diag_warning(subject->diags, "slug-title-mismatch", post->title.span,
                 "the file is called \"" STR_FMT "\", which has no word of the title", STR_ARG(stem));
    diag_hint(subject->diags, "was it copied from another post? then name the file after this title");
}

/* --- the group --------------------------------------------------------------------------------------------------- */

void check_titles(const Subject *subject)
{
    const Tree *title = title_of(subject);
    if (title == NULL)
        return;
    check_type(subject, title);
    check_outer_space(subject, title);
    check_markup(subject, subject->post->post.title);
    check_length(subject, subject->post->post.title);
    check_slug(subject);
}

/* What makes two posts the same to a reader: title, language, collection. */
static Str key_of(const SitePost *post, Arena *arena)
{
    Str title = unicode_fold(post->post.title.str, arena);
    Str language = arena_join(arena, STR("\n"), post->post.language, STR("\n"));
    return arena_join(arena, title, language, post->collection);
}

/* The post that had the title first: the one whose file is named after it, else the older one. */
static bool is_owner(const SitePost *a, const SitePost *b, const Zone *zone)
{
    size_t own = count_shared(&a->post, zone), other = count_shared(&b->post, zone);
    if (own != other)
        return own > other;
    if (a->post.date.unix_s != b->post.date.unix_s)
        return a->post.date.unix_s < b->post.date.unix_s;
    return str_cmp(a->post.path, b->post.path) < 0;
}

static void report_duplicate(SitePost *post, const SitePost *first)
{
    diag_warning(&post->diags, "title-duplicate", post->post.title.span, "the title is also that of " STR_FMT,
                 STR_ARG(first->post.path));
    diag_hint(&post->diags, "say what is new in this one, so that readers can tell the two apart");
}

/* Others are named by their file. */
static bool has_own_title(const SitePost *post)
{
    const Tree *title = tree_get(post->post.front_matter, STR("title"));
    return title != NULL && title->kind == TREE_SCALAR && str_trim(title->text).len > 0;
}

void check_titles_together(const Overview *overview)
{
    const Site *site = overview->site;
    Map first = { .arena = overview->arena };

    for (int report = 0; report < 2; report++) {
        for (size_t i = 0; i < site->all_count; i++) {
            SitePost *post = site->all[i];
            if (post->post.title.str.len == 0 || post->post.title.span.source != post->post.source
                || !has_own_title(post))
                continue;
            void **slot = map_at(&first, key_of(post, overview->arena));
            if (report && *slot != post && overview_tells(overview, post))
                report_duplicate(post, *slot);
            else if (!report && (*slot == NULL || is_owner(post, *slot, site->zone)))
                *slot = post;
        }
    }
}
