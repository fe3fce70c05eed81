/* lib/check/links_pairs.c - links that were copied and not changed, or promised and not made. */
#include "check/link.h"

/* --- two names, one address -------------------------------------------------------------------------------------- */

/* A name of several words, or of one: "Port Ellery". */
static bool is_name(Str text)
{
    return text.len >= 4 && text.len < 80 && (unsigned char)text.data[0] < 0x80
           && char_lower(text.data[0]) != text.data[0];
}

static bool share_word(Str a, Str b)
{
    for (Str rest = a, word; str_split(&word, &rest, ' ');) {
        for (size_t i = 0; word.len >= 3 && i + word.len <= b.len; i++) {
            if (str_eq_nocase(str_slice(b, i, i + word.len), word))
                return true;
        }
    }
    return false;
}

/* An abbreviation has the first letters of the words: "GLAM" for "Galleries, Libraries, ...". */
static bool is_short(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (char_upper(text.data[i]) != text.data[i])
            return false;
    }
    return true;
}

/* A page of a site, not its front door: that may well be everybody's. */
static bool is_deep(Str url)
{
    size_t host = str_find(url, STR("://"), 0);
    size_t slash = host == STR_NONE ? STR_NONE : str_find_char(url, '/', host + 3);
    return slash != STR_NONE && slash + 1 < url.len;
}

static bool is_alone_in_item(const Link *link)
{
    const Node *node = link->bracket->node, *parent = node->parent;
    return node->previous == NULL && parent->kind == NODE_PARAGRAPH && parent->previous == NULL
           && parent->parent != NULL && parent->parent->kind == NODE_ITEM;
}

static const Node *list_of(const Link *link)
{
    return link->bracket->node->parent->parent->parent;
}

/* A link that may have been copied from its neighbour: with its own address, alone at the start of a list's item. */
static bool is_entry(const Link *link)
{
    return link->form == LINK_BRACKETS && !link->image && link->definition == NULL && is_deep(link->url)
           && is_name(link->shown) && !is_short(link->shown) && is_alone_in_item(link);
}

static bool is_copied(const Link *one, const Link *other)
{
    return str_eq(one->url, other->url) && is_entry(one) && is_entry(other) && list_of(one) == list_of(other)
           && !share_word(one->shown, other->shown);
}

void check_link_pairs(const Subject *subject, const Link *links, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const Link *one = &links[i - 1], *other = &links[i];
        if (is_copied(one, other)
            && link_say(subject, "link-duplicate-target", other->place,
                        "\"" STR_FMT "\" leads to the address of \"" STR_FMT "\"", STR_ARG(other->shown),
                        STR_ARG(one->shown)))
            diag_hint(subject->diags, "see whether it has an address of its own");
    }
}

/* --- a promise without a link ------------------------------------------------------------------------------------ */

static const char *const promises[] = { "click here",
                                        "click this link",
                                        "follow this link",
                                        "see this link",
                                        "available here",
                                        "register here",
                                        "sign up here",
                                        "read more here",
                                        "found here",
                                        "download here",
                                        "watch here",
                                        "(link)",
                                        NULL };

static bool is_word_char(int c)
{
    return char_is_alnum(c) || c >= 0x80;
}

/* Whether one of the promises ends at `end`: where it begins. */
static size_t promise_start(Str words, size_t end, const char **which)
{
    for (size_t i = 0; promises[i] != NULL; i++) {
        Str promise = str_from(promises[i]);
        size_t start = end - promise.len;
        if (end < promise.len || !str_eq_nocase(str_slice(words, start, end), promise)
            || is_word_char(start == 0 ? STR_END : (unsigned char)words.data[start - 1]))
            continue;
        *which = promises[i];
        return start;
    }
    return STR_NONE;
}

static size_t find_promise(Str words, const char **which)
{
    static const Str ends[] = { STR_INIT("here"), STR_INIT("link"), STR_INIT("link)") };
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        for (size_t at = str_find(words, ends[i], 0); at != STR_NONE; at = str_find(words, ends[i], at + 1)) {
            size_t start = promise_start(words, at + ends[i].len, which);
            if (start != STR_NONE)
                return start;
        }
    }
    return STR_NONE;
}

/* The end of the text or of a sentence: "found here in the archive" promises nothing. */
static bool ends_there(Str words, size_t at)
{
    int c = str_at(words, at);
    return c == STR_END || c == '.' || c == '!' || c == ')';
}

static bool has_address(const LinkScan *scan, Part leaf)
{
    for (size_t i = 0; i < scan->addresses.len; i++) {
        if (scan->addresses.items[i].whole.start >= leaf.start && scan->addresses.items[i].whole.start < leaf.end)
            return true;
    }
    return false;
}

void check_link_promises(const Subject *subject, const LinkScan *scan)
{
    for (size_t i = 0; i < scan->leaves.len; i++) {
        Part leaf = scan->leaves.items[i];
        Str text = link_text(scan, leaf);
        const char *which = NULL;
        size_t at = str_find_char(text, '[', 0) != STR_NONE || str_find_char(text, '<', 0) != STR_NONE
                        ? STR_NONE
                        : find_promise(text, &which);
        if (at == STR_NONE || !ends_there(text, at + strlen(which)) || has_address(scan, leaf))
            continue;
        Part place = { leaf.start + (uint32_t)at, leaf.start + (uint32_t)(at + strlen(which)) };
        if (link_say(subject, "link-promised-missing", place, "\"%s\" is no link", which))
            diag_hint(subject->diags, "write [what it leads to](https://...)");
    }
}
