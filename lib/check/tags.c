/* lib/check/tags.c */
#include "check/naming.h"
#include "check/subject.h"
#include "check/usage.h"

enum { USED = 3, RARE_PART = 5 };

/* `tags: [news, 2024]`: to other programs that is a number, which they do not sort among words. What else a post's own
 * tags can be wrong by is said where they are read. */
void check_tags(const Subject *subject)
{
    const Tree *tags = tree_get(subject->post->post.front_matter, STR("tags"));
    for (size_t i = 0; tags != NULL && tags->kind == TREE_LIST && i < tags->item_count; i++) {
        const Tree *tag = tags->items[i];
        if (tag->kind != TREE_SCALAR || tag->quoted || tag->type == TREE_STRING || tag->type == TREE_NULL
            || tag->span.source != subject->post->post.source)
            continue;
        diag_warning(subject->diags, "tag-type", tag->span, "YAML reads this tag as %s, not as text",
                     tag->type == TREE_BOOL ? "a switch, yes or no" : "a number");
        diag_hint(subject->diags, "write \"" STR_FMT "\" in quotes", STR_ARG(tag->text));
        diag_fix(subject->diags, tag->span, arena_join(subject->keep, STR("\""), tag->text, STR("\"")), false);
    }
}

/* --- no tags, or not as a list ----------------------------------------------------------------------------------- */

static const Tree *own(const SitePost *post, const char *key)
{
    const Tree *value = tree_get(post->post.front_matter, str_from(key));
    return value != NULL && value->span.source == post->post.source ? value : NULL;
}

static bool has_categories(const SitePost *post)
{
    const Tree *map = post->post.front_matter;
    return !tree_is_null(tree_get(map, STR("category"))) || !tree_is_null(tree_get(map, STR("categories")));
}

static bool is_sorted(const SitePost *post, bool jekyll)
{
    return post->post.tag_count > 0 || (jekyll && has_categories(post));
}

static void report_missing(const Overview *overview)
{
    const Site *site = overview->site;
    size_t without = 0;

    for (size_t i = 0; i < site->all_count; i++)
        without += !is_sorted(site->all[i], site->jekyll);
    if (!naming_is_expected(site, without))
        return;
    for (size_t i = 0; i < site->all_count; i++) {
        SitePost *post = site->all[i];
        const TreeEntry *tags = tree_entry(post->post.front_matter, STR("tags"));
        if (!overview_tells(overview, post) || post->post.front_matter == NULL || is_sorted(post, site->jekyll)
            || has_categories(post) || naming_has_slip(post, "tag") || (tags != NULL && tags->value->kind == TREE_MAP))
            continue;
        diag_warning(&post->diags, "tags-missing", naming_place(post, tags), "the post has no tags");
        diag_hint(&post->diags, "write tags: and a list, as tags: [announcements]");
    }
}

static size_t bullet_at(Str line)
{
    static const Str bullets[] = { STR_INIT("-"), STR_INIT("•"), STR_INIT("–"), STR_INIT("—"), STR_INIT("·") };
    for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
        if (str_starts_with(line, bullets[i]))
            return bullets[i].len;
    }
    return 0;
}

/* `-news` or `• news` on lines of their own are one text to YAML. Gives the list that is meant; "" where none is. */
static Str mend_list(Span span, Arena *arena)
{
    Str line, rest = source_text(span);
    Buf list = { .arena = arena };
    Str before = str_slice(span.source->text, 0, span.start);
    while (str_ends_with(before, STR(" ")))
        before.len--;
    if (!str_ends_with(before, STR("\n")))
        return (Str){ NULL, 0 };
    while (str_split(&line, &rest, '\n')) {
        Str item = str_trim_left(line);
        size_t bullet = bullet_at(item);
        if (bullet == 0)
            return (Str){ NULL, 0 };
        buf_put(&list, str_slice(line, 0, line.len - item.len));
        buf_put(&list, STR("- "));
        buf_put(&list, str_trim_left(str_from_offset(item, bullet)));
        if (rest.len > 0)
            buf_put_char(&list, '\n');
    }
    return buf_str(&list);
}

