/* lib/post/key.c */
#include "post/key.h"

#include "text/yaml.h"

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

Str key_at(size_t i)
{
    return i < COUNT(acted_upon) ? acted_upon[i] : (Str){ NULL, 0 };
}

bool key_is_known(Str key)
{
    return is_listed(key, acted_upon, COUNT(acted_upon)) || is_listed(key, of_themes, COUNT(of_themes));
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

/* --- what was meant ---------------------------------------------------------------------------------------------- */

typedef struct Slip {
    Str meant;
    Str value; /* what of the value stands in the key: "Foo" of `title:Foo: bar` */
} Slip;

static bool is_clutter(Str text)
{
    static const Str clutter[] = { STR_INIT("\""), STR_INIT("'"), STR_INIT("?"), STR_INIT(","),
                                   STR_INIT(";"),  STR_INIT(":"), STR_INIT("*"), STR_INIT("\xC2\xA0") };
    for (size_t i = 0; i < COUNT(clutter); i++) {
        if (str_eq(text, clutter[i]))
            return true;
    }
    return false;
}

/* Without signs that got in before or behind it. */
static Str without_clutter(Str key)
{
    for (size_t size = 1; size <= 2; size++) {
        while (key.len > size && is_clutter(str_slice(key, 0, size)))
            key = str_from_offset(key, size);
        while (key.len > size && is_clutter(str_slice(key, key.len - size, key.len)))
            key.len -= size;
    }
    return key;
}

/* A key with a value in it: `title:Foo: bar`, `title Foo: bar`. */
static bool find_glued(Slip *out, Str key)
{
    size_t end = 0;
    while (char_is_alnum(str_at(key, end)) || str_at(key, end) == '_')
        end++;
    Str name = str_slice(key, 0, end);
    if (end >= key.len || !is_listed(name, acted_upon, COUNT(acted_upon)))
        return false;
    Str rest = str_trim(without_clutter(str_from_offset(key, end)));
    bool parted = str_find_char(STR(":;,= "), key.data[end], 0) != STR_NONE;
    *out = (Slip){ name, rest };
    return parted && rest.len > 0 && !is_clutter(rest);
}

static bool is_date(const Tree *value)
{
    return value->kind == TREE_SCALAR && (value->type == TREE_DATE || value->type == TREE_TIME);
}

static bool find_slip(Slip *out, const TreeEntry *entry)
{
    Str key = entry->key.str;
    if (is_listed(key, acted_upon, COUNT(acted_upon)))
        return false;
    if (find_glued(out, key))
        return true;
    *out = (Slip){ .meant = STR("date") };
    if (is_date(entry->value) && str_distance(key, out->meant, 1) <= 1)
        return true;
    if (is_listed(key, of_themes, COUNT(of_themes)))
        return false;
    const Str *meant = nearest(without_clutter(key));
    if (meant != NULL)
        out->meant = *meant;
    return meant != NULL;
}

/* `title: "Foo: bar"` for `title:Foo: bar`, where all of it stands on one line as it is. */
static void propose_line(const TreeEntry *entry, Slip slip, Diags *diags)
{
    const Tree *value = entry->value;
    Span line = entry->key.span;
    bool plain = value->kind == TREE_SCALAR && !value->quoted && value->span.source == line.source;
    if (!plain || value->text.len == 0) {
        diag_hint(diags, "write " STR_FMT ": and the value behind it", STR_ARG(slip.meant));
        return;
    }
    Str text = arena_join(diags->arena, slip.value, STR(": "), value->text);
    Str quoted = yaml_quote(text, diags->arena);
    Str right = arena_join(diags->arena, slip.meant, STR(": "), quoted);
    line.end = value->span.end;
    diag_hint(diags, "write " STR_FMT, STR_ARG(right));
    if (str_find_char(source_text(line), '\n', 0) == STR_NONE)
        diag_fix(diags, line, right, false);
}

static void tell_slip(const TreeEntry *entry, Slip slip, Diags *diags)
{
    Str key = entry->key.str;
    if (slip.value.len > 0) {
        diag_warning(diags, "fm-unknown-key", entry->key.span, "\"" STR_FMT "\" is read as one key", STR_ARG(key));
        propose_line(entry, slip, diags);
        return;
    }
    diag_warning(diags, "fm-unknown-key", entry->key.span, "herald does not know the key \"" STR_FMT "\"",
                 STR_ARG(key));
    diag_hint(diags, "did you mean " STR_FMT "?", STR_ARG(slip.meant));
    if (str_eq(source_text(entry->key.span), key))
        diag_fix(diags, entry->key.span, slip.meant, false);
}

/* A sentence with a colon in it that is not indented as the text above it is. */
static bool is_sentence(Located key)
{
    return str_find_char(key.str, ' ', 0) != STR_NONE && str_eq(source_text(key.span), key.str);
}

void keys_check(const Tree *front_matter, Diags *diags)
{
    for (size_t i = 0; i < front_matter->entry_count && i < KEYS_MAX; i++) {
        const TreeEntry *entry = &front_matter->entries[i];
        Slip slip;
        bool found = find_slip(&slip, entry) && tree_entry(front_matter, slip.meant) == NULL;
        if (found) {
            tell_slip(entry, slip, diags);
        } else if (is_sentence(entry->key)) {
            diag_warning(diags, "fm-unknown-key", entry->key.span, "\"" STR_FMT "\" is read as a key",
                         STR_ARG(entry->key.str));
            diag_hint(diags, "indent the line where it goes on with the text above it");
        }
    }
}

bool keys_take_slip(Diag *out, Str key, Diags *diags)
{
    for (size_t i = 0; i < diags->len; i++) {
        *out = diags->items[i];
        if (strcmp(out->rule, "fm-unknown-key") != 0 || !str_starts_with(out->fix.replacement, key))
            continue;
        memmove(&diags->items[i], &diags->items[i + 1], (diags->len - i - 1) * sizeof(Diag));
        diags->len--;
        return true;
    }
    return false;
}
