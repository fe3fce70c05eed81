/* lib/markup/autolink.c - bare addresses in text become links: "extended autolinks" of the GFM specification, 6.9. */
#include "base/utf8.h"
#include "markup/gfm_passes.h"
#include "text/unicode.h"

typedef struct BareLink {
    size_t start, end;  /* in the text; of what turned out to be none, `end` is how far that holds */
    const char *prefix; /* of its address: "http://", "mailto:", or "" */
} BareLink;

static bool is_one_of(int c, const char *set)
{
    return c > 0 && strchr(set, c) != NULL;
}

/* Where an address ends at the latest. Typographic quotes are none of GFM's, but we make them out of `"`. */
static bool is_end_at(Str text, size_t at)
{
    int c = str_at(text, at);
    Str rest = str_slice(text, at, at + 3);
    return c == STR_END || char_is_space(c) || c == '<' || str_eq(rest, STR("\u201C")) || str_eq(rest, STR("\u201D"));
}

/* Letters and digits of any script, for domains. */
static bool is_word_at(Str text, size_t at, size_t *behind)
{
    *behind = at;
    int32_t c = utf8_next(text, behind);
    if (c < 0x80)
        return char_is_alnum(c);
    return !unicode_is_punctuation((uint32_t)c) && !unicode_is_space((uint32_t)c);
}

/* The end of the domain at `start`: words, `-` and `_` in parts with periods between, no `_` in the last two parts.
 * `start` itself when there is none; `*looked` is where it would have ended. */
static size_t find_domain_end(Str text, size_t start, size_t *looked)
{
    size_t at = start;
    bool underscore = false;
    bool underscore_before = false;

    for (size_t behind; at < text.len; at = behind) {
        char c = text.data[at];
        bool word = is_word_at(text, at, &behind);
        if (c == '.' && !is_one_of(str_at(text, at - 1), ".")) {
            underscore_before = underscore;
            underscore = false;
        } else if (c == '_') {
            underscore = true;
        } else if (c != '-' && !word) {
            break;
        }
    }
    size_t last = at;
    while (last > start && is_one_of(text.data[last - 1], ".-_"))
        last--;
    *looked = at;
    return underscore || underscore_before || last == start ? start : at;
}

/* Without what belongs to the sentence around it: punctuation, a closing parenthesis too many, `&copy;`. */
static size_t trim_address(Str text, size_t start, size_t end)
{
    size_t open = 0;
    size_t closed = 0;

    for (size_t i = start; i < end; i++) {
        open += text.data[i] == '(';
        closed += text.data[i] == ')';
    }
    for (;;) {
        char c = end > start ? text.data[end - 1] : '\0';
        Str shown = str_slice(text, start, end);
        if (is_one_of(c, "?!.,:*_~'\"")) {
            end--;
        } else if (str_ends_with(shown, STR("\u2019")) || str_ends_with(shown, STR("\u2026"))) {
            end -= 3;
        } else if (c == ')' && closed > open) {
            closed--;
            end--;
        } else if (c == ';') {
            size_t name = end - 1;
            while (name > start && char_is_alnum(text.data[name - 1]))
                name--;
            end = name > start && name < end - 1 && text.data[name - 1] == '&' ? name - 1 : end - 1;
        } else {
            return end;
        }
    }
}

static bool read_rest(BareLink *link, Str text, size_t domain)
{
    size_t end = find_domain_end(text, domain, &link->end);
    if (end == domain)
        return false;
    while (!is_end_at(text, end))
        end++;
    link->end = trim_address(text, link->start, end);
    return link->end > domain;
}

/* At the `:` of "https://". */
static bool read_url(BareLink *link, Str text, size_t at, size_t from)
{
    static const Str schemes[] = { STR_INIT("http"), STR_INIT("https"), STR_INIT("ftp") };
    size_t start = at;

    if (!str_starts_with(str_from_offset(text, at), STR("://")))
        return false;
    while (start > from && at - start < 6 && char_is_alnum(text.data[start - 1]))
        start--;
    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        if (str_eq_nocase(str_slice(text, start, at), schemes[i])) {
            *link = (BareLink){ .start = start, .prefix = "" };
            return read_rest(link, text, at + 3);
        }
    }
    return false;
}

