/* lib/post/key.c */
#include "post/key.h"

/* What herald or Jekyll act upon. */
static const Str acted_upon[] = {
    STR_INIT("title"),       STR_INIT("author"),     STR_INIT("authors"),
    STR_INIT("date"),        STR_INIT("tags"),       STR_INIT("excerpt"),
    STR_INIT("layout"),      STR_INIT("categories"), STR_INIT("category"),
    STR_INIT("description"), STR_INIT("draft"),      STR_INIT("embargo"),
    STR_INIT("expires"),     STR_INIT("id"),         STR_INIT("image"),
    STR_INIT("lang"),        STR_INIT("language"),   STR_INIT("last_modified_at"),
    STR_INIT("permalink"),   STR_INIT("published"),  STR_INIT("redirect_from"),
    STR_INIT("slug"),        STR_INIT("subtitle"),   STR_INIT("tag"),
    STR_INIT("type"),        STR_INIT("updated"),
};

/* What themes and plugins take, and what looks like a slip of the above. */
static const Str of_themes[] = {
    STR_INIT("authored"), STR_INIT("categorized"), STR_INIT("data"),      STR_INIT("dates"),       STR_INIT("event"),
    STR_INIT("expired"),  STR_INIT("images"),      STR_INIT("languages"), STR_INIT("layouts"),     STR_INIT("link"),
    STR_INIT("long"),     STR_INIT("publish"),     STR_INIT("publisher"), STR_INIT("redirect_to"), STR_INIT("rate"),
    STR_INIT("slugs"),    STR_INIT("subtitles"),   STR_INIT("tabs"),      STR_INIT("titles"),      STR_INIT("types"),
    STR_INIT("update"),   STR_INIT("updates"),
};

enum { KEYS_MAX = 500 }; /* of one post that are looked at */

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static bool is_listed(Str key, const Str *table, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(table[i], key))
            return true;
    }
    return false;
}

/* The nearest key we act upon; of a short one an edit makes another word. */
static const Str *nearest(Str key)
{
    const Str *found = NULL;
    size_t limit = key.len < 4 ? 0 : key.len < 6 ? 1 : 2;
    for (size_t i = 0; i < COUNT(acted_upon); i++) {
        bool far = acted_upon[i].len > key.len + limit || key.len > acted_upon[i].len + limit;
        size_t distance = far ? limit + 1 : str_distance(key, acted_upon[i], limit);
        if (distance > limit)
            continue;
        found = &acted_upon[i];
        if (distance == 0)
            break;
        limit = distance - 1;
    }
    return found;
}

void keys_check(const Tree *front_matter, Diags *diags)
{
    for (size_t i = 0; i < front_matter->entry_count && i < KEYS_MAX; i++) {
        Located key = front_matter->entries[i].key;
        if (is_listed(key.str, acted_upon, COUNT(acted_upon)) || is_listed(key.str, of_themes, COUNT(of_themes)))
            continue;
        const Str *meant = nearest(key.str);
        if (meant == NULL || tree_entry(front_matter, *meant) != NULL)
            continue;
        diag_warning(diags, "fm-unknown-key", key.span, "herald does not know the key \"" STR_FMT "\"",
                     STR_ARG(key.str));
        diag_hint(diags, "did you mean " STR_FMT "?", STR_ARG(*meant));
        if (str_eq(source_text(key.span), key.str))
            diag_fix(diags, key.span, *meant, false);
    }
}