/* `a, b` is two tags here and two words in Jekyll, the first with a comma; a list is a list everywhere. */
static void report_scalar(const SitePost *post, Diags *diags, const Tree *tags)
{
    Located text = tree_located(tags);
    Buf list = { .arena = diags->arena };
    Str mended = tags->quoted ? (Str){ NULL, 0 } : mend_list(tags->span, diags->arena);

    diag_warning(diags, "tags-scalar", text.span, "the tags stand in one text, not in a list");
    if (mended.len > 0) {
        diag_hint(diags, "begin each line with a hyphen and a blank, as in \"- news\"");
        diag_fix(diags, tags->span, mended, false);
        return;
    }
    buf_put_char(&list, '[');
    for (size_t i = 0; i < post->post.tag_count; i++)
        buf_put_format(&list, "%s" STR_FMT, i > 0 ? ", " : "", STR_ARG(post->post.tags[i].label));
    buf_put_char(&list, ']');
    diag_hint(diags, "write tags: " STR_FMT, STR_ARG(buf_str(&list)));
    diag_fix(diags, tags->span, buf_str(&list), false);
}

/* Jekyll takes words between blanks as tags, and whole sites are written so: then one like the others is right. */
static void report_scalars(const Overview *overview)
{
    const Site *site = overview->site;
    size_t lists = 0, texts = 0;

    for (size_t i = 0; i < site->all_count; i++) {
        const Tree *tags = own(site->all[i], "tags");
        lists += tags != NULL && tags->kind == TREE_LIST;
        texts += tags != NULL && tags->kind == TREE_SCALAR && site->all[i]->post.tag_count > 0;
    }
    for (size_t i = 0; i < site->all_count; i++) {
        SitePost *post = site->all[i];
        const Tree *tags = own(post, "tags");
        if (!overview_tells(overview, post) || tags == NULL || tags->kind != TREE_SCALAR || post->post.tag_count == 0)
            continue;
        bool comma = str_contains(tags->text, STR(","));
        if (!site->jekyll || comma || lists > texts * RARE_PART)
            report_scalar(post, &post->diags, tags);
    }
}

/* `category:` says nothing here; in a Jekyll site that lives by tags it is what an author wrote for them. */
static void report_category_keys(const Overview *overview)
{
    static const char *const keys[] = { "category", "categories" };
    const Site *site = overview->site;
    size_t tagged = 0, sorted = 0;

    for (size_t i = 0; i < site->all_count; i++) {
        tagged += site->all[i]->post.tag_count > 0;
        sorted += own(site->all[i], keys[0]) != NULL || own(site->all[i], keys[1]) != NULL;
    }
    if (site->jekyll && tagged <= sorted * RARE_PART)
        return;
    for (size_t i = 0; i < site->all_count; i++) {
        SitePost *post = site->all[i];
        for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++) {
            const TreeEntry *entry = tree_entry(post->post.front_matter, str_from(keys[k]));
            if (!overview_tells(overview, post) || entry == NULL || entry->key.span.source != post->post.source
                || tree_is_null(entry->value))
                continue;
            diag_warning(&post->diags, "category-key", entry->key.span, "posts of this site have tags, not \"%s\"",
                         keys[k]);
            diag_hint(&post->diags, "write tags: and a list");
            if (tree_get(post->post.front_matter, STR("tags")) == NULL)
                diag_fix(&post->diags, entry->key.span, STR("tags"), false);
        }
    }
}

/* --- spellings --------------------------------------------------------------------------------------------------- */

static bool is_counted(const SitePost *post, const Tag *tag)
{
    return tag->span.source == post->post.source;
}

/* "meeting" and "meetings", "library" and "libraries", whatever the case. */
static bool is_plural(const Usage *one, const Usage *many)
{
    enum { SHORTEST = 4 };
    Str stem = one->folded;

    if (stem.len < SHORTEST || many->folded.len <= stem.len)
        return false;
    if (str_ends_with(stem, STR("y")) && str_ends_with(many->folded, STR("ies")))
        stem.len--;
    size_t ending = stem.len < one->folded.len ? STR("ies").len : STR("s").len;
    return many->folded.len == stem.len + ending && str_starts_with(many->folded, stem)
           && str_ends_with(many->folded, STR("s"));
}

static Usage *plural_of(const Map *by_folded, const Usage *one, Arena *arena)
{
    Str stem = str_slice(one->folded, 0, one->folded.len - 1), none = { NULL, 0 };
    Usage *many = map_get(by_folded, arena_join(arena, one->folded, STR("s"), none));
    if (many == NULL && str_ends_with(one->folded, STR("y")))
        many = map_get(by_folded, arena_join(arena, stem, STR("ies"), none));
    return many != NULL && is_plural(one, many) ? many : NULL;
}

