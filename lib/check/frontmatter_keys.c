/* lib/check/frontmatter_keys.c - keys that one post has and no other: slips of those that others have. */
#include "base/map.h"
#include "check/subject.h"
#include "post/key.h"
#include "site/template.h"

enum {
    POSTS_TO_JUDGE = 10, /* with fewer nobody can say what is usual */
    POSTS_TO_KNOW = 3,   /* that have a key, before it is one of the site */
    KEYS_MAX = 1000,     /* of a site that are compared */
};

typedef struct KeyUse {
    Str key;
    size_t posts;
    SitePost *post; /* one of them */
    Located place;
} KeyUse;

typedef struct KeyUses {
    Map by_key;
    VEC(KeyUse *) list;
    Arena *arena;
} KeyUses;

static void count_key(KeyUses *uses, SitePost *post, const TreeEntry *entry)
{
    KeyUse **use = (KeyUse **)map_at(&uses->by_key, entry->key.str);
    if (*use == NULL && uses->list.len < KEYS_MAX) {
        *use = ARENA_NEW(uses->arena, KeyUse);
        (*use)->key = entry->key.str;
        vec_push(uses->arena, &uses->list, *use);
    }
    if (*use == NULL)
        return;
    (*use)->posts++;
    (*use)->post = post;
    (*use)->place = entry->key;
}

static void count_keys(KeyUses *uses, const Site *site)
{
    for (size_t i = 0; i < site->all_count; i++) {
        SitePost *post = site->all[i];
        const Tree *matter = post->post.front_matter;
        for (size_t k = 0; matter != NULL && k < matter->entry_count; k++) {
            if (matter->entries[k].key.span.source == post->post.source)
                count_key(uses, post, &matter->entries[k]);
        }
    }
}

static bool is_told(const KeyUse *use)
{
    for (size_t i = 0; i < use->post->diags.len; i++) {
        const Diag *diag = &use->post->diags.items[i];
        if (diag->span.source == use->place.span.source && diag->span.start == use->place.span.start)
            return true;
    }
    return false;
}

/* The key of other posts that is nearest, which this post does not have. */
static const KeyUse *nearest(const KeyUses *uses, const KeyUse *use)
{
    const KeyUse *found = NULL;
    size_t limit = use->key.len < 4 ? 0 : use->key.len < 6 ? 1 : 2;
    for (size_t i = 0; i < uses->list.len; i++) {
        const KeyUse *other = uses->list.items[i];
        if (other == use || other->posts < POSTS_TO_KNOW || other->key.len > use->key.len + limit
            || use->key.len > other->key.len + limit || tree_entry(use->post->post.front_matter, other->key) != NULL)
            continue;
        size_t distance = str_distance(use->key, other->key, limit);
        if (distance > limit)
            continue;
        found = other;
        if (distance == 0)
            break;
        limit = distance - 1;
    }
    return found;
}

static void report_slip(const KeyUse *use, const KeyUse *meant)
{
    Diags *diags = &use->post->diags;
    diag_warning(diags, "fm-unknown-key", use->place.span, "no other post has the key \"" STR_FMT "\"",
                 STR_ARG(use->key));
    diag_hint(diags, "did you mean " STR_FMT ", which %zu posts have?", STR_ARG(meant->key), meant->posts);
    if (str_eq(source_text(use->place.span), use->key))
        diag_fix(diags, use->place.span, arena_copy(diags->arena, meant->key), false);
}

/* Nothing that is published hangs on it: no template of the site asks for it, nor does the post. */
static bool is_idle(const Site *site, const KeyUse *use)
{
    const Post *post = &use->post->post;
    return !site->jekyll && !str_contains(source_text(post->body), use->key) && !templates_mention(site, use->key);
}

static void report_idle(const KeyUse *use)
{
    Diags *diags = &use->post->diags;
    diag_info(diags, "fm-unknown-key", use->place.span, "no other post and no template has the key \"" STR_FMT "\"",
              STR_ARG(use->key));
    diag_hint(diags, "delete the line, or is it a slip of another key?");
}

void check_frontmatter_together(const Overview *overview)
{
    const Site *site = overview->site;
    KeyUses uses = { .by_key = { .arena = overview->arena }, .arena = overview->arena };

    if (site->all_count < POSTS_TO_JUDGE)
        return;
    count_keys(&uses, site);
    for (size_t i = 0; i < uses.list.len; i++) {
        const KeyUse *use = uses.list.items[i];
        if (use->posts > 1 || !overview_tells(overview, use->post) || key_is_known(use->key) || is_told(use))
            continue;
        const KeyUse *meant = nearest(&uses, use);
        if (meant != NULL)
            report_slip(use, meant);
        else if (is_idle(site, use))
            report_idle(use);
    }
}
