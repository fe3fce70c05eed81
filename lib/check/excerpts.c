/* lib/check/excerpts.c */
#include "base/utf8.h"
#include "check/naming.h"
#include "check/plaintext.h"
#include "check/subject.h"

enum { EXCERPT_MAX_CHARS = 500 };

static const Tree *excerpt_of(const SitePost *post)
{
    const Tree *excerpt = tree_get(post->post.front_matter, STR("excerpt"));
    bool own = excerpt != NULL && excerpt->kind == TREE_SCALAR && excerpt->span.source == post->post.source;
    return own ? excerpt : NULL;
}

static void check_empty(const Subject *subject, const Tree *excerpt)
{
    const TreeEntry *entry = tree_entry(subject->post->post.front_matter, STR("excerpt"));
    if (naming_has_slip(subject->post, "excerpt"))
        return;
    bool nothing = excerpt->span.end <= excerpt->span.start;
    diag_warning(subject->diags, "excerpt-empty", nothing ? entry->key.span : excerpt->span, "the excerpt is empty");
    diag_hint(subject->diags, "write one or two sentences, or delete the line: then the first paragraph is taken");
}

/* A part of a folded or block scalar has no offset of its own; most stand on one line and can be found in it. */
static Span part_of(const Tree *excerpt, Str part)
{
    size_t at = str_find(source_text(excerpt->span), part, 0);
    return at == STR_NONE || part.len == 0 ? excerpt->span : span_part(excerpt->span, at, at + part.len);
}

static void check_markup(const Subject *subject, const Tree *excerpt)
{
    Markup markup;
    if (!markup_find(&markup, excerpt->text))
        return;
    Str part = str_slice(excerpt->text, markup.start, markup.end);
    diag_warning(subject->diags, "excerpt-markup", part_of(excerpt, part),
                 "the excerpt holds %s, which other programs show as it stands", markup.what);
    diag_hint(subject->diags, "write the excerpt as plain text");
}

static void check_length(const Subject *subject, const Tree *excerpt)
{
    size_t chars = utf8_length(str_trim(excerpt->text));
    if (chars <= EXCERPT_MAX_CHARS)
        return;
    diag_warning(subject->diags, "excerpt-too-long", excerpt->span,
                 "the excerpt has %zu characters; lists and mails show about 300", chars);
    diag_hint(subject->diags, "write one or two sentences, %d characters at most", EXCERPT_MAX_CHARS);
}

/* --- cut off ----------------------------------------------------------------------------------------------------- */

static Str last_word(Str text)
{
    size_t start = text.len;
    while (start > 0 && !char_is_space(str_at(text, start - 1)))
        start--;
    return str_from_offset(text, start);
}

/* Words that no sentence ends with. */
static bool leads_on(Str word)
{
    static const Str words[] = {
        STR_INIT("a"),       STR_INIT("an"),   STR_INIT("the"),  STR_INIT("and"),     STR_INIT("or"),
        STR_INIT("of"),      STR_INIT("with"), STR_INIT("from"), STR_INIT("their"),   STR_INIT("its"),
        STR_INIT("our"),     STR_INIT("your"), STR_INIT("that"), STR_INIT("which"),   STR_INIT("whose"),
        STR_INIT("than"),    STR_INIT("but"),  STR_INIT("into"), STR_INIT("between"), STR_INIT("every"),
        STR_INIT("because"), STR_INIT("is"),   STR_INIT("are"),  STR_INIT("has"),
    };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (str_eq(word, words[i]))
            return true;
    }
    return false;
}

/* The body goes on with a letter where the excerpt ends: a word was cut. */
static bool is_cut_in_body(const Subject *subject, Str text)
{
    enum { ENOUGH = 40 };
    Str body = source_text(subject->post->post.body);
    size_t at = text.len < ENOUGH ? STR_NONE : str_find(body, text, 0);
    return at != STR_NONE && char_is_alpha(str_at(text, text.len - 1)) && char_is_alpha(str_at(body, at + text.len));
}

static void check_cut(const Subject *subject, const Tree *excerpt)
{
    Str text = str_trim(excerpt->text), word = last_word(text);
    int last = str_at(text, text.len - 1);
    bool dots = str_ends_with(text, STR("...")) || str_ends_with(text, STR("…")) || str_ends_with(text, STR("[…]"))
                || str_ends_with(text, STR("[...]")) || str_ends_with(text, STR("(...)"));
    bool open = last == ',' || last == '(' || last == '[' || last == '-';

    if (!dots && !open && !leads_on(word) && !is_cut_in_body(subject, text))
        return;
    diag_warning(subject->diags, "excerpt-truncated", part_of(excerpt, word), "the excerpt breaks off");
    diag_hint(subject->diags, "end it with a whole sentence");
}

void check_excerpts(const Subject *subject)
{
    const Tree *excerpt = excerpt_of(subject->post);
    if (excerpt == NULL)
        return;
    if (str_trim(excerpt->text).len == 0 || tree_is_null(excerpt)) {
        check_empty(subject, excerpt);
        return;
    }
    check_markup(subject, excerpt);
    check_length(subject, excerpt);
    check_cut(subject, excerpt);
}

/* Without one the first paragraph is taken: only worth a word where nearly all others have one. */
void check_excerpts_together(const Overview *overview)
{
    enum { OTHERS = 10, LEAST = 10 };
    const Site *site = overview->site;
    size_t without = 0;

    for (size_t i = 0; i < site->all_count; i++)
        without += tree_get(site->all[i]->post.front_matter, STR("excerpt")) == NULL;
    if (!naming_is_expected(site, without) || site->all_count < LEAST || without * OTHERS > site->all_count)
        return;
    for (size_t i = 0; i < site->all_count; i++) {
        SitePost *post = site->all[i];
        if (!overview_tells(overview, post) || post->post.front_matter == NULL
            || tree_get(post->post.front_matter, STR("excerpt")) != NULL || naming_has_slip(post, "excerpt"))
            continue;
        diag_info(&post->diags, "excerpt-missing", naming_place(post, NULL),
                  "the post has no excerpt, as nearly all others have");
        diag_hint(&post->diags, "write excerpt: and one or two sentences; without it the first paragraph is taken");
    }
}
