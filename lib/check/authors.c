/* lib/check/authors.c */
#include "check/naming.h"
#include "check/subject.h"
#include "check/usage.h"

enum { USED = 2, NAME_WORDS_MAX = 8, SENTENCE_WORDS = 3 };

/* --- one post ---------------------------------------------------------------------------------------------------- */

static const TreeEntry *author_entry_of(const Post *post)
{
    const TreeEntry *author = tree_entry(post->front_matter, STR("author"));
    return author != NULL ? author : tree_entry(post->front_matter, STR("authors"));
}

static const Tree *author_of(const Post *post)
{
    const TreeEntry *entry = author_entry_of(post);
    return entry == NULL ? NULL : entry->value;
}

static bool is_placeholder(Str name)
{
    static const Str words[] = {
        STR_INIT("unknown author"),
        STR_INIT("unknown"),
        STR_INIT("author"),
        STR_INIT("author name"),
        STR_INIT("your name"),
        STR_INIT("full name"),
        STR_INIT("name"),
        STR_INIT("tbd"),
        STR_INIT("tba"),
        STR_INIT("n/a"),
        STR_INIT("none"),
        STR_INIT("anonymous author"),
        STR_INIT("firstname lastname"),
        STR_INIT("first last"),
    };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (str_eq_nocase(name, words[i]))
            return true;
    }
    return false;
}

/* Words that begin with a small letter: names have some ("van der"), sentences more. */
static bool is_sentence(Str name)
{
    size_t small = 0;
    Str word, rest = name;
    while (str_split(&word, &rest, ' '))
        small += str_at(word, 0) >= 'a' && str_at(word, 0) <= 'z';
    return small > SENTENCE_WORDS;
}

static bool has_letter(Str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (char_is_alpha(str_at(name, i)) || str_at(name, i) >= 0x80)
            return true;
    }
    return false;
}

static void check_name(const Subject *subject, const Author *author)
{
    Diags *diags = subject->diags;
    Str name = author->name;
    const char *is = NULL;

    if (author->id.len > 0 || author->span.source != subject->post->post.source)
        return;
    if (is_placeholder(name))
        is = "was never filled in";
    else if (str_contains(name, STR("@")) && !str_contains(name, STR(" ")))
        is = str_at(name, 0) == '@' ? "is an account, not a name" : "is an email address, not a name";
    else if (str_contains(name, STR("://")))
        is = "is an address, not a name";
    else if (!has_letter(name))
        is = "is a number, not a name";
    else if (is_sentence(name))
        is = "reads as a sentence, not as a name";
    if (is == NULL)
        return;
    diag_warning(diags, "author-not-a-name", author->span, "the author \"" STR_FMT "\" %s", STR_ARG(name), is);
    diag_hint(diags, "write the name as readers should see it, as author: Mina Isobar");
}

/* "ISOBAR, Mina": the family's name first, as libraries have it. */
static bool is_one_turned(const Post *post)
{
    enum { LEAST = 3 };
    Str family = post->authors[0].name;
    if (post->author_count != 2 || family.len < LEAST || str_find_char(post->authors[1].name, ' ', 0) != STR_NONE)
        return false;
    for (size_t i = 0; i < family.len; i++) {
        if (!(str_at(family, i) >= 'A' && str_at(family, i) <= 'Z'))
            return false;
    }
    return true;
}

static void put_author(Buf *list, const Author *author, const char *before)
{
    if (author->id.len == 0 && author->affiliation.len > 0)
        buf_put_format(list, "%s{ name: " STR_FMT ", affiliation: \"" STR_FMT "\" }", before, STR_ARG(author->name),
                       STR_ARG(author->affiliation));
    else
        buf_put_format(list, "%s" STR_FMT, before, STR_ARG(author->name));
}