/* After the variants: of each folded spelling there is one left that is not a variant of another. */
static void find_plurals(Usages *usages)
{
    Map by_folded = { .arena = usages->arena };

    for (size_t i = 0; usage_at(usages, i) != NULL; i++) {
        if (usage_at(usages, i)->meant == NULL)
            map_put(&by_folded, usage_at(usages, i)->folded, usage_at(usages, i));
    }
    for (size_t i = 0; usage_at(usages, i) != NULL; i++) {
        Usage *one = usage_at(usages, i);
        Usage *many = one->meant == NULL ? plural_of(&by_folded, one, usages->arena) : NULL;
        if (many == NULL || many->meant != NULL)
            continue;
        bool first = usage_outranks(one, many);
        *(first ? &many->meant : &one->meant) = first ? one : many;
    }
}

static void report_use(SitePost *post, const Tag *tag, const Usage *usage)
{
    Diags *diags = &post->diags;
    Str label = usage->meant->name;
    const char *posts = usage->meant->count == 1 ? "post" : "posts";

    bool plural = is_plural(usage, usage->meant) || is_plural(usage->meant, usage);

    if (plural || str_eq(usage->skeleton, usage->meant->skeleton)) {
        diag_warning(diags, "tag-variant", tag->span, "the tag \"" STR_FMT "\" is written \"" STR_FMT "\" in %zu %s",
                     STR_ARG(tag->label), STR_ARG(label), usage->meant->count, posts);
        diag_hint(diags, "write " STR_FMT ", so that one page and one feed have them all", STR_ARG(label));
        naming_fix(post, tag->span, tag->label, label, str_eq(usage->folded, usage->meant->folded));
    } else {
        diag_warning(diags, "tag-typo", tag->span, "no other post has the tag \"" STR_FMT "\"", STR_ARG(tag->label));
        diag_hint(diags, "did you mean " STR_FMT ", the tag of %zu %s?", STR_ARG(label), usage->meant->count, posts);
        naming_fix(post, tag->span, tag->label, label, false);
    }
}

static void report_uses(const Overview *overview)
{
    const Site *site = overview->site;
    Usages usages = { .arena = overview->arena };

    for (size_t i = 0; i < site->all_count; i++) {
        const SitePost *post = site->all[i];
        for (size_t t = 0; t < post->post.tag_count; t++) {
            if (is_counted(post, &post->post.tags[t]))
                usage_add(&usages, post->post.tags[t].label, post->post.published_unix_s);
        }
    }
    usage_find_variants(&usages);
    find_plurals(&usages);
    usage_find_slips(&usages, USED);
    for (size_t i = 0; i < site->all_count; i++) {
        SitePost *post = site->all[i];
        for (size_t t = 0; t < post->post.tag_count; t++) {
            const Tag *tag = &post->post.tags[t];
            const Usage *usage = is_counted(post, tag) ? usage_find(&usages, tag->label) : NULL;
            if (usage != NULL && usage->meant != NULL && overview_tells(overview, post))
                report_use(post, tag, usage);
        }
    }
}

/* With a tags file it is known which tags there are; a new one is nobody's slip, one that is nearly known is. */
static void report_unknown(const Overview *overview)
{
    const Site *site = overview->site;

    for (size_t i = 0; i < site->all_count; i++) {
        SitePost *post = site->all[i];
        for (size_t t = 0; t < post->post.tag_count; t++) {
            const Tag *tag = &post->post.tags[t];
            const Term *near =
                is_counted(post, tag) && vocabulary_find(&site->tags, tag->label, overview->arena) == NULL
                    ? vocabulary_nearest(&site->tags, tag->label, overview->arena)
                    : NULL;
            if (near == NULL)
                continue;
            diag_warning(&post->diags, "tag-typo", tag->span, "the tags file has no \"" STR_FMT "\"",
                         STR_ARG(tag->label));
            diag_hint(&post->diags, "did you mean " STR_FMT "?", STR_ARG(near->name));
            naming_fix(post, tag->span, tag->label, near->name, false);
        }
    }
}

void check_tags_together(const Overview *overview)
{
    report_missing(overview);
    report_scalars(overview);
    report_category_keys(overview);
    if (overview->site->tags.len == 0)
        report_uses(overview);
    else
        report_unknown(overview);
}