/* At the first `w` of "www.". */
static bool read_www(BareLink *link, Str text, size_t at)
{
    bool free = at == 0 || char_is_space(text.data[at - 1]) || is_one_of(text.data[at - 1], "*_~(");

    if (!free || !str_starts_with(str_from_offset(text, at), STR("www.")))
        return false;
    *link = (BareLink){ .start = at, .prefix = "http://" };
    return read_rest(link, text, at + 4);
}

/* At the `@` of a mail address. */
static bool read_mail(BareLink *link, Str text, size_t at, size_t from)
{
    size_t start = at;
    size_t end = at + 1;
    size_t periods = 0;

    while (start > from && (char_is_alnum(text.data[start - 1]) || is_one_of(text.data[start - 1], ".-_+")))
        start--;
    for (; end < text.len; end++) {
        char c = text.data[end];
        if (c == '.' && !char_is_alnum(str_at(text, end + 1)))
            break;
        periods += c == '.';
        if (!char_is_alnum(c) && !is_one_of(c, ".-_"))
            break;
    }
    if (start == at || periods == 0 || is_one_of(text.data[end - 1], "-_") || is_one_of(str_at(text, end), "@/"))
        return false;
    *link = (BareLink){ start, end, "mailto:" };
    Str before = str_slice(text, from, start);
    if (str_ends_with(before, STR("mailto:"))) {
        link->start -= STR("mailto:").len;
        link->prefix = "";
    }
    return true;
}

/* The next bare link not before `from`. */
static bool find_link(BareLink *link, Str text, size_t from)
{
    for (size_t i = from; i < text.len; i++) {
        char c = text.data[i];
        link->end = 0;
        bool found = (c == ':' && read_url(link, text, i, from)) || (c == 'w' && read_www(link, text, i))
                     || (c == '@' && read_mail(link, text, i, from));
        if (found)
            return true;
        if (link->end > i + 1)
            i = link->end - 1;
    }
    return false;
}

/* Places are exact where the text stands in the source as it is. */
static Node *new_part(const Document *document, const Node *text, size_t start, size_t end)
{
    Node *part = node_new(document->arena, NODE_TEXT);

    part->text = str_slice(text->text, start, end);
    part->start = text->start;
    part->end = text->end;
    if (text->end - text->start == text->text.len) {
        part->start = text->start + (uint32_t)start;
        part->end = text->start + (uint32_t)end;
    }
    return part;
}

static void put_link(const Document *document, Node *text, const BareLink *found)
{
    Node *shown = new_part(document, text, found->start, found->end);
    Node *link = node_new(document->arena, NODE_LINK);

    link->start = shown->start;
    link->end = shown->end;
    link->link.autolink = true;
    link->link.url = *found->prefix == '\0'
                         ? shown->text
                         : arena_join(document->arena, str_from(found->prefix), shown->text, (Str){ 0 });
    node_append(link, shown);
    node_insert_before(text, link);
}

static void split_text(const Document *document, Node *text)
{
    BareLink link;
    size_t from = 0;

    while (find_link(&link, text->text, from)) {
        if (link.start > from)
            node_insert_before(text, new_part(document, text, from, link.start));
        put_link(document, text, &link);
        from = link.end;
    }
    if (from == 0)
        return;
    Node *rest = new_part(document, text, from, text->text.len);
    text->text = rest->text;
    text->start = rest->start;
    text->end = rest->end;
    if (text->text.len == 0)
        node_unlink(text);
}

/* Most texts have none of these: a quick look saves the slow one. */
static bool may_hold_link(Str text, bool has_www)
{
    return str_find_char(text, ':', 0) != STR_NONE || str_find_char(text, '@', 0) != STR_NONE
           || (has_www && str_contains(text, STR("www.")));
}

static bool may_hold_www(Str text)
{
    for (size_t i = str_find_char(text, 'w', 0); i != STR_NONE; i = str_find_char(text, 'w', i + 1)) {
        if (str_at(text, i + 1) == 'w')
            return true;
    }
    return false;
}

void find_bare_links(Document *document)
{
    const bool has_www = may_hold_www(document->text);
    Node *next = NULL;

    for (Node *node = document->root; node != NULL; node = next) {
        bool closed = node->kind == NODE_LINK || node->kind == NODE_IMAGE;
        next = closed ? node_after(document->root, node) : node_next(document->root, node);
        if (node->kind == NODE_TEXT && may_hold_link(node->text, has_www))
            split_text(document, node);
    }
}