/* Several people or a role in one line are understood, but a list says it without guessing. */
static void check_line(const Subject *subject, const Tree *line)
{
    const Post *post = &subject->post->post;
    Span span = tree_located(line).span;

    if (line->kind != TREE_SCALAR || line->span.source != post->source)
        return;
    if (post->author_count > 1 && is_one_turned(post))
        return;
    if (post->author_count > 1) {
        diag_info(subject->diags, "author-list-scalar", span, "%zu authors stand in one text", post->author_count);
        Buf list = { .arena = subject->scratch };
        for (size_t i = 0; i < post->author_count; i++)
            put_author(&list, &post->authors[i], i > 0 ? ", " : "");
        diag_hint(subject->diags, "write authors: [" STR_FMT "]", STR_ARG(buf_str(&list)));
    } else if (post->author_count == 1 && post->authors[0].id.len == 0 && post->authors[0].affiliation.len > 0
               && !str_contains(post->authors[0].affiliation, STR(" by "))) { /* "Edited by Mina Isobar" */
        diag_info(subject->diags, "author-affiliation", span, "the author's affiliation stands behind the name");
        diag_hint(subject->diags, "write author: { name: " STR_FMT ", affiliation: \"" STR_FMT "\" }",
                  STR_ARG(post->authors[0].name), STR_ARG(post->authors[0].affiliation));
    }
}

/* `author: 42`, `author: yes` */
static bool check_type(const Subject *subject, const Tree *value)
{
    bool scalar = value->kind == TREE_SCALAR && value->span.source == subject->post->post.source;
    if (!scalar || value->quoted || value->type == TREE_STRING || value->type == TREE_NULL)
        return true;
    diag_error(subject->diags, "author-type", value->span, "YAML reads this author as %s, not as a name",
               value->type == TREE_BOOL ? "a switch, yes or no" : "a number");
    diag_hint(subject->diags, "write the name, and in quotes if that is it: author: \"" STR_FMT "\"",
              STR_ARG(value->text));
    return false;
}

static bool check_types(const Subject *subject, const Tree *author)
{
    bool right = check_type(subject, author);
    for (size_t i = 0; author->kind == TREE_LIST && i < author->item_count; i++)
        right = check_type(subject, author->items[i]) && right;
    return right;
}

void check_authors(const Subject *subject)
{
    const Post *post = &subject->post->post;
    const Tree *author = author_of(post);

    if (author == NULL || !check_types(subject, author))
        return;
    for (size_t i = 0; i < post->author_count; i++)
        check_name(subject, &post->authors[i]);
    check_line(subject, author);
}

/* --- all posts --------------------------------------------------------------------------------------------------- */

static void report_missing(const Overview *overview)
{
    const Site *site = overview->site;
    size_t without = 0;

    for (size_t i = 0; i < site->all_count; i++)
        without += site->all[i]->post.author_count == 0;
    if (!naming_is_expected(site, without))
        return;
    for (size_t i = 0; i < site->all_count; i++) {
        SitePost *post = site->all[i];
        const Tree *author = author_of(&post->post);
        if (!overview_tells(overview, post) || post->post.front_matter == NULL || post->post.author_count > 0
            || naming_raise_slip(post, "author"))
            continue;
        if (author != NULL && !tree_is_null(author) && author->kind != TREE_LIST && author->kind != TREE_SCALAR)
            continue; /* author-type has said it */
        diag_error(&post->diags, "author-missing", naming_place(post, author_entry_of(&post->post)),
                   "the post has no author");
        diag_hint(&post->diags, "write author: and the name of who wrote it");
    }
}

typedef struct Words {
    Str items[NAME_WORDS_MAX];
    size_t len;
} Words;

/* The words of a name without the initials in its middle. */
static bool read_words(Words *out, Str name)
{
    Str word, rest = name;

    out->len = 0;
    while (str_split(&word, &rest, ' ')) {
        if (str_ends_with(word, STR(".")))
            word.len--;
        bool initial = word.len <= 1 && out->len > 0 && rest.len > 0;
        if (word.len == 0 || initial)
            continue;
        if (out->len == NAME_WORDS_MAX)
            return false;
        out->items[out->len++] = word;
    }
    return out->len >= 2;
}

