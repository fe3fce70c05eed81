/* lib/check/settings.c */
#include "check/settings.h"

#include "site/value.h"

const char *const settings_fail_on[] = { "info", "warning", "error", "never", NULL };
static const char *const levels[] = { "off", "info", "warning", "error", NULL };
static const char *const check_keys[] = { "required", "fail-on", "rules", "ignore", "external", NULL };
static const char *const ignore_keys[] = { "paths", "rules", NULL };

typedef struct Reader {
    CheckSettings *out;
    Arena *arena;
    Diags *diags;
} Reader;

bool rule_is_firm(const Rule *rule)
{
    return rule->stops && rule->severity == SEVERITY_ERROR;
}

static const RuleGroup *find_group(Str prefix)
{
    for (size_t i = 0; rule_group_at(i) != NULL; i++) {
        if (str_eq_nocase(str_from(rule_group_at(i)->prefix), prefix))
            return rule_group_at(i);
    }
    return NULL;
}

/* Puts `value`, which is no NULL, for each rule that the word means. */
static bool put_rules(Map *map, Str word, uintptr_t value)
{
    const Rule *one = rule_find(word);
    const RuleGroup *group = one == NULL ? find_group(word) : NULL;

    if (one != NULL)
        map_put(map, str_from(one->name), (void *)value);
    for (const Rule *rule = group == NULL ? NULL : group->rules; rule != NULL && rule->code != NULL; rule++)
        map_put(map, str_from(rule->name), (void *)value);
    return one != NULL || group != NULL;
}

bool rule_set_add(RuleSet *set, Str word)
{
    return put_rules(set, word, 1);
}

static void refuse_rule(const Reader *reader, Located word)
{
    Str meant = rule_nearest(word.str);
    diag_error(reader->diags, "config-value", word.span, "there is no rule \"" STR_FMT "\"", STR_ARG(word.str));
    if (meant.len > 0)
        diag_hint(reader->diags, "did you mean " STR_FMT "?", STR_ARG(meant));
    else
        diag_hint(reader->diags, "write a name, a code or the letters of a group; \"herald rules\" lists them");
}

/* A rule named by itself that no setting can silence. */
static bool refuse_firm(const Reader *reader, Located word)
{
    const Rule *rule = rule_find(word.str);
    if (rule == NULL || !rule_is_firm(rule))
        return false;
    diag_error(reader->diags, "config-value", word.span, "%s stops every build, and cannot be switched off",
               rule->name);
    diag_hint(reader->diags, "delete this line");
    return true;
}

static bool is_one_rule(Str word)
{
    return rule_find(word) != NULL;
}

static int read_level(const Reader *reader, const Tree *value)
{
    for (int i = 0; levels[i] != NULL; i++) {
        if (value->kind == TREE_SCALAR && str_eq_nocase(value->text, str_from(levels[i])))
            return i;
    }
    diag_error(reader->diags, "config-value", value->span, "a rule takes off, info, warning or error");
    return -1;
}

/* Groups first: what is said of a rule by its own name counts more, wherever it stands. */
static void read_levels(const Reader *reader, const Tree *rules)
{
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; rules != NULL && i < rules->entry_count; i++) {
            const TreeEntry *entry = &rules->entries[i];
            if (is_one_rule(entry->key.str) != (pass == 1))
                continue;
            int level = read_level(reader, entry->value);
            if (level < 0 || (level < SEVERITY_ERROR + 1 && refuse_firm(reader, entry->key)))
                continue;
            if (!put_rules(&reader->out->levels, entry->key.str, (uintptr_t)level + 1))
                refuse_rule(reader, entry->key);
        }
    }
}

static void read_ignored_rules(const Reader *reader, PathIgnore *ignore, const Tree *rules)
{
    const Tree *const *items = rules->kind == TREE_LIST ? rules->items : &rules;
    size_t count = rules->kind == TREE_LIST ? rules->item_count : 1;

    for (size_t i = 0; i < count; i++) {
        Located word = { items[i]->text, items[i]->span };
        if (items[i]->kind == TREE_SCALAR && !refuse_firm(reader, word) && !rule_set_add(&ignore->rules, word.str))
            refuse_rule(reader, word);
    }
}

