/* lib/check/required.c - the keys that a site wants in every post. */
#include "check/naming.h"
#include "check/settle.h"

/* Keys whose lack has a rule of its own. */
static const struct OwnRule {
    const char *key, *rule;
    bool by_rule; /* the rule itself knows best when it is missing */
} own_rules[] = {
    { "title", "title-missing", true }, { "date", "date-missing", true },        { "author", "author-missing", false },
    { "tags", "tags-missing", false },  { "excerpt", "excerpt-missing", false },
};

enum { OWN_RULES = sizeof(own_rules) / sizeof(own_rules[0]) };

static const struct OwnRule *own_rule_of(Str key)
{
    if (str_eq(key, STR("authors")))
        key = STR("author");
    for (size_t i = 0; i < OWN_RULES; i++) {
        if (str_eq(key, str_from(own_rules[i].key)))
            return &own_rules[i];
    }
    return NULL;
}

static bool is_there(const Post *post, Str key)
{
    const Tree *value = tree_get(post->front_matter, key);

    if (str_eq(key, STR("author")) || str_eq(key, STR("authors")))
        return post->author_count > 0;
    if (str_eq(key, STR("tags")))
        return post->tag_count > 0;
    if (tree_is_null(value))
        return false;
    return value->kind != TREE_SCALAR || str_trim(value->text).len > 0;
}

/* What the rule has already said of the post, as an error from now on. */
static bool raise_severity(Diags *diags, const char *rule)
{
    bool said = false;
    for (size_t i = 0; i < diags->len; i++) {
        Diag *diag = &diags->items[i];
        if (strcmp(diag->rule, rule) != 0)
            continue;
        diags->errors += diag->severity != SEVERITY_ERROR;
        diag->severity = SEVERITY_ERROR;
        said = true;
    }
    return said;
}

static void require(SitePost *post, Str key)
{
    const struct OwnRule *own = own_rule_of(key);
    const char *name = arena_cstr(&post->arena, key);

    if (own != NULL && (raise_severity(&post->diags, own->rule) || own->by_rule))
        return;
    if (is_there(&post->post, key) || naming_has_slip(post, name))
        return;
    const TreeEntry *entry = tree_entry(post->post.front_matter, key);
    diag_error(&post->diags, own != NULL ? own->rule : "key-missing", naming_place(post, entry),
               "the post has no \"" STR_FMT "\"", STR_ARG(key));
    diag_hint(&post->diags, "write " STR_FMT ": and its value; this site wants it in every post", STR_ARG(key));
}

static bool is_wanted(const CheckSettings *settings, const struct OwnRule *own)
{
    for (size_t i = 0; i < settings->required.len; i++) {
        if (own_rule_of(settings->required.items[i]) == own)
            return true;
    }
    return false;
}

/* Notes stay: they are advice. */
static bool keep(void *context, Diag *diag)
{
    const CheckSettings *settings = context;
    if (diag->kind != DIAG_CONTENT || diag->severity == SEVERITY_INFO)
        return true;
    for (size_t i = 0; i < OWN_RULES; i++) {
        if (strcmp(diag->rule, own_rules[i].rule) == 0 && !is_wanted(settings, &own_rules[i]))
            return false;
    }
    return true;
}

void required_apply(SitePost *post, const CheckSettings *settings)
{
    CheckSettings copy = *settings;

    if (!settings->has_required || post->post.front_matter == NULL)
        return;
    diags_filter(&post->diags, keep, &copy);
    for (size_t k = 0; k < settings->required.len; k++)
        require(post, settings->required.items[k]);
}
