/* lib/check/rule.c */
#include "check/rule.h"

#include "base/file.h"
#include "check/rules/groups.h"

static const RuleGroup *const groups[] = {
    &rules_encoding, &rules_frontmatter, &rules_titles,     &rules_dates,  &rules_filenames, &rules_authors,
    &rules_tags,     &rules_excerpts,    &rules_links,      &rules_images, &rules_markdown,  &rules_html,
    &rules_liquid,   &rules_prose,       &rules_publishing, &rules_site,   &rules_world,     &rules_feeds,
};

enum { GROUP_COUNT = sizeof(groups) / sizeof(groups[0]) };

static const char example_config[] = "title: Example news\nurl: https://news.example.org\n";
static const char example_front_matter[] =
    "---\ntitle: Port Ellery joins\nauthor: staff\ndate: 2024-08-06\n"
    "tags: [announcements]\nexcerpt: Port Ellery joins the harbour league.\n---\n";

const Rule *rule_at(size_t i)
{
    for (size_t g = 0; g < GROUP_COUNT; g++) {
        for (const Rule *rule = groups[g]->rules; rule->code != NULL; rule++) {
            if (i-- == 0)
                return rule;
        }
    }
    return NULL;
}

static bool is_named(const char *name, Str word)
{
    return strncmp(name, word.data, word.len) == 0 && name[word.len] == '\0';
}

const Rule *rule_find(Str name_or_code)
{
    if (name_or_code.len == 0)
        return NULL;
    for (size_t g = 0; g < GROUP_COUNT; g++) {
        for (const Rule *rule = groups[g]->rules; rule->code != NULL; rule++) {
            if ((rule->name[0] == name_or_code.data[0] && is_named(rule->name, name_or_code))
                || str_eq_nocase(str_from(rule->code), name_or_code))
                return rule;
        }
    }
    return NULL;
}

const RuleGroup *rule_group_at(size_t i)
{
    return i < GROUP_COUNT ? groups[i] : NULL;
}

const RuleGroup *rule_group_of(const Rule *rule)
{
    for (size_t g = 0; g < GROUP_COUNT; g++) {
        size_t prefix = strlen(groups[g]->prefix);
        if (strncmp(rule->code, groups[g]->prefix, prefix) == 0 && char_is_digit(rule->code[prefix]))
            return groups[g];
    }
    return NULL;
}

Str rule_nearest(Str word)
{
    size_t limit = word.len < 4 ? 1 : 2;
    Str nearest = { NULL, 0 };

    const Rule *rule;
    for (size_t i = 0; (rule = rule_at(i)) != NULL && limit > 0; i++) {
        const Str names[] = { str_from(rule->name), str_from(rule->code) };
        for (size_t k = 0; k < 2; k++) {
            size_t distance = str_distance(word, names[k], limit);
            if (distance <= limit) {
                nearest = names[k];
                limit = distance == 0 ? 0 : distance - 1;
            }
        }
    }
    return nearest;
}

/* --- examples ---------------------------------------------------------------------------------------------------- */

static const Str marker_start = STR_INIT("==> "), marker_end = STR_INIT(" <==\n");

/* A whole line `==> PATH <==` at `at`: gives the path, and where the next line begins. */
static bool read_marker(Str *path, size_t *next, Str text, size_t at)
{
    if (!str_starts_with(str_from_offset(text, at), marker_start))
        return false;
    size_t end = str_find(text, marker_end, at);
    if (end == STR_NONE)
        return false;
    *path = str_slice(text, at + marker_start.len, end);
    *next = end + marker_end.len;
    return true;
}

static size_t find_marker(Str text, size_t from)
{
    Str path;
    size_t next;
    for (size_t at = from; at < text.len; at = str_find_char(text, '\n', at) + 1) {
        if (read_marker(&path, &next, text, at))
            return at;
        if (str_find_char(text, '\n', at) == STR_NONE)
            break;
    }
    return text.len;
}

/* The value of the hexadecimal digits from `at` to the next '>', or -1; `*next` is behind that. */
static int32_t read_hex(size_t *next, Str text, size_t at)
{
    static const char digits[] = "0123456789ABCDEF";
    int32_t value = 0;
    size_t i = at;
    for (; i < at + 6; i++) {
        const char *digit = str_at(text, i) > 0 ? strchr(digits, str_at(text, i)) : NULL;
        if (digit == NULL)
            break;
        value = value * 16 + (int32_t)(digit - digits);
    }
    *next = i + 1;
    return i > at && str_at(text, i) == '>' ? value : -1;
}

static Str expand_characters(Str text, Arena *arena)
{
    Buf out = { .arena = arena };
    for (size_t i = 0; i < text.len;) {
        size_t next = 0;
        int32_t value = -1;
        bool character = str_starts_with(str_from_offset(text, i), STR("<U+"));
        if (character)
            value = read_hex(&next, text, i + 3);
        else if (str_starts_with(str_from_offset(text, i), STR("<0x")))
            value = read_hex(&next, text, i + 3);
        if (value < 0) {
            buf_put_char(&out, text.data[i++]);
            continue;
        }
        if (character)
            buf_put_utf8(&out, (uint32_t)value);
        else
            buf_put_char(&out, (char)value);
        i = next;
    }
    return buf_str(&out);
}

Example rule_example(const char *text, Arena *arena)
{
    Str whole = expand_characters(str_from(text), arena), path;
    VEC(ExampleFile) files = { 0 };
    bool has_config = false;
    size_t next;

    if (!read_marker(&path, &next, whole, 0)) {
        Str front = str_starts_with(whole, STR("---")) ? (Str){ NULL, 0 } : str_from(example_front_matter);
        vec_push(arena, &files,
                 ((ExampleFile){ STR("posts/2024-08-06-port-ellery-joins.md"),
                                 arena_join(arena, front, whole, (Str){ NULL, 0 }) }));
    }
    for (size_t at = 0; read_marker(&path, &next, whole, at);) {
        at = find_marker(whole, next);
        vec_push(arena, &files, ((ExampleFile){ path, str_slice(whole, next, at) }));
        has_config =
            has_config || str_eq(path_name(path), STR("herald.yml")) || str_eq(path_name(path), STR("_config.yml"));
    }
    if (!has_config)
        vec_push(arena, &files, ((ExampleFile){ STR("herald.yml"), str_from(example_config) }));
    return (Example){ files.items, files.len };
}