static void read_ignores(const Reader *reader, const Tree *list)
{
    VEC(PathIgnore) ignores = { 0 };

    if (list != NULL && list->kind != TREE_LIST)
        diag_error(reader->diags, "config-value", list->span, "\"ignore\" takes a list of paths with their rules");
    for (size_t i = 0; list != NULL && list->kind == TREE_LIST && i < list->item_count; i++) {
        const Tree *item = list->items[i];
        if (item->kind != TREE_MAP) {
            diag_error(reader->diags, "config-value", item->span, "each item of \"ignore\" takes paths and rules");
            diag_hint(reader->diags, "write { paths: [posts/2019*], rules: [link-http] }");
            continue;
        }
        value_check_keys(item, ignore_keys, reader->diags);
        const Tree *rules = tree_get(item, STR("rules"));
        PathIgnore ignore = { .globs = value_list(item, "paths", reader->arena, reader->diags),
                              .rules = { .arena = reader->arena },
                              .all_rules = tree_is_null(rules) };
        if (!ignore.all_rules)
            read_ignored_rules(reader, &ignore, rules);
        vec_push(reader->arena, &ignores, ignore);
    }
    reader->out->ignores = ignores.items;
    reader->out->ignore_count = ignores.len;
}

const CheckSettings *settings_read(const Site *site)
{
    CheckSettings *out = ARENA_NEW(site->arena, CheckSettings);
    Reader reader = { out, site->arena, site->diags };
    const Tree *tree = value_map(site->config.tree, "check", site->diags);

    if (tree == NULL) {
        const Tree *own = tree_get(site->config.tree, STR("herald"));
        tree = own != NULL && own->kind == TREE_MAP ? value_map(own, "check", site->diags) : NULL;
    }
    value_check_keys(tree, check_keys, site->diags);
    out->levels.arena = site->arena;
    out->has_required = !tree_is_null(tree_get(tree, STR("required")));
    out->required = value_list(tree, "required", site->arena, site->diags);
    out->fail_on = value_choice(tree, "fail-on", SEVERITY_ERROR, settings_fail_on, site->diags);
    read_levels(&reader, value_map(tree, "rules", site->diags));
    read_ignores(&reader, tree_get(tree, STR("ignore")));
    external_settings_read(&out->external, tree, site->arena, site->diags);
    return out;
}

int settings_level(const CheckSettings *settings, const char *rule, int otherwise)
{
    uintptr_t level = (uintptr_t)map_get(&settings->levels, str_from(rule));
    return level == 0 ? otherwise : (int)level - 2;
}

bool glob_matches(Str glob, Str path)
{
    size_t g = 0, p = 0;
    size_t star = STR_NONE, covered = 0; /* where to go on when the last star must cover one character more */

    while (p < path.len) {
        if (str_at(glob, g) == '*') {
            star = ++g;
            covered = p;
        } else if (g < glob.len && (glob.data[g] == '?' || glob.data[g] == path.data[p])) {
            g++;
            p++;
        } else if (star != STR_NONE) {
            g = star;
            p = ++covered;
        } else {
            return false;
        }
    }
    while (str_at(glob, g) == '*')
        g++;
    return g == glob.len;
}

/* A folder stands for all that is below it. */
static bool covers(Str glob, Str path)
{
    if (glob_matches(glob, path))
        return true;
    Str folder = str_ends_with(glob, STR("/")) ? str_slice(glob, 0, glob.len - 1) : glob;
    return str_starts_with(path, folder) && str_at(path, folder.len) == '/';
}

bool settings_ignore(const CheckSettings *settings, const char *rule, Str path)
{
    for (size_t i = 0; i < settings->ignore_count; i++) {
        const PathIgnore *ignore = &settings->ignores[i];
        if (!ignore->all_rules && !map_has(&ignore->rules, str_from(rule)))
            continue;
        for (size_t k = 0; k < ignore->globs.len; k++) {
            if (covers(ignore->globs.items[k], path))
                return true;
        }
    }
    return false;
}
