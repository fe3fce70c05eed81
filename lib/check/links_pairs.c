/* lib/check/links_pairs.c - links that were copied and not changed, or promised and not made. */
#include "check/link.h"

/* --- two names, one address -------------------------------------------------------------------------------------- */

/* A page of a site, not its front door: that may well be everybody's. */
static bool is_deep(Str url)
{
    size_t host = str_find(url, STR("://"), 0);
    size_t slash = host == STR_NONE ? (str_at(url, 0) == '/' ? 0 : STR_NONE) : str_find_char(url, '/', host + 3);
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

/* The meetings of March and of April may well be told of on one page. */
static bool has_year(Str text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.len && digits < 4; i++)
        digits = char_is_digit(text.data[i]) ? digits + 1 : 0;
    return digits == 4;
}

/* A link that may have been copied from its neighbour: alone at the start of a list's item. */
static bool is_entry(const Link *link)
{
    return link->form == LINK_BRACKETS && !link->image && !str_contains(link->shown, STR("://")) && is_deep(link->url)
           && !has_year(link->shown) && is_alone_in_item(link);
}

static bool is_copied(const Link *one, const Link *other)
{
    return str_eq(one->url, other->url) && is_entry(one) && is_entry(other) && list_of(one) == list_of(other)
           && (one->definition == NULL || one->definition != other->definition)
           && !str_eq_nocase(one->shown, other->shown);
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

static const char *const promises[] = { "click here",     "click this link",  "follow this link", "see this link",
                                        "available here", "register here",    "sign up here",     "more here",
                                        "found here",     "download here",    "watch here",       "(link)",
                                        "details here",   "information here", "apply here",       "rsvp here",
                                        "viewed here",    "accessed here",    "listen here",      "read here",
                                        "view here",      "it here",          "recording here",   NULL };

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

static bool is_followed_by_words(Str text, size_t at)
{
    Str line = str_slice(text, at, str_find_char(text, '\n', at));
    static const char *const addresses[] = { "[", "<", "://", "www.", "@", "`" };
    for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
        if (str_contains(line, str_from(addresses[i])))
            return false;
    }
    return str_at(line, 0) == ' ' && char_is_alpha(str_at(str_trim(line), 0));
}

/* "Homepage: Below are ..." instead of "Homepage: <https://...>". */
static size_t find_empty_label(Str text, const char **which)
{
    static const char *const labels[] = { "homepage:", "website:", "web site:", "link:", "URL:", NULL };
    for (size_t colon = str_find_char(text, ':', 0); colon != STR_NONE; colon = str_find_char(text, ':', colon + 1)) {
        for (size_t i = 0; labels[i] != NULL; i++) {
            size_t len = strlen(labels[i]), start = colon + 1 - len;
            if (colon + 1 < len || !str_eq_nocase(str_slice(text, start, colon + 1), str_from(labels[i]))
                || is_word_char(start == 0 ? STR_END : (unsigned char)text.data[start - 1])
                || !is_followed_by_words(text, colon + 1))
                continue;
            *which = labels[i];
            return start;
        }
    }
    return STR_NONE;
}

/* Where the sentence begins that ends at `end`. */
static size_t sentence_start(Str text, size_t end)
{
    size_t at = end;
    while (at > 0 && !(at < end && char_is_space(text.data[at]) && strchr(".!?", text.data[at - 1]) != NULL))
        at--;
    return at;
}

static bool is_without_link(Str sentence)
{
    return str_find_char(sentence, '[', 0) == STR_NONE && str_find_char(sentence, '<', 0) == STR_NONE
           && !str_contains(sentence, STR("://")) && str_find_char(sentence, '`', 0) == STR_NONE;
}

static void say_promise(const Subject *subject, Part leaf, size_t at, const char *which)
{
    Part place = { leaf.start + (uint32_t)at, leaf.start + (uint32_t)(at + strlen(which)) };
    if (link_say(subject, "link-promised-missing", place, "\"%s\" has no link", which))
        diag_hint(subject->diags, "write [what it leads to](https://...)");
}

void check_link_promises(const Subject *subject, const LinkScan *scan)
{
    for (size_t i = 0; i < scan->leaves.len; i++) {
        Part leaf = scan->leaves.items[i];
        Str text = link_text(scan, leaf);
        const char *which = NULL;
        size_t at = find_promise(text, &which);
        size_t end = at == STR_NONE ? 0 : at + strlen(which);
        if (at != STR_NONE && ends_there(text, end) && is_without_link(str_slice(text, sentence_start(text, end), end)))
            say_promise(subject, leaf, at, which);
        at = find_empty_label(text, &which);
        if (at != STR_NONE)
            say_promise(subject, leaf, at, which);
    }
}