/* "Rob" for "Robert", "R." for "Robert". */
static bool is_short_for(Str word, Str whole)
{
    enum { SHORT_NAME = 3 };
    return str_starts_with(whole, word) && (word.len == 1 || word.len >= SHORT_NAME);
}

static bool is_abbreviated(const Usage *a, const Usage *b)
{
    Words x, y;

    if (!read_words(&x, a->folded) || !read_words(&y, b->folded) || x.len != y.len)
        return false;
    for (size_t i = 1; i < x.len; i++) {
        if (!str_eq(x.items[i], y.items[i]))
            return false;
    }
    return is_short_for(x.items[0], y.items[0]) || is_short_for(y.items[0], x.items[0]);
}

/* Only names that end in one word are compared. */
static void find_abbreviations(Usages *usages)
{
    Map by_last = { .arena = usages->arena };
    typedef VEC(Usage *) Namesakes;

    for (size_t i = 0; usage_at(usages, i) != NULL; i++) {
        Usage *usage = usage_at(usages, i);
        size_t blank = str_find_last_char(usage->folded, ' ');
        if (usage->meant != NULL || blank == STR_NONE)
            continue;
        void **slot = map_at(&by_last, str_from_offset(usage->folded, blank + 1));
        if (*slot == NULL)
            *slot = ARENA_NEW(usages->arena, Namesakes);
        Namesakes *namesakes = *slot;
        for (size_t k = 0; k < namesakes->len && usage->meant == NULL; k++) {
            Usage *other = namesakes->items[k];
            if (!is_abbreviated(usage, other))
                continue;
            bool first = usage->count == other->count ? usage->name.len > other->name.len : usage->count > other->count;
            *(first ? &other->meant : &usage->meant) = first ? usage : other;
        }
        vec_push(usages->arena, namesakes, usage);
    }
}

static void report_use(SitePost *post, const Author *author, const Usage *usage)
{
    bool slip =
        usage->count == 1 && !str_eq(usage->skeleton, usage->meant->skeleton) && !is_abbreviated(usage, usage->meant);
    Str name = usage->meant->name;

    if (slip)
        diag_warning(&post->diags, "author-typo", author->span, "no other post is by \"" STR_FMT "\"",
                     STR_ARG(author->name));
    else
        diag_warning(&post->diags, "author-variant", author->span,
                     "other posts write the author \"" STR_FMT "\" in another way", STR_ARG(author->name));
    diag_hint(&post->diags, slip ? "did you mean " STR_FMT ", the author of %zu?" : "write " STR_FMT ", as %zu %s",
              STR_ARG(name), usage->meant->count, usage->meant->count == 1 ? "other does" : "others do");
    naming_fix(post, author->span, author->name, name, false);
}

static bool is_counted(const SitePost *post, const Author *author)
{
    return author->id.len == 0 && author->span.source == post->post.source;
}

void check_authors_together(const Overview *overview)
{
    const Site *site = overview->site;
    Usages usages = { .arena = overview->arena };

    report_missing(overview);
    if (site->authors.len > 0) /* the authors file decides */
        return;
    for (size_t i = 0; i < site->all_count; i++) {
        const Post *post = &site->all[i]->post;
        for (size_t a = 0; a < post->author_count; a++) {
            if (is_counted(site->all[i], &post->authors[a]))
                usage_add(&usages, post->authors[a].name, post->published_unix_s);
        }
    }
    usage_find_variants(&usages);
    find_abbreviations(&usages);
    usage_find_slips(&usages, USED);
    for (size_t i = 0; i < site->all_count; i++) {
        const Post *post = &site->all[i]->post;
        for (size_t a = 0; a < post->author_count; a++) {
            const Usage *usage =
                is_counted(site->all[i], &post->authors[a]) ? usage_find(&usages, post->authors[a].name) : NULL;
            if (usage != NULL && usage->meant != NULL && overview_tells(overview, site->all[i]))
                report_use(site->all[i], &post->authors[a], usage);
        }
    }
}
